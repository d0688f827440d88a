/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every field of every kind of record has its place in catalogue.db and comes back unchanged. */

#include "bearings-record-digest.h"
#include "bearings-catalogue-private.h"
#include "random-record.h"
#include "store-fixture.h"

#define RECORDS_OF_A_KIND 60

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  BearingsRecordKind kind = GPOINTER_TO_INT (data);
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  const BearingsRecordTable *table = bearings_catalogue_get_table (catalogue, kind);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123 + kind);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GByteArray) scratch = g_byte_array_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  bearings_database_run (database,
                         "INSERT INTO pack (rowkey, id, version, imported, n_records) "
                         "VALUES (7, 'p', '1', '2026-01-01T00:00:00Z', 0)",
                         &error);
  g_assert_no_error (error);
  for (guint i = 0; i < RECORDS_OF_A_KIND; i++) {
    gpointer record = random_record (rand, kind);
    g_ptr_array_add (records, record);
    bearings_record_table_write (table, database, record, 0, 7, 0, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < RECORDS_OF_A_KIND; i++) {
    BearingsRecord *record = records->pdata[i];
    g_autoptr (BearingsRecord) loaded =
      bearings_catalogue_get (catalogue, kind, record->id, &error);

    g_assert_no_error (error);
    g_assert_nonnull (loaded);
    g_assert_cmpstr (loaded->id, ==, record->id);
    g_assert_cmpstr (loaded->pack, ==, "p");
    g_assert_true (bearings_record_equal (record, loaded));
    g_assert_cmpint (bearings_record_digest (record, scratch), ==,
                     bearings_record_digest (loaded, scratch));
  }
  all = bearings_catalogue_list (catalogue, kind, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, RECORDS_OF_A_KIND);
}

/* A word that is in none of our lists is damage, and told as such; never taken for "not stated". */
static void
test_unknown_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (BearingsRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;

  add_source (records, "src");
  add_claim (records, "claim", "Pay differs", "src");
  summary = import_pack (catalogue, "pack", "1", records, &error);
  g_assert_no_error (error);
  bearings_database_run (bearings_catalogue_get_database (catalogue),
                         "UPDATE claim SET channel = 'gossip'", &error);
  g_assert_no_error (error);
  loaded = bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "claim", &error);
  g_assert_null (loaded);
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "gossip"));
  g_assert_nonnull (strstr (error->message, fixture->path));
}

/* Setting any one field changes the digest. */
static void
test_digest (void)
{
  g_autoptr (GByteArray) scratch = g_byte_array_new ();

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    const BearingsStructType *type = &bearings_record_type (kind)->structure;
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (BearingsRecord) empty = bearings_record_new (kind);
    gint64 digest = bearings_record_digest (empty, scratch);

    g_hash_table_add (seen, g_memdup2 (&digest, sizeof digest));
    for (guint i = 0; i < type->n_fields; i++) {
      g_autoptr (BearingsRecord) record = bearings_record_new (kind);
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);

      while (!bearings_field_is_set (&type->fields[i], record))
        random_field (rand, &type->fields[i], record, FALSE);
      digest = bearings_record_digest (record, scratch);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&digest, sizeof digest)));
    }
  }
}

static guint
count_rows (BearingsDatabase *database, const char *sql, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsStatement) row = bearings_statement_new (database, sql, &error);

  g_assert_no_error (error);
  bearings_statement_bind_text (row, 1, name);
  g_assert_cmpint (bearings_statement_step (row, &error), ==, BEARINGS_STEP_ROW);
  return (guint) bearings_statement_get_integer (row, 0);
}

static guint
check_columns (BearingsDatabase *database, const BearingsRecordTable *table)
{
  guint head = table->list == NULL || table->lists->len > 0 ? 3 : 2;
  guint n = 1;

  g_assert_cmpuint (
    count_rows (database, "SELECT count (*) FROM pragma_table_info (?1)", table->name), ==,
    head + MAX (table->columns->len, 1));
  g_assert_cmpuint (
    count_rows (database, "SELECT strict FROM pragma_table_list WHERE name = ?1", table->name), ==,
    1);
  for (guint i = 0; i < table->lists->len; i++)
    n += check_columns (database, table->lists->pdata[i]);
  return n;
}

/* The database has no table and no column that the model does not know. */
static void
test_no_more_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  guint n = 0;

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    n += check_columns (database, bearings_catalogue_get_table (catalogue, kind));
  g_assert_cmpuint (
    count_rows (
      database,
      "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' "
      "AND name NOT LIKE 'search%' AND name NOT LIKE 'library%' AND name NOT LIKE 'sqlite%' "
      "AND name NOT IN ('pack', 'pack_line', 'import_event', "
      "'import_change') AND ?1 IS NOT NULL",
      ""),
    ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    g_autofree char *path =
      g_strconcat ("/store/records/round-trip/", bearings_record_type (kind)->name, NULL);
    g_test_add (path, Fixture, GINT_TO_POINTER (kind), fixture_set_up, test_round_trip,
                fixture_tear_down);
  }
  g_test_add ("/store/records/unknown-word", Fixture, NULL, fixture_set_up, test_unknown_word,
              fixture_tear_down);
  g_test_add_func ("/store/records/digest", test_digest);
  g_test_add ("/store/records/no-more-columns", Fixture, NULL, fixture_set_up, test_no_more_columns,
              fixture_tear_down);
  return g_test_run ();
}
