/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs out of what is installed: a pack as it is, or any selection as a pack of its own. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* The records to be exported, each once, in the order they were added. */
typedef struct _BearingsRecordSet BearingsRecordSet;
BearingsRecordSet *bearings_record_set_new (void);
void bearings_record_set_free (BearingsRecordSet *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRecordSet, bearings_record_set_free)
guint bearings_record_set_get_size (const BearingsRecordSet *selection);

/* NOT_FOUND when there is no such record. */
gboolean bearings_service_export_select (BearingsService *self,
                                         BearingsRecordSet *selection,
                                         BearingsRecordKind kind,
                                         const char *id,
                                         GError **error);
/* Every record of a kind. */
gboolean bearings_service_export_select_kind (BearingsService *self,
                                              BearingsRecordSet *selection,
                                              BearingsRecordKind kind,
                                              GError **error);
/* The claims that a search for @words finds. */
gboolean bearings_service_export_select_claims (BearingsService *self,
                                                BearingsRecordSet *selection,
                                                const char *words,
                                                GError **error);

/**
 * bearings_service_export_selection:
 * @info: header of the new pack; an attribution that is not set is made of those of the packs the
 *   records are from
 * @whole: with all that the records refer to, and their parts (the hops of a claim, the items of an
 *   instrument, the table of a sample), so that the pack stands on its own
 * @n_records: (out): how many were written
 *
 * A pack in JSON Lines when @file ends in "jsonl", a document otherwise. The file is replaced as a
 * whole or not at all. Imported where the records are not, and exported again, it is the same.
 */
gboolean bearings_service_export_selection (BearingsService *self,
                                            const BearingsRecordSet *selection,
                                            const BearingsPackInfo *info,
                                            gboolean whole,
                                            GFile *file,
                                            guint64 *n_records,
                                            GError **error);
/* An installed pack under its own header, without its signature. Its records one after the other,
 * whatever their number. */
gboolean bearings_service_export_pack (BearingsService *self,
                                       const char *pack,
                                       GFile *file,
                                       guint64 *n_records,
                                       GError **error);

/* A draft of a pack for an author to fill in, with a blank wherever @info has no value; NULL when
 * there is no draft of that name. */
char *bearings_service_export_draft_pack (const char *name, const BearingsPackInfo *info);
/* NULL-terminated. */
const char *const *bearings_service_export_list_drafts (void);

G_END_DECLS
