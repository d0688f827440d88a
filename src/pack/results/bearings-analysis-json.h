/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analyses of answers as JSON, for programs. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-response-scores.h"

G_BEGIN_DECLS

/* Undefined statistics are left out. */
char *bearings_analysis_json_item_to (const BearingsItemAnalysis *analysis);
char *bearings_analysis_json_calibration_to (const BearingsCalibration *calibration);
/* @scores: BearingsPersonScore in the order of @persons. */
char *bearings_analysis_json_scores_to (const GArray *scores, const GPtrArray *persons);
char *bearings_analysis_json_response_scores_to (const BearingsResponseScores *scores);

G_END_DECLS
