/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of raters and of occasions: intraclass correlations, kappa, reliable change. */
#pragma once

#include "psy-interval.h"

/**
 * PsyIcc: the six forms of Shrout & Fleiss (1979), Psychol. Bull. 86, 420-428
 * @PSY_ICC_1: each target has raters of its own; one rater
 * @PSY_ICC_2: a sample of raters rates all, absolute agreement; one rater
 * @PSY_ICC_3: these raters rate all, consistency; one rater
 * @PSY_ICC_1K, @PSY_ICC_2K, @PSY_ICC_3K: the mean of all raters
 */
typedef enum {
  PSY_ICC_1,
  PSY_ICC_2,
  PSY_ICC_3,
  PSY_ICC_1K,
  PSY_ICC_2K,
  PSY_ICC_3K,
} PsyIccForm;

#define PSY_N_ICC_FORMS 6

/**
 * PsyIcc:
 * @value: the coefficient
 * @interval: for the forms 2, k the limits of form 2 stepped up by Spearman-Brown (Shrout &
 * Fleiss); some programs print McGraw & Wong's instead. NaN for raters who agree entirely: then
 *   there is no error to judge by.
 * @f, @df1, @df2, @p: test against 0
 */
typedef struct {
  double value;
  PsyInterval interval;
  double f, df1, df2, p;
} PsyIcc;

/**
 * PsyAgreement:
 * @icc: by #PsyIccForm
 * @between_targets, @between_raters, @within_targets, @error: mean squares
 * @sem: sqrt (@error): consistency; @sem_agreement: with the variance between raters or occasions
 * @smallest_change: beyond error at the given level: z sqrt (2) @sem
 * @n_targets, @n_raters: used; targets with a missing rating are left out
 */
typedef struct {
  PsyIcc icc[PSY_N_ICC_FORMS];
  double between_targets, between_raters, within_targets, error;
  double sem, sem_agreement, smallest_change;
  size_t n_targets, n_raters;
} PsyAgreement;

/**
 * psy_agreement:
 * @ratings: @n_targets rows of @n_raters, NaN missing
 * @level: of the intervals
 *
 * Raters stand for occasions in a retest. %PSY_ERROR_TOO_FEW below two complete targets or two
 * raters, %PSY_ERROR_NO_VARIANCE when all targets are rated alike.
 */
PsyStatus psy_agreement (const double *ratings,
                         size_t n_targets,
                         size_t n_raters,
                         double level,
                         PsyAgreement *agreement);

/**
 * PsyChange:
 * @index: difference over its standard error, sqrt (2) sem; Jacobson & Truax (1991), J. Consult.
 *   Clin. Psychol. 59, 12-19
 * @p: two-sided, normal
 * @interval: of the true difference
 */
typedef struct {
  double index, p;
  PsyInterval interval;
} PsyChange;

/** psy_reliable_change: from @before to @after, both with standard error of measurement @sem > 0.
 */
PsyStatus
psy_reliable_change (double before, double after, double sem, double level, PsyChange *change);

/**
 * PsyKappaWeights: how far apart two ratings count
 * @PSY_KAPPA_NONE: Cohen (1960)
 * @PSY_KAPPA_LINEAR, @PSY_KAPPA_QUADRATIC: by distance, or its square; Cohen (1968)
 */
typedef enum {
  PSY_KAPPA_NONE,
  PSY_KAPPA_LINEAR,
  PSY_KAPPA_QUADRATIC,
} PsyKappaWeights;

/**
 * PsyKappa:
 * @kappa: error of Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72, 323-327, for intervals
 * @interval: normal
 * @observed, @expected: weighted agreement
 * @se_null, @z: error under no agreement, for the test only
 */
typedef struct {
  PsyEstimate kappa;
  PsyInterval interval;
  double observed, expected, se_null, z;
} PsyKappa;

/** PSY_MAX_RATINGS: rating categories, at most. */
#define PSY_MAX_RATINGS 32

/** psy_kappa: @table: @k × @k counts, rater one in rows; 2 <= k <= %PSY_MAX_RATINGS. */
PsyStatus
psy_kappa (const double *table, size_t k, PsyKappaWeights weights, double level, PsyKappa *kappa);

/**
 * psy_fleiss_kappa: more than two raters, unordered categories; Fleiss (1971), Psychol. Bull. 76,
 * 378-382, error under no agreement (Fleiss, Nee & Landis 1979).
 * @counts: @n_targets rows of @k: how many raters chose each category; the same number in each row
 */
PsyStatus psy_fleiss_kappa (const double *counts, size_t n_targets, size_t k, PsyEstimate *kappa);

/**
 * PsyScaleLevel: what distance between two codes means
 * @PSY_LEVEL_NOMINAL: the same or not
 * @PSY_LEVEL_ORDINAL: how many ratings lie between
 * @PSY_LEVEL_INTERVAL: their difference
 */
typedef enum {
  PSY_LEVEL_NOMINAL,
  PSY_LEVEL_ORDINAL,
  PSY_LEVEL_INTERVAL,
} PsyScaleLevel;

/**
 * psy_krippendorff_alpha: any number of raters, any ratings missing; Krippendorff (2004), Content
 * Analysis, ch. 11, error by the jackknife over targets.
 * @ratings: @n_targets rows of @n_raters: whole codes 0..%PSY_MAX_RATINGS - 1, NaN missing
 *
 * Targets with a single rating say nothing. %PSY_ERROR_TOO_FEW below two targets with two ratings,
 * %PSY_ERROR_NO_VARIANCE when all ratings are the same.
 */
PsyStatus psy_krippendorff_alpha (const double *ratings,
                                  size_t n_targets,
                                  size_t n_raters,
                                  PsyScaleLevel level,
                                  PsyEstimate *alpha);
