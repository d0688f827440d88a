/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that bring a norm sample's margins to those of the population. */
#pragma once

#include "psy-types.h"

/**
 * PsyMargin: one property of the persons, for example age group
 * @codes: the level of each person, 0..@n_levels - 1
 * @shares: the population's share of each level, > 0; scaled to add up to 1
 * @n_levels: at most 256
 */
typedef struct {
  const uint8_t *codes;
  const double *shares;
  size_t n_levels;
} PsyMargin;

/**
 * PsyRaking:
 * @distance: largest difference between a weighted and a wanted share
 * @effective_n: Kish's (sum w)² / sum w²: what the weighted sample is worth
 * @design_effect: n / @effective_n, >= 1
 * @low, @high: smallest and largest weight; their mean is 1
 * @rounds: passes over all margins
 */
typedef struct {
  double distance, effective_n, design_effect, low, high;
  int rounds;
} PsyRaking;

/**
 * psy_norms_rake:
 * @weights: @n weights > 0 to start from (1 for all); receive the raked ones, of mean 1
 * @tolerance: of @distance, for example 1e-10
 * @max_rounds: for example 1000
 *
 * Iterative proportional fitting: Deming & Stephan (1940), Ann. Math. Stat. 11, 427-444.
 * %PSY_ERROR_EMPTY_CATEGORY when nobody stands at a level that the population has: join levels
 * first. %PSY_ERROR_CONVERGENCE when margins contradict each other in this sample.
 */
PsyStatus psy_norms_rake (double *weights,
                          size_t n,
                          const PsyMargin *margins,
                          size_t n_margins,
                          double tolerance,
                          int max_rounds,
                          PsyRaking *raking);
