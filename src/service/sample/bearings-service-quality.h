/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, from the answers the centre holds. */
#pragma once

#include "bearings-quality-words.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/*
 * Said of a finished sitting, by who sits beside the person or later; kept in the log of the
 * sitting, the last word counts. STALE when another window that still runs holds the sitting.
 */
/* @response: a second rater's points for a task, in words of the log; what was written beside them
 * is not kept. */
gboolean bearings_service_quality_rate_task (BearingsService *self,
                                             const char *sitting_id,
                                             const char *item_id,
                                             const char *response,
                                             GError **error);

/**
 * bearings_service_quality_get:
 * @groups: (nullable): CSV of two columns, record of the sample and name of its group
 *
 * Uses sittings that joined the sample alone: its records, second sittings of clients, second
 * ratings and measures from outside.
 */
BearingsQuality *bearings_service_quality_get (BearingsService *self,
                                               const char *instrument_id,
                                               GFile *groups,
                                               GError **error);
void bearings_service_quality_get_async (BearingsService *self,
                                         const char *instrument_id,
                                         GFile *groups,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
BearingsQuality *
bearings_service_quality_get_finish (BearingsService *self, GAsyncResult *result, GError **error);

char *bearings_service_quality_to_text (const BearingsQuality *quality, guint width);
char *bearings_service_quality_to_json (const BearingsQuality *quality);
gboolean bearings_service_quality_save (const BearingsQuality *quality,
                                        BearingsReportForm form,
                                        GFile *file,
                                        GError **error);

G_END_DECLS
