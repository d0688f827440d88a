/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that bring a norm sample's margins to those of the population. */

#include "psy-norms-rake.h"

#include <math.h>

#define MAX_LEVELS 256

static PsyStatus
check (const double *weights, size_t n, const PsyMargin *margins, size_t n_margins)
{
  for (size_t i = 0; i < n; i++) {
    if (!(weights[i] > 0) || !isfinite (weights[i]))
      return PSY_ERROR_ARGUMENT;
  }
  for (size_t m = 0; m < n_margins; m++) {
    bool seen[MAX_LEVELS] = { false };
    double sum = 0;

    if (margins[m].n_levels == 0 || margins[m].n_levels > MAX_LEVELS)
      return PSY_ERROR_ARGUMENT;
    for (size_t l = 0; l < margins[m].n_levels; l++) {
      if (!(margins[m].shares[l] > 0))
        return PSY_ERROR_ARGUMENT;
      sum += margins[m].shares[l];
    }
    if (!isfinite (sum))
      return PSY_ERROR_ARGUMENT;
    for (size_t i = 0; i < n; i++) {
      if (margins[m].codes[i] >= margins[m].n_levels)
        return PSY_ERROR_ARGUMENT;
      seen[margins[m].codes[i]] = true;
    }
    for (size_t l = 0; l < margins[m].n_levels; l++) {
      if (!seen[l])
        return PSY_ERROR_EMPTY_CATEGORY;
    }
  }
  return n > 0 ? PSY_OK : PSY_ERROR_NO_DATA;
}

/* Weighted over wanted share of each level; returns the largest difference of the two. */
static double
compare (const double *weights, size_t n, const PsyMargin *margin, double *ratios)
{
  double total = 0, wanted = 0, distance = 0;

  for (size_t l = 0; l < margin->n_levels; l++) {
    ratios[l] = 0;
    wanted += margin->shares[l];
  }
  for (size_t i = 0; i < n; i++) {
    ratios[margin->codes[i]] += weights[i];
    total += weights[i];
  }
  for (size_t l = 0; l < margin->n_levels; l++) {
    double share = ratios[l] / total, goal = margin->shares[l] / wanted;

    distance = fmax (distance, fabs (share - goal));
    ratios[l] = share / goal;
  }
  return distance;
}

PsyStatus
psy_norms_rake (double *weights,
                size_t n,
                const PsyMargin *margins,
                size_t n_margins,
                double tolerance,
                int max_rounds,
                PsyRaking *raking)
{
  PsyStatus status;
  double ratios[MAX_LEVELS], sum = 0, squares = 0;

  *raking = (PsyRaking) { NAN, NAN, NAN, NAN, NAN, 0 };
  status = check (weights, n, margins, n_margins);
  if (status != PSY_OK)
    return status;
  if (!(tolerance > 0) || max_rounds < 1)
    return PSY_ERROR_ARGUMENT;
  do {
    for (size_t m = 0; m < n_margins; m++) {
      compare (weights, n, &margins[m], ratios);
      for (size_t i = 0; i < n; i++)
        weights[i] /= ratios[margins[m].codes[i]];
    }
    raking->distance = 0;
    for (size_t m = 0; m < n_margins; m++)
      raking->distance = fmax (raking->distance, compare (weights, n, &margins[m], ratios));
    raking->rounds++;
  } while (raking->distance > tolerance && raking->rounds < max_rounds);
  for (size_t i = 0; i < n; i++) {
    sum += weights[i];
    squares += weights[i] * weights[i];
  }
  raking->effective_n = sum * sum / squares;
  raking->design_effect = (double) n / raking->effective_n;
  raking->low = INFINITY;
  raking->high = 0;
  for (size_t i = 0; i < n; i++) {
    weights[i] *= (double) n / sum;
    raking->low = fmin (raking->low, weights[i]);
    raking->high = fmax (raking->high, weights[i]);
  }
  return raking->distance <= tolerance ? PSY_OK : PSY_ERROR_CONVERGENCE;
}
