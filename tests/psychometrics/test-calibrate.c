/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calibration against certified maxima, and what it refuses. */

#include "psy-calibrated.h"

typedef struct {
  const char *name, *answers, *results;
  int base;
  PsyModel model;
  double log_likelihood;
  guint n_parameters;
} Certified;

/* Maxima found by Newton steps on an independent plain likelihood. */
static const Certified certified[] = {
  { "lsat6-1pl", "lsat6.csv", "irt_lsat6_1pl.csv", 0, PSY_MODEL_RASCH, -2466.93759968043, 6 },
  { "lsat6-2pl", "lsat6.csv", "irt_lsat6_2pl.csv", 0, PSY_MODEL_2PL, -2466.65337751347, 10 },
  { "lsat7-1pl", "lsat7.csv", "irt_lsat7_1pl.csv", 0, PSY_MODEL_RASCH, -2664.90089091593, 6 },
  { "lsat7-2pl", "lsat7.csv", "irt_lsat7_2pl.csv", 0, PSY_MODEL_2PL, -2658.80511363233, 10 },
  { "science4-grm", "science4.csv", "irt_science4_grm.csv", 1, PSY_MODEL_GRM, -1608.86941312355,
    16 },
  { "science4-gpcm", "science4.csv", "irt_science4_gpcm.csv", 1, PSY_MODEL_GPCM, -1612.68159955392,
    16 },
  /* The log-likelihood alone is certified here. */
  { "science7-grm", "science7.csv", NULL, 1, PSY_MODEL_GRM, -2996.856258, 28 },
  { "2pl-small", "sim_2pl_small.csv", "irt_sim2pl_small.csv", 0, PSY_MODEL_2PL, -1348.48522361776,
    20 },
  { "2pl-medium", "sim_2pl_medium.csv", "irt_sim2pl_medium.csv", 0, PSY_MODEL_2PL,
    -10074.3518968484, 40 },
  { "rasch", "sim_rasch.csv", "irt_simrasch_1pl.csv", 0, PSY_MODEL_RASCH, -11129.9530638595, 21 },
  { "grm-small", "sim_grm_small.csv", "irt_simgrm_small.csv", 0, PSY_MODEL_GRM, -3678.45802879917,
    50 },
  { "grm-medium", "sim_grm_medium.csv", "irt_simgrm_medium.csv", 0, PSY_MODEL_GRM,
    -28680.5908081822, 100 },
  { "grm-missing", "sim_grm_medium_mar.csv", "irt_simgrm_medium_mar.csv", 0, PSY_MODEL_GRM,
    -24420.2426970292, 100 },
  { "gpcm", "sim_gpcm.csv", "irt_simgpcm.csv", 0, PSY_MODEL_GPCM, -32245.6881860407, 60 },
};

static void
test_certified (gconstpointer data)
{
  const Certified *expected = data;
  g_auto (Calibrated) c = { 0 };
  g_autoptr (Table) table = NULL;
  guint item = 0, n_figures = 0;

  calibrated_begin (&c, answers_read (expected->answers, expected->base), expected->model);
  assert_status (calibrated_run (&c), PSY_OK);
  assert_near (c.report.log_likelihood, expected->log_likelihood,
               1e-9 * fabs (expected->log_likelihood));
  assert_near (c.report.log_likelihood, plain_log_likelihood (c.items, &c.answers),
               1e-10 * fabs (expected->log_likelihood));
  g_assert_cmpfloat (c.report.log_posterior, ==, c.report.log_likelihood);
  g_assert_true (c.report.converged);
  g_assert_cmpuint (c.report.n_parameters, ==, expected->n_parameters);
  g_assert_cmpuint (c.report.n_persons, ==, c.answers.n_persons);
  g_assert_cmpfloat (c.report.largest_gradient, <, 1e-4);
  g_assert_cmpint (c.report.refusal, ==, PSY_REFUSAL_NONE);
  if (expected->results == NULL)
    return;

  table = table_read (expected->results);
  for (guint row = 0; row < table->rows->len; row++) {
    const char *name = table_text (table, row, 1);
    double est = table_number (table, row, 2), se = table_number (table, row, 3);
    guint k = name[1] != '\0' ? (guint) (name[1] - '1') : 0;

    if (row > 0 && strcmp (table_text (table, row, 0), table_text (table, row - 1, 0)) != 0)
      item++;
    switch (name[0]) {
    case 'a':
      assert_near (c.items[item].a, est, 1e-5);
      assert_near (c.errors[item].a, se, 1e-4);
      break;
    case 'd':
      assert_near (c.items[item].d[k], est, 1e-5);
      assert_near (c.errors[item].d[k], se, 1e-4);
      break;
    case 'b': {
      double b[PSY_MAX_CATEGORIES - 1];

      assert_status (psy_item_get_difficulties (&c.items[item], b), PSY_OK);
      assert_near (b[k], est, 1e-5 * fmax (1, fabs (est)));
      assert_near (c.errors[item].b[k], se, 1e-4);
      break;
    }
    default:
      g_error ("unknown parameter %s", name);
    }
    n_figures++;
  }
  g_assert_cmpuint (item + 1, ==, c.answers.n_items);
  g_assert_cmpuint (n_figures, >=, expected->n_parameters);
}

/* Patterns with frequencies are the same data as persons. */
static void
test_weights (void)
{
  g_auto (Calibrated) persons = { 0 }, patterns = { 0 };
  PsyResponses answers = answers_read ("lsat7.csv", 0);
  double weights[32] = { 0 };
  gint8 *rows = g_new (gint8, 32 * 5);

  calibrated_begin (&persons, answers, PSY_MODEL_2PL);
  for (gsize p = 0; p < answers.n_persons; p++) {
    guint pattern = 0;

    for (guint j = 0; j < 5; j++)
      pattern |= (guint) answers.data[p * 5 + j] << j;
    weights[pattern]++;
  }
  for (guint i = 0; i < 32 * 5; i++)
    rows[i] = (gint8) (i / 5 >> i % 5 & 1);
  calibrated_begin (&patterns, psy_responses (rows, 32, 5), PSY_MODEL_2PL);
  patterns.settings.weights = weights;
  assert_status (calibrated_run (&persons), PSY_OK);
  assert_status (calibrated_run (&patterns), PSY_OK);
  g_assert_cmpuint (patterns.report.n_persons, ==, 1000);
  g_assert_cmpuint (persons.report.n_patterns, ==, 32);
  assert_near (patterns.report.log_likelihood, persons.report.log_likelihood, 1e-9);
  for (guint j = 0; j < 5; j++) {
    assert_near (patterns.items[j].a, persons.items[j].a, 1e-8);
    assert_near (patterns.items[j].d[0], persons.items[j].d[0], 1e-8);
    assert_near (patterns.errors[j].a, persons.errors[j].a, 1e-8);
  }
}

/* The three-parameter model: the prior is in the posterior and not in the likelihood, and no small
 * step leads higher. */
static void
test_prior (void)
{
  g_autofree PsyItem *truth = g_new (PsyItem, 20);
  g_auto (Calibrated) c = { 0 };
  double prior = 0, top, h = 1e-4;
  PsyRandom random;

  psy_random_init (&random, 21);
  for (guint j = 0; j < 20; j++)
    truth[j] =
      psy_item_3pl (1.3 * exp (0.25 * plain_normal (&random)), plain_normal (&random), 0.2);
  calibrated_begin (&c, simulate (truth, 3000, 20, 0.05, 22), PSY_MODEL_3PL);
  assert_status (calibrated_run (&c), PSY_OK);
  for (guint j = 0; j < 20; j++) {
    double z = (log (c.items[j].g / (1 - c.items[j].g)) + 1.5) / 0.5;

    prior -= z * z / 2;
    g_assert_cmpfloat (c.errors[j].g, >, 0);
    assert_near (c.errors[j].g, c.errors[j].logit_g * c.items[j].g * (1 - c.items[j].g), 1e-12);
  }
  assert_near (c.report.log_likelihood, plain_log_likelihood (c.items, &c.answers), 1e-6);
  assert_near (c.report.log_posterior - c.report.log_likelihood, prior, 1e-8);

  /* Central differences of the plain posterior for three items. */
  top = c.report.log_posterior;
  for (guint j = 0; j < 3; j++) {
    for (guint which = 0; which < 3; which++) {
      double value[2];
      PsyItem kept = c.items[j];

      for (int side = 0; side < 2; side++) {
        double step = side == 0 ? -h : h, logit = log (kept.g / (1 - kept.g));
        double z_before = (logit + 1.5) / 0.5, z;

        c.items[j] = kept;
        c.items[j].a += which == 0 ? step : 0;
        c.items[j].d[0] += which == 1 ? step : 0;
        logit += which == 2 ? step : 0;
        c.items[j].g = 1 / (1 + exp (-logit));
        z = (logit + 1.5) / 0.5;
        value[side] =
          plain_log_likelihood (c.items, &c.answers) + prior + (z_before * z_before - z * z) / 2;
        g_assert_cmpfloat (value[side], <, top);
      }
      assert_near ((value[1] - value[0]) / (2 * h), 0, 2e-3);
      c.items[j] = kept;
    }
  }
}

/* --- refusals -------------------------------------------------------------------------------- */

static PsyResponses
coin_answers (gsize n_persons, gsize n_items, int n_categories)
{
  gint8 *data = g_malloc (n_persons * n_items + 1);
  PsyRandom random;

  psy_random_init (&random, 31);
  for (gsize i = 0; i < n_persons * n_items; i++)
    data[i] = (gint8) (psy_random_uniform (&random) * n_categories);
  return psy_responses (data, n_persons, n_items);
}

static void
assert_refused (Calibrated *c, PsyStatus status, PsyRefusal refusal, gsize item, int category)
{
  assert_status (calibrated_run (c), status);
  g_assert_cmpstr (psy_refusal_string (c->report.refusal), ==, psy_refusal_string (refusal));
  g_assert_cmpuint (c->report.item, ==, item);
  g_assert_cmpint (c->report.category, ==, category);
  g_assert_false (c->report.converged);
  g_assert_true (isnan (c->report.log_likelihood));
  for (gsize j = 0; j < c->answers.n_items; j++) {
    g_assert_true (isnan (c->items[j].a));
    g_assert_true (isnan (c->errors[j].a) && isnan (c->errors[j].d[0]) &&
                   isnan (c->errors[j].b[0]));
  }
}

static void
test_too_few_persons (void)
{
  static const struct {
    PsyModel model;
    gsize floor;
    int n_categories;
  } floors[] = {
    { PSY_MODEL_RASCH, 50, 2 }, { PSY_MODEL_2PL, 200, 2 },  { PSY_MODEL_3PL, 500, 2 },
    { PSY_MODEL_GRM, 200, 3 },  { PSY_MODEL_GPCM, 200, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (floors); i++) {
    g_auto (Calibrated) c = { 0 }, enough = { 0 };
    int n = floors[i].n_categories;

    calibrated_begin (&c, coin_answers (floors[i].floor - 1, 6, n), floors[i].model);
    assert_refused (&c, PSY_ERROR_TOO_FEW, PSY_REFUSAL_PERSONS, 0, 0);
    calibrated_begin (&enough, coin_answers (floors[i].floor, 6, n), floors[i].model);
    /* Coins have no common trait; what matters is that the try is made. */
    calibrated_run (&enough);
    g_assert_true (isfinite (enough.report.log_likelihood));
  }
}

/* Somebody who answered nothing is not a person. */
static void
test_empty_rows (void)
{
  g_auto (Calibrated) c = { 0 };

  calibrated_begin (&c, coin_answers (300, 5, 2), PSY_MODEL_2PL);
  memset ((gpointer) c.answers.data, -1, 101 * 5);
  assert_refused (&c, PSY_ERROR_TOO_FEW, PSY_REFUSAL_PERSONS, 0, 0);
  g_assert_cmpuint (c.report.n_persons, ==, 199);
}

static void
test_too_few_answers (void)
{
  g_auto (Calibrated) c = { 0 };
  gint8 *data;

  calibrated_begin (&c, coin_answers (300, 5, 2), PSY_MODEL_2PL);
  data = (gint8 *) c.answers.data;
  for (guint p = 99; p < 300; p++)
    data[p * 5 + 3] = PSY_MISSING;
  assert_refused (&c, PSY_ERROR_TOO_FEW, PSY_REFUSAL_ANSWERS, 3, 0);
  for (guint p = 0; p < 99; p++)
    data[p * 5 + 3] = PSY_MISSING;
  assert_refused (&c, PSY_ERROR_TOO_FEW, PSY_REFUSAL_ANSWERS, 3, 0);
}

static void
test_all_same (void)
{
  for (gint8 answer = 0; answer < 2; answer++) {
    g_auto (Calibrated) c = { 0 };
    gint8 *data;

    calibrated_begin (&c, coin_answers (300, 5, 2), PSY_MODEL_2PL);
    data = (gint8 *) c.answers.data;
    for (guint p = 0; p < 300; p++)
      data[p * 5 + 2] = p % 3 == 0 ? PSY_MISSING : answer;
    assert_refused (&c, PSY_ERROR_NO_VARIANCE, PSY_REFUSAL_ALL_SAME, 2, answer);
  }
}

static void
test_empty_category (void)
{
  g_auto (Calibrated) c = { 0 };
  const uint8_t n_categories[] = { 4, 4, 5, 4 };
  gint8 *data;

  calibrated_begin (&c, coin_answers (300, 4, 4), PSY_MODEL_GRM);
  c.settings.n_categories = n_categories;
  assert_refused (&c, PSY_ERROR_EMPTY_CATEGORY, PSY_REFUSAL_EMPTY_CATEGORY, 2, 4);
  c.settings.n_categories = NULL;
  data = (gint8 *) c.answers.data;
  for (guint p = 0; p < 300; p++)
    data[p * 4 + 1] = data[p * 4 + 1] == 1 ? 2 : data[p * 4 + 1];
  assert_refused (&c, PSY_ERROR_EMPTY_CATEGORY, PSY_REFUSAL_EMPTY_CATEGORY, 1, 1);
}

static void
test_wrong_shape (void)
{
  g_auto (Calibrated) graded = { 0 }, nominal = { 0 }, few = { 0 }, none = { 0 }, one = { 0 };

  calibrated_begin (&graded, coin_answers (300, 4, 3), PSY_MODEL_2PL);
  assert_refused (&graded, PSY_ERROR_ARGUMENT, PSY_REFUSAL_CATEGORIES, 0, 2);
  calibrated_begin (&nominal, coin_answers (300, 4, 3), PSY_MODEL_NOMINAL);
  assert_refused (&nominal, PSY_ERROR_ARGUMENT, PSY_REFUSAL_MODEL, 0, 0);
  calibrated_begin (&few, coin_answers (300, 2, 2), PSY_MODEL_2PL);
  assert_refused (&few, PSY_ERROR_TOO_FEW, PSY_REFUSAL_ITEMS, 0, 0);
  calibrated_begin (&one, coin_answers (300, 1, 2), PSY_MODEL_RASCH);
  assert_refused (&one, PSY_ERROR_TOO_FEW, PSY_REFUSAL_ITEMS, 0, 0);
  calibrated_begin (&none, coin_answers (0, 4, 2), PSY_MODEL_2PL);
  assert_refused (&none, PSY_ERROR_NO_DATA, PSY_REFUSAL_PERSONS, 0, 0);
}

/* One step is not enough, and it is said; what there is, is finite. */
static void
test_not_converged (void)
{
  g_auto (Calibrated) c = { 0 };

  calibrated_begin (&c, answers_read ("sim_2pl_medium.csv", 0), PSY_MODEL_2PL);
  c.settings.max_iterations = 1;
  assert_status (calibrated_run (&c), PSY_ERROR_CONVERGENCE);
  g_assert_false (c.report.converged);
  g_assert_cmpint (c.report.iterations, ==, 1);
  g_assert_cmpfloat (c.report.last_step, >, c.settings.tolerance);
  g_assert_true (isfinite (c.report.log_likelihood));
  for (guint j = 0; j < 20; j++) {
    g_assert_true (isfinite (c.items[j].a) && isfinite (c.items[j].d[0]));
    g_assert_true (isnan (c.errors[j].a));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (certified); i++) {
    g_autofree char *path = g_strdup_printf ("/calibrate/certified/%s", certified[i].name);

    g_test_add_data_func (path, &certified[i], test_certified);
  }
  g_test_add_func ("/calibrate/weights", test_weights);
  g_test_add_func ("/calibrate/prior", test_prior);
  g_test_add_func ("/calibrate/refuse/persons", test_too_few_persons);
  g_test_add_func ("/calibrate/refuse/empty-rows", test_empty_rows);
  g_test_add_func ("/calibrate/refuse/answers", test_too_few_answers);
  g_test_add_func ("/calibrate/refuse/all-same", test_all_same);
  g_test_add_func ("/calibrate/refuse/empty-category", test_empty_category);
  g_test_add_func ("/calibrate/refuse/shape", test_wrong_shape);
  g_test_add_func ("/calibrate/not-converged", test_not_converged);
  return g_test_run ();
}
