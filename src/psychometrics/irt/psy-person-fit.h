/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person's answers fit the model. Describes; never voids a result. */
#pragma once

#include "psy-item.h"

/**
 * PsyThetaKind: how theta was estimated; it decides the correction of lz*
 * @PSY_THETA_ML: r0 = 0
 * @PSY_THETA_WLE: r0 = J / (2 I)
 * @PSY_THETA_MAP: r0 = (mean - theta) / sd², with a standard normal prior
 */
typedef enum {
  PSY_THETA_ML,
  PSY_THETA_WLE,
  PSY_THETA_MAP,
} PsyThetaKind;

/**
 * PsyPersonFit:
 * @log_likelihood: l0 at theta
 * @expected, @variance: of l0 at theta
 * @lz: (l0 - expected) / sqrt (variance); Drasgow, Levine & Williams (1985), Br. J. Math. Stat.
 *   Psychol. 38, 67-86. With an estimated theta its variance is below 1.
 * @lz_star: corrected for the estimated theta; Snijders (2001), Psychometrika 66, 331-342, and for
 *   several categories Sinharay (2016), Psychometrika 81, 992-1013. Low values are unusual; a
 *   standard normal is a rough guide from about 20 items on.
 * @outfit: mean of squared standardised residuals
 * @infit: the same weighted by their variance
 * @n_answers: answers that were not missing
 */
typedef struct {
  double log_likelihood, expected, variance;
  double lz, lz_star;
  double outfit, infit;
  int n_answers;
} PsyPersonFit;

/**
 * psy_person_fit:
 * @theta: where the person stands; @kind says by which estimator
 *
 * lz* belongs to ML, WLE and MAP; after EAP read lz. %PSY_ERROR_TOO_FEW below two answers.
 */
PsyStatus psy_person_fit (const PsyItem *items,
                          const int8_t *answers,
                          size_t n_items,
                          double theta,
                          PsyThetaKind kind,
                          PsyPersonFit *fit);
