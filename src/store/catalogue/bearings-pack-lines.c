/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is remembered of the text of each installed record. */

#include "bearings-catalogue-private.h"

/* FALSE without an error when what is remembered does not fit what is there. */
static gboolean
read_lines (BearingsDatabase *database,
            const char *pack,
            BearingsFingerprints *prints,
            GError **error)
{
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    database,
    "SELECT lines, n_records FROM pack LEFT JOIN pack_line ON pack_line.pack = pack.rowkey "
    "WHERE id = ?1 ORDER BY chunk",
    error);
  gint64 expected = -1;
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_text (rows, 1, pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gsize size;
    const guint8 *lines = bearings_statement_get_blob (rows, 0, &size);

    expected = bearings_statement_get_integer (rows, 1);
    for (gsize at = 0; at + BEARINGS_FINGERPRINT_SIZE <= size; at += BEARINGS_FINGERPRINT_SIZE) {
      BearingsRecordKind kind;
      guint64 text;
      gint64 rowkey;

      if (bearings_fingerprints_unpack (lines + at, &text, &kind, &rowkey))
        bearings_fingerprints_add (prints, text, kind, rowkey);
    }
  }
  return step == BEARINGS_STEP_DONE && expected == bearings_fingerprints_count (prints);
}

/* The rows of the pack in one table, whose texts are not known. */
static gboolean
read_table (BearingsCatalogue *self,
            BearingsRecordKind kind,
            const char *pack,
            BearingsFingerprints *prints,
            GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rowkey FROM %s WHERE pack = (SELECT rowkey FROM pack WHERE id = ?1)",
                     bearings_catalogue_get_table (self, kind)->name);
  g_autoptr (BearingsStatement) rows =
    bearings_statement_new (bearings_catalogue_get_database (self), sql, error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_text (rows, 1, pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    bearings_fingerprints_add (prints, 0, kind, bearings_statement_get_integer (rows, 0));
  return step == BEARINGS_STEP_DONE;
}

BearingsFingerprints *
bearings_catalogue_get_fingerprints (BearingsCatalogue *self, const char *pack, GError **error)
{
  g_autoptr (BearingsFingerprints) prints = bearings_fingerprints_new ();
  g_autoptr (GError) local = NULL;

  if (read_lines (bearings_catalogue_get_database (self), pack, prints, &local))
    return g_steal_pointer (&prints);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  bearings_fingerprints_free (prints);
  prints = bearings_fingerprints_new ();
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    if (!read_table (self, kind, pack, prints, error))
      return NULL;
  return g_steal_pointer (&prints);
}
