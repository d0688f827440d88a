/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of answers. */

#include "bearings-response-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-contribution.h"
#include "bearings-file-load.h"

#define MAX_SCORE 15
#define LAST_OPTION 'p'
#define LARGEST ((goffset) 1024 * 1024 * 1024)
#define MAX_ITEMS 4096

typedef struct {
  GDataInputStream *stream;
  char *name;
  guint line;
  guint letter; /* the first line with an option instead of a score */
  gboolean has_key;
  const BearingsForm *form; /* (nullable): whose answers these are */
  GPtrArray *unknown;       /* char *: what is none of its items */
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
is_missing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "NA") || g_str_equal (text, ".");
}

/* A whole score, or a letter for an option. */
static gboolean
parse_score (Reader *reader, const char *text, gint8 *score, GError **error)
{
  g_autofree char *message = NULL;
  guint64 value;

  *score = BEARINGS_RESPONSE_MISSING;
  if (is_missing (text))
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 0, MAX_SCORE, &value, NULL)) {
    *score = (gint8) value;
    return TRUE;
  }
  if (g_ascii_isalpha (text[0]) && text[1] == '\0' && g_ascii_tolower (text[0]) <= LAST_OPTION) {
    *score = (gint8) (g_ascii_tolower (text[0]) - 'a');
    if (reader->letter == 0)
      reader->letter = reader->line;
    return TRUE;
  }
  message = g_strdup_printf (
    /* Translators: what stood in the file, the highest score. */
    _ ("“%s” is no answer; expected a whole score from 0 to %d, an option from a to p, or nothing "
       "for a missing answer"),
    text, MAX_SCORE);
  return fail (reader, error, message);
}

/* Seconds, or NaN. */
static gboolean
parse_seconds (const Reader *reader, const char *text, double *seconds, GError **error)
{
  g_autofree char *message = NULL;
  char *end;

  *seconds = NAN;
  if (is_missing (text))
    return TRUE;
  *seconds = g_ascii_strtod (text, &end);
  if (*end == '\0' && isfinite (*seconds) && *seconds >= 0)
    return TRUE;
  /* Translators: what stood in the file. */
  message = g_strdup_printf (_ ("“%s” is no time; expected seconds"), text);
  return fail (reader, error, message);
}

static int
find_column (char **heading, const char *name)
{
  for (int i = 0; heading[i] != NULL; i++)
    if (g_ascii_strcasecmp (heading[i], name) == 0)
      return i;
  return -1;
}

static BearingsItem *
find_item (const BearingsForm *form, const char *name)
{
  g_autofree char *whole = g_strconcat (form->instrument->record.id, "/", name, NULL);
  BearingsItem *item = bearings_form_get_item (form, name);

  return item != NULL ? item : bearings_form_get_item (form, whole);
}

/* Points of an answer to an item: a number, or an option's id where one is chosen. */
static gboolean
judge (const Reader *reader,
       const BearingsItem *item,
       const char *text,
       gint8 *score,
       GError **error)
{
  gint64 most = (gint64) bearings_response_item_max_score (item);
  g_autofree char *message = NULL;
  guint64 value;

  *score = BEARINGS_RESPONSE_MISSING;
  if (is_missing (text))
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 0, (guint64) MIN (most, MAX_SCORE), &value, NULL)) {
    *score = (gint8) value;
    return TRUE;
  }
  for (guint i = 0; i < item->options->len; i++) {
    const BearingsItemOption *option = item->options->pdata[i];
    if (bearings_item_get_answer (item) == BEARINGS_ANSWER_SINGLE &&
        g_ascii_strcasecmp (option->id, text) == 0) {
      *score = option->key == BEARINGS_YES;
      return TRUE;
    }
  }
  message = g_strdup_printf (
    /* Translators: what stood in the file, name of an item, the most points it can give. */
    _ ("“%s” is no answer to “%s”; expected whole points from 0 to %d, the id of an option, or "
       "nothing for a missing answer"),
    text, item->record.id, (int) most);
  return fail (reader, error, message);
}

static gboolean
add_to_form (const Reader *reader,
             BearingsResponseMatrixBuilder *builder,
             const char *person,
             const char *name,
             const char *text,
             GError **error)
{
  BearingsItem *item = find_item (reader->form, name);
  g_autofree char *message = NULL;
  gint8 score;

  if (item == NULL) {
    if (!g_ptr_array_find_with_equal_func (reader->unknown, name, g_str_equal, NULL))
      g_ptr_array_add (reader->unknown, g_strdup (name));
    return TRUE;
  }
  if (!judge (reader, item, text, &score, error))
    return FALSE;
  if (bearings_response_matrix_builder_add (builder, person, item->record.id, score))
    return TRUE;
  message =
    g_strdup_printf (_ ("“%s” has answered “%s” already; leave one of the two out"), person, name);
  return fail (reader, error, message);
}

/* "2026-11-23" or "2026-11" */
static gboolean
is_date (const char *text)
{
  g_autofree char *month = g_strndup (text, strlen ("2026-11"));
  guint64 day;

  if (!bearings_contribution_is_month (month))
    return FALSE;
  return text[strlen (month)] == '\0' ||
         (text[strlen (month)] == '-' && strlen (text) == strlen ("2026-11-23") &&
          g_ascii_string_to_unsigned (text + strlen ("2026-11-"), 10, 1, 31, &day, NULL) &&
          g_date_valid_dmy ((GDateDay) day, (GDateMonth) g_ascii_strtoll (text + 5, NULL, 10),
                            (GDateYear) g_ascii_strtoll (text, NULL, 10)));
}

static gboolean
set_month (const Reader *reader,
           BearingsResponseMatrixBuilder *builder,
           const char *person,
           const char *date,
           GError **error)
{
  g_autofree char *month = g_strndup (date, strlen ("2026-11"));
  g_autofree char *message = NULL;

  if (is_missing (date))
    return TRUE;
  if (is_date (date)) {
    bearings_response_matrix_builder_set_month (builder, person, month);
    return TRUE;
  }
  /* Translators: what stood in the file. */
  message = g_strdup_printf (_ ("“%s” is no date; expected year-month-day or year-month"), date);
  return fail (reader, error, message);
}

static gboolean
add (Reader *reader,
     BearingsResponseMatrixBuilder *builder,
     const char *person,
     const char *item,
     const char *text,
     GError **error)
{
  g_autofree char *message = NULL;
  gint8 score;

  if (reader->form != NULL)
    return add_to_form (reader, builder, person, item, text, error);
  if (!parse_score (reader, text, &score, error))
    return FALSE;
  if (g_ascii_strcasecmp (person, "key") == 0) {
    reader->has_key = TRUE;
    if (score != BEARINGS_RESPONSE_MISSING)
      bearings_response_matrix_builder_set_key (builder, item, score);
    return TRUE;
  }
  if (bearings_response_matrix_builder_add (builder, person, item, score))
    return TRUE;
  /* Translators: a person's and an item's name in a file. */
  message =
    g_strdup_printf (_ ("“%s” has answered “%s” already; leave one of the two out"), person, item);
  return fail (reader, error, message);
}

static gboolean
set_group (const Reader *reader,
           BearingsResponseMatrixBuilder *builder,
           const char *person,
           const char *group,
           GError **error)
{
  g_autofree char *message = NULL;

  if (is_missing (group) || g_ascii_strcasecmp (person, "key") == 0 ||
      bearings_response_matrix_builder_set_group (builder, person, group))
    return TRUE;
  /* Translators: a person's name in a file. */
  message = g_strdup_printf (_ ("“%s” is in two groups"), person);
  return fail (reader, error, message);
}

/* Where the columns stand that are no items; -1: nowhere. */
typedef struct {
  int person, item, response, time, date, group;
  gboolean is_long;
} Columns;

static Columns
find_columns (char **heading)
{
  Columns columns = {
    .person = find_column (heading, "person"),
    .item = find_column (heading, "item"),
    .response = find_column (heading, "response"),
    .time = find_column (heading, "time"),
    .date = find_column (heading, "date"),
    .group = find_column (heading, "group"),
  };

  columns.is_long = columns.person >= 0 && columns.item >= 0 && columns.response >= 0;
  if (!columns.is_long)
    columns.person =
      g_ascii_strcasecmp (heading[0], "person") == 0 || g_ascii_strcasecmp (heading[0], "id") == 0
        ? 0
        : -1;
  return columns;
}

static gboolean
read_long (Reader *reader,
           const Columns *columns,
           char **cells,
           BearingsResponseMatrixBuilder *builder,
           GError **error)
{
  const char *person = cells[columns->person], *item = cells[columns->item];
  double seconds = NAN;

  if (!add (reader, builder, person, item, cells[columns->response], error) ||
      (columns->group >= 0 && !set_group (reader, builder, person, cells[columns->group], error)) ||
      (columns->time >= 0 && !parse_seconds (reader, cells[columns->time], &seconds, error)))
    return FALSE;
  if (reader->form != NULL)
    return columns->date < 0 || set_month (reader, builder, person, cells[columns->date], error);
  if (!isnan (seconds) && g_ascii_strcasecmp (person, "key") != 0)
    bearings_response_matrix_builder_set_seconds (builder, person, item, seconds);
  return TRUE;
}

static gboolean
read_wide (Reader *reader,
           const Columns *columns,
           char **heading,
           char **cells,
           BearingsResponseMatrixBuilder *builder,
           GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", reader->line - 1);
  const char *person = columns->person >= 0 ? cells[columns->person] : number;

  for (int i = 0; cells[i] != NULL; i++) {
    if (i == columns->person || i == columns->time || i == columns->date)
      continue;
    if (i == columns->group) {
      if (!set_group (reader, builder, person, cells[i], error))
        return FALSE;
    } else if (!add (reader, builder, person, heading[i], cells[i], error)) {
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_rows (Reader *reader, char **heading, BearingsResponseMatrixBuilder *builder, GError **error)
{
  Columns columns = find_columns (heading);
  guint width = g_strv_length (heading);
  g_autoptr (GError) local = NULL;

  for (;;) {
    g_auto (GStrv) cells = next_row (reader, &local);

    if (cells == NULL)
      break;
    if (g_strv_length (cells) != width)
      return fail (reader, error, _ ("the line has not as many cells as the heading"));
    if (columns.is_long ? !read_long (reader, &columns, cells, builder, error)
                        : !read_wide (reader, &columns, heading, cells, builder, error))
      return FALSE;
  }
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (reader->letter > 0 && !reader->has_key) {
    reader->line = reader->letter;
    return fail (reader, error,
                 _ ("options are given as letters, but no line of a person “KEY” says which are "
                    "right"));
  }
  return TRUE;
}

static BearingsResponseMatrix *
read_file (GFile *file, const BearingsForm *form, GPtrArray *unknown, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  gsize length;
  g_autofree char *text = bearings_file_load (file, LARGEST, &length, NULL, error);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GDataInputStream) stream = NULL;
  g_autoptr (BearingsResponseMatrixBuilder) builder = NULL;
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_auto (GStrv) heading = NULL;
  g_autoptr (GError) local = NULL;
  Reader reader;

  if (text == NULL)
    return NULL;
  input = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  stream = g_data_input_stream_new (input);
  g_data_input_stream_set_newline_type (stream, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  reader = (Reader) { .stream = stream, .name = name, .form = form, .unknown = unknown };
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
          : unknown != NULL && unknown->len > 0
            ? _ ("no item of the file is one of the instrument's")
            : _ ("there are no answers in the file"));
    return NULL;
  }
  return g_steal_pointer (&matrix);
}

BearingsResponseMatrix *
bearings_response_file_read (GFile *file, GError **error)
{
  return read_file (file, NULL, NULL, error);
}

BearingsResponseMatrix *
bearings_response_file_read_for_form (GFile *file,
                                      const BearingsForm *form,
                                      GPtrArray *unknown,
                                      GError **error)
{
  return read_file (file, form, unknown, error);
}
