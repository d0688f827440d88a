/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small dense matrices, row by row. */

#include "psy-linear.h"

#include <math.h>

bool
psy_linear_cholesky (double *a, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j <= i; j++) {
      double sum = a[i * n + j];

      for (size_t k = 0; k < j; k++)
        sum -= a[i * n + k] * a[j * n + k];
      if (i == j) {
        /* Lost to rounding counts as not positive. */
        if (!(sum > 1e-14 * fabs (a[i * n + i])) || !isfinite (sum))
          return false;
        a[i * n + i] = sqrt (sum);
      } else {
        a[i * n + j] = sum / a[j * n + j];
      }
    }
  }
  return true;
}

void
psy_linear_cholesky_solve (const double *l, size_t n, double *x)
{
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < i; k++)
      x[i] -= l[i * n + k] * x[k];
    x[i] /= l[i * n + i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; k++)
      x[i] -= l[k * n + i] * x[k];
    x[i] /= l[i * n + i];
  }
}

void
psy_linear_cholesky_invert (const double *l, size_t n, double *a)
{
  for (size_t column = 0; column < n; column++) {
    double *x = a + column * n;

    for (size_t i = 0; i < n; i++)
      x[i] = i == column;
    psy_linear_cholesky_solve (l, n, x);
  }
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < i; j++)
      a[i * n + j] = a[j * n + i] = (a[i * n + j] + a[j * n + i]) / 2;
  }
}
