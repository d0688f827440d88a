/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels: cut scores and how surely people are put on the right side of them. */
#pragma once

#include "psy-item.h"
#include "psy-quadrature.h"

/**
 * psy_levels_probabilities:
 * @theta: estimate with its error, se >= 0
 * @cuts: @n_cuts rising cut scores; who reaches a cut is at the level above it
 * @above: (nullable): receives @n_cuts chances of standing at or above each cut
 * @levels: (nullable): receives @n_cuts + 1 chances of each level
 *
 * theta normal around its estimate.
 */
PsyStatus psy_levels_probabilities (PsyEstimate theta,
                                    const double *cuts,
                                    size_t n_cuts,
                                    double *above,
                                    double *levels);

/** psy_levels_find: the level 0..@n_cuts of @value: the number of cuts it reaches. */
size_t psy_levels_find (double value, const double *cuts, size_t n_cuts);

/**
 * PsyClassification: how surely a test puts people on levels
 * @accuracy: chance that the level of the score is the level of the person
 * @consistency: chance that two parallel tests put a person on the same level
 * @kappa: consistency beyond chance
 */
typedef struct {
  double accuracy, consistency, kappa;
} PsyClassification;

/** PSY_MAX_CUTS: cuts, at most. */
#define PSY_MAX_CUTS 15

/**
 * psy_levels_rudner:
 * @cuts: on the theta scale
 * @quadrature: distribution of theta
 *
 * theta estimates normal around theta with error 1 / sqrt (information); Rudner (2001, 2005),
 * Pract. Assess. Res. Eval. 7(14), 10(13).
 */
PsyStatus psy_levels_rudner (const PsyItem *items,
                             size_t n_items,
                             const PsyQuadrature *quadrature,
                             const double *cuts,
                             size_t n_cuts,
                             PsyClassification *classification);

/**
 * psy_levels_lee:
 * @cuts: on the scale of sum scores; who reaches a cut is above it
 * @work: psy_sum_score_max() + 1 doubles
 *
 * Sum scores distributed as psy_sum_score_distribution() says; a person's level is that of the
 * expected sum score. Lee (2010), J. Educ. Meas. 47, 1-17.
 */
PsyStatus psy_levels_lee (const PsyItem *items,
                          size_t n_items,
                          const PsyQuadrature *quadrature,
                          const double *cuts,
                          size_t n_cuts,
                          double *work,
                          PsyClassification *classification);

/**
 * psy_levels_livingston_lewis:
 * @mean, @variance: of the scores
 * @reliability: 0-1, of any kind that fits the scores
 * @low, @high: lowest and highest possible score
 * @cuts: on the scale of scores
 *
 * Livingston & Lewis (1995), J. Educ. Meas. 32, 179-197: binomial errors on the effective test
 * length (rounded), true scores a two-parameter beta with their mean and variance. Both margins of
 * the consistency table are cut alike. %PSY_ERROR_ARGUMENT where no such beta exists.
 */
PsyStatus psy_levels_livingston_lewis (double mean,
                                       double variance,
                                       double reliability,
                                       double low,
                                       double high,
                                       const double *cuts,
                                       size_t n_cuts,
                                       PsyClassification *classification);

/**
 * PsyAngoff:
 * @cut: the sum over items of the judges' mean ratings, with error SD (judges) / sqrt (n)
 * @sd: standard deviation of the judges' cuts
 * @low, @high: lowest and highest cut of a single judge
 * @n_judges: judges; ten to fifteen are wanted
 */
typedef struct {
  PsyEstimate cut;
  double sd, low, high;
  size_t n_judges;
} PsyAngoff;

/**
 * psy_angoff:
 * @ratings: @n_judges rows of @n_items: the share of barely sufficient persons, 0-1, whom the judge
 *   expects to answer right (or the expected points of an item); NaN: not rated
 * @item_means, @item_sds: (nullable): receive the judges' mean and standard deviation for each item
 *
 * Modified Angoff standard setting; Angoff (1971). An item that a judge left out counts with the
 * mean of the others' ratings. %PSY_ERROR_NO_DATA for an item that nobody rated.
 */
PsyStatus psy_angoff (const double *ratings,
                      size_t n_judges,
                      size_t n_items,
                      double *item_means,
                      double *item_sds,
                      PsyAngoff *angoff);
