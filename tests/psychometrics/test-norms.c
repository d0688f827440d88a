/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentile ranks and their errors against closed forms of R; weights; what may be shown. */

#include "psy-data.h"
#include "psy-norms.h"

/* The sum scores of a thousand simulated persons. */
typedef struct {
  double sample[1000], values[1000], counts[1000];
  PsyNorms norms;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  PsyResponses responses = answers_read ("sim_grm_medium.csv", 0);

  for (gsize i = 0; i < 1000; i++) {
    f->sample[i] = 0;
    for (gsize j = 0; j < responses.n_items; j++)
      f->sample[i] += responses.data[i * responses.n_items + j];
  }
  g_free ((void *) responses.data);
  assert_status (psy_norms_from_sample (f->sample, NULL, 1000, f->values, f->counts, &f->norms),
                 PSY_OK);
}

/* Without measurement error the band is Jeffreys' interval. */
static void
test_ranks (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) table = table_read ("percentile_ranks_sim_grm_medium.csv");

  g_assert_cmpuint (table->rows->len, ==, f->norms.n);
  for (guint i = 0; i < table->rows->len; i++) {
    double raw = table_value (table, i, "raw");
    PsyBand band;

    assert_near (f->norms.values[i], raw, 0);
    assert_near (f->norms.counts[i], table_value (table, i, "freq"), 0);
    assert_status (psy_norms_band (&f->norms, (PsyEstimate) { raw, 0 }, 0.95, &band), PSY_OK);
    /* Ranks are exact to the last digit of the file. */
    assert_near (band.rank, table_value (table, i, "pr_mid"), 1e-13);
    assert_near (band.band.low, table_value (table, i, "jeff_lo"), 1e-8);
    assert_near (band.band.high, table_value (table, i, "jeff_hi"), 1e-8);
  }
}

/* With endless norms it is the ranks of the score's limits; with both errors it is wider than
 * either. */
static void
test_band (void)
{
  g_autofree double *values = g_new (double, 4001), *counts = g_new (double, 4001);
  PsyNorms endless = { values, counts, 4001, 1e9 };
  PsyBand sampling, measurement, both;
  double z = 1.95996398454005;

  /* A standard normal population of any size. */
  for (int i = 0; i <= 4000; i++) {
    values[i] = -6 + 0.003 * i;
    counts[i] = exp (-values[i] * values[i] / 2);
  }
  assert_status (psy_norms_band (&endless, (PsyEstimate) { 0.5, 0.4 }, 0.95, &measurement), PSY_OK);
  assert_near (measurement.rank, 69.1462461274013, 1e-4);
  assert_near (measurement.band.low, 50 * erfc (-(0.5 - z * 0.4) / M_SQRT2), 0.15);
  assert_near (measurement.band.high, 50 * erfc (-(0.5 + z * 0.4) / M_SQRT2), 0.15);
  assert_near (measurement.above_50, 0.5 * erfc (-0.5 / 0.4 / M_SQRT2), 1e-3);
  assert_near (measurement.above_75, 0.5 * erfc ((0.674489750196082 - 0.5) / 0.4 / M_SQRT2), 1e-3);
  endless.effective_n = 200;
  assert_status (psy_norms_band (&endless, (PsyEstimate) { 0.5, 0.4 }, 0.95, &both), PSY_OK);
  g_assert_cmpfloat (both.band.low, <, measurement.band.low);
  g_assert_cmpfloat (both.band.high, >, measurement.band.high);
  endless.effective_n = 50;
  assert_status (psy_norms_band (&endless, (PsyEstimate) { 0.5, 0.4 }, 0.95, &sampling), PSY_OK);
  g_assert_cmpfloat (sampling.band.high - sampling.band.low, >, both.band.high - both.band.low);
  assert_status (psy_norms_band (&endless, (PsyEstimate) { 0.5, NAN }, 0.95, &both),
                 PSY_ERROR_ARGUMENT);
}

/* The band does what it says: of persons drawn from a population, with a norm sample and a score
 * drawn each time, its 90 % hold the true rank about 90 % of the time, whoever they are. */
static void
test_band_coverage (void)
{
  GRand *rand = g_rand_new_with_seed (3);
  const int n = 80, rounds = 400;
  int inside = 0;

  for (int round = 0; round < rounds; round++) {
    double sample[80], values[80], counts[80], draw[83];
    PsyNorms norms;
    PsyBand band;
    double rank;

    for (int i = 0; i < n + 2; i++)
      draw[i] = sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
    memcpy (sample, draw, sizeof sample);
    psy_norms_from_sample (sample, NULL, (gsize) n, values, counts, &norms);
    rank = 50 * erfc (-draw[n] / M_SQRT2);
    assert_status (
      psy_norms_band (&norms, (PsyEstimate) { draw[n] + 0.4 * draw[n + 1], 0.4 }, 0.9, &band),
      PSY_OK);
    inside += rank >= band.band.low && rank <= band.band.high;
  }
  g_rand_free (rand);
  assert_near (inside / (double) rounds, 0.9, 0.04);
}

static void
test_weights (void)
{
  double sample[] = { 3, 1, 2, 1, 3 }, weights[] = { 2, 1, 1, 3, 1 }, values[10], counts[10];
  PsyNorms norms;
  PsyEstimate mean, sd;
  PsyBand band, four;

  assert_status (psy_norms_from_sample (sample, weights, 5, values, counts, &norms), PSY_OK);
  g_assert_cmpuint (norms.n, ==, 3);
  assert_near (counts[0], 4, 0);
  assert_near (counts[1], 1, 0);
  assert_near (counts[2], 3, 0);
  assert_near (psy_norms_n (&norms), 64 / 16.0, 1e-15);
  psy_norms_band (&norms, (PsyEstimate) { 2, 0 }, 0.95, &band);
  assert_near (band.rank, 100 * 4.5 / 8, 1e-13);
  /* The interval is that of four persons, not of eight. */
  psy_norms_band (&(PsyNorms) { values, (double[]) { 2, 0.5, 1.5 }, 3, 0 }, (PsyEstimate) { 2, 0 },
                  0.95, &four);
  assert_near (band.band.low, four.band.low, 1e-10);
  assert_near (band.band.high, four.band.high, 1e-10);
  assert_status (psy_norms_mean_sd (&norms, &mean, &sd), PSY_OK);
  assert_near (mean.value, 15 / 8.0, 1e-15);
  assert_near (sd.value, sqrt ((55 / 64.0) * 4 / 3), 1e-12);
  weights[0] = 0;
  assert_status (psy_norms_from_sample (sample, weights, 5, values, counts, &norms),
                 PSY_ERROR_ARGUMENT);
}

static void
test_policy (void)
{
  const PsyNormPolicy policy = PSY_NORM_POLICY, strict = { 0.9, 1000, 0.8, 300 };

  g_assert_cmpint (psy_norms_policy (&policy, 200, 0.80), ==, PSY_NORMS_PERCENTILE);
  g_assert_cmpint (psy_norms_policy (&policy, 199.9, 0.95), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (&policy, 1000, 0.79), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (&policy, 50, 0.60), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (&policy, 49, 1), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (&policy, 1000, 0.59), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (&policy, 1000, NAN), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (&policy, NAN, 1), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (&strict, 1000, 0.9), ==, PSY_NORMS_PERCENTILE);
  g_assert_cmpint (psy_norms_policy (&strict, 999, 0.9), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (&strict, 299, 0.9), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (&strict, 1000, 0.79), ==, PSY_NORMS_REFUSE);
}

static void
test_bad_input (void)
{
  double values[] = { 1, 1 }, counts[] = { 1, 2 };
  PsyNorms norms = { values, counts, 2, 0 };
  PsyBand band;

  assert_status (psy_norms_check (&norms), PSY_ERROR_ARGUMENT);
  values[1] = 2;
  assert_status (psy_norms_check (&norms), PSY_OK);
  assert_status (psy_norms_band (&norms, (PsyEstimate) { NAN, 0 }, 0.95, &band),
                 PSY_ERROR_ARGUMENT);
  assert_status (psy_norms_band (&norms, (PsyEstimate) { 1, 0 }, 1, &band), PSY_ERROR_ARGUMENT);
  counts[0] = counts[1] = 0;
  assert_status (psy_norms_check (&norms), PSY_ERROR_NO_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/psychometrics/norms/ranks", Fixture, NULL, set_up, test_ranks, NULL);
  g_test_add_func ("/psychometrics/norms/band", test_band);
  g_test_add_func ("/psychometrics/norms/band-coverage", test_band_coverage);
  g_test_add_func ("/psychometrics/norms/weights", test_weights);
  g_test_add_func ("/psychometrics/norms/policy", test_policy);
  g_test_add_func ("/psychometrics/norms/bad-input", test_bad_input);
  return g_test_run ();
}
