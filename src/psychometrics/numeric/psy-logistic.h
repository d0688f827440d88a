/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logistic function and its logarithm, safe at any argument. */
#pragma once

#include <math.h>

static inline double
psy_logistic (double z)
{
  if (z >= 0)
    return 1 / (1 + exp (-z));
  return exp (z) / (1 + exp (z));
}

static inline double
psy_logistic_log (double z)
{
  return z >= 0 ? -log1p (exp (-z)) : z - log1p (exp (z));
}
