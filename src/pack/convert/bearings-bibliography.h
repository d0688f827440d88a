/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources out of bibliographies of other programs: CSL-JSON and BibTeX. */
#pragma once

#include <gio/gio.h>

#include "bearings-claims.h"
#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/* @ignored: fields that a source has no place for, such as an abstract or a file */
typedef struct {
  guint sources, ignored;
} BearingsBibliographyCounts;

/**
 * bearings_bibliography_csl_convert:
 * @out: the pack to be written; replaced as a whole or not at all
 *
 * A list of CSL-JSON items, as citation programs and bearings-cli cite write it. Ids are kept, with
 * a hyphen for what no id may have. What is wrong is said with the file and the item.
 */
gboolean bearings_bibliography_csl_convert (GFile *file,
                                            const BearingsPackInfo *info,
                                            GFile *out,
                                            BearingsBibliographyCounts *counts,
                                            GCancellable *cancellable,
                                            GError **error);
/**
 * bearings_bibliography_bibtex_convert:
 *
 * The entries of a BibTeX file; @string is followed, @comment and @preamble are passed over. LaTeX
 * for letters becomes letters; a command that is not known is an error with its line, not a guess.
 */
gboolean bearings_bibliography_bibtex_convert (GFile *file,
                                               const BearingsPackInfo *info,
                                               GFile *out,
                                               BearingsBibliographyCounts *counts,
                                               GCancellable *cancellable,
                                               GError **error);

/* Private to the two readers. */

/* The text of a file of at most 64 MiB, in UTF-8, without a byte order mark. */
char *bearings_bibliography_load (GFile *file, GCancellable *cancellable, GError **error);
/* An id out of a citation key; NULL when nothing is left. */
char *bearings_bibliography_id (const char *key);
/* "10.1000/x" without an address before it. */
char *bearings_bibliography_doi (const char *text);
/* "2022-08-31", "2022-08" or "2022" of numbers, 0 for what is not known; NULL for no date. */
char *bearings_bibliography_date (int year, int month, int day);
/* Whether a text is a date of a pack. */
gboolean bearings_bibliography_is_date (const char *text);
gboolean bearings_bibliography_write (GPtrArray *sources,
                                      const BearingsPackInfo *info,
                                      GFile *out,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
