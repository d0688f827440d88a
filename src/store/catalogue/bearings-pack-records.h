/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of one pack, and the packs of records. */
#pragma once

#include "bearings-catalogue.h"

G_BEGIN_DECLS

/* FALSE, with the error set, ends the walk. */
typedef gboolean (*BearingsPackRecordFunc) (const BearingsRecord *record,
                                            gpointer user_data,
                                            GError **error);

/* Calls @func for every record of a kind that the pack owns, in the order they were imported; one
 * is in memory at a time. */
gboolean bearings_pack_records_foreach (BearingsCatalogue *self,
                                        BearingsRecordKind kind,
                                        const char *pack,
                                        BearingsPackRecordFunc func,
                                        gpointer user_data,
                                        GError **error);
/* Id of the pack a record belongs to; NULL, without an error, when there is no such record. */
char *bearings_pack_records_get_pack_of (BearingsCatalogue *self,
                                         BearingsRecordKind kind,
                                         const char *id,
                                         GError **error);

G_END_DECLS
