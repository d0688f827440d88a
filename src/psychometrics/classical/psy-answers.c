/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs of careless answers. */

#include "psy-answers.h"

#include <math.h>

#define MAX_SCALES 64

static double
find_even_odd (const int8_t *answers, size_t n_items, const uint8_t *scales, size_t n_scales)
{
  double sums[2][MAX_SCALES] = { { 0 } }, mean[2] = { 0, 0 };
  size_t counts[2][MAX_SCALES] = { { 0 } }, places[MAX_SCALES] = { 0 }, n = 0;
  double xx = 0, yy = 0, xy = 0, r;

  for (size_t j = 0; j < n_items; j++) {
    size_t side = places[scales[j]]++ % 2;

    if (answers[j] < 0)
      continue;
    sums[side][scales[j]] += answers[j];
    counts[side][scales[j]]++;
  }
  for (size_t s = 0; s < n_scales; s++) {
    if (counts[0][s] == 0 || counts[1][s] == 0)
      continue;
    for (size_t side = 0; side < 2; side++) {
      sums[side][s] /= (double) counts[side][s];
      mean[side] += sums[side][s];
    }
    n++;
  }
  if (n < 2)
    return NAN;
  for (size_t s = 0; s < n_scales; s++) {
    double x = sums[0][s] - mean[0] / (double) n, y = sums[1][s] - mean[1] / (double) n;

    if (counts[0][s] == 0 || counts[1][s] == 0)
      continue;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (!(xx > 1e-24) || !(yy > 1e-24))
    return NAN;
  r = xy / sqrt (xx * yy);
  return r <= -1 ? -1 : fmax (2 * r / (1 + r), -1);
}

PsyStatus
psy_answer_checks (const int8_t *answers,
                   size_t n_items,
                   const uint8_t *scales,
                   size_t n_scales,
                   const double *seconds,
                   const double *fast,
                   PsyAnswerChecks *checks)
{
  size_t run = 0, n_runs = 0;
  double sum = 0, squares = 0;
  int before = -1;

  *checks = (PsyAnswerChecks) { .mean_string = NAN, .variability = NAN, .even_odd = NAN };
  for (size_t j = 0; scales != NULL && j < n_items; j++) {
    if (scales[j] >= n_scales || n_scales > MAX_SCALES)
      return PSY_ERROR_ARGUMENT;
  }
  for (size_t j = 0; j < n_items; j++) {
    if (answers[j] < 0)
      continue;
    run = answers[j] == before ? run + 1 : 1;
    n_runs += run == 1;
    before = answers[j];
    checks->longest_string = run > checks->longest_string ? run : checks->longest_string;
    checks->n_answers++;
    sum += answers[j];
    if (seconds != NULL && seconds[j] >= 0) {
      checks->n_times++;
      checks->n_fast += fast != NULL && seconds[j] < fast[j];
    }
  }
  if (checks->n_answers == 0)
    return PSY_ERROR_NO_DATA;
  checks->mean_string = (double) checks->n_answers / (double) n_runs;
  for (size_t j = 0; j < n_items; j++) {
    double away = answers[j] - sum / (double) checks->n_answers;

    if (answers[j] >= 0)
      squares += away * away;
  }
  if (checks->n_answers > 1)
    checks->variability = sqrt (squares / (double) (checks->n_answers - 1));
  if (scales != NULL)
    checks->even_odd = find_even_odd (answers, n_items, scales, n_scales);
  return PSY_OK;
}
