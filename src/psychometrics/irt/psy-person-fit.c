/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person's answers fit the model. */

#include "psy-person-fit.h"

#include <math.h>

static double
score_of (const PsyItem *item, int category)
{
  return item->model == PSY_MODEL_NOMINAL ? category == item->key : category;
}

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
      psy_item_check_all (items, n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  for (size_t j = 0; j < n_items; j++) {
    double mean_log = 0, mean = 0, spread = 0, away;
    int x = answers[j];

    if (x >= items[j].n_categories)
      return PSY_ERROR_ARGUMENT;
    if (x < 0)
      continue;
    n++;
    psy_item_evaluate (&items[j], theta, c);
    l0 += c[x].log_p;
    for (int k = 0; k < items[j].n_categories; k++) {
      double derivative = c[k].p * c[k].l1;

      mean_log += c[k].p * c[k].log_p;
      mean += c[k].p * score_of (&items[j], k);
      information += derivative * c[k].l1;
      warm += derivative * (c[k].l1 * c[k].l1 + c[k].l2);
      slope += derivative * c[k].log_p;
    }
    /* About their means: nothing is lost where an answer is nearly certain. */
    for (int k = 0; k < items[j].n_categories; k++) {
      double from_mean = score_of (&items[j], k) - mean, from_log = c[k].log_p - mean_log;

      spread += c[k].p * from_mean * from_mean;
      variance += c[k].p * from_log * from_log;
    }
    expected += mean_log;
    away = score_of (&items[j], x) - mean;
    outfit += away == 0 ? 0 : away * away / spread;
    squares += away * away;
    variances += spread;
  }
  fit->n_answers = n;
  if (n < 2)
    return PSY_ERROR_TOO_FEW;
  fit->log_likelihood = l0;
  fit->expected = expected;
  fit->variance = variance;
  fit->outfit = outfit / n;
  fit->infit = variances > 0 ? squares / variances : NAN;
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
