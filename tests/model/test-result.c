/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results, the display policy and places in a reference sample. */

#include <math.h>

#include "bearings-result.h"
#include "bearings-sitting-plan.h"
#include "form-fixture.h"

static BearingsResult *
result_of (BearingsForm *form, const char *keyed_answer, GPtrArray *samples, GPtrArray *norms)
{
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_LONG);
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (BearingsSitting) start = bearings_sitting_replay (form, log, NULL);
  g_autoptr (BearingsSitting) sitting = NULL;

  fixture_log (log, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "4");
  for (guint i = 0; i < start->items->len; i++) {
    BearingsSittingItem *item = start->items->pdata[i];
    const char *answer = item->item->kind == BEARINGS_ITEM_KEYED         ? keyed_answer
                         : item->item->kind == BEARINGS_ITEM_SELF_REPORT ? "anchor:3"
                                                                         : NULL;
    if (answer != NULL)
      fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->item->record.id, answer);
  }
  fixture_log (log, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  sitting = bearings_sitting_replay (form, log, NULL);
  return bearings_result_new (sitting, info, samples, norms);
}

static void
test_estimates (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsResult) right = result_of (form, "option:b", none, none);
  g_autoptr (BearingsResult) wrong = result_of (form, "option:a", none, none);
  double sum = 0;

  g_assert_cmpfloat (right->theta, >, 0.5);
  g_assert_cmpfloat (wrong->theta, <, -0.3);
  g_assert_cmpfloat (right->se, >, 0);
  g_assert_cmpfloat (right->se, <, 1);
  g_assert_cmpfloat_with_epsilon (right->reliability, 1 - right->se * right->se, 1e-12);
  g_assert_cmpfloat (right->theta_low, <, right->theta);
  for (guint i = 0; i < right->level_chance->len; i++)
    sum += g_array_index (right->level_chance, double, i);
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
  g_assert_cmpuint (right->n_keyed, ==, right->n_keyed_right);
  g_assert_cmpuint (wrong->n_keyed_right, ==, 0);
  g_assert_true (right->provisional);
  g_assert_cmpfloat (right->self_mean, ==, 3);
  g_assert_cmpuint (right->scales->len, ==, 2);
  g_assert_cmpint (right->display, ==, BEARINGS_DISPLAY_LEVEL_ONLY);
}

static void
test_no_answers_no_number (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsResult) result = result_of (form, NULL, none, none);
  g_autofree char *summary = bearings_result_summary (result);

  g_assert_true (isnan (result->theta));
  g_assert_null (result->level);
  for (const char *p = summary; *p != '\0'; p++)
    g_assert_false (g_ascii_isdigit (*p));
}

static void
test_display_policy (void)
{
  BearingsDisplayPolicy policy = { NAN, BEARINGS_INTEGER_ABSENT, NAN, BEARINGS_INTEGER_ABSENT,
                                   NULL };

  g_assert_cmpint (bearings_display_decide (&policy, 0.80, 200, FALSE), ==,
                   BEARINGS_DISPLAY_PERCENTILE);
  g_assert_cmpint (bearings_display_decide (&policy, 0.79, 200, FALSE), ==, BEARINGS_DISPLAY_WORDS);
  g_assert_cmpint (bearings_display_decide (&policy, 0.95, 199, FALSE), ==, BEARINGS_DISPLAY_WORDS);
  g_assert_cmpint (bearings_display_decide (&policy, 0.59, 900, FALSE), ==,
                   BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_cmpint (bearings_display_decide (&policy, 0.95, 49, FALSE), ==,
                   BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_cmpint (bearings_display_decide (&policy, NAN, 556, FALSE), ==,
                   BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_cmpint (bearings_display_decide (&policy, NAN, 556, TRUE), ==,
                   BEARINGS_DISPLAY_PERCENTILE);
  policy.n_percentile = 1000; /* the instrument's own threshold rules */
  g_assert_cmpint (bearings_display_decide (&policy, 0.95, 556, FALSE), ==, BEARINGS_DISPLAY_WORDS);
  policy.n_words = 300;
  g_assert_cmpint (bearings_display_decide (&policy, 0.95, 299, FALSE), ==,
                   BEARINGS_DISPLAY_LEVEL_ONLY);
  policy.n_words = 10;
  g_assert_cmpint (bearings_display_decide (&policy, 0.95, 10, FALSE), ==, BEARINGS_DISPLAY_WORDS);
  policy.reliability_words = 0.70;
  g_assert_cmpint (bearings_display_decide (&policy, 0.69, 10, FALSE), ==,
                   BEARINGS_DISPLAY_LEVEL_ONLY);
}

static void
add_row (BearingsNormTable *table, double low, double high, gint64 n)
{
  BearingsNormRow *row = bearings_record_struct_new (&bearings_norm_row_type);

  row->low = low;
  row->high = high;
  row->n = n;
  g_ptr_array_add (table->rows, row);
}

static void
test_placement (void)
{
  g_autoptr (BearingsReferenceSample) sample =
    bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);
  g_autoptr (BearingsNormTable) table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  BearingsDisplayPolicy policy = { NAN, BEARINGS_INTEGER_ABSENT, NAN, BEARINGS_INTEGER_ABSENT,
                                   NULL };
  g_autoptr (BearingsPlacement) exact = NULL;
  g_autoptr (BearingsPlacement) coarse = NULL;
  g_autoptr (BearingsPlacement) top = NULL;

  sample->factual = BEARINGS_YES;
  add_row (table, 0, 1, 100);
  add_row (table, 1, 2, 200);
  add_row (table, 2, 5, 400);
  add_row (table, 5, NAN, 300);
  exact = bearings_placement_new (&policy, sample, table, 1);
  g_assert_cmpint (exact->percentile, ==, 20); /* 100 below and half of 200 ties, of 1,000 */
  g_assert_cmpint (exact->low, ==, 18);
  g_assert_cmpint (exact->high, ==, 23);
  g_assert_cmpint (exact->display, ==, BEARINGS_DISPLAY_PERCENTILE);
  g_assert_cmpfloat (exact->above_quartile[0], <, 0.01);
  /* The row from 2 to 5 years holds ranks 30 to 70: the band says so. */
  coarse = bearings_placement_new (&policy, sample, table, 4);
  g_assert_cmpint (coarse->percentile, ==, 50);
  g_assert_cmpint (coarse->low, <=, 30);
  g_assert_cmpint (coarse->high, >=, 70);
  g_assert_cmpfloat (coarse->above_quartile[0], >, 0.99);
  g_assert_cmpfloat_with_epsilon (coarse->above_quartile[1], 0.5, 1e-9);
  g_assert_cmpfloat (coarse->above_quartile[2], <, 0.01);
  top = bearings_placement_new (&policy, sample, table, 40);
  g_assert_cmpint (top->percentile, ==, 85);
  g_assert_cmpint (top->high, ==, 100);
}

/* An instrument of self-ratings only: no item is scored, and no level has a cut. */
static BearingsForm *
steps_form (void)
{
  g_autoptr (BearingsForm) whole = fixture_form ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);

  for (guint i = 0; i < whole->instrument->levels->len; i++)
    ((BearingsLevel *) whole->instrument->levels->pdata[i])->theta_low = NAN;
  g_clear_pointer (&whole->instrument->skill, g_free);
  for (guint i = 0; i < whole->items->len; i++) {
    BearingsItem *item = whole->items->pdata[i];
    if (item->kind == BEARINGS_ITEM_SELF_REPORT)
      g_ptr_array_add (items, bearings_record_ref (item));
  }
  return bearings_form_new (whole->instrument, items);
}

static void
test_steps (void)
{
  g_autoptr (BearingsForm) form = steps_form ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 1);
  g_autoptr (BearingsResult) result = result_of (form, "option:a", none, none);
  g_autoptr (GPtrArray) limits = bearings_result_limits (result);
  g_autofree char *summary = bearings_result_summary (result);
  g_autofree char *title = NULL;
  guint last = form->instrument->levels->len - 1;

  /* Nothing else is asked, so every self-rating is. */
  g_assert_cmpuint (plan->len, ==, form->items->len);
  g_assert_true (result->steps);
  g_assert_true (isnan (result->theta));
  g_assert_cmpfloat (result->self_mean, ==, 3);
  /* All rated alike; each is known to a whole step. */
  g_assert_cmpfloat_with_epsilon (result->self_se, sqrt (1.0 / 12 / result->n_self), 1e-12);
  g_assert_true (result->level == form->instrument->levels->pdata[MIN (3, last)]);
  g_assert_cmpint (result->display, ==, BEARINGS_DISPLAY_LEVEL_ONLY);
  g_assert_nonnull (strstr (summary, result->level->title));
  g_assert_nonnull (strstr (summary, "Nothing was measured"));
  g_assert_nonnull (strstr (result->display_why, "self-ratings only"));
  g_assert_nonnull (strstr (limits->pdata[1], "not a measurement"));
  result->skill_name = g_strdup ("Docker");
  title = bearings_result_title (result);
  g_assert_true (g_str_has_prefix (title, "Docker"));
}

/* Keyed items answered in @ms, the self-ratings as told; the rest left open. */
static BearingsResult *
remarked (gint64 ms, const char *const *anchors)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (BearingsSitting) sitting = NULL;
  guint n_self = 0;

  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = form->items->pdata[i];
    const char *answer = item->kind == BEARINGS_ITEM_KEYED         ? "option:b"
                         : item->kind == BEARINGS_ITEM_SELF_REPORT ? anchors[n_self++]
                                                                   : NULL;
    if (answer == NULL)
      continue;
    fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id, answer);
    ((BearingsEntry *) log->pdata[log->len - 1])->duration_ms =
      item->kind == BEARINGS_ITEM_KEYED ? ms : 20000;
  }
  sitting = bearings_sitting_replay (form, log, NULL);
  return bearings_result_new (sitting, info, none, none);
}

static void
assert_remarks (gint64 ms, const char *const *anchors, const char *expected)
{
  g_autoptr (BearingsResult) result = remarked (ms, anchors);
  g_autofree char *text = NULL;

  g_ptr_array_add (result->checks, NULL);
  text = g_strjoinv ("\n", (char **) result->checks->pdata);
  g_assert_cmpstr (text, ==, expected);
}

/* The practice item is no part of it. */
static void
test_remarks (void)
{
  static const char *const alike[] = { "anchor:2", "anchor:2", "anchor:2", "anchor:2" };
  static const char *const unlike[] = { "anchor:2", "anchor:2", "anchor:2", "anchor:3" };
  static const char *const three[] = { "anchor:2", "anchor:2", "anchor:2", NULL };
  static const char one[] =
    "1 item was left open; it is not counted as wrong, but the band is wider.";
  static const char two[] =
    "2 items were left open; they are not counted as wrong, but the band is wider.";
  g_autofree char *fast = g_strconcat ("8 answers were given in under three seconds.\n", one, NULL);
  g_autofree char *straight = g_strconcat ("All self-ratings are the same.\n", one, NULL);

  assert_remarks (3000, unlike, one);
  assert_remarks (2999, unlike, fast);
  assert_remarks (0, unlike, one); /* no time is no haste */
  assert_remarks (3000, alike, straight);
  assert_remarks (3000, three, two);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/result/estimates", test_estimates);
  g_test_add_func ("/model/result/no-answers-no-number", test_no_answers_no_number);
  g_test_add_func ("/model/result/display-policy", test_display_policy);
  g_test_add_func ("/model/result/placement", test_placement);
  g_test_add_func ("/model/result/steps", test_steps);
  g_test_add_func ("/model/result/remarks", test_remarks);
  return g_test_run ();
}
