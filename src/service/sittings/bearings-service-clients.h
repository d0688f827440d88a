/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clients: codes that sittings are kept under, and who is at the desk. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/*
 * Codes are taken as they are typed (bearings-client-code.h). Errors: INVALID for what is no code
 * or is there already, NOT_FOUND for a code that nobody has.
 */

/* char *, sorted. */
GPtrArray *bearings_service_list_clients (BearingsService *self, GError **error);
gboolean bearings_service_create_client (BearingsService *self, const char *code, GError **error);
gboolean bearings_service_rename_client (BearingsService *self,
                                         const char *code,
                                         const char *new_code,
                                         GError **error);
/* With all sittings, for good. A client at the desk becomes a guest. */
gboolean bearings_service_delete_client (BearingsService *self, const char *code, GError **error);
/* BearingsSessionInfo, as bearings_service_list_sessions(). @code NULL: of guests. */
GPtrArray *
bearings_service_list_sessions_of (BearingsService *self, const char *code, GError **error);
/* The guests' sittings become the client's. Returns how many, or -1. */
int bearings_service_take_guest_sittings (BearingsService *self, const char *code, GError **error);

/* Who is at the desk, in this process alone: NULL for a guest. #BEARINGS_CLIENT_CHANGED tells of
 * every change. */
const char *bearings_service_get_client (BearingsService *self);
/* @code: (nullable): of a client there is */
gboolean bearings_service_set_client (BearingsService *self, const char *code, GError **error);

G_END_DECLS
