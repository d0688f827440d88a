/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels: cut scores and how surely people are put on the right side of them. */

#include "psy-levels.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static PsyStatus
check_cuts (const double *cuts, size_t n_cuts)
{
  for (size_t i = 0; i < n_cuts; i++) {
    if (!isfinite (cuts[i]) || (i > 0 && !(cuts[i] > cuts[i - 1])))
      return PSY_ERROR_ARGUMENT;
  }
  return n_cuts > 0 ? PSY_OK : PSY_ERROR_ARGUMENT;
}

size_t
psy_levels_find (double value, const double *cuts, size_t n_cuts)
{
  size_t level = 0;

  while (level < n_cuts && value >= cuts[level])
    level++;
  return level;
}

static double
chance_above (PsyEstimate theta, double cut)
{
  if (theta.se == 0)
    return theta.value >= cut;
  return gsl_cdf_ugaussian_P ((theta.value - cut) / theta.se);
}

PsyStatus
psy_levels_probabilities (PsyEstimate theta,
                          const double *cuts,
                          size_t n_cuts,
                          double *above,
                          double *levels)
{
  double before = 1;

  if (check_cuts (cuts, n_cuts) != PSY_OK || !isfinite (theta.value) || !(theta.se >= 0))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i <= n_cuts; i++) {
    double chance = i < n_cuts ? chance_above (theta, cuts[i]) : 0;

    if (above != NULL && i < n_cuts)
      above[i] = chance;
    if (levels != NULL)
      levels[i] = before - chance;
    before = chance;
  }
  return PSY_OK;
}
