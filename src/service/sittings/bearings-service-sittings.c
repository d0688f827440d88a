/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments, sittings and results. */

#include "bearings-interview.h"
#include "bearings-scoring-basis.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"

#include <glib/gi18n-lib.h>

GPtrArray *
bearings_service_sittings_list_instruments (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_INSTRUMENT,
                                                   NULL, NULL, error)
                        : NULL;
}

static BearingsScoringBasis *
load_basis (BearingsService *self, const char *instrument_id, const char *skill, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL
           ? bearings_scoring_basis_load (reader->catalogue, instrument_id, skill, error)
           : NULL;
}

BearingsForm *
bearings_service_sittings_get_form (BearingsService *self,
                                    const char *instrument_id,
                                    GError **error)
{
  g_autoptr (BearingsScoringBasis) basis = load_basis (self, instrument_id, NULL, error);

  return basis != NULL ? bearings_form_ref (basis->form) : NULL;
}

/* How the log of the sitting begins: its plan, and what was told before it. */
static GPtrArray *
first_entries (const BearingsForm *form, const BearingsSittingOrder *order)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autofree char *plan = order->selection == BEARINGS_SELECTION_ADAPTIVE
                            ? bearings_sitting_plan_adaptive (form, order->length, g_random_int ())
                            : bearings_sitting_plan (form, order->length, g_random_int ());

  g_ptr_array_add (entries, bearings_entry_new (BEARINGS_ENTRY_STARTED, NULL, plan, -1));
  if (order->interview)
    g_ptr_array_add (entries,
                     bearings_entry_new (BEARINGS_ENTRY_FACT, BEARINGS_FACT_INTERVIEW, "1", -1));
  if (order->years != NULL)
    g_ptr_array_add (
      entries, bearings_entry_new (BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, order->years, -1));
  return entries;
}

char *
bearings_service_sittings_begin (BearingsService *self,
                                 const BearingsSittingOrder *order,
                                 GError **error)
{
  g_autoptr (BearingsScoringBasis) basis =
    load_basis (self, order->instrument, order->skill, error);
  g_autoptr (BearingsSittingInfo) start = bearings_sitting_info_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (BearingsKeeper) keeper = NULL;

  if (basis != NULL && order->skill != NULL) {
    g_autoptr (GError) local = NULL;
    g_autoptr (BearingsSkill) skill =
      bearings_service_get_record (self, BEARINGS_RECORD_SKILL, order->skill, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (skill == NULL) {
      bearings_service_set_not_found (BEARINGS_RECORD_SKILL, order->skill, error);
      return NULL;
    }
  }
  bytes = basis != NULL ? bearings_scoring_basis_to_bytes (basis, error) : NULL;
  if (bytes == NULL)
    return NULL;
  start->instrument = g_strdup (order->instrument);
  start->instrument_version = g_strdup (basis->form->instrument->version);
  start->skill = g_strdup (order->skill != NULL ? order->skill : basis->form->instrument->skill);
  start->data_version = bearings_service_data_version (self, error);
  if (start->data_version == NULL)
    return NULL;
  start->client = g_strdup (order->client);
  start->locale = g_strdup (g_get_language_names ()[0]);
  start->passing = order->passing;
  start->started = g_get_real_time ();
  entries = first_entries (basis->form, order);
  keeper = bearings_service_borrow_people (self, error);
  return keeper != NULL
           ? bearings_people_begin_sitting (keeper->people, start, bytes, entries, error)
           : NULL;
}

gboolean
bearings_service_sittings_append (BearingsService *self,
                                  const char *sitting_id,
                                  const BearingsEntry *entry,
                                  GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  g_autoptr (GError) local = NULL;

  if (keeper == NULL)
    return FALSE;
  if (bearings_people_append (keeper->people, sitting_id, entry, &local))
    return TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_STALE))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE,
                         _ ("This sitting has been opened in another window. "
                            "Answers can be given only there."));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A stored sitting, with what it is scored with. */
typedef struct {
  BearingsSittingInfo *info;
  GPtrArray *entries;
  GBytes *basis_bytes; /* NULL: it has none of its own */
  BearingsScoringBasis *basis;
} Stored;

static void
stored_free (Stored *stored)
{
  g_clear_pointer (&stored->info, bearings_sitting_info_free);
  g_clear_pointer (&stored->entries, g_ptr_array_unref);
  g_clear_pointer (&stored->basis_bytes, g_bytes_unref);
  g_clear_pointer (&stored->basis, bearings_scoring_basis_free);
  g_free (stored);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stored, stored_free)

static void
no_sitting (const char *sitting_id, GError **error)
{
  g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
               _ ("There is no sitting with the id “%s”."), sitting_id);
}

/* Takes @local, an error of the store. */
static void
take_error (GError *local, const char *sitting_id, GError **error)
{
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND))
    no_sitting (sitting_id, error);
  else if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN,
                         local->message);
  else {
    g_propagate_error (error, local);
    return;
  }
  g_error_free (local);
}

static Stored *
read_stored (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (Stored) stored = g_new0 (Stored, 1);
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  GError *local = NULL;

  if (keeper == NULL)
    return NULL;
  stored->info = bearings_people_get_sitting (keeper->people, sitting_id, &local);
  if (stored->info != NULL)
    stored->entries = bearings_people_read_log (keeper->people, sitting_id, &local);
  if (stored->entries != NULL)
    stored->basis_bytes = bearings_people_get_basis (keeper->people, sitting_id, &local);
  g_clear_pointer (&keeper, bearings_keeper_release);
  if (local != NULL) {
    take_error (local, sitting_id, error);
    return NULL;
  }
  if (stored->info == NULL) {
    no_sitting (sitting_id, error);
    return NULL;
  }
  /* Versions before 5 of the store could be killed between the sitting and its first entry. */
  if (stored->entries->len == 0) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN,
                         _ ("Nothing of this sitting was stored: the program ended just as it "
                            "began."));
    return NULL;
  }
  /* Sittings of the first release have no basis of their own. */
  stored->basis = stored->basis_bytes != NULL
                    ? bearings_scoring_basis_from_bytes (stored->basis_bytes, error)
                    : load_basis (self, stored->info->instrument, stored->info->skill, error);
  return stored->basis != NULL ? g_steal_pointer (&stored) : NULL;
}

static BearingsSitting *
replay (const Stored *stored, GError **error)
{
  g_autoptr (GError) local = NULL;
  BearingsSitting *sitting = bearings_sitting_replay (stored->basis->form, stored->entries, &local);
  const char *begun = stored->info->instrument_version;
  const char *installed = stored->basis->form->instrument->version;

  if (sitting != NULL)
    return sitting;
  if (stored->basis_bytes != NULL || stored->entries->len == 0)
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN,
                 /* Translators: what is wrong, as a programmer would say it. */
                 _ ("What is stored of this sitting is damaged: %s."), local->message);
  else if (g_strcmp0 (begun, installed) != 0)
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_VERSION,
                 /* Translators: version of the instrument a sitting was begun with, the version
                    installed now, and the reason. */
                 _ ("This sitting was begun with version %s of the instrument and does not fit the "
                    "installed version %s: %s."),
                 begun, installed, local->message);
  else
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_VERSION,
                 /* Translators: version of an instrument, and the reason. */
                 _ ("This sitting does not fit the installed instrument, although its version is "
                    "%s, too: %s."),
                 installed, local->message);
  return NULL;
}

typedef gboolean (*TakeOver) (BearingsPeople *people, const char *sitting_id, GError **error);

/* How many entries the sitting has, once it is taken over; -1 when it could not be. */
static gint64
take (BearingsService *self, const char *sitting_id, TakeOver take_over, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  GError *local = NULL;
  g_autoptr (BearingsSittingInfo) info = NULL;

  if (keeper == NULL)
    return -1;
  if (take_over (keeper->people, sitting_id, &local))
    info = bearings_people_get_sitting (keeper->people, sitting_id, &local);
  g_clear_pointer (&keeper, bearings_keeper_release);
  if (local != NULL)
    take_error (local, sitting_id, error);
  else if (info == NULL)
    no_sitting (sitting_id, error);
  return info != NULL ? info->n_entries : -1;
}

static BearingsSitting *
resume (BearingsService *self, const char *sitting_id, TakeOver take_over, GError **error)
{
  g_autoptr (Stored) stored = read_stored (self, sitting_id, error);
  g_autoptr (BearingsSitting) sitting = stored != NULL ? replay (stored, error) : NULL;
  gint64 n_entries = sitting != NULL ? take (self, sitting_id, take_over, error) : -1;

  if (n_entries < 0)
    return NULL;
  if (n_entries == stored->entries->len)
    return g_steal_pointer (&sitting);
  /* Whoever held it went on until it was taken. */
  g_clear_pointer (&stored, stored_free);
  stored = read_stored (self, sitting_id, error);
  return stored != NULL ? replay (stored, error) : NULL;
}

BearingsSitting *
bearings_service_sittings_resume (BearingsService *self, const char *sitting_id, GError **error)
{
  return resume (self, sitting_id, bearings_people_take_over, error);
}

BearingsSitting *
bearings_service_sittings_resume_passing (BearingsService *self,
                                          const char *sitting_id,
                                          GError **error)
{
  return resume (self, sitting_id, bearings_people_take_over_passing, error);
}

gboolean
bearings_service_sittings_check_resume (BearingsService *self,
                                        const char *sitting_id,
                                        GError **error)
{
  g_autoptr (Stored) stored = read_stored (self, sitting_id, error);
  g_autoptr (BearingsSitting) sitting = stored != NULL ? replay (stored, error) : NULL;

  return sitting != NULL;
}

GPtrArray *
bearings_service_sittings_list (BearingsService *self, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  return keeper != NULL ? bearings_people_list_sittings (keeper->people, error) : NULL;
}

BearingsSittingInfo *
bearings_service_sittings_get (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  return keeper != NULL ? bearings_people_get_sitting (keeper->people, sitting_id, error) : NULL;
}

gboolean
bearings_service_sittings_leave (BearingsService *self,
                                 const char *sitting_id,
                                 gboolean *gone,
                                 GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  gboolean left;

  *gone = FALSE;
  if (keeper == NULL)
    return FALSE;
  left = bearings_people_leave_sitting (keeper->people, sitting_id, gone, error);
  if (*gone)
    bearings_service_forget_contribution (self, sitting_id);
  return left;
}

gboolean
bearings_service_sittings_erase (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  bearings_service_forget_contribution (self, sitting_id);
  return keeper != NULL && bearings_people_erase_sitting (keeper->people, sitting_id, error);
}

gboolean
bearings_service_sittings_end_guest (BearingsService *self, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  if (keeper == NULL || !bearings_people_delete_guests (keeper->people, error))
    return FALSE;
  g_clear_pointer (&keeper, bearings_keeper_release);
  bearings_service_forget_contribution (self, NULL);
  bearings_service_change_client (self, NULL, TRUE);
  return TRUE;
}

BearingsResult *
bearings_service_sittings_get_result (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (Stored) stored = read_stored (self, sitting_id, error);
  g_autoptr (BearingsSitting) sitting = stored != NULL ? replay (stored, error) : NULL;
  g_autoptr (BearingsSkill) skill = NULL;
  g_autoptr (GError) local = NULL;
  BearingsResult *result;

  if (sitting == NULL)
    return NULL;
  if (stored->info->skill != NULL)
    skill = bearings_service_get_record (self, BEARINGS_RECORD_SKILL, stored->info->skill, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  result =
    bearings_result_new (sitting, stored->info, stored->basis->samples, stored->basis->norms);
  result->skill_name = skill != NULL ? g_strdup (skill->name) : NULL;
  return result;
}

BearingsResult *
bearings_service_sittings_get_earlier (BearingsService *self,
                                       const char *sitting_id,
                                       GError **error)
{
  g_autoptr (BearingsSittingInfo) later = bearings_service_sittings_get (self, sitting_id, error);
  g_autoptr (GPtrArray) sittings = later ? bearings_service_sittings_list (self, error) : NULL;
  gboolean past = FALSE;

  /* Finished ones come after all open ones, the latest first. */
  for (guint i = 0; sittings != NULL && i < sittings->len; i++) {
    const BearingsSittingInfo *info = g_ptr_array_index (sittings, i);

    if (past && info->finished && g_str_equal (info->instrument, later->instrument) &&
        g_strcmp0 (info->skill, later->skill) == 0 && g_strcmp0 (info->client, later->client) == 0)
      return bearings_service_sittings_get_result (self, info->id, error);
    past |= g_str_equal (info->id, sitting_id);
  }
  return NULL;
}

BearingsRescore *
bearings_service_sittings_rescore (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (Stored) stored = read_stored (self, sitting_id, error);
  g_autoptr (BearingsSitting) then = stored != NULL ? replay (stored, error) : NULL;
  g_autoptr (BearingsScoringBasis) present = NULL;
  g_autoptr (BearingsSitting) now = NULL;

  if (then == NULL)
    return NULL;
  present = load_basis (self, stored->info->instrument, stored->info->skill, error);
  if (present == NULL)
    return NULL;
  now = bearings_rescore_sitting_transfer (then, present->form);
  if (now == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_VERSION,
                 /* Translators: title and version of an instrument. */
                 _ ("“%s” %s has none of the questions of this sitting."),
                 present->form->instrument->title, present->form->instrument->version);
    return NULL;
  }
  return bearings_rescore_new (
    bearings_result_new (then, stored->info, stored->basis->samples, stored->basis->norms),
    bearings_result_new (now, stored->info, present->samples, present->norms));
}
