/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to estimates. */

#include "bearings-scoring.h"

#include <math.h>

#include "bearings-scoring-item.h"
#include "psy-distributions.h"
#include "psy-interval.h"
#include "psy-score.h"

BearingsEstimate
bearings_scoring_estimate_points (const GPtrArray *rows, const double *points, const char *scale)
{
  g_autofree PsyItem *items = g_new0 (PsyItem, MAX (rows->len, 1));
  g_autofree int8_t *answers = g_new0 (int8_t, MAX (rows->len, 1));
  double nodes[PSY_N_NODES], weights[PSY_N_NODES], work[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  BearingsEstimate none = { NAN, NAN, 0 };
  PsyScore score;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++) {
    if (isnan (points[i]) || !bearings_scoring_item_make (rows->pdata[i], scale, &items[n]) ||
        points[i] >= items[n].n_categories)
      continue;
    answers[n++] = (int8_t) points[i];
  }
  if (n == 0 || psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights) != PSY_OK ||
      psy_score_eap (items, answers, n, &prior, work, &score, NULL) != PSY_OK)
    return none;
  return (BearingsEstimate) { score.value, score.se, n };
}

static BearingsEstimate
estimate (const BearingsSitting *sitting, const char *scale, guint left_out)
{
  g_autoptr (GPtrArray) items = g_ptr_array_sized_new (sitting->items->len);
  g_autofree double *points = g_new (double, MAX (sitting->items->len, 1));

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = sitting->items->pdata[i];

    g_ptr_array_add (items, row->item);
    points[i] = i != left_out ? bearings_response_score (row->response, row->item) : NAN;
  }
  return bearings_scoring_estimate_points (items, points, scale);
}

BearingsEstimate
bearings_scoring_estimate (const BearingsSitting *sitting, const char *scale)
{
  return estimate (sitting, scale, G_MAXUINT);
}

BearingsEstimate
bearings_scoring_estimate_without (const BearingsSitting *sitting, guint position)
{
  return estimate (sitting, NULL, position);
}

double
bearings_scoring_expected_se (GPtrArray *items, double theta)
{
  double information = 1; /* of the standard normal prior */

  for (guint i = 0; i < items->len; i++) {
    PsyItem item;

    if (bearings_scoring_item_make (g_ptr_array_index (items, i), NULL, &item))
      information += psy_item_information (&item, theta);
  }
  return 1 / sqrt (information);
}

BearingsLimits
bearings_scoring_share_limits (double k, double n)
{
  PsyInterval interval = psy_interval_wilson (k, n, 0.95);

  return (BearingsLimits) { interval.low, interval.high };
}

double
bearings_scoring_share_above (double k, double n, double cut)
{
  return psy_distributions_beta_upper (cut, k + 0.5, n - k + 0.5);
}

double
bearings_scoring_chance_above (double mean, double se, double cut)
{
  return 0.5 * erfc ((cut - mean) / (se * M_SQRT2));
}
