/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample: consent, export and merge. */
#pragma once

#include "bearings-contribution.h"
#include "bearings-service-desk.h"

G_BEGIN_DECLS

/**
 * bearings_service_sample_contribute:
 *
 * Adds a finished sitting, without who it is of, to the centre's sample. Returns the random id of
 * the record: only who knows it can take the record out again, since nothing stored links it.
 */
char *
bearings_service_sample_contribute (BearingsService *self, const char *sitting_id, GError **error);
gboolean bearings_service_sample_withdraw (BearingsService *self,
                                           const char *sitting_id,
                                           const char *contribution_id,
                                           GError **error);
gboolean bearings_service_sample_has_contributed (BearingsService *self,
                                                  const char *sitting_id,
                                                  gboolean *contributed,
                                                  GError **error);

/* BearingsSamplePart, by instrument, version and origin. */
GPtrArray *bearings_service_sample_list (BearingsService *self, GError **error);
/* @instrument NULL: of all. Returns how many, or -1. */
int bearings_service_sample_export (BearingsService *self,
                                    const char *instrument,
                                    GFile *file,
                                    GError **error);
/* All of the file or nothing; what is there already is known by its id and counted in @known. */
gboolean bearings_service_sample_merge (BearingsService *self,
                                        GFile *file,
                                        guint *added,
                                        guint *known,
                                        GError **error);
/**
 * BearingsResponsesSummary: what became of a file of answers
 * @added, @known: records that joined the sample; that were there already
 * @unknown: char *, items of the file that are none of the instrument's; left out
 */
typedef struct {
  guint added, known;
  GPtrArray *unknown;
} BearingsResponsesSummary;
void bearings_responses_summary_free (BearingsResponsesSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponsesSummary, bearings_responses_summary_free)

/**
 * bearings_service_sample_import_responses:
 * @file: CSV, as bearings_response_file_read_for_form(): person, item, response, perhaps date
 * @month: (nullable): of persons without a date, "2026-11"; otherwise the present one
 *
 * Scores the answers by the version of the instrument installed and adds them to the centre's
 * sample under the file's name, without the names of persons: all of the file or nothing.
 */
BearingsResponsesSummary *bearings_service_sample_import_responses (BearingsService *self,
                                                                    const char *instrument_id,
                                                                    GFile *file,
                                                                    const char *month,
                                                                    GError **error);
/**
 * bearings_service_sample_add_to_async:
 * @instrument_id: (nullable): of what @file holds answers to; %NULL: it is the sample of a centre
 *
 * One of bearings_service_sample_import_responses() and bearings_service_sample_merge(), in a
 * thread.
 */
void bearings_service_sample_add_to_async (BearingsService *self,
                                           GFile *file,
                                           const char *instrument_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
BearingsResponsesSummary *
bearings_service_sample_add_to_finish (BearingsService *self, GAsyncResult *result, GError **error);
/* Takes back what was merged or imported from a file, by its name. */
gboolean bearings_service_sample_remove (BearingsService *self,
                                         const char *origin,
                                         guint *removed,
                                         GError **error);

G_END_DECLS
