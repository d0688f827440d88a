/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What checks read in English sentences: hedges, figures, years, samples, and where one is missing.
 * For authors only: what people see is made from fields, so that it is the same in any language. */
#pragma once

#include "bearings-enums.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_PROSE_NUMBER, /* with a unit: percent, points, a span of time, money, times, … */
  BEARINGS_PROSE_YEAR,   /* a bare number from 1900 to 2100 without a separator */
  BEARINGS_PROSE_SAMPLE, /* before a noun that can be counted ("30 recruiters"), or "n = 11" */
} BearingsProseKind;

/**
 * BearingsProseFigure:
 * @value, @high: the number, and the upper end of a range; NaN when there is no range
 * @unit: "percent", "seconds", "USD"; %NULL but for a number
 */
typedef struct {
  BearingsProseKind kind;
  double value, high;
  const char *unit;
} BearingsProseFigure;

/* The BearingsProseFigure of a text, in order. Number words and fractions count too ("three
 * quarters"); any other bare number is not looked at (pages, paragraphs, versions). */
GArray *bearings_check_prose_find_figures (const char *text);

/* The weakest hedge of the text ("could be" < "likely" < "suggests" < "estimated" < "is") and
 * (nullable) the words that make it; 0 when no word of it commits. "More likely" compares and is no
 * hedge, "May 2025" is a month. */
BearingsHedge bearings_check_prose_find_hedge (const char *text, char **words);

/* Where in a sentence a number is missing, or NULL. */
const char *bearings_check_prose_find_blank (const char *text);
/* The next figure in a sentence that wants a source (a number in digits with a unit: percent, an
 * amount of money, "times"), from *@text on, which then stands behind it; FALSE when there is none.
 */
gboolean bearings_check_prose_next_figure (const char **text, double *value, char **words);

G_END_DECLS
