/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: JSON as text, compact or indented. */
#pragma once

#include <glib.h>

/* A text being written; zero-initialise all but @text and @pretty. */
typedef struct {
  GString *text;
  gboolean pretty; /* two spaces a level, one member a line */
  guint depth;
  gboolean follows; /* something stands before in the open list or object */
} BearingsJsonText;

void bearings_json_open (BearingsJsonText *json, char bracket);  /* '{' or '[' */
void bearings_json_close (BearingsJsonText *json, char bracket); /* '}' or ']' */
/* Before a value: a member of an object with its key, or an element of a list with NULL. */
void bearings_json_member (BearingsJsonText *json, const char *key);
void bearings_json_string (BearingsJsonText *json, const char *value);
void bearings_json_integer (BearingsJsonText *json, gint64 value);
/* The shortest digits that read back as the same number, in any locale. @value is finite. */
void bearings_json_real (BearingsJsonText *json, double value);
void bearings_json_boolean (BearingsJsonText *json, gboolean value);
