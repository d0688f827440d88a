/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to estimates. */

#include "bearings-scoring.h"

#include <math.h>

#include "psy-eap.h"
#include "psy-interval.h"

static PsyModel
model_of (const BearingsItemParameters *parameters)
{
  switch ((BearingsItemModel) parameters->model) {
  case BEARINGS_ITEM_MODEL_RASCH:
    return PSY_RASCH;
  case BEARINGS_ITEM_MODEL_2PL:
    return PSY_2PL;
  case BEARINGS_ITEM_MODEL_3PL:
    return PSY_3PL;
  case BEARINGS_ITEM_MODEL_GRM:
    return PSY_GRM;
  case BEARINGS_ITEM_MODEL_GPCM:
    return PSY_GPCM;
  }
  return PSY_RASCH;
}

/* Borrows the thresholds. */
static PsyItem
item_of (const BearingsItemParameters *parameters)
{
  return (PsyItem) {
    .model = model_of (parameters),
    .a = isnan (parameters->a) ? 1 : parameters->a,
    .b = (const double *) (gpointer) parameters->b->data,
    .n_b = parameters->b->len,
    .c = isnan (parameters->c) ? 0 : parameters->c,
  };
}

static gboolean
is_scored (const BearingsItem *item, const char *scale)
{
  return item->practice != BEARINGS_YES && item->kind != BEARINGS_ITEM_SELF_REPORT &&
         item->parameters.model != 0 && item->parameters.b->len > 0 &&
         item->parameters.b->len <= PSY_MAX_STEPS &&
         (scale == NULL || g_str_equal (scale, item->scale));
}

BearingsEstimate
bearings_scoring_estimate (const BearingsSitting *sitting, const char *scale)
{
  g_autofree PsyItem *items = g_new0 (PsyItem, sitting->items->len);
  g_autofree int *scores = g_new0 (int, sitting->items->len);
  PsyEstimate estimate;
  guint n = 0;

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = sitting->items->pdata[i];
    const BearingsItemParameters *parameters = &row->item->parameters;
    double score = bearings_response_score (row->response, row->item);

    if (!is_scored (row->item, scale) || isnan (score) || score > parameters->b->len)
      continue;
    items[n] = item_of (parameters);
    scores[n++] = (int) score;
  }
  estimate = psy_eap (items, scores, n);
  return (BearingsEstimate) { estimate.value, estimate.se, n };
}

double
bearings_scoring_expected_se (GPtrArray *items, double theta)
{
  double information = 1; /* of the standard normal prior */

  for (guint i = 0; i < items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (items, i);
    PsyItem parameters;

    if (!is_scored (item, NULL))
      continue;
    parameters = item_of (&item->parameters);
    information += psy_item_information (&parameters, theta);
  }
  return 1 / sqrt (information);
}

BearingsLimits
bearings_scoring_share_limits (double k, double n)
{
  PsyInterval interval = psy_wilson_interval (k, n, 0.95);

  return (BearingsLimits) { interval.low, interval.high };
}

double
bearings_scoring_chance_above (double mean, double se, double cut)
{
  return psy_normal_above (mean, se, cut);
}
