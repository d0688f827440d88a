/* SPDX-License-Identifier: GPL-3.0-or-later */
/* McDonald's omega of one common factor, by maximum likelihood. */

#include <math.h>

#include "psy-distributions.h"
#include "psy-linear.h"
#include "psy-reliability.h"

#define MAX_STEPS 500

size_t
psy_omega_workspace_size (size_t k)
{
  return 4 * k * k + 4 * k * k + 8 * k;
}

typedef struct {
  size_t k;
  double n;
  const double *covariance;
  double scale;
  double *w, *wsw, *information, *x, *next, *gradient, *v;
} Fit;

static double
s_at (const Fit *fit, size_t i, size_t j)
{
  return fit->scale * fit->covariance[i * fit->k + j];
}

/* -2 log-likelihood / n up to a constant; leaves the inverse of the implied matrix in fit->w. */
static double
discrepancy (Fit *fit, const double *x)
{
  size_t k = fit->k;
  const double *loading = x, *unique = x + k;
  double common = 1, value = 0;

  /* Sherman-Morrison: the implied matrix is a diagonal and one product. */
  for (size_t i = 0; i < k; i++) {
    if (!(unique[i] > 1e-9 * s_at (fit, i, i)))
      return INFINITY;
    common += loading[i] * loading[i] / unique[i];
    value += log (unique[i]);
  }
  value += log (common);
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      fit->w[i * k + j] =
        (i == j) / unique[i] - loading[i] * loading[j] / (unique[i] * unique[j] * common);
      value += fit->w[i * k + j] * s_at (fit, i, j);
    }
  }
  return value;
}

/* Gradient of the log-likelihood and expected information at fit->x, of discrepancy() before. */
static void
differentiate (Fit *fit)
{
  size_t k = fit->k, n2 = 2 * k;
  const double *loading = fit->x, *w = fit->w;
  double *v = fit->v, *ws = fit->information, c = 0;

  for (size_t i = 0; i < k; i++) {
    v[i] = 0;
    for (size_t j = 0; j < k; j++) {
      double sum = 0;

      v[i] += w[i * k + j] * loading[j];
      for (size_t l = 0; l < k; l++)
        sum += w[i * k + l] * s_at (fit, l, j);
      ws[i * k + j] = sum;
    }
    c += loading[i] * v[i];
  }
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      double sum = 0;

      for (size_t l = 0; l < k; l++)
        sum += ws[i * k + l] * w[l * k + j];
      fit->wsw[i * k + j] = sum - w[i * k + j];
    }
  }
  for (size_t i = 0; i < k; i++) {
    fit->gradient[i] = 0;
    for (size_t j = 0; j < k; j++)
      fit->gradient[i] += fit->n * fit->wsw[i * k + j] * loading[j];
    fit->gradient[k + i] = fit->n / 2 * fit->wsw[i * k + i];
  }
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      double wij = w[i * k + j];

      fit->information[i * n2 + j] = fit->n * (v[i] * v[j] + c * wij);
      fit->information[i * n2 + k + j] = fit->n * wij * v[j];
      fit->information[(k + j) * n2 + i] = fit->n * wij * v[j];
      fit->information[(k + i) * n2 + k + j] = fit->n / 2 * wij * wij;
    }
  }
}

static void
start (Fit *fit)
{
  size_t k = fit->k;
  double off = 0;

  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++)
      off += i != j ? s_at (fit, i, j) : 0;
  }
  off = sqrt (fmax (off / (double) (k * (k - 1)), 1e-6));
  for (size_t i = 0; i < k; i++) {
    double row = 0, variance = s_at (fit, i, i);

    for (size_t j = 0; j < k; j++)
      row += i != j ? s_at (fit, i, j) : 0;
    fit->x[i] = row / ((double) (k - 1) * off);
    if (fabs (fit->x[i]) > 0.9 * sqrt (variance))
      fit->x[i] = copysign (0.9 * sqrt (variance), fit->x[i]);
    fit->x[k + i] = variance - fit->x[i] * fit->x[i];
  }
}

static bool
maximise (Fit *fit)
{
  size_t n2 = 2 * fit->k;
  double value = discrepancy (fit, fit->x);

  for (int step = 0; step < MAX_STEPS; step++) {
    double length = 1, next = INFINITY, move = 0;

    discrepancy (fit, fit->x);
    differentiate (fit);
    if (!psy_linear_cholesky (fit->information, n2))
      return false;
    psy_linear_cholesky_solve (fit->information, n2, fit->gradient);
    for (size_t i = 0; i < n2; i++)
      move = fmax (move, fabs (fit->gradient[i]) /
                           sqrt (s_at (fit, i % fit->k, i % fit->k) *
                                 (i < fit->k ? 1 : s_at (fit, i % fit->k, i % fit->k))));
    if (move < 1e-11)
      return true;
    for (int halving = 0; halving < 40; halving++, length /= 2) {
      for (size_t i = 0; i < n2; i++)
        fit->next[i] = fit->x[i] + length * fit->gradient[i];
      next = discrepancy (fit, fit->next);
      if (next <= value + 1e-14 * fabs (value))
        break;
    }
    if (!(next <= value + 1e-14 * fabs (value)))
      return move < 1e-7;
    for (size_t i = 0; i < n2; i++)
      fit->x[i] = fit->next[i];
    value = next;
  }
  return false;
}

PsyStatus
psy_omega (const double *covariance,
           size_t k,
           size_t n,
           double *work,
           double *loadings,
           double *uniquenesses,
           PsyOmega *omega)
{
  Fit fit = {
    .k = k, .n = (double) n, .covariance = covariance, .scale = ((double) n - 1) / (double) n
  };
  double sum = 0, unique = 0, total, variance = 0, value, base, log_det = 0;
  double *slope;

  *omega = (PsyOmega) { { NAN, NAN }, NAN, NAN, NAN, NAN, 0 };
  for (size_t i = 0; i < k; i++) {
    if (loadings != NULL)
      loadings[i] = NAN;
    if (uniquenesses != NULL)
      uniquenesses[i] = NAN;
  }
  if (k < 3 || n <= k)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < k; i++) {
    if (!(covariance[i * k + i] > 0))
      return PSY_ERROR_NO_VARIANCE;
  }
  fit.w = work;
  fit.wsw = fit.w + k * k;
  fit.information = fit.wsw + k * k;
  fit.x = fit.information + 4 * k * k;
  fit.next = fit.x + 2 * k;
  fit.gradient = fit.next + 2 * k;
  fit.v = fit.gradient + 2 * k;
  start (&fit);
  if (!maximise (&fit))
    return PSY_ERROR_CONVERGENCE;
  for (size_t i = 0; i < k; i++) {
    sum += fit.x[i];
    unique += fit.x[k + i];
    if (loadings != NULL)
      loadings[i] = fit.x[i];
    if (uniquenesses != NULL)
      uniquenesses[i] = fit.x[k + i];
  }
  total = sum * sum + unique;
  omega->omega.value = sum * sum / total;
  value = discrepancy (&fit, fit.x);
  differentiate (&fit);
  if (!psy_linear_cholesky (fit.information, 2 * k))
    return PSY_ERROR_NOT_POSITIVE;
  slope = fit.gradient;
  for (size_t i = 0; i < k; i++) {
    slope[i] = fit.next[i] = 2 * sum * unique / (total * total);
    slope[k + i] = fit.next[k + i] = -sum * sum / (total * total);
  }
  psy_linear_cholesky_solve (fit.information, 2 * k, slope);
  for (size_t i = 0; i < 2 * k; i++)
    variance += slope[i] * fit.next[i];
  omega->omega.se = sqrt (variance);

  /* Against the matrix itself, and for the CFI against no common factor. */
  base = (double) k;
  for (size_t i = 0; i < k; i++) {
    base += log (s_at (&fit, i, i));
    for (size_t j = 0; j < k; j++)
      fit.w[i * k + j] = s_at (&fit, i, j);
  }
  if (!psy_linear_cholesky (fit.w, k))
    return PSY_ERROR_NOT_POSITIVE;
  for (size_t i = 0; i < k; i++)
    log_det += 2 * log (fit.w[i * k + i]);
  omega->df = k * (k - 3) / 2;
  omega->chi2 = fmax ((double) n * (value - log_det - (double) k), 0);
  if (omega->df > 0) {
    double df = (double) omega->df, df_base = (double) (k * (k - 1) / 2);
    double misfit = fmax (omega->chi2 - df, 0);
    double misfit_base = fmax ((double) n * (base - log_det - (double) k) - df_base, misfit);

    omega->p = psy_distributions_chi2_upper (omega->chi2, df);
    omega->rmsea = sqrt (misfit / (df * (double) n));
    omega->cfi = misfit_base > 0 ? 1 - misfit / misfit_base : 1;
  }
  return PSY_OK;
}
