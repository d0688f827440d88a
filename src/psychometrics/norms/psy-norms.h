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

/** psy_norms_mean_sd: weighted mean and standard deviation (divisor n - 1, n effective). */
PsyStatus psy_norms_mean_sd (const PsyNorms *norms, PsyEstimate *mean, PsyEstimate *sd);

/**
 * PsyNormUse: what may be shown of a place in norms
 * @PSY_NORMS_REFUSE: nothing: the criterion level only
 * @PSY_NORMS_WORDS: words and the chances of lying above quarters
 * @PSY_NORMS_PERCENTILE: a percentile with its band
 */
typedef enum {
  PSY_NORMS_REFUSE,
  PSY_NORMS_WORDS,
  PSY_NORMS_PERCENTILE,
} PsyNormUse;

/**
 * PsyNormPolicy:
 * @reliability_percentile, @n_percentile: least reliability and persons for a percentile
 * @reliability_words, @n_words: the same for words
 */
typedef struct {
  double reliability_percentile, n_percentile;
  double reliability_words, n_words;
} PsyNormPolicy;

/**
 * PSY_NORM_POLICY: where an instrument names none. Bearings' own judgement: above, at most a fifth
 * of the variance is error and sampling alone leaves some seven points to either side of the
 * median; below the second pair, less than three fifths are true score or a quarter cannot be told
 * from the next.
 */
#define PSY_NORM_POLICY ((PsyNormPolicy) { 0.80, 200, 0.60, 50 })

/**
 * psy_norms_policy:
 * @n: effective persons
 * @reliability: of the score; 1 for a factual measure, NaN when it is not known
 */
PsyNormUse psy_norms_policy (const PsyNormPolicy *policy, double n, double reliability);
