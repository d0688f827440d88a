/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pack would change, without changing anything. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-diff.h"

G_BEGIN_DECLS

/**
 * BearingsCompare:
 *
 * A pack that might be imported, beside what is installed. Reads only; any connection will do.
 */
typedef struct _BearingsCompare BearingsCompare;

BearingsCompare *
bearings_compare_new (BearingsCatalogue *catalogue, const BearingsPackInfo *info, GError **error);
void bearings_compare_free (BearingsCompare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsCompare, bearings_compare_free)

/* Version of the pack that is installed, or NULL. */
const char *bearings_compare_get_installed (BearingsCompare *self);
/* Whether the installed version has a record of just this text; see bearings_import_take_text(). */
gboolean bearings_compare_take_text (BearingsCompare *self, guint64 text);
/**
 * bearings_compare_add:
 * @old: (out) (nullable): the record it would take the place of
 *
 * Returns: what an import would do with the record; 0 with %BEARINGS_STORE_ERROR_CONFLICT when it
 *   comes twice or belongs to another pack.
 */
BearingsRecordChange bearings_compare_add (BearingsCompare *self,
                                           const BearingsRecord *record,
                                           BearingsRecord **old,
                                           GError **error);
/* Told of what would be removed. */
typedef void (*BearingsRemovedFunc) (BearingsRecord *old, gpointer user_data);
/* After the last record: what would be removed, and whether all references would hold; %FALSE with
 * %BEARINGS_STORE_ERROR_REFERENCE when one would not. */
gboolean bearings_compare_finish (BearingsCompare *self,
                                  BearingsRemovedFunc removed,
                                  gpointer user_data,
                                  GError **error);
gint64 bearings_compare_get_unchanged (BearingsCompare *self);

/* References from records of other packs to records of the pack @pack; when that is NULL, all
 * references there are. Only those to kinds of @targets, which are bits. */
typedef void (*BearingsOutsideFunc) (const char *from_kind,
                                     const char *from_id,
                                     const char *from_pack,
                                     const char *field,
                                     BearingsRecordKind target,
                                     const char *id,
                                     gpointer user_data);
gboolean bearings_compare_foreach_outside_reference (BearingsCatalogue *self,
                                                     const char *pack,
                                                     guint32 targets,
                                                     BearingsOutsideFunc func,
                                                     gpointer user_data,
                                                     GError **error);
/* Which pack has a record, when @info may not bring it: neither the owner, nor by a declaration to
 * replace. NULL without an error when it may. */
char *bearings_compare_refuses_claim (BearingsCatalogue *self,
                                      const BearingsPackInfo *info,
                                      BearingsRecordKind kind,
                                      const char *id,
                                      GError **error);

G_END_DECLS
