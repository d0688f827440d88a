/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes and weights that stand for a distribution of theta. */

#include "psy-quadrature.h"

#include <math.h>

PsyStatus
psy_quadrature_normal (double low,
                       double high,
                       size_t n,
                       double mean,
                       double sd,
                       double *nodes,
                       double *weights)
{
  double sum = 0;

  if (n < 2 || !(low < high) || !isfinite (low) || !isfinite (high) || !isfinite (mean) ||
      !(sd > 0))
    return PSY_ERROR_ARGUMENT;
  for (size_t q = 0; q < n; q++) {
    double z;

    nodes[q] = low + (high - low) * (double) q / (double) (n - 1);
    z = (nodes[q] - mean) / sd;
    weights[q] = exp (-z * z / 2);
    sum += weights[q];
  }
  if (!(sum > 0))
    return PSY_ERROR_ARGUMENT;
  for (size_t q = 0; q < n; q++)
    weights[q] /= sum;
  return PSY_OK;
}
