/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports and their way back. */
#pragma once

#include "bearings-diff.h"
#include "bearings-service.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_IMPORT_DEFAULT = 0,
  BEARINGS_IMPORT_ALLOW_DOWNGRADE = 1 << 0, /* an older version may take the place of a newer one */
} BearingsImportFlags;

/**
 * bearings_service_imports_apply:
 * @preview: (nullable): what was looked at; another file than that is refused
 *
 * Imports @file in one transaction, checking it on the way.
 */
BearingsImportSummary *bearings_service_imports_apply (BearingsService *self,
                                                       GFile *file,
                                                       BearingsImportFlags flags,
                                                       const BearingsPreview *preview,
                                                       BearingsProgressFunc progress,
                                                       gpointer user_data,
                                                       GPtrArray *problems,
                                                       GCancellable *cancellable,
                                                       GError **error);
void bearings_service_imports_apply_async (BearingsService *self,
                                           GFile *file,
                                           BearingsImportFlags flags,
                                           BearingsPreview *preview,
                                           BearingsProgressFunc progress,
                                           gpointer progress_data,
                                           GPtrArray *problems,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
BearingsImportSummary *
bearings_service_imports_apply_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* BearingsImportEvent, latest first; of one pack, or all when @pack is NULL. */
GPtrArray *bearings_service_imports_list (BearingsService *self, const char *pack, GError **error);
/* Undoes the import @number, which must be the latest that stands. @progress (nullable) is told of
 * records; once all are taken back, what leads to them is put in order. */
gboolean bearings_service_imports_undo (BearingsService *self,
                                        gint64 number,
                                        BearingsProgressFunc progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);
void bearings_service_imports_undo_async (BearingsService *self,
                                          gint64 number,
                                          BearingsProgressFunc progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
bearings_service_imports_undo_finish (BearingsService *self, GAsyncResult *result, GError **error);

G_END_DECLS
