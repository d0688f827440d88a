/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of raters and of occasions: intraclass correlations, kappa, reliable change. */

#include "psy-agreement.h"

#include <math.h>

#include "psy-distributions.h"

static bool
is_complete (const double *row, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    if (isnan (row[i]))
      return false;
  }
  return true;
}

static double
step_up (double r, double k)
{
  return k * r / (1 + (k - 1) * r);
}

static void
find_iccs (PsyAgreement *a, double n, double k, double level)
{
  double b = a->between_targets, j = a->between_raters, w = a->within_targets, e = a->error;
  double tail = (1 - level) / 2, f1 = b / w, f3 = b / e, ratio = j / e;
  double low1 = f1 / psy_distributions_f_upper_quantile (tail, n - 1, n * (k - 1));
  double high1 = f1 * psy_distributions_f_upper_quantile (tail, n * (k - 1), n - 1);
  double low3 = f3 / psy_distributions_f_upper_quantile (tail, n - 1, (n - 1) * (k - 1));
  double high3 = f3 * psy_distributions_f_upper_quantile (tail, (n - 1) * (k - 1), n - 1);
  double icc2, up, down, v, f_low, f_high;
  PsyIcc *icc = a->icc;

  icc[PSY_ICC_1] = (PsyIcc) {
    (b - w) / (b + (k - 1) * w),
    { (low1 - 1) / (low1 + k - 1), (high1 - 1) / (high1 + k - 1) },
    f1,
    n - 1,
    n * (k - 1),
    NAN,
  };
  icc[PSY_ICC_1K] =
    (PsyIcc) { (b - w) / b, { 1 - 1 / low1, 1 - 1 / high1 }, f1, n - 1, n * (k - 1), NAN };
  icc[PSY_ICC_3] = (PsyIcc) {
    (b - e) / (b + (k - 1) * e),
    { (low3 - 1) / (low3 + k - 1), (high3 - 1) / (high3 + k - 1) },
    f3,
    n - 1,
    (n - 1) * (k - 1),
    NAN,
  };
  icc[PSY_ICC_3K] =
    (PsyIcc) { (b - e) / b, { 1 - 1 / low3, 1 - 1 / high3 }, f3, n - 1, (n - 1) * (k - 1), NAN };

  icc2 = (b - e) / (b + (k - 1) * e + k * (j - e) / n);
  up = k * icc2 * ratio + n * (1 + (k - 1) * icc2) - k * icc2;
  down = (n - 1) * k * k * icc2 * icc2 * ratio * ratio +
         (n * (1 + (k - 1) * icc2) - k * icc2) * (n * (1 + (k - 1) * icc2) - k * icc2);
  v = (k - 1) * (n - 1) * up * up / down;
  f_low = psy_distributions_f_upper_quantile (tail, n - 1, v);
  f_high = psy_distributions_f_upper_quantile (tail, v, n - 1);
  icc[PSY_ICC_2] = (PsyIcc) {
    icc2,
    { n * (b - f_low * e) / (f_low * (k * j + (k * n - k - n) * e) + n * b),
      n * (f_high * b - e) / (k * j + (k * n - k - n) * e + n * f_high * b) },
    f3,
    n - 1,
    (n - 1) * (k - 1),
    NAN,
  };
  icc[PSY_ICC_2K] = (PsyIcc) {
    (b - e) / (b + (j - e) / n),
    { step_up (icc[PSY_ICC_2].interval.low, k), step_up (icc[PSY_ICC_2].interval.high, k) },
    f3,
    n - 1,
    (n - 1) * (k - 1),
    NAN,
  };
  for (int form = 0; form < PSY_N_ICC_FORMS; form++) {
    bool is_one_way = form == PSY_ICC_1 || form == PSY_ICC_1K;

    icc[form].p = psy_distributions_f_upper (icc[form].f, icc[form].df1, icc[form].df2);
    if (!((is_one_way ? w : e) > 0))
      icc[form].interval = (PsyInterval) { NAN, NAN };
  }
}

PsyStatus
psy_agreement (const double *ratings,
               size_t n_targets,
               size_t n_raters,
               double level,
               PsyAgreement *agreement)
{
  double n = 0, k = (double) n_raters, mean = 0, targets = 0, total = 0, raters = 0, z;

  *agreement = (PsyAgreement) { .n_raters = n_raters };
  for (int form = 0; form < PSY_N_ICC_FORMS; form++)
    agreement->icc[form] = (PsyIcc) { NAN, { NAN, NAN }, NAN, NAN, NAN, NAN };
  agreement->sem = agreement->sem_agreement = agreement->smallest_change = NAN;
  agreement->between_targets = agreement->between_raters = NAN;
  agreement->within_targets = agreement->error = NAN;
  if (!(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < n_targets; i++) {
    const double *row = ratings + i * n_raters;

    if (!is_complete (row, n_raters))
      continue;
    n++;
    for (size_t j = 0; j < n_raters; j++) {
      if (!isfinite (row[j]))
        return PSY_ERROR_ARGUMENT;
      mean += row[j];
    }
  }
  agreement->n_targets = (size_t) n;
  if (n < 2 || n_raters < 2)
    return PSY_ERROR_TOO_FEW;
  mean /= n * k;
  for (size_t j = 0; j < n_raters; j++) {
    double own = 0;

    for (size_t i = 0; i < n_targets; i++)
      own += is_complete (ratings + i * n_raters, n_raters) ? ratings[i * n_raters + j] - mean : 0;
    raters += own * own / n;
  }
  for (size_t i = 0; i < n_targets; i++) {
    const double *row = ratings + i * n_raters;
    double own = 0;

    if (!is_complete (row, n_raters))
      continue;
    for (size_t j = 0; j < n_raters; j++) {
      own += row[j] - mean;
      total += (row[j] - mean) * (row[j] - mean);
    }
    targets += own * own / k;
  }
  agreement->between_targets = targets / (n - 1);
  agreement->between_raters = raters / (k - 1);
  agreement->within_targets =
    total - targets > 1e-13 * total ? (total - targets) / (n * (k - 1)) : 0;
  agreement->error = total - targets - raters;
  agreement->error = agreement->error > 1e-13 * total ? agreement->error / ((n - 1) * (k - 1)) : 0;
  if (!(targets > 1e-13 * total))
    return PSY_ERROR_NO_VARIANCE;
  z = psy_distributions_normal_quantile (0.5 + level / 2);
  agreement->sem = sqrt (agreement->error);
  agreement->sem_agreement =
    sqrt (agreement->error + fmax (agreement->between_raters - agreement->error, 0) / n);
  agreement->smallest_change = z * sqrt (2) * agreement->sem;
  find_iccs (agreement, n, k, level);
  return PSY_OK;
}

PsyStatus
psy_agreement_reliable_change (PsyEstimate before,
                               PsyEstimate after,
                               double level,
                               PsyChange *change)
{
  double difference = after.value - before.value, se = hypot (before.se, after.se);

  *change = (PsyChange) { { NAN, NAN }, NAN, 0 };
  if (!isfinite (difference) || !(before.se >= 0) || !(after.se >= 0) || !(se > 0) ||
      !isfinite (se) || !(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  change->difference = (PsyEstimate) { difference, se };
  change->index = difference / se;
  if (fabs (difference) > psy_distributions_normal_quantile (0.5 + level / 2) * se)
    change->direction = difference > 0 ? 1 : -1;
  return PSY_OK;
}

static double
agreement_weight (PsyKappaWeights weights, size_t i, size_t j, size_t k)
{
  double distance = fabs ((double) i - (double) j) / (double) (k - 1);

  if (weights == PSY_KAPPA_NONE)
    return i == j;
  return weights == PSY_KAPPA_LINEAR ? 1 - distance : 1 - distance * distance;
}

PsyStatus
psy_kappa (const double *table, size_t k, PsyKappaWeights weights, double level, PsyKappa *kappa)
{
  double n = 0, row[PSY_MAX_RATINGS] = { 0 }, column[PSY_MAX_RATINGS] = { 0 };
  double row_weight[PSY_MAX_RATINGS] = { 0 }, column_weight[PSY_MAX_RATINGS] = { 0 };
  double observed = 0, expected = 0, spread = 0, null_spread = 0, z, value;

  *kappa = (PsyKappa) { { NAN, NAN }, { NAN, NAN }, NAN, NAN, NAN, NAN };
  if (k < 2 || k > PSY_MAX_RATINGS || (unsigned) weights > PSY_KAPPA_QUADRATIC ||
      !(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < k * k; i++) {
    if (!(table[i] >= 0) || !isfinite (table[i]))
      return PSY_ERROR_ARGUMENT;
    n += table[i];
    row[i / k] += table[i];
    column[i % k] += table[i];
  }
  if (!(n > 0))
    return PSY_ERROR_NO_DATA;
  for (size_t i = 0; i < k; i++) {
    row[i] /= n;
    column[i] /= n;
  }
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      double weight = agreement_weight (weights, i, j, k);

      observed += weight * table[i * k + j] / n;
      expected += weight * row[i] * column[j];
      row_weight[i] += weight * column[j];
      column_weight[j] += weight * row[i];
    }
  }
  kappa->observed = observed;
  kappa->expected = expected;
  if (!(expected < 1))
    return PSY_ERROR_NO_VARIANCE;
  value = (observed - expected) / (1 - expected);
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      double weight = agreement_weight (weights, i, j, k),
             margin = row_weight[i] + column_weight[j];
      double away = weight * (1 - expected) - margin * (1 - observed);

      spread += table[i * k + j] / n * away * away;
      null_spread += row[i] * column[j] * (weight - margin) * (weight - margin);
    }
  }
  spread -= pow (observed * expected - 2 * expected + observed, 2);
  null_spread -= expected * expected;
  z = psy_distributions_normal_quantile (0.5 + level / 2);
  kappa->kappa.value = value;
  kappa->kappa.se = sqrt (fmax (spread, 0) / n) / ((1 - expected) * (1 - expected));
  kappa->interval = (PsyInterval) { value - z * kappa->kappa.se, value + z * kappa->kappa.se };
  kappa->se_null = sqrt (fmax (null_spread, 0) / n) / (1 - expected);
  kappa->z = value / kappa->se_null;
  return PSY_OK;
}
