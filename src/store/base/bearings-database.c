/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening databases with care, and what every connection has in common. */

#include "bearings-database.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "bearings-thread-guard.h"

struct _BearingsDatabase {
  sqlite3 *handle;
  char *path;
  GHashTable *kept; /* what lives as long as the connection: its statements */
};

static BearingsStoreError
code_of_sqlite (sqlite3 *handle, int code)
{
  switch (code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return BEARINGS_STORE_ERROR_CORRUPT;
  case SQLITE_FULL:
    return BEARINGS_STORE_ERROR_FULL;
  case SQLITE_READONLY:
    return BEARINGS_STORE_ERROR_READ_ONLY;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return BEARINGS_STORE_ERROR_BUSY;
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return BEARINGS_STORE_ERROR_PERMISSION;
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
    return BEARINGS_STORE_ERROR_INVALID;
  case SQLITE_CANTOPEN:
  case SQLITE_IOERR:
    return bearings_store_error_from_errno (handle != NULL ? sqlite3_system_errno (handle) : 0,
                                            BEARINGS_STORE_ERROR_FAILED);
  default:
    return BEARINGS_STORE_ERROR_FAILED;
  }
}

static gboolean
fail_damaged (const char *path, const char *detail, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
               /* Translators: path of a database, then a technical detail. */
               _ ("%s is damaged and was left as it is: %s."), path, detail);
  return FALSE;
}

gboolean
bearings_database_fail_to_open (sqlite3 *handle, const char *path, int code, GError **error)
{
  BearingsStoreError kind = code_of_sqlite (handle, code);
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if (kind == BEARINGS_STORE_ERROR_CORRUPT)
    fail_damaged (path, detail, error);
  else if (kind == BEARINGS_STORE_ERROR_FULL)
    g_set_error (error, BEARINGS_STORE_ERROR, kind,
                 _ ("There is no room left on the disk to write %s."), path);
  else if (kind == BEARINGS_STORE_ERROR_READ_ONLY)
    g_set_error (error, BEARINGS_STORE_ERROR, kind, _ ("%s can only be read, not written: %s."),
                 path, detail);
  else if (kind == BEARINGS_STORE_ERROR_BUSY)
    g_set_error (error, BEARINGS_STORE_ERROR, kind, _ ("%s is being written by another program."),
                 path);
  else
    g_set_error (error, BEARINGS_STORE_ERROR, kind, "%s: %s", path, detail);
  return FALSE;
}

gboolean
bearings_database_fail (BearingsDatabase *self, int code, GError **error)
{
  return bearings_database_fail_to_open (self->handle, self->path, code, error);
}

gboolean
bearings_database_fail_damaged (BearingsDatabase *self, const char *detail, GError **error)
{
  return fail_damaged (self->path, detail, error);
}

void
bearings_database_close (BearingsDatabase *self)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  if (self->handle != NULL) {
    int code = sqlite3_close (self->handle);
    g_warn_if_fail (code == SQLITE_OK);
  }
  g_free (self->path);
  g_free (self);
}

const char *
bearings_database_get_path (BearingsDatabase *self)
{
  return self->path;
}

sqlite3 *
bearings_database_get_handle (BearingsDatabase *self)
{
  return self->handle;
}

GHashTable *
bearings_database_get_kept (BearingsDatabase *self)
{
  return self->kept;
}

void
bearings_database_set_kept (BearingsDatabase *self, GHashTable *kept)
{
  g_assert (self->kept == NULL);
  self->kept = kept;
}

gboolean
bearings_database_run (BearingsDatabase *self, const char *sql, GError **error)
{
  int code;

  bearings_thread_guard_check (sql);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || bearings_database_fail (self, code, error);
}

/* Of the first column of the first row; NULL where there is no row. */
static gboolean
query (BearingsDatabase *self, const char *sql, gint64 *integer, char **text, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  bearings_thread_guard_check (sql);
  code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW && integer != NULL)
    *integer = sqlite3_column_int64 (statement, 0);
  if (code == SQLITE_ROW && text != NULL)
    *text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE || bearings_database_fail (self, code, error);
}

gboolean
bearings_database_query_integer (BearingsDatabase *self,
                                 const char *sql,
                                 gint64 *value,
                                 GError **error)
{
  *value = 0;
  return query (self, sql, value, NULL, error);
}

gboolean
bearings_database_query_text (BearingsDatabase *self, const char *sql, char **value, GError **error)
{
  *value = NULL;
  return query (self, sql, NULL, value, error);
}

gboolean
bearings_database_checkpoint (BearingsDatabase *self, GError **error)
{
  int code;

  bearings_thread_guard_check ("PRAGMA wal_checkpoint");
  code = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return code == SQLITE_OK || bearings_database_fail (self, code, error);
}

gboolean
bearings_database_replace (BearingsDatabase *self, BearingsDatabase *from, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (self->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    return bearings_database_fail (self, sqlite3_errcode (self->handle), error);
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  return code == SQLITE_OK || bearings_database_fail (self, code, error);
}

gboolean
bearings_database_set_switch (BearingsDatabase *self, int what, int value, GError **error)
{
  int now = -1;
  int code = sqlite3_db_config (self->handle, what, value, &now);

  if (code != SQLITE_OK)
    return bearings_database_fail (self, code, error);
  if (now == value)
    return TRUE;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED,
               "%s: SQLite does not keep setting %d", self->path, what);
  return FALSE;
}

/* Nothing that a damaged or foreign file says is run. */
static gboolean
protect (BearingsDatabase *self, GError **error)
{
  return bearings_database_set_switch (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1, error) &&
         bearings_database_set_switch (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error) &&
         bearings_database_set_switch (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error) &&
         bearings_database_set_switch (self, SQLITE_DBCONFIG_DQS_DML, 0, error) &&
         bearings_database_set_switch (self, SQLITE_DBCONFIG_DQS_DDL, 0, error);
}

BearingsDatabase *
bearings_database_connect (const char *path, int flags, gboolean immutable, GError **error)
{
  g_autoptr (BearingsDatabase) self = g_new0 (BearingsDatabase, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped, immutable ? "?immutable=1" : "");
  int code;

  self->path = g_strdup (path);
  code =
    sqlite3_open_v2 (uri, &self->handle,
                     flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK) {
    bearings_database_fail_to_open (self->handle, path, code, error);
    return NULL;
  }
  sqlite3_busy_timeout (self->handle, BEARINGS_DATABASE_PATIENCE_MS); /* before anything is read */
  return protect (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
bearings_database_is_sound (BearingsDatabase *self, GError **error)
{
  g_autofree char *flaw = NULL;

  if (!bearings_database_query_text (self, "PRAGMA quick_check (1)", &flaw, error))
    return FALSE;
  return g_strcmp0 (flaw, "ok") == 0 || fail_damaged (self->path, flaw, error);
}
