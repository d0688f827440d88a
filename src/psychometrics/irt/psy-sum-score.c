/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sum scores under an item model: their distribution, and theta from them. */

#include "psy-sum-score.h"

#include <math.h>

size_t
psy_sum_score_max (const PsyItem *items, size_t n_items)
{
  size_t sum = 0;

  for (size_t j = 0; j < n_items; j++)
    sum += (size_t) psy_item_max_score (&items[j]);
  return sum;
}

void
psy_sum_score_distribution (const PsyItem *items, size_t n_items, double theta, double *p)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  size_t top = 0;

  p[0] = 1;
  for (size_t j = 0; j < n_items; j++) {
    int highest = psy_item_max_score (&items[j]);

    psy_item_evaluate (&items[j], theta, c);
    if (items[j].model == PSY_MODEL_NOMINAL) {
      double right = c[items[j].key].p;

      c[1].p = right;
      c[0].p = 1 - right;
    }
    for (int k = 1; k <= highest; k++)
      p[top + (size_t) k] = 0;
    /* From above, so that what is read is still of the items before. */
    for (size_t s = top + 1; s-- > 0;) {
      double before = p[s];

      for (int k = highest; k > 0; k--)
        p[s + (size_t) k] += before * c[k].p;
      p[s] = before * c[0].p;
    }
    top += (size_t) highest;
  }
}

PsyStatus
psy_sum_score_eap (const PsyItem *items,
                   size_t n_items,
                   const PsyQuadrature *quadrature,
                   double *work,
                   double *probabilities,
                   PsyEstimate *estimates)
{
  size_t top = psy_sum_score_max (items, n_items);
  double *p = work, *mass = work + top + 1;

  if (psy_items_check (items, n_items) != PSY_OK || quadrature->n < 2)
    return PSY_ERROR_ARGUMENT;
  if (n_items == 0)
    return PSY_ERROR_NO_DATA;
  for (size_t s = 0; s <= top; s++) {
    estimates[s] = (PsyEstimate) { 0, 0 };
    mass[s] = 0;
  }
  /* The second pass is about the mean: moments about 0 would lose digits. */
  for (int pass = 0; pass < 2; pass++) {
    for (size_t q = 0; q < quadrature->n; q++) {
      psy_sum_score_distribution (items, n_items, quadrature->nodes[q], p);
      for (size_t s = 0; s <= top; s++) {
        double joint = p[s] * quadrature->weights[q];
        double away = quadrature->nodes[q] - estimates[s].value;

        if (pass == 0) {
          estimates[s].se += joint * quadrature->nodes[q];
          mass[s] += joint;
        } else {
          estimates[s].se += joint * away * away;
        }
      }
    }
    for (size_t s = 0; s <= top; s++) {
      if (pass == 0)
        estimates[s] = (PsyEstimate) { estimates[s].se / mass[s], 0 };
      else
        estimates[s].se = sqrt (estimates[s].se / mass[s]);
    }
  }
  for (size_t s = 0; s <= top && probabilities != NULL; s++)
    probabilities[s] = mass[s];
  return PSY_OK;
}
