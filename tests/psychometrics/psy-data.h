/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of tests/psychometrics/data. */
#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

#include "psy-items.h"

/* A CSV file: a row of names, then rows of fields; an empty number is NaN. */
typedef struct {
  char **names;
  GPtrArray *rows;
  guint n_columns;
} Table;

static inline Table *
table_read (const char *name)
{
  g_autofree char *path = g_build_filename (PSY_TEST_DATA, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Table *table = g_new0 (Table, 1);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  table->names = g_strsplit (lines[0], ",", -1);
  table->n_columns = g_strv_length (table->names);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++) {
    g_ptr_array_add (table->rows, g_strsplit (lines[i], ",", -1));
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (table->rows, i - 1)), ==, table->n_columns);
  }
  g_assert_cmpuint (table->rows->len, >, 0);
  return table;
}

static inline void
table_free (Table *table)
{
  g_strfreev (table->names);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static inline guint
table_column (const Table *table, const char *name)
{
  for (guint i = 0; i < table->n_columns; i++) {
    if (strcmp (table->names[i], name) == 0)
      return i;
  }
  g_error ("no column %s", name);
}

static inline const char *
table_text (const Table *table, guint row, guint column)
{
  char **fields = g_ptr_array_index (table->rows, row);

  return fields[column];
}

static inline double
table_number (const Table *table, guint row, guint column)
{
  const char *text = table_text (table, row, column);
  char *end;
  double value;

  if (text[0] == '\0')
    return NAN;
  value = g_ascii_strtod (text, &end);
  g_assert_cmpstr (end, ==, "");
  return value;
}

static inline double
table_value (const Table *table, guint row, const char *name)
{
  return table_number (table, row, table_column (table, name));
}

/* Columns first..first + n - 1 as answers, @base being the lowest code; free with g_free(). */
static inline PsyResponses
table_answers (const Table *table, guint first, guint n, int base)
{
  int8_t *data = g_new (int8_t, (gsize) table->rows->len *n);

  for (guint i = 0; i < table->rows->len; i++) {
    for (guint j = 0; j < n; j++) {
      double x = table_number (table, i, first + j);

      data[i * n + j] = isnan (x) ? PSY_MISSING : (int8_t) (x - base);
    }
  }
  return psy_responses (data, table->rows->len, n);
}

static inline PsyResponses
answers_read (const char *name, int base)
{
  g_autoptr (Table) table = table_read (name);

  return table_answers (table, 0, table->n_columns, base);
}

/* Items of a scorepars_ file: item, model, a, d1, d2, … */
static inline PsyItem *
items_read (const char *name, gsize *n)
{
  g_autoptr (Table) table = table_read (name);
  PsyItem *items = g_new0 (PsyItem, table->rows->len);

  *n = table->rows->len;
  for (guint j = 0; j < *n; j++) {
    const char *model = table_text (table, j, 1);
    double a = table_number (table, j, 2), d[PSY_MAX_CATEGORIES];
    int n_d = 0;

    for (guint i = 3; i < table->n_columns && !isnan (table_number (table, j, i)); i++)
      d[n_d++] = table_number (table, j, i);
    if (strcmp (model, "2PL") == 0)
      items[j] = psy_item_2pl (a, d[0]);
    else if (strcmp (model, "GRM") == 0)
      items[j] = psy_item_grm (a, d, n_d + 1);
    else if (strcmp (model, "GPCM") == 0)
      items[j] = psy_item_gpcm (a, d, n_d + 1);
    else
      g_error ("unknown model %s", model);
    g_assert_cmpint (psy_item_check (&items[j]), ==, PSY_OK);
  }
  return items;
}

#define assert_near(a, b, tolerance)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double near_a = (a), near_b = (b), near_t = (tolerance);                                       \
    if (!(fabs (near_a - near_b) <= near_t))                                                       \
      g_error ("%s:%d: %s = %.15g, expected %.15g within %g", __FILE__, __LINE__, #a, near_a,      \
               near_b, near_t);                                                                    \
  }                                                                                                \
  G_STMT_END

#define assert_status(call, status)                                                                \
  g_assert_cmpstr (psy_status_string (call), ==, psy_status_string (status))
