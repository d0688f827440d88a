/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of an earlier result when its instrument has changed since. */

#include "bearings-rescore.h"

#include "form-fixture.h"

static BearingsResult *
result_of (BearingsSitting *sitting)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();

  return bearings_result_new (sitting, info, none, none);
}

/* Every item answered, the keyed ones rightly; the task is left open. */
static BearingsSitting *
sit (BearingsForm *form)
{
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) start = bearings_sitting_replay (form, log, NULL);

  for (guint i = 0; i < start->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) start->items->pdata[i])->item;

    if (item->kind != BEARINGS_ITEM_RUBRIC)
      fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id,
                   item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:3");
  }
  fixture_log (log, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  return bearings_sitting_replay (form, log, NULL);
}

static BearingsRescore *
rescore (BearingsForm *then, BearingsForm *now)
{
  g_autoptr (BearingsSitting) sitting = sit (then);
  g_autoptr (BearingsSitting) again = bearings_rescore_sitting_transfer (sitting, now);

  return bearings_rescore_new (result_of (sitting), result_of (again));
}

/* What is told of one change in the instrument of today; NULL: nothing. */
static void
assert_told (BearingsForm *now, const char *words)
{
  g_autoptr (BearingsForm) then = fixture_form ();
  g_autoptr (BearingsRescore) told = rescore (then, now);

  if (words == NULL) {
    g_assert_cmpuint (told->differences->len, ==, 0);
  } else {
    g_assert_cmpuint (told->differences->len, ==, 1);
    g_assert_cmpstr (told->differences->pdata[0], ==, words);
  }
}

static BearingsItemOption *
option_of (const BearingsForm *form, const char *item, guint i)
{
  return bearings_form_get_item (form, item)->options->pdata[i];
}

static void
test_nothing_changed (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  assert_told (now, NULL);
}

static void
test_changed_key_is_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  option_of (now, "x3", 1)->key = BEARINGS_UNKNOWN;
  option_of (now, "x3", 2)->key = BEARINGS_YES;
  assert_told (now, "The options or the right answer of 1 item changed.");
  option_of (now, "y4", 3)->key = BEARINGS_YES;
  assert_told (now, "The options or the right answer of 2 items changed.");
}

/* An answer that was no part of the result says nothing about it. */
static void
test_change_of_practice_is_not_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  option_of (now, "practice", 1)->key = BEARINGS_UNKNOWN;
  g_set_str (&bearings_form_get_item (now, "task")->prompt, "Another task, which nobody answered");
  assert_told (now, NULL);
}

static void
test_renamed_option_is_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  g_set_str (&option_of (now, "x3", 3)->id, "e");
  assert_told (now, "The options or the right answer of 1 item changed.");
}

static void
test_changed_words_are_told (void)
{
  g_autoptr (BearingsForm) prompt = fixture_form ();
  g_autoptr (BearingsForm) code = fixture_form ();
  g_autoptr (BearingsForm) option = fixture_form ();
  g_autoptr (BearingsForm) anchor = fixture_form ();
  static const char words[] =
    "The wording of 1 item changed; the answer was given to the old wording.";

  g_set_str (&bearings_form_get_item (prompt, "x3")->prompt, "Another question");
  assert_told (prompt, words);
  bearings_form_get_item (code, "x3")->code = g_strdup ("print (1)");
  assert_told (code, words);
  g_set_str (&option_of (option, "x3", 3)->text, "another");
  assert_told (option, words);
  g_set_str (
    &((BearingsItemAnchor *) bearings_form_get_item (anchor, "y1")->anchors->pdata[4])->text,
    "another");
  assert_told (anchor, words);
}

static void
test_changed_difficulty_is_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();
  BearingsItemParameters *parameters = &bearings_form_get_item (now, "x3")->parameters;

  g_array_index (parameters->b, double, 0) += 0.25;
  assert_told (now, "The difficulty of 1 item was revised.");
  g_array_index (parameters->b, double, 0) -= 0.25;
  parameters->a = 1.5;
  assert_told (now, "The difficulty of 1 item was revised.");
  parameters->a = 1;
  parameters->c = 0.25;
  assert_told (now, "The difficulty of 1 item was revised.");
}

static void
test_calibration_is_told (void)
{
  g_autoptr (BearingsForm) then = fixture_form ();
  g_autoptr (BearingsForm) now = fixture_form ();
  g_autoptr (BearingsRescore) told = NULL;
  BearingsItemParameters *parameters = &bearings_form_get_item (now, "x3")->parameters;

  g_array_index (parameters->b, double, 0) += 0.25;
  parameters->origin = BEARINGS_ORIGIN_CALIBRATED;
  told = rescore (then, now);
  g_assert_cmpuint (told->differences->len, ==, 2);
  g_assert_cmpstr (told->differences->pdata[1], ==,
                   "Of these, 1 was a judgement and is now estimated from answers.");
}

static void
test_item_that_went_is_told (void)
{
  g_autoptr (BearingsForm) whole = fixture_form ();
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (BearingsForm) now = NULL;

  for (guint i = 0; i < whole->items->len; i++) {
    BearingsItem *item = whole->items->pdata[i];
    if (!g_str_equal (item->record.id, "x3") && item->practice != BEARINGS_YES)
      g_ptr_array_add (items, item);
  }
  now = bearings_form_new (whole->instrument, items);
  assert_told (now,
               "1 item answered then is no longer part of the instrument and is left out now.");
}

static void
test_moved_cut_is_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  ((BearingsLevel *) now->instrument->levels->pdata[1])->theta_low = -0.9;
  assert_told (now, "The cut scores between the levels were moved.");
}

static void
test_version_is_told (void)
{
  g_autoptr (BearingsForm) now = fixture_form ();

  g_set_str (&now->instrument->version, "1.0.1");
  assert_told (now, "The instrument was version 1.0.0 then and is 1.0.1 now.");
}

static BearingsReferenceSample *
sample_new (const char *id)
{
  BearingsReferenceSample *sample = bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);

  sample->record.id = g_strdup (id);
  sample->title = g_strdup_printf ("People of %s", id);
  sample->factual = BEARINGS_YES;
  return sample;
}

static BearingsNormTable *
norm_new (const char *sample, gint64 n)
{
  BearingsNormTable *table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  BearingsNormRow *row = bearings_record_struct_new (&bearings_norm_row_type);

  table->sample = g_strdup (sample);
  row->low = 0;
  row->high = 50;
  row->n = n;
  g_ptr_array_add (table->rows, row);
  return table;
}

/* A result of somebody with four years, beside samples named by a letter each. */
static BearingsResult *
placed (const char *names, gint64 n)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) norms = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (BearingsSitting) sitting = NULL;

  for (const char *p = names; *p != '\0'; p++) {
    const char id[] = { *p, '\0' };

    g_ptr_array_add (samples, sample_new (id));
    g_ptr_array_add (norms, norm_new (id, n));
  }
  fixture_log (log, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "4");
  sitting = bearings_sitting_replay (form, log, NULL);
  return bearings_result_new (sitting, info, samples, norms);
}

static void
assert_samples_told (BearingsResult *then, BearingsResult *now, const char *expected)
{
  g_autoptr (BearingsRescore) told = bearings_rescore_new (then, now);
  g_autofree char *text = NULL;

  g_ptr_array_add (told->differences, NULL);
  text = g_strjoinv ("\n", (char **) told->differences->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_samples_are_told (void)
{
  assert_samples_told (placed ("ab", 10), placed ("ab", 10), "");
  assert_samples_told (placed ("ab", 10), placed ("ab", 11),
                       "The reference sample “People of a” was updated.\n"
                       "The reference sample “People of b” was updated.");
  assert_samples_told (placed ("ab", 10), placed ("bc", 10),
                       "The reference sample “People of a” is no longer there.\n"
                       "The reference sample “People of c” is new.");
}

/* Several of a kind are told in one sentence. */
static void
test_several_are_counted (void)
{
  g_autoptr (BearingsForm) then = fixture_form ();
  g_autoptr (BearingsForm) now = fixture_form ();
  g_autoptr (BearingsRescore) told = NULL;

  for (guint i = 0; i < 2; i++) {
    BearingsItem *item = bearings_form_get_item (now, i == 0 ? "x3" : "y3");

    g_set_str (&item->prompt, "Another question");
    g_array_index (item->parameters.b, double, 0) += 0.25;
    item->parameters.origin = BEARINGS_ORIGIN_CALIBRATED;
  }
  told = rescore (then, now);
  g_assert_cmpuint (told->differences->len, ==, 3);
  g_assert_cmpstr (told->differences->pdata[0], ==,
                   "The wording of 2 items changed; the answers were given to the old wording.");
  g_assert_cmpstr (told->differences->pdata[1], ==, "The difficulty of 2 items was revised.");
  g_assert_cmpstr (told->differences->pdata[2], ==,
                   "Of these, 2 were judgements and are now estimated from answers.");
}

/* The answers, skips and facts of then, in their order; a form that has none of the items has no
 * sitting. */
static void
test_transfer (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (BearingsForm) empty = bearings_form_new (form->instrument, nothing);
  g_autoptr (BearingsSitting) then = NULL;
  g_autoptr (BearingsSitting) now = NULL;

  fixture_log (log, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "4");
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "x3", "option:a");
  fixture_log (log, BEARINGS_ENTRY_SKIPPED, "y1", NULL);
  then = bearings_sitting_replay (form, log, NULL);
  now = bearings_rescore_sitting_transfer (then, form);
  g_assert_cmpint (now->phase, ==, BEARINGS_SITTING_FINISHED);
  g_assert_cmpuint (now->items->len, ==, then->items->len);
  g_assert_cmpstr (g_hash_table_lookup (now->facts, BEARINGS_FACT_YEARS), ==, "4");
  for (guint i = 0; i < now->items->len; i++) {
    const BearingsSittingItem *a = then->items->pdata[i], *b = now->items->pdata[i];

    g_assert_true (a->item == b->item);
    g_assert_cmpint (a->skipped, ==, b->skipped);
    g_assert_cmpint (a->duration_ms, ==, b->duration_ms);
    g_assert_cmpstr (a->response != NULL ? a->response->option : NULL, ==,
                     b->response != NULL ? b->response->option : NULL);
  }
  g_assert_null (bearings_rescore_sitting_transfer (then, empty));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rescore/nothing-changed", test_nothing_changed);
  g_test_add_func ("/model/rescore/changed-key-is-told", test_changed_key_is_told);
  g_test_add_func ("/model/rescore/change-of-practice-is-not-told",
                   test_change_of_practice_is_not_told);
  g_test_add_func ("/model/rescore/renamed-option-is-told", test_renamed_option_is_told);
  g_test_add_func ("/model/rescore/changed-words-are-told", test_changed_words_are_told);
  g_test_add_func ("/model/rescore/changed-difficulty-is-told", test_changed_difficulty_is_told);
  g_test_add_func ("/model/rescore/calibration-is-told", test_calibration_is_told);
  g_test_add_func ("/model/rescore/item-that-went-is-told", test_item_that_went_is_told);
  g_test_add_func ("/model/rescore/moved-cut-is-told", test_moved_cut_is_told);
  g_test_add_func ("/model/rescore/version-is-told", test_version_is_told);
  g_test_add_func ("/model/rescore/samples-are-told", test_samples_are_told);
  g_test_add_func ("/model/rescore/several-are-counted", test_several_are_counted);
  g_test_add_func ("/model/rescore/transfer", test_transfer);
  return g_test_run ();
}
