/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Norms: percentile ranks with the errors of both the person's score and the norm sample. */
#pragma once

#include "psy-interval.h"

/**
 * PsyNorms:
 * @values: @n values, strictly rising
 * @counts: how many persons (or their summed weights) have each value, >= 0
 * @n: rows
 * @effective_n: persons the table is worth; 0 stands for the sum of @counts. A weighted sample
 *   is worth fewer than it has: psy_norms_from_sample() says how many.
 *
 * A reference sample as a table. A borrowed view: the caller owns the memory.
 */
typedef struct {
  const double *values, *counts;
  size_t n;
  double effective_n;
} PsyNorms;

/** psy_norms_check: %PSY_OK, %PSY_ERROR_ARGUMENT or, for an empty table, %PSY_ERROR_NO_DATA. */
PsyStatus psy_norms_check (const PsyNorms *norms);

/** psy_norms_n: the effective number of persons. */
double psy_norms_n (const PsyNorms *norms);

/**
 * psy_norms_from_sample:
 * @sample: @n values, finite; sorted by the function together with @weights
 * @weights: (nullable): a weight > 0 for each
 * @values, @counts: receive up to @n rows
 *
 * The table of a raw sample. The effective n of weights is Kish's (sum w)² / sum w².
 */
PsyStatus psy_norms_from_sample (double *sample,
                                 double *weights,
                                 size_t n,
                                 double *values,
                                 double *counts,
                                 PsyNorms *norms);

/**
 * psy_norms_merge:
 * @values, @counts: receive up to first->n + second->n rows
 *
 * Both samples as one; each person keeps the weight it has. For samples of the same population
 * only.
 */
PsyStatus psy_norms_merge (const PsyNorms *first,
                           const PsyNorms *second,
                           double *values,
                           double *counts,
                           PsyNorms *norms);

/**
 * PsyPercentile:
 * @rank: percentile rank 0-100
 * @below: persons below, in effective persons
 * @equal: persons with the same value
 * @interval: of @rank, 0-100: sampling error of the norms
 */
typedef struct {
  double rank, below, equal;
  PsyInterval interval;
} PsyPercentile;

/**
 * PsyRank:
 * @PSY_RANK_MID: below + half of the equal: the one to print
 * @PSY_RANK_AT_OR_BELOW: below + equal
 * @PSY_RANK_BELOW: below
 *
 * Three definitions of a percentile rank are in use; Crawford, Garthwaite & Slick (2009),
 * Clin. Neuropsychol. 23, 1173-1195.
 */
typedef enum {
  PSY_RANK_MID,
  PSY_RANK_AT_OR_BELOW,
  PSY_RANK_BELOW,
} PsyRank;

/**
 * PsyRankInterval:
 * @PSY_RANK_INTERVAL_JEFFREYS: Jeffreys' at the rank's own count
 * @PSY_RANK_INTERVAL_WILSON: Wilson's at the rank's own count
 * @PSY_RANK_INTERVAL_EXACT: Clopper-Pearson's at the rank's own count
 * @PSY_RANK_INTERVAL_TIES: Jeffreys' averaged over every place among the equal: wide where many are
 *   equal
 */
typedef enum {
  PSY_RANK_INTERVAL_JEFFREYS,
  PSY_RANK_INTERVAL_WILSON,
  PSY_RANK_INTERVAL_EXACT,
  PSY_RANK_INTERVAL_TIES,
} PsyRankInterval;

/**
 * psy_norms_from_ranks:
 * @values: @n_rows rising values of a published table
 * @ranks: the percentile rank printed for each, 0-100, not falling
 * @rank: which definition the table uses
 * @persons: the sample it comes from
 * @counts: receives @n_rows counts
 *
 * The counts behind a table that prints ranks only. Exact for %PSY_RANK_AT_OR_BELOW, and for
 * %PSY_RANK_BELOW, whose last row takes the rest. From mid ranks counts are not determined to more
 * than rounding: the share between two rows is cut half way, and the ends at 0 and 100.
 */
PsyStatus psy_norms_from_ranks (const double *values,
                                const double *ranks,
                                size_t n_rows,
                                PsyRank rank,
                                double persons,
                                double *counts,
                                PsyNorms *norms);

/** psy_norms_percentile: where @value stands among the norms, as printed for a factual measure. */
PsyStatus psy_norms_percentile (const PsyNorms *norms,
                                double value,
                                PsyRank rank,
                                PsyRankInterval kind,
                                double level,
                                PsyPercentile *percentile);

/**
 * PsyBand:
 * @rank: percentile rank of the score, 0-100
 * @band: of the rank: measurement and sampling error together
 * @above_25, @above_50, @above_75: chance of standing above these percentiles, 0-1
 */
typedef struct {
  double rank;
  PsyInterval band;
  double above_25, above_50, above_75;
} PsyBand;

/**
 * psy_norms_band:
 * @score: the person's estimate on the scale of the norms; se 0 for a factual measure
 *
 * The distribution of F (tau) with tau normal around the score and, given tau, F (tau) a
 * Beta (k + 1/2, n - k + 1/2) of the k persons below: for se = 0 it is Jeffreys' interval, for
 * n without end the percentile ranks of the score's own limits. k is the mid rank at a value of the
 * table and linear between values. 121 nodes over 6 standard
 * errors, up to 1,201 where the norms are large.
 */
PsyStatus psy_norms_band (const PsyNorms *norms, PsyEstimate score, double level, PsyBand *band);

/**
 * psy_norms_quantile:
 * @p: 0 < p < 1
 * @interval: receives the narrowest pair of order statistics around the quantile, of nearly equal
 *   tails, that covers it with at least @level; Hahn & Meeker (1991), Statistical Intervals, ch. 5
 * @coverage: (nullable): receives the chance that it does
 *
 * The value at or below which a share @p lies: definition 7 of Hyndman & Fan (1996), linear between
 * order statistics. Counts must be whole.
 */
PsyStatus psy_norms_quantile (const PsyNorms *norms,
                              double p,
                              double level,
                              double *value,
                              PsyInterval *interval,
                              double *coverage);

/** psy_norms_mean_sd: weighted mean and standard deviation (divisor n - 1, n effective). */
PsyStatus psy_norms_mean_sd (const PsyNorms *norms, PsyEstimate *mean, PsyEstimate *sd);

/** psy_z_from_rank: the normal deviate of a percentile rank strictly between 0 and 100, else NaN.
 */
double psy_z_from_rank (double rank);

/** psy_t_from_rank: normalised T score, 50 + 10 z. */
double psy_t_from_rank (double rank);

/** psy_stanine_from_rank: 1-9; cuts at 4, 11, 23, 40, 60, 77, 89, 96 (the cut itself goes up). */
int psy_stanine_from_rank (double rank);

/**
 * PsyNormPolicy: what may be shown of a place in norms
 * @PSY_NORMS_PERCENTILE: a percentile with its band
 * @PSY_NORMS_WORDS: words and the chances of lying above quarters
 * @PSY_NORMS_REFUSE: nothing: the criterion level only
 */
typedef enum {
  PSY_NORMS_REFUSE,
  PSY_NORMS_WORDS,
  PSY_NORMS_PERCENTILE,
} PsyNormPolicy;

/**
 * psy_norms_policy:
 * @n: effective persons
 * @reliability: of the score; 1 for a factual measure
 *
 * reliability >= .80 and n >= 200: percentile; reliability >= .60 and n >= 50: words; else nothing.
 */
PsyNormPolicy psy_norms_policy (double n, double reliability);
