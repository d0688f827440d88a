/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as a reference group: how many, which version, which months, how sure. */

#include <math.h>
#include <string.h>

#include "bearings-local-group.h"
#include "form-fixture.h"

#define MONTH "2026-11"

static BearingsResult *
result_new (double theta, double se)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_LONG);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (BearingsSitting) sitting = NULL;
  BearingsResult *result;

  fixture_log (log, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  sitting = bearings_sitting_replay (form, log, NULL);
  result = bearings_result_new (sitting, info, none, none);
  result->theta = theta;
  result->se = se;
  result->reliability = 1 - se * se;
  return result;
}

/* Estimates at the quantiles of a normal distribution, so that places are known. */
static void
add (GPtrArray *list, guint n, const char *version, const char *month, double se)
{
  for (guint i = 0; i < n; i++) {
    BearingsContribution *one = bearings_contribution_new ();
    double p = (i + 0.5) / n, low = -6, high = 6;

    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (0.5 * erfc (-middle / M_SQRT2) < p)
        low = middle;
      else
        high = middle;
    }
    one->id = g_strdup_printf ("%s/%s/%u", version, month, i);
    one->instrument = g_strdup ("test");
    one->instrument_version = g_strdup (version);
    one->month = g_strdup (month);
    bearings_contribution_add_score (one, "", low, se, NAN);
    g_ptr_array_add (list, one);
  }
}

static void
test_sizes (void)
{
  g_autoptr (BearingsResult) result = result_new (0, 0.3);
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  g_autoptr (GPtrArray) empty = bearings_local_group_list (none, result, MONTH);
  static const struct {
    guint n;
    BearingsDisplay display;
  } cases[] = {
    { 9, BEARINGS_DISPLAY_LEVEL_ONLY },   { 49, BEARINGS_DISPLAY_LEVEL_ONLY },
    { 50, BEARINGS_DISPLAY_WORDS },       { 199, BEARINGS_DISPLAY_WORDS },
    { 200, BEARINGS_DISPLAY_PERCENTILE },
  };

  g_assert_cmpuint (empty->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) contributions = bearings_contribution_list_new ();
    g_autoptr (GPtrArray) groups = NULL;
    const BearingsPlacement *placement;

    add (contributions, cases[i].n, "1.0.0", MONTH, 0.3);
    groups = bearings_local_group_list (contributions, result, MONTH);
    g_assert_cmpuint (groups->len, ==, 1);
    placement = groups->pdata[0];
    g_assert_cmpint (placement->display, ==, cases[i].display);
    g_assert_cmpstr (placement->why, !=, "");
    /* A handful is not counted, and nothing of it is said. */
    g_assert_cmpint (placement->sample->sample.missing, ==,
                     cases[i].n < 10 ? (int) BEARINGS_MISSING_SUPPRESSED : 0);
    g_assert_true (bearings_record_integer_is_set (placement->sample->sample.n) ==
                   (cases[i].n >= 10));
    g_assert_true ((placement->sample->collected != NULL) == (cases[i].n >= 10));
  }
}

/* Places in a normal sample: in the middle, and one standard deviation above it. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) contributions = bearings_contribution_list_new ();
  g_autoptr (BearingsResult) middle = result_new (0, 0.3);
  g_autoptr (BearingsResult) above = result_new (1, 0.3);
  g_autoptr (BearingsResult) vague = result_new (0, 0.4);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  const BearingsPlacement *x, *y, *z;

  add (contributions, 1000, "1.0.0", MONTH, 0.3);
  first = bearings_local_group_list (contributions, middle, MONTH);
  second = bearings_local_group_list (contributions, above, MONTH);
  third = bearings_local_group_list (contributions, vague, MONTH);
  x = first->pdata[0];
  y = second->pdata[0];
  z = third->pdata[0];
  g_assert_cmpint (x->percentile, ==, 50);
  g_assert_cmpint (y->percentile, ==, 84);
  /* 0.3 standard errors of 1.96 on each side, and the sampling error of 1,000 besides. */
  g_assert_cmpint (x->low, >=, 26);
  g_assert_cmpint (x->low, <=, 28);
  g_assert_cmpint (x->high, ==, 100 - x->low);
  g_assert_cmpfloat_with_epsilon (x->above_quartile[1], 0.5, 0.01);
  g_assert_cmpfloat (y->above_quartile[2], >, 0.8);
  /* A larger error makes a wider band. */
  g_assert_cmpint (z->low, <, x->low);
  g_assert_cmpfloat_with_epsilon (x->sample->reliability.value, 1 / (1 + 0.09), 0.01);
}

/* The less reliable of the two decides. */
static void
test_reliability (void)
{
  g_autoptr (GPtrArray) good = bearings_contribution_list_new ();
  g_autoptr (GPtrArray) poor = bearings_contribution_list_new ();
  g_autoptr (BearingsResult) sure = result_new (0, 0.3);
  g_autoptr (BearingsResult) unsure = result_new (0, 0.7);
  g_autoptr (GPtrArray) a = NULL;
  g_autoptr (GPtrArray) b = NULL;

  add (good, 500, "1.0.0", MONTH, 0.3);
  add (poor, 500, "1.0.0", MONTH, 1.0);
  a = bearings_local_group_list (good, unsure, MONTH);
  b = bearings_local_group_list (poor, sure, MONTH);
  g_assert_cmpint (((BearingsPlacement *) a->pdata[0])->display, ==, BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_nonnull (strstr (((BearingsPlacement *) a->pdata[0])->why, "not reliable enough"));
  g_assert_cmpint (((BearingsPlacement *) b->pdata[0])->display, ==, BEARINGS_DISPLAY_LEVEL_ONLY);
}

static void
test_versions_and_months (void)
{
  g_autoptr (GPtrArray) contributions = bearings_contribution_list_new ();
  g_autoptr (BearingsResult) result = result_new (0, 0.3);
  g_autoptr (GPtrArray) groups = NULL;
  const BearingsPlacement *all, *recent, *other;

  add (contributions, 300, "0.9.0", "2025-06", 0.3);
  add (contributions, 300, "1.0.0", "2025-11", 0.3);
  add (contributions, 40, "1.0.0", "2025-12", 0.3);
  add (contributions, 40, "1.0.0", MONTH, 0.3);
  groups = bearings_local_group_list (contributions, result, MONTH);
  g_assert_cmpuint (groups->len, ==, 3);
  all = groups->pdata[0];
  recent = groups->pdata[1];
  other = groups->pdata[2];
  g_assert_cmpint (all->n, ==, 380);
  g_assert_cmpstr (all->sample->collected, ==, "2025-11/2026-11");
  g_assert_cmpint (all->display, ==, BEARINGS_DISPLAY_PERCENTILE);
  /* Twelve months with the present one: the eleventh of the year before is out. */
  g_assert_cmpint (recent->n, ==, 80);
  g_assert_cmpstr (recent->sample->collected, ==, "2025-12/2026-11");
  g_assert_cmpint (recent->display, ==, BEARINGS_DISPLAY_WORDS);
  g_assert_cmpint (other->n, ==, 300);
  g_assert_cmpint (other->display, ==, BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_nonnull (strstr (other->why, "another version"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/local-group/sizes", test_sizes);
  g_test_add_func ("/model/local-group/places", test_places);
  g_test_add_func ("/model/local-group/reliability", test_reliability);
  g_test_add_func ("/model/local-group/versions-and-months", test_versions_and_months);
  return g_test_run ();
}
