/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item analysis, calibration and scoring of files of answers. */
#pragma once

#include <gio/gio.h>

#include "bearings-analysis.h"
#include "bearings-response-scores.h"

G_BEGIN_DECLS

/* CSV, long (person, item, response) or wide; errors name file and line. */
BearingsResponseMatrix *bearings_service_analysis_read_responses (GFile *file, GError **error);
/* BearingsCalibratedItem: JSON of a calibration, or CSV. */
GPtrArray *bearings_service_analysis_read_parameters (GFile *file, GError **error);

char *bearings_service_analysis_item_to_text (const BearingsItemAnalysis *analysis, guint width);
char *bearings_service_analysis_calibration_to_text (const BearingsCalibration *calibration,
                                                     guint width);
char *bearings_service_analysis_item_to_json (const BearingsItemAnalysis *analysis);
char *bearings_service_analysis_calibration_to_json (const BearingsCalibration *calibration);
char *bearings_service_analysis_response_scores_to_text (const BearingsResponseScores *scores,
                                                         guint width);
char *bearings_service_analysis_response_scores_to_json (const BearingsResponseScores *scores);
char *bearings_service_analysis_scores_to_json (const GArray *scores, const GPtrArray *persons);

G_END_DECLS
