/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlation of two measures with its interval; what a longer test or more persons would bring. */

#include "psy-correlation.h"

#include <math.h>

#include "psy-classical.h"
#include "psy-distributions.h"

#define MOST_PERSONS ((size_t) 1 << 40)

static bool
is_pair (double x, double y)
{
  return isfinite (x) && isfinite (y);
}

PsyStatus
psy_correlation (const double *x,
                 const double *y,
                 size_t n,
                 double level,
                 PsyCorrelation *correlation)
{
  double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0, z;

  *correlation = (PsyCorrelation) { .r = NAN, .interval = { NAN, NAN } };
  if (!(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < n; i++) {
    if (!is_pair (x[i], y[i]))
      continue;
    correlation->n++;
    mean_x += (x[i] - mean_x) / (double) correlation->n;
    mean_y += (y[i] - mean_y) / (double) correlation->n;
  }
  if (correlation->n < 3)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < n; i++) {
    if (!is_pair (x[i], y[i]))
      continue;
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  if (!(xx > 0 && yy > 0))
    return PSY_ERROR_NO_VARIANCE;
  correlation->r = fmax (-1, fmin (1, xy / sqrt (xx) / sqrt (yy)));
  if (correlation->n < 4 || fabs (correlation->r) >= 1)
    return PSY_OK;
  z = psy_distributions_normal_quantile (0.5 + level / 2) / sqrt ((double) correlation->n - 3);
  correlation->interval.low = tanh (atanh (correlation->r) - z);
  correlation->interval.high = tanh (atanh (correlation->r) + z);
  return PSY_OK;
}

double
psy_correlation_spearman_brown (double reliability, double factor)
{
  if (!(reliability > 0 && reliability < 1 && factor > 0))
    return NAN;
  return factor * reliability / (1 + (factor - 1) * reliability);
}

double
psy_correlation_spearman_brown_factor (double reliability, double target)
{
  if (!(reliability > 0 && reliability < 1 && target > 0 && target < 1))
    return NAN;
  return target * (1 - reliability) / (reliability * (1 - target));
}

static bool
is_reached (double alpha, size_t n, size_t k, double target, double level)
{
  return psy_alpha_feldt_interval (alpha, n, k, level).low >= target;
}

size_t
psy_correlation_alpha_persons (double alpha, size_t k, double target, double level)
{
  size_t low = 1, high = 2;

  if (!(alpha < 1 && alpha > target && k >= 2))
    return 0;
  for (; !is_reached (alpha, high, k, target, level); high *= 2) {
    if (high >= MOST_PERSONS)
      return 0;
    low = high;
  }
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (is_reached (alpha, middle, k, target, level))
      high = middle;
    else
      low = middle;
  }
  return high;
}
