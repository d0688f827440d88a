/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to estimates. */

#include "bearings-scoring.h"

#include <math.h>

#include "psy-interval.h"

#define N_NODES 61
#define NODE_LIMIT 6.0

/* log P of every score 0..m of an item at theta. */
static void
log_probabilities (const BearingsItemParameters *item, double theta, guint m, double *out)
{
  double largest = 0, sum = 0;

  out[0] = 0;
  for (guint k = 1; k <= m; k++) {
    out[k] = out[k - 1] + item->a * (theta - g_array_index (item->b, double, k - 1));
    largest = MAX (largest, out[k]);
  }
  for (guint k = 0; k <= m; k++)
    sum += exp (out[k] - largest);
  for (guint k = 0; k <= m; k++)
    out[k] -= largest + log (sum);
}

BearingsEstimate
bearings_scoring_estimate (const BearingsSitting *sitting, const char *scale)
{
  double log_posterior[N_NODES];
  double weight = 0, mean = 0, square = 0, largest = -INFINITY;
  BearingsEstimate estimate = { NAN, NAN, 0 };

  for (guint q = 0; q < N_NODES; q++) {
    double theta = -NODE_LIMIT + 2 * NODE_LIMIT * q / (N_NODES - 1);
    log_posterior[q] = -theta * theta / 2;
  }
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = sitting->items->pdata[i];
    const BearingsItemParameters *item = &row->item->parameters;
    double score = bearings_response_score (row->response, row->item);
    guint m = item->b->len;
    double logs[64];

    if (row->item->practice == BEARINGS_YES || row->item->kind == BEARINGS_ITEM_SELF_REPORT ||
        isnan (score) || m == 0 || m >= G_N_ELEMENTS (logs) || score > m ||
        (scale != NULL && !g_str_equal (scale, row->item->scale)))
      continue;
    estimate.n_items++;
    for (guint q = 0; q < N_NODES; q++) {
      double theta = -NODE_LIMIT + 2 * NODE_LIMIT * q / (N_NODES - 1);
      log_probabilities (item, theta, m, logs);
      log_posterior[q] += logs[(guint) score];
    }
  }
  if (estimate.n_items == 0)
    return estimate;
  for (guint q = 0; q < N_NODES; q++)
    largest = MAX (largest, log_posterior[q]);
  for (guint q = 0; q < N_NODES; q++) {
    double theta = -NODE_LIMIT + 2 * NODE_LIMIT * q / (N_NODES - 1);
    double p = exp (log_posterior[q] - largest);
    weight += p;
    mean += p * theta;
    square += p * theta * theta;
  }
  estimate.theta = mean / weight;
  estimate.se = sqrt (square / weight - estimate.theta * estimate.theta);
  return estimate;
}

double
bearings_scoring_expected_se (GPtrArray *items, double theta)
{
  double information = 1; /* of the standard normal prior */

  for (guint i = 0; i < items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (items, i);
    const BearingsItemParameters *parameters = &item->parameters;
    guint m = parameters->b->len;
    double mean = 0, square = 0;
    double logs[64];

    if (item->practice == BEARINGS_YES || item->kind == BEARINGS_ITEM_SELF_REPORT || m == 0 ||
        m >= G_N_ELEMENTS (logs))
      continue;
    log_probabilities (parameters, theta, m, logs);
    for (guint k = 0; k <= m; k++) {
      mean += k * exp (logs[k]);
      square += (double) k * k * exp (logs[k]);
    }
    information += parameters->a * parameters->a * (square - mean * mean);
  }
  return 1 / sqrt (information);
}

BearingsLimits
bearings_scoring_share_limits (double k, double n)
{
  PsyInterval interval = psy_wilson_interval (k, n, 0.95);

  return (BearingsLimits) { interval.low, interval.high };
}

double
bearings_scoring_chance_above (double mean, double se, double cut)
{
  return 0.5 * erfc ((cut - mean) / (se * sqrt (2)));
}
