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
bearings_service_list_learning (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) claims =
    reader != NULL
      ? bearings_catalogue_list (
          reader->catalogue, BEARINGS_RECORD_CLAIM, "channel",
          bearings_enum_nick (&bearings_channel_type, BEARINGS_CHANNEL_TIME_TO_PROFICIENCY), error)
      : NULL;

  if (claims == NULL)
    return NULL;
  for (guint i = claims->len; i-- > 0;)
    if (((BearingsClaim *) claims->pdata[i])->design != BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED)
      g_ptr_array_remove_index (claims, i);
  g_ptr_array_sort (claims, compare_ids);
  return g_steal_pointer (&claims);
}

static gboolean
add_source (BearingsService *self, GHashTable *sources, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  BearingsSource *source;

  if (id == NULL || g_hash_table_contains (sources, id))
    return TRUE;
  source = bearings_service_get_record (self, BEARINGS_RECORD_SOURCE, id, &local);
  if (source != NULL)
    g_hash_table_insert (sources, g_strdup (id), source);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static BearingsDocument *
document_new (BearingsService *self,
              const BearingsPlan *plan,
              const BearingsPlanOrder *order,
              GError **error)
{
  g_autoptr (GPtrArray) learning = bearings_service_list_learning (self, error);
  g_autoptr (GHashTable) sources =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bearings_record_unref);

  if (learning == NULL)
    return NULL;
  for (guint i = 0; i < learning->len; i++)
    if (!add_source (self, sources, ((BearingsClaim *) learning->pdata[i])->source, error))
      return NULL;
  for (guint i = 0; i < plan->skills->len; i++) {
    const BearingsPlanSkill *skill = g_ptr_array_index (plan->skills, i);

    if ((skill->posting != NULL && !add_source (self, sources, skill->posting->source, error)) ||
        (skill->use != NULL && !add_source (self, sources, skill->use->source, error)))
      return NULL;
  }
  return bearings_report_plan (plan, order, learning, sources);
}

char *
bearings_service_plan_to_text (BearingsService *self,
                               const BearingsPlan *plan,
                               const BearingsPlanOrder *order,
                               guint width,
                               GError **error)
{
  g_autoptr (BearingsDocument) document = document_new (self, plan, order, error);

  return document != NULL ? bearings_document_to_text (document, width) : NULL;
}

gboolean
bearings_service_save_plan (BearingsService *self,
                            const BearingsPlan *plan,
                            const BearingsPlanOrder *order,
                            BearingsReportForm form,
                            GFile *file,
                            GError **error)
{
  g_autoptr (BearingsDocument) document = document_new (self, plan, order, error);

  return document != NULL && bearings_service_save_document (document, form, file, error);
}
