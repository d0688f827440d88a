/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classical item analysis and coefficient alpha. */
#pragma once

#include "psy-interval.h"

/**
 * PsyItemAnalysis:
 * @n: persons
 * @mean, @sd: of the answers (divisor n - 1); the mean of a 0/1 item is its difficulty p
 * @item_total: correlation with the sum score
 * @corrected: correlation with the sum of the other items
 * @alpha_if_deleted: alpha of the other items; NaN below three items
 *
 * NaN where an item does not vary.
 */
typedef struct {
  size_t n;
  double mean, sd;
  double item_total, corrected, alpha_if_deleted;
} PsyItemAnalysis;

/**
 * PsyAlpha:
 * @alpha: Cronbach (1951), Psychometrika 16, 297-334; error of Duhachek & Iacobucci (2004),
 *   J. Appl. Psychol. 89, 792-808, where a covariance matrix is at hand, else NaN
 * @feldt: Feldt (1965), Psychometrika 30, 357-370: F distribution
 * @mean, @sd: of the sum score
 * @sem: standard error of measurement of the sum score, sd sqrt (1 - alpha)
 * @n: persons with all answers
 * @k: items
 */
typedef struct {
  PsyEstimate alpha;
  PsyInterval feldt;
  double mean, sd, sem;
  size_t n, k;
} PsyAlpha;

/** psy_item_analysis_workspace_size: bytes that psy_item_analysis() needs for @n_items. */
size_t psy_item_analysis_workspace_size (size_t n_items);

/**
 * psy_item_analysis:
 * @items: (nullable): receives n_items rows
 * @level: of the interval
 * @work: psy_item_analysis_workspace_size() bytes, aligned for doubles
 *
 * Persons with a missing answer are left out. One pass over the answers: alpha needs no covariance
 * matrix.
 */
PsyStatus psy_item_analysis (const PsyResponses *responses,
                             double level,
                             void *work,
                             PsyItemAnalysis *items,
                             PsyAlpha *alpha);

/** psy_alpha_feldt_interval: of an alpha <= 1 from @n persons and @k items, both >= 2. Pairwise
 * covariances can give an alpha above 1: then NaN. */
PsyInterval psy_alpha_feldt_interval (double alpha, size_t n, size_t k, double level);

/**
 * psy_alpha_bonett_interval: normal on log (1 - alpha) with variance 2 k / ((k - 1) (n - 2)) and
 * bias log (n / (n - 1)); Bonett (2002), J. Educ. Behav. Stat. 27, 335-340; Bonett & Wright (2015),
 * J. Organ. Behav. 36, 3-15. n >= 3, k >= 2.
 */
PsyInterval psy_alpha_bonett_interval (double alpha, size_t n, size_t k, double level);
