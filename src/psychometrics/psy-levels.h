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
