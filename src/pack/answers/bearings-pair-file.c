/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of one word or number for each person: CSV with the columns person and value or group. */

#include "bearings-pair-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-table.h"

#define MAX_PERSONS 1000000
#define MAX_LENGTH 200

enum {
  COLUMN_PERSON,
  COLUMN_VALUE,
};

void
bearings_person_pair_free (gpointer data)
{
  BearingsPersonPair *pair = data;

  g_free (pair->person);
  g_free (pair->text);
  g_free (pair);
}

static gboolean
read_row (BearingsTable *table,
          gboolean numbers,
          GHashTable *seen,
          GPtrArray *pairs,
          GError **error)
{
  const char *person = bearings_table_text (table, COLUMN_PERSON);
  const char *text = bearings_table_text (table, COLUMN_VALUE);
  BearingsPersonPair *pair;
  double number = NAN;

  if (*person == '\0' || strlen (person) > MAX_LENGTH)
    return bearings_table_fail (table, COLUMN_PERSON, error, "%s", _ ("the person has no name"));
  if (g_hash_table_contains (seen, person))
    return bearings_table_fail (table, COLUMN_PERSON, error, "%s",
                                _ ("the person stands there twice"));
  if (pairs->len >= MAX_PERSONS || strlen (text) > MAX_LENGTH)
    return bearings_table_fail (table, COLUMN_VALUE, error, "%s", _ ("the file is too large"));
  if (*text == '\0')
    return TRUE;
  if (numbers) {
    if (!bearings_table_number (table, COLUMN_VALUE, &number, error))
      return FALSE;
    if (!isfinite (number))
      return bearings_table_fail (table, COLUMN_VALUE, error, "%s", _ ("the value is no number"));
  }
  pair = g_new0 (BearingsPersonPair, 1);
  pair->person = g_strdup (person);
  pair->text = g_strdup (text);
  pair->number = number;
  g_ptr_array_add (pairs, pair);
  g_hash_table_add (seen, pair->person);
  return TRUE;
}

GPtrArray *
bearings_pair_file_read (GFile *file, const char *column, GError **error)
{
  const char *const columns[] = { "person", column, NULL };
  g_autoptr (BearingsTable) table =
    bearings_table_open (file, BEARINGS_TABLE_CSV, columns, NULL, error);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (bearings_person_pair_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (table == NULL)
    return NULL;
  while (bearings_table_next (table, error))
    if (!read_row (table, g_str_equal (column, "value"), seen, pairs, error))
      return NULL;
  if (bearings_table_failed (table))
    return NULL;
  return g_steal_pointer (&pairs);
}
