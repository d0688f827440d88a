/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items a sitting holds, and in which order. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * BearingsSittingPlan: what STARTED wrote into the log
 * @head: BearingsItem, not owned: shown first; all items of a fixed sitting
 * @tail: BearingsItem, not owned: shown last, after the chosen ones
 * @seed: of the draws between the best items
 * @seconds: expected seconds of the items to be chosen
 * @se: choosing ends when the standard error is as small as this
 */
struct _BearingsSittingPlan {
  BearingsSelection selection;
  GPtrArray *head, *tail;
  guint32 seed;
  double seconds;
  double se;
};

/* The items of a fixed plan: BearingsItem, not owned by the array. */
GPtrArray *
bearings_sitting_plan_items (const BearingsForm *form, BearingsLength length, guint32 seed);
/* Reads a plan back from the text of bearings_sitting_plan(). Reference-counted. */
BearingsSittingPlan *
bearings_sitting_plan_parse (const BearingsForm *form, const char *text, GError **error);
BearingsSittingPlan *bearings_sitting_plan_ref (BearingsSittingPlan *plan);
void bearings_sitting_plan_unref (BearingsSittingPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSittingPlan, bearings_sitting_plan_unref)

G_END_DECLS
