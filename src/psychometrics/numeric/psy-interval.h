/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for a proportion. */
#pragma once

#include "psy-types.h"

/* Limits, in the unit of what they belong to; for a proportion shares, 0-1. */
typedef struct {
  double low, high;
} PsyInterval;

/* In all of these:
 * @k: successes, 0..n; need not be whole (half a tie)
 * @n: trials, > 0
 * @level: 0 < level < 1, for example 0.95
 * NaN limits on bad arguments.
 */

/** psy_wilson_interval: the score interval; Wilson (1927), J. Am. Stat. Assoc. 22, 209-212. */
PsyInterval psy_wilson_interval (double k, double n, double level);

/**
 * psy_jeffreys_interval: quantiles of Beta (k + 1/2, n - k + 1/2); Brown, Cai & DasGupta (2001),
 * Stat. Sci. 16, 101-133. Here without their changes at k = 0 and k = n: limits stay inside.
 */
PsyInterval psy_jeffreys_interval (double k, double n, double level);

/** psy_exact_interval: Clopper & Pearson (1934), Biometrika 26, 404-413. */
PsyInterval psy_exact_interval (double k, double n, double level);
