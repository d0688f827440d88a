/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentile ranks and their errors against closed forms of R; weights; smoothing. */

#include "psy-data.h"
#include "psy-norms-rake.h"
#include "psy-norms-smooth.h"

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

static void
test_ranks (Fixture *f, gconstpointer data)
{
  static const struct {
    PsyRankInterval kind;
    const char *low, *high;
  } intervals[] = {
    { PSY_RANK_INTERVAL_EXACT, "cp_lo", "cp_hi" },
    { PSY_RANK_INTERVAL_JEFFREYS, "jeff_lo", "jeff_hi" },
    { PSY_RANK_INTERVAL_WILSON, "wilson_lo", "wilson_hi" },
  };
  g_autoptr (Table) table = table_read ("percentile_ranks_sim_grm_medium.csv");

  g_assert_cmpuint (table->rows->len, ==, f->norms.n);
  for (guint i = 0; i < table->rows->len; i++) {
    double raw = table_value (table, i, "raw"), mid = table_value (table, i, "pr_mid");
    PsyPercentile p;

    assert_near (f->norms.values[i], raw, 0);
    assert_near (f->norms.counts[i], table_value (table, i, "freq"), 0);
    for (guint k = 0; k < G_N_ELEMENTS (intervals); k++) {
      assert_status (
        psy_norms_percentile (&f->norms, raw, PSY_RANK_MID, intervals[k].kind, 0.95, &p), PSY_OK);
      /* Ranks are exact to the last digit of the file. */
      assert_near (p.rank, mid, 1e-13);
      assert_near (p.below, table_value (table, i, "below"), 0);
      assert_near (p.interval.low, table_value (table, i, intervals[k].low), 1e-9);
      assert_near (p.interval.high, table_value (table, i, intervals[k].high), 1e-9);
    }
    psy_norms_percentile (&f->norms, raw, PSY_RANK_AT_OR_BELOW, PSY_RANK_INTERVAL_WILSON, 0.95, &p);
    assert_near (p.rank, table_value (table, i, "pr_atbelow"), 1e-13);
    psy_norms_percentile (&f->norms, raw, PSY_RANK_BELOW, PSY_RANK_INTERVAL_WILSON, 0.95, &p);
    assert_near (p.rank, table_value (table, i, "pr_below"), 1e-13);
    assert_near (psy_z_from_rank (mid), table_value (table, i, "z"), 1e-10);
    assert_near (psy_t_from_rank (mid), table_value (table, i, "T"), 1e-9);
    g_assert_cmpint (psy_stanine_from_rank (mid), ==, (int) table_value (table, i, "stanine"));
  }
}

static void
test_ties (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) table = table_read ("percentile_ci_tie_mixture.csv");

  for (guint i = 0; i < table->rows->len; i++) {
    PsyPercentile p;

    assert_status (psy_norms_percentile (&f->norms, table_value (table, i, "raw"), PSY_RANK_MID,
                                         PSY_RANK_INTERVAL_TIES, 0.95, &p),
                   PSY_OK);
    assert_near (p.interval.low, table_value (table, i, "lo"), 1e-8);
    assert_near (p.interval.high, table_value (table, i, "hi"), 1e-8);
  }
}

static void
test_quantiles (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) table = table_read ("quantile_ci_orderstat.csv");

  for (guint i = 0; i < table->rows->len; i++) {
    double value, coverage;
    PsyInterval interval;

    assert_status (psy_norms_quantile (&f->norms, table_value (table, i, "p"), 0.95, &value,
                                       &interval, &coverage),
                   PSY_OK);
    assert_near (value, table_value (table, i, "q7"), 1e-12);
    assert_near (interval.low, table_value (table, i, "lo"), 0);
    assert_near (interval.high, table_value (table, i, "hi"), 0);
    assert_near (coverage, table_value (table, i, "cover"), 1e-11);
  }
}

/* A crowd at one value: the interval spans it, and a thousand places stand for all. */
static void
test_many_ties (void)
{
  const double values[] = { 0, 1, 2 }, few[] = { 900, 1000, 100 }, many[] = { 9e5, 1e6, 1e5 };
  PsyNorms norms = { values, few, 3, 0 };
  PsyPercentile small, large;

  assert_status (
    psy_norms_percentile (&norms, 1, PSY_RANK_MID, PSY_RANK_INTERVAL_TIES, 0.95, &small), PSY_OK);
  norms.counts = many;
  assert_status (
    psy_norms_percentile (&norms, 1, PSY_RANK_MID, PSY_RANK_INTERVAL_TIES, 0.95, &large), PSY_OK);
  /* Without sampling error: from 45 % on, 2.5 % of the crowd of 50 % on each side. */
  assert_near (large.interval.low, 45 + 0.025 * 50, 0.05);
  assert_near (large.interval.high, 95 - 0.025 * 50, 0.05);
  g_assert_cmpfloat (small.interval.low, <, large.interval.low);
  g_assert_cmpfloat (small.interval.high, >, large.interval.high);
  assert_near (small.interval.low, large.interval.low, 2);
}

/* Without measurement error the band is Jeffreys' interval; with endless norms it is the ranks of
 * the score's limits; with both it is wider than either. */
static void
test_band (Fixture *f, gconstpointer data)
{
  g_autofree double *values = g_new (double, 4001), *counts = g_new (double, 4001);
  PsyNorms endless = { values, counts, 4001, 1e9 };
  PsyPercentile p;
  PsyBand sampling, measurement, both;
  double z = 1.95996398454005;

  assert_status (psy_norms_band (&f->norms, (PsyEstimate) { 41, 0 }, 0.95, &sampling), PSY_OK);
  psy_norms_percentile (&f->norms, 41, PSY_RANK_MID, PSY_RANK_INTERVAL_JEFFREYS, 0.95, &p);
  assert_near (sampling.rank, p.rank, 1e-12);
  assert_near (sampling.band.low, p.interval.low, 1e-8);
  assert_near (sampling.band.high, p.interval.high, 1e-8);

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
  double other[] = { 2, 4 }, more[10], more_counts[10];
  PsyNorms norms, second, both;
  PsyEstimate mean, sd;
  PsyPercentile p;

  assert_status (psy_norms_from_sample (sample, weights, 5, values, counts, &norms), PSY_OK);
  g_assert_cmpuint (norms.n, ==, 3);
  assert_near (counts[0], 4, 0);
  assert_near (counts[1], 1, 0);
  assert_near (counts[2], 3, 0);
  assert_near (psy_norms_n (&norms), 64 / 16.0, 1e-15);
  psy_norms_percentile (&norms, 2, PSY_RANK_MID, PSY_RANK_INTERVAL_WILSON, 0.95, &p);
  assert_near (p.rank, 100 * 4.5 / 8, 1e-13);
  /* The interval is that of four persons, not of eight. */
  assert_near (p.interval.low, 100 * psy_wilson_interval (2.25, 4, 0.95).low, 1e-10);
  assert_status (psy_norms_mean_sd (&norms, &mean, &sd), PSY_OK);
  assert_near (mean.value, 15 / 8.0, 1e-15);
  assert_near (sd.value, sqrt ((55 / 64.0) * 4 / 3), 1e-12);
  assert_status (psy_norms_from_sample (other, NULL, 2, more, more_counts, &second), PSY_OK);
  assert_status (psy_norms_merge (&norms, &second, values + 4, counts + 4, &both), PSY_OK);
  g_assert_cmpuint (both.n, ==, 4);
  assert_near (both.values[1], 2, 0);
  assert_near (both.counts[1], 2, 0);
  assert_near (both.values[3], 4, 0);
  /* Squares of weights add up: 16 + 2. */
  assert_near (psy_norms_n (&both), 100 / 18.0, 1e-12);
  weights[0] = 0;
  assert_status (psy_norms_from_sample (sample, weights, 5, values, counts, &norms),
                 PSY_ERROR_ARGUMENT);
}

static void
test_published_table (Fixture *f, gconstpointer data)
{
  double ranks[1000], counts[1000];
  PsyNorms again;

  for (int kind = PSY_RANK_MID; kind <= PSY_RANK_BELOW; kind++) {
    for (gsize i = 0; i < f->norms.n; i++) {
      PsyPercentile p;

      psy_norms_percentile (&f->norms, f->norms.values[i], (PsyRank) kind, PSY_RANK_INTERVAL_WILSON,
                            0.95, &p);
      ranks[i] = p.rank;
    }
    assert_status (psy_norms_from_ranks (f->norms.values, ranks, f->norms.n, (PsyRank) kind, 1000,
                                         counts, &again),
                   PSY_OK);
    for (gsize i = 0; i < f->norms.n; i++) {
      PsyPercentile p;

      if (kind != PSY_RANK_MID)
        assert_near (counts[i], f->norms.counts[i], 1e-9);
      psy_norms_percentile (&again, f->norms.values[i], (PsyRank) kind, PSY_RANK_INTERVAL_WILSON,
                            0.95, &p);
      assert_near (p.rank, ranks[i], kind == PSY_RANK_MID ? 0.6 : 1e-10);
    }
  }
  ranks[3] = 0;
  assert_status (
    psy_norms_from_ranks (f->norms.values, ranks, f->norms.n, PSY_RANK_BELOW, 1000, counts, &again),
    PSY_ERROR_ARGUMENT);
}

static void
test_scales (void)
{
  static const double cuts[] = { 4, 11, 23, 40, 60, 77, 89, 96 };

  for (int i = 0; i < 8; i++) {
    g_assert_cmpint (psy_stanine_from_rank (cuts[i] - 1e-9), ==, i + 1);
    g_assert_cmpint (psy_stanine_from_rank (cuts[i]), ==, i + 2);
  }
  assert_near (psy_t_from_rank (50), 50, 1e-12);
  assert_near (psy_t_from_rank (84.1344746068543), 60, 1e-9);
  g_assert_true (isnan (psy_t_from_rank (0)) && isnan (psy_z_from_rank (100)));
}

static void
test_policy (void)
{
  g_assert_cmpint (psy_norms_policy (200, 0.80), ==, PSY_NORMS_PERCENTILE);
  g_assert_cmpint (psy_norms_policy (199.9, 0.95), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (1000, 0.79), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (50, 0.60), ==, PSY_NORMS_WORDS);
  g_assert_cmpint (psy_norms_policy (49, 1), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (1000, 0.59), ==, PSY_NORMS_REFUSE);
  g_assert_cmpint (psy_norms_policy (NAN, NAN), ==, PSY_NORMS_REFUSE);
}

/* Deming & Stephan's method leaves odds ratios alone and meets both margins; for a 2 x 2 table the
 * answer is known. */
static void
test_raking (void)
{
  /* 40 20 / 10 30 persons to margins .5 .5 and .4 .6. */
  guint8 rows[100], columns[100];
  static const int cells[2][2] = { { 40, 20 }, { 10, 30 } };
  static const double half[] = { 5, 5 }, other[] = { 0.4, 0.6 }, three[] = { 0.3, 0.3, 0.4 };
  PsyMargin margins[] = { { rows, half, 2 }, { columns, other, 2 } };
  double weights[100], w[2][2];
  PsyRaking raking;
  int at = 0;

  for (int r = 0; r < 2; r++) {
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < cells[r][c]; i++, at++) {
        rows[at] = (guint8) r;
        columns[at] = (guint8) c;
        weights[at] = 1;
      }
    }
  }
  assert_status (psy_norms_rake (weights, 100, margins, 2, 1e-12, 1000, &raking), PSY_OK);
  w[0][0] = 40 * weights[0], w[0][1] = 20 * weights[40];
  w[1][0] = 10 * weights[60], w[1][1] = 30 * weights[70];
  assert_near (w[0][0] + w[0][1], 50, 1e-9);
  assert_near (w[0][0] + w[1][0], 40, 1e-9);
  assert_near (w[0][0] * w[1][1] / (w[0][1] * w[1][0]), 6, 1e-9);
  assert_near (raking.effective_n * raking.design_effect, 100, 1e-9);
  g_assert_cmpfloat (raking.design_effect, >, 1);
  g_assert_cmpfloat (raking.low, <, raking.high);
  /* Margins that are met already: one round, nothing changes. */
  assert_status (psy_norms_rake (weights, 100, margins, 2, 1e-9, 1000, &raking), PSY_OK);
  g_assert_cmpint (raking.rounds, ==, 1);
  margins[1] = (PsyMargin) { columns, three, 3 };
  assert_status (psy_norms_rake (weights, 100, margins, 2, 1e-9, 1000, &raking),
                 PSY_ERROR_EMPTY_CATEGORY);
  /* The same property twice with other shares cannot be met. */
  margins[1] = (PsyMargin) { rows, other, 2 };
  assert_status (psy_norms_rake (weights, 100, margins, 2, 1e-9, 50, &raking),
                 PSY_ERROR_CONVERGENCE);
}

static void
test_kernel (Fixture *f, gconstpointer data)
{
  double grid[81], counts[81], used, distance;
  const double far[] = { 41, 90 };
  PsyEstimate mean, sd, smooth_mean, smooth_sd;
  PsyNorms smooth;

  for (int i = 0; i <= 80; i++)
    grid[i] = i;
  assert_status (psy_norms_smooth_kernel (&f->norms, 0, grid, 81, counts, &smooth, &used), PSY_OK);
  /* sd 14.8, n^-1/5 .251. */
  g_assert_cmpfloat (used, >, 2.5);
  g_assert_cmpfloat (used, <, 3.5);
  assert_status (psy_norms_mean_sd (&f->norms, &mean, &sd), PSY_OK);
  assert_status (psy_norms_mean_sd (&smooth, &smooth_mean, &smooth_sd), PSY_OK);
  /* Mean and variance stay, but for the cut at the ends and 1/12 of grouping. */
  assert_near (smooth_mean.value, mean.value, 0.02);
  assert_near (smooth_sd.value, sd.value, 0.02);
  assert_near (psy_norms_n (&smooth), 1000, 1e-9);
  assert_status (psy_norms_distance (&f->norms, &smooth, &distance), PSY_OK);
  g_assert_cmpfloat (distance, >, 0.001);
  g_assert_cmpfloat (distance, <, psy_norms_distance_limit (1000, 0.95));
  assert_near (psy_norms_distance_limit (1000, 0.95), sqrt (log (40) / 2000), 1e-15);
  /* With next to no bandwidth it is the sample itself. */
  assert_status (psy_norms_smooth_kernel (&f->norms, 1e-6, grid, 81, counts, &smooth, NULL),
                 PSY_OK);
  psy_norms_distance (&f->norms, &smooth, &distance);
  assert_near (distance, 0, 1e-12);
  /* Far too wide it contradicts the data, and says so. */
  assert_status (psy_norms_smooth_kernel (&f->norms, 1, far, 2, counts, &smooth, NULL), PSY_OK);
  psy_norms_distance (&f->norms, &smooth, &distance);
  g_assert_cmpfloat (distance, >, psy_norms_distance_limit (1000, 0.95));
}

static void
test_beta_binomial (void)
{
  double values[21], counts[21], smooth_values[21], smooth_counts[21], total = 0, distance;
  const double a = 2.5, b = 1.5;
  PsyNorms norms = { values, counts, 21, 1e9 }, smooth;
  PsyBetaBinomial fit;

  /* An exact beta-binomial comes back as itself. */
  for (int x = 0; x <= 20; x++) {
    values[x] = x;
    counts[x] = exp (lgamma (21) - lgamma (x + 1) - lgamma (21 - x) + lgamma (x + a) +
                     lgamma (20 - x + b) - lgamma (20 + a + b));
  }
  assert_status (
    psy_norms_smooth_beta_binomial (&norms, 20, smooth_values, smooth_counts, &smooth, &fit),
    PSY_OK);
  assert_near (fit.alpha, a, 1e-6);
  assert_near (fit.beta, b, 1e-6);
  assert_near (fit.reliability, 20 / 24.0, 1e-7);
  for (int x = 0; x <= 20; x++)
    assert_near (smooth_counts[x] / counts[x], 1, 1e-6);
  psy_norms_distance (&norms, &smooth, &distance);
  assert_near (distance, 0, 1e-7);
  /* Simulated right-or-wrong scores: mean and variance stay, the distance is within chance. */
  {
    PsyResponses responses = answers_read ("sim_2pl_medium.csv", 0);
    double sample[1000];
    PsyEstimate mean, sd, smooth_mean, smooth_sd;

    for (gsize i = 0; i < 1000; i++) {
      sample[i] = 0;
      for (gsize j = 0; j < 20; j++)
        sample[i] += responses.data[i * 20 + j];
    }
    g_free ((void *) responses.data);
    psy_norms_from_sample (sample, NULL, 1000, values, counts, &norms);
    assert_status (
      psy_norms_smooth_beta_binomial (&norms, 20, smooth_values, smooth_counts, &smooth, &fit),
      PSY_OK);
    /* Kuder-Richardson 21. */
    assert_near (fit.reliability, 0.771944418893484, 1e-3);
    for (int x = 0; x <= 20; x++)
      total += smooth_counts[x];
    assert_near (total, 1000, 1e-8);
    psy_norms_mean_sd (&norms, &mean, &sd);
    psy_norms_mean_sd (&smooth, &smooth_mean, &smooth_sd);
    assert_near (smooth_mean.value, mean.value, 1e-9);
    assert_near (smooth_sd.value, sd.value, 5e-3);
    psy_norms_distance (&norms, &smooth, &distance);
    g_assert_cmpfloat (distance, <, psy_norms_distance_limit (1000, 0.95));
  }
  values[0] = 10, counts[0] = 5, values[1] = 11, counts[1] = 5;
  norms = (PsyNorms) { values, counts, 2, 0 };
  assert_status (
    psy_norms_smooth_beta_binomial (&norms, 20, smooth_values, smooth_counts, &smooth, &fit),
    PSY_ERROR_ARGUMENT);
}

static void
test_bad_input (void)
{
  double values[] = { 1, 1 }, counts[] = { 1, 2 };
  PsyNorms norms = { values, counts, 2, 0 };
  PsyPercentile p;

  assert_status (psy_norms_check (&norms), PSY_ERROR_ARGUMENT);
  values[1] = 2;
  assert_status (psy_norms_check (&norms), PSY_OK);
  assert_status (
    psy_norms_percentile (&norms, NAN, PSY_RANK_MID, PSY_RANK_INTERVAL_EXACT, 0.95, &p),
    PSY_ERROR_ARGUMENT);
  assert_status (psy_norms_percentile (&norms, 1, PSY_RANK_MID, 9, 0.95, &p), PSY_ERROR_ARGUMENT);
  counts[0] = counts[1] = 0;
  assert_status (psy_norms_check (&norms), PSY_ERROR_NO_DATA);
  g_assert_true (isnan (psy_norms_distance_limit (0, 0.95)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/psychometrics/norms/ranks", Fixture, NULL, set_up, test_ranks, NULL);
  g_test_add ("/psychometrics/norms/ties", Fixture, NULL, set_up, test_ties, NULL);
  g_test_add_func ("/psychometrics/norms/many-ties", test_many_ties);
  g_test_add ("/psychometrics/norms/quantiles", Fixture, NULL, set_up, test_quantiles, NULL);
  g_test_add ("/psychometrics/norms/band", Fixture, NULL, set_up, test_band, NULL);
  g_test_add_func ("/psychometrics/norms/band-coverage", test_band_coverage);
  g_test_add_func ("/psychometrics/norms/weights", test_weights);
  g_test_add ("/psychometrics/norms/published-table", Fixture, NULL, set_up, test_published_table,
              NULL);
  g_test_add_func ("/psychometrics/norms/scales", test_scales);
  g_test_add_func ("/psychometrics/norms/policy", test_policy);
  g_test_add_func ("/psychometrics/norms/raking", test_raking);
  g_test_add ("/psychometrics/norms/kernel", Fixture, NULL, set_up, test_kernel, NULL);
  g_test_add_func ("/psychometrics/norms/beta-binomial", test_beta_binomial);
  g_test_add_func ("/psychometrics/norms/bad-input", test_bad_input);
  return g_test_run ();
}
