/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a database from an older version to the present one. */

#include "bearings-database.h"
#include "bearings-statement.h"
#include "store-fixture.h"

/* Three versions of a small schema: the second adds a column, the third a table. */
static const BearingsMigration steps[] = {
  { "CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES ('first')" },
  { "ALTER TABLE note ADD COLUMN length INTEGER; UPDATE note SET length = length (text)" },
  { "CREATE TABLE tag (text TEXT NOT NULL) STRICT; INSERT INTO tag SELECT text FROM note" },
};
static const BearingsMigration failing[] = {
  { "" },
  { "ALTER TABLE note ADD COLUMN length INTEGER; UPDATE note SET length = length (text)" },
  { "CREATE TABLE tag (text TEXT NOT NULL) STRICT; INSERT INTO no_such_table VALUES (1)" },
};
static const BearingsSchema first = { 77, 1, steps, TRUE, FALSE };
static const BearingsSchema third = { 77, 3, steps, TRUE, FALSE };
static const BearingsSchema broken = { 77, 3, failing, TRUE, FALSE };

static gint64
query (BearingsDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  bearings_database_query_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
make_first (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsDatabase) database =
    bearings_database_open (path, &first, BEARINGS_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 1);
  bearings_database_run (database, "INSERT INTO note VALUES ('second')", &error);
  g_assert_no_error (error);
}

static void
assert_backup (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsDatabase) backup =
    bearings_database_open (name, &first, BEARINGS_DATABASE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (query (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (query (backup, "SELECT count (*) FROM note"), ==, 2);
}

/* The mode does not matter: what is only to be read is brought up to date, too. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_first (fixture->path);
  database = bearings_database_open (fixture->path, &third, GPOINTER_TO_INT (data), &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (database, "SELECT sum (length) FROM note"), ==, 11);
  g_assert_cmpint (query (database, "SELECT count (*) FROM tag"), ==, 2);
  assert_backup (fixture->path, ".backup-v1");
}

/* A step that fails leaves the version before it, with its number, and the backup. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_first (fixture->path);
  database = bearings_database_open (fixture->path, &broken, BEARINGS_DATABASE_WRITE, &error);
  g_assert_null (database);
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no_such_table"));
  g_clear_error (&error);
  assert_backup (fixture->path, ".backup-v1");
  /* The mended program goes on from there. */
  database = bearings_database_open (fixture->path, &third, BEARINGS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (database, "SELECT count (*) FROM tag"), ==, 2);
}

/* A backup never takes the place of an earlier one. */
static void
test_backups_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsDatabase) database = NULL;

  make_first (fixture->path);
  name = g_strconcat (fixture->path, ".backup-v1", NULL);
  g_file_set_contents (name, "precious", -1, &error);
  g_assert_no_error (error);
  database = bearings_database_open (fixture->path, &third, BEARINGS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_file_get_contents (name, &text, NULL, &error);
  g_assert_cmpstr (text, ==, "precious");
  assert_backup (fixture->path, ".backup-v1.2");
}

/* What an older program would do with the result: nothing. */
static void
test_older_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BearingsDatabase *database =
    bearings_database_open (fixture->path, &third, BEARINGS_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  bearings_database_close (database);
  g_assert_null (bearings_database_open (fixture->path, &first, BEARINGS_DATABASE_WRITE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NEWER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, data, function)                                                                 \
  g_test_add ("/store/migration/" name, Fixture, GINT_TO_POINTER (data), fixture_set_up, function, \
              fixture_tear_down)
  TEST ("writing", BEARINGS_DATABASE_WRITE, test_steps);
  TEST ("creating", BEARINGS_DATABASE_CREATE, test_steps);
  TEST ("reading", BEARINGS_DATABASE_READ, test_steps);
  TEST ("failure", 0, test_failure);
  TEST ("backups-are-kept", 0, test_backups_are_kept);
  TEST ("older-program", 0, test_older_program);
  return g_test_run ();
}
