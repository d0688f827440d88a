/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample: consent, export and merge. */

#include "bearings-service-sample.h"

#include <glib/gi18n-lib.h>

#include "bearings-file-load.h"
#include "bearings-file-writer.h"
#include "bearings-pack-error.h"
#include "bearings-people-sample.h"
#include "bearings-response-file.h"
#include "bearings-response-sample.h"
#include "bearings-sample-file.h"
#include "bearings-service-ask.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"

#define LARGEST (256 * 1024 * 1024) /* of a file of another centre, in bytes */

char *
bearings_service_sample_contribute (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (self, sitting_id, error);
  g_autoptr (BearingsContribution) one = NULL;
  g_autoptr (BearingsKeeper) keeper = NULL;

  if (result == NULL)
    return NULL;
  if (result->sitting->phase != BEARINGS_SITTING_FINISHED || result->sitting->n_answered == 0) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         _ ("Only a finished sitting with answers can join the sample."));
    return NULL;
  }
  one = bearings_contribution_from_result (result);
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL || !bearings_people_sample_contribute (keeper->people, sitting_id, one, error))
    return NULL;
  bearings_service_note_contribution (self, sitting_id, one->id);
  return g_strdup (one->id);
}

gboolean
bearings_service_sample_withdraw (BearingsService *self,
                                  const char *sitting_id,
                                  const char *contribution_id,
                                  GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  if (keeper == NULL ||
      !bearings_people_sample_withdraw (keeper->people, sitting_id, contribution_id, error))
    return FALSE;
  bearings_service_forget_contribution (self, sitting_id);
  return TRUE;
}

gboolean
bearings_service_sample_has_contributed (BearingsService *self,
                                         const char *sitting_id,
                                         gboolean *contributed,
                                         GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  return keeper != NULL &&
         bearings_people_sample_has_contributed (keeper->people, sitting_id, contributed, error);
}

static GPtrArray *
list_contributions (BearingsService *self, const char *instrument, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  return keeper != NULL
           ? bearings_people_sample_list_contributions (keeper->people, instrument, error)
           : NULL;
}

GPtrArray *
bearings_service_sample_list (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) list = list_contributions (self, NULL, error);

  return list != NULL ? bearings_contribution_parts_new (list) : NULL;
}

int
bearings_service_sample_export (BearingsService *self,
                                const char *instrument,
                                GFile *file,
                                GError **error)
{
  g_autoptr (GPtrArray) list = list_contributions (self, instrument, error);
  g_autofree char *text = NULL;

  if (list == NULL)
    return -1;
  text = bearings_sample_file_to_json (list);
  return bearings_file_writer_save (file, BEARINGS_FILE_WRITER_REPLACE, text, strlen (text), error)
           ? (int) list->len
           : -1;
}

gboolean
bearings_service_sample_merge (BearingsService *self,
                               GFile *file,
                               guint *added,
                               guint *known,
                               GError **error)
{
  g_autofree char *origin = g_file_get_basename (file);
  gsize length;
  g_autofree char *text = bearings_file_load (file, LARGEST, &length, NULL, error);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BearingsKeeper) keeper = NULL;
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return FALSE;
  list = bearings_sample_file_from_json (text, length, &local);
  if (list == NULL) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         local->message);
    return FALSE;
  }
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL ||
      !bearings_people_sample_merge_contributions (keeper->people, list, origin, added, error))
    return FALSE;
  *known = list->len - *added;
  return TRUE;
}

void
bearings_responses_summary_free (BearingsResponsesSummary *summary)
{
  g_ptr_array_unref (summary->unknown);
  g_free (summary);
}

BearingsResponsesSummary *
bearings_service_sample_import_responses (BearingsService *self,
                                          const char *instrument_id,
                                          GFile *file,
                                          const char *month,
                                          GError **error)
{
  g_autoptr (BearingsForm) form = bearings_service_sittings_get_form (self, instrument_id, error);
  g_autoptr (BearingsResponsesSummary) summary = g_new0 (BearingsResponsesSummary, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *present = g_date_time_format (now, "%Y-%m");
  g_autofree char *origin = g_file_get_basename (file);
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (BearingsKeeper) keeper = NULL;
  g_autoptr (GError) local = NULL;

  summary->unknown = g_ptr_array_new_with_free_func (g_free);
  if (form == NULL)
    return NULL;
  matrix = bearings_response_file_read_for_form (file, form, summary->unknown, &local);
  if (matrix == NULL) {
    bearings_service_translate (local, error);
    return NULL;
  }
  records = bearings_response_sample_contributions_from_matrix (form, matrix,
                                                                month != NULL ? month : present);
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL || !bearings_people_sample_merge_contributions (
                          keeper->people, records, origin, &summary->added, error))
    return NULL;
  summary->known = records->len - summary->added;
  return g_steal_pointer (&summary);
}

typedef struct {
  GFile *file;
  char *instrument_id;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->file);
  g_free (adding->instrument_id);
  g_free (adding);
}

static gpointer
add_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const Adding *adding = data;
  g_autoptr (BearingsResponsesSummary) summary = NULL;

  if (adding->instrument_id != NULL)
    return bearings_service_sample_import_responses (self, adding->instrument_id, adding->file,
                                                     NULL, error);
  summary = g_new0 (BearingsResponsesSummary, 1);
  summary->unknown = g_ptr_array_new_with_free_func (g_free);
  return bearings_service_sample_merge (self, adding->file, &summary->added, &summary->known, error)
           ? g_steal_pointer (&summary)
           : NULL;
}

void
bearings_service_sample_add_to_async (BearingsService *self,
                                      GFile *file,
                                      const char *instrument_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  static const BearingsJob job = { add_work, adding_free,
                                   (GDestroyNotify) bearings_responses_summary_free,
                                   BEARINGS_LANE_KEEP };
  Adding *adding = g_new0 (Adding, 1);

  adding->file = g_object_ref (file);
  adding->instrument_id = g_strdup (instrument_id);
  bearings_service_ask (self, &job, adding, cancellable, callback, user_data);
}

BearingsResponsesSummary *
bearings_service_sample_add_to_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

gboolean
bearings_service_sample_remove (BearingsService *self,
                                const char *origin,
                                guint *removed,
                                GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  g_autoptr (GError) local = NULL;

  if (keeper == NULL)
    return FALSE;
  if (bearings_people_sample_remove_contributions (keeper->people, origin, removed, &local))
    return TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                         local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
