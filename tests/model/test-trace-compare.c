/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading sentences, and how one differs from the one it rests on. */

#include <math.h>

#include "bearings-record.h"
#include "bearings-trace-compare.h"

static BearingsTraceReading *
read_sentence (const char *text)
{
  return bearings_trace_reading_new_from_sentence (text);
}

static void
assert_number (const char *text, double value, double high, const char *unit)
{
  g_autoptr (BearingsTraceReading) reading = read_sentence (text);
  const BearingsTraceNumber *number;

  g_test_message ("%s", text);
  g_assert_cmpuint (reading->numbers->len, ==, 1);
  number = reading->numbers->pdata[0];
  g_assert_cmpfloat_with_epsilon (number->value, value, 1e-9);
  if (isnan (high))
    g_assert_true (isnan (number->high));
  else
    g_assert_cmpfloat (number->high, ==, high);
  g_assert_cmpstr (number->unit, ==, unit);
}

static void
test_numbers (void)
{
  assert_number ("39% of skills will be obsolete", 39, NAN, "percent of skills");
  assert_number ("85 per cent of all jobs are filled through networking", 85, NAN,
                 "percent of jobs");
  assert_number ("Three quarters of CVs are thrown out", 75, NAN, "percent of CVs");
  assert_number ("lose 20 to 60 per cent of the time to others", 20, 60, "percent of time");
  assert_number ("shortlisted 23-60% more often", 23, 60, "percent");
  assert_number ("shortlisted 23\xe2\x80\x93"
                 "60 % more often",
                 23, 60, "percent");
  assert_number ("a CV for six (or seven) seconds", 6, 7, "seconds");
  assert_number ("Ten thousand hours of practice make anyone an expert", 10000, NAN,
                 "hours of practice");
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
    g_autoptr (BearingsTraceReading) reading = read_sentence (texts[i]);
    g_test_message ("%s", texts[i]);
    g_assert_cmpuint (reading->numbers->len, ==, 0);
    g_assert_cmpuint (reading->years->len, ==, 0);
    g_assert_false (bearings_integer_is_set (reading->n));
  }
}

static void
assert_sample (const char *text, gint64 n, const char *unit)
{
  g_autoptr (BearingsTraceReading) reading = read_sentence (text);

  g_test_message ("%s", text);
  g_assert_cmpint (reading->n, ==, n);
  g_assert_cmpstr (reading->n_unit, ==, unit);
  g_assert_cmpuint (reading->years->len, ==, 0);
}

static void
test_samples (void)
{
  assert_sample ("Eye tracking of 30 recruiters", 30, "recruiters");
  assert_sample ("says n=11 and more", 11, NULL);
  assert_sample ("25 US recruiters were asked", 25, "recruiters");
  assert_sample ("over 1,000 employers", 1000, "employers");
  assert_sample ("2000 people", 2000, "people");
  assert_sample ("1.3 billion postings", G_GINT64_CONSTANT (1300000000), "postings");
}

static void
test_years (void)
{
  g_autoptr (BearingsTraceReading) reading =
    read_sentence ("said in May 2025 that by 2030, and by 2030 only, 1,950 things change");

  g_assert_cmpuint (reading->years->len, ==, 2);
  g_assert_cmpint (g_array_index (reading->years, int, 0), ==, 2025);
  g_assert_cmpint (g_array_index (reading->years, int, 1), ==, 2030);
}

static void
assert_hedge (const char *text, BearingsHedge hedge, const char *words)
{
  g_autofree char *found = NULL;

  g_test_message ("%s", text);
  g_assert_cmpint (bearings_trace_find_hedge (text, &found), ==, hedge);
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
assert_texts (GPtrArray *differences, const char *const *expected)
{
  for (guint i = 0; i < differences->len; i++) {
    g_autofree char *text = bearings_trace_difference_text (differences->pdata[i]);
    g_test_message ("%s", text);
    g_assert_nonnull (expected[i]);
    g_assert_cmpstr (text, ==, expected[i]);
  }
  g_assert_null (expected[differences->len]);
}

static void
assert_differences (const char *before, const char *after, const char *const *expected)
{
  g_autoptr (BearingsTraceReading) a = read_sentence (before);
  g_autoptr (BearingsTraceReading) b = read_sentence (after);
  g_autoptr (GPtrArray) differences = bearings_trace_compare (a, b);

  g_test_message ("“%s” and “%s”", before, after);
  assert_texts (differences, expected);
}

#define DIFFER(before, after, ...)                                                                 \
  assert_differences (before, after, (const char *const[]) { __VA_ARGS__, NULL })

static void
test_compare (void)
{
  DIFFER ("26% of jobs could be transformed", "26% of jobs are likely to be transformed",
          "Hedge strengthened: “could be” → “likely to be”");
  DIFFER ("39% of jobs will be gone", "39% of jobs may be gone",
          "Hedge weakened: “will be” → “may be”");
  DIFFER ("They expect 39% by 2030", "39% skills obsolete by 2035",
          "Hedge strengthened: “expect” → no hedge", "Year changed: 2030 → 2035");
  DIFFER ("is 23 to 60 % among 24 models", "is 20 to 60 %",
          "Number changed: 23 to 60\u00a0% → 20 to 60\u00a0%", "Sample left out: 24 models");
  DIFFER ("is 19 % for 16 maintainers", "is 19 % for 16 developers",
          "Sample changed: 16 maintainers → 16 developers");
  DIFFER ("is 85% of autistic adults", "is 85% of college graduates",
          "Unit changed: percent of autistic adults → percent of college graduates");
  DIFFER ("only 13% reach production is what it is", "87% is what it is",
          "Share turned round: 13\u00a0% → 87\u00a0%");
  DIFFER ("is 6 seconds", "is read", "Number left out: 6 seconds");
  DIFFER ("is said", "is 75%", "Number not on record before: 75\u00a0%");
}

static void
test_nothing_differs (void)
{
  static const char *const none[] = { NULL };

  assert_differences ("is −40 %", "is 40 percent", none); /* less by as much */
  assert_differences ("is 75%", "is three quarters", none);
  assert_differences ("could be 26%", "may be 26%", none);      /* one grade */
  assert_differences ("is 39% of a skill set", "is 39%", none); /* does not say of what */
}

static void
test_count_as_share (void)
{
  g_autoptr (BearingsTraceReading) before = bearings_trace_reading_new ();
  g_autoptr (BearingsTraceReading) after = read_sentence ("is 92% of US recruiters (2024)");
  g_autoptr (GPtrArray) differences = NULL;

  before->year = 2025;
  before->n = 25;
  before->n_unit = g_strdup ("recruiters");
  bearings_trace_reading_take_number (before, 23, NAN, "recruiters");
  after->year = 2026;
  differences = bearings_trace_compare (before, after);
  assert_texts (
    differences,
    (const char *const[]) { "Count told as a share: 23 recruiters → 92\u00a0% of US recruiters",
                            "Year changed: 2025 → 2024", "Sample left out: 25 recruiters", NULL });
}

/* A record that is silent does not differ: only whole sentences leave something out. */
static void
test_silence_is_no_change (void)
{
  g_autoptr (BearingsTraceReading) before = read_sentence ("could be 26% of 2,900 skills by 2030");
  g_autoptr (BearingsTraceReading) silent = bearings_trace_reading_new ();
  g_autoptr (GPtrArray) differences = bearings_trace_compare (before, silent);

  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_words (void)
{
  g_autoptr (BearingsTraceReading) before = bearings_trace_reading_new ();
  g_autoptr (BearingsTraceReading) after = bearings_trace_reading_new ();
  g_autoptr (BearingsTraceReading) less = bearings_trace_reading_new ();
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  bearings_trace_reading_add_words (before, "transformed or outdated");
  bearings_trace_reading_add_words (after, "transformed or obsolete");
  bearings_trace_reading_add_words (less, "transformed");
  changed = bearings_trace_compare (before, after);
  assert_texts (changed, (const char *const[]) { "Words changed: outdated → obsolete", NULL });
  /* A part of the words may be all that was noted. */
  fewer = bearings_trace_compare (before, less);
  g_assert_cmpuint (fewer->len, ==, 0);
}

/* Whatever text comes, reading ends and a sentence does not differ from itself. */
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
    g_autoptr (BearingsTraceReading) a = read_sentence (texts[i]);
    g_autoptr (GPtrArray) differences = bearings_trace_compare (a, a);
    g_assert_cmpuint (differences->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace-words/numbers", test_numbers);
  g_test_add_func ("/trace-words/bare-numbers", test_bare_numbers_are_not_looked_at);
  g_test_add_func ("/trace-words/samples", test_samples);
  g_test_add_func ("/trace-words/years", test_years);
  g_test_add_func ("/trace-words/hedges", test_hedges);
  g_test_add_func ("/trace-words/any-text", test_any_text);
  g_test_add_func ("/trace-compare/differences", test_compare);
  g_test_add_func ("/trace-compare/nothing-differs", test_nothing_differs);
  g_test_add_func ("/trace-compare/count-as-share", test_count_as_share);
  g_test_add_func ("/trace-compare/silence", test_silence_is_no_change);
  g_test_add_func ("/trace-compare/words", test_words);
  return g_test_run ();
}
