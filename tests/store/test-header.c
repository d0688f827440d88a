/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every bit of the first 100 bytes of both databases: what is refused is left as it is, and what is
 * opened can be read without harm. */

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>

#include "bearings-catalogue-private.h"
#include "bearings-people-private.h"
#include "store-fixture.h"

#define HEADER 100

/* Opens the file, reads what is in it, and tells whether it was refused. */
typedef gboolean (*UseFunc) (const char *path, int mode, GError **error);

static gboolean
use_catalogue (const char *path, int mode, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = bearings_catalogue_open (path, mode, error);
  g_autoptr (GPtrArray) hits = NULL;

  if (catalogue == NULL)
    return FALSE;
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    g_autoptr (GError) damage = NULL;
    g_autoptr (GPtrArray) list = bearings_catalogue_list (catalogue, kind, NULL, NULL, &damage);
    g_assert_true ((list == NULL) == (damage != NULL));
  }
  hits = bearings_catalogue_search (catalogue, "machine", NULL, 0, 5, 0, NULL);
  return TRUE;
}

static gboolean
use_people (const char *path, int mode, GError **error)
{
  g_autoptr (BearingsPeople) people = bearings_people_open (path, error);
  g_autoptr (GPtrArray) sittings = NULL;

  if (people == NULL)
    return FALSE;
  sittings = bearings_people_list_sittings (people, NULL);
  for (guint i = 0; sittings != NULL && i < sittings->len; i++) {
    const BearingsSittingInfo *info = sittings->pdata[i];
    g_autoptr (GPtrArray) log = bearings_people_read_log (people, info->id, NULL);
  }
  return TRUE;
}

static const struct {
  const char *fixture;
  UseFunc use;
  int modes[2];
} databases[] = {
  { "catalogue-9.db", use_catalogue, { BEARINGS_CATALOGUE_READ, BEARINGS_CATALOGUE_WRITE } },
  { "people-5.db", use_people, { 0, 0 } },
};

static char *
read_file (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, size, &error);
  g_assert_no_error (error);
  return data;
}

static void
write_at (const char *path, const char *data, gsize size, off_t at)
{
  int file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, data, size, at), ==, size);
  close (file);
}

/* The database as it is in the tree, and nothing beside it. */
static void
begin_anew (Fixture *fixture, const char *good, gsize size)
{
  fixture_tear_down (fixture, NULL);
  fixture_set_up (fixture, NULL);
  write_at (fixture->path, good, size, 0);
}

/* Locks are all that a look at the file may have put beside it. */
static void
assert_alone (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    GStatBuf status;

    g_assert_cmpint (g_stat (path, &status), ==, 0);
    if (!g_str_equal (name, "test.db") && !g_str_equal (name, "test.db-shm") &&
        (!g_str_equal (name, "test.db-wal") || status.st_size > 0))
      g_error ("%s was left beside it", name);
  }
}

static void
test_flips (Fixture *fixture, gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_build_filename (FIXTURES, databases[which].fixture, NULL);
  gsize size;
  g_autofree char *good = read_file (name, &size);
  guint n_refused = 0;

  begin_anew (fixture, good, size);
  for (guint flip = 0; flip < HEADER * 8 * 2; flip++) {
    guint at = flip / 16, bit = flip / 2 % 8;
    int mode = databases[which].modes[flip % 2];
    char bad = (char) (good[at] ^ (1 << bit));
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;
    gsize size_after;

    write_at (fixture->path, &bad, 1, at);
    if (databases[which].use (fixture->path, mode, &error)) {
      begin_anew (fixture, good, size);
      continue;
    }
    n_refused++;
    g_assert_nonnull (error);
    after = read_file (fixture->path, &size_after);
    if (size_after != size || after[at] != bad)
      g_error ("Byte %u, bit %u: refused, and written", at, bit);
    after[at] = good[at];
    if (memcmp (after, good, size) != 0)
      g_error ("Byte %u, bit %u: refused, and written", at, bit);
    assert_alone (fixture);
    write_at (fixture->path, good + at, 1, at);
  }
  g_test_message ("%u of %u were refused", n_refused, HEADER * 8 * 2);
  g_assert_cmpuint (n_refused, >, HEADER * 8 * 2 / 4);
}

static void
set_version (const char *path, int version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* A version that was never written, and one that was, of a database that is of another one. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  static const int versions[] = { -1, -1000, G_MININT32, 0, 1, 3 };
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_build_filename (FIXTURES, databases[which].fixture, NULL);
  gsize size;
  g_autofree char *good = read_file (name, &size);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (databases[which].modes); j++) {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *number = g_strdup_printf ("%d", versions[i]);

      begin_anew (fixture, good, size);
      set_version (fixture->path, versions[i]);
      before = file_hash (fixture->path);
      g_assert_false (databases[which].use (fixture->path, databases[which].modes[j], &error));
      g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, number));
      after = file_hash (fixture->path);
      g_assert_cmpstr (before, ==, after);
      assert_alone (fixture);
    }
}

/* The number stands in the journal only: a program was killed before it was moved. */
static void
test_version_in_journal (Fixture *fixture, gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_build_filename (FIXTURES, databases[which].fixture, NULL);
  g_autofree char *journal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal_before = NULL;
  g_autofree char *journal_after = NULL;
  g_autofree char *wal = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;
  gsize size, wal_size;
  g_autofree char *good = read_file (name, &size);

  begin_anew (fixture, good, size);
  journal = g_strconcat (fixture->path, "-wal", NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = -5", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  wal = read_file (journal, &wal_size);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  begin_anew (fixture, good, size);
  g_free (journal);
  journal = g_strconcat (fixture->path, "-wal", NULL);
  write_at (journal, wal, wal_size, 0);
  before = file_hash (fixture->path);
  journal_before = file_hash (journal);
  g_assert_false (databases[which].use (fixture->path, databases[which].modes[1], &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "-5"));
  after = file_hash (fixture->path);
  journal_after = file_hash (journal);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (journal_before, ==, journal_after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, which, function)                                                                \
  g_test_add ("/store/header/" name, Fixture, GUINT_TO_POINTER (which), fixture_set_up, function,  \
              fixture_tear_down)
  TEST ("versions-of-catalogue", 0, test_versions);
  TEST ("versions-of-people", 1, test_versions);
  TEST ("version-in-journal-of-catalogue", 0, test_version_in_journal);
  TEST ("version-in-journal-of-people", 1, test_version_in_journal);
  TEST ("flips-of-catalogue", 0, test_flips);
  TEST ("flips-of-people", 1, test_flips);
  return g_test_run ();
}
