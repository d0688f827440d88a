/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers moved an estimate, and how an estimate compares with an earlier one. */

#include "bearings-influence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-scoring.h"
#include "psy-agreement.h"

static int
compare_influences (gconstpointer a, gconstpointer b)
{
  double x = fabs ((*(BearingsInfluence *const *) a)->moved);
  double y = fabs ((*(BearingsInfluence *const *) b)->moved);

  return x > y ? -1 : x < y;
}

GPtrArray *
bearings_influence_list (const BearingsResult *result)
{
  GPtrArray *influences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (result->sitting->items, i);
    double points = bearings_response_score (row->response, row->item);
    BearingsEstimate without;
    BearingsInfluence *influence;

    if (isnan (points) || row->item->kind == BEARINGS_ITEM_SELF_REPORT ||
        row->item->practice == BEARINGS_YES)
      continue;
    without = bearings_scoring_estimate_without (result->sitting, i);
    influence = g_new (BearingsInfluence, 1);
    *influence = (BearingsInfluence) {
      .item = row->item,
      .points = points,
      .max_points = bearings_response_item_max_score (row->item),
      /* Without its only answer the estimate is the prior's mean. */
      .moved = result->theta - (without.n_items > 0 ? without.theta : 0),
    };
    g_ptr_array_add (influences, influence);
  }
  g_ptr_array_sort (influences, compare_influences);
  return influences;
}

static guint
count_shared (const BearingsSitting *a, const BearingsSitting *b)
{
  guint n = 0;

  for (guint i = 0; i < a->items->len; i++) {
    const BearingsSittingItem *x = g_ptr_array_index (a->items, i);

    if (x->response == NULL || x->item->practice == BEARINGS_YES)
      continue;
    for (guint j = 0; j < b->items->len; j++) {
      const BearingsSittingItem *y = g_ptr_array_index (b->items, j);
      if (y->response != NULL && g_str_equal (x->item->record.id, y->item->record.id)) {
        n++;
        break;
      }
    }
  }
  return n;
}

gboolean
bearings_influence_change (const BearingsResult *earlier,
                           const BearingsResult *later,
                           BearingsReliableChange *change)
{
  PsyChange found;

  if (!g_str_equal (earlier->form->instrument->record.id, later->form->instrument->record.id) ||
      psy_agreement_reliable_change ((PsyEstimate) { earlier->theta, earlier->se },
                                     (PsyEstimate) { later->theta, later->se }, 0.95,
                                     &found) != PSY_OK)
    return FALSE;
  change->difference = found.difference.value;
  change->se = found.difference.se;
  change->direction = found.direction;
  change->n_shared = count_shared (earlier->sitting, later->sitting);
  return TRUE;
}

char *
bearings_reliable_change_text (const BearingsReliableChange *change)
{
  const char *text = _ ("The two results cannot be told apart: the difference is smaller than the "
                        "errors of both joined.");

  if (change->direction > 0)
    text = _ ("The later result is higher by more than the errors of both joined.");
  else if (change->direction < 0)
    text = _ ("The later result is lower by more than the errors of both joined.");
  if (change->n_shared == 0)
    return g_strdup (text);
  return g_strdup_printf (
    /* Translators: what the comparison says, a sentence. */
    _ ("%s Some questions came in both sittings, so part of a rise may be remembering them."),
    text);
}
