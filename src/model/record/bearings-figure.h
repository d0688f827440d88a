/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: a value with its error and its referent, or the reason why there is none. */
#pragma once

#include "bearings-record.h"

G_BEGIN_DECLS

/**
 * BearingsFigure:
 * @metric: what was measured
 * @value: the value in @unit, NaN when @missing says why there is none
 * @qualifier: how exactly the source words it
 * @unit: unit in words: "percent", "percentage points", "USD per year", "correlation r", ...
 * @low, @high: limits of the interval, NaN when there is none
 * @level: level of the interval in percent, NaN when the source does not state it
 * @se: standard error; @p: p value as the source states it
 * @interval: how the interval was made, or why there is none
 * @count, @total, @total_unit: "424 of 571 postings", when the value is a share
 * @referent: of whom, compared with what, when
 *
 * Exactly one of @value and @missing is set.
 */
typedef struct {
  char *metric;
  double value;
  int qualifier; /* BearingsQualifier */
  int missing;   /* BearingsMissing */
  char *missing_note;
  char *unit;
  double low, high, level;
  double se, p;
  int interval; /* BearingsInterval */
  gint64 count, total;
  char *total_unit;
  char *referent;
  char *note;
} BearingsFigure;
extern const BearingsStructType bearings_figure_type;

/**
 * BearingsRating: a mean rating by a panel, as O*NET publishes it.
 * @value: mean, on the scale's own range (importance 1-5, level 0-7)
 * @n: number of raters; @se: standard error; @low, @high: 95 % limits
 * @not_relevant: at least three quarters of raters called the element not relevant
 *
 * @missing is BEARINGS_MISSING_SUPPRESSED when the publisher recommends not to use the mean.
 */
typedef struct {
  double value;
  int missing;
  gint64 n;
  double se, low, high;
  int not_relevant;
} BearingsRating;
extern const BearingsStructType bearings_rating_type;

/* One published amount that may be missing: a wage percentile, a count. */
typedef struct {
  double value;
  int missing;
  double limit; /* for top-coded amounts: known to be at or above */
} BearingsAmount;
extern const BearingsStructType bearings_amount_type;

/* How many, of what: 453 people, 2,900 skills, 1,000 employers. */
typedef struct {
  gint64 n;
  int missing;
  char *unit;
  char *note;
} BearingsSampleSize;
extern const BearingsStructType bearings_sample_size_type;

gboolean bearings_figure_has_value (const BearingsFigure *figure);
gboolean bearings_figure_has_interval (const BearingsFigure *figure);

/* Wilson score interval of k successes in n at 95 %, as a figure in percent. k in 0..n, n > 0. */
void bearings_figure_set_share (BearingsFigure *figure, gint64 k, gint64 n, const char *unit);
/* A copy, freed with bearings_record_struct_free (&bearings_figure_type, copy). */
BearingsFigure *bearings_figure_copy (const BearingsFigure *figure);

G_END_DECLS
