/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, from the answers the centre holds. */
#pragma once

#include "bearings-quality-words.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/**
 * bearings_service_get_quality:
 * @groups: (nullable): CSV of two columns, record of the sample and name of its group
 *
 * Uses sittings that joined the sample alone: its records, second sittings of clients, second
 * ratings and measures from outside.
 */
BearingsQuality *bearings_service_get_quality (BearingsService *self,
                                               const char *instrument_id,
                                               GFile *groups,
                                               GError **error);
void bearings_service_get_quality_async (BearingsService *self,
                                         const char *instrument_id,
                                         GFile *groups,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
BearingsQuality *
bearings_service_get_quality_finish (BearingsService *self, GAsyncResult *result, GError **error);

char *bearings_service_quality_to_text (BearingsService *self,
                                        const BearingsQuality *quality,
                                        guint width);
char *bearings_service_quality_to_json (const BearingsQuality *quality);
gboolean bearings_service_save_quality (BearingsService *self,
                                        const BearingsQuality *quality,
                                        BearingsReportForm form,
                                        GFile *file,
                                        GError **error);

G_END_DECLS
