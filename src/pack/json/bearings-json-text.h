/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: JSON as text, compact or indented. */
#pragma once

#include "bearings-record.h"

/* A text being written; zero-initialise all but @text and @pretty. */
typedef struct {
  GString *text;
  gboolean pretty; /* two spaces a level, one member a line */
  guint depth;
  guint64 lists;    /* a bit for each level that is open: whether it is a list */
  gboolean follows; /* something stands before in the open list or object */
} BearingsJsonText;

/* Each begins a member of that name of the open object; without a name (NULL) an element of the
 * open list, or the whole. What is absent by the rules of records is left out. */
void bearings_json_text_object (BearingsJsonText *json, const char *name);
void bearings_json_text_list (BearingsJsonText *json, const char *name);
/* Closes the object or list that was opened last. */
void bearings_json_text_end (BearingsJsonText *json);
void bearings_json_text_string (BearingsJsonText *json, const char *name, const char *value);
void bearings_json_text_integer (BearingsJsonText *json, const char *name, gint64 value);
/* The shortest digits that read back as the same number, in any locale; nothing for an infinity. */
void bearings_json_text_real (BearingsJsonText *json, const char *name, double value);
void bearings_json_text_boolean (BearingsJsonText *json, const char *name, gboolean value);
void bearings_json_text_enum (BearingsJsonText *json,
                              const char *name,
                              const BearingsEnumType *type,
                              int value);
/* A list of char *, which may be empty. */
void bearings_json_text_strings (BearingsJsonText *json, const char *name, const GPtrArray *values);
/* A list of double; what is not finite has no place in it. */
void bearings_json_text_reals (BearingsJsonText *json, const char *name, const GArray *values);
/* A number of people; a small one, from 1 to below @least, says no more than that: as the member
 * "NAME_below". */
void bearings_json_text_count (BearingsJsonText *json, const char *name, gsize n, guint least);
