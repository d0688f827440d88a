/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring a response pattern. */

#include "psy-eap.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

PsyEstimate
psy_eap (const PsyItem *items, const int *scores, unsigned n)
{
  double log_posterior[PSY_EAP_NODES], logs[PSY_MAX_STEPS + 1];
  double largest = -INFINITY, weight = 0, sum = 0, squares = 0;
  unsigned used = 0;
  PsyEstimate estimate = { NAN, NAN };

  for (unsigned q = 0; q < PSY_EAP_NODES; q++) {
    double theta = PSY_EAP_LIMIT * (2.0 * q / (PSY_EAP_NODES - 1) - 1);
    log_posterior[q] = -theta * theta / 2;
    for (unsigned i = 0; i < n; i++) {
      if (scores[i] < 0 || (unsigned) scores[i] > items[i].n_b || items[i].n_b > PSY_MAX_STEPS)
        continue;
      psy_item_log_probabilities (&items[i], theta, logs);
      log_posterior[q] += logs[scores[i]];
      used++;
    }
    largest = fmax (largest, log_posterior[q]);
  }
  if (used == 0)
    return estimate;
  for (unsigned q = 0; q < PSY_EAP_NODES; q++) {
    double theta = PSY_EAP_LIMIT * (2.0 * q / (PSY_EAP_NODES - 1) - 1);
    double p = exp (log_posterior[q] - largest);
    weight += p;
    sum += p * theta;
    squares += p * theta * theta;
  }
  estimate.value = sum / weight;
  estimate.se = sqrt (squares / weight - estimate.value * estimate.value);
  return estimate;
}

double
psy_normal_above (double mean, double sd, double cut)
{
  return gsl_cdf_ugaussian_Q ((cut - mean) / sd);
}
