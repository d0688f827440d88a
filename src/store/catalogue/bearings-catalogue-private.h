/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: what the parts of the catalogue share. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-database.h"
#include "bearings-fingerprints.h"
#include "bearings-record-table.h"

G_BEGIN_DECLS

/* The versions of catalogue.db that were released. */
typedef enum {
  BEARINGS_CATALOGUE_VERSION_1 = 1,
  BEARINGS_CATALOGUE_VERSION_2 = 2,
  BEARINGS_CATALOGUE_VERSION_3 = 3,
  BEARINGS_CATALOGUE_VERSION_4 = 4,
  BEARINGS_CATALOGUE_VERSION_5 = 5,
  BEARINGS_CATALOGUE_VERSION_6 = 6,
  BEARINGS_CATALOGUE_VERSION_7 = 7,
  BEARINGS_CATALOGUE_VERSION_8 = 8,
  BEARINGS_CATALOGUE_VERSION_9 = 9,
  BEARINGS_CATALOGUE_VERSION = BEARINGS_CATALOGUE_VERSION_9,
} BearingsCatalogueVersion;

#define BEARINGS_CATALOGUE_APPLICATION_ID 0x42636174 /* "Bcat" */

BearingsDatabase *bearings_catalogue_get_database (BearingsCatalogue *self);
const BearingsRecordTable *bearings_catalogue_get_table (BearingsCatalogue *self,
                                                         BearingsRecordKind kind);
/* Title and subtitle of a kind as SQL over "t"; FALSE when it has none. */
gboolean bearings_catalogue_title_columns (BearingsRecordKind kind,
                                           const char **title,
                                           const char **subtitle);
/* Makes the search index anew from the records. */
gboolean bearings_catalogue_fill_search (BearingsCatalogue *self, GError **error);
/* Whether every record that is referred to exists. Only references from the kinds @written and to
 * the kinds @removed (bits) can have come to nothing. */
gboolean bearings_catalogue_check_references (BearingsCatalogue *self,
                                              guint32 written,
                                              guint32 removed,
                                              GError **error);
/* The record of a row, with its owner's row and its digest. A row that is not there is an error. */
BearingsRecord *bearings_catalogue_get_row (BearingsCatalogue *self,
                                            BearingsRecordKind kind,
                                            gint64 rowkey,
                                            gint64 *pack,
                                            gint64 *digest,
                                            GError **error);
/* Where the records of a pack are, with the digests of their texts where those are known. */
BearingsFingerprints *
bearings_catalogue_get_fingerprints (BearingsCatalogue *self, const char *pack, GError **error);
/* Four columns: state, key, name, comment. */
void bearings_catalogue_signature_from_row (BearingsSignature *signature,
                                            BearingsStatement *row,
                                            int column);
/* Gives the connection what searches need. */
gboolean bearings_catalogue_prepare_search (BearingsDatabase *database, GError **error);
gboolean bearings_catalogue_prepare_library (BearingsDatabase *database, GError **error);
/* What was typed in the language of FTS5: every word as the beginning of a word. NULL when there is
 * nothing to look for. */
char *bearings_catalogue_match_expression (const char *text);

G_END_DECLS
