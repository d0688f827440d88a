/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search for theta needs, for eight persons or eight places at a time. Private. */
#pragma once

#include "psy-item.h"
#include "psy-vector.h"

/**
 * PsyThetaSums: over the items a lane has answers to
 * @l1, @l2: first and second derivative of the log-likelihood
 * @information: expected information
 * @warm: sum of P' P'' / P
 */
typedef struct {
  PsyV l1, l2, information, warm;
} PsyThetaSums;

/**
 * psy_theta_sums:
 * @answers: eight answers to each item, one a lane
 * @theta: eight values
 */
void psy_theta_sums (const PsyItem *items,
                     size_t n_items,
                     const int8_t *answers,
                     const double *theta,
                     PsyThetaSums *sums);

/** psy_theta_is_concave: whether no likelihood of these items has more than one maximum. */
bool psy_theta_is_concave (const PsyItem *items, size_t n_items);
