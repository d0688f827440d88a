/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: backup, then each step with its number in one transaction. */

#include "bearings-migration.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <unistd.h>

#include "bearings-database.h"
#include "bearings-transaction.h"

/* The first of FILE.backup-vN, FILE.backup-vN.2, ... that is free, made empty and ours. */
static char *
claim_backup_name (const char *path, gint64 version, GError **error)
{
  for (guint i = 1; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("%s.backup-v%" G_GINT64_FORMAT, path, version);
    int file;

    if (i > 1) {
      g_autofree char *first = g_steal_pointer (&name);
      name = g_strdup_printf ("%s.%u", first, i);
    }
    file = open (name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) {
      close (file);
      return g_steal_pointer (&name);
    }
    if (errno != EEXIST)
      break;
  }
  g_set_error (error, BEARINGS_STORE_ERROR,
               errno == ENOSPC ? BEARINGS_STORE_ERROR_FULL : BEARINGS_STORE_ERROR_READ_ONLY,
               /* Translators: the path of a database. */
               _ ("%s cannot be backed up before it is brought up to date: %s."), path,
               g_strerror (errno));
  return NULL;
}

/* Returns the path of the copy. */
static char *
back_up (BearingsDatabase *database, gint64 version, GError **error)
{
  const char *path = bearings_database_get_path (database);
  g_autofree char *name = claim_backup_name (path, version, error);
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int code;

  if (name == NULL)
    return NULL;
  code = sqlite3_open_v2 (name, &copy, SQLITE_OPEN_READWRITE, NULL);
  backup = code == SQLITE_OK
             ? sqlite3_backup_init (copy, "main", bearings_database_get_handle (database), "main")
             : NULL;
  if (backup != NULL) {
    sqlite3_backup_step (backup, -1);
    code = sqlite3_backup_finish (backup);
  } else if (code == SQLITE_OK) {
    code = sqlite3_errcode (copy);
  }
  if (code != SQLITE_OK)
    bearings_store_fail (copy, name, code, error);
  sqlite3_close (copy);
  if (code != SQLITE_OK) {
    unlink (name);
    return NULL;
  }
  return g_steal_pointer (&name);
}

static gboolean
run_step (BearingsDatabase *database,
          const BearingsMigration *migration,
          gint64 from,
          GError **error)
{
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %d", (int) from + 1);
  gint64 now = 0;

  if (transaction == NULL ||
      !bearings_database_query_integer (database, "PRAGMA user_version", &now, error))
    return FALSE;
  if (now != from) /* another program was quicker */
    return TRUE;
  return bearings_database_run (database, migration->sql, error) &&
         bearings_database_run (database, bump, error) &&
         bearings_transaction_commit (transaction, error);
}

gboolean
bearings_migration_run (BearingsDatabase *database,
                        const BearingsMigration *migrations,
                        int version,
                        gboolean secret,
                        GError **error)
{
  g_autofree char *backup = NULL;
  gint64 from = 0;

  if (!bearings_database_query_integer (database, "PRAGMA user_version", &from, error))
    return FALSE;
  if (from > 0 && from < version) {
    /* A step must not build on damage, which it would also make harder to mend. */
    backup = bearings_database_is_sound (database, error) ? back_up (database, from, error) : NULL;
    if (backup == NULL)
      return FALSE;
  }
  while (from < version) {
    gint64 before = from;

    if (!run_step (database, &migrations[from], from, error) ||
        !bearings_database_query_integer (database, "PRAGMA user_version", &from, error))
      return FALSE;
    g_return_val_if_fail (from > before, FALSE);
  }
  if (secret && backup != NULL)
    unlink (backup);
  return TRUE;
}
