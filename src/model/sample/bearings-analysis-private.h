/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to model/: answers and calibrated items as psychometrics sees them. */
#pragma once

#include "bearings-analysis.h"
#include "psy-calibrate.h"

G_BEGIN_DECLS

PsyResponses bearings_analysis_matrix_view (const BearingsResponseMatrix *matrix);
/* FALSE for parameters that give no probabilities. */
gboolean bearings_analysis_item_to_psy (const BearingsCalibratedItem *item, PsyItem *made);
BearingsCalibratedItem *bearings_analysis_item_from_psy (const char *name,
                                                         BearingsItemModel model,
                                                         const PsyItem *item,
                                                         const PsyItemErrors *errors);
/* Sets @error to "The answers cannot carry this analysis: @reason."; FALSE. */
gboolean bearings_analysis_refuse (GError **error, const char *reason);

G_END_DECLS
