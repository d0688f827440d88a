/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analyses of answers as JSON, for programs. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-response-scores.h"

G_BEGIN_DECLS

/* Undefined statistics are left out. */
char *bearings_item_analysis_to_json (const BearingsItemAnalysis *analysis);
char *bearings_calibration_to_json (const BearingsCalibration *calibration);
/* @scores: BearingsPersonScore in the order of @persons. */
char *bearings_scores_to_json (const GArray *scores, const GPtrArray *persons);
char *bearings_response_scores_to_json (const BearingsResponseScores *scores);

G_END_DECLS
