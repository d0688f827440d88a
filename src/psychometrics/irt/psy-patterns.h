/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equal rows of answers, found once and counted. */
#pragma once

#include "psy-types.h"

/**
 * PsyPatterns:
 * @first: for each pattern the first row that has it; rising
 * @counts: how many rows (or the sum of their weights)
 * @of_row: for each row its pattern
 * @n: patterns
 */
typedef struct {
  uint32_t *first;
  double *counts;
  uint32_t *of_row;
  size_t n;
} PsyPatterns;

/** psy_patterns_workspace_size: bytes for psy_patterns_find(); SIZE_MAX when that is too many. */
size_t psy_patterns_workspace_size (size_t n_persons);

/**
 * psy_patterns_find:
 * @responses: fewer than 2^31 rows
 * @weights: (nullable): what each row counts, >= 0
 * @work: psy_patterns_workspace_size() bytes; the arrays of @patterns live in it
 * @patterns: receives the patterns in the order of their first rows
 *
 * All negative codes are one: missing.
 */
PsyStatus psy_patterns_find (const PsyResponses *responses,
                             const double *weights,
                             void *work,
                             size_t work_size,
                             PsyPatterns *patterns);

/**
 * psy_patterns_responses_scan:
 * @highest, @lowest: receive the highest and lowest code of each item (any negative code means a
 *   missing answer); 0 and 0 where there are no persons
 */
void psy_patterns_responses_scan (const PsyResponses *responses, int8_t *highest, int8_t *lowest);
