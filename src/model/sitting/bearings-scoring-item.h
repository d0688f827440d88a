/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as psychometrics sees them. */
#pragma once

#include "bearings-instrument.h"
#include "psy-item.h"

G_BEGIN_DECLS

PsyModel bearings_scoring_item_model (BearingsItemModel model);
/* @c: NaN for none; @b: double. FALSE for parameters that give no probabilities. */
gboolean bearings_scoring_item_make_of (BearingsItemModel model,
                                        double a,
                                        double c,
                                        const GArray *b,
                                        PsyItem *made);
/* FALSE for an item that has no usable parameters, is not scored, or is of another @scale (NULL:
 * any). */
gboolean bearings_scoring_item_make (const BearingsItem *item, const char *scale, PsyItem *made);

G_END_DECLS
