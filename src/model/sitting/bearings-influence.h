/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers moved an estimate, and how an estimate compares with an earlier one. */
#pragma once

#include "bearings-result.h"

G_BEGIN_DECLS

/**
 * BearingsInfluence:
 * @item: owned by the result's form
 * @points, @max_points: what the answer earned
 * @moved: the estimate with the answer less the estimate without it
 */
typedef struct {
  const BearingsItem *item;
  double points, max_points;
  double moved;
} BearingsInfluence;

/* Of every scored answer, the largest first, whatever its direction. */
GPtrArray *bearings_influence_list (const BearingsResult *result);

/**
 * BearingsReliableChange: from an earlier sitting to a later one of the same instrument
 * @difference, @se: of the two estimates; the errors of both, joined
 * @direction: 1 or -1 when the difference is beyond both errors, by
 * psy_agreement_reliable_change(), else 0
 * @n_shared: items answered in both
 */
typedef struct {
  double difference, se;
  int direction;
  guint n_shared;
} BearingsReliableChange;

/* FALSE when one of the two has no estimate, or the instruments differ. */
gboolean bearings_influence_change (const BearingsResult *earlier,
                                    const BearingsResult *later,
                                    BearingsReliableChange *change);
/* In words, no arrows. */
char *bearings_reliable_change_text (const BearingsReliableChange *change);

G_END_DECLS
