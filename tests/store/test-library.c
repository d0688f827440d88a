/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: filters, words, order, counts, and that a filled table says what the rules say. */

#include "bearings-catalogue-library.h"
#include "store-fixture.h"

#define TODAY "2026-03-15"

static BearingsCatalogue *
catalogue_with_claims (const char *path)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GError) error = NULL;
  BearingsSource *source;
  BearingsClaim *claim;
  BearingsCertaintyReason *reason;

  source = add_source (records, "celik");
  source->issued = g_strdup ("2019-05");
  g_ptr_array_add (source->authors, g_strdup ("Çelik, Ayşe"));
  g_ptr_array_add (source->authors, g_strdup ("Noy, Shakked"));
  source = add_source (records, "gone");
  source->state = BEARINGS_SOURCE_RETRACTED;
  source->accessed = g_strdup ("2026-03");

  claim = add_claim (records, "a", "Pay rises with experience in Zürich", "celik");
  claim->design = BEARINGS_DESIGN_RCT;
  claim->boundary = BEARINGS_BOUNDARY_ACADEMIC;
  claim->topic = g_strdup ("Wages");
  claim->data_year = g_strdup ("2019-2021");
  claim->checked = g_strdup ("2026-01-02");
  claim = add_claim (records, "b", "Callbacks rise a little", "celik");
  claim->channel = BEARINGS_CHANNEL_CALLBACKS;
  claim->design = BEARINGS_DESIGN_AUDIT;
  claim->direction = BEARINGS_DIRECTION_FAVOURS;
  claim->population = g_strdup ("Employers who pay little");
  reason = bearings_record_struct_new (&bearings_certainty_reason_type);
  reason->domain = BEARINGS_REASON_IMPRECISION;
  reason->steps = 2;
  reason->note = g_strdup ("few");
  g_ptr_array_add (claim->certainty_reasons, reason);
  claim->checked = g_strdup ("2024-12");
  claim = add_claim (records, "c", "Experts expect more pay", "gone");
  claim->hedge = BEARINGS_HEDGE_EXPECTED;
  claim->data_year = g_strdup ("up to 2013");
  claim = add_claim (records, "d", "Äpfel are no pay", "celik");
  claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  bearings_import_summary_free (import_pack (catalogue, "p", "1", records, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&catalogue);
}

static char *
listed (BearingsCatalogue *catalogue, const BearingsLibraryQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys =
    bearings_catalogue_library_list (catalogue, query, TODAY, -1, NULL, NULL, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) combinations = NULL;
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  rows = bearings_catalogue_library_get_rows (catalogue, (gint64 *) keys->data, keys->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((BearingsLibraryRow *) rows->pdata[i])->id);
  /* The counts always agree with the list. */
  combinations = bearings_catalogue_library_count (catalogue, query, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bearings_library_count_without (combinations, query, BEARINGS_N_FACETS), ==,
                    keys->len);
  return g_string_free_and_steal (ids);
}

#define assert_listed(query, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ids = listed (catalogue, query);                                              \
    g_assert_cmpstr (ids, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_claims (fixture->path);
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();

  assert_listed (query, "d b c a"); /* by title, the accent folded */
  query->text = g_strdup ("pay");
  assert_listed (query, "c d a b"); /* titles, those with less beside first; then the text */
  g_set_str (&query->text, "ZURICH exp");
  assert_listed (query, "a");
  g_set_str (&query->text, "celik");
  query->sort = BEARINGS_LIBRARY_SORT_TITLE;
  assert_listed (query, "d b a");
  query->sources = TRUE;
  assert_listed (query, "celik");
  g_set_str (&query->text, "title");
  assert_listed (query, "celik gone");
  g_set_str (&query->text, "\"*(");
  assert_listed (query, "");
  g_set_str (&query->text, "  ");
  assert_listed (query, "celik gone");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_claims (fixture->path);
  static const struct {
    BearingsFacet facet;
    const char *values[3];
    const char *expected;
  } cases[] = {
    { BEARINGS_FACET_CHANNEL, { "callbacks" }, "b" },
    { BEARINGS_FACET_CHANNEL, { "callbacks", "pay" }, "d b c a" },
    { BEARINGS_FACET_CERTAINTY, { "high" }, "a" },
    { BEARINGS_FACET_CERTAINTY, { "low" }, "b c" },
    { BEARINGS_FACET_CERTAINTY, { "moderate" }, "d" },
    { BEARINGS_FACET_DESIGN, { "rct", "audit" }, "b a" },
    { BEARINGS_FACET_DIRECTION, { "favours" }, "b" },
    { BEARINGS_FACET_DIRECTION, { "" }, "d c a" },
    { BEARINGS_FACET_BOUNDARY, { "academic" }, "a" },
    { BEARINGS_FACET_TOPIC, { "Wages" }, "a" },
    { BEARINGS_FACET_FRESHNESS, { "recent" }, "a" },
    { BEARINGS_FACET_FRESHNESS, { "due" }, "b" },
    { BEARINGS_FACET_FRESHNESS, { "undated" }, "d" },
    { BEARINGS_FACET_FRESHNESS, { "withdrawn" }, "c" },
    { BEARINGS_FACET_TOPIC, { "'; DROP TABLE claim; --" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();

    for (guint j = 0; j < G_N_ELEMENTS (cases[i].values) && cases[i].values[j] != NULL; j++)
      bearings_library_query_set (query, cases[i].facet, cases[i].values[j], TRUE);
    assert_listed (query, cases[i].expected);
    /* With words too, and for sources only what applies to them. */
    query->text = g_strdup ("rise");
    g_free (listed (catalogue, query));
    query->sources = TRUE;
    g_free (listed (catalogue, query));
  }
}

static void
test_years_and_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_claims (fixture->path);
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  query->sort = BEARINGS_LIBRARY_SORT_NEWEST;
  assert_listed (query, "a d b c"); /* 2021, 2019 of the source twice, 2013 */
  query->sort = BEARINGS_LIBRARY_SORT_OLDEST;
  assert_listed (query, "c d b a");
  query->sort = BEARINGS_LIBRARY_SORT_CERTAINTY;
  assert_listed (query, "a d b c");
  query->year_from = 2019;
  query->year_to = 2020;
  assert_listed (query, "d b");
  query->text = g_strdup ("rise");
  assert_listed (query, "b");
  g_clear_pointer (&query->text, g_free);
  query->year_from = query->year_to = 0;
  keys = bearings_catalogue_library_list (catalogue, query, TODAY, 2, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 2);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_claims (fixture->path);
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GPtrArray) combinations = NULL;
  g_autoptr (GPtrArray) channels = NULL;
  g_autoptr (GPtrArray) certainties = NULL;
  g_autoptr (GError) error = NULL;
  BearingsFacetCount *count;

  bearings_library_query_set (query, BEARINGS_FACET_CHANNEL, "pay", TRUE);
  bearings_library_query_set (query, BEARINGS_FACET_DIRECTION, "against", TRUE);
  combinations = bearings_catalogue_library_count (catalogue, query, TODAY, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bearings_library_count_without (combinations, query, BEARINGS_N_FACETS), ==, 0);
  g_assert_cmpuint (bearings_library_count_without (combinations, query, BEARINGS_FACET_DIRECTION),
                    ==, 3);
  bearings_library_query_set (query, BEARINGS_FACET_DIRECTION, "against", FALSE);
  channels = bearings_library_count_facet (combinations, query, BEARINGS_FACET_CHANNEL);
  g_assert_cmpuint (channels->len, ==, 2);
  count = channels->pdata[0];
  g_assert_cmpstr (count->value, ==, "callbacks");
  g_assert_cmpuint (count->count, ==, 1);
  certainties = bearings_library_count_facet (combinations, query, BEARINGS_FACET_CERTAINTY);
  g_assert_cmpuint (certainties->len, ==, 3); /* of pay only: low, moderate, high */
  count = certainties->pdata[2];
  g_assert_cmpstr (count->value, ==, "high");
  g_assert_cmpuint (count->count, ==, 1);
}

static gboolean
always (gpointer data)
{
  return TRUE;
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (fixture->path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  add_source (records, "s");
  for (guint i = 0; i < 5000; i++) {
    g_autofree char *id = g_strdup_printf ("c%u", i);
    add_claim (records, id, "The same words again", "s");
  }
  bearings_import_summary_free (import_pack (catalogue, "p", "1", records, &error));
  g_assert_no_error (error);
  query->text = g_strdup ("wor");
  query->sort = BEARINGS_LIBRARY_SORT_CERTAINTY;
  keys = bearings_catalogue_library_list (catalogue, query, TODAY, -1, always, NULL, &error);
  g_assert_null (keys);
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* The connection is as good as before. */
  keys = bearings_catalogue_library_list (catalogue, query, TODAY, -1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 5000);
}

/* The certainty in the table is that of the rules, for every claim that is shipped. */
static void
test_certainty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCatalogue) catalogue =
    bearings_catalogue_open (CATALOGUE, BEARINGS_CATALOGUE_READ, &error);
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_no_error (error);
  keys = bearings_catalogue_library_list (catalogue, query, TODAY, -1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, >, 100);
  rows = bearings_catalogue_library_get_rows (catalogue, (gint64 *) keys->data, keys->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    BearingsLibraryRow *row = rows->pdata[i];
    g_autoptr (BearingsClaim) claim =
      bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, row->id, &error);

    g_assert_no_error (error);
    g_assert_cmpint (row->certainty, ==, bearings_certainty_of_claim (claim));
    g_assert_cmpint (row->channel, ==, claim->channel);
    g_assert_cmpint (row->design, ==, claim->design);
    g_assert_cmpstr (row->title, ==, claim->statement);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/library/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("words", test_words);
  TEST ("filters", test_filters);
  TEST ("years-and-order", test_years_and_order);
  TEST ("counts", test_counts);
  TEST ("stop", test_stop);
  TEST ("certainty", test_certainty);
  return g_test_run ();
}
