/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bootstrap intervals of coefficient alpha. */

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "psy-arena.h"
#include "psy-distributions.h"
#include "psy-random.h"
#include "psy-reliability.h"
#include "psy-sort.h"
#include "psy-vector.h"

/* A person's record: answers and their squares, then the sum score and its square. Sixteen bits
 * hold the answers' part, and rows are padded for whole vectors. */
typedef struct {
  size_t k, width, n;
  int16_t *records;
  int32_t *totals;
  int64_t *sums;
  int32_t *block;
  double *draws;
} Job;

/* Additions to 32 bits before they are carried to 64: 127² * CARRY < 2^31. */
#define CARRY 65536

static void
lay_out (Job *job, PsyArena *arena, const PsyResponses *responses, size_t n_draws)
{
  job->k = responses->n_items;
  job->width = (2 * job->k + 31) / 32 * 32;
  job->records = PSY_TAKE (arena, int16_t, responses->n_persons * job->width);
  job->totals = PSY_TAKE (arena, int32_t, responses->n_persons);
  job->sums = PSY_TAKE (arena, int64_t, job->width);
  job->block = PSY_TAKE (arena, int32_t, job->width);
  job->draws = PSY_TAKE (arena, double, n_draws);
}

size_t
psy_reliability_alpha_bootstrap_workspace_size (const PsyResponses *responses, size_t n_draws)
{
  PsyArena arena = psy_arena (NULL, 0);
  Job job;

  lay_out (&job, &arena, responses, n_draws);
  return psy_arena_needed (&arena);
}

static double
alpha_of (const Job *job, const int64_t *sums, double total, double total_square, double n)
{
  double items = 0, k = (double) job->k, all = total_square - total * total / n;

  for (size_t j = 0; j < job->k; j++)
    items += (double) sums[job->k + j] - (double) sums[j] * (double) sums[j] / n;
  return all > 0 ? k / (k - 1) * (1 - items / all) : NAN;
}

PSY_CLONES static double
draw (const Job *job, PsyRandom *random)
{
  size_t width = job->width;
  int32_t *restrict block = job->block;
  int64_t total = 0, total_square = 0;

  memset (job->sums, 0, width * sizeof (int64_t));
  for (size_t done = 0; done < job->n;) {
    size_t n = job->n - done < CARRY ? job->n - done : CARRY;

    memset (block, 0, width * sizeof (int32_t));
    for (size_t i = 0; i < n; i++) {
      /* A multiplication instead of a division; the bias is below n / 2^64. */
      size_t p = (size_t) (((unsigned __int128) psy_random_next (random) * job->n) >> 64);
      const int16_t *restrict record = job->records + p * width;

      for (size_t j = 0; j < width; j++)
        block[j] += record[j];
      total += job->totals[p];
      total_square += (int64_t) job->totals[p] * job->totals[p];
    }
    for (size_t j = 0; j < width; j++)
      job->sums[j] += block[j];
    done += n;
  }
  return alpha_of (job, job->sums, (double) total, (double) total_square, (double) job->n);
}

/* Skewness of the jackknife values over six: how the error changes with the value. */
static double
acceleration (const Job *job, const int64_t *sums, int64_t total, int64_t total_square)
{
  double n = (double) job->n, mean = 0, m2 = 0, m3 = 0;

  for (int pass = 0; pass < 2; pass++) {
    for (size_t p = 0; p < job->n; p++) {
      const int16_t *record = job->records + p * job->width;
      double without_total = (double) (total - job->totals[p]), items = 0, k = (double) job->k;
      double all = (double) (total_square - (int64_t) job->totals[p] * job->totals[p]) -
                   without_total * without_total / (n - 1);
      double value;

      for (size_t j = 0; j < job->k; j++) {
        double s = (double) (sums[j] - record[j]);

        items += (double) (sums[job->k + j] - record[job->k + j]) - s * s / (n - 1);
      }
      value = k / (k - 1) * (1 - items / all);
      if (pass == 0) {
        mean += value / n;
      } else {
        double away = mean - value;

        m2 += away * away;
        m3 += away * away * away;
      }
    }
  }
  return m2 > 0 ? m3 / (6 * pow (m2, 1.5)) : 0;
}

PsyStatus
psy_reliability_alpha_bootstrap (const PsyResponses *responses,
                                 size_t n_draws,
                                 uint64_t seed,
                                 double level,
                                 void *work,
                                 size_t work_size,
                                 PsyBootstrap *bootstrap)
{
  PsyArena arena = psy_arena (work, work_size);
  PsyRandom random;
  Job job;
  int64_t total = 0, total_square = 0;
  double mean = 0, variance = 0, below = 0, z0, a, tail = (1 - level) / 2;
  size_t n = 0;

  *bootstrap = (PsyBootstrap) { { NAN, NAN }, { NAN, NAN }, { NAN, NAN }, 0 };
  if (!(level > 0 && level < 1) || responses->n_items > 10000)
    return PSY_ERROR_ARGUMENT;
  if (responses->n_items < 2 || n_draws < 2)
    return PSY_ERROR_TOO_FEW;
  lay_out (&job, &arena, responses, n_draws);
  if (work == NULL || arena.failed)
    return PSY_ERROR_WORKSPACE;

  job.n = 0;
  memset (job.sums, 0, job.width * sizeof (int64_t));
  for (size_t p = 0; p < responses->n_persons; p++) {
    const int8_t *row = responses->data + p * responses->stride;
    int16_t *record = job.records + job.n * job.width;
    int32_t sum = 0;
    int8_t missing = 0;

    memset (record, 0, job.width * sizeof (int16_t));
    for (size_t j = 0; j < job.k; j++) {
      missing |= row[j];
      record[j] = row[j];
      record[job.k + j] = (int16_t) (row[j] * row[j]);
      sum += row[j];
    }
    if (missing < 0)
      continue;
    job.totals[job.n++] = sum;
    total += sum;
    total_square += (int64_t) sum * sum;
    for (size_t j = 0; j < job.width; j++)
      job.sums[j] += record[j];
  }
  if (job.n < 3)
    return PSY_ERROR_TOO_FEW;
  bootstrap->estimate.value =
    alpha_of (&job, job.sums, (double) total, (double) total_square, (double) job.n);
  if (isnan (bootstrap->estimate.value))
    return PSY_ERROR_NO_VARIANCE;
  a = acceleration (&job, job.sums, total, total_square);

  psy_random_init (&random, seed);
  for (size_t i = 0; i < n_draws; i++) {
    double value = draw (&job, &random);

    if (isnan (value))
      continue;
    job.draws[n++] = value;
    mean += value;
    /* Half of the ties: alpha of small samples is lumpy. */
    below += value < bootstrap->estimate.value ? 1 : value == bootstrap->estimate.value ? 0.5 : 0;
  }
  bootstrap->n_used = n;
  if (n < 2)
    return PSY_ERROR_NO_VARIANCE;
  mean /= (double) n;
  for (size_t i = 0; i < n; i++)
    variance += (job.draws[i] - mean) * (job.draws[i] - mean) / (double) (n - 1);
  psy_sort (job.draws, NULL, n);
  bootstrap->estimate.se = sqrt (variance);
  bootstrap->percentile = (PsyInterval) { psy_sort_quantile (job.draws, n, tail),
                                          psy_sort_quantile (job.draws, n, 1 - tail) };
  if (below > 0 && below < (double) n) {
    double limits[2];

    z0 = psy_distributions_normal_quantile (below / (double) n);
    for (int side = 0; side < 2; side++) {
      double z = z0 + psy_distributions_normal_quantile (side == 0 ? tail : 1 - tail);

      limits[side] = psy_sort_quantile (job.draws, n, gsl_cdf_ugaussian_P (z0 + z / (1 - a * z)));
    }
    bootstrap->bca = (PsyInterval) { limits[0], limits[1] };
  }
  return PSY_OK;
}
