/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occupations, skills and their relations out of the ESCO classification. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

typedef struct {
  guint occupations, skills, relations;
} BearingsEscoCounts;

/**
 * bearings_esco_converter_convert:
 * @folder: with occupations_LANGUAGE.csv, skills_LANGUAGE.csv,
 * occupationSkillRelations_LANGUAGE.csv
 * @language: "en"
 * @release: "1.2.0"
 *
 * Titles, other titles, kinds and relations; no descriptions. Ids are "esco-" and the end of the
 * concept's address. A relation is essential or optional, which is no figure: it is a rating that
 * is missing as qualitative, and its basis has the word.
 */
gboolean bearings_esco_converter_convert (GFile *folder,
                                          const char *language,
                                          const char *release,
                                          const BearingsPackInfo *info,
                                          GFile *out,
                                          BearingsEscoCounts *counts,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
