/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of one pack, and the packs of records. */

#include "bearings-pack-records.h"

#include "bearings-catalogue-private.h"

gboolean
bearings_pack_records_foreach (BearingsCatalogue *self,
                               BearingsRecordKind kind,
                               const char *pack,
                               BearingsPackRecordFunc func,
                               gpointer user_data,
                               GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM %s t WHERE t.pack = (SELECT rowkey FROM pack WHERE id = ?1) "
                     "ORDER BY t.rowkey",
                     table->select, table->name);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (database, sql, error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_text (rows, 1, pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    g_autoptr (BearingsRecord) record =
      bearings_record_table_read (table, database, rows, 0, error);
    if (record == NULL || !func (record, user_data, error))
      return FALSE;
  }
  return step == BEARINGS_STEP_DONE;
}

char *
bearings_pack_records_get_pack_of (BearingsCatalogue *self,
                                   BearingsRecordKind kind,
                                   const char *id,
                                   GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autofree char *match = bearings_record_table_match_id (table);
  g_autofree char *sql = g_strdup_printf (
    "SELECT (SELECT id FROM pack WHERE rowkey = t.pack) FROM %s t WHERE %s", table->name, match);
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (bearings_catalogue_get_database (self), sql, error);
  g_auto (GStrv) parts = NULL;

  if (row == NULL || !bearings_record_table_bind_id (table, row, id, &parts) ||
      bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return NULL;
  return g_strdup (bearings_statement_get_text (row, 0));
}
