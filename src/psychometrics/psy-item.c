/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item response models. */

#include "psy-item.h"

#include <math.h>

/* log (1 / (1 + exp (-x))), without overflow. */
static double
log_logistic (double x)
{
  return x < 0 ? x - log1p (exp (x)) : -log1p (exp (-x));
}

/* log (exp (x) - exp (y)) for x > y. */
static double
log_difference (double x, double y)
{
  return x + log1p (-exp (y - x));
}

static void
partial_credit (const PsyItem *item, double theta, double *out)
{
  double largest = 0, sum = 0;

  out[0] = 0;
  for (unsigned k = 1; k <= item->n_b; k++) {
    out[k] = out[k - 1] + item->a * (theta - item->b[k - 1]);
    largest = fmax (largest, out[k]);
  }
  for (unsigned k = 0; k <= item->n_b; k++)
    sum += exp (out[k] - largest);
  for (unsigned k = 0; k <= item->n_b; k++)
    out[k] -= largest + log (sum);
}

/* P(X = k) = P(X >= k) - P(X >= k + 1), taken on the side where nothing cancels. */
static void
graded (const PsyItem *item, double theta, double *out)
{
  unsigned m = item->n_b;

  out[0] = log_logistic (-item->a * (theta - item->b[0]));
  out[m] = log_logistic (item->a * (theta - item->b[m - 1]));
  for (unsigned k = 1; k < m; k++) {
    double above = item->a * (theta - item->b[k - 1]);
    double next = item->a * (theta - item->b[k]);

    out[k] = next > 0 ? log_difference (log_logistic (-next), log_logistic (-above))
                      : log_difference (log_logistic (above), log_logistic (next));
  }
}

void
psy_item_log_probabilities (const PsyItem *item, double theta, double *out)
{
  double x;

  switch (item->model) {
  case PSY_RASCH:
  case PSY_2PL:
    x = (item->model == PSY_RASCH ? 1 : item->a) * (theta - item->b[0]);
    out[0] = log_logistic (-x);
    out[1] = log_logistic (x);
    return;
  case PSY_3PL:
    x = item->a * (theta - item->b[0]);
    out[0] = log1p (-item->c) + log_logistic (-x);
    out[1] = log (item->c + (1 - item->c) * exp (log_logistic (x)));
    return;
  case PSY_GRM:
    graded (item, theta, out);
    return;
  case PSY_GPCM:
    partial_credit (item, theta, out);
    return;
  }
}

/* d P(X = k) / d theta of the graded response model. */
static double
graded_slope (const PsyItem *item, double theta, unsigned k)
{
  double slope = 0;

  if (k > 0) {
    double p = exp (log_logistic (item->a * (theta - item->b[k - 1])));
    slope += item->a * p * (1 - p);
  }
  if (k < item->n_b) {
    double p = exp (log_logistic (item->a * (theta - item->b[k])));
    slope -= item->a * p * (1 - p);
  }
  return slope;
}

double
psy_item_information (const PsyItem *item, double theta)
{
  double logs[PSY_MAX_STEPS + 1];
  double a = item->model == PSY_RASCH ? 1 : item->a;
  double mean = 0, square = 0, information = 0, p;

  psy_item_log_probabilities (item, theta, logs);
  if (item->model == PSY_3PL) {
    p = exp (log_logistic (a * (theta - item->b[0])));
    return a * a * (1 - item->c) * p * p * (1 - p) / (item->c + (1 - item->c) * p);
  }
  if (item->model == PSY_GRM) {
    for (unsigned k = 0; k <= item->n_b; k++) {
      double slope = graded_slope (item, theta, k);
      if (slope != 0)
        information += slope * slope / exp (logs[k]);
    }
    return information;
  }
  /* Exponential family: a^2 times the variance of the score. */
  for (unsigned k = 0; k <= item->n_b; k++) {
    mean += k * exp (logs[k]);
    square += (double) k * k * exp (logs[k]);
  }
  return a * a * (square - mean * mean);
}
