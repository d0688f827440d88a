/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to service/: connections and the shape of an asynchronous use case. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-document.h"
#include "bearings-people.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* A read connection of the catalogue, for one thread at a time; given back at the end of scope. */
typedef struct {
  BearingsService *service;
  BearingsCatalogue *catalogue;
} BearingsReader;

BearingsReader *bearings_service_borrow (BearingsService *self, GError **error);
void bearings_reader_release (BearingsReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsReader, bearings_reader_release)

/* The sessions' store, locked until released: appends are serial. */
BearingsPeople *bearings_service_lock_people (BearingsService *self);
void bearings_service_unlock_people (BearingsService *self);

/* Forgets which record a sitting joined the sample as; @session_id NULL: of every sitting. Call
 * with the people locked. */
void bearings_service_forget_contribution (BearingsService *self, const char *session_id);

/* Nobody is at the desk but the next guest. */
void bearings_service_leave (BearingsService *self);

/* A service over one connection, for one thread: to see pages as they would be. It has no people.
 */
BearingsService *bearings_service_new_what_if (BearingsCatalogue *catalogue);

const char *bearings_service_get_catalogue_path (BearingsService *self);
/* One import at a time; read connections made before it are dropped. */
void bearings_service_lock_writer (BearingsService *self);
void bearings_service_unlock_writer (BearingsService *self);

/* Runs @func (a GTaskThreadFunc) with @data in a worker thread. */
void bearings_service_run (BearingsService *self,
                           gpointer tag,
                           GTaskThreadFunc func,
                           gpointer data,
                           GDestroyNotify free_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* Returns a value from the thread, or its error. */
void
bearings_service_return (GTask *task, gpointer value, GDestroyNotify free_value, GError *error);

/* Fills @sources (id -> BearingsSource) with a source when it is not there yet. */
BearingsSource *bearings_service_note_source (BearingsCatalogue *catalogue,
                                              GHashTable *sources,
                                              const char *id,
                                              GError **error);
GHashTable *bearings_service_sources_new (void);
/* A list that owns one reference of each record. */
GPtrArray *bearings_service_records_new (void);

/* Validates files as one set against the catalogue (NULL: against nothing else). */
gboolean bearings_service_check_files (BearingsCatalogue *catalogue,
                                       GPtrArray *files,
                                       BearingsProgressFunc progress,
                                       gpointer progress_data,
                                       GPtrArray *problems,
                                       GPtrArray **summaries,
                                       GCancellable *cancellable,
                                       GError **error);
/* Whether the record says something of its pack that only a look at the whole pack can check. */
gboolean bearings_service_needs_closer_look (const BearingsRecord *record);
/* Everything that is wrong with the pack, in @problems; FALSE when it must not be applied. */
gboolean bearings_service_look_closer (BearingsCatalogue *catalogue,
                                       GFile *file,
                                       GPtrArray *problems,
                                       GCancellable *cancellable,
                                       GError **error);
/* After an import or a preview ended with @cause: everything that is wrong with the pack, when it
 * is the pack; the error in any case. */
void bearings_service_explain (BearingsCatalogue *catalogue,
                               GFile *file,
                               const GError *cause,
                               GPtrArray *problems,
                               GCancellable *cancellable,
                               GError **error);
/* One error for the layer above, whatever a lower one said. */
void bearings_service_translate (const GError *cause, GError **error);
/* Who signed what was read; FALSE with INVALID when the signature does not hold. */
gboolean bearings_service_check_signature (BearingsService *self,
                                           GFile *file,
                                           const char *in_header,
                                           const guint8 *hash,
                                           BearingsSignature *signature,
                                           GError **error);

/* Writes a document a person takes home. The file is replaced whole. */
gboolean bearings_service_save_document (BearingsDocument *document,
                                         BearingsReportForm form,
                                         GFile *file,
                                         GError **error);

/* Sets NOT_FOUND, naming the kind and the id, when no other error is set. Returns NULL. */
gpointer bearings_service_not_found (BearingsRecordKind kind, const char *id, GError **error);

G_END_DECLS
