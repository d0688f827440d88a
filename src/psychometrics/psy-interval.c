/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for a proportion. */

#include "psy-interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

PsyInterval
psy_wilson_interval (double k, double n, double level)
{
  PsyInterval interval = { NAN, NAN };
  double z, p, centre, half;

  if (!(n > 0) || !(k >= 0) || k > n || !(level > 0) || !(level < 1))
    return interval;
  z = gsl_cdf_ugaussian_Pinv (0.5 + level / 2);
  p = k / n;
  centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  half = z / (1 + z * z / n) * sqrt (p * (1 - p) / n + z * z / (4 * n * n));
  interval.low = k > 0 ? centre - half : 0;
  interval.high = k < n ? centre + half : 1;
  return interval;
}
