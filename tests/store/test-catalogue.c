/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing packs into the catalogue and reading what they brought. */

#include "bearings-catalogue-private.h"
#include "store-fixture.h"

/* A small world: two occupations, a role, two skills, claims near and far. */
static GPtrArray *
small_world (void)
{
  GPtrArray *records = records_new ();
  BearingsOccupationSkill *row;
  BearingsClaim *claim;
  BearingsTraceHop *hop;

  /* The role comes before what it refers to: order does not matter. */
  add_role (records, "ml-engineer", "Machine Learning Engineer", "15-2051.00");
  add_source (records, "s1");
  add_source (records, "s2");
  add_occupation (records, "15-2051.00", "Data Scientists", "s1");
  add_occupation (records, "29-1141.00", "Registered Nurses", "s1");
  add_skill (records, "python", "Python");
  add_skill (records, "excel", "excel");
  row = add_record (records, BEARINGS_RECORD_OCCUPATION_SKILL, NULL);
  row->occupation = g_strdup ("15-2051.00");
  row->skill = g_strdup ("python");
  row->hot = BEARINGS_YES;
  row->source = g_strdup ("s1");
  bearings_record_make_id (&row->record);
  row = add_record (records, BEARINGS_RECORD_OCCUPATION_SKILL, NULL);
  row->occupation = g_strdup ("15-2051.00");
  row->skill = g_strdup ("excel");
  row->source = g_strdup ("s1");
  bearings_record_make_id (&row->record);
  claim = add_claim (records, "c-skill", "Of the skill", "s1");
  add_directness (claim, "python", NULL, NULL);
  claim = add_claim (records, "c-pair", "Of the skill in the role", "s2");
  add_directness (claim, "python", "ml-engineer", NULL);
  claim = add_claim (records, "c-occupation", "Of the occupation", "s2");
  add_directness (claim, NULL, NULL, "15-2051.00");
  claim = add_claim (records, "c-other", "Of the skill in nursing", "s2");
  add_directness (claim, "python", NULL, "29-1141.00");
  claim = add_claim (records, "c-none", "Of neither", "s2");
  add_directness (claim, "excel", NULL, NULL);
  for (int i = 2; i > 0; i--) {
    g_autofree char *id = g_strdup_printf ("hop-%d", 3 - i);
    hop = add_record (records, BEARINGS_RECORD_TRACE_HOP, id);
    hop->claim = g_strdup ("c-skill");
    hop->position = i;
    hop->who = g_strdup ("Somebody");
    hop->wording = g_strdup ("says so");
  }
  return records;
}

static BearingsCatalogue *
small_catalogue (const char *path)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (path);
  g_autoptr (GPtrArray) records = small_world ();
  g_autoptr (GError) error = NULL;
  BearingsImportSummary *summary = import_pack (catalogue, "world", "1.0.0", records, &error);

  g_assert_no_error (error);
  g_assert_cmpint (summary->added, ==, records->len);
  g_assert_cmpint (summary->changed + summary->removed + summary->unchanged, ==, 0);
  g_assert_null (summary->replaced_version);
  bearings_import_summary_free (summary);
  return g_steal_pointer (&catalogue);
}

static void
assert_ids (GPtrArray *records, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((BearingsRecord *) records->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_get (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsOccupationSkill) row = NULL;
  g_autofree char *owner = NULL;

  row = bearings_catalogue_get (catalogue, BEARINGS_RECORD_OCCUPATION_SKILL, "15-2051.00/python",
                                &error);
  g_assert_no_error (error);
  g_assert_cmpint (row->hot, ==, BEARINGS_YES);
  g_assert_cmpint (row->in_demand, ==, BEARINGS_UNKNOWN);
  /* What is not there, and what can never be an id, is NULL without an error. */
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "nothing", &error));
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "' OR 1=1 --", &error));
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "", &error));
  g_assert_null (
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_OCCUPATION_SKILL, "python", &error));
  g_assert_null (
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_OCCUPATION_SKILL, "a/b/c", &error));
  g_assert_no_error (error);
  owner = bearings_catalogue_get_owner (catalogue, BEARINGS_RECORD_CLAIM, "c-pair", &error);
  g_assert_cmpstr (owner, ==, "world");
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_CLAIM, NULL, NULL, &error);
  g_autoptr (GPtrArray) of_source =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_CLAIM, "source", "s1", &error);
  g_autoptr (GPtrArray) trace =
    bearings_catalogue_list_trace (catalogue, BEARINGS_RECORD_CLAIM, "c-skill", &error);
  g_autoptr (GPtrArray) titles =
    bearings_catalogue_list_titles (catalogue, BEARINGS_RECORD_SKILL, &error);
  g_autoptr (GPtrArray) skills =
    bearings_catalogue_list_occupation_skills (catalogue, "15-2051.00", &error);
  BearingsOccupationSkillRow *row;

  g_assert_no_error (error);
  assert_ids (all, "c-none c-occupation c-other c-pair c-skill");
  assert_ids (of_source, "c-skill");
  assert_ids (trace, "hop-2 hop-1"); /* by position */
  g_assert_cmpuint (titles->len, ==, 2);
  g_assert_cmpstr (bearings_hit_get_title (titles->pdata[0]), ==, "excel");
  g_assert_cmpuint (skills->len, ==, 2);
  row = skills->pdata[1];
  g_assert_cmpstr (row->skill->name, ==, "Python");
  g_assert_cmpint (row->row->hot, ==, BEARINGS_YES);
}

static void
test_claims_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scientist = g_ptr_array_new ();
  g_autoptr (GPtrArray) nurse = g_ptr_array_new ();
  g_autoptr (GPtrArray) claims = NULL;

  g_ptr_array_add (scientist, (gpointer) "15-2051.00");
  g_ptr_array_add (nurse, (gpointer) "29-1141.00");
  claims = bearings_catalogue_list_claims_for (
    catalogue,
    &(BearingsReach) { .skill = "python", .role = "ml-engineer", .occupations = scientist },
    &error);
  assert_ids (claims, "c-occupation c-pair c-skill");
  g_clear_pointer (&claims, g_ptr_array_unref);
  claims = bearings_catalogue_list_claims_for (
    catalogue, &(BearingsReach) { .skill = "python", .occupations = nurse }, &error);
  assert_ids (claims, "c-other c-skill");
  g_clear_pointer (&claims, g_ptr_array_unref);
  claims = bearings_catalogue_list_claims_for (catalogue,
                                               &(BearingsReach) { .role = "ml-engineer" }, &error);
  assert_ids (claims, "");
}

/* Claims are kept from page to page, until somebody writes: here or by another connection. */
static void
test_kept_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (BearingsCatalogue) other = NULL;
  g_autoptr (GPtrArray) records = small_world ();
  g_autoptr (GError) error = NULL;
  const BearingsReach page = { .skill = "python" };

  other = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 3; round++) {
    g_autofree char *statement = g_strdup_printf ("Statement %u", round);
    g_autofree char *version = g_strdup_printf ("2.%u.0", round);
    BearingsCatalogue *readers[] = { catalogue, other, catalogue };

    for (guint i = 0; i < records->len; i++)
      if (g_strcmp0 (((BearingsRecord *) records->pdata[i])->id, "c-skill") == 0)
        g_set_str (&((BearingsClaim *) records->pdata[i])->statement, statement);
    bearings_import_summary_free (import_pack (catalogue, "world", version, records, &error));
    g_assert_no_error (error);
    for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
      g_autoptr (GPtrArray) claims = bearings_catalogue_list_claims_for (readers[i], &page, &error);

      g_assert_no_error (error);
      assert_ids (claims, "c-skill");
      g_assert_cmpstr (((BearingsClaim *) claims->pdata[0])->statement, ==, statement);
    }
  }
}

/* Flags make a list of tools, ratings do not. */
static void
test_listing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  BearingsListing listing;

  g_assert_true (bearings_catalogue_count_listing (catalogue, "python", &listing, &error));
  g_assert_no_error (error);
  source = listing.source;
  g_assert_cmpuint (listing.n_listed, ==, 1);
  g_assert_cmpuint (listing.n_lists, ==, 1);
  g_assert_nonnull (source);
  g_assert_true (bearings_catalogue_count_listing (catalogue, "no-such", &listing, &error));
  g_assert_cmpuint (listing.n_listed, ==, 0);
  g_assert_cmpuint (listing.n_lists, ==, 1);
  g_assert_null (listing.source);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autofree char *before = bearings_catalogue_data_version (catalogue, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) records = small_world ();
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (BearingsClaim) claim = NULL;
  g_autoptr (GError) error = NULL;
  BearingsImportSummary *summary;
  BearingsInstalledPack *pack;
  guint index;

  for (index = 0; index < records->len; index++) {
    BearingsRecord *record = records->pdata[index];
    if (g_strcmp0 (record->id, "c-none") == 0)
      break;
  }
  g_ptr_array_remove_index (records, index);
  for (guint i = 0; i < records->len; i++) {
    BearingsClaim *changed = records->pdata[i];
    if (changed->record.type->kind == BEARINGS_RECORD_CLAIM &&
        g_str_equal (changed->record.id, "c-pair")) {
      g_set_str (&changed->statement, "A zebra of another stripe");
      g_ptr_array_add (changed->confirmed_by, g_strdup ("a second reading"));
    }
  }
  summary = import_pack (catalogue, "world", "1.1.0", records, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->added, ==, 0);
  g_assert_cmpint (summary->changed, ==, 1);
  g_assert_cmpint (summary->removed, ==, 1);
  g_assert_cmpint (summary->unchanged, ==, records->len - 1);
  g_assert_cmpstr (summary->replaced_version, ==, "1.0.0");
  bearings_import_summary_free (summary);
  claim = bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "c-pair", &error);
  g_assert_cmpstr (claim->statement, ==, "A zebra of another stripe");
  g_assert_cmpuint (claim->confirmed_by->len, ==, 1);
  g_assert_cmpuint (claim->directness->len, ==, 1);
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, "c-none", &error));
  hits = bearings_catalogue_search (catalogue, "zebra", NULL, 0, 10, 0, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  packs = bearings_catalogue_list_packs (catalogue, &error);
  g_assert_cmpuint (packs->len, ==, 1);
  pack = packs->pdata[0];
  g_assert_cmpstr (pack->info->version, ==, "1.1.0");
  g_assert_cmpint (pack->n_records, ==, records->len);
  after = bearings_catalogue_data_version (catalogue, NULL);
  g_assert_cmpuint (strlen (after), ==, 16);
  g_assert_cmpstr (before, !=, after);
}

/* Everything a reader could see of the catalogue. */
static char *
snapshot (const char *path)
{
  g_autoptr (BearingsCatalogue) catalogue =
    bearings_catalogue_open (path, BEARINGS_CATALOGUE_READ, NULL);
  g_autofree char *version = bearings_catalogue_data_version (catalogue, NULL);
  GString *text = g_string_new (version);

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    g_autoptr (GPtrArray) records = bearings_catalogue_list (catalogue, kind, NULL, NULL, NULL);
    for (guint i = 0; i < records->len; i++)
      g_string_append_printf (text, " %s", ((BearingsRecord *) records->pdata[i])->id);
  }
  return g_string_free_and_steal (text);
}

static void
assert_refused (const char *path,
                BearingsCatalogue *catalogue,
                const char *pack,
                GPtrArray *records,
                int code,
                const char *message)
{
  g_autofree char *before = snapshot (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (import_pack (catalogue, pack, "9", records, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  after = snapshot (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autoptr (GPtrArray) owned = records_new ();
  g_autoptr (GPtrArray) twice = records_new ();
  g_autoptr (GPtrArray) dangling = records_new ();
  g_autoptr (GPtrArray) removing = records_new ();
  g_autoptr (GPtrArray) in_list = records_new ();
  g_autoptr (GPtrArray) incomplete = records_new ();
  BearingsOccupationSkill *row;

  add_source (owned, "s1");
  assert_refused (fixture->path, catalogue, "mine", owned, BEARINGS_STORE_ERROR_CONFLICT,
                  "The source “s1” of pack “mine” belongs to pack “world”.");
  add_source (twice, "new");
  add_source (twice, "new");
  assert_refused (fixture->path, catalogue, "mine", twice, BEARINGS_STORE_ERROR_CONFLICT,
                  "The source “new” comes twice in pack “mine”.");
  row = add_record (dangling, BEARINGS_RECORD_OCCUPATION_SKILL, NULL);
  row->occupation = g_strdup ("15-2051.00");
  row->skill = g_strdup ("cobol");
  row->source = g_strdup ("s1");
  bearings_record_make_id (&row->record);
  assert_refused (fixture->path, catalogue, "mine", dangling, BEARINGS_STORE_ERROR_REFERENCE,
                  "The occupation-skill “15-2051.00/cobol” of pack “mine” refers in “skill” to the "
                  "skill “cobol”, which no pack has.");
  add_directness (add_claim (in_list, "c", "text", "s1"), "python", "no-role", NULL);
  assert_refused (fixture->path, catalogue, "mine", in_list, BEARINGS_STORE_ERROR_REFERENCE,
                  "The claim “c” of pack “mine” refers in “role” to the role “no-role”, which no "
                  "pack has.");
  /* An empty new version of the pack would leave the records of another in the air. */
  {
    g_autoptr (GPtrArray) other = records_new ();
    g_autoptr (GError) error = NULL;
    BearingsImportSummary *summary;

    add_claim (other, "theirs", "text", "s2");
    summary = import_pack (catalogue, "theirs", "1", other, &error);
    g_assert_no_error (error);
    bearings_import_summary_free (summary);
  }
  assert_refused (fixture->path, catalogue, "world", removing, BEARINGS_STORE_ERROR_REFERENCE,
                  "The claim “theirs” of pack “theirs” refers in “source” to the source “s2”, "
                  "which no pack has.");
  add_record (incomplete, BEARINGS_RECORD_SOURCE, "half");
  {
    g_autofree char *message = g_strdup_printf (
      "source “half”: %s: NOT NULL constraint failed: source.csl_type", fixture->path);
    assert_refused (fixture->path, catalogue, "mine", incomplete, BEARINGS_STORE_ERROR_INVALID,
                    message);
  }
}

static void
test_dropped_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autofree char *before = snapshot (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GError) error = NULL;

  add_source (records, "new");
  {
    g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, &error);
    g_autoptr (BearingsPackInfo) info = pack_info ("mine", "1");
    g_assert_true (bearings_import_pack (import, info, NULL, &error));
    g_assert_true (bearings_import_add (import, records->pdata[0], &error));
  }
  after = snapshot (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Packs that refer to each other come in one import; each gets its own summary. */
static void
test_several_packs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (BearingsPackInfo) first = pack_info ("first", "1");
  g_autoptr (BearingsPackInfo) second = pack_info ("second", "1");
  g_autoptr (BearingsImport) import = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GError) error = NULL;

  add_claim (records, "c", "text", "s");
  add_source (records, "s");
  import = bearings_import_begin (catalogue, &error);
  g_assert_true (bearings_import_pack (import, first, NULL, &error));
  g_assert_true (bearings_import_add (import, records->pdata[0], &error));
  g_assert_true (bearings_import_pack (import, second, NULL, &error));
  g_assert_true (bearings_import_add (import, records->pdata[1], &error));
  g_assert_true (bearings_import_commit (import, &error));
  g_assert_no_error (error);
  summaries = bearings_import_get_summaries (import);
  g_assert_cmpuint (summaries->len, ==, 2);
  g_assert_cmpint (((BearingsImportSummary *) summaries->pdata[1])->added, ==, 1);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = small_catalogue (fixture->path);
  g_autofree char *before = snapshot (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GError) error = NULL;
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  gint64 pages = 0;
  g_autofree char *limit = NULL;

  bearings_database_query_integer (database, "PRAGMA page_count", &pages, &error);
  limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) pages + 20);
  bearings_database_run (database, limit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5000; i++) {
    g_autofree char *id = g_strdup_printf ("source-%u", i);
    add_source (records, id);
  }
  g_assert_null (import_pack (catalogue, "mine", "1", records, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FULL);
  after = snapshot (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Two imports at once: the second waits its turn, and is told when that never comes. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) one = small_catalogue (fixture->path);
  g_autoptr (BearingsCatalogue) two = catalogue_new (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImport) first = bearings_import_begin (one, &error);

  g_assert_no_error (error);
  bearings_database_run (bearings_catalogue_get_database (two), "PRAGMA busy_timeout = 50", NULL);
  g_assert_null (bearings_import_begin (two, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_BUSY);
}

static void
test_install (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shipped = g_build_filename (fixture->folder, "shipped.db", NULL);
  g_autoptr (BearingsCatalogue) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = NULL;

  {
    g_autoptr (BearingsCatalogue) catalogue = small_catalogue (shipped);
    g_autoptr (BearingsCatalogue) own = catalogue_new (fixture->path);
    g_autoptr (GPtrArray) records = records_new ();
    add_source (records, "old");
    bearings_import_summary_free (import_pack (own, "old", "1", records, &error));
    g_assert_no_error (error);
  }
  wanted = snapshot (shipped);
  reader = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_catalogue_install (shipped, fixture->path, &error));
  g_assert_no_error (error);
  {
    g_autofree char *now = snapshot (fixture->path);
    g_assert_cmpstr (now, ==, wanted);
  }
  /* A connection that was open all the time sees it as well. */
  {
    g_autoptr (GPtrArray) claims =
      bearings_catalogue_list (reader, BEARINGS_RECORD_CLAIM, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (claims->len, ==, 5);
  }
  g_unlink (fixture->path);
  g_clear_object (&reader);
  g_assert_true (bearings_catalogue_install (shipped, fixture->path, &error));
  {
    g_autofree char *now = snapshot (fixture->path);
    g_assert_cmpstr (now, ==, wanted);
  }
}

/* Whoever goes on after a refused record does not get half a pack. */
static void
test_nothing_is_committed_after_a_refusal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (BearingsPackInfo) info = pack_info ("pack", "1");
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, &error);

  add_source (records, "src");
  g_assert_true (bearings_import_pack (import, info, NULL, &error));
  g_assert_true (bearings_import_add (import, records->pdata[0], &error));
  g_assert_no_error (error);
  g_assert_false (bearings_import_add (import, records->pdata[0], &error)); /* twice */
  g_assert_nonnull (error);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*bearings_import_commit*failed*");
  g_assert_false (bearings_import_commit (import, NULL));
  g_test_assert_expected_messages ();
  g_clear_pointer (&import, bearings_import_free);
  g_assert_null (bearings_catalogue_get (catalogue, BEARINGS_RECORD_SOURCE, "src", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/catalogue/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("get", test_get);
  TEST ("lists", test_lists);
  TEST ("claims-for", test_claims_for);
  TEST ("listing", test_listing);
  TEST ("kept-claims", test_kept_claims);
  TEST ("update", test_update);
  TEST ("refusals", test_refusals);
  TEST ("nothing-after-a-refusal", test_nothing_is_committed_after_a_refusal);
  TEST ("dropped-import", test_dropped_import);
  TEST ("several-packs", test_several_packs);
  TEST ("full", test_full);
  TEST ("busy", test_busy);
  TEST ("install", test_install);
  return g_test_run ();
}
