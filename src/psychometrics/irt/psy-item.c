/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item response models: probabilities, derivatives, information. */

#include "psy-item.h"

#include <math.h>

#include "psy-logistic.h"

static void
evaluate_2pl (const PsyItem *item, double theta, PsyCategory *out)
{
  double z = item->a * theta + item->d[0];
  double p = psy_logistic (z), q = psy_logistic (-z);
  double l2 = -item->a * item->a * p * q;

  out[0] = (PsyCategory) { q, psy_logistic_log (-z), -item->a * p, l2 };
  out[1] = (PsyCategory) { p, psy_logistic_log (z), item->a * q, l2 };
}

static void
evaluate_3pl (const PsyItem *item, double theta, PsyCategory *out)
{
  double a = item->a, g = item->g;
  double z = a * theta + item->d[0];
  double s = psy_logistic (z), q = psy_logistic (-z);
  double p, l1;

  if (g == 0) {
    evaluate_2pl (item, theta, out);
    return;
  }
  p = g + (1 - g) * s;
  l1 = (1 - g) * a * s * q / p;
  out[0] =
    (PsyCategory) { (1 - g) * q, log1p (-g) + psy_logistic_log (-z), -a * s, -a * a * s * q };
  out[1] = (PsyCategory) { p, log (p), l1, (1 - g) * a * a * s * q * (q - s) / p - l1 * l1 };
}

/* P_k = L(u) - L(v) = L(u) L(-v) (1 - exp (v - u)) with u = a theta + d_k, v = a theta + d_{k+1}:
 * no digits are lost however close or far the two are. */
static void
evaluate_grm (const PsyItem *item, double theta, PsyCategory *out)
{
  int last = item->n_categories - 1;
  double a = item->a;
  double upper = 1, upper_complement = 0, log_upper = 0;

  for (int k = 0; k <= last; k++) {
    double z = k < last ? a * theta + item->d[k] : -INFINITY;
    double lower = k < last ? psy_logistic (z) : 0;
    double lower_complement = k < last ? psy_logistic (-z) : 1;
    double log_lower_complement = k < last ? psy_logistic_log (-z) : 0;
    /* Differences of intercepts, not of logits: exact at any theta. */
    double gap = k == 0 || k == last ? INFINITY : item->d[k - 1] - item->d[k];
    double factor = isinf (gap) ? 1 : -expm1 (-gap);

    out[k].p = upper * lower_complement * factor;
    out[k].log_p = log_upper + log_lower_complement + (isinf (gap) ? 0 : log (factor));
    out[k].l1 = a * (upper_complement - lower);
    out[k].l2 = -a * a * (upper * upper_complement + lower * lower_complement);
    upper = lower;
    upper_complement = lower_complement;
    log_upper = k < last ? psy_logistic_log (z) : -INFINITY;
  }
}

static void
evaluate_softmax (int n, const double *z, const double *slope, PsyCategory *out)
{
  double top = z[0], sum = 0, mean = 0, variance = 0, log_sum;

  for (int k = 1; k < n; k++)
    top = fmax (top, z[k]);
  for (int k = 0; k < n; k++) {
    out[k].p = exp (z[k] - top);
    sum += out[k].p;
  }
  log_sum = log (sum);
  for (int k = 0; k < n; k++) {
    out[k].p /= sum;
    out[k].log_p = z[k] - top - log_sum;
    mean += out[k].p * slope[k];
  }
  for (int k = 0; k < n; k++)
    variance += out[k].p * (slope[k] - mean) * (slope[k] - mean);
  for (int k = 0; k < n; k++) {
    out[k].l1 = slope[k] - mean;
    out[k].l2 = -variance;
  }
}

static void
evaluate_gpcm (const PsyItem *item, double theta, PsyCategory *out)
{
  double z[PSY_MAX_CATEGORIES], slope[PSY_MAX_CATEGORIES];

  for (int k = 0; k < item->n_categories; k++) {
    slope[k] = k * item->a;
    z[k] = slope[k] * theta + (k > 0 ? item->d[k - 1] : 0);
  }
  evaluate_softmax (item->n_categories, z, slope, out);
}

static void
evaluate_nominal (const PsyItem *item, double theta, PsyCategory *out)
{
  double z[PSY_MAX_CATEGORIES];

  for (int k = 0; k < item->n_categories; k++)
    z[k] = item->slopes[k] * theta + (k > 0 ? item->d[k - 1] : 0);
  evaluate_softmax (item->n_categories, z, item->slopes, out);
}

static const PsyModelInfo models[PSY_N_MODELS] = {
  { PSY_MODEL_RASCH, "Rasch", true, evaluate_2pl },
  { PSY_MODEL_2PL, "2PL", true, evaluate_2pl },
  { PSY_MODEL_3PL, "3PL", true, evaluate_3pl },
  { PSY_MODEL_GRM, "GRM", false, evaluate_grm },
  { PSY_MODEL_GPCM, "GPCM", false, evaluate_gpcm },
  { PSY_MODEL_NOMINAL, "nominal", false, evaluate_nominal },
};

const PsyModelInfo *
psy_model_info (PsyModel model)
{
  return (unsigned) model < PSY_N_MODELS ? &models[model] : NULL;
}

PsyStatus
psy_item_check (const PsyItem *item)
{
  const PsyModelInfo *info = psy_model_info (item->model);

  if (info == NULL || item->n_categories < 2 || item->n_categories > PSY_MAX_CATEGORIES ||
      (info->dichotomous && item->n_categories != 2) || !isfinite (item->a) ||
      (item->model == PSY_MODEL_3PL && !(item->g >= 0 && item->g < 1)))
    return PSY_ERROR_ARGUMENT;
  for (int k = 0; k < item->n_categories - 1; k++) {
    if (!isfinite (item->d[k]) ||
        (item->model == PSY_MODEL_GRM && k > 0 && !(item->d[k] < item->d[k - 1])))
      return PSY_ERROR_ARGUMENT;
  }
  if (item->model == PSY_MODEL_NOMINAL) {
    if (item->key < 0 || item->key >= item->n_categories)
      return PSY_ERROR_ARGUMENT;
    for (int k = 0; k < item->n_categories; k++) {
      if (!isfinite (item->slopes[k]))
        return PSY_ERROR_ARGUMENT;
    }
  }
  return PSY_OK;
}

PsyStatus
psy_item_check_all (const PsyItem *items, size_t n_items)
{
  for (size_t j = 0; j < n_items; j++) {
    if (psy_item_check (&items[j]) != PSY_OK)
      return PSY_ERROR_ARGUMENT;
  }
  return PSY_OK;
}

PsyStatus
psy_item_get_difficulties (const PsyItem *item, double *b)
{
  if (item->model == PSY_MODEL_NOMINAL || item->a == 0)
    return PSY_ERROR_ARGUMENT;
  for (int k = 0; k < item->n_categories - 1; k++) {
    double before = item->model == PSY_MODEL_GPCM && k > 0 ? item->d[k - 1] : 0;

    b[k] = -(item->d[k] - before) / item->a;
  }
  return PSY_OK;
}

PsyStatus
psy_item_set_difficulties (PsyItem *item, const double *b)
{
  if (item->model == PSY_MODEL_NOMINAL || item->a == 0)
    return PSY_ERROR_ARGUMENT;
  for (int k = 0; k < item->n_categories - 1; k++) {
    double before = item->model == PSY_MODEL_GPCM && k > 0 ? item->d[k - 1] : 0;

    item->d[k] = before - item->a * b[k];
  }
  return psy_item_check (item);
}

void
psy_item_evaluate (const PsyItem *item, double theta, PsyCategory *out)
{
  models[item->model].evaluate (item, theta, out);
}

double
psy_item_information (const PsyItem *item, double theta)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  double sum = 0;

  psy_item_evaluate (item, theta, c);
  for (int k = 0; k < item->n_categories; k++)
    sum += c[k].p * c[k].l1 * c[k].l1;
  return sum;
}

double
psy_item_test_information (const PsyItem *items, size_t n_items, double theta)
{
  double sum = 0;

  for (size_t j = 0; j < n_items; j++)
    sum += psy_item_information (&items[j], theta);
  return sum;
}
