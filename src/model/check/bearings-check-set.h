/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that need the records of a whole pack: duplicates in other words, numbers in prose. */
#pragma once

#include "bearings-problem.h"

G_BEGIN_DECLS

/**
 * BearingsSetCheck:
 *
 * Is shown the records of a pack one by one and warns, in the end, of what no record shows by
 * itself:
 *
 * - duplicate-question: two items that ask nearly the same
 * - duplicate-source: two sources of one title, author and year, or one DOI, or a preprint and its
 *   article, that no study joins
 * - blank-number: a number is missing in a sentence ("above .")
 * - unbacked-figure: a sentence states a figure that no number of the pack gives
 *
 * Takes four megabytes, and some memory for each source and item, whatever the number of claims.
 * What is kept of numbers is a filter: among those of a hundred thousand claims, one unbacked
 * figure in some hundreds passes for backed.
 */
typedef struct _BearingsSetCheck BearingsSetCheck;

BearingsSetCheck *bearings_set_check_new (void);
void bearings_set_check_free (BearingsSetCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSetCheck, bearings_set_check_free)

void bearings_set_check_record (BearingsSetCheck *self,
                                const BearingsRecord *record,
                                const char *file,
                                guint line,
                                const char *path);
/* Adds warnings to @problems, at most @most in all. @complete: every record of the pack was shown;
 * otherwise nothing is said of figures, whose number may be in a record that was not. */
void bearings_set_check_finish (BearingsSetCheck *self,
                                gboolean complete,
                                GPtrArray *problems,
                                guint most);

G_END_DECLS
