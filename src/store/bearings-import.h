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
 */
typedef struct _BearingsImport BearingsImport;

BearingsImport *bearings_import_begin (BearingsCatalogue *catalogue, GError **error);
void bearings_import_free (BearingsImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsImport, bearings_import_free)

/* From here on records belong to this pack. @sha256 of its file may be NULL. */
gboolean bearings_import_pack (BearingsImport *self,
                               const BearingsPackInfo *info,
                               const char *sha256,
                               GError **error);
/* A record that another pack has, or that comes twice, is an error. */
gboolean bearings_import_add (BearingsImport *self, const BearingsRecord *record, GError **error);
/* Checks that all references hold, makes the search index anew where needed, and commits. */
gboolean bearings_import_commit (BearingsImport *self, GError **error);
/* BearingsImportSummary of each pack, in order; to be unreferenced by the caller. */
GPtrArray *bearings_import_get_summaries (BearingsImport *self);

G_END_DECLS
