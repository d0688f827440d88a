/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument in words: one wording for every face. */
#pragma once

#include "bearings-plot.h"
#include "bearings-quality.h"

G_BEGIN_DECLS

/* "0.82 (95 % interval 0.80 to 0.84; n = 1,000)", or why there is none. */
char *bearings_quality_words_coefficient_text (const BearingsCoefficient *coefficient);
/* "0.40", or "–" where there is none. */
char *bearings_quality_words_number (double value, int decimals);
/* "reached", "below", … */
const char *bearings_quality_words_standing (BearingsStanding standing);

const char *bearings_quality_words_part_title (const BearingsQualityPart *part);
/* "0.41 (0.28 to 0.53)", for a table. */
char *bearings_quality_words_interval_text (const BearingsCoefficient *coefficient);
/* A count; a small one is not told exactly. */
char *bearings_quality_words_count_text (gsize n);
/* "Early research, .70"; @which: 0, 1. */
const char *bearings_quality_words_threshold_title (guint which);
/* What the columns of the table of items mean. */
const char *bearings_quality_words_items_explanation (void);
/* Which answers it all rests on, or that there are none yet. */
/* The page in one or two sentences, without figures. */
char *bearings_quality_words_summary (const BearingsQuality *quality);
char *bearings_quality_words_basis_text (const BearingsQuality *quality);
/* The reliability of one part, one line each (char *). */
GPtrArray *bearings_quality_words_part_lines (const BearingsQualityPart *part);
/* The same without the coefficients: what they rest on, or what is missing. */
GPtrArray *bearings_quality_words_part_notes (const BearingsQualityPart *part);
/* How alpha stands to one of the two thresholds, and what is missing to reach it. @which: 0, 1. */
char *bearings_quality_words_threshold_text (const BearingsQualityPart *part, guint which);
/* What the curve of the standard error shows, and what it rests on; NULL without a curve. */
char *bearings_quality_words_curve_text (const BearingsQuality *quality);
/* The curve of the standard error; NULL without one. */
BearingsPlot *bearings_quality_words_plot_for (const BearingsQuality *quality);
char *bearings_quality_words_retest_text (const BearingsQuality *quality);
char *bearings_quality_words_raters_text (const BearingsQuality *quality);
char *bearings_quality_words_groups_text (const BearingsQuality *quality);
char *bearings_quality_words_outside_text (const BearingsQuality *quality);
/* How it was measured, and both correlations. */
char *bearings_quality_words_outside_row_text (const BearingsQualityOutside *row);
/* "All tasks", "Rubric …: criterion". */
char *bearings_quality_words_rater_agreement_title (const BearingsRaterAgreement *row);
/* "n = 24 · the same 0.71 · kappa 0.66 (0.50 to 0.83)" */
char *bearings_quality_words_rater_agreement_text (const BearingsRaterAgreement *row);
/* "RMSEA 0.016, CFI 0.996": of one factor. */
char *bearings_quality_words_fit_text (const BearingsQualityPart *part);
/* "n = 120 · difficulty 0.49 · …": the line of an item. */
char *bearings_quality_words_item_text (const BearingsQualityItem *item);
/* "theta -3": a place of the scale. */
char *bearings_quality_words_place_text (double theta);

G_END_DECLS
