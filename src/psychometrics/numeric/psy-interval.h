/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for a proportion. */
#pragma once

#include "psy-types.h"

/* Limits, in the unit of what they belong to; for a proportion shares, 0-1. */
typedef struct {
  double low, high;
} PsyInterval;

/**
 * psy_interval_wilson: the score interval; Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
 * @k: successes, 0..n; need not be whole (half a tie)
 * @n: trials, > 0
 * @level: 0 < level < 1, for example 0.95
 *
 * NaN limits on bad arguments.
 */
PsyInterval psy_interval_wilson (double k, double n, double level);
