/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reliability of a sum score from the covariances of its items, and of theta from a model. */

#include "psy-reliability.h"

#include <math.h>
#include <string.h>

#include "psy-classical.h"
#include "psy-distributions.h"
#include "psy-linear.h"
#include "psy-vector.h"

/* Persons whose answers stand column by column: products of a pair stay within 32 bits. */
#define BLOCK 1024

size_t
psy_reliability_covariance_workspace_size (size_t n_items)
{
  size_t pairs = n_items * n_items;

  return (4 * pairs + n_items) * sizeof (int64_t) + 2 * n_items * BLOCK * sizeof (int16_t) + 64;
}

PSY_CLONES static int32_t
product_of (const int16_t *restrict a, const int16_t *restrict b, size_t n)
{
  int32_t sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += (int32_t) a[i] * (int32_t) b[i];
  return sum;
}

PsyStatus
psy_reliability_covariance (const PsyResponses *responses,
                            bool pairwise,
                            void *work,
                            double *covariance,
                            size_t *n_used)
{
  size_t k = responses->n_items, persons = 0;
  /* For a pair: products, sums of the first where both are given, and how many. */
  int64_t *products = work, *sums = products + k * k, *counts = sums + k * k;
  int16_t *x = (int16_t *) (counts + k * k), *given = x + k * BLOCK;

  if (n_used != NULL)
    *n_used = 0;
  for (size_t i = 0; i < k * k; i++)
    covariance[i] = NAN;
  if (k == 0 || responses->n_persons == 0)
    return PSY_ERROR_NO_DATA;
  memset (work, 0, 3 * k * k * sizeof (int64_t));
  for (size_t p = 0; p < responses->n_persons;) {
    size_t n = 0;

    for (; p < responses->n_persons && n < BLOCK; p++) {
      const int8_t *row = responses->data + p * responses->stride;
      size_t answers = 0;

      for (size_t j = 0; j < k; j++)
        answers += row[j] >= 0;
      if (answers == 0 || (!pairwise && answers < k))
        continue;
      for (size_t j = 0; j < k; j++) {
        x[j * BLOCK + n] = row[j] >= 0 ? row[j] : 0;
        given[j * BLOCK + n] = row[j] >= 0;
      }
      n++;
    }
    persons += n;
    for (size_t i = 0; i < k; i++) {
      for (size_t j = 0; j < k; j++) {
        if (j <= i)
          products[i * k + j] += product_of (x + i * BLOCK, x + j * BLOCK, n);
        if (pairwise) {
          sums[i * k + j] += product_of (x + i * BLOCK, given + j * BLOCK, n);
          counts[i * k + j] += product_of (given + i * BLOCK, given + j * BLOCK, n);
        }
      }
      if (!pairwise)
        sums[i * k + i] += product_of (x + i * BLOCK, given + i * BLOCK, n);
    }
  }
  if (n_used != NULL)
    *n_used = persons;
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j <= i; j++) {
      double n = pairwise ? (double) counts[i * k + j] : (double) persons;
      double a = (double) sums[i * k + (pairwise ? j : i)];
      double b = (double) sums[j * k + (pairwise ? i : j)];

      if (n < 2)
        return PSY_ERROR_TOO_FEW;
      covariance[i * k + j] = covariance[j * k + i] =
        ((double) products[i * k + j] - a * b / n) / (n - 1);
    }
  }
  return PSY_OK;
}

/* Duhachek & Iacobucci's variance of alpha. */
static double
alpha_error (const double *v, size_t k, size_t n)
{
  double all = 0, trace = 0, trace_square = 0, rows_square = 0, kk = (double) k;

  for (size_t i = 0; i < k; i++) {
    double row = 0;

    for (size_t j = 0; j < k; j++) {
      row += v[i * k + j];
      trace_square += v[i * k + j] * v[i * k + j];
    }
    all += row;
    rows_square += row * row;
    trace += v[i * k + i];
  }
  return sqrt (2 * kk * kk / ((kk - 1) * (kk - 1) * all * all * all) *
               (all * (trace_square + trace * trace) - 2 * trace * rows_square) / (double) n);
}

PsyStatus
psy_reliability (const double *covariance,
                 size_t k,
                 size_t n,
                 double level,
                 double *work,
                 PsyReliability *reliability)
{
  double all = 0, trace = 0, off_squares = 0, correlations = 0, kk = (double) k, missed = 0;
  double *r = work, *inverse = work + k * k, z;
  bool flat = false;

  *reliability = (PsyReliability) {
    .alpha = { NAN, NAN },
    .feldt = { NAN, NAN },
    .bonett = { NAN, NAN },
    .duhachek = { NAN, NAN },
    .standardised = NAN,
    .mean_correlation = NAN,
    .lambda2 = NAN,
    .lambda6 = NAN,
    .sd = NAN,
    .sem = NAN,
    .n = n,
    .k = k,
  };
  if (!(level > 0 && level < 1))
    return PSY_ERROR_ARGUMENT;
  if (k < 2 || n < 2)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < k; i++) {
    flat = flat || !(covariance[i * k + i] > 0);
    trace += covariance[i * k + i];
    for (size_t j = 0; j < k; j++) {
      all += covariance[i * k + j];
      if (i != j)
        off_squares += covariance[i * k + j] * covariance[i * k + j];
    }
  }
  if (!(all > 0))
    return PSY_ERROR_NO_VARIANCE;
  reliability->alpha.value = kk / (kk - 1) * (1 - trace / all);
  reliability->alpha.se = alpha_error (covariance, k, n);
  reliability->feldt = psy_alpha_feldt_interval (reliability->alpha.value, n, k, level);
  reliability->bonett = psy_alpha_bonett_interval (reliability->alpha.value, n, k, level);
  z = psy_distributions_normal_quantile (0.5 + level / 2);
  reliability->duhachek = (PsyInterval) { reliability->alpha.value - z * reliability->alpha.se,
                                          reliability->alpha.value + z * reliability->alpha.se };
  reliability->lambda2 = (all - trace + sqrt (kk / (kk - 1) * off_squares)) / all;
  reliability->sd = sqrt (all);
  reliability->sem = reliability->sd * sqrt (1 - reliability->alpha.value);
  if (flat)
    return PSY_OK;
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      r[i * k + j] = covariance[i * k + j] / sqrt (covariance[i * k + i] * covariance[j * k + j]);
      correlations += i != j ? r[i * k + j] : 0;
    }
  }
  reliability->mean_correlation = correlations / (kk * (kk - 1));
  reliability->standardised =
    kk * reliability->mean_correlation / (1 + (kk - 1) * reliability->mean_correlation);
  /* What each item does not share with all others: 1 / diagonal of the inverse correlations. */
  if (psy_linear_cholesky (r, k)) {
    psy_linear_cholesky_invert (r, k, inverse);
    for (size_t i = 0; i < k; i++)
      missed += 1 / inverse[i * k + i];
    reliability->lambda6 = 1 - missed / (correlations + kk);
  }
  return PSY_OK;
}

PsyStatus
psy_split_half (const double *covariance, size_t k, const uint8_t *halves, PsySplitHalf *split)
{
  double v[2] = { 0, 0 }, mixed = 0;

  *split = (PsySplitHalf) { NAN, NAN, NAN };
  if (k < 2)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < k; i++) {
    for (size_t j = 0; j < k; j++) {
      size_t a = halves != NULL ? halves[i] : i % 2, b = halves != NULL ? halves[j] : j % 2;

      if (a > 1 || b > 1)
        return PSY_ERROR_ARGUMENT;
      if (a == b)
        v[a] += covariance[i * k + j];
      else
        mixed += covariance[i * k + j] / 2;
    }
  }
  if (!(v[0] > 0) || !(v[1] > 0))
    return PSY_ERROR_NO_VARIANCE;
  split->correlation = mixed / sqrt (v[0] * v[1]);
  split->spearman_brown = 2 * split->correlation / (1 + split->correlation);
  split->flanagan = 4 * mixed / (v[0] + v[1] + 2 * mixed);
  return PSY_OK;
}

double
psy_reliability_empirical (const PsyEstimate *scores, size_t n)
{
  double mean = 0, variance = 0, error = 0;

  if (n < 2)
    return NAN;
  for (size_t i = 0; i < n; i++)
    mean += scores[i].value / (double) n;
  for (size_t i = 0; i < n; i++) {
    variance += (scores[i].value - mean) * (scores[i].value - mean) / (double) (n - 1);
    error += scores[i].se * scores[i].se / (double) n;
  }
  return variance / (variance + error);
}

double
psy_reliability_conditional (const PsyItem *items, size_t n_items, double theta)
{
  double information = psy_item_test_information (items, n_items, theta);

  return information / (information + 1);
}

double
psy_reliability_marginal (const PsyItem *items, size_t n_items, const PsyQuadrature *quadrature)
{
  double sum = 0;

  for (size_t q = 0; q < quadrature->n; q++)
    sum +=
      quadrature->weights[q] * psy_reliability_conditional (items, n_items, quadrature->nodes[q]);
  return sum;
}
