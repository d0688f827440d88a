/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as a report. */

#include "bearings-report.h"
#include "bearings-service-plan.h"
#include "bearings-service-private.h"

char *
bearings_service_plan_to_text (const BearingsPlan *plan,
                               const BearingsPlanOrder *order,
                               guint width)
{
  g_autoptr (BearingsDocument) document =
    bearings_report_plan (plan, order, plan->learning, plan->sources);

  return bearings_document_to_text (document, width);
}

gboolean
bearings_service_plan_save (const BearingsPlan *plan,
                            const BearingsPlanOrder *order,
                            BearingsReportForm form,
                            GFile *file,
                            GError **error)
{
  g_autoptr (BearingsDocument) document =
    bearings_report_plan (plan, order, plan->learning, plan->sources);

  return bearings_service_save_document (document, form, file, error);
}
