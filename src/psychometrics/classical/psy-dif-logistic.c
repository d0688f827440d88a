/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differential item functioning by logistic regression on counted answers. */

#include <math.h>

#include "psy-dif-tables.h"
#include "psy-distributions.h"
#include "psy-linear.h"
#include "psy-logistic.h"

/* Thresholds of at most 15 steps and three slopes. */
#define MAX_PARAMETERS (PSY_MAX_CATEGORIES + 2)
#define MAX_STEPS 60

typedef struct {
  const PsyDifTables *tables;
  size_t item;
  int n_steps, n_slopes;
  double centre, scale;
} Regression;

/* Log-likelihood, gradient and information of P (X >= k) = L (c_k + b' z) at @x. */
static double
evaluate (const Regression *regression, const double *x, double *gradient, double *information)
{
  const PsyDifTables *tables = regression->tables;
  int n_steps = regression->n_steps, n = n_steps + regression->n_slopes;
  double log_l = 0;

  for (int i = 0; i < n; i++)
    gradient[i] = 0;
  for (int i = 0; i < n * n; i++)
    information[i] = 0;
  for (int k = 1; k < n_steps; k++) {
    if (!(x[k] < x[k - 1]))
      return -INFINITY;
  }
  for (size_t s = 0; s < tables->n_scores; s++) {
    for (size_t g = 0; g < 2; g++) {
      const uint32_t *counts = psy_dif_tables_at (tables, regression->item, s, g);
      double score = ((double) s - regression->centre) / regression->scale;
      double z[3] = { score, (double) g, score * (double) g }, shift = 0;

      for (int i = 0; i < regression->n_slopes; i++)
        shift += x[n_steps + i] * z[i];
      for (int k = 0; k <= n_steps; k++) {
        double count = counts[k], d[MAX_PARAMETERS] = { 0 };
        double zu = k > 0 ? x[k - 1] + shift : INFINITY,
               zv = k < n_steps ? x[k] + shift : -INFINITY;
        double su = k > 0 ? psy_logistic (zu) : 1, cu = k > 0 ? psy_logistic (-zu) : 0;
        double sv = k < n_steps ? psy_logistic (zv) : 0, cv = k < n_steps ? psy_logistic (-zv) : 1;
        double factor = k > 0 && k < n_steps ? -expm1 (zv - zu) : 1;
        double u, v, uu, vv, uv;

        if (count == 0)
          continue;
        log_l += count * ((k > 0 ? psy_logistic_log (zu) : 0) +
                          (k < n_steps ? psy_logistic_log (-zv) : 0) + log (factor));
        u = k > 0 ? cu / (cv * factor) : 0;
        v = k < n_steps ? -sv / (su * factor) : 0;
        uu = u * (cu - su) - u * u;
        vv = v * (cv - sv) - v * v;
        uv = -u * v;
        if (k > 0)
          d[k - 1] += u;
        if (k < n_steps)
          d[k] += v;
        for (int i = 0; i < regression->n_slopes; i++)
          d[n_steps + i] = (u + v) * z[i];
        for (int i = 0; i < n; i++)
          gradient[i] += count * d[i];
        /* -d² log p: boundaries with themselves, with slopes, slopes with slopes. */
        if (k > 0)
          information[(k - 1) * n + k - 1] -= count * uu;
        if (k < n_steps)
          information[k * n + k] -= count * vv;
        if (k > 0 && k < n_steps) {
          information[(k - 1) * n + k] -= count * uv;
          information[k * n + k - 1] -= count * uv;
        }
        for (int i = 0; i < regression->n_slopes; i++) {
          int a = n_steps + i;

          if (k > 0) {
            information[a * n + k - 1] -= count * (uu + uv) * z[i];
            information[(k - 1) * n + a] -= count * (uu + uv) * z[i];
          }
          if (k < n_steps) {
            information[a * n + k] -= count * (vv + uv) * z[i];
            information[k * n + a] -= count * (vv + uv) * z[i];
          }
          for (int j = 0; j < regression->n_slopes; j++)
            information[a * n + n_steps + j] -= count * (uu + 2 * uv + vv) * z[i] * z[j];
        }
      }
    }
  }
  return log_l;
}

/* Newton with halved steps; @x begins with usable thresholds. Covariance of the last parameter to
 * @last_variance. */
static bool
fit (const Regression *regression, double *x, double *log_l, double *last_variance)
{
  size_t n = (size_t) (regression->n_steps + regression->n_slopes);
  double gradient[MAX_PARAMETERS], information[MAX_PARAMETERS * MAX_PARAMETERS];
  double next[MAX_PARAMETERS], next_gradient[MAX_PARAMETERS], unit[MAX_PARAMETERS] = { 0 };
  double next_information[MAX_PARAMETERS * MAX_PARAMETERS];

  *log_l = evaluate (regression, x, gradient, information);
  for (int step = 0; step < MAX_STEPS; step++) {
    double length = 1, gained = -INFINITY, move = 0;

    if (!isfinite (*log_l) || !psy_linear_cholesky (information, n))
      return false;
    psy_linear_cholesky_solve (information, n, gradient);
    for (size_t i = 0; i < n; i++)
      move = fmax (move, fabs (gradient[i]));
    if (move < 1e-9) {
      unit[n - 1] = 1;
      psy_linear_cholesky_solve (information, n, unit);
      *last_variance = unit[n - 1];
      return true;
    }
    for (int halving = 0; halving < 30; halving++, length /= 2) {
      for (size_t i = 0; i < n; i++)
        next[i] = x[i] + length * gradient[i];
      gained = evaluate (regression, next, next_gradient, next_information);
      if (gained >= *log_l - 1e-12 * fabs (*log_l))
        break;
    }
    if (!(gained >= *log_l - 1e-12 * fabs (*log_l)))
      return false;
    *log_l = gained;
    for (size_t i = 0; i < n; i++) {
      x[i] = next[i];
      gradient[i] = next_gradient[i];
    }
    for (size_t i = 0; i < n * n; i++)
      information[i] = next_information[i];
  }
  return false;
}

/* R² of a model; of the perfect one, Nagelkerke's divisor, with log_l = 0. */
static double
cox_snell (double log_l, double null_log_l, double n)
{
  return 1 - exp (2 * (null_log_l - log_l) / n);
}

static PsyDifClass
class_of (double gain, double p, double alpha, double b, double c)
{
  if (!(p < alpha) || gain < b)
    return PSY_DIF_A;
  return gain < c ? PSY_DIF_B : PSY_DIF_C;
}

static const PsyLogisticDif undefined = {
  .log_likelihood = { NAN, NAN, NAN },
  .uniform = NAN,
  .uniform_p = NAN,
  .nonuniform = NAN,
  .nonuniform_p = NAN,
  .both = NAN,
  .both_p = NAN,
  .group = { NAN, NAN },
  .interaction = { NAN, NAN },
  .r2_uniform = NAN,
  .r2_both = NAN,
  .cox_snell_uniform = NAN,
  .cox_snell_both = NAN,
};

static void
study (const PsyDifTables *tables, size_t item, double alpha, PsyLogisticDif *result)
{
  Regression regression = { .tables = tables,
                            .item = item,
                            .n_steps = tables->n_categories[item] - 1 };
  double marginal[PSY_MAX_CATEGORIES] = { 0 }, n = 0, mean = 0, square = 0, above = 0, null = 0;
  double x[MAX_PARAMETERS] = { 0 }, variance;

  *result = undefined;
  for (size_t s = 0; s < tables->n_scores; s++) {
    for (size_t g = 0; g < 2; g++) {
      const uint32_t *counts = psy_dif_tables_at (tables, item, s, g);

      for (int k = 0; k <= regression.n_steps; k++) {
        marginal[k] += counts[k];
        n += counts[k];
        mean += (double) s * counts[k];
        square += (double) s * (double) s * counts[k];
      }
    }
  }
  mean /= n;
  regression.centre = mean;
  regression.scale = sqrt (square / n - mean * mean);
  if (!(regression.scale > 0))
    return;
  for (int k = regression.n_steps; k > 0; k--) {
    if (marginal[k] == 0 || marginal[0] == 0)
      return;
    above += marginal[k];
    null += marginal[k] * log (marginal[k] / n);
    x[k - 1] = log (above / (n - above));
  }
  null += marginal[0] * log (marginal[0] / n);
  for (int model = 0; model < 3; model++) {
    regression.n_slopes = model + 1;
    if (!fit (&regression, x, &result->log_likelihood[model], &variance))
      return;
    if (model == 1)
      result->group = (PsyEstimate) { x[regression.n_steps + 1], sqrt (variance) };
    if (model == 2)
      result->interaction = (PsyEstimate) { x[regression.n_steps + 2] / regression.scale,
                                            sqrt (variance) / regression.scale };
  }
  /* The score was centred for the fit: the group's coefficient of the second model has no
   * interaction beside it and does not depend on that. */
  result->uniform = 2 * (result->log_likelihood[1] - result->log_likelihood[0]);
  result->nonuniform = 2 * (result->log_likelihood[2] - result->log_likelihood[1]);
  result->both = result->uniform + result->nonuniform;
  result->uniform_p = psy_distributions_chi2_upper (fmax (result->uniform, 0), 1);
  result->nonuniform_p = psy_distributions_chi2_upper (fmax (result->nonuniform, 0), 1);
  result->both_p = psy_distributions_chi2_upper (fmax (result->both, 0), 2);
  result->cox_snell_uniform =
    cox_snell (result->log_likelihood[1], null, n) - cox_snell (result->log_likelihood[0], null, n);
  result->cox_snell_both =
    cox_snell (result->log_likelihood[2], null, n) - cox_snell (result->log_likelihood[0], null, n);
  result->r2_uniform = result->cox_snell_uniform / cox_snell (0, null, n);
  result->r2_both = result->cox_snell_both / cox_snell (0, null, n);
  result->jodoin_gierl = class_of (result->r2_both, result->both_p, alpha, 0.035, 0.070);
  result->zumbo_thomas = class_of (result->r2_both, result->both_p, alpha, 0.13, 0.26);
  result->flagged = result->both_p < alpha;
}

static bool
study_item (const PsyDifTables *tables, size_t item, double alpha, void *results)
{
  PsyLogisticDif *result = (PsyLogisticDif *) results + item;

  study (tables, item, alpha, result);
  return result->flagged;
}

PsyStatus
psy_dif_logistic (const PsyResponses *responses,
                  const uint8_t *groups,
                  const PsyDifOptions *options,
                  void *work,
                  size_t work_size,
                  PsyLogisticDif *results,
                  int *rounds)
{
  for (size_t j = 0; j < responses->n_items; j++)
    results[j] = undefined;
  return psy_dif_tables_study (responses, groups, options, work, work_size, study_item, results,
                               rounds);
}
