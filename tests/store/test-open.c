/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening databases: released versions, damaged, newer and foreign files, read-only places. */

#include <errno.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include "bearings-catalogue-library.h"
#include "bearings-catalogue-private.h"
#include "bearings-people-private.h"
#include "store-fixture.h"

static void
copy_fixture (const char *name, const char *path)
{
  g_autofree char *from = g_build_filename (FIXTURES, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (from, &data, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

/* A catalogue of version 1 as it was released still opens, with everything in it. */
static void
test_released_catalogue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (BearingsClaim) claim = NULL;
  g_autoptr (BearingsItem) item = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  copy_fixture (data, fixture->path);
  catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_WRITE, &error);
  g_assert_no_error (error);
  claim = bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "claim-1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (claim->finding.count, ==, 556);
  g_assert_cmpint (claim->finding.interval, ==, BEARINGS_INTERVAL_WILSON);
  g_assert_cmpstr (((BearingsClaimDirectness *) claim->directness->pdata[0])->role, ==,
                   "machine-learning-engineer");
  item = bearings_catalogue_get (catalogue, BEARINGS_RECORD_ITEM, "item-1", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (g_array_index (item->parameters.b, double, 0), ==, -0.5);
  g_assert_cmpint (((BearingsItemOption *) item->options->pdata[0])->key, ==, BEARINGS_YES);
  /* What later versions derive from the records is there for those of older ones. */
  keys = bearings_catalogue_library_list (catalogue, query, "2026-01-01", -1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  hits = bearings_catalogue_search (catalogue, "machine learning", NULL, 0, 5, 0, &error);
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[0]), ==, "machine-learning-engineer");
  packs = bearings_catalogue_list_packs (catalogue, &error);
  g_assert_cmpint (((BearingsInstalledPack *) packs->pdata[0])->n_records, ==, 7);
}

static gboolean
file_exists (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

static void
test_released_people (Fixture *fixture, gconstpointer data)
{
  const char *released = data;
  g_autoptr (BearingsPeople) people = NULL;
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GBytes) basis = NULL;
  g_autoptr (GError) error = NULL;
  BearingsSittingInfo *info;
  BearingsEntry *entry;

  copy_fixture (released, fixture->path);
  people = bearings_people_open (fixture->path, &error);
  g_assert_no_error (error);
  sittings = bearings_people_list_sittings (people, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 1);
  info = sittings->pdata[0];
  g_assert_cmpstr (info->client, ==, "blue-otter");
  g_assert_cmpint (info->started, ==, 1700000000000000);
  g_assert_false (info->passing);
  log = bearings_people_read_log (people, info->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 2);
  entry = log->pdata[1];
  g_assert_cmpint (entry->kind, ==, BEARINGS_ENTRY_ANSWERED);
  g_assert_cmpstr (entry->item_id, ==, "item-1");
  g_assert_cmpstr (entry->response, ==, "a");
  g_assert_cmpint (entry->duration_ms, ==, 4200);
  g_assert_cmpint (entry->time, ==, 1700000000000000);
  basis = bearings_people_get_basis (people, info->id, &error);
  g_assert_no_error (error);
  g_assert_true ((basis != NULL) == !g_str_equal (released, "people-1.db"));
  g_assert_cmpstr (info->skill, ==, basis != NULL ? "python" : NULL);
  /* A copy would outlive the deletion of what it holds. */
  g_assert_false (file_exists (fixture->path, ".backup-v1"));
}

/* Both databases refuse the file with the code, in every mode, and leave it as it is. */
static void
assert_refused (Fixture *fixture, int code, gboolean is_file)
{
  g_autofree char *before = is_file ? file_hash (fixture->path) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  for (BearingsCatalogueMode mode = BEARINGS_CATALOGUE_READ; mode <= BEARINGS_CATALOGUE_CREATE;
       mode++) {
    g_assert_null (bearings_catalogue_open (fixture->path, mode, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, code);
    g_assert_nonnull (strstr (error->message, fixture->path));
    g_clear_error (&error);
  }
  g_assert_null (bearings_people_open (fixture->path, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, code);
  if (is_file) {
    g_autofree char *after = file_hash (fixture->path);
    g_assert_cmpstr (before, ==, after);
  }
  /* Nothing was put beside it either. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_cmpstr (name, ==, "test.db");
}

static void
write_file (Fixture *fixture, const char *data, gssize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, data, size, &error);
  g_assert_no_error (error);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "", 0);
  assert_refused (fixture, BEARINGS_STORE_ERROR_CORRUPT, TRUE);
  write_file (fixture, "Dear diary, today I am a text file and nothing else.\n", -1);
  assert_refused (fixture, BEARINGS_STORE_ERROR_CORRUPT, TRUE);
  write_file (fixture, "SQLite format 3", 16);
  assert_refused (fixture, BEARINGS_STORE_ERROR_CORRUPT, TRUE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, BEARINGS_STORE_ERROR_CORRUPT, FALSE);
}

static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, "CREATE TABLE recipe (title TEXT); PRAGMA application_id = 1234");
  assert_refused (fixture, BEARINGS_STORE_ERROR_NOT_OURS, TRUE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  run_sql (fixture->path, "CREATE TABLE recipe (title TEXT)");
  assert_refused (fixture, BEARINGS_STORE_ERROR_NOT_OURS, TRUE);
}

/* One of our databases is not the other. */
static void
test_other_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  copy_fixture ("catalogue-9.db", fixture->path);
  before = file_hash (fixture->path);
  g_assert_null (bearings_people_open (fixture->path, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_OURS);
  after = file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  static const gint32 ids[] = { BEARINGS_CATALOGUE_APPLICATION_ID, BEARINGS_PEOPLE_APPLICATION_ID };
  static const char *const names[] = { "catalogue-1.db", "people-1.db" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    copy_fixture (names[i], fixture->path);
    run_sql (fixture->path, "PRAGMA user_version = 99");
    before = file_hash (fixture->path);
    if (i == 0)
      g_assert_null (bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_WRITE, &error));
    else
      g_assert_null (bearings_people_open (fixture->path, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NEWER);
    g_assert_nonnull (strstr (error->message, "99"));
    after = file_hash (fixture->path);
    g_assert_cmpstr (before, ==, after);
  }
}

/* Damage in any place is an error, never a crash, and never mended by overwriting. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  gsize size;
  guint n_refused = 0;

  copy_fixture ("catalogue-9.db", fixture->path);
  g_file_get_contents (fixture->path, &good, &size, NULL);
  for (guint round = 0; round < 300; round++) {
    g_autofree char *bad = g_memdup2 (good, size);
    gsize start = round < 100 ? (gsize) g_rand_int_range (rand, 0, 200)
                              : (gsize) g_rand_int_range (rand, 0, (gint32) size);
    gsize wanted = (gsize) g_rand_int_range (rand, 1, 3000); /* drawn once: MIN() repeats */
    gsize length = MIN (size - start, wanted);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsCatalogue) catalogue = NULL;

    for (gsize i = 0; i < length; i++)
      bad[start + i] = (char) g_rand_int (rand);
    write_file (fixture, bad, (gssize) size);
    before = file_hash (fixture->path);
    catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
    for (guint kind = 0; catalogue != NULL && error == NULL && kind < BEARINGS_N_RECORD_KINDS;
         kind++) {
      g_autoptr (GPtrArray) list = bearings_catalogue_list (catalogue, kind, NULL, NULL, &error);
      g_assert_true ((list == NULL) == (error != NULL));
    }
    n_refused += error != NULL;
    g_clear_object (&catalogue);
    after = file_hash (fixture->path);
    g_assert_cmpstr (before, ==, after);
  }
  g_test_message ("%u of 300 damaged files were refused", n_refused);
  g_assert_cmpuint (n_refused, >, 90); /* damage to an unused page goes unseen */
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize size;

  copy_fixture ("people-1.db", fixture->path);
  g_file_get_contents (fixture->path, &good, &size, NULL);
  for (gsize length = 100; length < size; length += 1000) {
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    write_file (fixture, good, (gssize) length);
    before = file_hash (fixture->path);
    g_assert_null (bearings_people_open (fixture->path, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
    after = file_hash (fixture->path);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "no", "such", "folder.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_WRITE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (bearings_catalogue_open (deep, BEARINGS_CATALOGUE_CREATE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
}

/* What is asked of SQLite on every connection is in force. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA foreign_keys", 1 },  { "PRAGMA trusted_schema", 0 },
    { "PRAGMA synchronous", 2 },   { "PRAGMA busy_timeout", 5000 },
    { "PRAGMA secure_delete", 1 }, { "PRAGMA user_version", BEARINGS_PEOPLE_VERSION },
    { "PRAGMA temp_store", 2 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPeople) people = bearings_people_open (fixture->path, &error);
  gint64 value;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    bearings_database_query_integer (bearings_people_get_database (people), settings[i].sql, &value,
                                     &error);
    g_assert_no_error (error);
    g_assert_cmpint (value, ==, settings[i].value);
  }
}

/* Runs @func as a user who owns nothing, since root may write anywhere. */
static void
run_unprivileged (void (*func) (const char *path), const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
      _exit (77);
    func (path);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become an unprivileged user");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
use_read_only (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCatalogue) catalogue =
    bearings_catalogue_open (path, BEARINGS_CATALOGUE_READ, &error);
  g_autoptr (GPtrArray) claims = NULL;

  g_assert_no_error (error);
  claims = bearings_catalogue_list (catalogue, BEARINGS_RECORD_CLAIM, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_null (bearings_import_begin (catalogue, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_object (&catalogue);
  g_assert_null (bearings_catalogue_open (path, BEARINGS_CATALOGUE_WRITE, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_READ_ONLY);
}

static void
use_forbidden (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_catalogue_open (path, BEARINGS_CATALOGUE_READ, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_PERMISSION);
}

static void
use_closed_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_people_open (other, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_PERMISSION);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  copy_fixture ("catalogue-9.db", fixture->path);
  before = file_hash (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  run_unprivileged (use_read_only, fixture->path);
  run_unprivileged (use_closed_folder, fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  run_unprivileged (use_forbidden, fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  after = file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Two programs that start at once on a machine without a database make one together. */
static void
test_made_at_once (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 20; round++) {
    pid_t children[4];

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
      children[i] = fork ();
      if (children[i] == 0) {
        const char code[] = { (char) ('a' + i), '\0' };
        g_autoptr (GError) error = NULL;
        g_autoptr (BearingsPeople) people = bearings_people_open (fixture->path, &error);

        if (people != NULL && bearings_people_create_client (people, code, &error))
          _exit (0);
        g_printerr ("%s\n", error->message);
        _exit (1);
      }
    }
    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
      int status;
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
    {
      g_autoptr (BearingsPeople) people = bearings_people_open (fixture->path, NULL);
      g_autoptr (GPtrArray) clients = bearings_people_list_clients (people, NULL);
      g_assert_cmpuint (clients->len, ==, G_N_ELEMENTS (children));
    }
    g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/open/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  g_test_add ("/store/open/released-catalogue-1", Fixture, "catalogue-1.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-2", Fixture, "catalogue-2.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-3", Fixture, "catalogue-3.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-4", Fixture, "catalogue-4.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-5", Fixture, "catalogue-5.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-6", Fixture, "catalogue-6.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-7", Fixture, "catalogue-7.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-8", Fixture, "catalogue-8.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-catalogue-9", Fixture, "catalogue-9.db", fixture_set_up,
              test_released_catalogue, fixture_tear_down);
  g_test_add ("/store/open/released-people-1", Fixture, "people-1.db", fixture_set_up,
              test_released_people, fixture_tear_down);
  g_test_add ("/store/open/released-people-2", Fixture, "people-2.db", fixture_set_up,
              test_released_people, fixture_tear_down);
  g_test_add ("/store/open/released-people-3", Fixture, "people-3.db", fixture_set_up,
              test_released_people, fixture_tear_down);
  g_test_add ("/store/open/released-people-4", Fixture, "people-4.db", fixture_set_up,
              test_released_people, fixture_tear_down);
  g_test_add ("/store/open/released-people-5", Fixture, "people-5.db", fixture_set_up,
              test_released_people, fixture_tear_down);
  TEST ("no-database", test_no_database);
  TEST ("other-program", test_other_program);
  TEST ("other-database", test_other_database);
  TEST ("newer", test_newer);
  TEST ("damaged", test_damaged);
  TEST ("truncated", test_truncated);
  TEST ("absent", test_absent);
  TEST ("settings", test_settings);
  TEST ("read-only", test_read_only);
  TEST ("made-at-once", test_made_at_once);
  return g_test_run ();
}
