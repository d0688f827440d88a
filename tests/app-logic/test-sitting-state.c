/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the wizard shows and allows. */

#include <math.h>

#include "bearings-sitting-state.h"
#include "form-fixture.h"

static BearingsSitting *
replay (BearingsForm *form, GPtrArray *log)
{
  g_autoptr (GError) error = NULL;
  BearingsSitting *sitting = bearings_sitting_replay (form, log, &error);

  g_assert_no_error (error);
  return sitting;
}

static const BearingsItem *
item_at (const BearingsSitting *sitting, guint index)
{
  return ((BearingsSittingItem *) sitting->items->pdata[index])->item;
}

static const BearingsSittingItem *
find (const BearingsSitting *sitting, const char *id)
{
  for (guint i = 0; i < sitting->items->len; i++)
    if (g_str_equal (item_at (sitting, i)->record.id, id))
      return sitting->items->pdata[i];
  g_assert_not_reached ();
}

static void
test_practice (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) sitting = replay (form, log);
  g_autoptr (BearingsSittingState) state = bearings_sitting_state_new (sitting, FALSE, FALSE);

  g_assert_true (state->practice);
  g_assert_cmpfloat (state->fraction, ==, 0);
  g_assert_cmpuint (state->n_choices, ==, 4);
  g_assert_true (state->may_not_know);
  g_assert_cmpuint (state->chosen, ==, BEARINGS_CHOICE_NONE);
  g_assert_null (state->feedback);
  g_assert_false (state->can_go_back);
  g_assert_true (state->can_skip);
  g_assert_false (state->can_step);
  g_assert_cmpint (state->step, ==, BEARINGS_STEP_NEXT);

  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "practice", "option:b");
  g_clear_pointer (&sitting, bearings_sitting_unref);
  g_clear_pointer (&state, bearings_sitting_state_free);
  sitting = replay (form, log);
  state = bearings_sitting_state_new (sitting, FALSE, FALSE);
  g_assert_cmpuint (state->chosen, ==, 1);
  g_assert_true (state->feedback_right);
  g_assert_nonnull (state->feedback);
  g_assert_true (state->can_step);
  g_assert_false (state->can_skip);

  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "practice", "option:a");
  g_clear_pointer (&sitting, bearings_sitting_unref);
  g_clear_pointer (&state, bearings_sitting_state_free);
  sitting = replay (form, log);
  state = bearings_sitting_state_new (sitting, FALSE, FALSE);
  g_assert_false (state->feedback_right);
  g_assert_nonnull (state->feedback);
}

/* No item that counts says whether the answer is right. */
static void
test_no_feedback_while_it_counts (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (BearingsSittingState) state = NULL;

  fixture_log (log, BEARINGS_ENTRY_SHOWN, "x2", NULL);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "x2", "dont-know");
  sitting = replay (form, log);
  state = bearings_sitting_state_new (sitting, FALSE, FALSE);
  g_assert_null (state->feedback);
  g_assert_cmpuint (state->chosen, ==, 4);
  g_assert_true (state->can_step);
}

static void
test_progress (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) plan = replay (form, log);
  double last = -1;

  g_assert_cmpuint (plan->n_scored_items, ==, 13);
  for (guint i = 1; i < plan->items->len; i++) {
    g_autoptr (BearingsSitting) sitting = NULL;
    g_autoptr (BearingsSittingState) state = NULL;
    g_autofree char *progress = g_strdup_printf ("%u of 13", i);

    fixture_log (log, BEARINGS_ENTRY_SHOWN, item_at (plan, i)->record.id, NULL);
    sitting = replay (form, log);
    state = bearings_sitting_state_new (sitting, FALSE, FALSE);
    g_assert_cmpstr (state->progress, ==, progress);
    g_assert_cmpfloat (state->fraction, >, last);
    g_assert_cmpfloat (state->fraction, <, 1);
    g_assert_true (state->can_go_back);
    last = state->fraction;
  }
}

static void
test_time (void)
{
  static const struct {
    double seconds;
    const char *text;
  } rows[] = {
    { 0, NULL },
    { NAN, NULL },
    { 20, "Less than a minute left" },
    { 60, "About 1 minute left" },
    { 400, "About 7 minutes left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = bearings_sitting_state_time_text (rows[i].seconds);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* A task is written first, scored second, left third. */
static void
test_task (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  static const struct {
    const char *response;
    gboolean scoring, can_step, shows_scores;
    BearingsSittingStep step;
  } rows[] = {
    { NULL, FALSE, FALSE, FALSE, BEARINGS_STEP_SCORE },
    { "rubric:;  \n ", FALSE, FALSE, FALSE, BEARINGS_STEP_SCORE },
    { "rubric:;words", FALSE, TRUE, FALSE, BEARINGS_STEP_SCORE },
    { "rubric:;words", TRUE, FALSE, TRUE, BEARINGS_STEP_REVIEW },
    { "rubric:c0=1;words", FALSE, FALSE, TRUE, BEARINGS_STEP_REVIEW },
    { "rubric:c0=1,c1=0;words", FALSE, TRUE, TRUE, BEARINGS_STEP_REVIEW },
  };

  fixture_log (log, BEARINGS_ENTRY_SHOWN, "task", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BearingsSitting) sitting = NULL;
    g_autoptr (BearingsSittingState) state = NULL;

    if (rows[i].response != NULL)
      fixture_log (log, BEARINGS_ENTRY_ANSWERED, "task", rows[i].response);
    sitting = replay (form, log);
    state = bearings_sitting_state_new (sitting, FALSE, rows[i].scoring);
    g_assert_true (state->task);
    g_assert_cmpint (state->step, ==, rows[i].step);
    g_assert_cmpint (state->can_step, ==, rows[i].can_step);
    g_assert_cmpint (state->scoring, ==, rows[i].shows_scores);
  }
}

static void
test_where_steps_lead (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) sitting = replay (form, log);
  g_autoptr (BearingsSitting) last = NULL;
  const char *second = item_at (sitting, 1)->record.id;

  g_assert_cmpstr (bearings_sitting_state_next_item (sitting, FALSE), ==, second);
  g_assert_null (bearings_sitting_state_next_item (sitting, TRUE)); /* back to the review */
  g_assert_null (bearings_sitting_state_previous_item (sitting));
  fixture_log (log, BEARINGS_ENTRY_SHOWN, "task", NULL);
  last = replay (form, log);
  g_assert_null (bearings_sitting_state_next_item (last, FALSE));
  g_assert_cmpstr (bearings_sitting_state_previous_item (last), ==,
                   item_at (last, last->position - 1)->record.id);
}

static void
test_choices_are_responses (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  static const struct {
    const char *item;
    guint n;
  } rows[] = { { "x2", 5 }, { "x0", 5 } };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    const BearingsItem *item = bearings_form_get_item (form, rows[r].item);
    g_autofree char *beyond = bearings_sitting_state_choice_response (item, rows[r].n);

    for (guint i = 0; i < rows[r].n; i++) {
      g_autofree char *text = bearings_sitting_state_choice_response (item, i);
      g_autoptr (BearingsResponse) response = bearings_response_parse (text);

      g_assert_nonnull (response);
      g_assert_true (bearings_response_is_complete (response, item));
      g_assert_cmpuint (bearings_sitting_state_response_choice (item, response), ==, i);
    }
    g_assert_null (beyond);
  }
}

static void
test_review (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autofree char *text = NULL;
  g_autofree char *answer = NULL;

  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "x0", "anchor:3");
  fixture_log (log, BEARINGS_ENTRY_FLAGGED, "x0", "1");
  fixture_log (log, BEARINGS_ENTRY_SKIPPED, "x2", NULL);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "task", "rubric:c0=1;words");
  sitting = replay (form, log);
  g_assert_cmpint (bearings_sitting_mark (find (sitting, "x0")), ==, BEARINGS_MARK_ANSWERED);
  g_assert_cmpint (bearings_sitting_mark (find (sitting, "x2")), ==, BEARINGS_MARK_SKIPPED);
  g_assert_cmpint (bearings_sitting_mark (find (sitting, "task")), ==, BEARINGS_MARK_STARTED);
  g_assert_cmpint (bearings_sitting_mark (find (sitting, "y3")), ==, BEARINGS_MARK_OPEN);
  answer = bearings_sitting_state_answer_text (find (sitting, "x0"));
  g_assert_cmpstr (answer, ==, "anchor 3");
  g_assert_null (bearings_sitting_state_answer_text (find (sitting, "x2")));
  text = bearings_sitting_state_review_text (sitting);
  g_assert_true (g_str_has_prefix (text, "1 of 13 answered."));
  g_assert_nonnull (strstr (text, "12 are open"));
  g_assert_nonnull (strstr (text, "You marked 1"));
}

static void
test_longer_is_more_precise (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  BearingsLengthCost before =
    bearings_length_cost (form, BEARINGS_LENGTH_SHORT, BEARINGS_SELECTION_FIXED);

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_ALL; length++) {
    BearingsLengthCost cost = bearings_length_cost (form, length, BEARINGS_SELECTION_FIXED);
    g_autofree char *title = bearings_sitting_state_length_title (&cost);
    g_autofree char *subtitle = bearings_sitting_state_length_subtitle (&cost);

    g_assert_cmpuint (cost.n_items, >=, before.n_items);
    g_assert_cmpfloat (cost.minutes, >=, before.minutes);
    g_assert_cmpfloat (cost.levels, <=, before.levels);
    /* Never worse than the prior alone: 1.96 of a level that is 2 wide. */
    g_assert_cmpfloat (cost.levels, <, 0.98);
    g_assert_nonnull (strstr (title, "minute"));
    g_assert_nonnull (strstr (subtitle, "±"));
    before = cost;
  }
}

/* What an adaptive sitting promises is what it does to somebody in the middle: no more questions
 * than the time holds, and no wider a band. */
static void
test_adaptive_costs_no_more (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_LONG; length++) {
    BearingsLengthCost fixed = bearings_length_cost (form, length, BEARINGS_SELECTION_FIXED);
    BearingsLengthCost adaptive = bearings_length_cost (form, length, BEARINGS_SELECTION_ADAPTIVE);

    g_assert_cmpuint (adaptive.n_items, >, 0);
    g_assert_cmpfloat (adaptive.minutes, <=, 5 * length);
    g_assert_cmpfloat (adaptive.levels, <=, fixed.levels + 1e-9);
  }
}

/* The time asked for is named where the instrument fills it, its own time where it does not. */
static void
test_length_titles (void)
{
  static const struct {
    BearingsLength length;
    double minutes;
    const char *title;
  } rows[] = {
    { BEARINGS_LENGTH_SHORT, 4.6, "About 5 minutes" },
    { BEARINGS_LENGTH_MIDDLE, 9.2, "About 10 minutes" },
    { BEARINGS_LENGTH_LONG, 6.1, "About 6 minutes" },
    { BEARINGS_LENGTH_ALL, 38, "About 38 minutes" },
    { BEARINGS_LENGTH_SHORT, 0.2, "About 1 minute" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    BearingsLengthCost cost = { rows[i].length, 10, rows[i].minutes, NAN };
    g_autofree char *title = bearings_sitting_state_length_title (&cost);
    g_assert_cmpstr (title, ==, rows[i].title);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/sitting/practice", test_practice);
  g_test_add_func ("/app-logic/sitting/no-feedback", test_no_feedback_while_it_counts);
  g_test_add_func ("/app-logic/sitting/progress", test_progress);
  g_test_add_func ("/app-logic/sitting/time", test_time);
  g_test_add_func ("/app-logic/sitting/task", test_task);
  g_test_add_func ("/app-logic/sitting/steps", test_where_steps_lead);
  g_test_add_func ("/app-logic/sitting/choices", test_choices_are_responses);
  g_test_add_func ("/app-logic/sitting/review", test_review);
  g_test_add_func ("/app-logic/sitting/lengths", test_longer_is_more_precise);
  g_test_add_func ("/app-logic/sitting/adaptive-costs", test_adaptive_costs_no_more);
  g_test_add_func ("/app-logic/sitting/length-titles", test_length_titles);
  return g_test_run ();
}
