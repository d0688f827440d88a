/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items a sitting holds, and in which order. */
#pragma once

#include "bearings-form.h"

G_BEGIN_DECLS

#define BEARINGS_SITTING_ERROR (bearings_sitting_error_quark ())
GQuark bearings_sitting_error_quark (void);
typedef enum {
  BEARINGS_SITTING_ERROR_NO_PLAN,
  BEARINGS_SITTING_ERROR_UNKNOWN_ITEM,
} BearingsSittingError;

/**
 * BearingsSittingPlan: what STARTED wrote into the log
 * @head: BearingsItem, not owned: shown first; all items of a fixed sitting
 * @tail: BearingsItem, not owned: shown last, after the chosen ones
 * @seed: of the draws between the best items
 * @seconds: expected seconds of the items to be chosen
 * @se: choosing ends when the standard error is as small as this
 */
typedef struct {
  BearingsSelection selection;
  GPtrArray *head, *tail;
  guint32 seed;
  double seconds;
  double se;
} BearingsSittingPlan;

/*
 * The plan of a sitting: which items, in which order. Practice item first, then self-report,
 * keyed and rubric items; each scale has its share; within a scale keyed items spread over
 * difficulty; expected seconds add up to no more than the length allows. The same form, length and
 * seed give the same plan. Written into the log as the response of STARTED.
 */
char *bearings_sitting_plan (const BearingsForm *form, BearingsLength length, guint32 seed);
/*
 * The plan of an adaptive sitting: practice and self-report first, then keyed items chosen one by
 * one by the answers so far (see bearings-sitting-adaptive.h), then rubric items. The choice is a
 * pure function of the form, this plan and the answers, so that a log replays to the same items.
 */
char *
bearings_sitting_plan_adaptive (const BearingsForm *form, BearingsLength length, guint32 seed);
/* Whether the bank leaves a choice: at least twice the keyed items of a short sitting. */
gboolean bearings_sitting_plan_can_adapt (const BearingsForm *form);
/* Expected minutes of a plan of that length. */
double bearings_sitting_plan_expected_minutes (const BearingsForm *form, BearingsLength length);

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
