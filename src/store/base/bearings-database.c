/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening databases with care, and what every connection has in common. */

#include "bearings-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "bearings-part.h"
#include "bearings-statement.h"
#include "bearings-thread-guard.h"

#define BUSY_TIMEOUT_MS 5000

struct _BearingsDatabase {
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* SQL -> BearingsStatement */
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

/* What the first 100 bytes of the file say, read without SQLite, which might write. */
typedef struct {
  guint32 page_size;
  guint32 n_pages; /* 0: not known */
  gint32 user_version;
  gint32 application_id;
  goffset size;
} Header;

static guint32
big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
read_header (const char *path, Header *header, GError **error)
{
  guint8 bytes[100];
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  GStatBuf status;
  gssize got;

  if (file < 0) {
    int saved = errno;
    g_set_error (error, BEARINGS_STORE_ERROR,
                 bearings_store_error_from_errno (saved, BEARINGS_STORE_ERROR_FAILED),
                 _ ("%s cannot be opened: %s."), path, g_strerror (saved));
    return FALSE;
  }
  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode)) {
    close (file);
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT, _ ("%s is not a file."),
                 path);
    return FALSE;
  }
  got = read (file, bytes, sizeof bytes);
  close (file);
  if (status.st_size == 0) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                 _ ("%s is empty, and was left as it is. Move it away to begin anew."), path);
    return FALSE;
  }
  if (got != sizeof bytes || memcmp (bytes, "SQLite format 3", 16) != 0) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                 _ ("%s is not a database, or its beginning is damaged. It was left as it is."),
                 path);
    return FALSE;
  }
  header->page_size = (guint32) bytes[16] << 8 | bytes[17];
  if (header->page_size == 1)
    header->page_size = 65536;
  /* The page count is good when the counter beside it is that of the last change. */
  header->n_pages =
    big_endian (bytes + 24) == big_endian (bytes + 92) ? big_endian (bytes + 28) : 0;
  header->user_version = (gint32) big_endian (bytes + 60);
  header->application_id = (gint32) big_endian (bytes + 68);
  header->size = status.st_size;
  return TRUE;
}

/* Versions count from 1: another number was never written by any version of Bearings. */
static gboolean
check_version (const char *path, gint64 version, const BearingsSchema *schema, GError **error)
{
  if (version >= 1 && version <= schema->version)
    return TRUE;
  if (version < 1) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                 /* Translators: path of a database, a number that is wrong. */
                 _ ("%s is damaged: it says that its version is %d, and there is no such version. "
                    "It was left as it is."),
                 path, (int) version);
    return FALSE;
  }
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NEWER,
               /* Translators: path of a database, its version, the version this program knows. */
               _ ("%s was written by a newer version of Bearings (its version is %d, this program "
                  "knows up to %d). It was left as it is."),
               path, (int) version, schema->version);
  return FALSE;
}

static gboolean
check_header (const char *path, const Header *header, const BearingsSchema *schema, GError **error)
{
  if (header->application_id != schema->application_id) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_OURS,
                 _ ("%s is the database of another program. It was left as it is."), path);
    return FALSE;
  }
  return check_version (path, header->user_version, schema, error);
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (wal, &status) == 0 && status.st_size > 0;
}

void
bearings_database_close (BearingsDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
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
bearings_statement_cache_of (BearingsDatabase *self)
{
  return self->statements;
}

gboolean
bearings_database_run (BearingsDatabase *self, const char *sql, GError **error)
{
  int code;

  bearings_thread_guard_check (sql);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || bearings_database_fail (self, code, error);
}

gboolean
bearings_database_query_integer (BearingsDatabase *self,
                                 const char *sql,
                                 gint64 *value,
                                 GError **error)
{
  g_autoptr (BearingsStatement) statement = bearings_statement_new (self, sql, error);
  BearingsStep step;

  if (statement == NULL)
    return FALSE;
  step = bearings_statement_step (statement, error);
  *value = step == BEARINGS_STEP_ROW ? bearings_statement_get_integer (statement, 0) : 0;
  return step != BEARINGS_STEP_ERROR;
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

/* Sets a pragma and reads it back: some are ignored without a word. */
static gboolean
set_pragma (BearingsDatabase *self,
            const char *name,
            const char *value,
            const char *expected,
            GError **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);
  g_autoptr (BearingsStatement) statement = NULL;
  BearingsStep step;

  if (!bearings_database_run (self, set, error))
    return FALSE;
  statement = bearings_statement_new (self, get, error);
  if (statement == NULL)
    return FALSE;
  step = bearings_statement_step (statement, error);
  if (step == BEARINGS_STEP_ERROR)
    return FALSE;
  if (step == BEARINGS_STEP_ROW &&
      g_strcmp0 (bearings_statement_get_text (statement, 0), expected) == 0)
    return TRUE;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED,
               "%s: SQLite does not keep %s = %s", self->path, name, value);
  return FALSE;
}

static gboolean
set_switch (BearingsDatabase *self, int what, int value, GError **error)
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
  return set_switch (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1, error) &&
         set_switch (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error) &&
         set_switch (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error) &&
         set_switch (self, SQLITE_DBCONFIG_DQS_DML, 0, error) &&
         set_switch (self, SQLITE_DBCONFIG_DQS_DDL, 0, error);
}

/* What may write to the file. */
static gboolean
configure (BearingsDatabase *self,
           const BearingsSchema *schema,
           BearingsDatabaseMode mode,
           GError **error)
{
  gint64 timeout = 0;

  if (!bearings_database_query_integer (self, "PRAGMA busy_timeout", &timeout, error))
    return FALSE;
  g_return_val_if_fail (timeout == BUSY_TIMEOUT_MS, FALSE);
  if (!set_pragma (self, "cell_size_check", "ON", "1", error))
    return FALSE;
  /* What is personal is never in a file but its own. Source data may be sorted in files, which is
   * faster for a large catalogue and keeps memory flat. */
  if (schema->secret && !set_pragma (self, "temp_store", "MEMORY", "2", error))
    return FALSE;
  if (mode == BEARINGS_DATABASE_READ)
    return set_pragma (self, "query_only", "ON", "1", error);
  return set_pragma (self, "journal_mode", "WAL", "wal", error) &&
         set_pragma (self, "synchronous", schema->durable ? "FULL" : "NORMAL",
                     schema->durable ? "2" : "1", error) &&
         set_pragma (self, "secure_delete", schema->secret ? "ON" : "OFF",
                     schema->secret ? "1" : "0", error);
}

/* Statements are long and looked up for each row that is written: eight bytes at a time. */
static guint
hash_statement (gconstpointer key)
{
  gsize length = strlen (key);
  guint64 hash = length;

  for (gsize i = 0; i < length; i += sizeof hash) {
    guint64 piece = 0;

    memcpy (&piece, (const char *) key + i, MIN (sizeof piece, length - i));
    hash = (hash ^ piece) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  }
  return (guint) (hash >> 32);
}

static BearingsDatabase *
connect_to (const char *path, int flags, gboolean immutable, GError **error)
{
  g_autoptr (BearingsDatabase) self = g_new0 (BearingsDatabase, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped, immutable ? "?immutable=1" : "");
  int code;

  self->path = g_strdup (path);
  self->statements =
    g_hash_table_new_full (hash_statement, g_str_equal, g_free, bearings_statement_finalize);
  code =
    sqlite3_open_v2 (uri, &self->handle,
                     flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK) {
    bearings_database_fail_to_open (self->handle, path, code, error);
    return NULL;
  }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS); /* before anything is read */
  return protect (self, error) ? g_steal_pointer (&self) : NULL;
}

/* SQLite opens lazily: this reads the first page, and the journal. */
static gboolean
probe (BearingsDatabase *self, GError **error)
{
  gint64 version;

  return bearings_database_query_integer (self, "SELECT count (*) FROM sqlite_schema", &version,
                                          error);
}

gboolean
bearings_database_is_sound (BearingsDatabase *self, GError **error)
{
  g_autoptr (BearingsStatement) statement =
    bearings_statement_new (self, "PRAGMA quick_check (1)", error);

  if (statement == NULL || bearings_statement_step (statement, error) == BEARINGS_STEP_ERROR)
    return FALSE;
  if (g_strcmp0 (bearings_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  return fail_damaged (self->path, bearings_statement_get_text (statement, 0), error);
}

/* A file shorter than its header says, or odd in size, was cut off. */
static gboolean
check_whole (BearingsDatabase *self, const Header *header, GError **error)
{
  if (has_journal (self->path)) /* the header may rightly be behind */
    return TRUE;
  if (header->page_size >= 512 && header->size % header->page_size == 0 &&
      (header->n_pages == 0 || (goffset) header->n_pages * header->page_size == header->size))
    return TRUE;
  return bearings_database_is_sound (self, error);
}

/* A connection to a file whose header is good; nothing of it is written yet. */
static BearingsDatabase *
connect_existing (const char *path, const Header *header, gboolean reading, GError **error)
{
  g_autoptr (BearingsDatabase) self =
    connect_to (path, reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, FALSE, error);
  g_autoptr (GError) local = NULL;

  /* As long as nobody knows whether the file is one of ours, closing it leaves its journal. */
  if (self == NULL ||
      (has_journal (path) && !set_switch (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, error)))
    return NULL;
  if (!reading && sqlite3_db_readonly (self->handle, "main") == 1) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_READ_ONLY,
                 _ ("%s can only be read, not written."), path);
    return NULL;
  }
  if (!probe (self, &local)) {
    /* Reading needs a file for the locks beside the database. Where none can be made nobody
     * writes either, so that the file may be taken for unchanging. */
    if (reading && !has_journal (path) &&
        !g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT) &&
        !g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_BUSY)) {
      g_clear_pointer (&self, bearings_database_close);
      self = connect_to (path, SQLITE_OPEN_READONLY, TRUE, error);
      if (self == NULL || !probe (self, error))
        return NULL;
    } else {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  return check_whole (self, header, error) ? g_steal_pointer (&self) : NULL;
}

/* Makes the database under another name; never over a file that another program has made meanwhile.
 */
static gboolean
create (const char *path, const BearingsSchema *schema, GError **error)
{
  g_autofree char *part = bearings_part_new (path, error);
  g_autofree char *identify =
    g_strdup_printf ("PRAGMA application_id = %d", schema->application_id);
  BearingsDatabase *self;
  gboolean made;

  if (part == NULL)
    return FALSE;
  self = connect_to (part, SQLITE_OPEN_READWRITE, FALSE, error);
  made = self != NULL && bearings_database_run (self, identify, error) &&
         configure (self, schema, BEARINGS_DATABASE_CREATE, error) &&
         bearings_migration_run (self, schema->migrations, schema->version, error) &&
         bearings_database_checkpoint (self, error);
  g_clear_pointer (&self, bearings_database_close);
  made = made && bearings_part_link (part, path, NULL, error);
  bearings_part_drop (part);
  return made;
}

/* Everything that can refuse the file comes before anything is written. */
BearingsDatabase *
bearings_database_open (const char *path,
                        const BearingsSchema *schema,
                        BearingsDatabaseMode mode,
                        GError **error)
{
  gboolean reading = mode == BEARINGS_DATABASE_READ;
  g_autoptr (BearingsDatabase) self = NULL;
  Header header;
  gint64 version;

  if (mode == BEARINGS_DATABASE_CREATE && g_access (path, F_OK) != 0 && errno == ENOENT &&
      !create (path, schema, error))
    return NULL;
  if (!read_header (path, &header, error) || !check_header (path, &header, schema, error))
    return NULL;
  self = connect_existing (path, &header, reading, error);
  /* Again, through SQLite: a migration may still stand in the journal only. */
  if (self == NULL ||
      !bearings_database_query_integer (self, "PRAGMA user_version", &version, error) ||
      !check_version (path, version, schema, error) ||
      (version < schema->version &&
       !bearings_migration_check (self, schema->migrations, (int) version, error)))
    return NULL;
  if (version < schema->version && reading) {
    g_clear_pointer (&self, bearings_database_close);
    self = bearings_database_open (path, schema, BEARINGS_DATABASE_WRITE, error);
    if (self == NULL)
      return NULL;
    g_clear_pointer (&self, bearings_database_close);
    return bearings_database_open (path, schema, mode, error);
  }
  if (!configure (self, schema, mode, error) ||
      !set_switch (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, error) ||
      (!reading && !bearings_migration_run (self, schema->migrations, schema->version, error)))
    return NULL;
  return g_steal_pointer (&self);
}
