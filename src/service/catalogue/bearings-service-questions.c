/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as text and JSON. */

#include "bearings-service-questions.h"

#include "bearings-questions-json.h"
#include "bearings-report-questions.h"

char *
bearings_service_questions_to_text (const char *title, const GPtrArray *questions, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_questions (title, questions);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_questions_to_json (const GPtrArray *questions)
{
  return bearings_questions_json_to (questions);
}
