/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the answers of a sitting: notes on self-ratings, second ratings of tasks. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* Items in the order they were asked (BearingsSittingItem, not owned). */
GPtrArray *bearings_beside_list_noted (const BearingsSitting *sitting);
/* Tasks that were answered and can be rated. */
GPtrArray *bearings_beside_list_tasks (const BearingsSitting *sitting);
/* "Cause: 2 and 1 of 2 points · …": the person's rating and the second one, by criterion; NULL
 * without a second rating. */
char *bearings_beside_second_rating_text (const BearingsSittingItem *row);

G_END_DECLS
