/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and results made into documents. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-document.h"
#include "bearings-screens.h"
#include "bearings-response-scores.h"
#include "bearings-plan.h"
#include "bearings-quality.h"
#include "bearings-recalibration.h"
#include "bearings-result.h"

G_BEGIN_DECLS

/* The answer to "how much does this skill matter for this career", as on its page. */
BearingsDocument *bearings_report_skill_page (const BearingsSkillPage *page);
/* Any record, every field by name. */
BearingsDocument *bearings_report_record (const BearingsRecord *record);
/* What many persons' answers say of the items. */
BearingsDocument *bearings_report_item_analysis (const BearingsItemAnalysis *analysis);
BearingsDocument *bearings_report_calibration (const BearingsCalibration *calibration);
/* The persons of a file of answers. */
BearingsDocument *bearings_report_response_scores (const BearingsResponseScores *scores);
/* A person's result: plain words, band, number, what it does not mean. @page may be NULL. */
BearingsDocument *bearings_report_result (const BearingsResult *result,
                                          const BearingsSkillPage *page);
/* How well an instrument measures; @claim about the thresholds may be NULL. @sources: id ->
 * BearingsSource, of the claim and of stated reliabilities. */
BearingsDocument *bearings_report_quality (const BearingsQuality *quality,
                                           const BearingsClaim *claim,
                                           GHashTable *sources);
/* New item parameters, before and after. */
BearingsDocument *bearings_report_recalibration (const BearingsRecalibration *recalibration);
/* What to learn next for a role, in an order. @learning: BearingsClaim, what is known of how to
 * learn; @sources: id -> BearingsSource, of the claims and of the plan's shares. */
BearingsDocument *bearings_report_plan (const BearingsPlan *plan,
                                        const BearingsPlanOrder *order,
                                        GPtrArray *learning,
                                        GHashTable *sources);

G_END_DECLS
