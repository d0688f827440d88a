/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.db: clients, sittings, and the log of each sitting. */
#pragma once

#include "bearings-entry.h"
#include "bearings-store-error.h"

G_BEGIN_DECLS

/* One connection; for one thread at a time. */
#define BEARINGS_TYPE_PEOPLE (bearings_people_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPeople, bearings_people, BEARINGS, PEOPLE, GObject)

/* Made when absent. A file that is damaged, newer or not ours is refused and left as it is. */
BearingsPeople *bearings_people_open (const char *path, GError **error);

/*
 * Sittings. The log of a sitting is append-only, and only one window at a time appends: the one
 * that began the sitting or took it over last, which is said to hold it. What another window
 * appends is refused as STALE. A sitting that is passing goes with the window that began it.
 */

/**
 * bearings_people_begin_sitting:
 * @start: instrument, its version, data version, client (must exist; %NULL for a guest), locale,
 *   time of the start, and whether it is passing
 * @basis: (nullable): what the sitting is scored with, as the caller words it; the same bytes are
 *   stored once
 * @entries: (nullable): BearingsEntry, the beginning of the log
 *
 * Stores all of it or nothing. Returns the id of the sitting, a random UUID.
 */
char *bearings_people_begin_sitting (BearingsPeople *self,
                                     const BearingsSittingInfo *start,
                                     GBytes *basis,
                                     const GPtrArray *entries,
                                     GError **error);
/* NULL without an error when the sitting has none: it is older than the table. */
GBytes *bearings_people_get_basis (BearingsPeople *self, const char *sitting_id, GError **error);
/* On the disk when it returns TRUE; when it returns FALSE the log is as it was. The entry's number
 * is given here and does not depend on the clock. */
gboolean bearings_people_append (BearingsPeople *self,
                                 const char *sitting_id,
                                 const BearingsEntry *entry,
                                 GError **error);
/* From now on this window appends, and the sitting stays. */
gboolean bearings_people_take_over (BearingsPeople *self, const char *sitting_id, GError **error);
/* The same, but a sitting that is passing remains so. */
gboolean
bearings_people_take_over_passing (BearingsPeople *self, const char *sitting_id, GError **error);
/* Whether another window that still runs has the sitting, so that somebody can be asked first. */
gboolean bearings_people_is_open_elsewhere (BearingsPeople *self,
                                            const char *sitting_id,
                                            gboolean *elsewhere,
                                            GError **error);
/* NULL without an error when there is none. */
BearingsSittingInfo *
bearings_people_get_sitting (BearingsPeople *self, const char *sitting_id, GError **error);
/* BearingsSittingInfo: open ones first, latest first. */
GPtrArray *bearings_people_list_sittings (BearingsPeople *self, GError **error);
/* BearingsSittingInfo of one client, in the same order. */
GPtrArray *
bearings_people_list_sittings_of (BearingsPeople *self, const char *client, GError **error);
/* BearingsEntry, in order. */
GPtrArray *bearings_people_read_log (BearingsPeople *self, const char *sitting_id, GError **error);

/*
 * Deleting overwrites what was there, also in the journal. When another program reads at that
 * moment the journal cannot be emptied: the data is deleted, but the error BUSY says that traces
 * remain until the next deletion.
 */

/**
 * bearings_people_leave_sitting:
 * @gone: whether there is no such sitting any more
 *
 * This window is done with the sitting. Deletes it if it is passing, no client's, held by this
 * window, and was begun by it or is finished: somebody may still want to go on with a sitting that
 * was taken over. Everything else stays as it is.
 */
gboolean bearings_people_leave_sitting (BearingsPeople *self,
                                        const char *sitting_id,
                                        gboolean *gone,
                                        GError **error);
/* For a person who asks for it in so many words: whoever holds it, and to whomever it belongs. */
gboolean
bearings_people_erase_sitting (BearingsPeople *self, const char *sitting_id, GError **error);
/* Every guest's, for a person who asks for it: finished or not, and whoever holds it. */
gboolean bearings_people_delete_guests (BearingsPeople *self, GError **error);

/* Clients: pseudonymous codes. */
gboolean bearings_people_create_client (BearingsPeople *self, const char *code, GError **error);
/* char *, sorted. */
GPtrArray *bearings_people_list_clients (BearingsPeople *self, GError **error);
gboolean bearings_people_rename_client (BearingsPeople *self,
                                        const char *code,
                                        const char *new_code,
                                        GError **error);
/* With every sitting. */
gboolean bearings_people_delete_client (BearingsPeople *self, const char *code, GError **error);
/* The guests' sittings become the client's. Returns how many, or -1. */
int bearings_people_give_to_client (BearingsPeople *self, const char *code, GError **error);

G_END_DECLS
