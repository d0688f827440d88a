/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports and the way back: the catalogue after an undo is the catalogue before the import. */

#include <string.h>

#include "bearings-catalogue-private.h"
#include "bearings-record-image.h"
#include "random-record.h"
#include "store-fixture.h"

/* Every table but the history, row by row; a digest of it. */
static char *
picture (BearingsCatalogue *catalogue)
{
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsStatement) tables = bearings_statement_new (
    database,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE "
    "'search%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'import%' AND name <> 'pack_line' "
    "ORDER BY name",
    &error);

  g_assert_no_error (error);
  while (bearings_statement_step (tables, &error) == BEARINGS_STEP_ROW) {
    const char *name = bearings_statement_get_text (tables, 0);
    g_autofree char *columns_sql = g_strdup_printf (
      "SELECT group_concat (format ('quote (\"%%w\")', name), '||') FROM pragma_table_info ('%s')",
      name);
    g_autoptr (BearingsStatement) columns = bearings_statement_new (database, columns_sql, &error);
    g_autofree char *sql = NULL;
    g_autoptr (BearingsStatement) rows = NULL;

    g_assert_no_error (error);
    g_assert_cmpint (bearings_statement_step (columns, &error), ==, BEARINGS_STEP_ROW);
    sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY 1", bearings_statement_get_text (columns, 0),
                           name);
    rows = bearings_statement_new (database, sql, &error);
    g_assert_no_error (error);
    while (bearings_statement_step (rows, &error) == BEARINGS_STEP_ROW) {
      const char *text = bearings_statement_get_text (rows, 0);
      g_checksum_update (sum, (const guint8 *) name, -1);
      g_checksum_update (sum, (const guint8 *) text, -1);
    }
    g_assert_no_error (error);
  }
  return g_strdup (g_checksum_get_string (sum));
}

static gint64
latest (BearingsCatalogue *catalogue)
{
  g_autoptr (GPtrArray) events = bearings_import_list (catalogue, NULL, NULL);

  for (guint i = 0; i < events->len; i++) {
    const BearingsImportEvent *event = events->pdata[i];
    if (event->latest)
      return event->number;
  }
  return 0;
}

/* A world of sources and claims in which much is chosen by chance. */
static GPtrArray *
random_world (GRand *rand, const char *prefix)
{
  GPtrArray *records = records_new ();
  guint n = (guint) g_rand_int_range (rand, 1, 30);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%s-s%u", prefix, i);
    BearingsSource *source = add_source (records, id);

    if (g_rand_boolean (rand))
      source->note = g_strdup_printf ("Note %u <b>&'\"; DROP TABLE source; --", g_rand_int (rand));
  }
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = NULL;
    g_autofree char *source = g_strdup_printf ("%s-s%u", prefix, i);
    BearingsClaim *claim;

    if (g_rand_int_range (rand, 0, 3) == 0)
      continue;
    id = g_strdup_printf ("%s-c%u", prefix, i);
    claim = add_claim (records, id, "A sentence", source);
    if (g_rand_boolean (rand)) {
      claim->finding.missing = 0;
      claim->finding.metric = g_strdup ("share");
      claim->finding.value = g_rand_double (rand);
    }
    for (gint k = g_rand_int_range (rand, 0, 3); k > 0; k--)
      g_ptr_array_add (claim->confirmed_by, g_strdup_printf ("reading %d", k));
  }
  return records;
}

/* Imports of two packs in any order; then all of them undone: each undo leads to the picture that
 * was there before. */
static void
test_undo_is_the_inverse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint round = 0; round < 12; round++) {
    g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);
    guint n = (guint) g_rand_int_range (rand, 1, 7);

    for (guint i = 0; i < n; i++) {
      const char *pack = g_rand_boolean (rand) ? "one" : "two";
      g_autofree char *version = g_strdup_printf ("%u.%u", round, i);
      g_autoptr (GPtrArray) records = random_world (rand, pack);
      g_autoptr (GError) error = NULL;
      g_autoptr (BearingsImportSummary) summary = NULL;

      g_ptr_array_add (pictures, picture (catalogue));
      summary = import_pack (catalogue, pack, version, records, &error);
      g_assert_no_error (error);
      g_assert_cmpint (summary->number, ==, latest (catalogue));
    }
    for (guint i = n; i > 0; i--) {
      g_autofree char *now = NULL;
      g_autoptr (GError) error = NULL;

      bearings_import_undo (catalogue, latest (catalogue), NULL, NULL, &error);
      g_assert_no_error (error);
      now = picture (catalogue);
      g_assert_cmpstr (now, ==, pictures->pdata[i - 1]);
    }
    /* Begin the next round on something. */
    {
      g_autoptr (GPtrArray) records = random_world (rand, "one");
      g_autoptr (BearingsImportSummary) summary =
        import_pack (catalogue, "one", "0.1", records, NULL);
      g_assert_nonnull (summary);
    }
  }
}

static void
test_reverse_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) a = records_new ();
  g_autoptr (GPtrArray) b = records_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) first = NULL;
  g_autoptr (BearingsImportSummary) second = NULL;
  const BearingsImportEvent *event;

  add_source (a, "a");
  add_source (b, "b");
  first = import_pack (catalogue, "one", "1", a, &error);
  second = import_pack (catalogue, "two", "1", b, &error);
  g_assert_no_error (error);
  g_assert_false (bearings_import_undo (catalogue, first->number, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (bearings_import_undo (catalogue, second->number, NULL, NULL, &error));
  g_assert_false (bearings_import_undo (catalogue, second->number, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (bearings_import_undo (catalogue, first->number, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (bearings_import_undo (catalogue, 77, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  events = bearings_import_list (catalogue, NULL, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  event = events->pdata[0];
  g_assert_cmpstr (event->info->id, ==, "two");
  g_assert_nonnull (event->undone);
  g_assert_cmpint (event->added, ==, 1);
}

static gboolean
import_replacing (BearingsCatalogue *catalogue,
                  const char *id,
                  const char *replaces,
                  const char *title,
                  gint64 *kept,
                  GError **error)
{
  g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, error);
  g_autoptr (BearingsPackInfo) info = pack_info (id, "1");
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GPtrArray) summaries = NULL;
  BearingsSource *source = add_source (records, "shared");

  info->replaces = g_strdup (replaces);
  g_set_str (&source->title, title);
  if (!bearings_import_pack (import, info, "0123", error) ||
      !bearings_import_add (import, records->pdata[0], error) ||
      !bearings_import_commit (import, error))
    return FALSE;
  summaries = bearings_import_get_summaries (import);
  *kept = ((BearingsImportSummary *) summaries->pdata[0])->kept;
  return TRUE;
}

static void
assert_shared (BearingsCatalogue *catalogue, const char *pack, const char *title)
{
  g_autoptr (BearingsSource) source =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_SOURCE, "shared", NULL);

  g_assert_cmpstr (source->record.pack, ==, pack);
  g_assert_cmpstr (source->title, ==, title);
}

/* The first pack owns a record; one that declares to replace it takes over, and keeps it when the
 * first comes again. */
static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 kept;

  g_assert_true (import_replacing (catalogue, "first", NULL, "Old", &kept, &error));
  g_assert_false (import_replacing (catalogue, "second", NULL, "New", &kept, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (import_replacing (catalogue, "second", "fir irst first-2", "New", &kept, &error));
  g_clear_error (&error);
  assert_shared (catalogue, "first", "Old");
  before = picture (catalogue);
  g_assert_true (import_replacing (catalogue, "second", "other first", "New", &kept, &error));
  g_assert_no_error (error);
  assert_shared (catalogue, "second", "New");
  packs = bearings_catalogue_list_packs (catalogue, NULL);
  g_assert_cmpint (((BearingsInstalledPack *) packs->pdata[0])->n_records, ==, 0);
  g_assert_true (import_replacing (catalogue, "first", NULL, "Newer", &kept, &error));
  g_assert_cmpint (kept, ==, 1);
  assert_shared (catalogue, "second", "New");
  g_assert_true (bearings_import_undo (catalogue, latest (catalogue), NULL, NULL, &error));
  g_assert_true (bearings_import_undo (catalogue, latest (catalogue), NULL, NULL, &error));
  assert_shared (catalogue, "first", "Old");
  after = picture (catalogue);
  g_assert_cmpstr (before, ==, after);
}

/* What has the same text is not looked at again, and what has gone is removed. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (BearingsPackInfo) info = pack_info ("p", "1");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    add_source (records, id);
  }
  {
    g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, &error);
    g_assert_true (bearings_import_pack (import, info, NULL, &error));
    for (guint i = 0; i < 3; i++)
      g_assert_true (bearings_import_add_text (import, records->pdata[i], 100 + i, &error));
    g_assert_true (bearings_import_commit (import, &error));
  }
  {
    g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, &error);
    g_autoptr (GPtrArray) summaries = NULL;
    const BearingsImportSummary *summary;

    g_assert_true (bearings_import_pack (import, info, NULL, &error));
    g_assert_true (bearings_import_take_text (import, 102));
    g_assert_false (bearings_import_take_text (import, 102)); /* once is once */
    g_assert_false (bearings_import_take_text (import, 999));
    g_set_str (&((BearingsSource *) records->pdata[0])->title, "Another");
    g_assert_true (bearings_import_add_text (import, records->pdata[0], 200, &error));
    g_assert_true (bearings_import_commit (import, &error));
    summaries = bearings_import_get_summaries (import);
    summary = summaries->pdata[0];
    g_assert_cmpint (summary->unchanged, ==, 1);
    g_assert_cmpint (summary->changed, ==, 1);
    g_assert_cmpint (summary->removed, ==, 1);
  }
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_SOURCE, "s1", NULL));
}

/* A record comes back whole from its image, whatever is in it; foreign bytes make no record. */
static void
test_image (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 600; round++) {
    BearingsRecordKind kind = round % BEARINGS_N_RECORD_KINDS;
    g_autoptr (BearingsRecord) record = random_record (rand, kind);
    g_autoptr (GBytes) image = bearings_record_image (record);
    gsize size;
    const guint8 *bytes = g_bytes_get_data (image, &size);
    g_autoptr (BearingsRecord) again = bearings_record_image_to_record (kind, bytes, size);
    g_autofree guint8 *bad = g_memdup2 (bytes, size);
    g_autoptr (BearingsRecord) any = NULL;

    g_assert_true (again != NULL && bearings_record_equal (record, again));
    bad[g_rand_int_range (rand, 0, (gint) size)] ^= (guint8) g_rand_int_range (rand, 1, 256);
    any = bearings_record_image_to_record (kind, bad, size);
  }
}

#define N_MANY 5000

/* Many sources and then other titles for all of them: undoing writes each one back. */
static BearingsCatalogue *
catalogue_with_changes (const char *path)
{
  BearingsCatalogue *catalogue = catalogue_new (path);

  for (guint version = 1; version <= 2; version++) {
    g_autoptr (GPtrArray) records = records_new ();
    g_autofree char *name = g_strdup_printf ("%u", version);
    g_autofree char *note = version == 1 ? g_strnfill (400, 'n') : g_strdup ("n");
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsImportSummary) summary = NULL;

    for (guint i = 0; i < N_MANY; i++) {
      g_autofree char *id = g_strdup_printf ("s-%u", i);
      add_source (records, id)->note = g_strdup (note);
    }
    summary = import_pack (catalogue, "many", name, records, &error);
    g_assert_no_error (error);
  }
  return catalogue;
}

typedef struct {
  gint64 stop; /* when so many are done; negative: never */
  gint64 done, total;
  guint n_told;
} Watcher;

static gboolean
on_undoing (gint64 done, gint64 total, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpint (done, >=, watcher->done);
  g_assert_cmpint (done, <=, total);
  watcher->done = done;
  watcher->total = total;
  watcher->n_told++;
  return watcher->stop >= 0 && done >= watcher->stop;
}

/* At the first record, in the middle, and when all that is left is to put things in order. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  static const gint64 stops[] = { 0, 1, N_MANY / 2, N_MANY };
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_changes (fixture->path);
  g_autofree char *before = picture (catalogue);
  gint64 number = latest (catalogue);
  Watcher patient = { .stop = -1 };
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    Watcher watcher = { .stop = stops[i] };
    g_autofree char *after = NULL;

    g_assert_false (bearings_import_undo (catalogue, number, on_undoing, &watcher, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
    after = picture (catalogue);
    g_assert_cmpstr (after, ==, before);
    g_assert_cmpint (latest (catalogue), ==, number);
  }
  g_assert_true (bearings_import_undo (catalogue, number, on_undoing, &patient, &error));
  g_assert_no_error (error);
  g_assert_cmpint (patient.total, ==, N_MANY);
  g_assert_cmpint (patient.done, ==, N_MANY);
  undone = picture (catalogue);
  g_assert_cmpstr (undone, !=, before);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_changes (fixture->path);
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  g_autofree char *before = picture (catalogue);
  g_autofree char *after = NULL;
  g_autofree char *limit = NULL;
  gint64 number = latest (catalogue), pages = 0;
  g_autoptr (GError) error = NULL;

  bearings_database_run (database, "VACUUM", &error);
  bearings_database_query_integer (database, "PRAGMA page_count", &pages, &error);
  limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) pages + 5);
  bearings_database_run (database, limit, &error);
  g_assert_no_error (error);
  g_assert_false (bearings_import_undo (catalogue, number, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FULL);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  after = picture (catalogue);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (latest (catalogue), ==, number);
  /* Room was made; it goes through. */
  bearings_database_run (database, "PRAGMA max_page_count = 1000000", &error);
  g_assert_true (bearings_import_undo (catalogue, number, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/history/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("undo-is-the-inverse", test_undo_is_the_inverse);
  TEST ("reverse-order", test_reverse_order);
  TEST ("replaces", test_replaces);
  TEST ("texts", test_texts);
  TEST ("stopped", test_stopped);
  TEST ("full", test_full);
  g_test_add_func ("/store/history/image", test_image);
  return g_test_run ();
}
