/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as a report, with what is known of how to learn. */

#include "bearings-report.h"
#include "bearings-service-plan.h"
#include "bearings-service-private.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BearingsRecord *x = *(const BearingsRecord *const *) a;
  const BearingsRecord *y = *(const BearingsRecord *const *) b;

  return g_strcmp0 (x->id, y->id);
}

GPtrArray *
bearings_service_plan_list_learning (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) claims =
    reader != NULL
      ? bearings_catalogue_list (
          reader->catalogue, BEARINGS_RECORD_CLAIM, "channel",
          bearings_enums_nick (&bearings_channel_type, BEARINGS_CHANNEL_TIME_TO_PROFICIENCY), error)
      : NULL;

  if (claims == NULL)
    return NULL;
  for (guint i = claims->len; i-- > 0;)
    if (((BearingsClaim *) claims->pdata[i])->design != BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED)
      g_ptr_array_remove_index (claims, i);
  g_ptr_array_sort (claims, compare_ids);
  return g_steal_pointer (&claims);
}

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
