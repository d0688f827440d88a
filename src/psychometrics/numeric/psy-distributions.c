/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distribution functions that answer NaN where GSL would end the program. */

#include "psy-distributions.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

static bool
are_shapes (double a, double b)
{
  return a > 0 && b > 0 && isfinite (a) && isfinite (b);
}

static double
paulson (double x, double a, double b)
{
  double w1 = cbrt (b * x), w2 = cbrt (a * (1 - x));

  return 3 * (w1 * (1 - 1 / (9 * b)) - w2 * (1 - 1 / (9 * a))) / sqrt (w1 * w1 / b + w2 * w2 / a);
}

double
psy_distributions_beta_lower (double x, double a, double b)
{
  double value;

  if (isnan (x) || !are_shapes (a, b))
    return NAN;
  value = gsl_cdf_beta_P (x, a, b);
  return isnan (value) ? gsl_cdf_ugaussian_P (paulson (x, a, b)) : value;
}

double
psy_distributions_beta_upper (double x, double a, double b)
{
  double value;

  if (isnan (x) || !are_shapes (a, b))
    return NAN;
  value = gsl_cdf_beta_Q (x, a, b);
  return isnan (value) ? gsl_cdf_ugaussian_Q (paulson (x, a, b)) : value;
}

/* x with P(X <= x) = p, or with P(X > x) = p for @upper. */
static double
invert_beta (double p, double a, double b, bool upper)
{
  double low = 0, high = 1;

  if (!are_shapes (a, b) || !(p >= 0 && p <= 1))
    return NAN;
  if (p == 0 || p == 1)
    return (p == 0) != upper ? 0 : 1;
  for (int step = 0; step < 1100; step++) {
    double x = low + (high - low) / 2;
    double value =
      upper ? psy_distributions_beta_upper (x, a, b) : psy_distributions_beta_lower (x, a, b);

    if (x <= low || x >= high)
      break;
    if ((value < p) != upper)
      low = x;
    else
      high = x;
  }
  return high;
}

double
psy_distributions_f_upper_quantile (double q, double df1, double df2)
{
  /* y = 1 - x keeps its digits where f is large, x where it is small. */
  double y = invert_beta (q, df2 / 2, df1 / 2, false), x;

  if (y < 0.5)
    return df2 / df1 * (1 - y) / y;
  x = invert_beta (q, df1 / 2, df2 / 2, true);
  return df2 / df1 * x / (1 - x);
}

double
psy_distributions_f_upper (double f, double df1, double df2)
{
  if (isnan (f) || !are_shapes (df1, df2))
    return NAN;
  if (f <= 0)
    return 1;
  return isinf (f) ? 0 : psy_distributions_beta_lower (df2 / (df1 * f + df2), df2 / 2, df1 / 2);
}

double
psy_distributions_chi2_upper (double x, double df)
{
  if (isnan (x) || !(df > 0) || !isfinite (df))
    return NAN;
  if (x <= 0)
    return 1;
  /* Beyond this the probability is below the smallest double. */
  return x > df + 80 * sqrt (df) + 1500 ? 0 : gsl_cdf_chisq_Q (x, df);
}

double
psy_distributions_normal_quantile (double p)
{
  return p > 0 && p < 1 ? gsl_cdf_ugaussian_Pinv (p) : NAN;
}
