/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions. */

#include "bearings-transaction.h"

#include <sqlite3.h>

struct _BearingsTransaction {
  BearingsDatabase *database;
  gboolean open;
};

BearingsTransaction *
bearings_transaction_begin (BearingsDatabase *database, GError **error)
{
  BearingsTransaction *self;

  if (!bearings_database_run (database, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (BearingsTransaction, 1);
  self->database = database;
  self->open = TRUE;
  return self;
}

static void
roll_back (BearingsTransaction *self)
{
  sqlite3 *handle = bearings_database_get_handle (self->database);

  self->open = FALSE;
  /* A full disk, for one, makes SQLite roll back by itself. */
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
bearings_transaction_commit (BearingsTransaction *self, GError **error)
{
  g_return_val_if_fail (self->open, FALSE);
  if (!bearings_database_run (self->database, "COMMIT", error)) {
    roll_back (self);
    return FALSE;
  }
  self->open = FALSE;
  return TRUE;
}

void
bearings_transaction_end (BearingsTransaction *self)
{
  if (self->open)
    roll_back (self);
  g_free (self);
}
