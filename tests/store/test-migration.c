/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a database from an older version to the present one. */

#include "bearings-database.h"
#include "bearings-schema.h"
#include "bearings-statement.h"
#include "store-fixture.h"

/* Three versions of a small schema: the second adds a column, the third a table. */
static const BearingsMigration steps[] = {
  { "CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES ('first')" },
  { "ALTER TABLE note ADD COLUMN length INTEGER; UPDATE note SET length = length (text)" },
  { "CREATE TABLE tag (text TEXT NOT NULL) STRICT; INSERT INTO tag SELECT text FROM note" },
};
static const BearingsMigration failing[] = {
  { "CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES ('first')" },
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
    bearings_schema_open (path, &first, BEARINGS_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 1);
  bearings_database_run (database, "INSERT INTO note VALUES ('second')", &error);
  g_assert_no_error (error);
}

/* The files beside the database: the one named, or none. */
static void
assert_only_copy (Fixture *fixture, const char *copy)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL) {
    if (g_str_equal (name, "test.db") || g_str_equal (name, "test.db-wal") ||
        g_str_equal (name, "test.db-shm"))
      continue;
    g_assert_cmpstr (name, ==, copy);
    n++;
  }
  g_assert_cmpuint (n, ==, copy != NULL ? 1 : 0);
}

static void
assert_backup (Fixture *fixture)
{
  g_autofree char *name = g_strconcat (fixture->path, ".backup-v1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsDatabase) backup = NULL;

  assert_only_copy (fixture, "test.db.backup-v1");
  backup = bearings_schema_open (name, &first, BEARINGS_DATABASE_WRITE, &error);
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
  database = bearings_schema_open (fixture->path, &third, GPOINTER_TO_INT (data), &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (database, "SELECT sum (length) FROM note"), ==, 11);
  g_assert_cmpint (query (database, "SELECT count (*) FROM tag"), ==, 2);
  assert_only_copy (fixture, NULL);
}

static void
fail (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_schema_open (fixture->path, &broken, BEARINGS_DATABASE_WRITE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no_such_table"));
}

/* A step that fails leaves the version before it, with its number, and the copy. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  make_first (fixture->path);
  fail (fixture);
  assert_backup (fixture);
  /* The mended program goes on from there. */
  database = bearings_schema_open (fixture->path, &third, BEARINGS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (database, "SELECT count (*) FROM tag"), ==, 2);
  assert_only_copy (fixture, NULL);
}

static void
leave (Fixture *fixture, const char *suffix)
{
  g_autofree char *name = g_strconcat (fixture->path, suffix, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (name, "an older copy", -1, &error);
  g_assert_no_error (error);
}

/* However often it fails, and whatever older programs have left: one copy. */
static void
test_one_copy (Fixture *fixture, gconstpointer data)
{
  make_first (fixture->path);
  leave (fixture, ".backup-v1");
  leave (fixture, ".backup-v1.2");
  leave (fixture, ".backup-v1.17");
  for (guint i = 0; i < 3; i++) {
    fail (fixture); /* the first time one of two steps is done */
    assert_only_copy (fixture, i == 0 ? "test.db.backup-v1" : "test.db.backup-v2");
  }
}

/* What somebody else put there, and what is not quite such a name, stays. */
static void
test_dropped_copies (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { ".backup-v", ".backup-vault", ".backup", ".backup-v1.old" };
  g_autoptr (GError) error = NULL;

  leave (fixture, ".backup-v1");
  leave (fixture, ".backup-v3.2");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    leave (fixture, others[i]);
  bearings_migration_drop_copies (fixture->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *name = g_strconcat (fixture->path, others[i], NULL);
    g_assert_cmpint (g_unlink (name), ==, 0);
  }
  assert_only_copy (fixture, NULL);
}

/* A database that is not what its number says is not built on. */
static void
test_other_layout (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  BearingsDatabase *database = NULL;

  make_first (fixture->path);
  database = bearings_schema_open (fixture->path, &first, BEARINGS_DATABASE_WRITE, &error);
  bearings_database_run (database, "ALTER TABLE note ADD COLUMN other TEXT", &error);
  g_assert_no_error (error);
  bearings_database_close (database);
  before = file_hash (fixture->path);
  g_assert_null (bearings_schema_open (fixture->path, &third, BEARINGS_DATABASE_WRITE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
  after = file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  assert_only_copy (fixture, NULL);
}

/* What an older program would do with the result: nothing. */
static void
test_older_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BearingsDatabase *database =
    bearings_schema_open (fixture->path, &third, BEARINGS_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  bearings_database_close (database);
  g_assert_null (bearings_schema_open (fixture->path, &first, BEARINGS_DATABASE_WRITE, &error));
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
  TEST ("one-copy", 0, test_one_copy);
  TEST ("dropped-copies", 0, test_dropped_copies);
  TEST ("other-layout", 0, test_other_layout);
  TEST ("older-program", 0, test_older_program);
  return g_test_run ();
}
