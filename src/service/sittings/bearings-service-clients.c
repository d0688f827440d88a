/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clients: codes that sittings are kept under, and who is at the desk. */

#include "bearings-service-clients.h"

#include <glib/gi18n-lib.h>

#include "bearings-client-code.h"
#include "bearings-service-private.h"

#define AT_DESK "bearings-client"

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

static void
change (BearingsService *self, const char *code, gboolean left)
{
  g_object_set_data_full (G_OBJECT (self), AT_DESK, g_strdup (code), g_free);
  g_signal_emit_by_name (self, BEARINGS_CLIENT_CHANGED, left);
}

GPtrArray *
bearings_service_list_clients (BearingsService *self, GError **error)
{
  GPtrArray *codes = bearings_people_list_clients (bearings_service_lock_people (self), error);

  bearings_service_unlock_people (self);
  return codes;
}

gboolean
bearings_service_create_client (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *taken = take_code (code, error);
  GError *local = NULL;

  if (taken == NULL)
    return FALSE;
  bearings_people_create_client (bearings_service_lock_people (self), taken, &local);
  bearings_service_unlock_people (self);
  if (local != NULL)
    take_error (local, error);
  return local == NULL;
}

gboolean
bearings_service_rename_client (BearingsService *self,
                                const char *code,
                                const char *new_code,
                                GError **error)
{
  g_autofree char *old = take_code (code, error);
  g_autofree char *taken = old != NULL ? take_code (new_code, error) : NULL;
  GError *local = NULL;

  if (taken == NULL)
    return FALSE;
  bearings_people_rename_client (bearings_service_lock_people (self), old, taken, &local);
  bearings_service_unlock_people (self);
  if (local != NULL)
    take_error (local, error);
  else if (g_strcmp0 (bearings_service_get_client (self), old) == 0)
    change (self, taken, FALSE);
  return local == NULL;
}

gboolean
bearings_service_delete_client (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *taken = take_code (code, error);
  GError *local = NULL;

  if (taken == NULL)
    return FALSE;
  bearings_people_delete_client (bearings_service_lock_people (self), taken, &local);
  bearings_service_forget_contribution (self, NULL);
  bearings_service_unlock_people (self);
  if (local != NULL)
    take_error (local, error);
  else if (g_strcmp0 (bearings_service_get_client (self), taken) == 0)
    change (self, NULL, TRUE);
  return local == NULL;
}

static GPtrArray *
list_guests (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) sessions = bearings_service_list_sessions (self, error);

  for (guint i = sessions != NULL ? sessions->len : 0; i > 0; i--)
    if (((BearingsSessionInfo *) sessions->pdata[i - 1])->client != NULL)
      g_ptr_array_remove_index (sessions, i - 1);
  return g_steal_pointer (&sessions);
}

GPtrArray *
bearings_service_list_sessions_of (BearingsService *self, const char *code, GError **error)
{
  GPtrArray *sessions;

  if (code == NULL)
    return list_guests (self, error);
  sessions = bearings_people_list_sessions_of (bearings_service_lock_people (self), code, error);
  bearings_service_unlock_people (self);
  return sessions;
}

int
bearings_service_take_guest_sittings (BearingsService *self, const char *code, GError **error)
{
  g_autofree char *taken = take_code (code, error);
  GError *local = NULL;
  int n;

  if (taken == NULL)
    return -1;
  n = bearings_people_give_to_client (bearings_service_lock_people (self), taken, &local);
  bearings_service_unlock_people (self);
  if (local != NULL)
    take_error (local, error);
  return n;
}

const char *
bearings_service_get_client (BearingsService *self)
{
  return g_object_get_data (G_OBJECT (self), AT_DESK);
}

gboolean
bearings_service_set_client (BearingsService *self, const char *code, GError **error)
{
  const char *before = bearings_service_get_client (self);
  g_autofree char *taken = code != NULL ? take_code (code, error) : NULL;
  g_autoptr (GPtrArray) codes = taken != NULL ? bearings_service_list_clients (self, error) : NULL;

  if (code != NULL && codes == NULL)
    return FALSE;
  if (code != NULL && !g_ptr_array_find_with_equal_func (codes, taken, g_str_equal, NULL)) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no client with the code “%s”."), taken);
    return FALSE;
  }
  /* A guest who takes a code is the same person. */
  if (g_strcmp0 (before, taken) != 0)
    change (self, taken, before != NULL);
  return TRUE;
}

void
bearings_service_leave (BearingsService *self)
{
  change (self, NULL, TRUE);
}
