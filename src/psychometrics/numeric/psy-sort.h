/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts doubles in place, and reads quantiles of what is sorted. Private. */
#pragma once

#include <stddef.h>

static inline void
psy_sort_sift (double *v, double *along, size_t root, size_t n)
{
  for (size_t child; (child = 2 * root + 1) < n; root = child) {
    double t;

    if (child + 1 < n && v[child + 1] > v[child])
      child++;
    if (v[root] >= v[child])
      return;
    t = v[root], v[root] = v[child], v[child] = t;
    if (along != NULL)
      t = along[root], along[root] = along[child], along[child] = t;
  }
}

/**
 * psy_sort: rising; @along (nullable) is carried along. Heapsort: no memory, no bad case.
 */
static inline void
psy_sort (double *v, double *along, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    psy_sort_sift (v, along, i, n);
  for (size_t end = n; end-- > 1;) {
    double t = v[0];

    v[0] = v[end], v[end] = t;
    if (along != NULL)
      t = along[0], along[0] = along[end], along[end] = t;
    psy_sort_sift (v, along, 0, end);
  }
}

/** psy_sort_quantile: definition 7 of Hyndman & Fan (1996); n >= 1, 0 <= p <= 1. */
static inline double
psy_sort_quantile (const double *sorted, size_t n, double p)
{
  double position = p * (double) (n - 1);
  size_t below = (size_t) position;

  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (position - (double) below) * (sorted[below + 1] - sorted[below]);
}
