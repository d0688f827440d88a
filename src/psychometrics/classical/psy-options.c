/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single options of an item tell apart: shares, means, point-biserials, discrimination. */

#include "psy-options.h"

#include <gsl/gsl_randist.h>
#include <math.h>

#include "psy-distributions.h"
#include "psy-sort.h"

void
psy_options_sum_scores (const PsyResponses *responses, size_t without, double *scores)
{
  for (size_t p = 0; p < responses->n_persons; p++) {
    const int8_t *row = responses->data + p * responses->stride;
    int sum = 0;
    bool missing = false;

    for (size_t j = 0; j < responses->n_items; j++) {
      if (j == without)
        continue;
      missing = missing || row[j] < 0;
      sum += row[j];
    }
    scores[p] = missing ? NAN : sum;
  }
}

/* Sums over the persons with a finite score and an answer. */
typedef struct {
  double n, mean, spread;
} Base;

static bool
counts (const PsyResponses *responses, size_t item, const double *scores, size_t p)
{
  return isfinite (scores[p]) && responses->data[p * responses->stride + item] >= 0;
}

static Base
base_of (const PsyResponses *responses, size_t item, const double *scores)
{
  Base base = { 0, 0, 0 };

  for (size_t p = 0; p < responses->n_persons; p++) {
    if (counts (responses, item, scores, p)) {
      base.n++;
      base.mean += scores[p];
    }
  }
  base.mean /= base.n;
  for (size_t p = 0; p < responses->n_persons; p++) {
    if (counts (responses, item, scores, p))
      base.spread += (scores[p] - base.mean) * (scores[p] - base.mean);
  }
  return base;
}

/* Of those who chose the option against all: sum of products over both spreads. */
static double
point_biserial (const Base *base, double n, double mean)
{
  double chosen = n * (1 - n / base->n);

  return chosen > 0 && base->spread > 0 ? n * (mean - base->mean) / sqrt (chosen * base->spread)
                                        : NAN;
}

PsyStatus
psy_option_analysis (const PsyResponses *responses,
                     size_t item,
                     const double *scores,
                     size_t n_options,
                     PsyOption *options)
{
  Base base;

  for (size_t k = 0; k < n_options; k++)
    options[k] = (PsyOption) { 0, NAN, NAN, NAN };
  if (item >= responses->n_items || n_options == 0)
    return PSY_ERROR_ARGUMENT;
  for (size_t p = 0; p < responses->n_persons; p++) {
    if (responses->data[p * responses->stride + item] >= 0 &&
        (size_t) responses->data[p * responses->stride + item] >= n_options)
      return PSY_ERROR_ARGUMENT;
  }
  base = base_of (responses, item, scores);
  if (!(base.n > 0))
    return PSY_ERROR_NO_DATA;
  for (size_t k = 0; k < n_options; k++)
    options[k].mean_score = 0;
  for (size_t p = 0; p < responses->n_persons; p++) {
    if (counts (responses, item, scores, p)) {
      PsyOption *option = &options[responses->data[p * responses->stride + item]];

      option->n++;
      option->mean_score += scores[p];
    }
  }
  for (size_t k = 0; k < n_options; k++) {
    double n = (double) options[k].n;

    options[k].mean_score = n > 0 ? options[k].mean_score / n : NAN;
    options[k].share = n / base.n;
    options[k].point_biserial = point_biserial (&base, n, options[k].mean_score);
  }
  return PSY_OK;
}

PsyStatus
psy_discrimination (const PsyResponses *responses,
                    size_t item,
                    const double *scores,
                    double share,
                    double *work,
                    PsyDiscrimination *discrimination)
{
  PsyOption options[2];
  PsyStatus status;
  double n[2] = { 0, 0 }, right[2] = { 0, 0 }, low, high, p;
  size_t used = 0;

  *discrimination = (PsyDiscrimination) { NAN, NAN };
  if (!(share > 0 && share <= 0.5))
    return PSY_ERROR_ARGUMENT;
  status = psy_option_analysis (responses, item, scores, 2, options);
  if (status != PSY_OK)
    return status;
  if (isnan (options[1].point_biserial))
    return PSY_ERROR_NO_VARIANCE;
  p = options[1].share;
  discrimination->biserial = options[1].point_biserial * sqrt (p * (1 - p)) /
                             gsl_ran_ugaussian_pdf (psy_distributions_normal_quantile (p));
  for (size_t i = 0; i < responses->n_persons; i++) {
    if (counts (responses, item, scores, i))
      work[used++] = scores[i];
  }
  psy_sort (work, NULL, used);
  low = psy_sort_quantile (work, used, share);
  high = psy_sort_quantile (work, used, 1 - share);
  for (size_t i = 0; i < responses->n_persons; i++) {
    if (!counts (responses, item, scores, i))
      continue;
    for (int upper = 0; upper < 2; upper++) {
      if (upper ? scores[i] >= high : scores[i] <= low) {
        n[upper]++;
        right[upper] += responses->data[i * responses->stride + item];
      }
    }
  }
  discrimination->upper_lower = right[1] / n[1] - right[0] / n[0];
  return PSY_OK;
}
