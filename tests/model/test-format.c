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
  BearingsFigure *figure = bearings_struct_new (&bearings_figure_type);
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
  bearings_struct_free (&bearings_figure_type, figure);
}

static void
test_change_carries_its_sign (void)
{
  BearingsFigure *figure = bearings_struct_new (&bearings_figure_type);
  g_autofree char *text = NULL;

  figure->metric = g_strdup ("difference of medians");
  figure->unit = g_strdup ("percent");
  figure->value = 7;
  figure->qualifier = BEARINGS_QUALIFIER_ABOUT;
  text = bearings_format_figure_value (figure);
  g_assert_cmpstr (text, ==, "about +7" NBSP "%");
  bearings_struct_free (&bearings_figure_type, figure);
}

/* Every way of missing is said in words; none looks like a number or like nothing. */
static void
test_missing_is_said (void)
{
  BearingsFigure *figure = bearings_struct_new (&bearings_figure_type);

  for (int missing = 0; bearings_enum_nick (&bearings_missing_type, missing + 1); missing++) {
    g_autofree char *text = NULL;
    figure->missing = missing;
    text = bearings_format_figure (figure);
    g_assert_cmpuint (strlen (text), >, 4);
    for (const char *p = text; *p != '\0'; p++)
      g_assert_false (g_ascii_isdigit (*p));
  }
  bearings_struct_free (&bearings_figure_type, figure);
}

static void
test_no_interval_says_why (void)
{
  BearingsFigure *figure = bearings_struct_new (&bearings_figure_type);
  g_autofree char *text = NULL;

  figure->value = 3;
  figure->interval = BEARINGS_INTERVAL_EXPECTATION;
  text = bearings_format_figure_interval (figure);
  g_assert_nonnull (strstr (text, "expectation"));
  bearings_struct_free (&bearings_figure_type, figure);
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

static void
test_sources (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autofree char *institution = NULL;
  g_autofree char *two = NULL;
  g_autofree char *full = NULL;

  source->title = g_strdup ("A title");
  source->publisher = g_strdup ("An agency");
  institution = bearings_format_source_short (source);
  g_assert_cmpstr (institution, ==, "An agency (n.d.)");
  g_ptr_array_add (source->authors, g_strdup ("Noy, Shakked"));
  g_ptr_array_add (source->authors, g_strdup ("Zhang, Whitney"));
  source->issued = g_strdup ("2023-07-13");
  source->doi = g_strdup ("10.1126/science.adh2586");
  two = bearings_format_source_short (source);
  g_assert_cmpstr (two, ==, "Noy and Zhang (2023)");
  full = bearings_format_source (source);
  g_assert_true (g_str_has_suffix (full, "doi:10.1126/science.adh2586"));
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
  g_test_add_func ("/model/format/sources", test_sources);
  return g_test_run ();
}
