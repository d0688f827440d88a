/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's pure parts: years, folding, marks, counts, queries. */

#include "bearings-library.h"

static void
test_years (void)
{
  g_assert_cmpint (bearings_library_last_year (NULL), ==, 0);
  g_assert_cmpint (bearings_library_last_year (""), ==, 0);
  g_assert_cmpint (bearings_library_last_year ("2019-2021"), ==, 2021);
  g_assert_cmpint (bearings_library_last_year ("up to 2013"), ==, 2013);
  g_assert_cmpint (bearings_library_last_year ("2023-"), ==, 2023);
  g_assert_cmpint (bearings_library_last_year ("2025 (Feb-Jun)"), ==, 2025);
  g_assert_cmpint (bearings_library_last_year ("2024-08-31"), ==, 2024);
  g_assert_cmpint (bearings_library_last_year ("12345 people"), ==, 0);
}

static void
assert_marks (const char *text, const char *search, const char *expected)
{
  g_autoptr (GArray) found = bearings_library_find_words (text, search);
  g_autoptr (GString) marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < found->len; i += 2) {
    guint begin = g_array_index (found, guint, i), end = g_array_index (found, guint, i + 1);
    g_string_append_len (marked, text + at, begin - at);
    g_string_append_c (marked, '[');
    g_string_append_len (marked, text + begin, end - begin);
    g_string_append_c (marked, ']');
    at = end;
  }
  g_string_append (marked, text + at);
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_marks (void)
{
  assert_marks ("Pay rises in Zürich", "zur PAY", "[Pay] rises in [Zürich]");
  assert_marks ("C++ and C", "c++", "[C++] and C");
  assert_marks ("repay pays", "pay", "repay [pays]");
  assert_marks ("État, e\xcc\x81tat", "etat", "[État], [e\xcc\x81tat]");
  assert_marks ("anything", "", "anything");
  assert_marks ("anything", "\"*", "anything");
  assert_marks ("", "a", "");
}

static void
test_query (void)
{
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (BearingsLibraryQuery) copy = NULL;

  bearings_library_query_set (query, BEARINGS_FACET_CHANNEL, "pay", TRUE);
  bearings_library_query_set (query, BEARINGS_FACET_CHANNEL, "pay", TRUE);
  bearings_library_query_set (query, BEARINGS_FACET_CHANNEL, "demand", TRUE);
  g_assert_cmpuint (query->values[BEARINGS_FACET_CHANNEL]->len, ==, 2);
  query->text = g_strdup ("x");
  query->year_to = 2020;
  g_assert_cmpuint (bearings_library_query_n_filters (query), ==, 2);
  copy = bearings_library_query_copy (query);
  g_assert_true (bearings_library_query_equal (query, copy));
  bearings_library_query_set (copy, BEARINGS_FACET_CHANNEL, "pay", FALSE);
  g_assert_false (bearings_library_query_equal (query, copy));
  query->sources = TRUE; /* channels do not apply to sources */
  g_assert_cmpuint (bearings_library_query_n_filters (query), ==, 1);
}

static void
test_caption (void)
{
  g_autoptr (BearingsLibraryRow) row = bearings_library_row_new ();
  g_autofree char *caption = NULL;

  row->channel = BEARINGS_CHANNEL_PAY;
  row->design = BEARINGS_DESIGN_RCT;
  row->credit = g_strdup ("Noy, Shakked");
  row->n_authors = 2;
  row->state = BEARINGS_SOURCE_RETRACTED;
  caption = bearings_library_row_caption (row);
  g_assert_cmpstr (caption, ==, "Pay · Randomised trial · no year · Noy and others · Retracted");
}

/* Every vocabulary has its words and its name. */
static void
test_words (void)
{
  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    const BearingsEnumType *type = bearings_facet_type (i);

    g_assert_cmpstr (bearings_facet_title (i), !=, "");
    g_assert_cmpstr (bearings_facet_name (i), !=, "");
    g_assert_cmpstr (bearings_facet_value_title (i, ""), ==, "Not stated");
    for (int value = 1; type != NULL && bearings_enums_nick (type, value) != NULL; value++)
      g_assert_cmpstr (bearings_facet_value_title (i, bearings_enums_nick (type, value)), !=,
                       bearings_enums_nick (type, value));
  }
  for (int i = 1; bearings_enums_nick (&bearings_library_sort_type, i) != NULL; i++)
    g_assert_cmpstr (bearings_library_sort_title (i), !=, "");
}

/* Where a word stands that neither title nor caption has. */
static void
test_found (void)
{
  g_autoptr (BearingsLibraryRow) row = bearings_library_row_new ();
  static const struct {
    const char *search;
    const char *found;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "pay", NULL }, /* in the title */
    { "noy", NULL }, /* in the caption */
    { "nowhere", NULL },
    { "empl", "Employers in Zürich" },
    { "pay zurich", "Employers in Zürich" },
    { "callbacks", "…of résumés of callbacks that each of the groups had had…" },
    { "sämple", "Share of a sample of résumés of callbacks that each…" },
    { "years", "…had over the years" },
  };

  row->title = g_strdup ("Pay rises");
  row->credit = g_strdup ("Noy, Shakked");
  row->body =
    g_strdup ("Employers in Zürich\nShare of a sample of résumés of callbacks that each of "
              "the groups had had over the years");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = bearings_library_row_found (row, cases[i].search);
    g_test_message ("%s", cases[i].search);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/library/years", test_years);
  g_test_add_func ("/model/library/marks", test_marks);
  g_test_add_func ("/model/library/query", test_query);
  g_test_add_func ("/model/library/caption", test_caption);
  g_test_add_func ("/model/library/words", test_words);
  g_test_add_func ("/model/library/found", test_found);
  return g_test_run ();
}
