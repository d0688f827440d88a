/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments, sessions and results. */

#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
bearings_service_list_instruments (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_INSTRUMENT,
                                                   NULL, NULL, error)
                        : NULL;
}

static BearingsForm *
load_form (BearingsCatalogue *catalogue, const char *instrument_id, GError **error)
{
  g_autoptr (BearingsInstrument) instrument =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_INSTRUMENT, instrument_id, error);
  g_autoptr (GPtrArray) items = NULL;

  if (instrument == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_INSTRUMENT, instrument_id, error);
  items =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_ITEM, "instrument", instrument_id, error);
  return items != NULL ? bearings_form_new (instrument, items) : NULL;
}

BearingsForm *
bearings_service_get_form (BearingsService *self, const char *instrument_id, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? load_form (reader->catalogue, instrument_id, error) : NULL;
}

char *
bearings_service_begin_session (BearingsService *self,
                                const BearingsSittingOrder *order,
                                GError **error)
{
  g_autoptr (BearingsForm) form = bearings_service_get_form (self, order->instrument, error);
  g_autoptr (BearingsSessionInfo) start = NULL;
  g_autoptr (BearingsEntry) first = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *id = NULL;
  BearingsPeople *people;

  if (form == NULL)
    return NULL;
  start = bearings_session_info_new ();
  start->instrument = g_strdup (order->instrument);
  start->instrument_version = g_strdup (form->instrument->version);
  start->data_version = bearings_service_data_version (self, error);
  if (start->data_version == NULL)
    return NULL;
  start->client = g_strdup (order->client);
  start->locale = g_strdup (g_get_language_names ()[0]);
  start->started = g_get_real_time ();
  plan = order->selection == BEARINGS_SELECTION_ADAPTIVE
           ? bearings_sitting_plan_adaptive (form, order->length, g_random_int ())
           : bearings_sitting_plan (form, order->length, g_random_int ());
  first = bearings_entry_new (BEARINGS_ENTRY_STARTED, NULL, plan, -1);

  people = bearings_service_lock_people (self);
  id = bearings_people_begin_session (people, start, error);
  if (id != NULL && !bearings_people_append (people, id, first, error)) {
    bearings_people_delete_session (people, id, NULL);
    g_clear_pointer (&id, g_free);
  }
  bearings_service_unlock_people (self);
  return g_steal_pointer (&id);
}

gboolean
bearings_service_append (BearingsService *self,
                         const char *session_id,
                         const BearingsEntry *entry,
                         GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);
  g_autoptr (GError) local = NULL;
  gboolean stored = bearings_people_append (people, session_id, entry, &local);

  bearings_service_unlock_people (self);
  if (stored)
    return TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_STALE))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE,
                         _ ("This sitting has been opened in another window. "
                            "Answers can be given only there."));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_session (BearingsService *self,
              const char *session_id,
              gboolean take_over,
              BearingsSessionInfo **info,
              GPtrArray **entries,
              GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);

  *entries = NULL;
  *info = bearings_people_get_session (people, session_id, error);
  if (*info != NULL && (!take_over || bearings_people_take_over (people, session_id, error)))
    *entries = bearings_people_read_log (people, session_id, error);
  bearings_service_unlock_people (self);
  if (*info == NULL && error != NULL && *error == NULL)
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no sitting with the id “%s”."), session_id);
  return *entries != NULL;
}

static BearingsSitting *
replay (BearingsService *self, const BearingsSessionInfo *info, GPtrArray *entries, GError **error)
{
  g_autoptr (BearingsForm) form = bearings_service_get_form (self, info->instrument, error);
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (GError) local = NULL;

  if (form == NULL)
    return NULL;
  sitting = bearings_sitting_replay (form, entries, &local);
  if (sitting == NULL)
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_VERSION,
                 /* Translators: version of the instrument a sitting was begun with, the version
                    installed now, and the reason. */
                 _ ("This sitting was begun with version %s of the instrument and does not fit the "
                    "installed version %s: %s."),
                 info->instrument_version, form->instrument->version, local->message);
  return g_steal_pointer (&sitting);
}

BearingsSitting *
bearings_service_resume (BearingsService *self, const char *session_id, GError **error)
{
  g_autoptr (BearingsSessionInfo) info = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!read_session (self, session_id, TRUE, &info, &entries, error))
    return NULL;
  return replay (self, info, entries, error);
}

GPtrArray *
bearings_service_list_sessions (BearingsService *self, GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);
  GPtrArray *sessions = bearings_people_list_sessions (people, error);

  bearings_service_unlock_people (self);
  return sessions;
}

BearingsSessionInfo *
bearings_service_get_session (BearingsService *self, const char *session_id, GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);
  BearingsSessionInfo *info = bearings_people_get_session (people, session_id, error);

  bearings_service_unlock_people (self);
  return info;
}

gboolean
bearings_service_delete_session (BearingsService *self, const char *session_id, GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);
  gboolean deleted = bearings_people_delete_session (people, session_id, error);

  bearings_service_unlock_people (self);
  return deleted;
}

gboolean
bearings_service_end_guest (BearingsService *self, GError **error)
{
  BearingsPeople *people = bearings_service_lock_people (self);
  gboolean deleted = bearings_people_delete_guests (people, error);

  bearings_service_unlock_people (self);
  return deleted;
}

BearingsResult *
bearings_service_get_result (BearingsService *self, const char *session_id, GError **error)
{
  g_autoptr (BearingsReader) reader = NULL;
  g_autoptr (BearingsSessionInfo) info = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GPtrArray) norms = NULL;
  const char *skill;

  if (!read_session (self, session_id, FALSE, &info, &entries, error))
    return NULL;
  sitting = replay (self, info, entries, error);
  reader = sitting != NULL ? bearings_service_borrow (self, error) : NULL;
  if (reader == NULL)
    return NULL;
  skill = sitting->form->instrument->skill;
  samples = skill != NULL
              ? bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_REFERENCE_SAMPLE,
                                         "skill", skill, error)
              : bearings_service_records_new ();
  norms = samples != NULL ? bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_NORM_TABLE,
                                                     NULL, NULL, error)
                          : NULL;
  if (norms == NULL)
    return NULL;
  return bearings_result_new (sitting, info, samples, norms);
}
