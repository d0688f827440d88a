/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs out of files from elsewhere, by what the catalogue knows. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

typedef struct {
  guint postings, skipped, roles, left_out, shares;
} BearingsPostingsSummary;
/* See bearings_postings_converter_convert(). @least: postings a share must rest on, 0: the
 * usual 30. */
gboolean bearings_service_convert_postings (BearingsService *self,
                                            GFile *postings,
                                            const BearingsPackInfo *info,
                                            const char *place,
                                            const char *population,
                                            const char *url,
                                            guint least,
                                            GFile *out,
                                            BearingsPostingsSummary *summary,
                                            GError **error);

/* @sources: with a DOI; @notices: rows of the snapshot */
typedef struct {
  guint notices, sources, concerned, retracted, corrected, concern;
} BearingsRetractionSummary;
/* The pack holds the sources concerned with their new state, and may take them over. */
gboolean bearings_service_convert_retractions (BearingsService *self,
                                               GFile *snapshot,
                                               const BearingsPackInfo *info,
                                               const char *snapshot_date,
                                               GFile *out,
                                               BearingsRetractionSummary *summary,
                                               GError **error);

typedef struct {
  guint occupations, skills, relations;
} BearingsEscoSummary;
/* See bearings_esco_converter_convert(). */
gboolean bearings_service_convert_esco (GFile *folder,
                                        const char *language,
                                        const char *release,
                                        const BearingsPackInfo *info,
                                        GFile *out,
                                        BearingsEscoSummary *summary,
                                        GError **error);

/* What a file of another kind is made a pack of. */
typedef enum {
  BEARINGS_CONVERT_OEWS,        /* the national wages */
  BEARINGS_CONVERT_PROJECTIONS, /* table 1.2 of the employment projections */
  BEARINGS_CONVERT_CSL,         /* sources in CSL-JSON */
  BEARINGS_CONVERT_BIBTEX,      /* sources in BibTeX */
} BearingsConvertKind;
/* @period: (nullable): of the wages. @records: how many; @ignored: fields with no place. */
gboolean bearings_service_convert_file (BearingsConvertKind kind,
                                        GFile *file,
                                        const BearingsPackInfo *info,
                                        const char *period,
                                        GFile *out,
                                        guint *records,
                                        guint *ignored,
                                        GError **error);

/* Official files and the pack to make of them; members but the first and the last may be NULL. */
typedef struct {
  GFile *database; /* folder of O*NET's text files */
  GFile *wages;
  GFile *projections;
  const char *version;
  const char *published;
  const char *publisher;
  const char *wages_period;
  const char *superseded;
  const char *wages_issued;
  const char *projections_issued;
  const char *projections_superseded;
  const char *note;
  GFile *output;
} BearingsOnetFiles;
typedef struct {
  guint occupations, skills, flags, ratings, without_ratings, with_wage, with_projection;
} BearingsOnetSummary;
gboolean bearings_service_convert_onet (const BearingsOnetFiles *files,
                                        BearingsOnetSummary *summary,
                                        GError **error);

G_END_DECLS
