/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recalibration of an instrument: a report, and a pack to import. The catalogue stays as it is. */
#pragma once

#include "bearings-recalibration-words.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/**
 * bearings_service_recalibrate:
 * @responses: (nullable): CSV, as bearings_response_file_read_for_form(); otherwise the centre's
 * own sample of the version installed, files merged into it among them
 */
BearingsRecalibration *bearings_service_recalibrate (BearingsService *self,
                                                     const char *instrument_id,
                                                     GFile *responses,
                                                     GError **error);
void bearings_service_recalibrate_async (BearingsService *self,
                                         const char *instrument_id,
                                         GFile *responses,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
BearingsRecalibration *
bearings_service_recalibrate_finish (BearingsService *self, GAsyncResult *result, GError **error);

/**
 * bearings_service_recalibrate_save:
 * @publisher: (nullable): who answers for it; otherwise "This centre"
 *
 * Writes a pack with the instrument and its scored items in the new version. It says that it
 * replaces the pack the instrument is from, under whose licence it stays. The file is replaced as a
 * whole or not at all.
 */
gboolean bearings_service_recalibrate_save (BearingsService *self,
                                            const BearingsRecalibration *recalibration,
                                            const char *publisher,
                                            GFile *file,
                                            GError **error);

char *bearings_service_recalibrate_to_text (const BearingsRecalibration *recalibration,
                                            guint width);
char *bearings_service_recalibrate_to_json (const BearingsRecalibration *recalibration);
gboolean bearings_service_recalibrate_save_report (const BearingsRecalibration *recalibration,
                                                   BearingsReportForm form,
                                                   GFile *file,
                                                   GError **error);

G_END_DECLS
