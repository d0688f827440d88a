/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlation of two measures with its interval; what a longer test or more persons would bring. */
#pragma once

#include "psy-interval.h"

/**
 * PsyCorrelation:
 * @r: Pearson's product-moment correlation
 * @interval: Fisher (1921), Metron 1, 3-32: normal on atanh (r) with error 1 / sqrt (n - 3); NaN
 *   below four pairs and where all pairs lie on a line
 * @n: pairs
 */
typedef struct {
  double r;
  PsyInterval interval;
  size_t n;
} PsyCorrelation;

/**
 * psy_correlation:
 * @x, @y: @n values each; a pair with a NaN is left out
 *
 * %PSY_ERROR_TOO_FEW below three pairs, %PSY_ERROR_NO_VARIANCE when one of the two is constant.
 */
PsyStatus psy_correlation (const double *x,
                           const double *y,
                           size_t n,
                           double level,
                           PsyCorrelation *correlation);

/** psy_correlation_spearman_brown: reliability of a test @factor times as long, of parallel parts;
 * Spearman (1910), Brown (1910), Br. J. Psychol. 3. NaN unless 0 < @reliability < 1 and @factor >
 * 0. */
double psy_correlation_spearman_brown (double reliability, double factor);

/** psy_correlation_spearman_brown_factor: how many times as long a test must be to reach @target;
 * NaN unless both are within 0-1. */
double psy_correlation_spearman_brown_factor (double reliability, double target);

/** psy_correlation_alpha_persons: the fewest persons with whom the lower limit of Feldt's interval
 * of @alpha reaches @target; 0 when no number does, since alpha itself does not. */
size_t psy_correlation_alpha_persons (double alpha, size_t k, double target, double level);
