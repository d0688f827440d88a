/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as psychometrics sees them. */

#include "bearings-scoring-item.h"

#include <math.h>

PsyModel
bearings_scoring_item_model (BearingsItemModel model)
{
  static const PsyModel models[] = {
    [BEARINGS_ITEM_MODEL_RASCH] = PSY_MODEL_RASCH, [BEARINGS_ITEM_MODEL_2PL] = PSY_MODEL_2PL,
    [BEARINGS_ITEM_MODEL_3PL] = PSY_MODEL_3PL,     [BEARINGS_ITEM_MODEL_GRM] = PSY_MODEL_GRM,
    [BEARINGS_ITEM_MODEL_GPCM] = PSY_MODEL_GPCM,
  };

  return models[model];
}

gboolean
bearings_scoring_item_make_of (BearingsItemModel model,
                               double a,
                               double c,
                               const GArray *b,
                               PsyItem *made)
{
  if (b->len == 0 || b->len >= PSY_MAX_CATEGORIES)
    return FALSE;
  *made = (PsyItem) {
    .model = bearings_scoring_item_model (model),
    .n_categories = (int) b->len + 1,
    .a = a,
    .g = isnan (c) ? 0 : c,
  };
  return psy_item_set_difficulties (made, (const double *) (gpointer) b->data) == PSY_OK;
}

gboolean
bearings_scoring_item_make (const BearingsItem *item, const char *scale, PsyItem *made)
{
  const BearingsItemParameters *parameters = &item->parameters;
  gboolean unit_slope = parameters->model == BEARINGS_ITEM_MODEL_RASCH || isnan (parameters->a);

  if (item->practice == BEARINGS_YES || item->kind == BEARINGS_ITEM_SELF_REPORT ||
      parameters->model == 0 || (scale != NULL && !g_str_equal (scale, item->scale)))
    return FALSE;
  return bearings_scoring_item_make_of ((BearingsItemModel) parameters->model,
                                        unit_slope ? 1 : parameters->a, parameters->c,
                                        parameters->b, made);
}
