/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would change, before it changes anything. */
#pragma once

#include "bearings-diff.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/**
 * bearings_service_preview:
 * @problems: (element-type BearingsProblem): takes everything that was found, if it is refused
 *
 * What an import of @file would change. Nothing is written. A pack that would be refused has no
 * preview: an error of %BEARINGS_SERVICE_ERROR_INVALID, and @problems. A downgrade has one.
 */
BearingsPreview *bearings_service_preview (BearingsService *self,
                                           GFile *file,
                                           BearingsProgressFunc progress,
                                           gpointer user_data,
                                           GPtrArray *problems,
                                           GCancellable *cancellable,
                                           GError **error);
/* Which sentences of which pages would be others: fills in the answers of a preview of @file, of at
 * most @n_pages pages. The changes are applied and taken back without being written. */
gboolean bearings_service_preview_answers (BearingsService *self,
                                           GFile *file,
                                           BearingsPreview *preview,
                                           guint n_pages,
                                           GCancellable *cancellable,
                                           GError **error);
/* The fields of one entry of a preview of @file: BearingsFieldChange. */
GPtrArray *bearings_service_preview_fields (BearingsService *self,
                                            GFile *file,
                                            const BearingsDiffEntry *entry,
                                            GError **error);
char *bearings_service_preview_to_json (const BearingsPreview *preview);
/* Preview and answers, one after the other, in a worker thread. */
void bearings_service_preview_async (BearingsService *self,
                                     GFile *file,
                                     BearingsProgressFunc progress,
                                     gpointer progress_data,
                                     GPtrArray *problems,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
BearingsPreview *
bearings_service_preview_finish (BearingsService *self, GAsyncResult *result, GError **error);

G_END_DECLS
