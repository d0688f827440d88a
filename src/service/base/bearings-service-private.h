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

/* The store of people, for one thread at a time: appends are serial. Given back at the end of
 * scope; whoever has it must not borrow it again. */
typedef struct {
  BearingsService *service;
  BearingsPeople *people;
} BearingsKeeper;

BearingsKeeper *bearings_service_borrow_people (BearingsService *self, GError **error);
void bearings_keeper_release (BearingsKeeper *keeper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsKeeper, bearings_keeper_release)

/* Who is at the desk, and what is known of this run (bearings-service-desk.h). */
typedef struct _BearingsDesk BearingsDesk;
BearingsDesk *bearings_desk_new (void);
void bearings_desk_free (BearingsDesk *desk);
BearingsDesk *bearings_service_get_desk (BearingsService *self);
/* @left: whoever was there before has gone. */
void bearings_service_change_client (BearingsService *self, const char *code, gboolean left);
void bearings_service_note_contribution (BearingsService *self,
                                         const char *sitting_id,
                                         const char *contribution_id);
/* Forgets which record a sitting joined the sample as; @sitting_id NULL: of every sitting. */
void bearings_service_forget_contribution (BearingsService *self, const char *sitting_id);

/* A service over one connection, for one thread: to see pages as they would be. It has no people.
 */
BearingsService *bearings_service_new_what_if (BearingsCatalogue *catalogue);

const char *bearings_service_get_catalogue_path (BearingsService *self);
/* One import at a time; read connections made before it are dropped. */
void bearings_service_lock_writer (BearingsService *self);
void bearings_service_unlock_writer (BearingsService *self);

/* Where what is asked for is done (bearings-service-ask.h). */
typedef struct _BearingsLanes BearingsLanes;
BearingsLanes *bearings_lanes_new (void);
void bearings_lanes_free (BearingsLanes *lanes);
BearingsLanes *bearings_service_get_lanes (BearingsService *self);

/* Fills @sources (id -> BearingsSource) with a source when it is not there yet. */
BearingsSource *bearings_service_note_source (BearingsCatalogue *catalogue,
                                              GHashTable *sources,
                                              const char *id,
                                              GError **error);
GHashTable *bearings_service_sources_new (void);
/* The same for every record that @ids name; NULL names none. */
gboolean bearings_service_note_records (BearingsCatalogue *catalogue,
                                        BearingsRecordKind kind,
                                        const GPtrArray *ids,
                                        GHashTable *records,
                                        GError **error);
/* What lists of literatures name. */
gboolean bearings_service_note_literatures (BearingsCatalogue *catalogue,
                                            const GPtrArray *literatures,
                                            GHashTable *claims,
                                            GHashTable *sources,
                                            GError **error);
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
