/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clients: codes that sittings are kept under, and who is at the desk. */

#include "bearings-service-clients.h"

#include <glib/gi18n-lib.h>

#include "bearings-client-code.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"

static char *
take_code (const char *text, GError **error)
{
  char *code = bearings_client_code_normalise (text);
  g_autofree char *problem = code == NULL ? bearings_client_code_problem (text) : NULL;

  if (code == NULL)
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID, problem);
  return code;
}

/* Takes @local. */
static void
take_error (GError *local, GError **error)
{
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                         local->message);
  else if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         local->message);
  else {
    g_propagate_error (error, local);
    return;
  }
  g_error_free (local);
}

static gboolean
is_at_desk (BearingsService *self, const char *code)
{
  g_autofree char *client = bearings_service_desk_dup_client (self);

  return g_strcmp0 (client, code) == 0;
}

GPtrArray *
bearings_service_clients_list (BearingsService *self, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  return keeper != NULL ? bearings_people_list_clients (keeper->people, error) : NULL;
}

gboolean
bearings_service_clients_create (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *taken = take_code (code, error);
  g_autoptr (BearingsKeeper) keeper =
    taken != NULL ? bearings_service_borrow_people (self, error) : NULL;
  GError *local = NULL;

  if (keeper == NULL)
    return FALSE;
  bearings_people_create_client (keeper->people, taken, &local);
  if (local != NULL)
    take_error (local, error);
  return local == NULL;
}

gboolean
bearings_service_clients_rename (BearingsService *self,
                                 const char *code,
                                 const char *new_code,
                                 GError **error)
{
  g_autofree char *old = take_code (code, error);
  g_autofree char *taken = old != NULL ? take_code (new_code, error) : NULL;
  g_autoptr (BearingsKeeper) keeper =
    taken != NULL ? bearings_service_borrow_people (self, error) : NULL;
  GError *local = NULL;

  if (keeper == NULL)
    return FALSE;
  bearings_people_rename_client (keeper->people, old, taken, &local);
  g_clear_pointer (&keeper, bearings_keeper_release);
  if (local != NULL)
    take_error (local, error);
  else if (is_at_desk (self, old))
    bearings_service_change_client (self, taken, FALSE);
  return local == NULL;
}

gboolean
bearings_service_clients_delete (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *taken = take_code (code, error);
  g_autoptr (BearingsKeeper) keeper =
    taken != NULL ? bearings_service_borrow_people (self, error) : NULL;
  GError *local = NULL;

  if (keeper == NULL)
    return FALSE;
  bearings_people_delete_client (keeper->people, taken, &local);
  bearings_service_forget_contribution (self, NULL);
  g_clear_pointer (&keeper, bearings_keeper_release);
  if (local != NULL)
    take_error (local, error);
  else if (is_at_desk (self, taken))
    bearings_service_change_client (self, NULL, TRUE);
  return local == NULL;
}

static GPtrArray *
list_guests (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (self, error);

  for (guint i = sittings != NULL ? sittings->len : 0; i > 0; i--)
    if (((BearingsSittingInfo *) sittings->pdata[i - 1])->client != NULL)
      g_ptr_array_remove_index (sittings, i - 1);
  return g_steal_pointer (&sittings);
}

GPtrArray *
bearings_service_clients_list_sittings_of (BearingsService *self, const char *code, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = NULL;

  if (code == NULL)
    return list_guests (self, error);
  keeper = bearings_service_borrow_people (self, error);
  return keeper != NULL ? bearings_people_list_sittings_of (keeper->people, code, error) : NULL;
}

void
bearings_stored_result_free (BearingsStoredResult *stored)
{
  bearings_sitting_info_free (stored->info);
  g_clear_pointer (&stored->result, bearings_result_unref);
  g_free (stored->message);
  g_free (stored);
}

GPtrArray *
bearings_service_clients_list_results_of (BearingsService *self,
                                          const char *code,
                                          gboolean finished,
                                          GError **error)
{
  g_autoptr (GPtrArray) sittings = bearings_service_clients_list_sittings_of (self, code, error);
  GPtrArray *results;

  if (sittings == NULL)
    return NULL;
  results = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_stored_result_free);
  for (guint i = 0; i < sittings->len; i++) {
    const BearingsSittingInfo *info = sittings->pdata[i];
    g_autoptr (GError) local = NULL;
    BearingsStoredResult *stored;

    if (info->finished != finished)
      continue;
    stored = g_new0 (BearingsStoredResult, 1);
    stored->info = bearings_sitting_info_copy (info);
    stored->result = bearings_service_sittings_get_result (self, info->id, &local);
    stored->message = local != NULL ? g_strdup (local->message) : NULL;
    g_ptr_array_add (results, stored);
  }
  return results;
}

int
bearings_service_clients_take_guest_sittings (BearingsService *self,
                                              const char *code,
                                              GError **error)
{
  g_autofree char *taken = take_code (code, error);
  g_autoptr (BearingsKeeper) keeper =
    taken != NULL ? bearings_service_borrow_people (self, error) : NULL;
  GError *local = NULL;
  int n;

  if (keeper == NULL)
    return -1;
  n = bearings_people_give_to_client (keeper->people, taken, &local);
  if (local != NULL)
    take_error (local, error);
  return n;
}

gboolean
bearings_service_clients_set (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *before = bearings_service_desk_dup_client (self);
  g_autofree char *taken = code != NULL ? take_code (code, error) : NULL;
  g_autoptr (GPtrArray) codes = taken != NULL ? bearings_service_clients_list (self, error) : NULL;

  if (code != NULL && codes == NULL)
    return FALSE;
  if (code != NULL && !g_ptr_array_find_with_equal_func (codes, taken, g_str_equal, NULL)) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no client with the code “%s”."), taken);
    return FALSE;
  }
  /* A guest who takes a code is the same person. */
  if (g_strcmp0 (before, taken) != 0)
    bearings_service_change_client (self, taken, before != NULL);
  return TRUE;
}
