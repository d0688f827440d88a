/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the result page says and draws: pure functions of a result. */
#pragma once

#include "bearings-result.h"

G_BEGIN_DECLS

/* The level scale as an axis: ends, cut marks, and the title of each level between them. */
typedef struct {
  double low, high;
  GArray *cuts; /* double */
  GStrv titles; /* one more than cuts */
} BearingsLevelAxis;
BearingsLevelAxis *bearings_level_axis_new (const BearingsInstrument *instrument);
void bearings_level_axis_free (BearingsLevelAxis *axis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsLevelAxis, bearings_level_axis_free)

/* Level that holds @theta; NULL when the instrument has none. */
const BearingsLevel *bearings_result_state_level_at (const BearingsInstrument *instrument,
                                                     double theta);
/* "Working; with its error, from Basic to Advanced" */
char *
bearings_result_state_band_text (const BearingsInstrument *instrument, double theta, double se);

/* "46 %", never 0 or 100 unless it is so: "under 1 %", "over 99 %". */
char *bearings_result_state_chance_percent (double chance);

/* How the self-rating lies to the performance, both with their errors. */
typedef enum {
  BEARINGS_GAP_UNKNOWN, /* one of the two is missing, or has no error */
  BEARINGS_GAP_WITHIN,  /* their bands overlap */
  BEARINGS_GAP_HIGHER,  /* the self-rating lies above */
  BEARINGS_GAP_LOWER,   /* the self-rating lies below */
} BearingsSelfGap;
/* Both are brought to one scale from 0 to 1: step v of the self-rating stands for level v, which is
 * exact only when both have the same number of steps; elsewhere the gap is not known. */
BearingsSelfGap bearings_result_state_self_gap (const BearingsResult *result);
const char *bearings_result_state_gap_text (BearingsSelfGap gap);

/* Places in samples whose id names the role, or (not @matching) all others; the latest first. */
GPtrArray *bearings_result_state_placements_for_role (GPtrArray *placements,
                                                      const char *role,
                                                      gboolean matching);

/* The one next step. */
typedef enum {
  BEARINGS_NEXT_STEP_ASSESS, /* nothing was scored: take it (again) */
  BEARINGS_NEXT_STEP_LONGER, /* the band spans three levels or more, and a longer sitting exists */
  BEARINGS_NEXT_STEP_LADDER, /* see what the next level asks for */
} BearingsNextStep;
BearingsNextStep bearings_result_state_next_step (const BearingsResult *result);
const char *bearings_next_step_label (BearingsNextStep step);
char *bearings_next_step_reason (const BearingsResult *result, BearingsNextStep step);

/* "23 November 2026, 10:12" */
char *bearings_result_state_when (const BearingsSittingInfo *sitting);

G_END_DECLS
