/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a damaged catalogue says is looked at before it is used: numbers are no indexes, and what
 * has to be there may be missing. */

#include <sqlite3.h>

#include "bearings-people.h"
#include "store-fixture.h"

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* A small catalogue with an import that can be undone, in which @sql was run. */
static void
make_damaged (Fixture *fixture, const char *sql)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (BearingsImportSummary) first = NULL;
  g_autoptr (BearingsImportSummary) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_tear_down (fixture, NULL);
  fixture_set_up (fixture, NULL);
  catalogue = catalogue_new (fixture->path);
  add_source (records, "survey");
  add_occupation (records, "15-2051.00", "Data Scientists", "survey");
  add_skill (records, "python", "Python");
  add_role (records, "engineer", "Machine Learning Engineer", "15-2051.00");
  add_claim (records, "claim", "Nearly all use it.", "survey");
  add_skill (records, "sql", "SQL");
  first = import_pack (catalogue, "own", "1.0", records, &error);
  g_assert_no_error (error);
  g_ptr_array_remove_index (records, 5);
  second = import_pack (catalogue, "own", "1.1", records, &error);
  g_assert_no_error (error);
  g_clear_object (&catalogue);
  run_sql (fixture->path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
                          "replace (sql, 'NOT NULL', '') WHERE type = 'table' AND "
                          "name NOT LIKE 'search_index%' AND name NOT LIKE 'library_index%'");
  run_sql (fixture->path, sql);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE search_text SET kind = -1",
    "UPDATE search_text SET kind = -64",
    "UPDATE search_text SET kind = 62",
    "UPDATE search_text SET kind = 64",
    "UPDATE search_text SET kind = 1000000",
    "UPDATE search_text SET kind = 9223372036854775807",
    "UPDATE search_text SET kind = -9223372036854775808",
    "UPDATE search_text SET kind = NULL",
    "UPDATE search_text SET record = 1000000",
    "UPDATE search_text SET record = NULL",
    "UPDATE search_kind SET name = NULL WHERE rank = 0",
    "UPDATE search_kind SET name = 'item' WHERE rank = 0",
    "UPDATE search_kind SET name = 'nothing' WHERE rank = 0",
    "UPDATE search_kind SET rank = -5 WHERE rank = 0",
    "UPDATE search_kind SET rank = 70 WHERE rank = 0",
    "UPDATE role SET id = NULL",
    "UPDATE role SET title = NULL",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autoptr (BearingsCatalogue) catalogue = NULL;
    g_autoptr (GPtrArray) hits = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", damages[i]);
    make_damaged (fixture, damages[i]);
    catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
    g_assert_no_error (error);
    hits = bearings_catalogue_search (catalogue, "machine", NULL, 0, 5, 0, &error);
    g_assert_true ((hits == NULL) == (error != NULL));
    if (error != NULL)
      g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
    for (guint j = 0; hits != NULL && j < hits->len; j++) {
      g_assert_nonnull (bearings_hit_get_id (hits->pdata[j]));
      g_assert_nonnull (bearings_hit_get_title (hits->pdata[j]));
    }
  }
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  static const struct {
    BearingsRecordKind kind;
    const char *sql;
  } damages[] = {
    { BEARINGS_RECORD_ROLE, "UPDATE role SET id = NULL" },
    { BEARINGS_RECORD_SKILL, "UPDATE skill SET kind = 'nothing'" },
    { BEARINGS_RECORD_SKILL, "INSERT INTO skill_aliases (owner, ordinal, value) "
                             "SELECT rowkey, 0, NULL FROM skill" },
    { BEARINGS_RECORD_CLAIM, "UPDATE claim SET peer_reviewed = 7" },
    { BEARINGS_RECORD_CLAIM, "UPDATE claim SET peer_reviewed = -9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autoptr (BearingsCatalogue) catalogue = NULL;
    g_autoptr (GPtrArray) list = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", damages[i].sql);
    make_damaged (fixture, damages[i].sql);
    catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
    g_assert_no_error (error);
    list = bearings_catalogue_list (catalogue, damages[i].kind, NULL, NULL, &error);
    g_assert_null (list);
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
    g_assert_nonnull (strstr (error->message, fixture->path));
  }
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE import_change SET kind = NULL",
    "UPDATE import_change SET kind = 'nothing'",
    "UPDATE import_change SET first = -9223372036854775808, last = 9223372036854775807",
    "UPDATE import_change SET first = 9223372036854775000, last = 9223372036854775807",
    "UPDATE import_change SET first = NULL",
    "UPDATE import_change SET last = NULL",
    "UPDATE import_change SET first = 5, last = 4",
    "UPDATE import_change SET record = NULL",
    "UPDATE import_change SET record = x'00ff00ff00ff00ff00'",
    "UPDATE import_event SET before = x'00ff'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autoptr (BearingsCatalogue) catalogue = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", damages[i]);
    make_damaged (fixture, damages[i]);
    catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_WRITE, &error);
    g_assert_no_error (error);
    g_assert_false (bearings_import_undo (catalogue, 2, NULL, NULL, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/numbers/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("search", test_search);
  TEST ("records", test_records);
  TEST ("undo", test_undo);
  return g_test_run ();
}
