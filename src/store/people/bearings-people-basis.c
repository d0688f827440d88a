/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sitting is scored with. */

#include "bearings-people-private.h"
#include "bearings-statement.h"

char *
bearings_people_store_basis (BearingsPeople *self, GBytes *basis, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, basis);
  g_autoptr (BearingsStatement) insert =
    bearings_statement_new (bearings_people_get_database (self),
                            "INSERT OR IGNORE INTO basis (digest, body) VALUES (?1, ?2)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (basis, &size);

  if (insert == NULL)
    return NULL;
  bearings_statement_bind_text (insert, 1, digest);
  bearings_statement_bind_blob (insert, 2, data, size);
  return bearings_statement_run (insert, error) ? g_steal_pointer (&digest) : NULL;
}

GBytes *
bearings_people_get_basis (BearingsPeople *self, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (
    bearings_people_get_database (self),
    "SELECT b.body FROM session s JOIN basis b ON b.rowkey = s.basis WHERE s.id = ?1", error);
  gconstpointer data;
  gsize size;

  if (row == NULL)
    return NULL;
  bearings_statement_bind_text (row, 1, sitting_id);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return NULL;
  data = bearings_statement_get_blob (row, 0, &size);
  return g_bytes_new (data, size);
}
