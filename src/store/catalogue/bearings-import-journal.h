/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: the history of imports, and the way back from each. */
#pragma once

#include "bearings-import.h"
#include "bearings-catalogue-private.h"

G_BEGIN_DECLS

/* Of one pack of an import that is under way. */
typedef struct _BearingsJournal BearingsJournal;

/* @final: only that it happened is written down. */
BearingsJournal *bearings_journal_new (BearingsCatalogue *catalogue,
                                       const BearingsPackInfo *info,
                                       gboolean final,
                                       GError **error);
void bearings_journal_free (BearingsJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsJournal, bearings_journal_free)

/* A record was added as @rowkey. */
gboolean bearings_journal_added (BearingsJournal *self,
                                 BearingsRecordKind kind,
                                 gint64 rowkey,
                                 GError **error);
/* The record of @rowkey is about to be changed or removed. */
gboolean bearings_journal_leaving (BearingsJournal *self,
                                   BearingsRecordKind kind,
                                   gint64 rowkey,
                                   GError **error);
/* Writes the event of the import, with the number it gives to the summary. */
gboolean bearings_journal_finish (BearingsJournal *self,
                                  BearingsImportSummary *summary,
                                  const char *sha256,
                                  GError **error);

G_END_DECLS
