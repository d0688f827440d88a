/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings: begun, answered, gone on with, scored and deleted. */
#pragma once

#include "bearings-rescore.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* Assessment. */
GPtrArray *bearings_service_sittings_list_instruments (BearingsService *self, GError **error);
BearingsForm *bearings_service_sittings_get_form (BearingsService *self,
                                                  const char *instrument_id,
                                                  GError **error);
/* What somebody asks for who begins a sitting. */
typedef struct {
  const char *instrument;
  const char *skill; /* NULL: the instrument's own */
  BearingsLength length;
  BearingsSelection selection; /* 0: fixed */
  const char *client;          /* NULL: a guest */
  gboolean interview;          /* somebody else puts in the answers */
  const char *years;           /* of coding; NULL: not told */
  gboolean passing;            /* a guest's, not to outlast the program that begins it */
} BearingsSittingOrder;
/* Begins a sitting, with all that was ordered or not at all. Returns its id. */
char *bearings_service_sittings_begin (BearingsService *self,
                                       const BearingsSittingOrder *order,
                                       GError **error);
/* Stores one entry; durable when it returns. Blocking: a few milliseconds. */
gboolean bearings_service_sittings_append (BearingsService *self,
                                           const char *sitting_id,
                                           const BearingsEntry *entry,
                                           GError **error);
/* Takes the sitting over for this process (resume) and replays its log; from now on it stays. One
 * that cannot be resumed is not taken from whoever holds it; why not is the error: NOT_FOUND (no
 * such sitting or instrument), VERSION or BROKEN. */
BearingsSitting *
bearings_service_sittings_resume (BearingsService *self, const char *sitting_id, GError **error);
/* The same, but a sitting that is passing remains so. */
BearingsSitting *bearings_service_sittings_resume_passing (BearingsService *self,
                                                           const char *sitting_id,
                                                           GError **error);
/* Whether a sitting could be resumed; takes nothing over. The errors are the same. */
gboolean bearings_service_sittings_check_resume (BearingsService *self,
                                                 const char *sitting_id,
                                                 GError **error);
/* BearingsSittingInfo *: open ones first, latest first. */
GPtrArray *bearings_service_sittings_list (BearingsService *self, GError **error);
BearingsSittingInfo *
bearings_service_sittings_get (BearingsService *self, const char *sitting_id, GError **error);
/**
 * bearings_service_sittings_leave:
 * @gone: whether there is no such sitting any more
 *
 * This process is done with the sitting. Deletes it if it is passing, if this process holds it
 * still, and if it began it or the sitting is finished; any other stays.
 */
gboolean bearings_service_sittings_leave (BearingsService *self,
                                          const char *sitting_id,
                                          gboolean *gone,
                                          GError **error);
/* For a person who asks for it in so many words: whoever holds it, and to whomever it belongs. */
gboolean
bearings_service_sittings_erase (BearingsService *self, const char *sitting_id, GError **error);
/* A guest's sitting leaves nothing: deletes every guest's sitting, finished or not, for a person
 * who asks for it. Whoever is at the desk has left. */
gboolean bearings_service_sittings_end_guest (BearingsService *self, GError **error);
BearingsResult *bearings_service_sittings_get_result (BearingsService *self,
                                                      const char *sitting_id,
                                                      GError **error);
/* The finished sitting of the same person and instrument before this one; NULL without an error
 * when there is none. */
BearingsResult *bearings_service_sittings_get_earlier (BearingsService *self,
                                                       const char *sitting_id,
                                                       GError **error);
/* A finished sitting as it was scored, and with the instrument and samples installed now. NOT_FOUND
 * when the instrument is gone, VERSION when it shares no item with the sitting. */
BearingsRescore *
bearings_service_sittings_rescore (BearingsService *self, const char *sitting_id, GError **error);

G_END_DECLS
