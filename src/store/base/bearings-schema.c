/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a database of ours: what can refuse the file comes before anything is written. */

#include "bearings-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "bearings-part.h"

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
  g_autofree char *now = NULL;

  if (!bearings_database_run (self, set, error) ||
      !bearings_database_query_text (self, get, &now, error))
    return FALSE;
  if (g_strcmp0 (now, expected) == 0)
    return TRUE;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED,
               "%s: SQLite does not keep %s = %s", bearings_database_get_path (self), name, value);
  return FALSE;
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
  g_return_val_if_fail (timeout == BEARINGS_DATABASE_PATIENCE_MS, FALSE);
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

/* SQLite opens lazily: this reads the first page, and the journal. */
static gboolean
probe (BearingsDatabase *self, GError **error)
{
  gint64 version;

  return bearings_database_query_integer (self, "SELECT count (*) FROM sqlite_schema", &version,
                                          error);
}

/* A file shorter than its header says, or odd in size, was cut off. */
static gboolean
check_whole (BearingsDatabase *self, const Header *header, GError **error)
{
  if (has_journal (bearings_database_get_path (self))) /* the header may rightly be behind */
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
  g_autoptr (BearingsDatabase) self = bearings_database_connect (
    path, reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, FALSE, error);
  g_autoptr (GError) local = NULL;

  /* As long as nobody knows whether the file is one of ours, closing it leaves its journal. */
  if (self == NULL || (has_journal (path) && !bearings_database_set_switch (
                                               self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, error)))
    return NULL;
  if (!reading && sqlite3_db_readonly (bearings_database_get_handle (self), "main") == 1) {
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
      self = bearings_database_connect (path, SQLITE_OPEN_READONLY, TRUE, error);
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
  self = bearings_database_connect (part, SQLITE_OPEN_READWRITE, FALSE, error);
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
bearings_schema_open (const char *path,
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
    self = bearings_schema_open (path, schema, BEARINGS_DATABASE_WRITE, error);
    if (self == NULL)
      return NULL;
    g_clear_pointer (&self, bearings_database_close);
    return bearings_schema_open (path, schema, mode, error);
  }
  if (!configure (self, schema, mode, error) ||
      !bearings_database_set_switch (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, error) ||
      (!reading && !bearings_migration_run (self, schema->migrations, schema->version, error)))
    return NULL;
  return g_steal_pointer (&self);
}
