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

/* A count of n in hundredths. By rounding 100 * k / n passes 100 for some k = n that are not whole.
 */
static double
percent (double k, double n)
{
  return fmin (100 * k / n, 100);
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
        mass += weight[i] * psy_distributions_beta_lower (x, k[i] + 0.5, n - k[i] + 0.5);
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
        weight[i] / sum *
        psy_distributions_beta_upper (0.25 * (quarter + 1), k[i] + 0.5, n - k[i] + 0.5);
  }
  band->rank = percent (fmin (persons_below (norms, scale, score.value), n), n);
  band->band = (PsyInterval) { limits[0], limits[1] };
  band->above_25 = chances[0];
  band->above_50 = chances[1];
  band->above_75 = chances[2];
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

PsyNormUse
psy_norms_policy (const PsyNormPolicy *policy, double n, double reliability)
{
  if (!(n >= policy->n_words) || !(reliability >= policy->reliability_words))
    return PSY_NORMS_REFUSE;
  if (!(n >= policy->n_percentile) || !(reliability >= policy->reliability_percentile))
    return PSY_NORMS_WORDS;
  return PSY_NORMS_PERCENTILE;
}
