/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item analysis, calibration and scoring of files of answers. */

#include "bearings-analysis-json.h"
#include "bearings-parameter-file.h"
#include "bearings-report.h"
#include "bearings-response-file.h"
#include "bearings-service-analysis.h"

BearingsResponseMatrix *
bearings_service_analysis_read_responses (GFile *file, GError **error)
{
  return bearings_response_file_read (file, error);
}

GPtrArray *
bearings_service_analysis_read_parameters (GFile *file, GError **error)
{
  return bearings_parameter_file_read (file, error);
}

char *
bearings_service_analysis_item_to_text (const BearingsItemAnalysis *analysis, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_item_analysis (analysis);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_analysis_calibration_to_text (const BearingsCalibration *calibration, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_calibration (calibration);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_analysis_item_to_json (const BearingsItemAnalysis *analysis)
{
  return bearings_analysis_json_item_to (analysis);
}

char *
bearings_service_analysis_calibration_to_json (const BearingsCalibration *calibration)
{
  return bearings_analysis_json_calibration_to (calibration);
}

char *
bearings_service_analysis_scores_to_json (const GArray *scores, const GPtrArray *persons)
{
  return bearings_analysis_json_scores_to (scores, persons);
}

char *
bearings_service_analysis_response_scores_to_text (const BearingsResponseScores *scores,
                                                   guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_response_scores (scores);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_analysis_response_scores_to_json (const BearingsResponseScores *scores)
{
  return bearings_analysis_json_response_scores_to (scores);
}
