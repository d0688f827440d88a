/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs: preview, import, undo, history, and the publishers a centre trusts. */
#pragma once

#include "bearings-diff.h"
#include "bearings-service.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_IMPORT_DEFAULT = 0,
  BEARINGS_IMPORT_ALLOW_DOWNGRADE = 1 << 0, /* an older version may take the place of a newer one */
} BearingsImportFlags;

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

/**
 * bearings_service_apply:
 * @preview: (nullable): what was looked at; another file than that is refused
 *
 * Imports @file in one transaction, checking it on the way.
 */
BearingsImportSummary *bearings_service_apply (BearingsService *self,
                                               GFile *file,
                                               BearingsImportFlags flags,
                                               const BearingsPreview *preview,
                                               BearingsProgressFunc progress,
                                               gpointer user_data,
                                               GPtrArray *problems,
                                               GCancellable *cancellable,
                                               GError **error);
void bearings_service_apply_async (BearingsService *self,
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
bearings_service_apply_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* BearingsImportEvent, latest first; of one pack, or all when @pack is NULL. */
GPtrArray *bearings_service_list_imports (BearingsService *self, const char *pack, GError **error);
/* Undoes the import @number, which must be the latest that stands. @progress (nullable) is told of
 * records; once all are taken back, what leads to them is put in order. */
gboolean bearings_service_undo_import (BearingsService *self,
                                       gint64 number,
                                       BearingsProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);
void bearings_service_undo_import_async (BearingsService *self,
                                         gint64 number,
                                         BearingsProgressFunc progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
bearings_service_undo_import_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* A publisher the centre trusts. */
typedef struct {
  char *name;
  char *key;    /* the line of the public key */
  char *number; /* of the key, as signatures name it */
} BearingsPublisher;
BearingsPublisher *bearings_publisher_copy (const BearingsPublisher *publisher);
void bearings_publisher_free (BearingsPublisher *publisher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPublisher, bearings_publisher_free)
/* BearingsPublisher, by name. */
GPtrArray *bearings_service_list_publishers (BearingsService *self, GError **error);
/* @key: the line, or the text of a .pub file. A key that is there gets the new name. */
gboolean bearings_service_add_publisher (BearingsService *self,
                                         const char *name,
                                         const char *key,
                                         GError **error);
/* @which: name or number; NOT_FOUND when there is none. */
gboolean
bearings_service_remove_publisher (BearingsService *self, const char *which, GError **error);

/* Who signed @file, by the signature in its header or the file NAME.minisig beside it. A signature
 * that does not hold is an error of %BEARINGS_SERVICE_ERROR_INVALID. @key: (nullable): check with
 * this one key alone; an unknown signer is then an error, too. @self may be NULL with @key. */
gboolean bearings_service_verify (BearingsService *self,
                                  GFile *file,
                                  const char *key,
                                  BearingsSignature *signature,
                                  GError **error);
/* From now on @file, this object, is taken to be signed by @signature: where the file beside it
 * cannot be seen, or has another name. Refused with SIGNATURE when it is no signature. */
gboolean bearings_service_attach_signature (GFile *file, GFile *signature, GError **error);
/* Makes a pair of keys as files of minisign; neither is overwritten. */
gboolean
bearings_service_generate_keys (GFile *secret, GFile *public, const char *password, GError **error);
/* Whether the secret key in the file asks for a password. */
gboolean bearings_service_key_needs_password (GFile *secret, gboolean *needs, GError **error);
/* Signs @file: into NAME.minisig beside it, or into its header. Returns the file written. */
GFile *bearings_service_sign (GFile *file,
                              GFile *secret,
                              const char *password,
                              const char *comment,
                              gboolean in_header,
                              GError **error);

G_END_DECLS
