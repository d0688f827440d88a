/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, figures and references as people read them. */

#include <math.h>

#include "bearings-format.h"

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"

static void
check_number (double value, int decimals, const char *expected)
{
  g_autofree char *text = bearings_format_number (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  check_number (74.256567, 1, "74.3");
  check_number (15, 1, "15");
  check_number (-20187.5, 0, MINUS "20188");
  check_number (-0.04, 1, "0"); /* never a minus sign before nothing */
  check_number (0.29, 3, "0.29");
  check_number (0, 2, "0");
}

static void
test_share (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *count = NULL;

  figure->metric = g_strdup ("share of postings");
  bearings_figure_set_share (figure, 424, 571, "postings");
  value = bearings_format_figure_value (figure);
  interval = bearings_format_figure_interval (figure);
  count = bearings_format_figure_count (figure);
  g_assert_cmpstr (value, ==, "74.3" NBSP "%");
  g_assert_cmpstr (interval, ==, "95" NBSP "% CI 70.5 to 77.7");
  g_assert_cmpstr (count, ==, "424 of 571 postings");
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_change_carries_its_sign (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *text = NULL;

  figure->metric = g_strdup ("difference of medians");
  figure->unit = g_strdup ("percent");
  figure->value = 7;
  figure->qualifier = BEARINGS_QUALIFIER_ABOUT;
  text = bearings_format_figure_value (figure);
  g_assert_cmpstr (text, ==, "about +7" NBSP "%");
  bearings_record_struct_free (&bearings_figure_type, figure);
}

/* Every way of missing is said in words; none looks like a number or like nothing. */
static void
test_missing_is_said (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  for (int missing = 0; bearings_enums_nick (&bearings_missing_type, missing + 1); missing++) {
    g_autofree char *text = NULL;
    figure->missing = missing;
    text = bearings_format_figure (figure);
    g_assert_cmpuint (strlen (text), >, 4);
    for (const char *p = text; *p != '\0'; p++)
      g_assert_false (g_ascii_isdigit (*p));
  }
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_no_interval_says_why (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *text = NULL;

  figure->value = 3;
  figure->interval = BEARINGS_INTERVAL_EXPECTATION;
  text = bearings_format_figure_interval (figure);
  g_assert_nonnull (strstr (text, "expectation"));
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_amounts (void)
{
  BearingsAmount amount = { .value = 112590, .limit = NAN };
  g_autofree char *plain = bearings_format_amount (&amount, "USD per year");
  g_autofree char *top = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (plain, ==, "$112590");
  amount =
    (BearingsAmount) { .value = NAN, .missing = BEARINGS_MISSING_TOP_CODED, .limit = 239200 };
  top = bearings_format_amount (&amount, "USD per year");
  g_assert_cmpstr (top, ==, "at least $239200");
  amount =
    (BearingsAmount) { .value = NAN, .missing = BEARINGS_MISSING_NOT_AVAILABLE, .limit = NAN };
  none = bearings_format_amount (&amount, "USD per year");
  g_assert_cmpstr (none, ==, "not available");
}

/* A figure of @unit with the limits that are there. */
static void
check_figure (const char *metric,
              const char *unit,
              double value,
              double low,
              double high,
              double level,
              const char *expected)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *text = NULL;

  figure->metric = g_strdup (metric);
  figure->unit = g_strdup (unit);
  figure->value = value;
  figure->low = low;
  figure->high = high;
  figure->level = level;
  text = bearings_format_figure (figure);
  g_assert_cmpstr (text, ==, expected);
  bearings_record_struct_free (&bearings_figure_type, figure);
}

/* As many digits as the unit and the size bear, and the unit where it is read. */
static void
test_units (void)
{
  check_figure ("share", "percent", 12.345, 11.04, 13.06, 95,
                "12.3" NBSP "% (95" NBSP "% CI 11 to 13.1)");
  check_figure ("share", "percent of staff", 40, NAN, NAN, NAN,
                "40" NBSP "% of staff (no interval stated by the source)");
  check_figure ("share", "percentage points", 3.14, 1, 5, 90,
                "3.1" NBSP "percentage points (90" NBSP "% CI 1 to 5)");
  check_figure ("gain", "percentage points", 3.14, -1, 5, NAN,
                "+3.1" NBSP "percentage points (interval " MINUS "1 to +5, level not stated)");
  check_figure ("pay", "USD per year", 11250.4, -20188, 43250, 95,
                "11250" NBSP "USD per year (95" NBSP "% CI " MINUS "20188 to 43250)");
  check_figure ("pay", "USD per hour", 99.994, NAN, NAN, NAN,
                "99.99" NBSP "USD per hour (no interval stated by the source)");
  check_figure ("pay", "USD per hour", 100, 99.5, 100.5, 95,
                "100" NBSP "USD per hour (95" NBSP "% CI 99.5 to 101)");
  check_figure ("odds", "ratio", 1.23456, NAN, NAN, NAN,
                "1.235 (no interval stated by the source)");
  check_figure ("odds", NULL, 9.9994, 10.04, 999.96, 95, "9.999 (95" NBSP "% CI 10 to 1000)");
  check_figure ("sum", "people", 1000.4, NAN, NAN, NAN,
                "1000" NBSP "people (no interval stated by the source)");
  check_figure ("Growth of pay", NULL, 0, NAN, NAN, NAN, "0 (no interval stated by the source)");
  check_figure (NULL, NULL, 5, NAN, NAN, NAN, "5 (no interval stated by the source)");
}

static void
test_qualifiers (void)
{
  static const char *const texts[] = {
    "5", "about 5", "nearly 5", "more than 5", "less than 5", "at least 5", "at most 5",
  };
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  figure->value = 5;
  for (figure->qualifier = 0;
       figure->qualifier == 0 ||
       bearings_enums_nick (&bearings_qualifier_type, figure->qualifier) != NULL;
       figure->qualifier++)
    g_hash_table_add (said, bearings_format_figure_value (figure));
  g_assert_cmpuint (g_hash_table_size (said), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (g_hash_table_contains (said, texts[i]));
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_errors_and_counts (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *error = NULL;
  g_autofree char *total = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *count = NULL;

  figure->value = 5;
  figure->se = 0.12345;
  figure->total = 34;
  error = bearings_format_figure (figure);
  g_assert_cmpstr (error, ==, "5 (SE 0.123); n = 34");
  figure->total_unit = g_strdup ("people");
  figure->referent = g_strdup ("of a town");
  total = bearings_format_figure (figure);
  g_assert_cmpstr (total, ==, "5 (SE 0.123); n = 34 people; of a town");
  figure->count = 0;
  count = bearings_format_figure_count (figure);
  g_assert_cmpstr (count, ==, "0 of 34 people");
  g_clear_pointer (&figure->total_unit, g_free);
  bare = bearings_format_figure_count (figure);
  g_assert_cmpstr (bare, ==, "0 of 34");
  figure->total = BEARINGS_INTEGER_ABSENT;
  g_assert_null (bearings_format_figure_count (figure));
  bearings_record_struct_free (&bearings_figure_type, figure);
}

/* What the source says in words stands for a value that there cannot be; otherwise the kind. */
static void
test_words_for_a_value (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *words = NULL;
  g_autofree char *none = NULL;
  g_autofree char *kind = NULL;

  figure->missing = BEARINGS_MISSING_QUALITATIVE;
  figure->missing_note = g_strdup ("rather more");
  words = bearings_format_figure_value (figure);
  g_assert_cmpstr (words, ==, "rather more");
  g_assert_null (bearings_format_figure_interval (figure));
  figure->missing = BEARINGS_MISSING_NOT_APPLICABLE;
  none = bearings_format_figure_value (figure);
  g_assert_cmpstr (none, ==, "rather more");
  figure->missing = BEARINGS_MISSING_SUPPRESSED;
  kind = bearings_format_figure_value (figure);
  g_assert_cmpstr (kind, !=, "rather more");
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_samples (void)
{
  BearingsSampleSize sample = { .n = 1200, .unit = (char *) "skills" };
  g_autofree char *whole = bearings_format_sample (&sample);
  g_autofree char *bare = NULL;
  g_autofree char *none = NULL;
  g_autofree char *hidden = NULL;

  g_assert_cmpstr (whole, ==, "1200" NBSP "skills");
  sample.unit = NULL;
  bare = bearings_format_sample (&sample);
  g_assert_cmpstr (bare, ==, "1200");
  sample.n = BEARINGS_INTEGER_ABSENT;
  none = bearings_format_sample (&sample);
  sample.missing = BEARINGS_MISSING_SUPPRESSED;
  hidden = bearings_format_sample (&sample);
  g_assert_cmpstr (none, !=, hidden);
}

static void
test_dates (void)
{
  static const char *const pairs[][2] = {
    { "2026-11-03", "3 November 2026" },
    { "2026-11", "November 2026" },
    { "2026", "2026" },
    { "2026-02-30", "2026-02-30" },
    { "soon", "soon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *text = bearings_format_date (pairs[i][0]);
    g_assert_cmpstr (text, ==, pairs[i][1]);
  }
}

static void
check_amount (double value, double limit, const char *unit, const char *expected)
{
  const BearingsAmount amount = { .value = value, .limit = limit };
  g_autofree char *text = bearings_format_amount (&amount, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_small_amounts (void)
{
  check_amount (54.135, NAN, "USD per hour", "$54.14");
  check_amount (999.994, NAN, "USD", "$999.99");
  check_amount (1000.26, NAN, "USD", "$1000.3");
  check_amount (54.135, NAN, "thousands", "54.1");
  check_amount (54.135, NAN, NULL, "54.1");
  check_amount (NAN, 115, "thousands", "at least 115");
}

static void
test_sources (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autofree char *untitled = NULL;
  g_autofree char *institution = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;

  source->title = g_strdup ("A title");
  untitled = bearings_format_source_short (source);
  g_assert_cmpstr (untitled, ==, "A title (n.d.)");
  source->publisher = g_strdup ("An agency");
  institution = bearings_format_source_short (source);
  g_assert_cmpstr (institution, ==, "An agency (n.d.)");
  source->issued = g_strdup ("2023-07-13");
  g_ptr_array_add (source->authors, g_strdup ("Noy, Shakked"));
  one = bearings_format_source_short (source);
  g_assert_cmpstr (one, ==, "Noy (2023)");
  g_ptr_array_add (source->authors, g_strdup ("Bureau of Counts"));
  two = bearings_format_source_short (source);
  g_assert_cmpstr (two, ==, "Noy and Bureau of Counts (2023)");
  g_ptr_array_add (source->authors, g_strdup ("Zhang, Whitney"));
  three = bearings_format_source_short (source);
  g_assert_cmpstr (three, ==, "Noy et al. (2023)");
}

static void
check_source (const BearingsSource *source, const char *expected)
{
  g_autofree char *text = bearings_format_source (source);

  g_assert_cmpstr (text, ==, expected);
}

/* Every author, and of the rest what is known. */
static void
test_whole_sources (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->title = g_strdup ("A title");
  check_source (source, "(n.d.). A title.");
  source->issued = g_strdup ("2023-07-13");
  g_ptr_array_add (source->authors, g_strdup ("Noy, Shakked"));
  g_ptr_array_add (source->authors, g_strdup ("Zhang, Whitney"));
  source->url = g_strdup ("https://example.org");
  check_source (source, "Noy, Shakked; Zhang, Whitney (2023). A title. https://example.org");
  source->doi = g_strdup ("10.1126/science.adh2586");
  source->container = g_strdup ("Science");
  check_source (source, "Noy, Shakked; Zhang, Whitney (2023). A title. Science. "
                        "doi:10.1126/science.adh2586");
  source->volume = g_strdup ("381");
  source->issue = g_strdup ("6654");
  source->pages = g_strdup ("187-192");
  source->publisher = g_strdup ("An academy");
  check_source (source, "Noy, Shakked; Zhang, Whitney (2023). A title. Science 381(6654), 187-192. "
                        "An academy. doi:10.1126/science.adh2586");
  source->state = BEARINGS_SOURCE_CURRENT;
  check_source (source, "Noy, Shakked; Zhang, Whitney (2023). A title. Science 381(6654), 187-192. "
                        "An academy. doi:10.1126/science.adh2586");
  source->state = BEARINGS_SOURCE_RETRACTED;
  source->state_date = g_strdup ("2024");
  {
    g_autofree char *text = bearings_format_source (source);
    g_autofree char *state = bearings_format_source_state (source);
    g_autofree char *mark = g_strdup_printf (" [%s]", state);

    g_assert_true (g_str_has_suffix (text, mark));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/format/numbers", test_numbers);
  g_test_add_func ("/model/format/share", test_share);
  g_test_add_func ("/model/format/change-carries-its-sign", test_change_carries_its_sign);
  g_test_add_func ("/model/format/missing-is-said", test_missing_is_said);
  g_test_add_func ("/model/format/no-interval-says-why", test_no_interval_says_why);
  g_test_add_func ("/model/format/amounts", test_amounts);
  g_test_add_func ("/model/format/units", test_units);
  g_test_add_func ("/model/format/qualifiers", test_qualifiers);
  g_test_add_func ("/model/format/errors-and-counts", test_errors_and_counts);
  g_test_add_func ("/model/format/words-for-a-value", test_words_for_a_value);
  g_test_add_func ("/model/format/samples", test_samples);
  g_test_add_func ("/model/format/dates", test_dates);
  g_test_add_func ("/model/format/small-amounts", test_small_amounts);
  g_test_add_func ("/model/format/sources", test_sources);
  g_test_add_func ("/model/format/whole-sources", test_whole_sources);
  return g_test_run ();
}
