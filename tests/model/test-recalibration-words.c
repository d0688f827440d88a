/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a recalibration: its method, its effect, and each item. */

#include "bearings-recalibration-words.h"

#include <math.h>

typedef struct {
  BearingsInstrument *instrument;
  BearingsForm *form;
  BearingsRecalibration recalibration;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  fixture->instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);
  fixture->instrument->version = g_strdup ("1.1.0");
  fixture->form = bearings_form_new (fixture->instrument, none);
  fixture->recalibration = (BearingsRecalibration) {
    .form = fixture->form,
    .version = (char *) "1.1.0.1",
    .items = g_ptr_array_new (),
    .n_persons = 1500,
    .n_calibrated = 1,
    .log_likelihood = -12345.678,
    .n_parameters = 14,
    .iterations = 23,
    .converged = TRUE,
    .anchors = 9,
    .slope = 1.0234,
    .intercept = -0.0567,
    .n_scored = 1500,
    .correlation = 0.9871,
    .mean_shift = 0.034,
    .sd_shift = 0.126,
    .sem_before = 0.51,
    .sem_after = 0.49,
    .unknown = g_ptr_array_new (),
  };
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->recalibration.items);
  g_ptr_array_unref (fixture->recalibration.unknown);
  bearings_form_unref (fixture->form);
  bearings_record_unref (fixture->instrument);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_set_size (fixture->recalibration.items, 11);
  assert_text (bearings_recalibration_words_summary (&fixture->recalibration),
               "1 of 11 scored items get parameters estimated from the answers of 1500 persons to "
               "version 1.1.0; the others keep theirs.");
}

static void
test_method (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = bearings_recalibration_words_method_lines (&fixture->recalibration);
  g_autoptr (GPtrArray) worse = NULL;

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_nonnull (strstr (lines->pdata[0], "log-likelihood −12345.68 with 14 parameters after "
                                             "23 steps."));
  g_assert_nonnull (strstr (lines->pdata[1], "of 9 items is held"));
  g_assert_nonnull (strstr (lines->pdata[1], "A = 1.023, B = −0.057"));
  fixture->recalibration.converged = FALSE;
  g_ptr_array_add (fixture->recalibration.unknown, (gpointer) "elsewhere");
  g_ptr_array_add (fixture->recalibration.unknown, (gpointer) "nowhere");
  worse = bearings_recalibration_words_method_lines (&fixture->recalibration);
  g_assert_cmpuint (worse->len, ==, 5);
  g_assert_nonnull (strstr (worse->pdata[1], "did not converge"));
  g_assert_nonnull (strstr (worse->pdata[3], "“elsewhere”"));
  g_assert_nonnull (strstr (worse->pdata[4], "“nowhere”"));
}

static void
test_effect (Fixture *fixture, gconstpointer data)
{
  BearingsRecalibration *self = &fixture->recalibration;
  g_autoptr (GPtrArray) as_many = NULL;
  g_autoptr (GPtrArray) still = bearings_recalibration_words_effect_lines (self);
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) fell = NULL;

  g_assert_cmpuint (still->len, ==, 3);
  g_assert_cmpstr (still->pdata[0], ==,
                   "Estimates shift by +0.03 SD on average (SD of the shifts 0.13); before and "
                   "after they correlate at 0.987.");
  g_assert_cmpstr (still->pdata[1], ==,
                   "Standard error of measurement: 0.51 SD before, 0.49 SD after.");
  g_assert_cmpstr (still->pdata[2], ==, "Nobody would be at another level.");

  self->n_up = 9;
  self->n_down = 12;
  self->n_large = 1;
  self->mean_shift = -0.034;
  self->correlation = 0.99951;
  moved = bearings_recalibration_words_effect_lines (self);
  g_assert_cmpuint (moved->len, ==, 4);
  g_assert_nonnull (strstr (moved->pdata[0], "shift by −0.03 SD"));
  g_assert_nonnull (strstr (moved->pdata[0], "correlate at > 0.999."));
  g_assert_cmpstr (moved->pdata[2], ==,
                   "Of 1500 persons, at a higher level: < 10; at a lower level: 12.");
  g_assert_true (g_str_has_prefix (moved->pdata[3], "1 item moves by more than 3 of its"));

  self->n_up = 0;
  self->n_down = 1;
  self->n_large = 2;
  self->correlation = 1;
  fell = bearings_recalibration_words_effect_lines (self);
  g_assert_nonnull (strstr (fell->pdata[0], "correlate at 1.000."));
  g_assert_nonnull (strstr (fell->pdata[2], "at a higher level: 0; at a lower level: < 10."));
  g_assert_true (g_str_has_prefix (fell->pdata[3], "2 items move by more than 3 of their"));

  self->n_up = self->n_down = 11;
  as_many = bearings_recalibration_words_effect_lines (self);
  g_assert_nonnull (strstr (as_many->pdata[2], "at a higher level: 11; at a lower level: 11."));
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = bearings_recalibration_words_next_text (&fixture->recalibration);

  g_assert_nonnull (strstr (text, "parameters are version 1.1.0.1,"));
  g_assert_nonnull (strstr (text, "keep version 1.1.0,"));
}

/* An item that keeps its parameters says what is missing. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    [BEARINGS_KEPT_NO] = "–",
    [BEARINGS_KEPT_PERSONS] = "kept: its model needs 1200 persons",
    [BEARINGS_KEPT_ANSWERS] = "kept: 1200 answers are needed",
    [BEARINGS_KEPT_ALL_SAME] = "kept: everybody has the same points",
    [BEARINGS_KEPT_EMPTY_CATEGORY] = "kept: some number of points was given to nobody",
    [BEARINGS_KEPT_UNBOUNDED] = "kept: its answers follow from those to other items",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    BearingsRecalibratedItem row = { .kept = (BearingsKept) i, .needed = 1200, .shift_errors = 9 };

    assert_text (bearings_recalibration_words_recalibrated_item_after (&row), texts[i]);
    assert_text (bearings_recalibration_words_recalibrated_item_shift (&row), "–");
    g_assert_false (bearings_recalibration_words_recalibrated_item_is_large (&row));
  }
}

static void
test_calibrated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsItem) item = bearings_record_new (BEARINGS_RECORD_ITEM);
  BearingsCalibratedItem *after =
    bearings_calibrated_item_new ("task", BEARINGS_ITEM_MODEL_GPCM, 0.8, NAN);
  BearingsRecalibratedItem row = { .item = item, .after = after, .shift = 0.5, .shift_errors = 3 };

  item->parameters.model = BEARINGS_ITEM_MODEL_RASCH;
  item->parameters.a = 1;
  g_array_append_vals (item->parameters.b, (const double[]) { -1.25 }, 1);
  after->a_se = 0.05;
  g_array_append_vals (after->b, (const double[]) { -1, 0.125, 1.5 }, 3);
  g_array_append_vals (after->b_se, (const double[]) { 0.1, 0.2, 0.3 }, 3);
  assert_text (bearings_recalibration_words_recalibrated_item_before (&row), "−1.25");
  assert_text (bearings_recalibration_words_recalibrated_item_after (&row),
               "a 0.80; −1.00 / 0.13 / 1.50 (SE a 0.05; 0.10 / 0.20 / 0.30)");
  assert_text (bearings_recalibration_words_recalibrated_item_shift (&row), "+0.50 (3.0 SE)");
  g_assert_false (bearings_recalibration_words_recalibrated_item_is_large (&row));
  row.shift = -0.5;
  row.shift_errors = -3.04;
  assert_text (bearings_recalibration_words_recalibrated_item_shift (&row), "−0.50 (3.0 SE)");
  g_assert_true (bearings_recalibration_words_recalibrated_item_is_large (&row));
  bearings_calibrated_item_free (after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/model/recalibration-words/" name, Fixture, NULL, setup, func, teardown)
  ADD ("summary", test_summary);
  ADD ("method", test_method);
  ADD ("effect", test_effect);
  ADD ("next", test_next);
  ADD ("kept", test_kept);
  ADD ("calibrated", test_calibrated);
  return g_test_run ();
}
