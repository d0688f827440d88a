/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adaptive sittings: what is asked next, and that a log replays to the same. */

#include <math.h>

#include "bearings-scoring.h"
#include "bearings-sitting-adaptive.h"
#include "form-fixture.h"

#define N_KEYED 40

/* Two scales, twenty keyed items each from -2 to 2, a practice item, two self-ratings, a task. */
static BearingsForm *
bank_form (void)
{
  g_autoptr (BearingsForm) small = fixture_form ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);

  g_ptr_array_add (items, bearings_record_ref (bearings_form_get_item (small, "practice")));
  g_ptr_array_add (items, bearings_record_ref (bearings_form_get_item (small, "x0")));
  g_ptr_array_add (items, bearings_record_ref (bearings_form_get_item (small, "y0")));
  g_ptr_array_add (items, bearings_record_ref (bearings_form_get_item (small, "task")));
  for (guint i = 0; i < N_KEYED; i++) {
    g_autofree char *id = g_strdup_printf ("k%02u", i);
    g_ptr_array_add (items, fixture_item (id, 100 + i, i % 2 == 0 ? "x" : "y", BEARINGS_ITEM_KEYED,
                                          -2 + 4.0 * i / (N_KEYED - 1)));
  }
  return bearings_form_new (small->instrument, items);
}

static gboolean
is_chosen (const BearingsSittingItem *row)
{
  return row->item->kind == BEARINGS_ITEM_KEYED && row->item->practice != BEARINGS_YES;
}

static void
give (BearingsSitting **sitting,
      GPtrArray *log,
      BearingsEntryKind kind,
      const char *item,
      const char *response)
{
  g_autoptr (GError) error = NULL;
  BearingsSitting *next;

  fixture_log (log, kind, item, response);
  next = bearings_sitting_apply (*sitting, log->pdata[log->len - 1], &error);
  g_assert_no_error (error);
  bearings_sitting_unref (*sitting);
  *sitting = next;
}

static BearingsSitting *
begin (BearingsForm *form, GPtrArray **log, BearingsLength length, guint32 seed)
{
  g_autofree char *plan = bearings_sitting_plan_adaptive (form, length, seed);
  g_autoptr (GError) error = NULL;
  BearingsSitting *sitting;

  *log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  fixture_log (*log, BEARINGS_ENTRY_STARTED, NULL, plan);
  sitting = bearings_sitting_replay (form, *log, &error);
  g_assert_no_error (error);
  return sitting;
}

/* Answers item after item, right where @ability reaches the difficulty, to the end. */
static BearingsSitting *
sit (BearingsForm *form, GPtrArray **log, BearingsLength length, guint32 seed, double ability)
{
  BearingsSitting *sitting = begin (form, log, length, seed);

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    const char *answer = "rubric:c0=1,c1=1;text";

    if (item->kind == BEARINGS_ITEM_SELF_REPORT)
      answer = "anchor:2";
    else if (item->kind == BEARINGS_ITEM_KEYED)
      answer = g_array_index (item->parameters.b, double, 0) <= ability ? "option:b" : "option:a";
    give (&sitting, *log, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    give (&sitting, *log, BEARINGS_ENTRY_ANSWERED, item->record.id, answer);
  }
  return sitting;
}

static char *
ids (const BearingsSitting *sitting)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    g_string_append_printf (text, "%s ",
                            ((BearingsSittingItem *) sitting->items->pdata[i])->item->record.id);
  return g_string_free_and_steal (text);
}

static void
test_every_prefix_replays (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (BearingsSitting) whole = sit (form, &log, BEARINGS_LENGTH_LONG, 11, 0.3);
  g_autoptr (GPtrArray) prefix = g_ptr_array_new ();
  g_autoptr (BearingsSitting) step = NULL;

  for (guint i = 0; i < log->len; i++) {
    g_autoptr (BearingsSitting) replayed = NULL;
    g_autofree char *a = NULL;
    g_autofree char *b = NULL;

    g_ptr_array_add (prefix, log->pdata[i]);
    replayed = bearings_sitting_replay (form, prefix, NULL);
    g_assert_nonnull (replayed);
    if (step == NULL) {
      step = bearings_sitting_ref (replayed);
    } else {
      BearingsSitting *next = bearings_sitting_apply (step, log->pdata[i], NULL);
      bearings_sitting_unref (step);
      step = next;
    }
    a = ids (replayed);
    b = ids (step);
    g_assert_cmpstr (a, ==, b);
    g_assert_cmpuint (replayed->position, ==, step->position);
    g_assert_cmpfloat (replayed->seconds_left, ==, step->seconds_left);
    g_assert_cmpuint (replayed->n_expected, ==, step->n_expected);
    g_assert_cmpuint (replayed->n_expected, >=, replayed->n_scored_items);
  }
  g_assert_cmpuint (whole->n_answered, ==, whole->n_scored_items);
  g_assert_cmpuint (whole->n_expected, ==, whole->n_scored_items);
}

static void
test_questions_follow_the_answers (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  double mean[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GPtrArray) log = NULL;
    g_autoptr (BearingsSitting) sitting =
      sit (form, &log, BEARINGS_LENGTH_MIDDLE, 5, i == 0 ? -1.5 : 1.5);
    guint n = 0;

    for (guint j = 0; j < sitting->items->len; j++) {
      const BearingsSittingItem *row = g_ptr_array_index (sitting->items, j);
      if (is_chosen (row)) {
        mean[i] += g_array_index (row->item->parameters.b, double, 0);
        n++;
      }
    }
    mean[i] /= n;
  }
  g_assert_cmpfloat (mean[1], >, mean[0] + 0.8);
}

static void
test_scales_share_and_time_holds (void)
{
  g_autoptr (BearingsForm) form = bank_form ();

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_LONG; length++)
    for (guint32 seed = 0; seed < 20; seed++) {
      g_autoptr (GPtrArray) log = NULL;
      g_autoptr (BearingsSitting) sitting = sit (form, &log, length, seed, seed % 5 * 0.5 - 1);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      double seconds = 0;
      int x = 0, y = 0;

      for (guint i = 0; i < sitting->items->len; i++) {
        const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
        g_assert_true (g_hash_table_add (seen, row->item));
        if (row->item->practice != BEARINGS_YES)
          seconds += (double) row->item->seconds;
        x += is_chosen (row) && g_str_equal (row->item->scale, "x");
        y += is_chosen (row) && g_str_equal (row->item->scale, "y");
      }
      g_assert_cmpfloat (seconds, <=, length * 300);
      g_assert_cmpint (abs (x - y), <=, 1);
      g_assert_cmpint (x, >=, 2);
    }
}

static void
test_more_precise_than_fixed (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  double adaptive = 0, fixed = 0;

  for (guint32 seed = 0; seed < 20; seed++) {
    g_autoptr (GPtrArray) log = NULL;
    g_autoptr (BearingsSitting) sitting = sit (form, &log, BEARINGS_LENGTH_MIDDLE, seed, 1.5);
    g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_MIDDLE, seed);

    adaptive += bearings_scoring_estimate (sitting, NULL).se;
    fixed += bearings_scoring_expected_se (plan, 1.5);
  }
  g_assert_cmpfloat (adaptive, <, fixed);
}

/* The same person, other draws: the first questions differ, so that they do not wear out. */
static void
test_seeds_vary (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 seed = 0; seed < 30; seed++) {
    g_autoptr (GPtrArray) log = NULL;
    g_autoptr (BearingsSitting) sitting = begin (form, &log, BEARINGS_LENGTH_SHORT, seed);
    for (guint i = 0; i < sitting->items->len; i++)
      if (is_chosen (sitting->items->pdata[i])) {
        const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
        g_hash_table_add (first, g_strdup (row->item->record.id));
        break;
      }
  }
  g_assert_cmpuint (g_hash_table_size (first), ==, 3);
}

static void
test_a_changed_answer_changes_what_follows (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  g_autoptr (GPtrArray) log = NULL;
  BearingsSitting *sitting = begin (form, &log, BEARINGS_LENGTH_MIDDLE, 3);
  guint at = 0;
  double easier, harder;

  while (!is_chosen (sitting->items->pdata[at]))
    at++;
  for (guint i = 0; i < 4; i++, at++) {
    g_autofree char *id =
      g_strdup (((BearingsSittingItem *) sitting->items->pdata[at])->item->record.id);
    give (&sitting, log, BEARINGS_ENTRY_SHOWN, id, NULL);
    give (&sitting, log, BEARINGS_ENTRY_ANSWERED, id, "option:a");
  }
  easier = g_array_index (((BearingsSittingItem *) sitting->items->pdata[at])->item->parameters.b,
                          double, 0);
  give (&sitting, log, BEARINGS_ENTRY_ANSWERED,
        ((BearingsSittingItem *) sitting->items->pdata[at - 1])->item->record.id, "option:b");
  harder = g_array_index (((BearingsSittingItem *) sitting->items->pdata[at])->item->parameters.b,
                          double, 0);
  g_assert_cmpfloat (harder, >, easier);
  /* What has been on the screen stays. */
  give (&sitting, log, BEARINGS_ENTRY_SHOWN,
        ((BearingsSittingItem *) sitting->items->pdata[at])->item->record.id, NULL);
  give (&sitting, log, BEARINGS_ENTRY_BACK, NULL, NULL);
  give (&sitting, log, BEARINGS_ENTRY_ANSWERED,
        ((BearingsSittingItem *) sitting->items->pdata[at - 1])->item->record.id, "option:a");
  g_assert_cmpfloat (
    g_array_index (((BearingsSittingItem *) sitting->items->pdata[at])->item->parameters.b, double,
                   0),
    ==, harder);
  bearings_sitting_unref (sitting);
}

/* A log made by another release, which chose otherwise. */
static void
test_the_log_decides_what_was_shown (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  g_autoptr (GPtrArray) log = NULL;
  BearingsSitting *sitting = begin (form, &log, BEARINGS_LENGTH_SHORT, 3);
  g_autoptr (BearingsSitting) replayed = NULL;

  give (&sitting, log, BEARINGS_ENTRY_SHOWN, "k00", NULL);
  g_assert_cmpstr (bearings_sitting_current (sitting)->item->record.id, ==, "k00");
  give (&sitting, log, BEARINGS_ENTRY_ANSWERED, "k00", "option:b");
  give (&sitting, log, BEARINGS_ENTRY_SHOWN, "k39", NULL);
  g_assert_cmpstr (bearings_sitting_current (sitting)->item->record.id, ==, "k39");
  replayed = bearings_sitting_replay (form, log, NULL);
  g_assert_cmpstr (bearings_sitting_current (replayed)->item->record.id, ==, "k39");
  bearings_sitting_unref (sitting);
}

static void
test_broken_plans_are_refused (void)
{
  static const char *const plans[] = {
    "adaptive:seed=1,seconds=10,se=0.3;head:practice",
    "adaptive:seed=x,seconds=10,se=0.3;head:practice;tail:",
    "adaptive:seed=1,seconds=10;head:practice;tail:",
    "adaptive:seed=1,seconds=10,se=nan;head:practice;tail:",
    "adaptive:seed=1,seconds=10,se=0.3;head:nobody;tail:",
  };
  g_autoptr (BearingsForm) form = bank_form ();

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (GPtrArray) log =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
    g_autoptr (GError) error = NULL;

    fixture_log (log, BEARINGS_ENTRY_STARTED, NULL, plans[i]);
    g_assert_null (bearings_sitting_replay (form, log, &error));
    g_assert_nonnull (error);
  }
}

/* What a sitting could look like: practice first, no item twice, as many as the time allows, and
 * right and wrong by turns, so that the questions stay near the middle of the bank. */
static void
test_example (void)
{
  g_autoptr (BearingsForm) form = bank_form ();
  guint last = 0;

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_LONG; length++) {
    g_autoptr (GPtrArray) items = bearings_sitting_adaptive_example (form, length);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    double seconds = 0, sum = 0;
    guint keyed = 0;

    g_assert_cmpuint (items->len, >, last);
    last = items->len;
    for (guint i = 0; i < items->len; i++) {
      const BearingsItem *item = items->pdata[i];

      g_assert_true (g_hash_table_add (seen, (gpointer) item));
      if (item->practice == BEARINGS_YES) {
        g_assert_cmpuint (i, ==, 0);
        continue;
      }
      seconds += (double) item->seconds;
      if (item->kind == BEARINGS_ITEM_KEYED) {
        sum += g_array_index (item->parameters.b, double, 0);
        keyed++;
      }
    }
    g_assert_cmpuint (keyed, >, 2);
    g_assert_cmpfloat (fabs (sum / keyed), <, 1);
    g_assert_cmpfloat (seconds, <=, length * 300);
  }
}

/* A choice needs twice what a short sitting asks. */
static void
test_small_bank_cannot_adapt (void)
{
  g_autoptr (BearingsForm) bank = bank_form ();
  g_autoptr (BearingsForm) small = fixture_form ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsForm) empty = bearings_form_new (small->instrument, none);

  g_assert_true (bearings_sitting_plan_can_adapt (bank));
  g_assert_false (bearings_sitting_plan_can_adapt (small));
  g_assert_false (bearings_sitting_plan_can_adapt (empty));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sitting/adaptive/every-prefix-replays", test_every_prefix_replays);
  g_test_add_func ("/sitting/adaptive/questions-follow", test_questions_follow_the_answers);
  g_test_add_func ("/sitting/adaptive/scales-and-time", test_scales_share_and_time_holds);
  g_test_add_func ("/sitting/adaptive/more-precise", test_more_precise_than_fixed);
  g_test_add_func ("/sitting/adaptive/seeds-vary", test_seeds_vary);
  g_test_add_func ("/sitting/adaptive/changed-answer", test_a_changed_answer_changes_what_follows);
  g_test_add_func ("/sitting/adaptive/log-decides", test_the_log_decides_what_was_shown);
  g_test_add_func ("/sitting/adaptive/example", test_example);
  g_test_add_func ("/sitting/adaptive/small-bank", test_small_bank_cannot_adapt);
  g_test_add_func ("/sitting/adaptive/broken-plans", test_broken_plans_are_refused);
  return g_test_run ();
}
