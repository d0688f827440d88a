/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sum scores under an item model: their distribution, and theta from them. */
#pragma once

#include "psy-item.h"
#include "psy-quadrature.h"

/** psy_sum_score_max: the highest possible sum score. A nominal item counts 1 for its key. */
size_t psy_sum_score_max (const PsyItem *items, size_t n_items);

/**
 * psy_sum_score_distribution:
 * @p: receives psy_sum_score_max() + 1 probabilities of the sum scores at @theta
 *
 * The recursion of Lord & Wingersky (1984), Appl. Psychol. Meas. 8, 453-461; for items of several
 * categories Thissen, Pommerich, Billeaud & Williams (1995), Appl. Psychol. Meas. 19, 39-49.
 */
void psy_sum_score_distribution (const PsyItem *items, size_t n_items, double theta, double *p);

/**
 * psy_sum_score_eap:
 * @work: 2 (psy_sum_score_max() + 1) doubles
 * @probabilities: (nullable): receives the marginal probability of each sum score
 * @estimates: receives theta and its posterior standard deviation for each sum score
 */
PsyStatus psy_sum_score_eap (const PsyItem *items,
                             size_t n_items,
                             const PsyQuadrature *quadrature,
                             double *work,
                             double *probabilities,
                             PsyEstimate *estimates);
