/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: words that are misspelt, and words that say little. */
#pragma once

#include "bearings-database.h"

G_BEGIN_DECLS

/* Whether a folded word tells anything when it stands alone: not "with", "want" or "job". */
gboolean bearings_catalogue_spelling_says_much (const char *word);

/**
 * bearings_catalogue_spelling_correct:
 * @folded: words that found nothing together
 *
 * Each word that no text begins with becomes the nearest one that a text has: one slip in four or
 * five letters, two in more (Damerau 1964: a letter left out, added, changed, or two swapped); of
 * several the one with the same first letter, then the more frequent. The cost grows with the
 * number of different words in the catalogue.
 */
char *bearings_catalogue_spelling_correct (BearingsDatabase *database,
                                           const char *folded,
                                           GError **error);

G_END_DECLS
