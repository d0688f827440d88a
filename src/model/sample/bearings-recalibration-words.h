/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration in words: one wording for every face. */
#pragma once

#include "bearings-recalibration.h"

G_BEGIN_DECLS

/* One sentence: how many items get new parameters, from how many persons. */
char *bearings_recalibration_words_summary (const BearingsRecalibration *recalibration);
/* How it was computed, a sentence each (char *). */
GPtrArray *bearings_recalibration_words_method_lines (const BearingsRecalibration *recalibration);
/* What it would change for the persons whose answers these are, a sentence each (char *). */
GPtrArray *bearings_recalibration_words_effect_lines (const BearingsRecalibration *recalibration);
/* That nothing has changed yet, and what will when the pack is imported. */
char *bearings_recalibration_words_next_text (const BearingsRecalibration *recalibration);

/* "−0.40", "a 0.80; −1.00 / 0.00 / 1.00": parameters as they are. */
char *bearings_recalibration_words_recalibrated_item_before (const BearingsRecalibratedItem *item);
/* "−0.31 (SE 0.12)", or why the item keeps its parameters. */
char *bearings_recalibration_words_recalibrated_item_after (const BearingsRecalibratedItem *item);
/* "+0.09 (0.8 SE)", "–" */
char *bearings_recalibration_words_recalibrated_item_shift (const BearingsRecalibratedItem *item);
/* Whether the shift is to be looked at first. */
gboolean
bearings_recalibration_words_recalibrated_item_is_large (const BearingsRecalibratedItem *item);

G_END_DECLS
