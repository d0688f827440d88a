/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for a proportion. */

#include "psy-interval.h"

#include <math.h>

#include "psy-distributions.h"

static bool
are_usable (double k, double n, double level)
{
  return n > 0 && isfinite (n) && k >= 0 && k <= n && level > 0 && level < 1;
}

PsyInterval
psy_interval_wilson (double k, double n, double level)
{
  PsyInterval interval = { NAN, NAN };
  double z, p, centre, half;

  if (!are_usable (k, n, level))
    return interval;
  z = psy_distributions_normal_quantile (0.5 + level / 2);
  p = k / n;
  centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  half = z / (1 + z * z / n) * sqrt (p * (1 - p) / n + z * z / (4 * n * n));
  interval.low = k > 0 ? centre - half : 0;
  interval.high = k < n ? centre + half : 1;
  return interval;
}
