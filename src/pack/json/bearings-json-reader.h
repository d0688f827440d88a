/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: JSON in memory, value by value, with the place of each. */
#pragma once

#include <glib.h>
#include <string.h>

/* docs/pack-format.md, "Limits" */
#define BEARINGS_JSON_MAX_DEPTH 64           /* of lists and objects, the outermost too */
#define BEARINGS_JSON_MAX_KEYS 256           /* of one object */
#define BEARINGS_JSON_MAX_KEY 200            /* bytes of one key */
#define BEARINGS_JSON_MAX_TEXT (1024 * 1024) /* bytes of one text, escapes resolved */

/*
 * Reads RFC 8259, and refuses what it allows but nobody means: a key twice in an object, half a
 * surrogate pair, NUL, numbers too long to be held, and what is beyond the limits above. The first
 * fault ends the reading: every function then returns FALSE (or NONE), so that a caller may go on
 * to the end of what it does and look once.
 *
 *   if (bearings_json_reader_peek (json) == BEARINGS_JSON_OBJECT) {
 *     bearings_json_reader_enter (json);
 *     while (bearings_json_reader_next (json))
 *       if (bearings_json_reader_is_key (json, "name"))
 *         name = bearings_json_reader_dup_text (json);
 *       else
 *         bearings_json_reader_skip (json);
 *   }
 */

typedef enum {
  BEARINGS_JSON_NONE, /* there is no value here: that is a fault */
  BEARINGS_JSON_OBJECT,
  BEARINGS_JSON_LIST,
  BEARINGS_JSON_TEXT,
  BEARINGS_JSON_NUMBER,
  BEARINGS_JSON_BOOLEAN,
  BEARINGS_JSON_NULL,
} BearingsJsonKind;

/* What is wrong with a text, and where. */
typedef struct {
  const char *code; /* static; NULL when nothing is */
  char *message;    /* with the column */
  char *path;
  guint line;
} BearingsJsonFault;

typedef struct {
  double value;   /* may be infinite */
  gboolean whole; /* there is neither point nor exponent */
  gint64 integer; /* the number, when it is whole */
} BearingsJsonNumber;

typedef struct {
  const char *start;
  gsize length;
} BearingsJsonKey;

/* An object or list that is open. */
typedef struct {
  char closing;
  gboolean inside;     /* at a member or element, not between two */
  guint n;             /* of them so far */
  BearingsJsonKey key; /* of the member */
  guint first_key;     /* where the keys of this object begin among those of all */
  guint64 seen;        /* a bit for every key, which others may share */
} BearingsJsonFrame;

typedef struct {
  const char *p, *end;
  const char *line_start;
  guint line;
  guint value_line; /* of the value that was looked at last */
  guint depth;
  BearingsJsonFrame frames[BEARINGS_JSON_MAX_DEPTH];
  BearingsJsonKey *keys; /* of the objects that are open, innermost last */
  guint n_keys, n_places;
  GString *scratch;
  BearingsJsonFault fault;
} BearingsJsonReader;

/* Begins at @text, whose first line is number @line; zero-initialise @json before the first time.
 * The text, of @length bytes, need be neither UTF-8 nor end in a NUL. */
void
bearings_json_reader_begin (BearingsJsonReader *json, const char *text, gsize length, guint line);
/* The same with a file that is not a pack, all of which is looked at first: FALSE with "name:line:
 * what is wrong" of %BEARINGS_PACK_ERROR and @code; when it is TRUE there will be no fault. */
gboolean bearings_json_reader_begin_file (BearingsJsonReader *json,
                                          const char *name,
                                          const char *text,
                                          gsize length,
                                          int code,
                                          GError **error);
void bearings_json_reader_clear (BearingsJsonReader *json);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsJsonReader, bearings_json_reader_clear)

/* What comes next; json->p is then at its first character. Before each of the four below. */
BearingsJsonKind bearings_json_reader_peek (BearingsJsonReader *json);
/* "a number", "an object", ... */
const char *bearings_json_reader_describe (BearingsJsonKind kind);

/* Into the object or list. */
gboolean bearings_json_reader_enter (BearingsJsonReader *json);
/* To the value of its next member, or its next element; FALSE past its end. */
gboolean bearings_json_reader_next (BearingsJsonReader *json);
/* The text, until the next one is read. */
gboolean bearings_json_reader_text (BearingsJsonReader *json, const char **text, gsize *length);
gboolean bearings_json_reader_number (BearingsJsonReader *json, BearingsJsonNumber *number);
gboolean bearings_json_reader_boolean (BearingsJsonReader *json, gboolean *value);

/* Past the next value, whatever it is; it is looked at as closely as one that is read. */
gboolean bearings_json_reader_skip (BearingsJsonReader *json);
/* The text, or %NULL for any other value, which is passed over. */
char *bearings_json_reader_dup_text (BearingsJsonReader *json);
/* The number, or NaN likewise. */
double bearings_json_reader_real (BearingsJsonReader *json);
/* Whether the text ends here. */
gboolean bearings_json_reader_end (BearingsJsonReader *json);

/* Whether the member is the one of that name. */
static inline gboolean
bearings_json_reader_is_key (const BearingsJsonReader *json, const char *name)
{
  const BearingsJsonFrame *frame = &json->frames[json->depth - 1];

  return strncmp (frame->key.start, name, frame->key.length) == 0 &&
         name[frame->key.length] == '\0';
}
char *bearings_json_reader_dup_key (const BearingsJsonReader *json);
/* Enters the object and goes to the value of that name; FALSE at the end, or when what comes is not
 * an object. */
gboolean bearings_json_reader_find (BearingsJsonReader *json, const char *name);
/* "$.records[3].finding" */
void bearings_json_reader_append_path (const BearingsJsonReader *json, GString *path);

/* Before a value, to come back to it from within or behind it. */
typedef struct {
  const char *p, *line_start;
  guint line, depth, n_keys;
} BearingsJsonMark;
BearingsJsonMark bearings_json_reader_mark (const BearingsJsonReader *json);
void bearings_json_reader_return (BearingsJsonReader *json, const BearingsJsonMark *mark);

/* Where the text that is the value of @name in the outermost object stands, between its quotes. */
gboolean bearings_json_reader_find_text (const char *text,
                                         gsize length,
                                         const char *name,
                                         const char **start,
                                         const char **end);
