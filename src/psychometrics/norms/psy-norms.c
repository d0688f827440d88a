/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Norms: percentile ranks with the errors of both the person's score and the norm sample. */

#include "psy-norms.h"

#include <math.h>

#include "psy-distributions.h"
#include "psy-sort.h"

#define BAND_NODES 121
#define BAND_MAX_NODES 1201
#define BAND_SPAN 6.0

PsyStatus
psy_norms_check (const PsyNorms *norms)
{
  double sum = 0;

  for (size_t i = 0; i < norms->n; i++) {
    if (!isfinite (norms->values[i]) || !isfinite (norms->counts[i]) || norms->counts[i] < 0 ||
        (i > 0 && !(norms->values[i] > norms->values[i - 1])))
      return PSY_ERROR_ARGUMENT;
    sum += norms->counts[i];
  }
  if (!isfinite (norms->effective_n) || norms->effective_n < 0 || !isfinite (sum))
    return PSY_ERROR_ARGUMENT;
  return sum > 0 ? PSY_OK : PSY_ERROR_NO_DATA;
}

static double
sum_of (const PsyNorms *norms)
{
  double sum = 0;

  for (size_t i = 0; i < norms->n; i++)
    sum += norms->counts[i];
  return sum;
}

double
psy_norms_n (const PsyNorms *norms)
{
  return norms->effective_n > 0 ? norms->effective_n : sum_of (norms);
}

PsyStatus
psy_norms_from_sample (double *sample,
                       double *weights,
                       size_t n,
                       double *values,
                       double *counts,
                       PsyNorms *norms)
{
  double sum = 0, squares = 0;
  size_t rows = 0;

  *norms = (PsyNorms) { values, counts, 0, 0 };
  if (n == 0)
    return PSY_ERROR_NO_DATA;
  for (size_t i = 0; i < n; i++) {
    double weight = weights != NULL ? weights[i] : 1;

    if (!isfinite (sample[i]) || !(weight > 0) || !isfinite (weight))
      return PSY_ERROR_ARGUMENT;
    sum += weight;
    squares += weight * weight;
  }
  psy_sort (sample, weights, n);
  for (size_t i = 0; i < n; i++) {
    double weight = weights != NULL ? weights[i] : 1;

    if (rows > 0 && values[rows - 1] == sample[i]) {
      counts[rows - 1] += weight;
    } else {
      values[rows] = sample[i];
      counts[rows++] = weight;
    }
  }
  norms->n = rows;
  norms->effective_n = sum * sum / squares;
  return PSY_OK;
}

PsyStatus
psy_norms_merge (const PsyNorms *first,
                 const PsyNorms *second,
                 double *values,
                 double *counts,
                 PsyNorms *norms)
{
  PsyStatus status;
  double w1, w2, q;
  size_t i = 0, j = 0, rows = 0;

  *norms = (PsyNorms) { values, counts, 0, 0 };
  status = psy_norms_check (first);
  if (status == PSY_OK)
    status = psy_norms_check (second);
  if (status != PSY_OK)
    return status;
  while (i < first->n || j < second->n) {
    double a = i < first->n ? first->values[i] : INFINITY;
    double b = j < second->n ? second->values[j] : INFINITY;

    values[rows] = fmin (a, b);
    counts[rows] = 0;
    if (a <= b)
      counts[rows] += first->counts[i++];
    if (b <= a)
      counts[rows] += second->counts[j++];
    rows++;
  }
  /* sum w² of each sample follows from its effective n. */
  w1 = sum_of (first);
  w2 = sum_of (second);
  q = w1 * w1 / psy_norms_n (first) + w2 * w2 / psy_norms_n (second);
  norms->n = rows;
  norms->effective_n = (w1 + w2) * (w1 + w2) / q;
  return PSY_OK;
}

PsyStatus
psy_norms_from_ranks (const double *values,
                      const double *ranks,
                      size_t n_rows,
                      PsyRank rank,
                      double persons,
                      double *counts,
                      PsyNorms *norms)
{
  double before = 0;

  *norms = (PsyNorms) { values, counts, 0, 0 };
  if (n_rows == 0)
    return PSY_ERROR_NO_DATA;
  if ((unsigned) rank > PSY_RANK_BELOW || !(persons > 0) || !isfinite (persons))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < n_rows; i++) {
    double next = i + 1 < n_rows ? ranks[i + 1] : 100, upto;

    if (!(ranks[i] >= 0 && ranks[i] <= 100) || !(next >= ranks[i]))
      return PSY_ERROR_ARGUMENT;
    if (rank == PSY_RANK_AT_OR_BELOW)
      upto = ranks[i];
    else if (i + 1 == n_rows)
      upto = 100;
    else
      upto = rank == PSY_RANK_BELOW ? next : (ranks[i] + next) / 2;
    counts[i] = persons * fmax (upto - before, 0) / 100;
    before = upto;
  }
  norms->n = n_rows;
  norms->effective_n = persons;
  return psy_norms_check (norms);
}

/* The share below and equal, as effective persons. */
static void
place (const PsyNorms *norms, double value, double *below, double *equal)
{
  double scale = psy_norms_n (norms) / sum_of (norms);

  *below = *equal = 0;
  for (size_t i = 0; i < norms->n && norms->values[i] <= value; i++) {
    if (norms->values[i] < value)
      *below += norms->counts[i];
    else
      *equal = norms->counts[i];
  }
  *below *= scale;
  *equal *= scale;
}

/* The quantile of an even mixture of Beta (below + i + 1/2, …), i = 0..ties, by bisection. Of very
 * many places a thousand stand for all. */
static double
mixture_quantile (double below, double ties, double n, double p)
{
  double low = 0, high = 1, places = round (ties) + 1;
  int nodes = (int) fmin (places, 1001);

  for (int step = 0; step < 60; step++) {
    double x = (low + high) / 2, sum = 0;

    for (int j = 0; j < nodes; j++) {
      double i = (j + 0.5) * places / nodes - 0.5;

      sum += psy_beta_lower (x, below + i + 0.5, fmax (n - below - i, 0) + 0.5);
    }
    if (sum / nodes < p)
      low = x;
    else
      high = x;
  }
  return (low + high) / 2;
}

PsyStatus
psy_norms_percentile (const PsyNorms *norms,
                      double value,
                      PsyRank rank,
                      PsyRankInterval kind,
                      double level,
                      PsyPercentile *percentile)
{
  PsyStatus status = psy_norms_check (norms);
  double n, k;

  *percentile = (PsyPercentile) { NAN, NAN, NAN, { NAN, NAN } };
  if (status != PSY_OK)
    return status;
  if (!isfinite (value) || !(level > 0 && level < 1) || (unsigned) rank > PSY_RANK_BELOW)
    return PSY_ERROR_ARGUMENT;
  n = psy_norms_n (norms);
  place (norms, value, &percentile->below, &percentile->equal);
  k = percentile->below;
  if (rank == PSY_RANK_MID)
    k += percentile->equal / 2;
  else if (rank == PSY_RANK_AT_OR_BELOW)
    k += percentile->equal;
  k = fmin (k, n);
  percentile->rank = 100 * k / n;
  switch (kind) {
  case PSY_RANK_INTERVAL_JEFFREYS:
    percentile->interval = psy_jeffreys_interval (k, n, level);
    break;
  case PSY_RANK_INTERVAL_WILSON:
    percentile->interval = psy_wilson_interval (k, n, level);
    break;
  case PSY_RANK_INTERVAL_EXACT:
    percentile->interval = psy_exact_interval (k, n, level);
    break;
  case PSY_RANK_INTERVAL_TIES:
    percentile->interval.low =
      mixture_quantile (percentile->below, percentile->equal, n, (1 - level) / 2);
    percentile->interval.high =
      mixture_quantile (percentile->below, percentile->equal, n, (1 + level) / 2);
    break;
  default:
    return PSY_ERROR_ARGUMENT;
  }
  percentile->interval.low *= 100;
  percentile->interval.high *= 100;
  return PSY_OK;
}

/* Persons below tau: mid rank at a value of the table, linear between values. */
static double
persons_below (const PsyNorms *norms, double scale, double tau)
{
  double below = 0;

  for (size_t i = 0; i < norms->n; i++) {
    double mid = below + norms->counts[i] / 2;

    if (tau == norms->values[i])
      return mid * scale;
    if (tau < norms->values[i]) {
      double before;

      if (i == 0)
        return 0;
      before = below - norms->counts[i - 1] / 2;
      return scale * (before + (mid - before) * (tau - norms->values[i - 1]) /
                                 (norms->values[i] - norms->values[i - 1]));
    }
    below += norms->counts[i];
  }
  return below * scale;
}

/* Persons below each of the nodes, which span the score's error. */
static void
place_nodes (const PsyNorms *norms, double scale, PsyEstimate score, int nodes, double *k)
{
  double n = psy_norms_n (norms);

  for (int i = 0; i < nodes; i++) {
    double z = nodes == 1 ? 0 : BAND_SPAN * (2.0 * i / (nodes - 1) - 1);

    k[i] = fmin (persons_below (norms, scale, score.value + z * score.se), n);
  }
}

PsyStatus
psy_norms_band (const PsyNorms *norms, PsyEstimate score, double level, PsyBand *band)
{
  double k[BAND_MAX_NODES], weight[BAND_MAX_NODES];
  double n, scale, sum = 0;
  double limits[2] = { 0, 0 };
  double chances[3];
  PsyStatus status = psy_norms_check (norms);
  int nodes = score.se > 0 ? BAND_NODES : 1;

  *band = (PsyBand) { NAN, { NAN, NAN }, NAN, NAN, NAN };
  if (status != PSY_OK)
    return status;
  if (!isfinite (score.value) || !(score.se >= 0) || !isfinite (score.se) ||
      !(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  n = psy_norms_n (norms);
  scale = n / sum_of (norms);
  place_nodes (norms, scale, score, nodes, k);
  if (nodes > 1) {
    double jump = 0, spread = 0.5 / sqrt (n + 1);

    /* Large norms: nodes must lie as close as the beta distributions are wide. */
    for (int i = 1; i < nodes; i++)
      jump = fmax (jump, fabs (k[i] - k[i - 1]) / n);
    if (jump > spread) {
      nodes = 1 + (nodes - 1) * (int) fmin (ceil (jump / spread),
                                            (double) (BAND_MAX_NODES - 1) / (BAND_NODES - 1));
      place_nodes (norms, scale, score, nodes, k);
    }
  }
  for (int i = 0; i < nodes; i++) {
    double z = nodes == 1 ? 0 : BAND_SPAN * (2.0 * i / (nodes - 1) - 1);

    weight[i] = exp (-z * z / 2);
    sum += weight[i];
  }
  for (int side = 0; side < 2; side++) {
    double p = side == 0 ? (1 - level) / 2 : (1 + level) / 2;
    double low = 0, high = 1;

    for (int step = 0; step < 50; step++) {
      double x = (low + high) / 2, mass = 0;

      for (int i = 0; i < nodes; i++)
        mass += weight[i] * psy_beta_lower (x, k[i] + 0.5, n - k[i] + 0.5);
      if (mass < p * sum)
        low = x;
      else
        high = x;
    }
    limits[side] = 100 * (low + high) / 2;
  }
  for (int quarter = 0; quarter < 3; quarter++) {
    chances[quarter] = 0;
    for (int i = 0; i < nodes; i++)
      chances[quarter] +=
        weight[i] / sum * psy_beta_upper (0.25 * (quarter + 1), k[i] + 0.5, n - k[i] + 0.5);
  }
  band->rank = 100 * fmin (persons_below (norms, scale, score.value), n) / n;
  band->band = (PsyInterval) { limits[0], limits[1] };
  band->above_25 = chances[0];
  band->above_50 = chances[1];
  band->above_75 = chances[2];
  return PSY_OK;
}

/* The i-th smallest, i = 1..n; counts are whole. */
static double
order_statistic (const PsyNorms *norms, double i)
{
  double below = 0;

  for (size_t row = 0; row < norms->n; row++) {
    below += norms->counts[row];
    if (i <= below)
      return norms->values[row];
  }
  return norms->values[norms->n - 1];
}

/* P (B <= k) of a binomial count. */
static double
binomial_lower (double k, double p, double n)
{
  return k >= n ? 1 : psy_beta_upper (p, k + 1, n - k);
}

/* The smallest k with P (B <= k) above @share (or, not @strict, at least). */
static double
first_beyond (double share, bool strict, double p, double n)
{
  double low = -1, high = n;

  while (high - low > 1) {
    double k = floor ((low + high) / 2), value = binomial_lower (k, p, n);

    if (strict ? value > share : value >= share)
      high = k;
    else
      low = k;
  }
  return high;
}

PsyStatus
psy_norms_quantile (const PsyNorms *norms,
                    double p,
                    double level,
                    double *value,
                    PsyInterval *interval,
                    double *coverage)
{
  PsyStatus status = psy_norms_check (norms);
  double sum, position, whole, low, high;
  double n;

  *value = NAN;
  *interval = (PsyInterval) { NAN, NAN };
  if (coverage != NULL)
    *coverage = NAN;
  if (status != PSY_OK)
    return status;
  sum = sum_of (norms);
  if (!(p > 0 && p < 1) || !(level > 0 && level < 1) || sum > 1e9)
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < norms->n; i++) {
    if (norms->counts[i] != floor (norms->counts[i]))
      return PSY_ERROR_ARGUMENT;
  }
  n = sum;
  position = 1 + (n - 1) * p;
  whole = floor (position);
  *value = order_statistic (norms, whole);
  *value += (position - whole) * (order_statistic (norms, fmin (whole + 1, n)) - *value);

  /* Largest l with P(B <= l - 1) <= tail, smallest u with P(B <= u - 1) >= 1 - tail. */
  low = first_beyond ((1 - level) / 2, true, p, n);
  high = first_beyond ((1 + level) / 2, false, p, n) + 1;
  if (low < 1 || high > n)
    return PSY_ERROR_TOO_FEW;
  *interval = (PsyInterval) { order_statistic (norms, low), order_statistic (norms, high) };
  if (coverage != NULL)
    *coverage = binomial_lower (high - 1, p, n) - binomial_lower (low - 1, p, n);
  return PSY_OK;
}

PsyStatus
psy_norms_mean_sd (const PsyNorms *norms, PsyEstimate *mean, PsyEstimate *sd)
{
  PsyStatus status = psy_norms_check (norms);
  double sum, n, m = 0, m2 = 0, m4 = 0, variance;

  *mean = *sd = (PsyEstimate) { NAN, NAN };
  if (status != PSY_OK)
    return status;
  sum = sum_of (norms);
  n = psy_norms_n (norms);
  if (!(n > 1))
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < norms->n; i++)
    m += norms->counts[i] * norms->values[i] / sum;
  for (size_t i = 0; i < norms->n; i++) {
    double d = norms->values[i] - m;

    m2 += norms->counts[i] * d * d / sum;
    m4 += norms->counts[i] * d * d * d * d / sum;
  }
  variance = m2 * n / (n - 1);
  *mean = (PsyEstimate) { m, sqrt (variance / n) };
  /* Large-sample error of a standard deviation without normality: sqrt ((m4 - m2²) / n) / (2 s). */
  *sd = (PsyEstimate) { sqrt (variance),
                        m2 > 0 ? sqrt (fmax (m4 - m2 * m2, 0) / n) / (2 * sqrt (m2)) : NAN };
  return PSY_OK;
}

double
psy_z_from_rank (double rank)
{
  if (!(rank > 0 && rank < 100))
    return NAN;
  return psy_normal_quantile (rank / 100);
}

double
psy_t_from_rank (double rank)
{
  return 50 + 10 * psy_z_from_rank (rank);
}

int
psy_stanine_from_rank (double rank)
{
  static const double cuts[] = { 4, 11, 23, 40, 60, 77, 89, 96 };
  int stanine = 1;

  for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++)
    stanine += rank >= cuts[i];
  return stanine;
}

PsyNormPolicy
psy_norms_policy (double n, double reliability)
{
  if (reliability >= 0.80 && n >= 200)
    return PSY_NORMS_PERCENTILE;
  if (reliability >= 0.60 && n >= 50)
    return PSY_NORMS_WORDS;
  return PSY_NORMS_REFUSE;
}
