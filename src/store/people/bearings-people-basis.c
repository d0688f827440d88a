/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sitting is scored with. */

#include "bearings-people-private.h"
#include "bearings-statement.h"
#include "bearings-transaction.h"

/* Stores the bytes unless they are there. */
static gboolean
keep (BearingsDatabase *database, const char *digest, GBytes *basis, GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    database, "INSERT OR IGNORE INTO basis (digest, body) VALUES (?1, ?2)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (basis, &size);

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, digest);
  bearings_statement_bind_blob (insert, 2, data, size);
  return bearings_statement_run (insert, error);
}

gboolean
bearings_people_set_basis (BearingsPeople *self,
                           const char *session_id,
                           GBytes *basis,
                           GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, basis);
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
  g_autoptr (BearingsStatement) update = NULL;

  if (transaction == NULL || !keep (database, digest, basis, error))
    return FALSE;
  update = bearings_statement_new (
    database,
    "UPDATE session SET basis = (SELECT rowkey FROM basis WHERE digest = ?2) WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;
  bearings_statement_bind_text (update, 1, session_id);
  bearings_statement_bind_text (update, 2, digest);
  return bearings_statement_run (update, error) && bearings_transaction_commit (transaction, error);
}

GBytes *
bearings_people_get_basis (BearingsPeople *self, const char *session_id, GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (
    bearings_people_get_database (self),
    "SELECT b.body FROM session s JOIN basis b ON b.rowkey = s.basis WHERE s.id = ?1", error);
  gconstpointer data;
  gsize size;

  if (row == NULL)
    return NULL;
  bearings_statement_bind_text (row, 1, session_id);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return NULL;
  data = bearings_statement_get_blob (row, 0, &size);
  return g_bytes_new (data, size);
}
