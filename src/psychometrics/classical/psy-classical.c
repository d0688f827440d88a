/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classical item analysis and coefficient alpha. */

#include "psy-classical.h"

#include <math.h>
#include <string.h>

#include "psy-distributions.h"
#include "psy-vector.h"

/* Sums of one item: answers, their squares, their products with the sum score. */
typedef struct {
  int64_t *sum, *square, *product;
  int32_t *block;
  int64_t total, total_square, n;
} Sums;

size_t
psy_item_analysis_workspace_size (size_t n_items)
{
  return n_items * (3 * sizeof (int64_t) + 3 * sizeof (int32_t)) + sizeof (int64_t);
}

/* Whole numbers throughout: the order of additions cannot matter. Blocks are short enough for 32
 * bits: @rows * 127 * 127 * n_items < 2^31. */
PSY_CLONES static void
add_block (const int8_t *rows,
           size_t n_rows,
           size_t stride,
           size_t n_items,
           int32_t *restrict block,
           Sums *sums)
{
  int32_t *restrict sum = block, *restrict square = block + n_items,
                    *restrict product = block + 2 * n_items;

  for (size_t p = 0; p < n_rows; p++) {
    const int8_t *restrict x = rows + p * stride;
    int32_t total = 0;
    int8_t missing = 0;

    for (size_t j = 0; j < n_items; j++) {
      total += x[j];
      missing |= x[j];
    }
    if (missing < 0)
      continue;
    for (size_t j = 0; j < n_items; j++) {
      sum[j] += x[j];
      square[j] += x[j] * x[j];
      product[j] += x[j] * total;
    }
    sums->total += total;
    sums->total_square += (int64_t) total * total;
    sums->n++;
  }
}

static void
collect (const PsyResponses *responses, Sums *sums)
{
  size_t n_items = responses->n_items;
  size_t rows = (size_t) INT32_MAX / (127 * 127) / n_items;

  rows = rows > 0 ? rows : 1;
  memset (sums->sum, 0, 3 * n_items * sizeof (int64_t));
  for (size_t start = 0; start < responses->n_persons; start += rows) {
    size_t left = responses->n_persons - start;

    memset (sums->block, 0, 3 * n_items * sizeof (int32_t));
    add_block (responses->data + start * responses->stride, left < rows ? left : rows,
               responses->stride, n_items, sums->block, sums);
    for (size_t j = 0; j < 3 * n_items; j++)
      sums->sum[j] += sums->block[j];
  }
}

static double
covariance (double n, double xy, double x, double y)
{
  return (xy - x * y / n) / (n - 1);
}

PsyInterval
psy_alpha_feldt_interval (double alpha, size_t n, size_t k, double level)
{
  double df1, df2;

  if (n < 2 || k < 2 || !(level > 0 && level < 1) || !isfinite (alpha) || alpha > 1)
    return (PsyInterval) { NAN, NAN };
  df1 = (double) n - 1;
  df2 = df1 * ((double) k - 1);
  return (PsyInterval) {
    1 - (1 - alpha) * psy_distributions_f_upper_quantile ((1 - level) / 2, df1, df2),
    1 - (1 - alpha) * psy_distributions_f_upper_quantile ((1 + level) / 2, df1, df2),
  };
}

PsyInterval
psy_alpha_bonett_interval (double alpha, size_t n, size_t k, double level)
{
  double half, lost;

  if (n < 3 || k < 2 || !(level > 0 && level < 1) || !(alpha < 1))
    return (PsyInterval) { NAN, NAN };
  half = psy_distributions_normal_quantile (0.5 + level / 2) *
         sqrt (2 * (double) k / (((double) k - 1) * ((double) n - 2)));
  lost = (1 - alpha) * ((double) n - 1) / (double) n;
  return (PsyInterval) { 1 - lost * exp (half), 1 - lost * exp (-half) };
}

PsyStatus
psy_item_analysis (const PsyResponses *responses,
                   double level,
                   void *work,
                   PsyItemAnalysis *items,
                   PsyAlpha *alpha)
{
  size_t k = responses->n_items;
  Sums sums = { 0 };
  double n, total_variance, item_variances = 0;

  *alpha = (PsyAlpha) { { NAN, NAN }, { NAN, NAN }, NAN, NAN, NAN, 0, k };
  for (size_t j = 0; items != NULL && j < k; j++)
    items[j] = (PsyItemAnalysis) { 0, NAN, NAN, NAN, NAN, NAN };
  if (!(level > 0 && level < 1) || k > INT32_MAX / (127 * 127))
    return PSY_ERROR_ARGUMENT;
  if (k == 0 || responses->n_persons == 0)
    return PSY_ERROR_NO_DATA;

  sums.sum = work;
  sums.square = sums.sum + k;
  sums.product = sums.square + k;
  sums.block = (int32_t *) (sums.product + k);
  collect (responses, &sums);
  n = (double) sums.n;
  alpha->n = (size_t) sums.n;
  if (sums.n < 2)
    return PSY_ERROR_TOO_FEW;

  total_variance =
    covariance (n, (double) sums.total_square, (double) sums.total, (double) sums.total);
  for (size_t j = 0; j < k; j++)
    item_variances +=
      covariance (n, (double) sums.square[j], (double) sums.sum[j], (double) sums.sum[j]);
  for (size_t j = 0; items != NULL && j < k; j++) {
    double variance =
      covariance (n, (double) sums.square[j], (double) sums.sum[j], (double) sums.sum[j]);
    double with_total =
      covariance (n, (double) sums.product[j], (double) sums.sum[j], (double) sums.total);
    double rest = total_variance - 2 * with_total + variance;

    items[j].n = (size_t) sums.n;
    items[j].mean = (double) sums.sum[j] / n;
    items[j].sd = sqrt (variance);
    if (variance > 0 && total_variance > 0)
      items[j].item_total = with_total / sqrt (variance * total_variance);
    if (variance > 0 && rest > 0)
      items[j].corrected = (with_total - variance) / sqrt (variance * rest);
    if (k > 2 && rest > 0)
      items[j].alpha_if_deleted =
        ((double) k - 1) / ((double) k - 2) * (1 - (item_variances - variance) / rest);
  }
  alpha->mean = (double) sums.total / n;
  alpha->sd = sqrt (total_variance);
  if (k < 2)
    return PSY_ERROR_TOO_FEW;
  if (!(total_variance > 0))
    return PSY_ERROR_NO_VARIANCE;
  alpha->alpha.value = (double) k / ((double) k - 1) * (1 - item_variances / total_variance);
  alpha->feldt = psy_alpha_feldt_interval (alpha->alpha.value, alpha->n, k, level);
  alpha->sem = alpha->sd * sqrt (1 - alpha->alpha.value);
  return PSY_OK;
}
