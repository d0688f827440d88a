/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs into the catalogue: all of them, or nothing. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/**
 * BearingsImport:
 *
 * One transaction. After bearings_import_begin(), for each pack bearings_import_pack() and
 * bearings_import_add() of its records; then bearings_import_commit(). A pack takes the place of
 * its earlier version: records that are alike stay as they are, others are changed, and those that
 * do not come again are removed. Freeing the import before the commit leaves the catalogue as it
 * was, and so does any error.
 *
 * A record belongs to the pack that brought it first. Another pack that claims it takes it over
 * when it declares to replace the owner; leaves it alone when the owner declares to replace it; and
 * is refused otherwise.
 */
typedef struct _BearingsImport BearingsImport;

BearingsImport *bearings_import_begin (BearingsCatalogue *catalogue, GError **error);
void bearings_import_free (BearingsImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsImport, bearings_import_free)

/* Keeps no way back: for packs that a catalogue is made with. Before the first pack. */
void bearings_import_set_final (BearingsImport *self);
/* What does not come again stays: for a part of a pack, to see what it would change. */
void bearings_import_set_partial (BearingsImport *self);
/* From here on records belong to this pack. @sha256 of its file may be NULL. */
gboolean bearings_import_pack (BearingsImport *self,
                               const BearingsPackInfo *info,
                               const char *sha256,
                               GError **error);
/* The same for what is known only once the file was read; for the pack at hand. */
void bearings_import_set_origin (BearingsImport *self,
                                 const char *sha256,
                                 const BearingsSignature *signature);
/* Whether the installed version of the pack has a record of just this text (a digest of it, not
 * 0), which then stays as it is. */
gboolean bearings_import_take_text (BearingsImport *self, guint64 text);
/* A record that another pack has, or that comes twice, is an error. */
gboolean bearings_import_add (BearingsImport *self, const BearingsRecord *record, GError **error);
/* The same, and remembers the digest of its text. */
gboolean bearings_import_add_text (BearingsImport *self,
                                   const BearingsRecord *record,
                                   guint64 text,
                                   GError **error);
/* Removes a record of the pack at hand, of a partial import. */
gboolean bearings_import_drop (BearingsImport *self,
                               BearingsRecordKind kind,
                               const char *id,
                               GError **error);
/* Checks that all references hold, makes the search index anew where needed, and commits. */
gboolean bearings_import_commit (BearingsImport *self, GError **error);
/* BearingsImportSummary of each pack, in order; to be unreferenced by the caller. */
GPtrArray *bearings_import_get_summaries (BearingsImport *self);

/* BearingsImportEvent, latest first; of one pack, or all when @pack is NULL. */
GPtrArray *bearings_import_list (BearingsCatalogue *self, const char *pack, GError **error);
/* Told, in the same thread, how many records of how many were taken back; asked between them and
 * afterwards, too, whether to stop. */
typedef gboolean (*BearingsUndoFunc) (gint64 done, gint64 total, gpointer data);
/* Takes the latest import that stands back, whole or not at all. An earlier one is refused with
 * CONFLICT; when @func (nullable) says TRUE, the undoing fails. */
gboolean bearings_import_undo (BearingsCatalogue *self,
                               gint64 number,
                               BearingsUndoFunc func,
                               gpointer data,
                               GError **error);

G_END_DECLS
