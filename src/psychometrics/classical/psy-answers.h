/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs of careless answers. They describe and never void a result: look for two that agree. */
#pragma once

#include "psy-types.h"

/**
 * PsyAnswerChecks:
 * @longest_string: answers of the longest run of one answer; Johnson (2005)
 * @mean_string: mean length of the runs
 * @variability: standard deviation of a person's answers (IRV); Dunn, Heggestad, Shanock &
 *   Theilgard (2018)
 * @even_odd: agreement of the even and the odd items over scales, Spearman-Brown corrected, -1 to
 * 1; NaN when one of them does not vary or there are fewer than two scales; Jackson (1976). Some
 *   programs print its negative.
 * @n_fast: answers faster than the limit of their item
 * @n_answers, @n_times: answers, and answers with a time
 *
 * Long runs and low variability go with the trait on short scales of one direction.
 */
typedef struct {
  size_t longest_string;
  double mean_string, variability, even_odd;
  size_t n_fast, n_answers, n_times;
} PsyAnswerChecks;

/**
 * psy_answer_checks:
 * @answers: @n_items codes in the order they were shown; missing ones are passed over
 * @scales: (nullable): the scale of each item, 0..@n_scales - 1, at most 64; within a scale items
 *   count as odd, even, odd, … in their order
 * @seconds: (nullable): time of each answer; NaN or negative: not known
 * @fast: (nullable): below this many seconds an answer to the item counts as too fast; NaN: no
 * limit
 */
PsyStatus psy_answer_checks (const int8_t *answers,
                             size_t n_items,
                             const uint8_t *scales,
                             size_t n_scales,
                             const double *seconds,
                             const double *fast,
                             PsyAnswerChecks *checks);
