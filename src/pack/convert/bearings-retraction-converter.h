/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States of sources out of a snapshot of retractions. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/**
 * BearingsRetractionInputs:
 * @snapshot: CSV with the columns of the Retraction Watch data: OriginalPaperDOI, RetractionDate,
 *   RetractionNature and Reason among them
 * @sources: BearingsSource of the catalogue; those concerned are changed in place
 * @info: header of the pack to be made
 * @date: day of the snapshot, "2026-11-01"
 */
typedef struct {
  GFile *snapshot;
  GPtrArray *sources;
  const BearingsPackInfo *info;
  const char *date;
} BearingsRetractionInputs;

typedef struct {
  guint notices;   /* rows */
  guint sources;   /* with a DOI */
  guint concerned; /* sources */
  guint retracted, corrected, concern;
} BearingsRetractionCounts;

/**
 * bearings_retraction_converter_convert:
 * @out: the pack to be written; replaced as a whole or not at all
 *
 * DOIs are compared without regard to letter case and without an address before them. Of several
 * notices about a paper the latest counts, but a retraction is undone by a reinstatement only. An
 * expression of concern leaves the state and is noted. The pack holds each source concerned whole.
 */
gboolean bearings_retraction_converter_convert (const BearingsRetractionInputs *inputs,
                                                GFile *out,
                                                BearingsRetractionCounts *counts,
                                                GCancellable *cancellable,
                                                GError **error);

G_END_DECLS
