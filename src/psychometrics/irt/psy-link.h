/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item parameters of one calibration on the scale of another. */
#pragma once

#include "psy-item.h"

/**
 * PsyLink: theta on the new scale is slope theta + intercept
 * @slope: A > 0
 * @intercept: B
 */
typedef struct {
  double slope, intercept;
} PsyLink;

/**
 * psy_link_mean_mean:
 * @from, @to: the same @n_items items on the scale to be left and on the one to be reached; the
 *   nominal model has no difficulties and is refused
 * @link: receives A = mean a_from / mean a_to and B = mean b_to - A mean b_from, where b are all
 *   difficulties, thresholds or steps of psy_item_get_difficulties(), each counted once
 *
 * The mean/mean method, Loyd & Hoover (1980), J. Educ. Meas. 17, 179-193; Kolen & Brennan (2014),
 * Test Equating, Scaling, and Linking, 3rd ed., chapter 6.
 *
 * Returns: %PSY_ERROR_TOO_FEW without items; %PSY_ERROR_ARGUMENT for items that do not match or
 * whose mean slope is not above 0.
 */
PsyStatus
psy_link_mean_mean (const PsyItem *from, const PsyItem *to, size_t n_items, PsyLink *link);

/** psy_link_item: the same item on the new scale: slope a / A, difficulties A b + B; the lower
 * asymptote stays. */
void psy_link_item (const PsyLink *link, PsyItem *item);
