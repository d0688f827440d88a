/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result with all that is shown beside it. */

#include "bearings-service-result.h"

#include "bearings-service-groups.h"
#include "bearings-service-plan.h"
#include "bearings-service-private.h"
#include "bearings-service-sample.h"
#include "bearings-service-search.h"
#include "bearings-service-sittings.h"

void
bearings_result_screen_free (BearingsResultScreen *screen)
{
  g_clear_pointer (&screen->result, bearings_result_unref);
  g_clear_pointer (&screen->roles, g_ptr_array_unref);
  g_clear_pointer (&screen->groups, g_ptr_array_unref);
  g_clear_pointer (&screen->self_ratings, bearings_record_unref);
  g_clear_pointer (&screen->learning, g_ptr_array_unref);
  g_clear_pointer (&screen->sources, g_hash_table_unref);
  g_clear_pointer (&screen->earlier, bearings_result_unref);
  g_clear_error (&screen->no_earlier);
  g_clear_pointer (&screen->rescore, bearings_rescore_free);
  g_clear_error (&screen->no_rescore);
  g_free (screen);
}

static gboolean
add_roles (BearingsService *self, BearingsResultScreen *screen, GError **error)
{
  screen->roles = bearings_service_search_list_careers (self, error);
  for (guint i = screen->roles != NULL ? screen->roles->len : 0; i > 0; i--)
    if (bearings_hit_get_kind (screen->roles->pdata[i - 1]) != BEARINGS_RECORD_ROLE)
      g_ptr_array_remove_index (screen->roles, i - 1);
  return screen->roles != NULL;
}

static void
add_samples (GPtrArray *ids, const GPtrArray *placements)
{
  for (guint i = 0; i < placements->len; i++)
    g_ptr_array_add (ids, ((BearingsPlacement *) placements->pdata[i])->sample->source);
}

/* What is known of learning and of self-ratings, and where all of it is from. */
static gboolean
add_evidence (BearingsService *self,
              BearingsResultScreen *screen,
              const char *self_rating_claim,
              GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;

  if (reader == NULL)
    return FALSE;
  screen->self_ratings =
    bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_CLAIM, self_rating_claim, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  screen->learning = bearings_service_plan_list_learning (self, error);
  if (screen->learning == NULL)
    return FALSE;
  if (screen->self_ratings != NULL)
    g_ptr_array_add (ids, screen->self_ratings->source);
  for (guint i = 0; i < screen->learning->len; i++)
    g_ptr_array_add (ids, ((BearingsClaim *) screen->learning->pdata[i])->source);
  add_samples (ids, screen->result->placements);
  add_samples (ids, screen->groups);
  screen->sources = bearings_service_sources_new ();
  /* A sitting keeps the samples it was scored with, which may be from a source that is gone. */
  for (guint i = 0; i < ids->len; i++) {
    bearings_service_note_source (reader->catalogue, screen->sources, ids->pdata[i], &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  }
  return TRUE;
}

BearingsResultScreen *
bearings_service_result_get_screen (BearingsService *self,
                                    const char *sitting_id,
                                    const char *self_rating_claim,
                                    GError **error)
{
  g_autoptr (BearingsResultScreen) screen = g_new0 (BearingsResultScreen, 1);

  screen->result = bearings_service_sittings_get_result (self, sitting_id, error);
  if (screen->result == NULL || !add_roles (self, screen, error))
    return NULL;
  screen->groups = bearings_service_groups_list_local (self, screen->result, error);
  if (screen->groups == NULL || !add_evidence (self, screen, self_rating_claim, error) ||
      !bearings_service_sample_has_contributed (self, sitting_id, &screen->joined, error))
    return NULL;
  screen->earlier = bearings_service_sittings_get_earlier (self, sitting_id, &screen->no_earlier);
  if (screen->result->info->finished)
    screen->rescore = bearings_service_sittings_rescore (self, sitting_id, &screen->no_rescore);
  return g_steal_pointer (&screen);
}
