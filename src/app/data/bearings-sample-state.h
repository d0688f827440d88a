/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the page of a centre's own sample: pure functions. */
#pragma once

#include "bearings-contribution.h"

G_BEGIN_DECLS

/* The parts from @first on that are of the same instrument, or of the same version of it. */
guint bearings_sample_state_same_instrument (const GPtrArray *parts, guint first);
guint bearings_sample_state_same_version (const GPtrArray *parts, guint first);
/* How many records the @n parts from @first on have together. */
guint bearings_sample_state_count (const GPtrArray *parts, guint first, guint n);
/* How many records were added under the name of a file, whatever they are of. */
guint bearings_sample_state_count_of_origin (const GPtrArray *parts, const char *origin);

/* @missing: how many more are needed; -1: the instrument is not installed. "240 records · enough to
 * compare results with" */
char *bearings_sample_state_version_text (guint n, int missing);
/* "200 records · September 2026 to November 2026" */
char *bearings_sample_state_part_text (const BearingsSamplePart *part);
/* "12 records added. 3 were here already." */
char *bearings_sample_state_added_text (guint added, guint known);
/* @unknown: char *, items of a file that are none of the instrument's; NULL when there are none. */
char *bearings_sample_state_left_out_text (const GPtrArray *unknown);
/* What becomes of the @n records that the file @origin added. */
char *bearings_sample_state_remove_text (const char *origin, guint n);
/* Whether a file that begins so is the sample of a centre; otherwise it holds answers. */
gboolean bearings_sample_state_is_exported (const char *text, gsize length);

G_END_DECLS
