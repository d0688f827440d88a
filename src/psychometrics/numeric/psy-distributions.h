/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distribution functions that answer NaN where GSL would end the program. Private.
 *
 * GSL's inverse and chi-squared functions call its error handler, which aborts, on arguments out of
 * range and when an iteration does not settle. A library has no business to change that handler, so
 * these check their arguments and invert by bisection of functions that cannot fail. */
#pragma once

/** psy_distributions_beta_lower, psy_distributions_beta_upper: P(X <= @x), P(X > @x); @a, @b > 0.
 * Where GSL's continued fraction gives up (a + b beyond some million) by Paulson's cube roots;
 * Abramowitz & Stegun 26.5.22. */
double psy_distributions_beta_lower (double x, double a, double b);
double psy_distributions_beta_upper (double x, double a, double b);

/** psy_distributions_f_upper_quantile: f with P(F > f) = @q; degrees of freedom > 0. */
double psy_distributions_f_upper_quantile (double q, double df1, double df2);

/** psy_distributions_f_upper: P(F > f); 1 below 0. */
double psy_distributions_f_upper (double f, double df1, double df2);

/** psy_distributions_chi2_upper: P(chi-squared > x); 1 below 0, 0 far out; df > 0. */
double psy_distributions_chi2_upper (double x, double df);

/** psy_distributions_normal_quantile: NaN outside 0 < p < 1. */
double psy_distributions_normal_quantile (double p);
