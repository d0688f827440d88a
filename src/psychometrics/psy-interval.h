/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for a proportion. */
#pragma once

/* Shares, 0-1. */
typedef struct {
  double low, high;
} PsyInterval;

/**
 * psy_wilson_interval:
 * @k: successes, 0..n; need not be whole (half a tie)
 * @n: trials, > 0
 * @level: 0 < level < 1, for example 0.95
 *
 * Wilson (1927) score interval, J. Am. Stat. Assoc. 22, 209-212. NaN limits on bad arguments.
 */
PsyInterval psy_wilson_interval (double k, double n, double level);
