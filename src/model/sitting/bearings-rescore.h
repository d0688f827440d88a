/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An earlier sitting scored with another version of its instrument. */
#pragma once

#include "bearings-result.h"

G_BEGIN_DECLS

/* The answers of @sitting to the items that @form has as well, by id: a finished sitting of @form
 * in the same order. NULL when it has none of them. */
BearingsSitting *bearings_rescore_sitting_transfer (const BearingsSitting *sitting,
                                                    BearingsForm *form);

/**
 * BearingsRescore: a result as it was given, and with the data of today
 * @differences: char *: what differs in what they were computed from, a sentence each; empty when
 *   nothing does
 */
typedef struct {
  BearingsResult *then, *now;
  GPtrArray *differences;
} BearingsRescore;

/* Takes both results over. */
BearingsRescore *bearings_rescore_new (BearingsResult *then, BearingsResult *now);
void bearings_rescore_free (BearingsRescore *rescore);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRescore, bearings_rescore_free)

G_END_DECLS
