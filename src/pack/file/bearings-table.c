/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of an official table, as tab-separated text or CSV. */

#include "bearings-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-file-load.h"

#define LARGEST (512 * 1024 * 1024)

struct _BearingsTable {
  char *name;
  BearingsTableForm form;
  char *text; /* the file; cells are cut out of it in place */
  char *p, *end;
  guint next_line;
  guint line; /* of the row at hand */
  gboolean failed;
  GPtrArray *cells; /* char *, into @text */
  guint n_headings;
  GArray *columns; /* guint: where each wanted column is */
  GPtrArray *headings;
};

void
bearings_table_free (BearingsTable *table)
{
  g_free (table->name);
  g_free (table->text);
  g_ptr_array_unref (table->cells);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->headings);
  g_free (table);
}

static gboolean G_GNUC_PRINTF (3, 4)
  fail (BearingsTable *table, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s:%u: %s", table->name,
               table->line, message);
  table->failed = TRUE;
  return FALSE;
}

gboolean
bearings_table_fail (BearingsTable *table, guint column, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail (table, error, "%s: %s", bearings_table_heading (table, column), message);
}

/* Reads a cell in quotes, p at the opening one; doubled quotes stand for one. */
static gboolean
read_quoted (BearingsTable *table, char **cell, GError **error)
{
  char *out = ++table->p;

  *cell = out;
  for (; table->p < table->end; table->p++) {
    if (*table->p == '"') {
      if (table->p + 1 < table->end && table->p[1] == '"') {
        table->p++;
      } else {
        table->p++;
        *out = '\0';
        return TRUE;
      }
    } else if (*table->p == '\n') {
      table->next_line++;
    }
    *out++ = *table->p;
  }
  return fail (table, error, _ ("a quoted cell is not closed"));
}

/* Reads a row into cells; FALSE at the end or with an error. */
static gboolean
read_row (BearingsTable *table, GError **error)
{
  char separator = table->form == BEARINGS_TABLE_TSV ? '\t' : ',';
  gboolean more = TRUE;

  g_ptr_array_set_size (table->cells, 0);
  /* Blank lines, as at the end of a file, are no rows. */
  while (table->p < table->end && (*table->p == '\n' || *table->p == '\r')) {
    table->next_line += *table->p == '\n';
    table->p++;
  }
  if (table->p >= table->end)
    return FALSE;
  table->line = table->next_line;
  while (more) {
    char *cell = table->p;
    char *close;

    if (table->form == BEARINGS_TABLE_CSV && table->p < table->end && *table->p == '"') {
      if (!read_quoted (table, &cell, error))
        return FALSE;
      if (table->p < table->end && *table->p != separator && *table->p != '\r' && *table->p != '\n')
        return fail (table, error, _ ("there is text after the end of a quoted cell"));
    } else {
      while (table->p < table->end && *table->p != separator && *table->p != '\n')
        table->p++;
    }
    close = table->p;
    if (close > cell && close[-1] == '\r')
      close[-1] = '\0';
    if (table->p < table->end && *table->p == '\r') {
      *table->p++ = '\0';
      close = table->p;
    }
    more = table->p < table->end && *table->p == separator;
    if (table->p < table->end) {
      table->next_line += *table->p == '\n';
      table->p++;
    }
    *close = '\0'; /* there is room for one after the last byte */
    g_ptr_array_add (table->cells, cell);
  }
  return TRUE;
}

static char *
normalise_heading (const char *heading)
{
  g_autoptr (GString) text = g_string_new (heading);
  char *mark;

  g_string_replace (text, "\xe2\x80\x93", "-", 0); /* en dash */
  g_string_replace (text, "\xe2\x80\x94", "-", 0); /* em dash */
  while ((mark = strchr (text->str, '[')) != NULL && strchr (mark, ']') != NULL)
    g_string_erase (text, mark - text->str, strchr (mark, ']') - mark + 1);
  return g_utf8_strdown (g_strstrip (text->str), -1);
}

static gboolean
find_columns (BearingsTable *table, const char *const *columns, GError **error)
{
  g_autofree gboolean *taken = g_new0 (gboolean, table->cells->len);

  for (guint i = 0; columns[i] != NULL; i++) {
    g_autofree char *wanted = normalise_heading (columns[i]);
    gboolean found = FALSE;

    for (guint j = 0; j < table->cells->len && !found; j++) {
      g_autofree char *heading = normalise_heading (g_ptr_array_index (table->cells, j));

      if (taken[j] || !g_pattern_match_simple (wanted, heading))
        continue;
      found = taken[j] = TRUE;
      g_array_append_val (table->columns, j);
      g_ptr_array_add (table->headings, g_steal_pointer (&heading));
    }
    if (!found)
      return fail (table, error, _ ("there is no column “%s”"), columns[i]);
  }
  table->n_headings = table->cells->len;
  return TRUE;
}

BearingsTable *
bearings_table_open (GFile *file,
                     BearingsTableForm form,
                     const char *const *columns,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BearingsTable) table = g_new0 (BearingsTable, 1);
  gsize length;

  table->name = g_file_get_parse_name (file);
  table->form = form;
  table->cells = g_ptr_array_new ();
  table->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  table->headings = g_ptr_array_new_with_free_func (g_free);
  table->line = table->next_line = 1;
  table->text = bearings_file_load (file, LARGEST, &length, cancellable, error);
  if (table->text == NULL)
    return NULL;
  table->p = table->text;
  table->end = table->text + length;
  if (length > 4 && memcmp (table->text, "PK\003\004", 4) == 0) {
    fail (table, error, _ ("this is a workbook or an archive; save its table as CSV, in UTF-8"));
    return NULL;
  }
  if (!g_utf8_validate_len (table->text, length, NULL)) {
    fail (table, error, _ ("the file is not UTF-8 text"));
    return NULL;
  }
  if (g_str_has_prefix (table->text, "\xef\xbb\xbf"))
    table->p += 3;
  if (!read_row (table, error)) {
    if (!table->failed)
      fail (table, error, _ ("the file is empty"));
    return NULL;
  }
  if (!find_columns (table, columns, error))
    return NULL;
  return g_steal_pointer (&table);
}

gboolean
bearings_table_next (BearingsTable *table, GError **error)
{
  if (!read_row (table, error))
    return FALSE;
  if (table->cells->len != table->n_headings)
    return fail (table, error, _ ("the row has %u cells, and the heading has %u"),
                 table->cells->len, table->n_headings);
  return TRUE;
}

gboolean
bearings_table_failed (BearingsTable *table)
{
  return table->failed;
}

const char *
bearings_table_heading (BearingsTable *table, guint column)
{
  return g_ptr_array_index (table->headings, column);
}

const char *
bearings_table_text (BearingsTable *table, guint column)
{
  char *cell = g_ptr_array_index (table->cells, g_array_index (table->columns, guint, column));

  for (char *p = cell; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n' && *p != '\t')
      *p = ' ';
  return g_strstrip (cell);
}

gboolean
bearings_table_number (BearingsTable *table, guint column, double *value, GError **error)
{
  const char *text = bearings_table_text (table, column);
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autofree char *digits = g_strjoinv ("", parts);
  char *end;

  *value = g_ascii_strtod (digits, &end);
  if (*digits == '\0' || *end != '\0' || !isfinite (*value))
    return bearings_table_fail (table, column, error, _ ("“%s” is not a number"), text);
  return TRUE;
}
