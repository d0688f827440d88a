/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each statement of an operation refused in turn, as a broken database refuses one: the operation
 * fails and says so, and what was stored is as it was. */

#include <sqlite3.h>
#include <string.h>

#include "bearings-catalogue-freshness.h"
#include "bearings-catalogue-library.h"
#include "bearings-compare.h"
#include "bearings-people-sample.h"
#include "people-fixture.h"

static guint refuse_at; /* 0: never */
static guint n_asked;
static gboolean refused;

/* Asked by SQLite when a statement is made. */
static int
authorize (void *data, int action, const char *a, const char *b, const char *c, const char *d)
{
  if (action != SQLITE_SELECT && action != SQLITE_INSERT && action != SQLITE_UPDATE &&
      action != SQLITE_DELETE && action != SQLITE_TRANSACTION)
    return SQLITE_OK;
  if (++n_asked != refuse_at)
    return SQLITE_OK;
  refused = TRUE;
  return SQLITE_DENY;
}

static int
watch (sqlite3 *handle, char **message, const struct sqlite3_api_routines *routines)
{
  return sqlite3_set_authorizer (handle, authorize, NULL);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &data, &size, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) size, NULL));
}

/* All that stands in the tables, but for what is computed from them. */
static char *
picture (const char *path)
{
  sqlite3 *handle;
  sqlite3_stmt *tables;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_prepare_v2 (handle,
                        "SELECT format ('SELECT * FROM %w', name) FROM pragma_table_list WHERE "
                        "schema = 'main' AND type = 'table' AND name NOT LIKE 'search%' AND name "
                        "NOT LIKE 'sqlite%' ORDER BY name",
                        -1, &tables, NULL),
    ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW) {
    const char *sql = (const char *) sqlite3_column_text (tables, 0);
    sqlite3_stmt *rows;

    g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL), ==, SQLITE_OK);
    while (sqlite3_step (rows) == SQLITE_ROW) {
      g_string_append (text, sql);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (text, "|%s", (const char *) sqlite3_column_text (rows, i));
      g_string_append_c (text, '\n');
    }
    sqlite3_finalize (rows);
  }
  sqlite3_finalize (tables);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Whether it succeeded; opens the database at @path, and closes it again. */
typedef gboolean (*Operation) (const char *path, GError **error);

static void
refuse_each (Fixture *fixture, const char *name, Operation operation)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tried.db", NULL);
  g_autofree char *before = picture (fixture->path);
  guint n;

  refuse_at = n_asked = 0;
  copy (fixture->path, path);
  {
    g_autoptr (GError) error = NULL;
    gboolean done = operation (path, &error);

    g_assert_no_error (error);
    g_assert_true (done);
  }
  n = n_asked;
  g_assert_cmpuint (n, >, 0);
  g_test_message ("%s: %u statements", name, n);
  for (guint at = 1; at <= n; at++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;
    gboolean done;

    copy (fixture->path, path);
    refuse_at = at;
    n_asked = 0;
    refused = FALSE;
    done = operation (path, &error);
    refuse_at = 0;
    g_assert_true (refused);
    if (done || error == NULL)
      g_error ("%s does not say that statement %u of %u was refused", name, at, n);
    after = picture (path);
    if (!g_str_equal (before, after))
      g_error ("%s leaves something behind when statement %u of %u is refused", name, at, n);
  }
}

/* The catalogue */

static GPtrArray *
first_records (void)
{
  GPtrArray *records = records_new ();

  add_source (records, "src");
  add_source (records, "old");
  add_occupation (records, "15-1221.00", "Scientists", "src");
  add_skill (records, "python", "Python");
  add_role (records, "engineer", "Engineer", "15-1221.00");
  add_directness (add_claim (records, "claim", "Pay differs", "src"), "python", "engineer", NULL);
  return records;
}

static BearingsCatalogue *
open_catalogue (const char *path, GError **error)
{
  return bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, error);
}

static gboolean
import_second (const char *path, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = open_catalogue (path, error);
  g_autoptr (GPtrArray) records = first_records ();
  g_autoptr (BearingsImportSummary) summary = NULL;

  g_ptr_array_remove_index (records, 1);
  g_set_str (&((BearingsSource *) records->pdata[0])->title, "Another title");
  add_skill (records, "sql", "SQL");
  if (catalogue != NULL)
    summary = import_pack (catalogue, "pack", "2", records, error);
  return summary != NULL;
}

static gboolean
import_replacing (const char *path, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = open_catalogue (path, error);
  g_autoptr (BearingsImport) import =
    catalogue != NULL ? bearings_import_begin (catalogue, error) : NULL;
  g_autoptr (BearingsPackInfo) info = pack_info ("other", "1");
  g_autoptr (GPtrArray) records = first_records ();

  info->replaces = g_strdup ("pack");
  if (import == NULL || !bearings_import_pack (import, info, "4567", error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!bearings_import_add_text (import, records->pdata[i], 100 + i, error))
      return FALSE;
  return bearings_import_commit (import, error);
}

static gboolean
undo (const char *path, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = open_catalogue (path, error);
  g_autoptr (GPtrArray) events = NULL;

  if (catalogue == NULL)
    return FALSE;
  events = bearings_import_list (catalogue, NULL, error);
  for (guint i = 0; events != NULL && i < events->len; i++) {
    const BearingsImportEvent *event = events->pdata[i];
    if (event->latest)
      return bearings_import_undo (catalogue, event->number, NULL, NULL, error);
  }
  return FALSE;
}

/* Frees a list that was read, if it was. */
static gboolean
was_read (GPtrArray *list)
{
  gboolean read = list != NULL;

  g_clear_pointer (&list, g_ptr_array_unref);
  return read;
}

static gboolean
read_lists (const char *path, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = open_catalogue (path, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autofree char *version = NULL;

  query->text = g_strdup ("pay");
  g_ptr_array_add (ids, (gpointer) "15-1221.00");
  if (catalogue == NULL ||
      !was_read (
        bearings_catalogue_list (catalogue, BEARINGS_RECORD_CLAIM, "source", "src", error)) ||
      !was_read (bearings_catalogue_list_claims_for (
        catalogue, &(BearingsReach) { .skill = "python", .role = "engineer", .occupations = ids },
        error)) ||
      !was_read (
        bearings_catalogue_list_trace (catalogue, BEARINGS_RECORD_CLAIM, "claim", error)) ||
      !was_read (bearings_catalogue_list_occupation_skills (catalogue, "15-1221.00", error)) ||
      !was_read (bearings_catalogue_list_titles (catalogue, BEARINGS_RECORD_SKILL, error)) ||
      !was_read (bearings_catalogue_search (catalogue, "pyth", NULL, 0, 10, 0, error)) ||
      !was_read (bearings_catalogue_list_packs (catalogue, error)))
    return FALSE;
  if (!was_read (bearings_catalogue_freshness_list (catalogue, error)) ||
      !was_read (
        bearings_catalogue_library_count (catalogue, query, "2026-03-01", NULL, NULL, error)))
    return FALSE;
  keys = bearings_catalogue_library_list (catalogue, query, "2026-03-01", -1, NULL, NULL, error);
  if (keys == NULL || !was_read (bearings_catalogue_library_get_rows (
                        catalogue, (const gint64 *) (gpointer) keys->data, keys->len, error)))
    return FALSE;
  version = bearings_catalogue_data_version (catalogue, error);
  return version != NULL;
}

static void
count_removed (BearingsRecord *old, gpointer user_data)
{
  *(guint *) user_data += 1;
}

static gboolean
compare (const char *path, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = open_catalogue (path, error);
  g_autoptr (BearingsPackInfo) info = pack_info ("pack", "2");
  g_autoptr (BearingsCompare) comparison =
    catalogue != NULL ? bearings_compare_new (catalogue, info, error) : NULL;
  g_autoptr (GPtrArray) records = first_records ();

  guint n = 0;

  g_set_str (&((BearingsSource *) records->pdata[0])->title, "Another title");
  g_ptr_array_remove_index (records, 1);
  if (comparison == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++) {
    g_autoptr (BearingsRecord) old = NULL;

    if (bearings_compare_add (comparison, records->pdata[i], &old, error) == 0)
      return FALSE;
  }
  return bearings_compare_finish (comparison, count_removed, &n, error);
}

static void
set_up_catalogue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GPtrArray) records = first_records ();
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  catalogue = catalogue_new (fixture->path);
  summary = import_pack (catalogue, "pack", "1", records, &error);
  g_assert_no_error (error);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  refuse_each (fixture, "an import", import_second);
}

static void
test_import_that_replaces (Fixture *fixture, gconstpointer data)
{
  refuse_each (fixture, "an import that replaces", import_replacing);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_second (fixture->path, &error);
  g_assert_no_error (error);
  refuse_each (fixture, "an undo", undo);
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  refuse_each (fixture, "reading", read_lists);
  refuse_each (fixture, "a comparison", compare);
}

/* People */

static BearingsContribution *
contribution_new (const char *id)
{
  BearingsContribution *one = bearings_contribution_new ();

  one->id = g_strdup (id);
  one->instrument = g_strdup ("python-skill");
  one->instrument_version = g_strdup ("1.0.0");
  one->month = g_strdup ("2026-11");
  one->origin = g_strdup ("");
  bearings_contribution_add_answer (one, "item-1", "option:b", 1);
  bearings_contribution_add_score (one, "", 0.5, 0.4, 2);
  return one;
}

static char *sitting; /* of the database that is tried */

static gboolean
with_people (const char *path, gboolean (*work) (BearingsPeople *, GError **), GError **error)
{
  g_autoptr (BearingsPeople) people = bearings_people_open (path, error);

  return people != NULL && work (people, error);
}

static gboolean
do_take_over (BearingsPeople *people, GError **error)
{
  return bearings_people_take_over (people, sitting, error);
}

static gboolean
do_contribute (BearingsPeople *people, GError **error)
{
  g_autoptr (BearingsContribution) one = contribution_new ("6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a12");

  return bearings_people_sample_contribute (people, sitting, one, error);
}

static gboolean
do_merge (BearingsPeople *people, GError **error)
{
  g_autoptr (GPtrArray) list = bearings_contribution_list_new ();
  guint added;

  g_ptr_array_add (list, contribution_new ("6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a13"));
  g_ptr_array_add (list, contribution_new ("6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a14"));
  return bearings_people_sample_merge_contributions (people, list, "east.json", &added, error);
}

static gboolean
do_remove (BearingsPeople *people, GError **error)
{
  guint removed;

  return bearings_people_sample_remove_contributions (people, "north.json", &removed, error);
}

static gboolean
do_list (BearingsPeople *people, GError **error)
{
  return was_read (bearings_people_list_sittings (people, error)) &&
         was_read (bearings_people_list_sittings_of (people, "known", error)) &&
         was_read (bearings_people_read_log (people, sitting, error)) &&
         was_read (bearings_people_list_clients (people, error)) &&
         was_read (bearings_people_sample_list_contributions (people, NULL, error));
}

static gboolean
do_rename (BearingsPeople *people, GError **error)
{
  return bearings_people_rename_client (people, "known", "renamed", error);
}

static gboolean
do_delete_client (BearingsPeople *people, GError **error)
{
  return bearings_people_delete_client (people, "known", error);
}

static gboolean
do_delete_sitting (BearingsPeople *people, GError **error)
{
  return bearings_people_erase_sitting (people, sitting, error);
}

#define OPERATION(name)                                                                            \
  static gboolean try_##name (const char *path, GError **error)                                    \
  {                                                                                                \
    return with_people (path, do_##name, error);                                                   \
  }
OPERATION (take_over)
OPERATION (contribute)
OPERATION (merge)
OPERATION (remove)
OPERATION (list)
OPERATION (rename)
OPERATION (delete_client)
OPERATION (delete_sitting)

static void
set_up_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = NULL;
  g_autoptr (GPtrArray) list = bearings_contribution_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *of_client = NULL;
  guint added;

  fixture_set_up (fixture, data);
  people = people_new (fixture->path);
  bearings_people_create_client (people, "known", &error);
  g_assert_no_error (error);
  of_client = begin_sitting (people, "known");
  append (people, of_client, BEARINGS_ENTRY_STARTED, "items:item-1");
  sitting = begin_sitting (people, NULL);
  append (people, sitting, BEARINGS_ENTRY_STARTED, "items:item-1");
  append (people, sitting, BEARINGS_ENTRY_ANSWERED, "option:b");
  append (people, sitting, BEARINGS_ENTRY_FINISHED, NULL);
  g_ptr_array_add (list, contribution_new ("6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a11"));
  bearings_people_sample_merge_contributions (people, list, "north.json", &added, &error);
  g_assert_no_error (error);
}

static void
tear_down_people (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&sitting, g_free);
  fixture_tear_down (fixture, data);
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  refuse_each (fixture, "taking over", try_take_over);
  refuse_each (fixture, "joining the sample", try_contribute);
  refuse_each (fixture, "a merge", try_merge);
  refuse_each (fixture, "a removal", try_remove);
  refuse_each (fixture, "lists", try_list);
  refuse_each (fixture, "a renaming", try_rename);
  refuse_each (fixture, "the deletion of a client", try_delete_client);
  refuse_each (fixture, "the deletion of a sitting", try_delete_sitting);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sqlite3_auto_extension ((void (*) (void)) watch);
#define CATALOGUE_TEST(name, func)                                                                 \
  g_test_add ("/store/refusals/" name, Fixture, NULL, set_up_catalogue, func, fixture_tear_down)
  CATALOGUE_TEST ("import", test_import);
  CATALOGUE_TEST ("import-that-replaces", test_import_that_replaces);
  CATALOGUE_TEST ("undo", test_undo);
  CATALOGUE_TEST ("reading", test_reading);
  g_test_add ("/store/refusals/people", Fixture, NULL, set_up_people, test_people,
              tear_down_people);
  return g_test_run ();
}
