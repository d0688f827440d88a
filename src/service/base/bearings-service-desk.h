/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the desk, and what is known of the sittings of this run: in memory alone. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* Who is at the desk, in this process alone: the property "client" of the service, NULL for a
 * guest. Told in the main context the service was made in, like "visit". */
char *bearings_service_desk_dup_client (BearingsService *self);
/* The property "visit": another number when whoever was at the desk has left, so that nothing of
 * theirs may stay on a screen. A guest who takes a code, or another code, is the same person. */
guint bearings_service_desk_get_visit (BearingsService *self);

/* The record of a sitting that joined while this service was open, or NULL. Held in memory alone,
 * until the sitting is deleted. */
char *bearings_service_desk_dup_contribution (BearingsService *self, const char *sitting_id);

/* Who gives answers to a sitting, of all in this process: the store tells processes apart. Ends
 * every hold before it. */
guint bearings_service_desk_hold_sitting (BearingsService *self, const char *sitting_id);
gboolean
bearings_service_desk_holds_sitting (BearingsService *self, const char *sitting_id, guint hold);
/* Does nothing when another one has begun since. */
void
bearings_service_desk_release_sitting (BearingsService *self, const char *sitting_id, guint hold);

G_END_DECLS
