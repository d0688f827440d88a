/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person's answers fit the model. */

#include "psy-person-fit.h"

#include <math.h>

PsyStatus
psy_person_fit (const PsyItem *items,
                const int8_t *answers,
                size_t n_items,
                double theta,
                PsyThetaKind kind,
                PsyPersonFit *fit)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  double l0 = 0, expected = 0, variance = 0, information = 0, warm = 0, slope = 0;
  double outfit = 0, squares = 0, variances = 0, r0 = 0, ratio, corrected;
  int n = 0;

  *fit = (PsyPersonFit) { NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0 };
  if (!isfinite (theta) || (unsigned) kind > PSY_THETA_MAP ||
      psy_items_check (items, n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  for (size_t j = 0; j < n_items; j++) {
    double mean_log = 0, square_log = 0, mean = 0, square = 0, away;
    int x = answers[j];

    if (x >= items[j].n_categories)
      return PSY_ERROR_ARGUMENT;
    if (x < 0)
      continue;
    n++;
    psy_item_evaluate (&items[j], theta, c);
    l0 += c[x].log_p;
    for (int k = 0; k < items[j].n_categories; k++) {
      double score = items[j].model == PSY_MODEL_NOMINAL ? k == items[j].key : k;
      double derivative = c[k].p * c[k].l1;

      mean_log += c[k].p * c[k].log_p;
      square_log += c[k].p * c[k].log_p * c[k].log_p;
      mean += c[k].p * score;
      square += c[k].p * score * score;
      information += derivative * c[k].l1;
      warm += derivative * (c[k].l1 * c[k].l1 + c[k].l2);
      slope += derivative * c[k].log_p;
    }
    expected += mean_log;
    variance += square_log - mean_log * mean_log;
    away = (items[j].model == PSY_MODEL_NOMINAL ? x == items[j].key : x) - mean;
    outfit += away * away / (square - mean * mean);
    squares += away * away;
    variances += square - mean * mean;
  }
  fit->n_answers = n;
  if (n < 2)
    return PSY_ERROR_TOO_FEW;
  fit->log_likelihood = l0;
  fit->expected = expected;
  fit->variance = variance;
  fit->outfit = outfit / n;
  fit->infit = squares / variances;
  if (!(variance > 0) || !(information > 0))
    return PSY_ERROR_NO_VARIANCE;
  fit->lz = (l0 - expected) / sqrt (variance);
  if (kind == PSY_THETA_WLE)
    r0 = warm / (2 * information);
  else if (kind == PSY_THETA_MAP)
    r0 = -theta;
  /* Estimating theta takes from l0 what it shares with the score function. */
  ratio = slope / information;
  corrected = variance - ratio * ratio * information;
  if (corrected > 1e-12 * variance)
    fit->lz_star = (l0 - expected + ratio * r0) / sqrt (corrected);
  return PSY_OK;
}
