/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small dense matrices, row by row. */

#include "psy-linear.h"

#include <math.h>

bool
psy_cholesky (double *a, size_t n)
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
psy_cholesky_solve (const double *l, size_t n, double *x)
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
psy_cholesky_invert (const double *l, size_t n, double *a)
{
  for (size_t column = 0; column < n; column++) {
    double *x = a + column * n;

    for (size_t i = 0; i < n; i++)
      x[i] = i == column;
    psy_cholesky_solve (l, n, x);
  }
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < i; j++)
      a[i * n + j] = a[j * n + i] = (a[i * n + j] + a[j * n + i]) / 2;
  }
}

void
psy_eigen_symmetric (double *a, size_t n, double *values, double *vectors)
{
  for (size_t i = 0; i < n * n; i++)
    vectors[i] = i / n == i % n;
  for (int sweep = 0; sweep < 100; sweep++) {
    double off = 0, all = 0;

    for (size_t i = 0; i < n; i++) {
      all += a[i * n + i] * a[i * n + i];
      for (size_t j = 0; j < i; j++)
        off += a[i * n + j] * a[i * n + j];
    }
    if (!(off > 1e-32 * all))
      break;
    for (size_t i = 0; i < n; i++) {
      for (size_t j = i + 1; j < n; j++) {
        double apq = a[i * n + j], angle, t, c, s;

        if (apq == 0)
          continue;
        angle = (a[j * n + j] - a[i * n + i]) / (2 * apq);
        t = (angle >= 0 ? 1 : -1) / (fabs (angle) + sqrt (angle * angle + 1));
        c = 1 / sqrt (t * t + 1);
        s = t * c;
        for (size_t k = 0; k < n; k++) {
          double x = a[k * n + i], y = a[k * n + j];

          a[k * n + i] = c * x - s * y;
          a[k * n + j] = s * x + c * y;
        }
        for (size_t k = 0; k < n; k++) {
          double x = a[i * n + k], y = a[j * n + k];

          a[i * n + k] = c * x - s * y;
          a[j * n + k] = s * x + c * y;
        }
        for (size_t k = 0; k < n; k++) {
          double x = vectors[i * n + k], y = vectors[j * n + k];

          vectors[i * n + k] = c * x - s * y;
          vectors[j * n + k] = s * x + c * y;
        }
      }
    }
  }
  for (size_t i = 0; i < n; i++)
    values[i] = a[i * n + i];
  for (size_t i = 0; i < n; i++) {
    size_t largest = i;

    for (size_t j = i + 1; j < n; j++) {
      if (values[j] > values[largest])
        largest = j;
    }
    for (size_t k = 0; k < n && largest != i; k++) {
      double t = vectors[i * n + k];

      vectors[i * n + k] = vectors[largest * n + k];
      vectors[largest * n + k] = t;
    }
    if (largest != i) {
      double t = values[i];

      values[i] = values[largest];
      values[largest] = t;
    }
  }
}
