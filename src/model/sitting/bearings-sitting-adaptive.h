/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which item an adaptive sitting asks next. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * bearings_sitting_adaptive_next:
 *
 * The keyed item to ask after the answers so far, or %NULL when enough has been asked: the expected
 * seconds of the plan or the bank are used up, or the standard error is reached. Of the scale that
 * lacks most of its equal share one of the three items with the largest information, weighted by
 * the posterior (van der Linden 1998; randomesque, Kingsbury & Zara 1989). The clock plays no part:
 * who needs longer is asked as much.
 */
BearingsItem *bearings_sitting_adaptive_next (const BearingsSitting *sitting);

/* Expected seconds not yet spent on chosen items. */
double bearings_sitting_adaptive_seconds_left (const BearingsSitting *sitting);
/* Mean expected seconds of a keyed item. */
double bearings_sitting_adaptive_mean_seconds (const BearingsForm *form);

/* The keyed items somebody in the middle of the scale would be asked: for telling what a length
 * costs and buys. BearingsItem, not owned by the array; practice and the rest included. */
GPtrArray *bearings_sitting_adaptive_example (BearingsForm *form, BearingsLength length);

G_END_DECLS
