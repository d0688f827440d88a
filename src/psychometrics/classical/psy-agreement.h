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
 * @difference: @after less @before of psy_agreement_reliable_change(), with the errors of both
 * joined
 * @index: the difference over its error: the reliable change index
 * @direction: 1 or -1 when the difference is beyond error at the given level, else 0
 */
typedef struct {
  PsyEstimate difference;
  double index;
  int direction;
} PsyChange;

/**
 * psy_agreement_reliable_change:
 * @before, @after: each with its own standard error >= 0, not both without; where one error of
 *   measurement stands for all, it is that of both
 *
 * Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19.
 */
PsyStatus psy_agreement_reliable_change (PsyEstimate before,
                                         PsyEstimate after,
                                         double level,
                                         PsyChange *change);

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
