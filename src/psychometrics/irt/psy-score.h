/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one person stands: EAP, MAP, ML and Warm's weighted likelihood. */
#pragma once

#include "psy-item.h"
#include "psy-quadrature.h"

/**
 * PsyScore:
 * @value: theta
 * @se: the standard error to report. EAP: posterior standard deviation; MAP:
 *   1 / sqrt (1 / sd² + expected information); ML and WLE: 1 / sqrt (expected information)
 * @se_observed: the same from the observed information -l''; equal to @se for EAP
 * @n_answers: answers that were not missing
 */
typedef struct {
  double value, se, se_observed;
  int n_answers;
} PsyScore;

/**
 * PsyBounds:
 * @low, @high: the range of theta that may be returned, low < high, finite
 *
 * All-right and all-wrong patterns have no finite ML; the bound is their answer, with
 * %PSY_AT_BOUND.
 */
typedef struct {
  double low, high;
} PsyBounds;

/** PSY_BOUNDS: a range that no useful test reaches. */
#define PSY_BOUNDS ((PsyBounds) { -20, 20 })

/* In all of these:
 * @items: @n_items items that pass psy_item_check_all()
 * @answers: @n_items codes 0..n_categories - 1, negative for missing. A code above is an
 *   %PSY_ERROR_ARGUMENT. No answer at all: %PSY_ERROR_NO_DATA for ML and WLE, the prior otherwise.
 */

/**
 * psy_score_eap:
 * @quadrature: the prior
 * @work: quadrature->n values, receives the posterior probabilities of the nodes
 * @log_marginal: (nullable): receives log P(answers)
 *
 * Mean and standard deviation of the posterior; Bock & Mislevy (1982), Appl. Psychol. Meas. 6,
 * 431-444.
 */
PsyStatus psy_score_eap (const PsyItem *items,
                         const int8_t *answers,
                         size_t n_items,
                         const PsyQuadrature *quadrature,
                         double *work,
                         PsyScore *score,
                         double *log_marginal);

/** psy_score_map: mode of the posterior under a normal prior (@mean, @sd > 0), within @bounds. */
PsyStatus psy_score_map (const PsyItem *items,
                         const int8_t *answers,
                         size_t n_items,
                         double mean,
                         double sd,
                         PsyBounds bounds,
                         PsyScore *score);

/** psy_score_ml: maximum of the likelihood within @bounds. */
PsyStatus psy_score_ml (const PsyItem *items,
                        const int8_t *answers,
                        size_t n_items,
                        PsyBounds bounds,
                        PsyScore *score);

/**
 * psy_score_wle: the root of l' + J / (2 I) within @bounds, Warm (1989), Psychometrika 54, 427-450.
 *
 * For the 3PL this is not the mode under Jeffreys' prior that some programs report under this name;
 * for the other models the two are the same (Magis 2015).
 *
 * With few items far apart, or slopes as unlike as 0.4 and 6, the equation can have several roots:
 * the one next to the middle of the posterior (under a standard normal prior) is taken, for the 3PL
 * the one of the highest likelihood.
 */
PsyStatus psy_score_wle (const PsyItem *items,
                         const int8_t *answers,
                         size_t n_items,
                         PsyBounds bounds,
                         PsyScore *score);
