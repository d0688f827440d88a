/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample: consent, export and merge. */

#include "bearings-service-sample.h"

#include <glib/gi18n-lib.h>

#include "bearings-pack-error.h"
#include "bearings-people-sample.h"
#include "bearings-response-file.h"
#include "bearings-response-sample.h"
#include "bearings-sample-file.h"
#include "bearings-service-private.h"

#define KNOWN "bearings-known-contributions"

/* Sitting -> record, of this run alone; for use with the people locked. */
static GHashTable *
get_known (BearingsService *self)
{
  GHashTable *known = g_object_get_data (G_OBJECT (self), KNOWN);

  if (known == NULL) {
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_object_set_data_full (G_OBJECT (self), KNOWN, known, (GDestroyNotify) g_hash_table_unref);
  }
  return known;
}

void
bearings_service_forget_contribution (BearingsService *self, const char *session_id)
{
  if (session_id != NULL)
    g_hash_table_remove (get_known (self), session_id);
  else
    g_hash_table_remove_all (get_known (self));
}

char *
bearings_service_dup_contribution (BearingsService *self, const char *session_id)
{
  char *id;

  bearings_service_lock_people (self);
  id = g_strdup (g_hash_table_lookup (get_known (self), session_id));
  bearings_service_unlock_people (self);
  return id;
}

char *
bearings_service_contribute (BearingsService *self, const char *session_id, GError **error)
{
  g_autoptr (BearingsResult) result = bearings_service_get_result (self, session_id, error);
  g_autoptr (BearingsContribution) one = NULL;
  gboolean stored;

  if (result == NULL)
    return NULL;
  if (result->sitting->phase != BEARINGS_SITTING_FINISHED || result->sitting->n_answered == 0) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         _ ("Only a finished sitting with answers can join the sample."));
    return NULL;
  }
  one = bearings_contribution_from_result (result);
  stored = bearings_people_contribute (bearings_service_lock_people (self), session_id, one, error);
  if (stored)
    g_hash_table_insert (get_known (self), g_strdup (session_id), g_strdup (one->id));
  bearings_service_unlock_people (self);
  return stored ? g_strdup (one->id) : NULL;
}

gboolean
bearings_service_withdraw (BearingsService *self,
                           const char *session_id,
                           const char *contribution_id,
                           GError **error)
{
  gboolean done = bearings_people_withdraw (bearings_service_lock_people (self), session_id,
                                            contribution_id, error);

  if (done)
    bearings_service_forget_contribution (self, session_id);
  bearings_service_unlock_people (self);
  return done;
}

gboolean
bearings_service_has_contributed (BearingsService *self, const char *session_id)
{
  gboolean contributed = FALSE;

  bearings_people_has_contributed (bearings_service_lock_people (self), session_id, &contributed,
                                   NULL);
  bearings_service_unlock_people (self);
  return contributed;
}

static GPtrArray *
list_contributions (BearingsService *self, const char *instrument, GError **error)
{
  GPtrArray *list =
    bearings_people_list_contributions (bearings_service_lock_people (self), instrument, error);

  bearings_service_unlock_people (self);
  return list;
}

GPtrArray *
bearings_service_list_sample (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) list = list_contributions (self, NULL, error);

  return list != NULL ? bearings_sample_parts_new (list) : NULL;
}

int
bearings_service_sample_missing (BearingsService *self,
                                 GPtrArray *parts,
                                 const BearingsSamplePart *part)
{
  g_autoptr (BearingsInstrument) instrument =
    bearings_service_get_record (self, BEARINGS_RECORD_INSTRUMENT, part->instrument, NULL);
  gint64 n = 0;

  if (instrument == NULL)
    return -1;
  for (guint i = 0; i < parts->len; i++) {
    const BearingsSamplePart *other = parts->pdata[i];
    if (g_str_equal (other->instrument, part->instrument) &&
        g_str_equal (other->instrument_version, part->instrument_version))
      n += other->n;
  }
  return n >= instrument->policy.n_words ? 0 : (int) (instrument->policy.n_words - n);
}

int
bearings_service_export_sample (BearingsService *self,
                                const char *instrument,
                                GFile *file,
                                GError **error)
{
  g_autoptr (GPtrArray) list = list_contributions (self, instrument, error);
  g_autofree char *text = NULL;

  if (list == NULL)
    return -1;
  text = bearings_sample_to_json (list);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error)
           ? (int) list->len
           : -1;
}

gboolean
bearings_service_merge_sample (BearingsService *self,
                               GFile *file,
                               guint *added,
                               guint *known,
                               GError **error)
{
  g_autofree char *origin = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;
  gboolean merged;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return FALSE;
  list = bearings_sample_from_json (text, length, &local);
  if (list == NULL) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         local->message);
    return FALSE;
  }
  merged = bearings_people_merge_contributions (bearings_service_lock_people (self), list, origin,
                                                added, error);
  bearings_service_unlock_people (self);
  if (merged)
    *known = list->len - *added;
  return merged;
}

void
bearings_responses_summary_free (BearingsResponsesSummary *summary)
{
  g_ptr_array_unref (summary->unknown);
  g_free (summary);
}

BearingsResponsesSummary *
bearings_service_import_responses (BearingsService *self,
                                   const char *instrument_id,
                                   GFile *file,
                                   const char *month,
                                   GError **error)
{
  g_autoptr (BearingsForm) form = bearings_service_get_form (self, instrument_id, error);
  g_autoptr (BearingsResponsesSummary) summary = g_new0 (BearingsResponsesSummary, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *present = g_date_time_format (now, "%Y-%m");
  g_autofree char *origin = g_file_get_basename (file);
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) local = NULL;
  gboolean merged;

  summary->unknown = g_ptr_array_new_with_free_func (g_free);
  if (form == NULL)
    return NULL;
  matrix = bearings_response_file_read_for_form (file, form, summary->unknown, &local);
  if (matrix == NULL) {
    bearings_service_translate (local, error);
    return NULL;
  }
  records = bearings_contributions_from_matrix (form, matrix, month != NULL ? month : present);
  merged = bearings_people_merge_contributions (bearings_service_lock_people (self), records,
                                                origin, &summary->added, error);
  bearings_service_unlock_people (self);
  summary->known = records->len - summary->added;
  return merged ? g_steal_pointer (&summary) : NULL;
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

static void
add_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Adding *adding = data;
  BearingsResponsesSummary *summary;
  GError *error = NULL;

  if (adding->instrument_id != NULL) {
    summary =
      bearings_service_import_responses (source, adding->instrument_id, adding->file, NULL, &error);
  } else {
    summary = g_new0 (BearingsResponsesSummary, 1);
    summary->unknown = g_ptr_array_new_with_free_func (g_free);
    if (!bearings_service_merge_sample (source, adding->file, &summary->added, &summary->known,
                                        &error))
      g_clear_pointer (&summary, bearings_responses_summary_free);
  }
  bearings_service_return (task, summary, (GDestroyNotify) bearings_responses_summary_free, error);
}

void
bearings_service_add_to_sample_async (BearingsService *self,
                                      GFile *file,
                                      const char *instrument_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->file = g_object_ref (file);
  adding->instrument_id = g_strdup (instrument_id);
  bearings_service_run (self, bearings_service_add_to_sample_async, add_thread, adding, adding_free,
                        cancellable, callback, user_data);
}

BearingsResponsesSummary *
bearings_service_add_to_sample_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
bearings_service_remove_sample (BearingsService *self,
                                const char *origin,
                                guint *removed,
                                GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done = bearings_people_remove_contributions (bearings_service_lock_people (self), origin,
                                                        removed, &local);

  bearings_service_unlock_people (self);
  if (done)
    return TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                         local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
