/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clients: codes that sittings are kept under, and who is at the desk. */
#pragma once

#include "bearings-service-desk.h"
#include "bearings-service-sittings.h"

G_BEGIN_DECLS

/*
 * Codes are taken as they are typed (bearings-client-code.h). Errors: INVALID for what is no code
 * or is there already, NOT_FOUND for a code that nobody has.
 */

/* char *, sorted. */
GPtrArray *bearings_service_clients_list (BearingsService *self, GError **error);
gboolean bearings_service_clients_create (BearingsService *self, const char *code, GError **error);
gboolean bearings_service_clients_rename (BearingsService *self,
                                          const char *code,
                                          const char *new_code,
                                          GError **error);
/* With all sittings, for good. A client at the desk becomes a guest. */
gboolean bearings_service_clients_delete (BearingsService *self, const char *code, GError **error);
/* BearingsSittingInfo, as bearings_service_sittings_list(). @code NULL: of guests. */
GPtrArray *
bearings_service_clients_list_sittings_of (BearingsService *self, const char *code, GError **error);
/**
 * BearingsStoredResult: a sitting in a list
 * @result: as it stands; %NULL when the sitting cannot be read any more
 * @message: (nullable): why not
 */
typedef struct {
  BearingsSittingInfo *info;
  BearingsResult *result;
  char *message;
} BearingsStoredResult;
void bearings_stored_result_free (BearingsStoredResult *stored);
/* BearingsStoredResult of whoever has the code, in the order of the sittings; those that are
 * @finished, or the others. @code NULL: of guests. */
GPtrArray *bearings_service_clients_list_results_of (BearingsService *self,
                                                     const char *code,
                                                     gboolean finished,
                                                     GError **error);
/* The guests' sittings become the client's. Returns how many, or -1. */
int bearings_service_clients_take_guest_sittings (BearingsService *self,
                                                  const char *code,
                                                  GError **error);

/* Who is at the desk, in this process alone: see bearings_service_desk_dup_client(). */
/* @code: (nullable): of a client there is */
gboolean bearings_service_clients_set (BearingsService *self, const char *code, GError **error);

G_END_DECLS
