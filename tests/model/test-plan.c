/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a plan, its inputs, and how far it holds. */

#include <math.h>

#include "bearings-plan.h"
#include "form-fixture.h"

static BearingsPlanSkill *
add_skill (BearingsPlan *plan, const char *name, gint64 k, gint64 n)
{
  g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);
  BearingsPlanSkill *row;

  skill->record.id = g_strdup (name);
  skill->name = g_strdup (name);
  row = bearings_plan_skill_new (skill);
  if (n > 0) {
    row->posting = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
    row->posting->k = k;
    row->posting->n = n;
    row->posting->share = 100.0 * (double) k / (double) n;
  }
  g_ptr_array_add (plan->skills, row);
  return row;
}

static BearingsPlan *
plan_new (void)
{
  g_autoptr (BearingsRole) role = bearings_record_new (BEARINGS_RECORD_ROLE);

  role->record.id = g_strdup ("role");
  role->title = g_strdup ("Role");
  return bearings_plan_new (role);
}

/* A result with the estimate given: levels are cut at -1 and 1. */
static BearingsResult *
result_of (double theta, double se)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsSitting) sitting = bearings_sitting_replay (form, log, NULL);
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BearingsResult *result = bearings_result_new (sitting, info, none, none);

  result->theta = theta;
  result->se = se;
  return result;
}

static const double only_postings[BEARINGS_N_PLAN_INPUTS] = { [BEARINGS_PLAN_POSTINGS] = 1 };
static const double all_alike[BEARINGS_N_PLAN_INPUTS] = { 1, 1, 1, 1, 1 };

static const char *
name_at (const BearingsPlanOrder *order, guint at)
{
  return ((BearingsPlanRow *) order->rows->pdata[at])->skill->skill->name;
}

static void
test_order (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  g_autoptr (BearingsPlanOrder) order = NULL;
  const BearingsPlanRow *unknown;

  add_skill (plan, "rare", 10, 1000);
  add_skill (plan, "uncounted", 0, 0);
  add_skill (plan, "common", 900, 1000);
  order = bearings_plan_order (plan, only_postings);
  g_assert_cmpstr (name_at (order, 0), ==, "common");
  g_assert_cmpstr (name_at (order, 1), ==, "rare");
  g_assert_cmpstr (name_at (order, 2), ==, "uncounted");
  unknown = g_ptr_array_index (order->rows, 2);
  g_assert_true (isnan (unknown->score));
  g_assert_cmpuint (unknown->n_known, ==, 0);
  g_assert_cmpfloat (unknown->first, ==, 0);
  g_assert_cmpfloat (((BearingsPlanRow *) order->rows->pdata[0])->first, ==, 1);
  g_assert_cmpfloat (order->survives, ==, 1);
}

/* Two alike are first half of the time each; what is clearly more common always is. */
static void
test_draws (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  g_autoptr (BearingsPlanOrder) order = NULL;
  g_autoptr (BearingsPlanOrder) again = NULL;
  double sum = 0;

  add_skill (plan, "a", 50, 100);
  add_skill (plan, "b", 50, 100);
  add_skill (plan, "c", 2, 100);
  order = bearings_plan_order (plan, only_postings);
  again = bearings_plan_order (plan, only_postings);
  for (guint i = 0; i < order->rows->len; i++) {
    const BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
    sum += row->first;
    g_assert_cmpfloat (row->first, ==, ((BearingsPlanRow *) again->rows->pdata[i])->first);
  }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (((BearingsPlanRow *) order->rows->pdata[0])->first, 0.5, 0.05);
  g_assert_cmpfloat (((BearingsPlanRow *) order->rows->pdata[2])->first, ==, 0);
  g_assert_cmpfloat_with_epsilon (order->survives, 0.5, 0.05);
}

/* 60 of 100 against 50 of 100: by the normal approximation of the difference of logits the chance
 * that the first stays first is Phi (0.4055 / sqrt (0.0416 + 0.04)) = 0.922. */
static void
test_draws_against_theory (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  g_autoptr (BearingsPlanOrder) order = NULL;
  double variance = 1 / 60.5 + 1 / 40.5 + 2 / 50.5;
  double expected = 0.5 * erfc (-log (60.5 / 40.5) / sqrt (variance) / G_SQRT2);

  add_skill (plan, "a", 60, 100);
  add_skill (plan, "b", 50, 100);
  order = bearings_plan_order (plan, only_postings);
  g_assert_cmpfloat_with_epsilon (((BearingsPlanRow *) order->rows->pdata[0])->first, expected,
                                  0.02);
}

static void
test_gap (void)
{
  static const struct {
    double theta;
    guint aim;
    double missing;
  } rows[] = {
    { -1, 1, 0 }, { -2, 1, 0.5 }, { -3, 1, 1 }, { -9, 1, 1 },  { 0, 2, 0.5 },
    { 1, 2, 0 },  { 5, 2, 0 },    { -1, 2, 1 }, { 0, 9, 0.5 }, /* no level above the top */
    { 0, 0, 0 },
  };
  g_autoptr (BearingsPlan) plan = plan_new ();
  BearingsPlanSkill *skill = add_skill (plan, "a", 0, 0);

  g_assert_true (isnan (bearings_plan_levels_missing (plan, skill)));
  g_assert_null (bearings_plan_aim (plan, skill));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_clear_pointer (&skill->result, bearings_result_unref);
    skill->result = result_of (rows[i].theta, 0.4);
    plan->aim = rows[i].aim;
    g_assert_cmpfloat_with_epsilon (bearings_plan_levels_missing (plan, skill), rows[i].missing,
                                    1e-9);
    g_assert_cmpfloat_with_epsilon (bearings_plan_gap (plan, skill), rows[i].missing / 2, 1e-9);
    /* Nobody counted how often it is named: times the gap it is not known either. */
    g_assert_true (isnan (bearings_plan_value (plan, skill, BEARINGS_PLAN_POSTINGS_GAP)));
  }
}

/* 74 of 100 postings, half way from the lower cut to the top: 0.74 * 0.25. Its errors are those of
 * both: with each of them alone the interval is narrower. */
static void
test_importance_times_gap (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  BearingsPlanSkill *skill = add_skill (plan, "a", 74, 100);
  BearingsPlanValue both, share, certain;

  plan->aim = 2;
  skill->result = result_of (0, 0.4);
  both = bearings_plan_value_with_error (plan, skill, BEARINGS_PLAN_POSTINGS_GAP);
  g_assert_cmpfloat_with_epsilon (both.value, 0.74 * 0.25, 1e-9);
  /* A level is 2 wide: 1.96 * 0.4 / 2 levels of 2 to both sides of 0.25. */
  g_assert_cmpfloat_with_epsilon (both.low, 0.74 * (0.25 - 1.96 * 0.4 / 4), 0.03);
  g_assert_cmpfloat_with_epsilon (both.high, 0.74 * (0.25 + 1.96 * 0.4 / 4), 0.03);
  share = bearings_plan_value_with_error (plan, skill, BEARINGS_PLAN_POSTINGS);
  /* The logit of 74.5 / 26.5 and its error: 0.645 to 0.816. */
  g_assert_cmpfloat_with_epsilon (share.low, 0.645, 0.01);
  g_assert_cmpfloat_with_epsilon (share.high, 0.816, 0.01);
  skill->result->se = 0;
  certain = bearings_plan_value_with_error (plan, skill, BEARINGS_PLAN_POSTINGS_GAP);
  g_assert_cmpfloat_with_epsilon (certain.low, share.low * 0.25, 1e-9);
  g_assert_cmpfloat (both.high - both.low, >, certain.high - certain.low);
  g_assert_true (isnan (bearings_plan_value_with_error (plan, skill, BEARINGS_PLAN_USE_GAP).value));
  skill->wish = 0.5;
  g_assert_cmpfloat (bearings_plan_value_with_error (plan, skill, BEARINGS_PLAN_WISH).low, ==, 0.5);
}

static void
assert_product (const BearingsPlan *plan,
                const BearingsPlanSkill *skill,
                BearingsPlanInput input,
                const char *begins)
{
  g_autofree char *text = bearings_plan_product_text (plan, skill, input);

  if (!g_str_has_prefix (text, begins))
    g_error ("“%s” does not begin with “%s”", text, begins);
}

/* What is missing for a product is said in place of it. */
static void
test_product_in_words (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  BearingsPlanSkill *skill = add_skill (plan, "a", 74, 100);
  BearingsPlanSkill *uncounted = add_skill (plan, "b", 0, 0);

  plan->aim = 2;
  assert_product (plan, uncounted, BEARINGS_PLAN_POSTINGS_GAP, "Nobody has counted this");
  assert_product (plan, uncounted, BEARINGS_PLAN_USE_GAP, "No survey at hand asked this");
  assert_product (plan, skill, BEARINGS_PLAN_POSTINGS_GAP, "Not assessed: ");
  skill->result = result_of (0, 0);
  assert_product (plan, skill, BEARINGS_PLAN_POSTINGS_GAP,
                  "0.74 × 0.25 = 0.19 (95 % interval 0.16 to 0.20)");
  assert_product (plan, skill, BEARINGS_PLAN_USE_GAP, "No survey at hand asked this");
  skill->use = bearings_record_new (BEARINGS_RECORD_USE_SHARE);
  skill->use->k = 50;
  skill->use->n = 100;
  skill->use->share = 50;
  assert_product (plan, skill, BEARINGS_PLAN_USE_GAP,
                  "0.50 × 0.25 = 0.13 (95 % interval 0.10 to 0.15)");
}

static void
test_summary_of_an_order (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  g_autoptr (BearingsPlanOrder) order = NULL;
  g_autofree char *text = NULL;

  add_skill (plan, "common", 900, 1000);
  add_skill (plan, "rare", 10, 1000);
  order = bearings_plan_order (plan, only_postings);
  ((BearingsPlanRow *) order->rows->pdata[0])->first = 0.915;
  order->survives = 0.5;
  text = bearings_plan_order_summary (order);
  g_assert_cmpstr (text, ==,
                   "common stays first in 1830 of 2000 draws from the errors of all inputs; the "
                   "first three keep their order in 1000.");
}

/* What is not known does not weigh; what is known weighs as told. */
static void
test_weights (void)
{
  static const double wish_only[BEARINGS_N_PLAN_INPUTS] = { [BEARINGS_PLAN_WISH] = 1 };
  static const double gap_heavy[BEARINGS_N_PLAN_INPUTS] = {
    [BEARINGS_PLAN_POSTINGS] = 1, [BEARINGS_PLAN_POSTINGS_GAP] = 3
  };
  static const double nothing[BEARINGS_N_PLAN_INPUTS] = { 0 };
  g_autoptr (BearingsPlan) plan = plan_new ();
  BearingsPlanSkill *known = add_skill (plan, "known", 80, 100);
  BearingsPlanSkill *weak = add_skill (plan, "weak", 20, 100);
  g_autoptr (BearingsPlanOrder) by_wish = NULL;
  g_autoptr (BearingsPlanOrder) by_gap = NULL;
  g_autoptr (BearingsPlanOrder) by_all = NULL;
  g_autoptr (BearingsPlanOrder) by_nothing = NULL;
  g_autofree char *text = NULL;

  known->result = result_of (2, 0.3);
  weak->result = result_of (-3, 0.3);
  weak->wish = 0.25;
  plan->aim = 2;
  by_wish = bearings_plan_order (plan, wish_only);
  g_assert_cmpstr (name_at (by_wish, 0), ==, "weak");
  by_gap = bearings_plan_order (plan, gap_heavy);
  g_assert_cmpstr (name_at (by_gap, 0), ==, "weak");
  g_assert_cmpfloat_with_epsilon (((BearingsPlanRow *) by_gap->rows->pdata[0])->score,
                                  (0.2 + 3 * 0.2 * 1.0) / 4, 1e-9);
  g_assert_false (((BearingsPlanRow *) by_gap->rows->pdata[0])->strength);
  g_assert_true (((BearingsPlanRow *) by_gap->rows->pdata[1])->strength);
  by_all = bearings_plan_order (plan, all_alike);
  g_assert_cmpuint (((BearingsPlanRow *) by_all->rows->pdata[0])->n_known, ==, 3);
  g_assert_cmpuint (((BearingsPlanRow *) by_all->rows->pdata[0])->n_weighed, ==, 5);
  by_nothing = bearings_plan_order (plan, nothing);
  text = bearings_plan_order_summary (by_nothing);
  g_assert_cmpstr (text, ==, "Nothing weighs, so there is no order.");
}

/* What is reached is a strength: after what is to be learnt, however much it weighs, and in no draw
 * first; and when nothing else is known, that is said. */
static void
test_strengths (void)
{
  g_autoptr (BearingsPlan) plan = plan_new ();
  BearingsPlanSkill *mastered = add_skill (plan, "mastered", 990, 1000);
  g_autoptr (BearingsPlanOrder) alone = NULL;
  g_autoptr (BearingsPlanOrder) order = NULL;
  g_autofree char *text = NULL;
  const BearingsPlanRow *last;

  mastered->result = result_of (4, 0.3);
  alone = bearings_plan_order (plan, only_postings);
  text = bearings_plan_order_summary (alone);
  g_assert_cmpstr (text, ==, "The level aimed for is reached in every skill that is known.");
  add_skill (plan, "open", 20, 1000);
  order = bearings_plan_order (plan, only_postings);
  g_assert_cmpstr (name_at (order, 0), ==, "open");
  g_assert_cmpfloat (((BearingsPlanRow *) order->rows->pdata[0])->first, ==, 1);
  last = g_ptr_array_index (order->rows, 1);
  g_assert_true (last->strength);
  g_assert_cmpfloat (last->first, ==, 0);
  g_assert_cmpfloat_with_epsilon (last->score, 0.99, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/order", test_order);
  g_test_add_func ("/plan/draws", test_draws);
  g_test_add_func ("/plan/draws-against-theory", test_draws_against_theory);
  g_test_add_func ("/plan/gap", test_gap);
  g_test_add_func ("/plan/importance-times-gap", test_importance_times_gap);
  g_test_add_func ("/plan/product-in-words", test_product_in_words);
  g_test_add_func ("/plan/summary", test_summary_of_an_order);
  g_test_add_func ("/plan/strengths", test_strengths);
  g_test_add_func ("/plan/weights", test_weights);
  return g_test_run ();
}
