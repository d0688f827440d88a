/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calibration of made-up answers: recovery, maxima, threads, and answers nobody would wish for. */

#include "psy-calibrated.h"

static PsyItem
make_item (PsyModel model, int n_categories, PsyRandom *random)
{
  double a = 1.2 * exp (0.3 * plain_normal (random)), d[PSY_MAX_CATEGORIES];
  double middle = plain_normal (random);

  for (int k = 0; k < n_categories - 1; k++)
    d[k] = middle + 1.1 * ((n_categories - 2) / 2.0 - k);
  switch (model) {
  case PSY_MODEL_GRM:
    return psy_item_grm (a, d, n_categories);
  case PSY_MODEL_GPCM:
    return psy_item_gpcm (a / 2, d, n_categories);
  case PSY_MODEL_3PL:
    return psy_item_3pl (a, d[0], 0.1 + 0.15 * psy_random_uniform (random));
  case PSY_MODEL_RASCH:
    return psy_item_rasch (-d[0]);
  default:
    return psy_item_2pl (a, d[0]);
  }
}

static PsyItem *
make_bank (gsize n, PsyModel model, int n_categories, guint64 seed)
{
  PsyItem *items = g_new (PsyItem, n);
  PsyRandom random;

  psy_random_init (&random, seed);
  for (gsize j = 0; j < n; j++)
    items[j] = make_item (model, n_categories, &random);
  return items;
}

/* Nothing undefined may come with PSY_OK, or with an iterate. */
static void
assert_sound (const Calibrated *c)
{
  bool ok = c->status == PSY_OK;

  if (!ok && c->status != PSY_ERROR_CONVERGENCE && c->status != PSY_ERROR_NOT_POSITIVE)
    return;
  g_assert_true (isfinite (c->report.log_likelihood) && c->report.log_likelihood < 0);
  for (gsize j = 0; j < c->answers.n_items; j++) {
    const PsyItem *item = &c->items[j];

    assert_status (psy_item_check (item), PSY_OK);
    g_assert_true (isfinite (item->a));
    for (int k = 0; k < item->n_categories - 1; k++) {
      g_assert_true (isfinite (item->d[k]));
      if (ok && c->settings.standard_errors)
        g_assert_true (c->errors[j].d[k] > 0 && isfinite (c->errors[j].d[k]));
    }
    if (ok && c->settings.standard_errors)
      g_assert_true (c->errors[j].a > 0 && isfinite (c->errors[j].a));
  }
}

/* Derivatives of the plain likelihood by central differences of two steps (Richardson); the bound
 * is a thousandth of a standard error over its square, far below what an estimate could notice. */
static void
assert_maximum (Calibrated *c, gsize n_items)
{
  for (gsize j = 0; j < n_items; j++) {
    PsyItem kept = c->items[j];

    for (int which = 0; which < kept.n_categories; which++) {
      double se = which == 0 ? c->errors[j].a : c->errors[j].d[which - 1], slopes[2];

      for (int width = 0; width < 2; width++) {
        double h = se * (width == 0 ? 0.02 : 0.04), value[2];

        for (int side = 0; side < 2; side++) {
          double step = side == 0 ? -h : h;

          c->items[j] = kept;
          *(which == 0 ? &c->items[j].a : &c->items[j].d[which - 1]) += step;
          value[side] = plain_log_likelihood (c->items, &c->answers);
        }
        slopes[width] = (value[1] - value[0]) / (2 * h);
      }
      c->items[j] = kept;
      assert_near ((4 * slopes[0] - slopes[1]) / 3 * se, 0, 1e-3);
    }
  }
}

/* The plain log posterior where all parameters have moved by t times a column of the covariance
 * matrix, in units of its standard error. */
static double
log_posterior_along (const Calibrated *c, gsize column, double t)
{
  gsize n = c->answers.n_items, size = c->report.n_parameters, at = 0;
  g_autofree PsyItem *items = g_memdup2 (c->items, n * sizeof (PsyItem));
  double unit = t / sqrt (c->covariance[column * size + column]), prior = 0;

  for (gsize j = 0; j < n; j++) {
    const double *moves = c->covariance + column * size;

    if (items[j].model == PSY_MODEL_RASCH)
      items[j].a += moves[size - 1] * unit;
    else
      items[j].a += moves[at++] * unit;
    for (int k = 0; k < items[j].n_categories - 1; k++)
      items[j].d[k] += moves[at++] * unit;
    if (items[j].model == PSY_MODEL_3PL) {
      double logit = log (items[j].g / (1 - items[j].g)) + moves[at++] * unit;
      double z = (logit - c->settings.guess_mean) / c->settings.guess_sd;

      items[j].g = 1 / (1 + exp (-logit));
      prior -= z * z / 2;
    }
  }
  g_assert_cmpuint (at + (items[0].model == PSY_MODEL_RASCH), ==, size);
  return plain_log_likelihood (items, &c->answers) + prior;
}

/* Along a column of the covariance matrix, in units of its error, the curvature is -1: the matrix
 * is the inverse of minus the second derivatives. */
static void
test_covariance (gconstpointer data)
{
  PsyModel model = (PsyModel) GPOINTER_TO_INT (data);
  int n_categories = model == PSY_MODEL_GRM || model == PSY_MODEL_GPCM ? 4 : 2;
  g_autofree PsyItem *truth = make_bank (8, model, n_categories, 131);
  g_auto (Calibrated) c = { 0 };
  const double h = 0.03;

  calibrated_begin (&c, simulate (truth, 2500, 8, 0.1, 132), model);
  assert_status (calibrated_run (&c), PSY_OK);
  for (gsize k = 0; k < c.report.n_parameters; k++) {
    double middle = log_posterior_along (&c, k, 0), curvature[2];

    for (int width = 0; width < 2; width++) {
      double step = h * (1 + width);

      curvature[width] =
        (log_posterior_along (&c, k, step) + log_posterior_along (&c, k, -step) - 2 * middle) /
        (step * step);
    }
    assert_near ((4 * curvature[0] - curvature[1]) / 3, -1, 2e-4);
  }
}

typedef struct {
  const char *name;
  PsyModel model;
  int n_categories;
  gsize n_persons, n_items;
  double missing;
} Shape;

/* The shapes of tests that people calibrate. */
static const Shape shapes[] = {
  { "2pl-600x32", PSY_MODEL_2PL, 2, 600, 32, 0 },
  { "2pl-1509x16-missing", PSY_MODEL_2PL, 2, 1509, 16, 0.08 },
  { "2pl-10000x40", PSY_MODEL_2PL, 2, 10000, 40, 0 },
  { "grm-2800x5-missing", PSY_MODEL_GRM, 6, 2800, 5, 0.02 },
  { "gpcm-2800x5-missing", PSY_MODEL_GPCM, 6, 2800, 5, 0.02 },
  { "grm-392x7", PSY_MODEL_GRM, 4, 392, 7, 0 },
  { "grm-10000x40", PSY_MODEL_GRM, 5, 10000, 40, 0 },
  { "3pl-5000x30", PSY_MODEL_3PL, 2, 5000, 30, 0 },
  { "rasch-200x30-missing", PSY_MODEL_RASCH, 2, 200, 30, 0.2 },
  { "2pl-2000x40-half-missing", PSY_MODEL_2PL, 2, 2000, 40, 0.5 },
  { "gpcm-3000x10-nine", PSY_MODEL_GPCM, 9, 3000, 10, 0 },
};

/* Estimates lie about the truth as their errors say: the squares of (estimate - truth) / se have
 * mean 1. */
static void
test_recovery (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree PsyItem *truth = make_bank (shape->n_items, shape->model, shape->n_categories, 41);
  g_auto (Calibrated) c = { 0 };
  double squares = 0, n = 0;

  calibrated_begin (&c, simulate (truth, shape->n_persons, shape->n_items, shape->missing, 42),
                    shape->model);
  assert_status (calibrated_run (&c), PSY_OK);
  assert_sound (&c);
  for (gsize j = 0; j < shape->n_items; j++) {
    double z = (c.items[j].a - truth[j].a) / c.errors[j].a;

    squares += z * z;
    n++;
    for (int k = 0; k < shape->n_categories - 1; k++) {
      z = (c.items[j].d[k] - truth[j].d[k]) / c.errors[j].d[k];
      squares += z * z;
      n++;
    }
  }
  g_assert_cmpfloat (squares / n, >, 0.4);
  g_assert_cmpfloat (squares / n, <, 2);
  assert_near (c.report.log_likelihood, plain_log_likelihood (c.items, &c.answers),
               1e-11 * fabs (c.report.log_likelihood));
  if (shape->model == PSY_MODEL_2PL || shape->model == PSY_MODEL_GRM ||
      shape->model == PSY_MODEL_GPCM)
    assert_maximum (&c, shape->n_persons > 5000 ? 1 : 3);
}

/* Tests of mixed kinds in one calibration. */
static void
test_mixed (void)
{
  static const PsyModel models[] = {
    PSY_MODEL_2PL, PSY_MODEL_GRM, PSY_MODEL_GPCM, PSY_MODEL_2PL, PSY_MODEL_GRM, PSY_MODEL_GPCM,
  };
  static const int n_categories[] = { 2, 4, 3, 2, 5, 4 };
  g_auto (Calibrated) c = { 0 };
  PsyItem truth[6];
  PsyRandom random;

  psy_random_init (&random, 51);
  for (guint j = 0; j < 6; j++)
    truth[j] = make_item (models[j], n_categories[j], &random);
  calibrated_begin (&c, simulate (truth, 2000, 6, 0.1, 52), PSY_MODEL_2PL);
  c.settings.models = models;
  assert_status (calibrated_run (&c), PSY_OK);
  assert_sound (&c);
  assert_maximum (&c, 6);
  for (guint j = 0; j < 6; j++)
    g_assert_cmpint (c.items[j].model, ==, models[j]);
}

/* --- threads ---------------------------------------------------------------------------------- */

typedef struct {
  void (*work) (void *, size_t);
  void *data;
  gsize n, n_threads, index;
} Share;

static gpointer
do_share (gpointer data)
{
  Share *share = data;

  /* Backwards: the order must not matter. */
  for (gsize i = share->n; i-- > 0;) {
    if (i % share->n_threads == share->index)
      share->work (share->data, i);
  }
  return NULL;
}

static void
run_threads (void *user, size_t n, void (*work) (void *, size_t), void *data)
{
  gsize n_threads = *(gsize *) user;
  GThread *threads[8];
  Share shares[8];

  for (gsize i = 0; i < n_threads; i++) {
    shares[i] = (Share) { work, data, n, n_threads, i };
    threads[i] = g_thread_new ("share", do_share, &shares[i]);
  }
  for (gsize i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* The same bits with no threads, one, three and seven. */
static void
test_threads (gconstpointer data)
{
  PsyModel model = (PsyModel) GPOINTER_TO_INT (data);
  g_autofree PsyItem *truth = make_bank (12, model, model == PSY_MODEL_GRM ? 4 : 2, 61);
  g_auto (Calibrated) alone = { 0 };
  gsize n_threads[] = { 1, 3, 7 };

  calibrated_begin (&alone, simulate (truth, 6000, 12, 0.05, 62), model);
  assert_status (calibrated_run (&alone), PSY_OK);
  for (guint t = 0; t < G_N_ELEMENTS (n_threads); t++) {
    PsyRunner runner = { run_threads, &n_threads[t] };
    g_auto (Calibrated) c = { 0 };

    calibrated_begin (&c, psy_responses (g_memdup2 (alone.answers.data, 6000 * 12), 6000, 12),
                      model);
    c.settings.runner = &runner;
    assert_status (calibrated_run (&c), PSY_OK);
    g_assert_cmpmem (&c.report, sizeof c.report, &alone.report, sizeof alone.report);
    for (guint j = 0; j < 12; j++) {
      g_assert_cmpfloat (c.items[j].a, ==, alone.items[j].a);
      g_assert_cmpfloat (c.items[j].d[0], ==, alone.items[j].d[0]);
      g_assert_cmpfloat (c.errors[j].a, ==, alone.errors[j].a);
      g_assert_cmpfloat (c.errors[j].d[0], ==, alone.errors[j].d[0]);
    }
  }
}

/* --- answers nobody would wish for -------------------------------------------------------------
 */

/* A turned item has the negative slope and the mirrored intercept. */
static void
test_negative_slopes (void)
{
  g_autofree PsyItem *truth = make_bank (10, PSY_MODEL_2PL, 2, 71);
  g_auto (Calibrated) plain = { 0 }, turned = { 0 };
  gint8 *data;

  calibrated_begin (&plain, simulate (truth, 2000, 10, 0, 72), PSY_MODEL_2PL);
  data = g_memdup2 (plain.answers.data, 20000);
  for (gsize p = 0; p < 2000; p++) {
    data[p * 10 + 2] = !data[p * 10 + 2];
    data[p * 10 + 7] = !data[p * 10 + 7];
  }
  calibrated_begin (&turned, psy_responses (data, 2000, 10), PSY_MODEL_2PL);
  assert_status (calibrated_run (&plain), PSY_OK);
  assert_status (calibrated_run (&turned), PSY_OK);
  assert_near (turned.report.log_likelihood, plain.report.log_likelihood, 1e-6);
  for (guint j = 0; j < 10; j++) {
    double sign = j == 2 || j == 7 ? -1 : 1;

    assert_near (turned.items[j].a, sign * plain.items[j].a, 1e-5);
    assert_near (turned.items[j].d[0], sign * plain.items[j].d[0], 1e-5);
    assert_near (turned.errors[j].a, plain.errors[j].a, 1e-5);
  }
}

/* An item that is right exactly when the sum of the others is high has no finite slope: an answer
 * must come, and a finite one. */
static void
test_separable (void)
{
  g_autofree PsyItem *truth = make_bank (12, PSY_MODEL_2PL, 2, 81);
  PsyResponses answers = simulate (truth, 1000, 12, 0, 82);
  gint8 *data = (gint8 *) answers.data;
  g_auto (Calibrated) c = { 0 }, prior = { 0 };

  for (gsize p = 0; p < 1000; p++) {
    int sum = 0;

    for (guint j = 1; j < 12; j++)
      sum += data[p * 12 + j];
    data[p * 12] = sum >= 6;
  }
  calibrated_begin (&c, answers, PSY_MODEL_2PL);
  assert_status (calibrated_run (&c), PSY_ERROR_CONVERGENCE);
  g_assert_cmpint (c.report.refusal, ==, PSY_REFUSAL_UNBOUNDED);
  g_assert_cmpuint (c.report.item, ==, 0);
  assert_sound (&c);
  g_assert_cmpfloat (c.items[0].a, >, 2.5);

  /* With a prior on slopes it is an ordinary item. */
  calibrated_begin (&prior, psy_responses (g_memdup2 (data, 12000), 1000, 12), PSY_MODEL_2PL);
  prior.settings.slope_sd = 0.5;
  assert_status (calibrated_run (&prior), PSY_OK);
  assert_sound (&prior);
  g_assert_cmpfloat (prior.items[0].a, <, 20);
  g_assert_cmpfloat (prior.report.log_posterior, <, prior.report.log_likelihood);
}

/* Twins: two columns with the same answers. */
static void
test_twins (void)
{
  g_autofree PsyItem *truth = make_bank (6, PSY_MODEL_2PL, 2, 91);
  g_auto (Calibrated) c = { 0 };

  calibrated_begin (&c, simulate (truth, 800, 6, 0, 92), PSY_MODEL_2PL);
  for (gsize p = 0; p < 800; p++)
    ((gint8 *) c.answers.data)[p * 6 + 1] = c.answers.data[p * 6];
  assert_status (calibrated_run (&c), PSY_ERROR_CONVERGENCE);
  g_assert_cmpint (c.report.refusal, ==, PSY_REFUSAL_UNBOUNDED);
  g_assert_cmpuint (c.report.item, <, 2);
  assert_sound (&c);
}

/* Coins have nothing in common; and one right answer among 500 is very little. */
static void
test_noise (void)
{
  for (guint64 seed = 0; seed < 12; seed++) {
    PsyModel model = seed % 3 == 0 ? PSY_MODEL_2PL : seed % 3 == 1 ? PSY_MODEL_GRM : PSY_MODEL_GPCM;
    int n = model == PSY_MODEL_2PL ? 2 : 4;
    gint8 *data = g_malloc (500 * 8);
    g_auto (Calibrated) c = { 0 };
    PsyRandom random;

    psy_random_init (&random, 100 + seed);
    for (gsize i = 0; i < 500 * 8; i++)
      data[i] = (gint8) (psy_random_uniform (&random) * n);
    if (seed >= 6) {
      /* A sparse item: one or two answers in the ends of its scale. */
      for (gsize p = 0; p < 500; p++)
        data[p * 8 + 4] = (gint8) (n == 2 ? p == 7 : p < 2 ? 0 : p < 4 ? 3 : 1 + p % 2);
    }
    calibrated_begin (&c, psy_responses (data, 500, 8), model);
    calibrated_run (&c);
    g_assert_true (isfinite (c.report.log_likelihood));
    /* No search without end where the likelihood is flat. */
    g_assert_cmpint (c.report.evaluations, <, 2000);
    if (c.report.refusal != PSY_REFUSAL_NONE)
      g_assert_cmpint (c.status, ==, PSY_ERROR_CONVERGENCE);
    if (seed >= 6)
      g_assert_cmpuint (c.report.smallest_category, <=, 2);
    assert_sound (&c);
  }
}

/* Sixteen categories, the most an item may have. */
static void
test_many_categories (void)
{
  g_autofree PsyItem *truth = make_bank (6, PSY_MODEL_GRM, PSY_MAX_CATEGORIES, 111);
  g_auto (Calibrated) c = { 0 };
  double step = 0.45;

  for (guint j = 0; j < 6; j++) {
    for (int k = 0; k < PSY_MAX_CATEGORIES - 1; k++)
      truth[j].d[k] = step * (7 - k);
  }
  calibrated_begin (&c, simulate (truth, 3000, 6, 0.02, 112), PSY_MODEL_GRM);
  assert_status (calibrated_run (&c), PSY_OK);
  assert_sound (&c);
  for (guint j = 0; j < 6; j++)
    assert_near (c.items[j].a, truth[j].a, 5 * c.errors[j].a);
}

/* A thousand items: products of a thousand probabilities still have a sum. */
static void
test_thousand_items (void)
{
  g_autofree PsyItem *truth = make_bank (1000, PSY_MODEL_2PL, 2, 121);
  g_auto (Calibrated) c = { 0 };
  double worst = 0;

  calibrated_begin (&c, simulate (truth, 400, 1000, 0, 122), PSY_MODEL_2PL);
  c.settings.standard_errors = false;
  calibrated_run (&c);
  g_assert_cmpint (c.report.refusal, ==, PSY_REFUSAL_NONE);
  assert_sound (&c);
  assert_near (c.report.log_likelihood, plain_log_likelihood (c.items, &c.answers), 1e-4);
  for (guint j = 0; j < 1000; j++)
    worst = fmax (worst, fabs (c.items[j].d[0] - truth[j].d[0]));
  g_assert_cmpfloat (worst, <, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autofree char *path = g_strdup_printf ("/calibrate/recovery/%s", shapes[i].name);

    g_test_add_data_func (path, &shapes[i], test_recovery);
  }
  g_test_add_func ("/calibrate/mixed", test_mixed);
  g_test_add_data_func ("/calibrate/covariance/rasch", GINT_TO_POINTER (PSY_MODEL_RASCH),
                        test_covariance);
  g_test_add_data_func ("/calibrate/covariance/2pl", GINT_TO_POINTER (PSY_MODEL_2PL),
                        test_covariance);
  g_test_add_data_func ("/calibrate/covariance/3pl", GINT_TO_POINTER (PSY_MODEL_3PL),
                        test_covariance);
  g_test_add_data_func ("/calibrate/covariance/grm", GINT_TO_POINTER (PSY_MODEL_GRM),
                        test_covariance);
  g_test_add_data_func ("/calibrate/covariance/gpcm", GINT_TO_POINTER (PSY_MODEL_GPCM),
                        test_covariance);
  g_test_add_data_func ("/calibrate/threads/2pl", GINT_TO_POINTER (PSY_MODEL_2PL), test_threads);
  g_test_add_data_func ("/calibrate/threads/grm", GINT_TO_POINTER (PSY_MODEL_GRM), test_threads);
  g_test_add_data_func ("/calibrate/threads/rasch", GINT_TO_POINTER (PSY_MODEL_RASCH),
                        test_threads);
  g_test_add_func ("/calibrate/negative-slopes", test_negative_slopes);
  g_test_add_func ("/calibrate/separable", test_separable);
  g_test_add_func ("/calibrate/twins", test_twins);
  g_test_add_func ("/calibrate/noise", test_noise);
  g_test_add_func ("/calibrate/many-categories", test_many_categories);
  g_test_add_func ("/calibrate/thousand-items", test_thousand_items);
  return g_test_run ();
}
