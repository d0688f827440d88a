/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one sentence differs from the one it rests on, by their fields. */

#include <math.h>

#include "bearings-trace-compare.h"

#define STATEMENT(...) ((BearingsTraceStatement) { .n = BEARINGS_INTEGER_ABSENT, __VA_ARGS__ })
#define NO_NUMBER .number = NAN, .number_high = NAN
#define PERCENT(value) .number = (value), .number_high = NAN, .unit = "percent"

static void
assert_differences (BearingsTraceStatement before,
                    BearingsTraceStatement after,
                    const char *const *expected)
{
  g_autoptr (GPtrArray) differences = bearings_trace_compare (&before, &after);
  guint i;

  for (i = 0; i < differences->len; i++) {
    g_autofree char *text = bearings_trace_difference_text (differences->pdata[i]);
    g_test_message ("%s", text);
    g_assert_nonnull (expected[i]);
    g_assert_cmpstr (text, ==, expected[i]);
  }
  g_assert_null (expected[i]);
}

#define DIFFER(before, after, ...)                                                                 \
  assert_differences (before, after, (const char *const[]) { __VA_ARGS__, NULL })
#define SAME(before, after) assert_differences (before, after, (const char *const[]) { NULL })

static GPtrArray *
list (const char *texts)
{
  g_auto (GStrv) parts = g_strsplit (texts, " ", -1);
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (parts[i]));
  return array;
}

static void
test_hedges (void)
{
  BearingsTraceStatement could =
    STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_POSSIBLE, .hedge_words = "could be");
  BearingsTraceStatement likely =
    STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_EXPECTED, .hedge_words = "likely to be");
  BearingsTraceStatement may =
    STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_POSSIBLE, .hedge_words = "may be");
  BearingsTraceStatement stated = STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_STATED);
  BearingsTraceStatement whole =
    STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_STATED, .whole = TRUE);

  DIFFER (could, likely, "Hedge strengthened: “could be” → “likely to be”");
  DIFFER (likely, may, "Hedge weakened: “likely to be” → “may be”");
  DIFFER (could, stated, "Hedge strengthened: “could be” → Stated");
  DIFFER (could, whole, "Hedge strengthened: “could be” → no hedge");
  SAME (could, may);                   /* one grade */
  SAME (could, STATEMENT (NO_NUMBER)); /* not on record */
  SAME (STATEMENT (NO_NUMBER), could);
}

static void
test_numbers (void)
{
  BearingsTraceStatement range = STATEMENT (.number = 23, .number_high = 60, .unit = "percent");
  BearingsTraceStatement other = STATEMENT (.number = 20, .number_high = 60, .unit = "percent");
  BearingsTraceStatement seconds = STATEMENT (.number = 6, .number_high = NAN, .unit = "seconds");
  BearingsTraceStatement counted =
    STATEMENT (.number = 23, .number_high = NAN, .unit = "recruiters");
  BearingsTraceStatement whole = STATEMENT (NO_NUMBER, .whole = TRUE);

  DIFFER (range, other, "Number changed: 23 to 60\u00a0% → 20 to 60\u00a0%");
  DIFFER (range, STATEMENT (PERCENT (23)), "Number changed: 23 to 60\u00a0% → 23\u00a0%");
  DIFFER (STATEMENT (PERCENT (13)), STATEMENT (PERCENT (87)),
          "Share turned round: 13\u00a0% → 87\u00a0%");
  DIFFER (STATEMENT (NO_NUMBER), STATEMENT (PERCENT (75)),
          "Number not on record before: 75\u00a0%");
  DIFFER (seconds, whole, "Number left out: 6 seconds");
  DIFFER (STATEMENT (.number = 6, .number_high = NAN, .unit = "percent"), seconds,
          "Number changed: 6\u00a0% → 6 seconds");
  counted.n = 25;
  DIFFER (counted, STATEMENT (PERCENT (92)), "Count told as a share: 23 recruiters → 92\u00a0%");
  DIFFER (counted, STATEMENT (PERCENT (91)), "Number changed: 23 recruiters → 91\u00a0%");
  SAME (STATEMENT (PERCENT (-40)), STATEMENT (PERCENT (40))); /* less by as much */
  SAME (seconds, STATEMENT (NO_NUMBER));                      /* silence is no change */
  SAME (seconds, STATEMENT (.number = 6, .number_high = NAN));
}

static void
test_units (void)
{
  BearingsTraceStatement adults =
    STATEMENT (.number = 85, .number_high = NAN, .unit = "percent of autistic adults");
  BearingsTraceStatement graduates =
    STATEMENT (.number = 85, .number_high = NAN, .unit = "percent of college graduates");
  BearingsTraceStatement points =
    STATEMENT (.number = 85, .number_high = NAN, .unit = "percentage points");

  DIFFER (adults, graduates,
          "Unit changed: percent of autistic adults → percent of college graduates");
  SAME (adults, STATEMENT (PERCENT (85))); /* does not say of what */
  DIFFER (adults, points, "Number changed: 85\u00a0% of autistic adults → 85 percentage points");
}

static void
test_years (void)
{
  g_autoptr (GPtrArray) earlier = list ("2030");
  g_autoptr (GPtrArray) later = list ("2030 2035");
  BearingsTraceStatement before = STATEMENT (NO_NUMBER, .years = earlier, .year = "2025");
  BearingsTraceStatement after = STATEMENT (NO_NUMBER, .years = later, .year = "2026");

  DIFFER (before, after, "Year changed: 2030 → 2035");
  before.years = NULL;
  DIFFER (before, after, "Year changed: 2025 → 2030, 2035");
  before.year = NULL;
  DIFFER (before, after, "Year not on record before: 2030, 2035");
  before.year = "2030";
  after.year = "2035";
  SAME (before, after); /* the earlier one's date, and its own */
}

static void
test_samples (void)
{
  BearingsTraceStatement maintainers = STATEMENT (NO_NUMBER);
  BearingsTraceStatement developers = STATEMENT (NO_NUMBER);
  BearingsTraceStatement bare = STATEMENT (NO_NUMBER);
  BearingsTraceStatement whole = STATEMENT (NO_NUMBER, .whole = TRUE);

  maintainers.n = developers.n = bare.n = 16;
  maintainers.n_unit = "maintainers";
  developers.n_unit = "developers";
  DIFFER (maintainers, developers, "Sample changed: 16 maintainers → 16 developers");
  SAME (maintainers, bare);
  DIFFER (maintainers, whole, "Sample left out: 16 maintainers");
  DIFFER (STATEMENT (NO_NUMBER), bare, "Sample not on record before: n = 16");
  bare.n = 17;
  DIFFER (maintainers, bare, "Sample changed: 16 maintainers → n = 17");
  SAME (maintainers, STATEMENT (NO_NUMBER));
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) report = list ("transformed outdated");
  g_autoptr (GPtrArray) page = list ("Transformed obsolete");
  g_autoptr (GPtrArray) label = list ("obsolete");
  g_autoptr (GPtrArray) part = list ("transformed");
  BearingsTraceStatement before = STATEMENT (NO_NUMBER, .words = report);

  DIFFER (before, STATEMENT (NO_NUMBER, .words = page), "Words changed: outdated → obsolete");
  DIFFER (before, STATEMENT (NO_NUMBER, .words = label),
          "Words changed: transformed, outdated → obsolete");
  DIFFER (before, STATEMENT (NO_NUMBER, .words = part), "Words left out: outdated");
  DIFFER (STATEMENT (NO_NUMBER, .words = part), before, "Words not on record before: outdated");
  SAME (before, before);
  SAME (before, STATEMENT (NO_NUMBER));
}

static void
test_credit (void)
{
  g_autoptr (GPtrArray) names = list ("Alpha Beta");
  BearingsTraceStatement before = STATEMENT (NO_NUMBER, .names = names);

  DIFFER (before, STATEMENT (NO_NUMBER, .credits = "Gamma"),
          "Credited to somebody else: Alpha → Gamma");
  SAME (before, STATEMENT (NO_NUMBER, .credits = "the BETA report"));
  SAME (STATEMENT (NO_NUMBER), STATEMENT (NO_NUMBER, .credits = "Gamma"));
}

static void
test_comparable (void)
{
  BearingsTraceStatement none = STATEMENT (NO_NUMBER);
  BearingsTraceStatement hedged = STATEMENT (NO_NUMBER, .hedge = BEARINGS_HEDGE_STATED);
  BearingsTraceStatement counted = STATEMENT (PERCENT (75));

  g_assert_false (bearings_trace_compare_comparable (&none, &none));
  g_assert_false (bearings_trace_compare_comparable (&hedged, &counted));
  g_assert_true (bearings_trace_compare_comparable (&hedged, &hedged));
  g_assert_true (bearings_trace_compare_comparable (&counted, &counted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace-compare/hedges", test_hedges);
  g_test_add_func ("/trace-compare/numbers", test_numbers);
  g_test_add_func ("/trace-compare/units", test_units);
  g_test_add_func ("/trace-compare/years", test_years);
  g_test_add_func ("/trace-compare/samples", test_samples);
  g_test_add_func ("/trace-compare/words", test_words);
  g_test_add_func ("/trace-compare/credit", test_credit);
  g_test_add_func ("/trace-compare/comparable", test_comparable);
  return g_test_run ();
}
