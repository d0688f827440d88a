/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of answers. */

#include "bearings-response-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SCORE 15
#define MAX_ITEMS 4096

typedef struct {
  GDataInputStream *stream;
  char *name;
  guint line;
} Reader;

static gboolean
fail (const Reader *reader, GError **error, const char *message)
{
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID, "%s:%u: %s", reader->name,
               reader->line, message);
  return FALSE;
}

/* The cells of the next line that is not empty, white space and plain quotes taken off; NULL at the
 * end, and NULL with an error. */
static char **
next_row (Reader *reader, GError **error)
{
  for (;;) {
    g_autofree char *line = NULL;
    char *begin;
    char **cells;
    g_autoptr (GError) local = NULL;

    line = g_data_input_stream_read_line_utf8 (reader->stream, NULL, NULL, &local);
    if (local != NULL) {
      reader->line++;
      fail (reader, error, local->message);
      return NULL;
    }
    if (line == NULL)
      return NULL;
    begin = reader->line++ == 0 && g_str_has_prefix (line, "\xef\xbb\xbf") ? line + 3 : line;
    if (*g_strstrip (begin) == '\0')
      continue;
    cells = g_strsplit (begin, ",", -1);
    for (guint i = 0; cells[i] != NULL; i++) {
      gsize length;
      g_strstrip (cells[i]);
      length = strlen (cells[i]);
      if (length >= 2 && cells[i][0] == '"' && cells[i][length - 1] == '"') {
        memmove (cells[i], cells[i] + 1, length - 2);
        cells[i][length - 2] = '\0';
      }
    }
    return cells;
  }
}

static gboolean
parse_score (const Reader *reader, const char *text, gint8 *score, GError **error)
{
  guint64 value;

  if (*text == '\0' || g_str_equal (text, "NA") || g_str_equal (text, ".")) {
    *score = BEARINGS_RESPONSE_MISSING;
    return TRUE;
  }
  if (g_ascii_string_to_unsigned (text, 10, 0, MAX_SCORE, &value, NULL)) {
    *score = (gint8) value;
    return TRUE;
  }
  {
    g_autofree char *message = g_strdup_printf (
      /* Translators: what stood in the file, the highest score. */
      _ ("“%s” is no score; expected a whole number from 0 to %d, or nothing for a missing answer"),
      text, MAX_SCORE);
    return fail (reader, error, message);
  }
}

static int
find_column (char **heading, const char *name)
{
  for (int i = 0; heading[i] != NULL; i++)
    if (g_ascii_strcasecmp (heading[i], name) == 0)
      return i;
  return -1;
}

static gboolean
add (const Reader *reader,
     BearingsResponseMatrixBuilder *builder,
     const char *person,
     const char *item,
     const char *text,
     GError **error)
{
  g_autofree char *message = NULL;
  gint8 score;

  if (!parse_score (reader, text, &score, error))
    return FALSE;
  if (bearings_response_matrix_builder_add (builder, person, item, score))
    return TRUE;
  /* Translators: a person's and an item's name in a file. */
  message =
    g_strdup_printf (_ ("“%s” has answered “%s” already; leave one of the two out"), person, item);
  return fail (reader, error, message);
}

static gboolean
read_rows (Reader *reader, char **heading, BearingsResponseMatrixBuilder *builder, GError **error)
{
  int person_at = find_column (heading, "person");
  int item_at = find_column (heading, "item");
  int response_at = find_column (heading, "response");
  gboolean is_long = person_at >= 0 && item_at >= 0 && response_at >= 0;
  gboolean named =
    g_ascii_strcasecmp (heading[0], "person") == 0 || g_ascii_strcasecmp (heading[0], "id") == 0;
  guint width = g_strv_length (heading);
  g_autoptr (GError) local = NULL;

  for (;;) {
    g_auto (GStrv) cells = next_row (reader, &local);
    g_autofree char *number = NULL;

    if (cells == NULL)
      break;
    if (g_strv_length (cells) != width)
      return fail (reader, error, _ ("the line has not as many cells as the heading"));
    if (is_long) {
      if (!add (reader, builder, cells[person_at], cells[item_at], cells[response_at], error))
        return FALSE;
      continue;
    }
    number = g_strdup_printf ("%u", reader->line - 1);
    for (guint i = named; i < width; i++)
      if (!add (reader, builder, named ? cells[0] : number, heading[i], cells[i], error))
        return FALSE;
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Scores that are counted from 1 throughout the file are counted from 0. */
static void
count_from_zero (BearingsResponseMatrix *matrix)
{
  gsize size = (gsize) matrix->persons->len * matrix->items->len;
  gint8 lowest = G_MAXINT8;

  for (gsize i = 0; i < size; i++)
    if (matrix->data[i] != BEARINGS_RESPONSE_MISSING)
      lowest = MIN (lowest, matrix->data[i]);
  for (gsize i = 0; i < size && lowest < G_MAXINT8; i++)
    if (matrix->data[i] != BEARINGS_RESPONSE_MISSING)
      matrix->data[i] -= lowest;
}

BearingsResponseMatrix *
bearings_response_file_read (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, error);
  g_autoptr (GDataInputStream) stream = NULL;
  g_autoptr (BearingsResponseMatrixBuilder) builder = NULL;
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_auto (GStrv) heading = NULL;
  g_autoptr (GError) local = NULL;
  Reader reader;

  if (input == NULL)
    return NULL;
  stream = g_data_input_stream_new (G_INPUT_STREAM (input));
  g_data_input_stream_set_newline_type (stream, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  reader = (Reader) { stream, name, 0 };
  heading = next_row (&reader, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  builder = bearings_response_matrix_builder_new ();
  if (heading != NULL && !read_rows (&reader, heading, builder, error))
    return NULL;
  matrix = bearings_response_matrix_builder_end (builder);
  if (matrix->persons->len == 0 || matrix->items->len == 0 || matrix->items->len > MAX_ITEMS) {
    fail (&reader, error,
          matrix->items->len > MAX_ITEMS ? _ ("there are more than 4096 items")
                                         : _ ("there are no answers in the file"));
    return NULL;
  }
  count_from_zero (matrix);
  return g_steal_pointer (&matrix);
}
