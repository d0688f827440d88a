/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recalibration: known parameters are found again, the scale stays, what cannot be found is kept.
 */

#include <math.h>
#include <string.h>

#include "../psychometrics/psy-data.h"
#include "bearings-recalibration.h"
#include "bearings-scoring.h"

static void
add_item (GPtrArray *items,
          const char *id,
          BearingsItemModel model,
          double a,
          const double *b,
          guint n)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup (id);
  item->instrument = g_strdup ("test");
  item->position = items->len + 1;
  item->scale = g_strdup ("s");
  item->kind = n == 1 ? BEARINGS_ITEM_KEYED : BEARINGS_ITEM_RUBRIC;
  item->parameters.model = model;
  item->parameters.a = a;
  item->parameters.origin = BEARINGS_ORIGIN_JUDGEMENT;
  g_array_append_vals (item->parameters.b, b, n);
  g_ptr_array_add (items, item);
}

static BearingsForm *
form_of (GPtrArray *items)
{
  static const double cuts[] = { NAN, -0.5, 0.5 };
  g_autoptr (BearingsInstrument) instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);

  instrument->record.id = g_strdup ("test");
  instrument->version = g_strdup ("1.1.0");
  instrument->title = g_strdup ("Test");
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++) {
    BearingsLevel *level = bearings_record_struct_new (&bearings_level_type);

    level->id = g_strdup_printf ("level-%u", i);
    level->theta_low = cuts[i];
    g_ptr_array_add (instrument->levels, level);
  }
  return bearings_form_new (instrument, items);
}

/* Rasch items rc-0 … rc-9 with difficulties from -1.8 to 1.8, and a task of three steps. */
static BearingsForm *
made_up_form (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);

  for (guint i = 0; i < 10; i++) {
    g_autofree char *id = g_strdup_printf ("rc-%u", i);
    add_item (items, id, BEARINGS_ITEM_MODEL_RASCH, 1, (const double[]) { -1.8 + 0.4 * i }, 1);
  }
  add_item (items, "task", BEARINGS_ITEM_MODEL_GPCM, 0.8, (const double[]) { -1, 0, 1 }, 3);
  return form_of (items);
}

static double
normal (GRand *rand)
{
  return sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
}

static gint8
draw (GRand *rand, double theta, double a, const double *b, guint n)
{
  double weights[8] = { 1 }, total = 1, at;

  for (guint k = 1; k <= n; k++)
    total += weights[k] = weights[k - 1] * exp (a * (theta - b[k - 1]));
  at = g_rand_double (rand) * total;
  for (guint k = 0; k <= n; k++) {
    at -= weights[k];
    if (at < 0)
      return (gint8) k;
  }
  return (gint8) n;
}

/* The difficulty an item really has: rc-3 is 1.0 harder than its authors thought, rc-6 is easier.
 */
static double
true_difficulty (guint i)
{
  return -1.8 + 0.4 * i + (i == 3 ? 1 : i == 6 ? -1 : 0);
}

/* Everybody answers all but rc-9, which few have seen. */
static BearingsResponseMatrix *
made_up_answers (guint n, guint n_last)
{
  static const double steps[] = { -1, 0, 1 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();

  for (guint p = 0; p < n; p++) {
    g_autofree char *person = g_strdup_printf ("p%u", p);
    double theta = normal (rand);

    for (guint i = 0; i < 10; i++) {
      g_autofree char *item = g_strdup_printf ("rc-%u", i);
      const double b = true_difficulty (i);
      gint8 answer = draw (rand, theta, 1, &b, 1);

      if (i < 9 || p < n_last)
        bearings_response_matrix_builder_add (builder, person, item, answer);
    }
    bearings_response_matrix_builder_add (builder, person, "task",
                                          draw (rand, theta, 0.8, steps, 3));
    bearings_response_matrix_builder_add (builder, person, "elsewhere", (gint8) (p % 2));
  }
  return bearings_response_matrix_builder_end (builder);
}

static const BearingsRecalibratedItem *
row_of (const BearingsRecalibration *self, guint i)
{
  return self->items->pdata[i];
}

static double
difficulty_of (const BearingsRecalibration *self, guint i)
{
  return g_array_index (row_of (self, i)->after->b, double, 0);
}

static void
test_found_again (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) matrix = made_up_answers (1500, 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRecalibration) self = bearings_recalibration_new (form, matrix, &error);
  double before = 0, after = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (self->version, ==, "1.1.0.1");
  g_assert_true (self->converged);
  g_assert_cmpuint (self->n_persons, ==, 1500);
  g_assert_cmpuint (self->n_calibrated, ==, 10);
  g_assert_cmpuint (self->anchors, ==, 9);
  g_assert_cmpuint (self->unknown->len, ==, 1);
  g_assert_cmpstr (self->unknown->pdata[0], ==, "elsewhere");

  /* The two changes cancel, so that the true values lie on the scale of now. */
  for (guint i = 0; i < 9; i++) {
    const BearingsRecalibratedItem *row = row_of (self, i);

    g_assert_cmpfloat_with_epsilon (row->after->a, 1, 1e-9);
    g_assert_cmpfloat (fabs (difficulty_of (self, i) - true_difficulty (i)), <, 0.25);
    before += g_array_index (row->item->parameters.b, double, 0);
    after += difficulty_of (self, i);
  }
  g_assert_cmpfloat_with_epsilon (before, after, 1e-9);
  g_assert_cmpfloat (row_of (self, 3)->shift_errors, >, 6);
  g_assert_cmpfloat (row_of (self, 6)->shift_errors, <, -6);
  g_assert_cmpuint (self->n_large, ==, 2);
  g_assert_cmpfloat (fabs (row_of (self, 10)->after->a - 0.8), <, 0.15);

  g_assert_null (row_of (self, 9)->after);
  g_assert_cmpint (row_of (self, 9)->kept, ==, BEARINGS_KEPT_ANSWERS);
  g_assert_cmpuint (row_of (self, 9)->n, ==, 20);
  g_assert_cmpuint (row_of (self, 9)->needed, ==, 30);

  g_assert_cmpuint (self->n_scored, ==, 1500);
  g_assert_cmpfloat (self->correlation, >, 0.97);
  g_assert_cmpfloat (self->correlation, <, 1);
  g_assert_cmpfloat (fabs (self->mean_shift), <, 0.05);
  g_assert_cmpuint (self->n_up + self->n_down, >, 0);
}

/* Answers by the parameters of now change none of them much, and the scale not at all. */
static void
test_nothing_to_find (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) matrix = made_up_answers (400, 400);
  g_autoptr (BearingsRecalibration) self = NULL;

  for (guint i = 0; i < 10; i++)
    g_array_index (((BearingsItem *) form->items->pdata[i])->parameters.b, double, 0) =
      true_difficulty (i);
  self = bearings_recalibration_new (form, matrix, NULL);
  g_assert_nonnull (self);
  g_assert_cmpuint (self->n_calibrated, ==, 11);
  g_assert_cmpuint (self->n_large, ==, 0);
  g_assert_cmpfloat (self->correlation, >, 0.99);
  g_assert_cmpfloat_with_epsilon (self->slope, 1, 0.2);
}

/* With fewer persons the task, of which the model needs more, keeps its parameters; with still
 * fewer nothing is done, and the message says how many there must be. */
static void
test_few_persons (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) some = made_up_answers (90, 90);
  g_autoptr (BearingsResponseMatrix) few = made_up_answers (49, 49);
  g_autoptr (BearingsRecalibration) self = bearings_recalibration_new (form, some, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (self);
  g_assert_cmpuint (self->n_calibrated, ==, 10);
  g_assert_cmpint (row_of (self, 10)->kept, ==, BEARINGS_KEPT_PERSONS);
  g_assert_cmpuint (row_of (self, 10)->needed, ==, 200);
  g_assert_null (bearings_recalibration_new (form, few, &error));
  g_assert_error (error, BEARINGS_ANALYSIS_ERROR, BEARINGS_ANALYSIS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "49 persons"));
  g_assert_nonnull (strstr (error->message, "at least 50"));
}

static void
test_impossible_score (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (GError) error = NULL;

  bearings_response_matrix_builder_add (builder, "ada", "rc-1", 0);
  bearings_response_matrix_builder_add (builder, "bob", "rc-1", 2);
  matrix = bearings_response_matrix_builder_end (builder);
  g_assert_null (bearings_recalibration_new (form, matrix, &error));
  g_assert_nonnull (strstr (error->message, "bob"));
  g_assert_nonnull (strstr (error->message, "rc-1"));
}

/* Of an item everybody gets right nothing can be said. */
static void
test_all_right (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) matrix = made_up_answers (300, 300);
  g_autoptr (BearingsRecalibration) self = NULL;

  for (guint p = 0; p < matrix->persons->len; p++)
    matrix->data[p * matrix->items->len] = 1;
  self = bearings_recalibration_new (form, matrix, NULL);
  g_assert_nonnull (self);
  g_assert_cmpint (row_of (self, 0)->kept, ==, BEARINGS_KEPT_ALL_SAME);
  g_assert_cmpuint (self->n_calibrated, ==, 10);
}

/* LSAT 7 with one slope, by mirt: on the scale of the sample the link is what takes mirt's slope
 * to 1, and the likelihood is mirt's. */
static void
test_certified (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (BearingsForm) form = NULL;
  g_autoptr (BearingsRecalibration) self = NULL;
  g_autoptr (BearingsCalibration) plain = NULL;
  double mean = 0;

  for (guint i = 0; i < table->n_columns; i++)
    add_item (items, table->names[i], BEARINGS_ITEM_MODEL_RASCH, 1, (const double[]) { 0 }, 1);
  for (guint p = 0; p < table->rows->len; p++) {
    g_autofree char *person = g_strdup_printf ("p%u", p);
    for (guint i = 0; i < table->n_columns; i++)
      bearings_response_matrix_builder_add (builder, person, table->names[i],
                                            (gint8) table_number (table, p, i));
  }
  matrix = bearings_response_matrix_builder_end (builder);
  form = form_of (items);
  self = bearings_recalibration_new (form, matrix, NULL);
  plain = bearings_calibration_new (matrix, BEARINGS_ITEM_MODEL_RASCH, NULL);
  g_assert_nonnull (self);
  g_assert_nonnull (plain);
  g_assert_cmpfloat_with_epsilon (self->log_likelihood, plain->log_likelihood, 1e-6);
  g_assert_cmpfloat_with_epsilon (self->slope,
                                  ((BearingsCalibratedItem *) plain->items->pdata[0])->a, 1e-6);
  for (guint i = 0; i < table->n_columns; i++)
    mean += difficulty_of (self, i) / table->n_columns;
  g_assert_cmpfloat_with_epsilon (mean, 0, 1e-9);
  for (guint i = 0; i < table->n_columns; i++) {
    const BearingsCalibratedItem *item = plain->items->pdata[i];
    double b = self->slope * g_array_index (item->b, double, 0) + self->intercept;
    g_assert_cmpfloat_with_epsilon (difficulty_of (self, i), b, 1e-6);
  }
}

static void
test_written (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) matrix = made_up_answers (300, 20);
  g_autoptr (BearingsRecalibration) self = bearings_recalibration_new (form, matrix, NULL);
  g_autoptr (BearingsForm) copy = made_up_form ();
  const BearingsItem *easy = copy->items->pdata[0], *rare = copy->items->pdata[9];

  g_assert_nonnull (self);
  bearings_recalibration_change_instrument (self, copy->instrument);
  for (guint i = 0; i < copy->items->len; i++)
    bearings_recalibration_change_item (self, copy->items->pdata[i]);
  g_assert_cmpstr (copy->instrument->version, ==, "1.1.0.1");
  g_assert_cmpint (easy->parameters.origin, ==, BEARINGS_ORIGIN_CALIBRATED);
  g_assert_cmpint (easy->parameters.n, ==, 300);
  g_assert_cmpfloat (easy->parameters.a, ==, 1);
  g_assert_cmpfloat (g_array_index (easy->parameters.b, double, 0), ==, difficulty_of (self, 0));
  g_assert_cmpint (rare->parameters.origin, ==, BEARINGS_ORIGIN_JUDGEMENT);
  g_assert_cmpfloat (g_array_index (rare->parameters.b, double, 0), ==,
                     g_array_index (row_of (self, 9)->item->parameters.b, double, 0));
}

/* The effect on the persons, computed again one by one from both sets of parameters. */
static void
test_effect_on_persons (void)
{
  g_autoptr (BearingsForm) form = made_up_form ();
  g_autoptr (BearingsResponseMatrix) matrix = made_up_answers (1500, 1500);
  g_autoptr (BearingsRecalibration) self = bearings_recalibration_new (form, matrix, NULL);
  g_autoptr (BearingsForm) copy = made_up_form ();
  double n = matrix->persons->len;
  double sum = 0, squares = 0, old_error = 0, new_error = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  guint up = 0, down = 0;

  for (guint i = 0; i < copy->items->len; i++)
    bearings_recalibration_change_item (self, copy->items->pdata[i]);
  for (guint p = 0; p < matrix->persons->len; p++) {
    double points[11];
    BearingsEstimate then, now;

    for (guint i = 0; i < 11; i++) {
      const char *id = ((BearingsItem *) form->items->pdata[i])->record.id;
      guint at;

      g_assert_true (g_ptr_array_find_with_equal_func (matrix->items, id, g_str_equal, &at));
      points[i] = matrix->data[p * matrix->items->len + at];
    }
    then = bearings_scoring_estimate_points (form->items, points, NULL);
    now = bearings_scoring_estimate_points (copy->items, points, NULL);
    sum += now.theta - then.theta;
    squares += (now.theta - then.theta) * (now.theta - then.theta);
    old_error += then.se * then.se;
    new_error += now.se * now.se;
    x += then.theta;
    y += now.theta;
    xx += then.theta * then.theta;
    yy += now.theta * now.theta;
    xy += then.theta * now.theta;
    for (guint cut = 0; cut < 2; cut++) {
      up += then.theta < cut - 0.5 && now.theta >= cut - 0.5;
      down += then.theta >= cut - 0.5 && now.theta < cut - 0.5;
    }
  }
  g_assert_cmpuint (self->n_scored, ==, 1500);
  g_assert_cmpfloat_with_epsilon (self->mean_shift, sum / n, 1e-6);
  g_assert_cmpfloat_with_epsilon (self->sd_shift, sqrt (squares / n - sum / n * sum / n), 1e-6);
  g_assert_cmpfloat_with_epsilon (self->sem_before, sqrt (old_error / n), 1e-6);
  g_assert_cmpfloat_with_epsilon (self->sem_after, sqrt (new_error / n), 1e-6);
  g_assert_cmpfloat_with_epsilon (
    self->correlation, (n * xy - x * y) / sqrt ((n * xx - x * x) * (n * yy - y * y)), 1e-6);
  g_assert_cmpuint (up + down, >, 0);
  g_assert_cmpuint (self->n_up, ==, up);
  g_assert_cmpuint (self->n_down, ==, down);
}

static void
test_next_version (void)
{
  static const char *const pairs[][2] = {
    { "1.1.0", "1.1.0.1" },
    { "1.1.0.1", "1.1.0.2" },
    { "2", "2.0.0.1" },
    { "1.0.9.9", "1.0.9.10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *next = bearings_recalibration_next_version (pairs[i][0]);
    g_assert_cmpstr (next, ==, pairs[i][1]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recalibration/found-again", test_found_again);
  g_test_add_func ("/recalibration/nothing-to-find", test_nothing_to_find);
  g_test_add_func ("/recalibration/few-persons", test_few_persons);
  g_test_add_func ("/recalibration/impossible-score", test_impossible_score);
  g_test_add_func ("/recalibration/all-right", test_all_right);
  g_test_add_func ("/recalibration/certified", test_certified);
  g_test_add_func ("/recalibration/written", test_written);
  g_test_add_func ("/recalibration/effect-on-persons", test_effect_on_persons);
  g_test_add_func ("/recalibration/next-version", test_next_version);
  return g_test_run ();
}
