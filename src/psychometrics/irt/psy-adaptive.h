/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adaptive testing: which item next, where the person stands, when to stop. */
#pragma once

#include "psy-score.h"

/**
 * PsyCriterion: what the next item is chosen for; P and I are of a candidate item, L is the
 * likelihood of the answers so far
 * @PSY_CRITERION_INFORMATION: largest I at the estimate; Lord (1980)
 * @PSY_CRITERION_LIKELIHOOD_INFORMATION: largest mean I over L; Veerkamp & Berger (1997)
 * @PSY_CRITERION_POSTERIOR_INFORMATION: largest mean I over the posterior; van der Linden (1998)
 * @PSY_CRITERION_EXPECTED_VARIANCE: smallest posterior variance after the answer, its chances
 *   being those at the estimate, as catR does; van der Linden (1998)
 * @PSY_CRITERION_PREDICTED_VARIANCE: the same with the chances averaged over the posterior
 * @PSY_CRITERION_KL: largest Kullback-Leibler distance from the estimate over L; Chang & Ying
 * (1996)
 * @PSY_CRITERION_POSTERIOR_KL: the same over the posterior
 * @PSY_CRITERION_EXPECTED_INFORMATION: largest I at the estimate after the answer, its chances
 *   being those at the estimate
 */
typedef enum {
  PSY_CRITERION_INFORMATION,
  PSY_CRITERION_LIKELIHOOD_INFORMATION,
  PSY_CRITERION_POSTERIOR_INFORMATION,
  PSY_CRITERION_EXPECTED_VARIANCE,
  PSY_CRITERION_PREDICTED_VARIANCE,
  PSY_CRITERION_KL,
  PSY_CRITERION_POSTERIOR_KL,
  PSY_CRITERION_EXPECTED_INFORMATION,
} PsyCriterion;

typedef enum {
  PSY_ESTIMATOR_EAP,
  PSY_ESTIMATOR_MAP,
  PSY_ESTIMATOR_ML,
  PSY_ESTIMATOR_WLE,
} PsyEstimator;

/**
 * PsyAdaptive: the rules of a test
 * @items: the bank, @n_items items that pass psy_item_check_all(); at most 2^31
 * @criterion: how the next item is chosen
 * @estimator: how theta is estimated between items
 * @quadrature: prior and nodes; catR's are 33 nodes of [-4, 4], those at the ends with half weight
 * @mean, @sd: normal prior of MAP
 * @bounds: range of MAP, ML and WLE; before the first answer theta is the prior mean
 * @randomesque: the next item is drawn from this many best ones; 1: the best; at most
 *   %PSY_MAX_RANDOMESQUE; Kingsbury & Zara (1989), Appl. Meas. Educ. 2, 359-375
 * @scales: (nullable): the scale of each item, 0..@n_scales - 1
 * @shares: (nullable): the share of the test each scale shall have, >= 0; the scale that lacks most
 *   of its share is next; Kingsbury & Zara (1989)
 * @n_scales: at most %PSY_MAX_SCALES
 * @min_items, @max_items: length of the test; max 0: the whole bank
 * @se: stop at or below this standard error; 0: never
 * @seconds: stop when this much time has passed; 0: never
 */
typedef struct {
  const PsyItem *items;
  size_t n_items;
  PsyCriterion criterion;
  PsyEstimator estimator;
  const PsyQuadrature *quadrature;
  double mean, sd;
  PsyBounds bounds;
  size_t randomesque;
  const uint8_t *scales;
  const double *shares;
  size_t n_scales;
  size_t min_items, max_items;
  double se, seconds;
} PsyAdaptive;

#define PSY_MAX_RANDOMESQUE 32
#define PSY_MAX_SCALES 32

/**
 * PsyStop: why a test is over
 * @PSY_STOP_NOT: it is not
 * @PSY_STOP_ITEMS: the longest length, or the bank, is used up
 * @PSY_STOP_SE: the standard error is small enough
 * @PSY_STOP_TIME: time is up
 */
typedef enum {
  PSY_STOP_NOT,
  PSY_STOP_ITEMS,
  PSY_STOP_SE,
  PSY_STOP_TIME,
} PsyStop;

/**
 * PsyAdaptiveTest: the state of one person's test. Its arrays live in the caller's workspace.
 * @theta: the estimate so far; at a bound its error may be large or infinite
 * @n_given: items given, @given in their order with @answers
 */
typedef struct {
  const PsyAdaptive *rules;
  PsyEstimate theta;
  size_t n_given;
  uint32_t *given;
  int8_t *answers;
  /*< private >*/
  PsyItem *given_items;
  uint8_t *used;
  uint32_t *order;
  double *best_possible;
  double *nodes, *weights, *likelihood, *posterior, *work;
  size_t n_padded, given_in_scale[PSY_MAX_SCALES];
} PsyAdaptiveTest;

/** psy_adaptive_workspace_size: bytes for a test under these rules. */
size_t psy_adaptive_workspace_size (const PsyAdaptive *rules);

/**
 * psy_adaptive_begin:
 * @rules: borrowed for as long as the test lasts
 *
 * Sorts the bank once by the most information an item can give, so that a search for the largest
 * information ends as soon as no later item can be better.
 */
PsyStatus
psy_adaptive_begin (PsyAdaptiveTest *test, const PsyAdaptive *rules, void *work, size_t work_size);

/**
 * psy_adaptive_next:
 * @random: 0 <= random < 1, which of the best items is drawn; not used for randomesque 1
 * @item: receives the index of the next item; among equals the lowest
 *
 * %PSY_ERROR_NO_DATA when no item is left. Changes nothing that matters to the test.
 */
PsyStatus psy_adaptive_next (PsyAdaptiveTest *test, double random, size_t *item);

/** psy_adaptive_criterion: the value of one item; for the variances smaller is better. */
double psy_adaptive_criterion (PsyAdaptiveTest *test, size_t item);

/** psy_adaptive_answer: takes the answer to any item not given yet; a negative one is missing: the
 * item is used up and theta stays. */
PsyStatus psy_adaptive_answer (PsyAdaptiveTest *test, size_t item, int8_t answer);

/** psy_adaptive_stop: whether the test is over after @seconds. */
PsyStop psy_adaptive_stop (const PsyAdaptiveTest *test, double seconds);
