/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as psychometrics sees them. */

#include "bearings-scoring-item.h"

#include <math.h>

static PsyModel
model_of (const BearingsItemParameters *parameters)
{
  switch ((BearingsItemModel) parameters->model) {
  case BEARINGS_ITEM_MODEL_RASCH:
    return PSY_MODEL_RASCH;
  case BEARINGS_ITEM_MODEL_2PL:
    return PSY_MODEL_2PL;
  case BEARINGS_ITEM_MODEL_3PL:
    return PSY_MODEL_3PL;
  case BEARINGS_ITEM_MODEL_GRM:
    return PSY_MODEL_GRM;
  case BEARINGS_ITEM_MODEL_GPCM:
    return PSY_MODEL_GPCM;
  }
  return PSY_MODEL_RASCH;
}

gboolean
bearings_scoring_item_make (const BearingsItem *item, const char *scale, PsyItem *made)
{
  const BearingsItemParameters *parameters = &item->parameters;

  if (item->practice == BEARINGS_YES || item->kind == BEARINGS_ITEM_SELF_REPORT ||
      parameters->model == 0 || parameters->b->len == 0 ||
      parameters->b->len >= PSY_MAX_CATEGORIES ||
      (scale != NULL && !g_str_equal (scale, item->scale)))
    return FALSE;
  *made = (PsyItem) {
    .model = model_of (parameters),
    .n_categories = (int) parameters->b->len + 1,
    .a =
      parameters->model == BEARINGS_ITEM_MODEL_RASCH || isnan (parameters->a) ? 1 : parameters->a,
    .g = isnan (parameters->c) ? 0 : parameters->c,
  };
  return psy_item_set_difficulties (made, (const double *) (gpointer) parameters->b->data) ==
           PSY_OK &&
         psy_item_check (made) == PSY_OK;
}
