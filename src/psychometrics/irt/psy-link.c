/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item parameters of one calibration on the scale of another. */

#include "psy-link.h"

#include <math.h>

typedef struct {
  double a, b;
  size_t n_items, n_difficulties;
} Sums;

static PsyStatus
add_item (Sums *sums, const PsyItem *item)
{
  double b[PSY_MAX_CATEGORIES - 1];
  PsyStatus status = psy_item_check (item);

  if (status == PSY_OK)
    status = psy_item_get_difficulties (item, b);
  if (status != PSY_OK)
    return status;
  sums->a += item->a;
  sums->n_items++;
  for (int k = 0; k < item->n_categories - 1; k++)
    sums->b += b[k];
  sums->n_difficulties += (size_t) item->n_categories - 1;
  return PSY_OK;
}

PsyStatus
psy_link_mean_mean (const PsyItem *from, const PsyItem *to, size_t n_items, PsyLink *link)
{
  Sums left = { 0 }, reached = { 0 };
  double slope;

  if (n_items == 0)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < n_items; i++) {
    PsyStatus status = add_item (&left, &from[i]);

    if (status == PSY_OK)
      status = add_item (&reached, &to[i]);
    if (status != PSY_OK)
      return status;
    if (from[i].n_categories != to[i].n_categories)
      return PSY_ERROR_ARGUMENT;
  }
  if (!(left.a > 0) || !(reached.a > 0))
    return PSY_ERROR_ARGUMENT;
  slope = left.a / reached.a;
  *link = (PsyLink) {
    .slope = slope,
    .intercept =
      reached.b / (double) reached.n_difficulties - slope * (left.b / (double) left.n_difficulties),
  };
  return PSY_OK;
}

/* A category's part of theta is a times 1, but k times a for category k of the GPCM. */
void
psy_link_item (const PsyLink *link, PsyItem *item)
{
  double shift = item->a * link->intercept / link->slope;

  for (int k = 0; k < item->n_categories - 1; k++)
    item->d[k] -= item->model == PSY_MODEL_GPCM ? (k + 1) * shift : shift;
  item->a /= link->slope;
}
