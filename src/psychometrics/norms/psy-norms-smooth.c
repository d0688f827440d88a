/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smooth norms: kernel and beta-binomial. */

#include "psy-norms-smooth.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define MAX_TOP 32767

static double
sum_of (const PsyNorms *norms)
{
  double sum = 0;

  for (size_t i = 0; i < norms->n; i++)
    sum += norms->counts[i];
  return sum;
}

/* The value at or below which a share lies, without interpolation: enough for a rule of thumb. */
static double
value_at (const PsyNorms *norms, double share)
{
  double sum = sum_of (norms), below = 0;

  for (size_t i = 0; i < norms->n; i++) {
    below += norms->counts[i];
    if (below >= share * sum)
      return norms->values[i];
  }
  return norms->values[norms->n - 1];
}

PsyStatus
psy_norms_smooth_kernel (const PsyNorms *norms,
                         double bandwidth,
                         const double *grid,
                         size_t n_grid,
                         double *counts,
                         PsyNorms *smooth,
                         double *used)
{
  PsyStatus status = psy_norms_check (norms);
  double sum, mean = 0, variance = 0, shrink;

  *smooth = (PsyNorms) { grid, counts, 0, 0 };
  if (used != NULL)
    *used = NAN;
  if (status != PSY_OK)
    return status;
  if (!(bandwidth >= 0) || !isfinite (bandwidth) || n_grid < 2)
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < n_grid; i++) {
    if (!isfinite (grid[i]) || (i > 0 && !(grid[i] > grid[i - 1])))
      return PSY_ERROR_ARGUMENT;
  }
  sum = sum_of (norms);
  for (size_t i = 0; i < norms->n; i++)
    mean += norms->counts[i] / sum * norms->values[i];
  for (size_t i = 0; i < norms->n; i++)
    variance += norms->counts[i] / sum * (norms->values[i] - mean) * (norms->values[i] - mean);
  if (!(variance > 0) || !isfinite (variance))
    return PSY_ERROR_NO_VARIANCE;
  if (bandwidth == 0) {
    double spread = (value_at (norms, 0.75) - value_at (norms, 0.25)) / 1.34;

    bandwidth = 0.9 * pow (psy_norms_n (norms), -0.2) *
                (spread > 0 ? fmin (spread, sqrt (variance)) : sqrt (variance));
  }
  /* shrink² (variance + bandwidth²) = variance. */
  shrink = sqrt (variance / (variance + bandwidth * bandwidth));
  for (size_t g = 0; g < n_grid; g++)
    counts[g] = 0;
  for (size_t i = 0; i < norms->n; i++) {
    double centre = shrink * norms->values[i] + (1 - shrink) * mean, before = 0;

    for (size_t g = 0; g < n_grid; g++) {
      double below = g + 1 < n_grid
                       ? gsl_cdf_ugaussian_P ((grid[g] + (grid[g + 1] - grid[g]) / 2 - centre) /
                                              (shrink * bandwidth))
                       : 1;

      counts[g] += norms->counts[i] * fmax (below - before, 0);
      before = below;
    }
  }
  if (used != NULL)
    *used = bandwidth;
  smooth->n = n_grid;
  smooth->effective_n = psy_norms_n (norms);
  return PSY_OK;
}

PsyStatus
psy_norms_smooth_beta_binomial (const PsyNorms *norms,
                                size_t top,
                                double *values,
                                double *counts,
                                PsyNorms *smooth,
                                PsyBetaBinomial *fit)
{
  PsyStatus status = psy_norms_check (norms);
  PsyEstimate mean, sd;
  double k = (double) top, m, v, over, under, a, b, sum;

  *smooth = (PsyNorms) { values, counts, 0, 0 };
  *fit = (PsyBetaBinomial) { NAN, NAN, NAN };
  if (status != PSY_OK)
    return status;
  if (top < 2 || top > MAX_TOP)
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < norms->n; i++) {
    if (norms->values[i] < 0 || norms->values[i] > k ||
        norms->values[i] != floor (norms->values[i]))
      return PSY_ERROR_ARGUMENT;
  }
  status = psy_norms_mean_sd (norms, &mean, &sd);
  if (status != PSY_OK)
    return status;
  m = mean.value;
  v = sd.value * sd.value;
  over = k * v - m * (k - m);
  under = m * (k - m) - v;
  if (!(over > 1e-12 * k * k) || !(under > 0))
    return PSY_ERROR_ARGUMENT;
  a = m * under / over;
  b = (k - m) * under / over;
  sum = sum_of (norms);
  for (size_t x = 0; x <= top; x++) {
    double t = (double) x;

    values[x] = t;
    counts[x] = sum * exp (lgamma (k + 1) - lgamma (t + 1) - lgamma (k - t + 1) + lgamma (t + a) +
                           lgamma (k - t + b) - lgamma (k + a + b) + lgamma (a + b) - lgamma (a) -
                           lgamma (b));
  }
  *fit = (PsyBetaBinomial) { a, b, k / (k + a + b) };
  smooth->n = top + 1;
  smooth->effective_n = psy_norms_n (norms);
  return PSY_OK;
}

PsyStatus
psy_norms_distance (const PsyNorms *first, const PsyNorms *second, double *distance)
{
  PsyStatus status = psy_norms_check (first);
  double sum1, sum2, below1 = 0, below2 = 0;
  size_t i = 0, j = 0;

  *distance = NAN;
  if (status == PSY_OK)
    status = psy_norms_check (second);
  if (status != PSY_OK)
    return status;
  sum1 = sum_of (first);
  sum2 = sum_of (second);
  *distance = 0;
  while (i < first->n || j < second->n) {
    double a = i < first->n ? first->values[i] : INFINITY;
    double b = j < second->n ? second->values[j] : INFINITY;

    if (a <= b)
      below1 += first->counts[i++];
    if (b <= a)
      below2 += second->counts[j++];
    *distance = fmax (*distance, fabs (below1 / sum1 - below2 / sum2));
  }
  return PSY_OK;
}

double
psy_norms_distance_limit (double n, double level)
{
  return n > 0 && level > 0 && level < 1 ? sqrt (log (2 / (1 - level)) / (2 * n)) : NAN;
}
