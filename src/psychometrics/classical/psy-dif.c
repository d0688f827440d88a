/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differential item functioning by Mantel and Haenszel. */

#include "psy-dif.h"

#include <math.h>

#include "psy-dif-tables.h"
#include "psy-distributions.h"

/* Right answers of the reference group that the margins and a common odds ratio lead to expect. */
static double
expected_at (double alpha, double n_reference, double n_focal, double right)
{
  double a = 1 - alpha, b = n_focal - right + alpha * (n_reference + right);
  double c = -alpha * n_reference * right;

  if (fabs (a) < 1e-12)
    return -c / b;
  /* The root between the bounds, in the form that keeps its digits. */
  return -2 * c / (b + sqrt (b * b - 4 * a * c));
}

static void
find_breslow_day (const PsyDifTables *tables, size_t item, PsyMantelHaenszel *result)
{
  double sum = 0;
  size_t strata = 0;

  for (size_t s = 0; s < tables->n_scores; s++) {
    const uint32_t *r = psy_dif_tables_at (tables, item, s, 0),
                   *f = psy_dif_tables_at (tables, item, s, 1);
    double n_r = (double) r[0] + r[1], n_f = (double) f[0] + f[1];
    double right = (double) r[1] + f[1], e, variance;

    if (n_r == 0 || n_f == 0 || right == 0 || right == n_r + n_f)
      continue;
    e = expected_at (result->odds_ratio, n_r, n_f, right);
    variance = 1 / (1 / e + 1 / (n_r - e) + 1 / (right - e) + 1 / (n_f - right + e));
    sum += (r[1] - e) * (r[1] - e) / variance;
    strata++;
  }
  if (strata > 1) {
    result->breslow_day = sum;
    result->breslow_day_df = strata - 1;
    result->breslow_day_p = psy_distributions_chi2_upper (sum, (double) (strata - 1));
  }
}

static void
find_odds (const PsyDifTables *tables, size_t item, double alpha, PsyMantelHaenszel *result)
{
  double numerator = 0, denominator = 0, pr = 0, mixed = 0, qs = 0, size;

  for (size_t s = 0; s < tables->n_scores; s++) {
    const uint32_t *r = psy_dif_tables_at (tables, item, s, 0),
                   *f = psy_dif_tables_at (tables, item, s, 1);
    double n = (double) r[0] + r[1] + f[0] + f[1], up, down, p;

    if (r[0] + r[1] == 0 || f[0] + f[1] == 0)
      continue;
    up = (double) r[1] * f[0] / n;
    down = (double) r[0] * f[1] / n;
    p = ((double) r[1] + f[0]) / n;
    numerator += up;
    denominator += down;
    pr += p * up;
    mixed += p * down + (1 - p) * up;
    qs += (1 - p) * down;
  }
  if (!(numerator > 0) || !(denominator > 0))
    return;
  result->odds_ratio = numerator / denominator;
  result->log_odds.value = log (result->odds_ratio);
  result->log_odds.se =
    sqrt (pr / (2 * numerator * numerator) + mixed / (2 * numerator * denominator) +
          qs / (2 * denominator * denominator));
  result->delta = (PsyEstimate) { -2.35 * result->log_odds.value, 2.35 * result->log_odds.se };
  size = fabs (result->delta.value);
  if (size < 1 || !(result->p < alpha))
    result->ets = PSY_DIF_A;
  else if (size >= 1.5 && (size - 1) / result->delta.se > psy_distributions_normal_quantile (0.95))
    result->ets = PSY_DIF_C;
  else
    result->ets = PSY_DIF_B;
  find_breslow_day (tables, item, result);
}

static const PsyMantelHaenszel undefined = {
  .odds_ratio = NAN,
  .log_odds = { NAN, NAN },
  .delta = { NAN, NAN },
  .chi2 = NAN,
  .p = NAN,
  .chi2_uncorrected = NAN,
  .breslow_day = NAN,
  .breslow_day_p = NAN,
  .standardised = NAN,
};

static void
study (const PsyDifTables *tables, size_t item, double alpha, PsyMantelHaenszel *result)
{
  size_t n_categories = (size_t) tables->n_categories[item];
  double difference = 0, variance = 0, standardised = 0, focal = 0;

  *result = undefined;
  for (size_t s = 0; s < tables->n_scores; s++) {
    const uint32_t *r = psy_dif_tables_at (tables, item, s, 0),
                   *f = psy_dif_tables_at (tables, item, s, 1);
    double n_r = 0, n_f = 0, sum_r = 0, sum_f = 0, squares = 0, n, sum;

    for (size_t k = 0; k < n_categories; k++) {
      n_r += r[k];
      n_f += f[k];
      sum_r += (double) k * r[k];
      sum_f += (double) k * f[k];
      squares += (double) k * (double) k * ((double) r[k] + f[k]);
    }
    if (n_r == 0 || n_f == 0)
      continue;
    n = n_r + n_f;
    sum = sum_r + sum_f;
    result->n_strata++;
    difference += sum_r - n_r * sum / n;
    if (n > 1)
      variance += n_r * n_f / (n * n * (n - 1)) * (n * squares - sum * sum);
    standardised += n_f * (sum_f / n_f - sum_r / n_r);
    focal += n_f;
  }
  if (focal > 0)
    result->standardised = standardised / focal;
  if (!(variance > 0))
    return;
  result->chi2_uncorrected = difference * difference / variance;
  if (n_categories == 2) {
    double corrected = fmax (fabs (difference) - 0.5, 0);

    result->chi2 = corrected * corrected / variance;
    result->p = psy_distributions_chi2_upper (result->chi2, 1);
    find_odds (tables, item, alpha, result);
  } else {
    result->p = psy_distributions_chi2_upper (result->chi2_uncorrected, 1);
  }
  result->flagged = result->p < alpha;
}

static bool
study_item (const PsyDifTables *tables, size_t item, double alpha, void *results)
{
  PsyMantelHaenszel *result = (PsyMantelHaenszel *) results + item;

  study (tables, item, alpha, result);
  return result->flagged;
}

PsyStatus
psy_dif_mantel_haenszel (const PsyResponses *responses,
                         const uint8_t *groups,
                         const PsyDifOptions *options,
                         void *work,
                         size_t work_size,
                         PsyMantelHaenszel *results,
                         int *rounds)
{
  for (size_t j = 0; j < responses->n_items; j++)
    results[j] = undefined;
  return psy_dif_tables_study (responses, groups, options, work, work_size, study_item, results,
                               rounds);
}
