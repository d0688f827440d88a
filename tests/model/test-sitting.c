/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans, answers and the replay of logs. */

#include <math.h>
#include <string.h>

#include "bearings-beside.h"
#include "bearings-scoring.h"
#include "bearings-sitting-plan.h"
#include "bearings-result.h"
#include "form-fixture.h"

/* However the items come, a form has them in the order of their positions. */
static void
test_items_stand_in_order (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) turned = g_ptr_array_new ();
  g_autoptr (BearingsForm) again = NULL;

  for (guint i = form->items->len; i > 0; i--)
    g_ptr_array_add (turned, form->items->pdata[i - 1]);
  again = bearings_form_new (form->instrument, turned);
  g_assert_cmpuint (again->items->len, ==, form->items->len);
  for (guint i = 0; i < form->items->len; i++)
    g_assert_true (again->items->pdata[i] == form->items->pdata[i]);
}

static void
test_plan_is_repeatable (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autofree char *a = bearings_sitting_plan (form, BEARINGS_LENGTH_LONG, 3);
  g_autofree char *b = bearings_sitting_plan (form, BEARINGS_LENGTH_LONG, 3);

  g_assert_cmpstr (a, ==, b);
}

static void
test_plan_fits_the_length (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  double last = 0;

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_LONG; length++) {
    for (guint32 seed = 0; seed < 50; seed++) {
      g_autoptr (GPtrArray) items = bearings_sitting_plan_items (form, length, seed);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      double seconds = 0;
      guint x = 0, y = 0;

      g_assert_cmpint (((BearingsItem *) items->pdata[0])->practice, ==, BEARINGS_YES);
      for (guint i = 0; i < items->len; i++) {
        BearingsItem *item = items->pdata[i];
        g_assert_true (g_hash_table_add (seen, item)); /* no item twice */
        seconds += i > 0 ? (double) item->seconds : 0;
        x += g_str_equal (item->scale, "x");
        y += g_str_equal (item->scale, "y");
      }
      g_assert_cmpfloat (seconds, <=, length * 300);
      g_assert_cmpuint (x, >, 1);
      g_assert_cmpuint (y, >, 1);
    }
    g_assert_cmpfloat (bearings_sitting_plan_expected_minutes (form, length), >=, last);
    last = bearings_sitting_plan_expected_minutes (form, length);
  }
}

static void
test_responses_round_trip (void)
{
  static const char *const texts[] = {
    "option:b", "dont-know",   "anchor:4",      "rubric:c0=1,c1=2;free; text = with, marks",
    "rubric:;", "options:a,c", "order:b,a,c,d", "typed:some text, with marks; and more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (BearingsResponse) response = bearings_response_parse (texts[i]);
    g_autofree char *text = NULL;

    g_assert_nonnull (response);
    text = bearings_response_to_string (response);
    g_assert_cmpstr (text, ==, texts[i]);
  }
  g_assert_null (bearings_response_parse ("anchor:x"));
  g_assert_null (bearings_response_parse ("rubric:c0"));
  g_assert_null (bearings_response_parse ("nonsense"));
}

static void
test_scores (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  BearingsItem *keyed = bearings_form_get_item (form, "x3");
  BearingsItem *task = bearings_form_get_item (form, "task");
  g_autoptr (BearingsResponse) right = bearings_response_parse ("option:b");
  g_autoptr (BearingsResponse) wrong = bearings_response_parse ("option:a");
  g_autoptr (BearingsResponse) unknown = bearings_response_parse ("dont-know");
  g_autoptr (BearingsResponse) half = bearings_response_parse ("rubric:c0=1;text");
  g_autoptr (BearingsResponse) whole = bearings_response_parse ("rubric:c0=1,c1=2;text");

  g_assert_cmpfloat (bearings_response_score (right, keyed), ==, 1);
  g_assert_cmpfloat (bearings_response_score (wrong, keyed), ==, 0);
  g_assert_cmpfloat (bearings_response_score (unknown, keyed), ==, 0);
  g_assert_true (isnan (bearings_response_score (NULL, keyed)));
  g_assert_true (isnan (bearings_response_score (half, task)));
  g_assert_cmpfloat (bearings_response_score (whole, task), ==, 3);
  g_assert_cmpfloat (bearings_response_item_max_score (task), ==, 4);
  g_assert_cmpfloat (bearings_response_item_max_score (keyed), ==, 1);
}

static double
score (const BearingsItem *item, const char *text)
{
  g_autoptr (BearingsResponse) response = bearings_response_parse (text);

  return bearings_response_score (response, item);
}

static BearingsItem *
item_of (BearingsItemAnswer answer, const char *keyed)
{
  BearingsItem *item = fixture_item ("shape", 1, "x", BEARINGS_ITEM_KEYED, 0);

  item->answer = answer;
  for (guint i = 0; i < item->options->len; i++) {
    BearingsItemOption *option = g_ptr_array_index (item->options, i);
    option->key = strstr (keyed, option->id) != NULL ? BEARINGS_YES : BEARINGS_UNKNOWN;
  }
  return item;
}

/* All of the keyed options and no other. */
static void
test_multiple (void)
{
  g_autoptr (BearingsItem) item = item_of (BEARINGS_ANSWER_MULTIPLE, "ac");
  g_autofree char *right = bearings_response_item_right_answer (item);

  g_assert_cmpstr (right, ==, "options:a,c");
  g_assert_cmpfloat (score (item, "options:a,c"), ==, 1);
  g_assert_cmpfloat (score (item, "options:c,a"), ==, 1);
  g_assert_cmpfloat (score (item, "options:a"), ==, 0);
  g_assert_cmpfloat (score (item, "options:c"), ==, 0);
  g_assert_cmpfloat (score (item, "options:a,b,c"), ==, 0);
  g_assert_cmpfloat (score (item, "dont-know"), ==, 0);
  g_assert_true (isnan (score (item, "options:")));
  g_assert_true (isnan (score (item, "options:z")));
  g_assert_true (isnan (score (item, "option:a")));
}

static void
test_ordering (void)
{
  g_autoptr (BearingsItem) item = item_of (BEARINGS_ANSWER_ORDERING, "");
  g_autofree char *right = bearings_response_item_right_answer (item);

  g_assert_cmpstr (right, ==, "order:a,b,c,d");
  g_assert_cmpfloat (score (item, right), ==, 1);
  g_assert_cmpfloat (score (item, "order:b,a,c,d"), ==, 0);
  g_assert_true (isnan (score (item, "order:a,b,c")));
  g_assert_true (isnan (score (item, "order:a,b,c,z")));
  for (guint i = 0; i < 200; i++) {
    g_autoptr (GPtrArray) shown = NULL;
    g_autoptr (GPtrArray) again = NULL;
    gboolean same = TRUE;

    g_free (item->record.id);
    item->record.id = g_strdup_printf ("shape-%u", i);
    shown = bearings_response_item_shown_options (item);
    again = bearings_response_item_shown_options (item);
    g_assert_cmpuint (shown->len, ==, 4);
    for (guint j = 0; j < 4; j++) {
      g_assert_true (shown->pdata[j] == again->pdata[j]);
      g_assert_true (g_ptr_array_find (shown, item->options->pdata[j], NULL));
      same &= shown->pdata[j] == item->options->pdata[j];
    }
    g_assert_false (same);
  }
}

static void
test_typed (void)
{
  static const char *const pairs[][2] = {
    { "  Two  Words ", "two words" },
    { "3,5", "3.5" },
    { "1,2,3", "1,2,3" },
    { "\357\274\241\357\274\242", "ab" },
    { "e\314\201", "\303\251" },
    { " \t\n", "" },
  };
  g_autoptr (BearingsItem) item = item_of (BEARINGS_ANSWER_TYPED, "bd");

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *normal = bearings_response_normalise (pairs[i][0]);
    g_assert_cmpstr (normal, ==, pairs[i][1]);
  }
  g_assert_cmpfloat (score (item, "typed: B "), ==, 1);
  g_assert_cmpfloat (score (item, "typed:d"), ==, 1);
  g_assert_cmpfloat (score (item, "typed:a"), ==, 0); /* a foreseen wrong answer */
  g_assert_cmpfloat (score (item, "typed:something else"), ==, 0);
  g_assert_true (isnan (score (item, "typed:  ")));
}

static void
test_replay_stands_at_the_exact_item (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 7);
  g_autoptr (BearingsSitting) sitting = NULL;

  for (guint i = 0; i < 4; i++) {
    const char *id = ((BearingsItem *) plan->pdata[i])->record.id;
    fixture_log (log, BEARINGS_ENTRY_SHOWN, id, NULL);
    fixture_log (log, BEARINGS_ENTRY_ANSWERED, id,
                 ((BearingsItem *) plan->pdata[i])->kind == BEARINGS_ITEM_SELF_REPORT ? "anchor:2"
                                                                                      : "option:b");
  }
  fixture_log (log, BEARINGS_ENTRY_SHOWN, ((BearingsItem *) plan->pdata[4])->record.id, NULL);
  sitting = bearings_sitting_replay (form, log, NULL);
  g_assert_nonnull (sitting);
  g_assert_cmpint (sitting->phase, ==, BEARINGS_SITTING_ITEM);
  g_assert_cmpuint (sitting->position, ==, 4);
  g_assert_cmpuint (sitting->n_answered, ==, 3); /* practice does not count */
  g_assert_cmpfloat (sitting->seconds_left, >, 0);
}

/* A sitting whose first items are answered, each in @ms. */
static BearingsSitting *
sit (BearingsForm *form, guint n_answered, gint64 ms)
{
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 7);

  for (guint i = 0; i < n_answered; i++) {
    const BearingsItem *item = plan->pdata[i];
    fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id,
                 item->kind == BEARINGS_ITEM_SELF_REPORT ? "anchor:2" : "option:b");
    ((BearingsEntry *) log->pdata[log->len - 1])->duration_ms = ms;
  }
  return bearings_sitting_replay (form, log, NULL);
}

/* Every item is meant for 30 seconds, and the person's pace is mixed with three items at 1. */
static void
test_time_left_counts_the_pace_as_one_for_three_items (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (BearingsSitting) begun = sit (form, 0, 0);
  g_autoptr (BearingsSitting) practised = sit (form, 1, 90000);
  g_autoptr (BearingsSitting) quick = sit (form, 4, 20000);
  g_autoptr (BearingsSitting) slow = sit (form, 4, 60000);
  g_autoptr (BearingsSitting) hurried = sit (form, 7, 1);
  g_autoptr (BearingsSitting) asleep = sit (form, 2, 3600000);
  double open = (begun->n_scored_items - 3) * 30;

  g_assert_cmpuint (begun->n_scored_items, >, 6);
  g_assert_cmpfloat (begun->seconds_left, ==, begun->n_scored_items * 30);
  g_assert_cmpfloat (practised->seconds_left, ==, begun->seconds_left);
  g_assert_cmpfloat_with_epsilon (quick->seconds_left, open * (60 + 90) / (90 + 90), 1e-9);
  g_assert_cmpfloat_with_epsilon (slow->seconds_left, open * (180 + 90) / (90 + 90), 1e-9);
  /* One item slept through does not make the rest a day. */
  g_assert_cmpfloat_with_epsilon (asleep->seconds_left, (open + 60) * 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (hurried->seconds_left, (open - 90) * 90 / 270, 0.01);
}

static void
test_back_changes_and_flags (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 7);
  const char *first = ((BearingsItem *) plan->pdata[1])->record.id;
  const char *second = ((BearingsItem *) plan->pdata[2])->record.id;
  g_autoptr (BearingsSitting) sitting = NULL;
  BearingsSittingItem *item;

  fixture_log (log, BEARINGS_ENTRY_SHOWN, first, NULL);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, first, "anchor:1");
  fixture_log (log, BEARINGS_ENTRY_SHOWN, second, NULL);
  fixture_log (log, BEARINGS_ENTRY_SKIPPED, second, NULL);
  fixture_log (log, BEARINGS_ENTRY_FLAGGED, first, "1");
  fixture_log (log, BEARINGS_ENTRY_BACK, NULL, NULL);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, first, "anchor:3");
  sitting = bearings_sitting_replay (form, log, NULL);
  g_assert_cmpuint (sitting->position, ==, 1);
  item = bearings_sitting_current (sitting);
  g_assert_cmpint (item->response->anchor, ==, 3);
  g_assert_cmpint (item->duration_ms, ==, 40000); /* both visits count */
  g_assert_true (item->flagged);
  g_assert_true (((BearingsSittingItem *) sitting->items->pdata[2])->skipped);
}

static void
test_skipped_and_answered_after_all (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (GPtrArray) plan = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 7);
  const char *first = ((BearingsItem *) plan->pdata[1])->record.id;
  g_autoptr (BearingsSitting) skipped = NULL;
  g_autoptr (BearingsSitting) answered = NULL;

  fixture_log (log, BEARINGS_ENTRY_SHOWN, first, NULL);
  fixture_log (log, BEARINGS_ENTRY_SKIPPED, first, NULL);
  skipped = bearings_sitting_replay (form, log, NULL);
  g_assert_true (((BearingsSittingItem *) skipped->items->pdata[1])->skipped);
  fixture_log (log, BEARINGS_ENTRY_BACK, NULL, NULL);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, first, "anchor:1");
  answered = bearings_sitting_replay (form, log, NULL);
  g_assert_false (((BearingsSittingItem *) answered->items->pdata[1])->skipped);
  g_assert_cmpuint (answered->n_answered, ==, skipped->n_answered + 1);
}

/* Every item but the practice counts, the last one too. */
static void
test_count_of_items (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsSitting) sitting = bearings_sitting_replay (form, log, NULL);
  guint n = 0;

  for (guint i = 0; i < sitting->items->len; i++)
    n += ((BearingsSittingItem *) sitting->items->pdata[i])->item->practice != BEARINGS_YES;
  g_assert_cmpuint (sitting->n_scored_items, ==, n);
}

/* Nothing is said of a second rating until both are there. */
static void
test_no_second_rating (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsSitting) sitting = bearings_sitting_replay (form, log, NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    g_assert_null (bearings_beside_second_rating_text (sitting->items->pdata[i]));
}

static void
test_phases (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsSitting) paused = NULL;
  g_autoptr (BearingsSitting) review = NULL;
  g_autoptr (BearingsSitting) finished = NULL;

  fixture_log (log, BEARINGS_ENTRY_PAUSED, NULL, NULL);
  paused = bearings_sitting_replay (form, log, NULL);
  g_assert_cmpint (paused->phase, ==, BEARINGS_SITTING_PAUSED);
  fixture_log (log, BEARINGS_ENTRY_RESUMED, NULL, NULL);
  fixture_log (log, BEARINGS_ENTRY_SHOWN, NULL, NULL);
  review = bearings_sitting_replay (form, log, NULL);
  g_assert_cmpint (review->phase, ==, BEARINGS_SITTING_REVIEW);
  fixture_log (log, BEARINGS_ENTRY_FACT, "years-of-coding", "4");
  fixture_log (log, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  finished = bearings_sitting_replay (form, log, NULL);
  g_assert_cmpint (finished->phase, ==, BEARINGS_SITTING_FINISHED);
  g_assert_cmpstr (g_hash_table_lookup (finished->facts, "years-of-coding"), ==, "4");
}

static void
test_strange_logs_are_refused (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) empty =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autoptr (GPtrArray) other =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autoptr (GError) no_plan = NULL;
  g_autoptr (GError) unknown = NULL;

  g_assert_null (bearings_sitting_replay (form, empty, &no_plan));
  g_assert_error (no_plan, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_NO_PLAN);
  fixture_log (other, BEARINGS_ENTRY_STARTED, NULL, "items:x1 gone");
  g_assert_null (bearings_sitting_replay (form, other, &unknown));
  g_assert_error (unknown, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_UNKNOWN_ITEM);
  g_assert_nonnull (strstr (unknown->message, "gone"));
}

/* One entry at a time leads to the same state as the whole log at once. */
static void
test_apply_equals_replay (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) step = bearings_sitting_replay (form, log, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsEntry) stranger =
    bearings_entry_new (BEARINGS_ENTRY_SHOWN, "no-such-item", NULL, -1);
  static const struct {
    BearingsEntryKind kind;
    const char *item, *response;
  } entries[] = {
    { BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "4" },
    { BEARINGS_ENTRY_SHOWN, "practice", NULL },
    { BEARINGS_ENTRY_ANSWERED, "practice", "option:b" },
    { BEARINGS_ENTRY_SHOWN, "x0", NULL },
    { BEARINGS_ENTRY_ANSWERED, "x0", "anchor:3" },
    { BEARINGS_ENTRY_FLAGGED, "x0", "1" },
    { BEARINGS_ENTRY_SKIPPED, "x2", NULL },
    { BEARINGS_ENTRY_SHOWN, "task", NULL },
    { BEARINGS_ENTRY_ANSWERED, "task", "rubric:c0=1;half, scored" },
    { BEARINGS_ENTRY_BACK, NULL, NULL },
    { BEARINGS_ENTRY_PAUSED, NULL, NULL },
    { BEARINGS_ENTRY_RESUMED, NULL, NULL },
    { BEARINGS_ENTRY_SHOWN, NULL, NULL },
  };

  for (guint e = 0; e < G_N_ELEMENTS (entries); e++) {
    g_autoptr (BearingsSitting) whole = NULL;
    BearingsSitting *next;

    fixture_log (log, entries[e].kind, entries[e].item, entries[e].response);
    next = bearings_sitting_apply (step, log->pdata[log->len - 1], &error);
    g_assert_no_error (error);
    bearings_sitting_unref (step);
    step = next;
    whole = bearings_sitting_replay (form, log, &error);
    g_assert_no_error (error);
    g_assert_cmpint (step->phase, ==, whole->phase);
    g_assert_cmpuint (step->position, ==, whole->position);
    g_assert_cmpuint (step->n_answered, ==, whole->n_answered);
    g_assert_cmpuint (step->n_scored_items, ==, whole->n_scored_items);
    g_assert_cmpfloat_with_epsilon (step->seconds_left, whole->seconds_left, 1e-9);
    g_assert_cmpuint (g_hash_table_size (step->facts), ==, g_hash_table_size (whole->facts));
    for (guint i = 0; i < whole->items->len; i++) {
      BearingsSittingItem *a = step->items->pdata[i], *b = whole->items->pdata[i];
      g_autofree char *answer_a = a->response ? bearings_response_to_string (a->response) : NULL;
      g_autofree char *answer_b = b->response ? bearings_response_to_string (b->response) : NULL;

      g_assert_true (a->item == b->item);
      g_assert_cmpstr (answer_a, ==, answer_b);
      g_assert_cmpint (a->skipped, ==, b->skipped);
      g_assert_cmpint (a->flagged, ==, b->flagged);
      g_assert_cmpint (a->duration_ms, ==, b->duration_ms);
    }
  }
  g_assert_null (bearings_sitting_apply (step, stranger, &error));
  g_assert_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_UNKNOWN_ITEM);
}

/* A Rasch item at its own difficulty informs by 1/4: n of them leave 1 / sqrt (1 + n/4). */
static void
test_expected_error (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);

  g_assert_cmpfloat_with_epsilon (bearings_scoring_expected_se (items, 0), 1, 1e-12);
  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (items, fixture_item ("k", i, "x", BEARINGS_ITEM_KEYED, 0.5));
  g_ptr_array_add (items, fixture_item ("s", 12, "x", BEARINGS_ITEM_SELF_REPORT, 0));
  g_assert_cmpfloat_with_epsilon (bearings_scoring_expected_se (items, 0.5), 0.5, 1e-12);
  g_assert_cmpfloat (bearings_scoring_expected_se (items, 3), >, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sitting/items-stand-in-order", test_items_stand_in_order);
  g_test_add_func ("/model/sitting/plan-is-repeatable", test_plan_is_repeatable);
  g_test_add_func ("/model/sitting/plan-fits-the-length", test_plan_fits_the_length);
  g_test_add_func ("/model/sitting/responses-round-trip", test_responses_round_trip);
  g_test_add_func ("/model/sitting/scores", test_scores);
  g_test_add_func ("/sitting/multiple", test_multiple);
  g_test_add_func ("/sitting/skipped-and-answered", test_skipped_and_answered_after_all);
  g_test_add_func ("/sitting/count-of-items", test_count_of_items);
  g_test_add_func ("/sitting/no-second-rating", test_no_second_rating);
  g_test_add_func ("/sitting/ordering", test_ordering);
  g_test_add_func ("/sitting/typed", test_typed);
  g_test_add_func ("/model/sitting/exact-item", test_replay_stands_at_the_exact_item);
  g_test_add_func ("/model/sitting/time-left",
                   test_time_left_counts_the_pace_as_one_for_three_items);
  g_test_add_func ("/model/sitting/back-changes-and-flags", test_back_changes_and_flags);
  g_test_add_func ("/model/sitting/phases", test_phases);
  g_test_add_func ("/model/sitting/apply-equals-replay", test_apply_equals_replay);
  g_test_add_func ("/model/sitting/expected-error", test_expected_error);
  g_test_add_func ("/model/sitting/strange-logs-are-refused", test_strange_logs_are_refused);
  return g_test_run ();
}
