/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: backup, then each step with its number in one transaction. */

#include "bearings-migration.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "bearings-part.h"
#include "bearings-transaction.h"

#define BACKUP ".backup-v"

/* Whether @name is that of a copy of @base. Older versions of Bearings numbered them: ".2". */
static gboolean
is_copy (const char *name, const char *base)
{
  const char *rest = g_str_has_prefix (name, base) ? name + strlen (base) : "";

  if (!g_str_has_prefix (rest, BACKUP))
    return FALSE;
  rest += strlen (BACKUP);
  return *rest != '\0' && strspn (rest, "0123456789.") == strlen (rest);
}

/* Deletes the copies but that named @but. */
static gboolean
drop_copies (const char *path, const char *but, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) names = g_dir_open (folder, 0, error);
  const char *name;

  if (names == NULL)
    return FALSE;
  while ((name = g_dir_read_name (names)) != NULL) {
    g_autofree char *copy = is_copy (name, base) ? g_build_filename (folder, name, NULL) : NULL;

    if (copy == NULL || g_strcmp0 (copy, but) == 0 || unlink (copy) == 0 || errno == ENOENT)
      continue;
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_PERMISSION,
                 /* Translators: path of a file, why. */
                 _ ("The copy %s cannot be deleted: %s."), copy, g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}

gboolean
bearings_migration_drop_copies (const char *path, GError **error)
{
  return drop_copies (path, NULL, error);
}

/* Copies the database into the file @name. */
static gboolean
copy_into (BearingsDatabase *database, const char *name, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int code = sqlite3_open_v2 (name, &copy, SQLITE_OPEN_READWRITE, NULL);

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
    bearings_database_fail_to_open (copy, name, code, error);
  sqlite3_close (copy);
  return code == SQLITE_OK;
}

/* Whole or not at all; takes the place of every earlier copy. */
static gboolean
back_up (BearingsDatabase *database, gint64 version, GError **error)
{
  const char *path = bearings_database_get_path (database);
  g_autofree char *name = g_strdup_printf ("%s" BACKUP "%" G_GINT64_FORMAT, path, version);
  g_autofree char *part = bearings_part_new (path, error);

  if (part == NULL)
    return FALSE;
  if (copy_into (database, part, error) && bearings_part_rename (part, name, error))
    return drop_copies (path, name, error);
  bearings_part_drop (part);
  return FALSE;
}

/* What is in a database, and of which columns. */
static const char layout_sql[] =
  "SELECT concat_ws (' ', type, name, tbl_name, (SELECT group_concat (concat_ws (' ', c.name, "
  "c.type, c.\"notnull\", c.pk), ', ') FROM pragma_table_xinfo (s.name) c)) FROM sqlite_schema s "
  "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name";

static char *
describe_layout (sqlite3 *handle, int *code)
{
  g_autoptr (GString) layout = g_string_new (NULL);
  sqlite3_stmt *rows = NULL;

  *code = sqlite3_prepare_v2 (handle, layout_sql, -1, &rows, NULL);
  while (*code == SQLITE_OK && (*code = sqlite3_step (rows)) == SQLITE_ROW) {
    g_string_append_printf (layout, "%s\n", (const char *) sqlite3_column_text (rows, 0));
    *code = SQLITE_OK;
  }
  if (*code == SQLITE_DONE)
    *code = SQLITE_OK;
  sqlite3_finalize (rows);
  return *code == SQLITE_OK ? g_string_free_and_steal (g_steal_pointer (&layout)) : NULL;
}

/* What a database of the version is, made in memory. */
static char *
expected_layout (const BearingsMigration *migrations, int version, GError **error)
{
  sqlite3 *memory = NULL;
  char *layout = NULL;
  int code = sqlite3_open_v2 (":memory:", &memory, SQLITE_OPEN_READWRITE, NULL);

  for (int i = 0; i < version && code == SQLITE_OK; i++)
    code = sqlite3_exec (memory, migrations[i].sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    layout = describe_layout (memory, &code);
  if (code != SQLITE_OK)
    bearings_database_fail_to_open (memory, ":memory:", code, error);
  sqlite3_close (memory);
  return layout;
}

gboolean
bearings_migration_check (BearingsDatabase *database,
                          const BearingsMigration *migrations,
                          int version,
                          GError **error)
{
  g_autofree char *expected = expected_layout (migrations, version, error);
  g_autofree char *layout = NULL;
  int code;

  if (expected == NULL)
    return FALSE;
  layout = describe_layout (bearings_database_get_handle (database), &code);
  if (layout == NULL)
    return bearings_database_fail (database, code, error);
  if (g_str_equal (layout, expected))
    return TRUE;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
               /* Translators: path of a database, a number. */
               _ ("%s is damaged: it says that its version is %d, but what is in it is not of that "
                  "version. It was left as it is."),
               bearings_database_get_path (database), version);
  return FALSE;
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
                        GError **error)
{
  const char *path = bearings_database_get_path (database);
  gint64 from = 0;

  if (!bearings_database_query_integer (database, "PRAGMA user_version", &from, error))
    return FALSE;
  if (from == version) /* copies are of a failure that somebody has mended since */
    return drop_copies (path, NULL, error);
  if (from < 0 || from > version) { /* looked at before: it has changed under us */
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_BUSY,
                 _ ("%s is being written by another program."), path);
    return FALSE;
  }
  /* A step must not build on damage, which it would also make harder to mend. */
  if (from > 0 &&
      (!bearings_database_is_sound (database, error) || !back_up (database, from, error)))
    return FALSE;
  while (from < version) {
    gint64 before = from;

    if (!run_step (database, &migrations[from], from, error) ||
        !bearings_database_query_integer (database, "PRAGMA user_version", &from, error))
      return FALSE;
    g_return_val_if_fail (from > before, FALSE);
  }
  return bearings_database_is_sound (database, error) && drop_copies (path, NULL, error);
}
