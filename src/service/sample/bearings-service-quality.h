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
gboolean bearings_service_rate_task (BearingsService *self,
                                     const char *session_id,
                                     const char *item_id,
                                     const char *response,
                                     GError **error);
/* A measure from outside of the person; NaN takes it back. */
gboolean bearings_service_set_outside (BearingsService *self,
                                       const char *session_id,
                                       const char *name,
                                       double value,
                                       GError **error);

/* What became of a file of values. */
typedef struct {
  guint n_records;  /* of the sample */
  guint n_sittings; /* of clients and of sittings */
  guint n_unknown;  /* neither a record, nor a sitting, nor a client with one */
} BearingsOutsideSummary;

/**
 * bearings_service_import_outside:
 * @note: (nullable): how it was measured
 * @file: CSV with the columns person and value; a person is the id of a record of the sample, the
 *   id of a finished sitting, or the code of a client, whose latest finished sitting is meant
 */
gboolean bearings_service_import_outside (BearingsService *self,
                                          const char *instrument_id,
                                          const char *name,
                                          const char *note,
                                          GFile *file,
                                          BearingsOutsideSummary *summary,
                                          GError **error);
/* Of the sample and of every sitting of the instrument. NOT_FOUND when nothing has that name. */
gboolean bearings_service_remove_outside (BearingsService *self,
                                          const char *instrument_id,
                                          const char *name,
                                          GError **error);
/* char *, sorted: names of the measures known for an instrument. */
GPtrArray *
bearings_service_list_outside (BearingsService *self, const char *instrument_id, GError **error);

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

char *bearings_service_quality_to_text (const BearingsQuality *quality, guint width);
char *bearings_service_quality_to_json (const BearingsQuality *quality);
gboolean bearings_service_save_quality (const BearingsQuality *quality,
                                        BearingsReportForm form,
                                        GFile *file,
                                        GError **error);

G_END_DECLS
