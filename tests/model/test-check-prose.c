/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What checks read in sentences. */

#include <math.h>

#include "bearings-check-prose.h"

static void
assert_one (const char *text, BearingsProseKind kind, double value, double high, const char *unit)
{
  g_autoptr (GArray) figures = bearings_check_prose_find_figures (text);
  const BearingsProseFigure *figure;

  g_test_message ("%s", text);
  g_assert_cmpuint (figures->len, ==, 1);
  figure = &g_array_index (figures, BearingsProseFigure, 0);
  g_assert_cmpint (figure->kind, ==, kind);
  g_assert_cmpfloat_with_epsilon (figure->value, value, 1e-9);
  if (isnan (high))
    g_assert_true (isnan (figure->high));
  else
    g_assert_cmpfloat (figure->high, ==, high);
  g_assert_cmpstr (figure->unit, ==, unit);
}

static void
assert_number (const char *text, double value, double high, const char *unit)
{
  assert_one (text, BEARINGS_PROSE_NUMBER, value, high, unit);
}

static void
test_numbers (void)
{
  assert_number ("39% of skills will be obsolete", 39, NAN, "percent");
  assert_number ("85 per cent of all jobs are filled through networking", 85, NAN, "percent");
  assert_number ("Three quarters of CVs are thrown out", 75, NAN, "percent");
  assert_number ("lose 20 to 60 per cent of the time to others", 20, 60, "percent");
  assert_number ("shortlisted 23-60% more often", 23, 60, "percent");
  assert_number ("shortlisted 23\xe2\x80\x93"
                 "60 % more often",
                 23, 60, "percent");
  assert_number ("a CV for six (or seven) seconds", 6, 7, "seconds");
  assert_number ("Ten thousand hours of practice make anyone an expert", 10000, NAN, "hours");
  assert_number ("over $1,250 more", 1250, NAN, "USD");
  assert_number ("19 percentage points lower", 19, NAN, "percentage points");
  assert_number ("obsolete in 5yr", 5, NAN, "years");
  assert_number ("0.8 standard deviations less time", 0.8, NAN, "standard deviations");
  assert_number ("7.4 seconds", 7.4, NAN, "seconds");
}

static void
test_bare_numbers_are_not_looked_at (void)
{
  static const char *const texts[] = {
    "Report p. 14, Annex III point 4",
    "Case C-634/21",
    "the top 10 jobs",
    "O*NET 30.1",
    "Local Law 144",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GArray) figures = bearings_check_prose_find_figures (texts[i]);
    g_test_message ("%s", texts[i]);
    g_assert_cmpuint (figures->len, ==, 0);
  }
}

static void
assert_sample (const char *text, double n)
{
  assert_one (text, BEARINGS_PROSE_SAMPLE, n, NAN, NULL);
}

static void
test_samples (void)
{
  assert_sample ("Eye tracking of 30 recruiters", 30);
  assert_sample ("says n=11 and more", 11);
  assert_sample ("25 US recruiters were asked", 25);
  assert_sample ("over 1,000 employers", 1000);
  assert_sample ("2000 people", 2000);
  assert_sample ("1.3 billion postings", 1.3e9);
}

static void
test_years (void)
{
  assert_one ("said in May 2025", BEARINGS_PROSE_YEAR, 2025, NAN, NULL);
  assert_one ("by 2030 1,950 things change", BEARINGS_PROSE_YEAR, 2030, NAN, NULL);
}

static void
assert_hedge (const char *text, BearingsHedge hedge, const char *words)
{
  g_autofree char *found = NULL;

  g_test_message ("%s", text);
  g_assert_cmpint (bearings_check_prose_find_hedge (text, &found), ==, hedge);
  g_assert_cmpstr (found, ==, words);
}

static void
test_hedges (void)
{
  assert_hedge ("could be highly transformed", BEARINGS_HEDGE_POSSIBLE, "could be");
  assert_hedge ("up to 85%", BEARINGS_HEDGE_POSSIBLE, "up to");
  assert_hedge ("likely to be highly transformed", BEARINGS_HEDGE_EXPECTED, "likely to be");
  assert_hedge ("the result suggests a link", BEARINGS_HEDGE_SUGGESTED, "suggests");
  assert_hedge ("was measured", BEARINGS_HEDGE_ESTIMATED, "measured");
  assert_hedge ("skills will be obsolete", BEARINGS_HEDGE_STATED, "will be");
  /* The weakest counts. */
  assert_hedge ("it is what may be", BEARINGS_HEDGE_POSSIBLE, "may be");
  /* No hedges: a comparison, a month. */
  assert_hedge ("60% more likely shortlisted", 0, NULL);
  assert_hedge ("in May 2025", 0, NULL);
  assert_hedge ("39% skills obsolete in 5yr", 0, NULL);
  g_assert_cmpint (BEARINGS_HEDGE_POSSIBLE, <, BEARINGS_HEDGE_EXPECTED);
  g_assert_cmpint (BEARINGS_HEDGE_EXPECTED, <, BEARINGS_HEDGE_STATED);
}

static void
test_blanks (void)
{
  static const char *const blank[] = { "rose above .",  "of  % of",       "about  points",
                                       "a style: % in", "in 2024:  jobs", "Smith's  report" };
  static const char *const whole[] = { "rose above 3.", "between 1 and 3", "above all.",
                                       "e.g. this",     "One.  Two.",      "a\n  - b",
                                       "trailing  " };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_nonnull (bearings_check_prose_find_blank (blank[i]));
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_assert_null (bearings_check_prose_find_blank (whole[i]));
}

/* Whatever text comes, reading ends. */
static void
test_any_text (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "%",
    "n=",
    "n=9",
    "12-",
    "-12",
    "1,2,3",
    "$",
    "of of of",
    "two two thirds thirds",
    "\xe2\x80\x93\xe2\x80\x93",
    "9999999999999999999999999 people",
    "½ % ٣ percent",
    "per",
    "six (or",
    "six (or seven",
    "up",
    "up to",
    "12 percent of",
    "12 percent of the",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GArray) figures = bearings_check_prose_find_figures (texts[i]);
    g_autofree char *words = NULL;
    BearingsHedge hedge = bearings_check_prose_find_hedge (texts[i], &words);

    for (guint j = 0; j < figures->len; j++)
      g_assert_true (isfinite (g_array_index (figures, BearingsProseFigure, j).value));
    g_assert_cmpint (hedge != 0, ==, words != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check-prose/numbers", test_numbers);
  g_test_add_func ("/model/check-prose/bare-numbers", test_bare_numbers_are_not_looked_at);
  g_test_add_func ("/model/check-prose/samples", test_samples);
  g_test_add_func ("/model/check-prose/years", test_years);
  g_test_add_func ("/model/check-prose/hedges", test_hedges);
  g_test_add_func ("/model/check-prose/blanks", test_blanks);
  g_test_add_func ("/model/check-prose/any-text", test_any_text);
  return g_test_run ();
}
