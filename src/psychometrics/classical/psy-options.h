/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single options of an item tell apart: shares, means, point-biserials, discrimination. */
#pragma once

#include "psy-types.h"

/**
 * psy_options_sum_scores:
 * @scores: receives the sum of each person's answers; NaN with a missing answer
 * @without: an item that is left out of the sum, or n_items for none
 */
void psy_options_sum_scores (const PsyResponses *responses, size_t without, double *scores);

/**
 * PsyOption: one option of one item
 * @n: persons who chose it
 * @share: of those who answered the item and have a score
 * @mean_score: mean score of those who chose it; NaN when nobody did
 * @point_biserial: correlation of choosing it with the score; for a wrong option of a good item
 *   negative. NaN when nobody or everybody chose it, or the scores do not vary.
 */
typedef struct {
  size_t n;
  double share, mean_score, point_biserial;
} PsyOption;

/**
 * psy_option_analysis:
 * @responses: codes of options 0..@n_options - 1
 * @item: whose options
 * @scores: a score for each person, NaN for one to leave out; take the score without the item
 *   itself (psy_options_sum_scores()) where options are to be judged
 * @options: receives @n_options rows
 *
 * Crocker & Algina (1986), Introduction to Classical and Modern Test Theory, ch. 14.
 * %PSY_ERROR_ARGUMENT for an item or an answer out of range; %PSY_ERROR_NO_DATA without persons.
 */
PsyStatus psy_option_analysis (const PsyResponses *responses,
                               size_t item,
                               const double *scores,
                               size_t n_options,
                               PsyOption *options);

/**
 * PsyDiscrimination: of a 0/1 item
 * @biserial: correlation with the score if the answer is a cut normal variable: point-biserial
 *   sqrt (p q) / density at the cut; may exceed 1
 * @upper_lower: difficulty of the upper less the lower group, Kelley (1939), J. Educ. Psychol. 30,
 *   17-24. Groups hold everybody at or beyond the quantile, so ties make them larger.
 */
typedef struct {
  double biserial, upper_lower;
} PsyDiscrimination;

/**
 * psy_discrimination:
 * @scores: a score for each person, NaN for one to leave out
 * @share: of each group, 0 < share <= 0.5; 0.27 is customary
 * @work: n_persons doubles
 *
 * %PSY_ERROR_ARGUMENT for an answer above 1, %PSY_ERROR_NO_VARIANCE for an item that all answered
 * alike.
 */
PsyStatus psy_discrimination (const PsyResponses *responses,
                              size_t item,
                              const double *scores,
                              double share,
                              double *work,
                              PsyDiscrimination *discrimination);
