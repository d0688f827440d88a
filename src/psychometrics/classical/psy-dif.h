/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differential item functioning: does an item treat two groups alike at the same ability? */
#pragma once

#include "psy-types.h"

/**
 * PsyDifClass: the ETS classes of size
 * @PSY_DIF_A: negligible
 * @PSY_DIF_B: moderate
 * @PSY_DIF_C: large
 */
typedef enum {
  PSY_DIF_A,
  PSY_DIF_B,
  PSY_DIF_C,
} PsyDifClass;

/**
 * PsyDifOptions:
 * @purify: leave flagged items out of the matching score and repeat until no flag changes; the item
 *   studied is always in. One-sided DIF needs it; Zwick (2012), ETS RR-12-08.
 * @alpha: chance of a false flag, 0.05
 * @max_rounds: of purification; 0: 10
 */
typedef struct {
  bool purify;
  double alpha;
  int max_rounds;
} PsyDifOptions;

/**
 * PsyMantelHaenszel: one item
 * @odds_ratio: common odds ratio alpha, > 1 when the reference group does better
 * @log_odds: its logarithm with the error of Robins, Breslow & Greenland (1986), Biometrics 42,
 *   311-323
 * @delta: -2.35 log alpha with its error, the ETS scale; negative: harder for the focal group
 * @chi2, @p: Mantel & Haenszel (1959) with continuity correction, 1 degree of freedom
 * @chi2_uncorrected: without it; for several categories the only one: Mantel (1963)
 * @breslow_day, @breslow_day_df, @breslow_day_p: are the odds ratios alike at all scores?
 * @standardised: mean difference of the item score, focal minus reference, at the same matching
 *   score, weighted by the focal group: Dorans & Kulick (1986), for several categories the SMD
 * @ets: A: |delta| < 1 or p above alpha; C: |delta| >= 1.5 and above 1 beyond error (one-sided
 *   5 %); else B. Paek & Holland (2015)
 * @flagged: p below alpha; such items are not part of other items' matching score after purifying
 * @n_strata: scores at which both groups are found
 *
 * NaN where something cannot be computed. Items of several categories have no odds ratio and class.
 */
typedef struct {
  double odds_ratio;
  PsyEstimate log_odds, delta;
  double chi2, p, chi2_uncorrected;
  double breslow_day, breslow_day_p;
  size_t breslow_day_df;
  double standardised;
  PsyDifClass ets;
  bool flagged;
  size_t n_strata;
} PsyMantelHaenszel;

/**
 * PsyLogisticDif: one item
 * @log_likelihood: of three logistic regressions on the matching score: score only; with group;
 *   with score by group. For several categories proportional odds.
 * @uniform, @uniform_p: likelihood ratio of the second against the first, 1 degree of freedom
 * @nonuniform, @nonuniform_p: of the third against the second, 1
 * @both, @both_p: of the third against the first, 2
 * @group: coefficient of the focal group in the second model
 * @interaction: of score by group in the third
 * @r2_uniform, @r2_both: gain in Nagelkerke's R² over the first model
 * @cox_snell_uniform, @cox_snell_both: the same of Cox and Snell's R², which difR 5.1 prints
 * @jodoin_gierl: A below .035, C from .070, by @r2_both; A when @both_p is above alpha
 * @zumbo_thomas: A below .13, C from .26
 * @flagged: @both_p below alpha
 *
 * Swaminathan & Rogers (1990), J. Educ. Meas. 27, 361-370; Zumbo & Thomas (1997); Jodoin & Gierl
 * (2001), Appl. Meas. Educ. 14, 329-349.
 */
typedef struct {
  double log_likelihood[3];
  double uniform, uniform_p, nonuniform, nonuniform_p, both, both_p;
  PsyEstimate group, interaction;
  double r2_uniform, r2_both;
  double cox_snell_uniform, cox_snell_both;
  PsyDifClass jodoin_gierl, zumbo_thomas;
  bool flagged;
} PsyLogisticDif;

/** psy_dif_workspace_size: bytes for either function below; SIZE_MAX for answers that have more
 * than %PSY_MAX_CATEGORIES categories. */
size_t psy_dif_workspace_size (const PsyResponses *responses);

/**
 * psy_dif_mantel_haenszel:
 * @groups: 0 reference, 1 focal, for each person; anything else leaves the person out, as does a
 *   missing answer
 * @results: receives n_items rows
 * @rounds: (nullable): receives how often the matching score was made
 *
 * %PSY_ERROR_TOO_FEW when a group has fewer than two persons; %PSY_ERROR_CONVERGENCE when flags
 * still change after the last round.
 */
PsyStatus psy_dif_mantel_haenszel (const PsyResponses *responses,
                                   const uint8_t *groups,
                                   const PsyDifOptions *options,
                                   void *work,
                                   size_t work_size,
                                   PsyMantelHaenszel *results,
                                   int *rounds);

/** psy_dif_logistic: the same with logistic regression; sees non-uniform DIF, too. */
PsyStatus psy_dif_logistic (const PsyResponses *responses,
                            const uint8_t *groups,
                            const PsyDifOptions *options,
                            void *work,
                            size_t work_size,
                            PsyLogisticDif *results,
                            int *rounds);
