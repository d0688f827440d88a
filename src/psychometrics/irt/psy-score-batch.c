/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores of many persons; equal patterns are scored once. */

#include "psy-score-batch.h"

#include <math.h>

#include "psy-posterior.h"
#include "psy-theta.h"

#define GROUP_ROWS 64
#define TASKS 16
#define MAX_STEPS 100
/* A step this small, of a method that converges faster than linearly, ends the search. */
#define TOLERANCE 1e-9

typedef struct {
  const PsyItem *items;
  const PsyResponses *responses;
  const PsyBatch *batch;
  PsyScoreKind kind;
  bool concave;
  PsyPatterns patterns;
  void *patterns_work;
  size_t patterns_size, n_tasks;
  PsyPosterior posterior;
  uint8_t *n_categories, *radix;
  double *scratch, *log_marginals;
  PsyEstimate *moments, prior;
  PsyScore *scores;
  int8_t *lanes;
} Job;

/* Needs only the shapes of items and answers; with a measuring arena nothing is written. */
static PsyStatus
lay_out (Job *job, PsyArena *arena)
{
  const PsyResponses *responses = job->responses;
  size_t n = responses->n_items;

  job->patterns_size = psy_patterns_workspace_size (responses->n_persons);
  job->patterns_work = psy_arena_take (arena, 1, job->patterns_size);
  job->n_categories = PSY_TAKE (arena, uint8_t, n);
  job->radix = PSY_TAKE (arena, uint8_t, n);
  job->lanes = PSY_TAKE (arena, int8_t, TASKS *n *PSY_LANES);
  return arena->failed ? PSY_ERROR_WORKSPACE : PSY_OK;
}

static void
lay_out_patterns (Job *job, PsyArena *arena, size_t n_patterns)
{
  psy_posterior_lay_out (&job->posterior, arena, job->responses->n_items, n_patterns,
                         job->n_categories, job->radix, job->batch->quadrature->n, GROUP_ROWS);
  job->scratch = PSY_TAKE (arena, double, TASKS *psy_posterior_scratch (&job->posterior));
  job->moments = PSY_TAKE (arena, PsyEstimate, n_patterns);
  job->log_marginals = PSY_TAKE (arena, double, n_patterns);
  job->scores = PSY_TAKE (arena, PsyScore, n_patterns);
}

/* Categories of the items, and room for missing answers where there are any. */
static PsyStatus
find_shape (const PsyItem *items,
            const PsyResponses *responses,
            uint8_t *n_categories,
            uint8_t *radix)
{
  int8_t highest[PSY_SCORE_BATCH_MAX_ITEMS], lowest[PSY_SCORE_BATCH_MAX_ITEMS];

  psy_patterns_responses_scan (responses, highest, lowest);
  for (size_t j = 0; j < responses->n_items; j++) {
    if (items[j].n_categories < 2 || items[j].n_categories > PSY_MAX_CATEGORIES ||
        highest[j] >= items[j].n_categories)
      return PSY_ERROR_ARGUMENT;
    n_categories[j] = (uint8_t) items[j].n_categories;
    radix[j] = (uint8_t) (items[j].n_categories + (lowest[j] < 0));
  }
  return PSY_OK;
}

size_t
psy_score_batch_workspace_size (const PsyItem *items,
                                const PsyResponses *responses,
                                const PsyBatch *batch,
                                PsyScoreKind kind)
{
  PsyArena arena = psy_arena (NULL, 0);
  Job job = { .items = items, .responses = responses, .batch = batch, .kind = kind };
  uint8_t n_categories[PSY_SCORE_BATCH_MAX_ITEMS], radix[PSY_SCORE_BATCH_MAX_ITEMS];

  if (responses->n_items > PSY_SCORE_BATCH_MAX_ITEMS || lay_out (&job, &arena) != PSY_OK)
    return SIZE_MAX;
  if (find_shape (items, responses, n_categories, radix) != PSY_OK)
    return SIZE_MAX;
  job.n_categories = n_categories;
  job.radix = radix;
  lay_out_patterns (&job, &arena, responses->n_persons);
  return psy_arena_needed (&arena);
}

static void
score_eap (Job *job, size_t task, size_t first, size_t last)
{
  psy_posterior_evaluate (&job->posterior, job->items, first, last, NULL, NULL, NULL,
                          job->moments + first, job->log_marginals + first,
                          job->scratch + task * psy_posterior_scratch (&job->posterior));
}

typedef struct {
  double f, information, l2;
} Point;

/* The function whose root is wanted, at eight places. */
static void
evaluate (const Job *job, const int8_t *lanes, const double *theta, Point *points)
{
  const PsyBatch *batch = job->batch;
  PsyThetaSums sums;

  psy_theta_sums (job->items, job->responses->n_items, lanes, theta, &sums);
  for (int lane = 0; lane < PSY_LANES; lane++) {
    double f = sums.l1[lane], information = sums.information[lane], l2 = sums.l2[lane];

    if (job->kind == PSY_SCORE_WLE && information > 0)
      f += sums.warm[lane] / (2 * information);
    if (job->kind == PSY_SCORE_MAP) {
      double precision = 1 / (batch->sd * batch->sd);

      f -= (theta[lane] - batch->mean) * precision;
      information += precision;
      l2 -= precision;
    }
    points[lane] = (Point) { f, information, l2 };
  }
}

/* The mean of the posterior; for ML the maximum if the posterior were normal: the prior is taken
 * out again. Not so for WLE, which can have several roots: the one next to the mean is wanted. */
static double
start_of (const Job *job, size_t pattern)
{
  const PsyEstimate *posterior = &job->moments[pattern], *prior = &job->prior;
  double information = 1 / (posterior->se * posterior->se) - 1 / (prior->se * prior->se);

  if (job->kind != PSY_SCORE_ML || !(information > 1))
    return posterior->value;
  return (posterior->value / (posterior->se * posterior->se) -
          prior->value / (prior->se * prior->se)) /
         information;
}

/* One person's search. A bound is looked at only when a step leads there. */
typedef struct {
  double theta, low, high, before, f_before, step;
  bool done, low_known, high_known, testing;
  Point found;
} Search;

static void
finish_at (Search *search, Point point)
{
  search->done = true;
  search->found = point;
}

/* Whether the root is beyond the bound that was looked at; else back into the bracket. */
static void
test_bound (Search *search, PsyBounds bounds, Point point)
{
  search->testing = false;
  if (search->theta == bounds.low ? point.f <= 0 : point.f >= 0) {
    finish_at (search, point);
    return;
  }
  search->low_known |= search->theta == bounds.low;
  search->high_known |= search->theta == bounds.high;
  search->before = NAN;
  search->step = (search->high - search->low) / 2;
  search->theta = (search->low + search->high) / 2;
}

/* A secant step, or half of the bracket. */
static void
advance (Search *search, PsyBounds bounds, Point point)
{
  double f = point.f, slope, next;

  if (search->testing) {
    test_bound (search, bounds, point);
    return;
  }
  if (f >= 0)
    search->low = search->theta;
  if (f <= 0)
    search->high = search->theta;
  slope = (f - search->f_before) / (search->theta - search->before);
  next = search->theta + f / (slope < 0 ? -slope : point.information);
  if (f != 0 && (!(next > search->low && next < search->high) ||
                 fabs (next - search->theta) > search->step)) {
    search->testing = f < 0 ? !search->low_known : !search->high_known;
    if (search->testing) {
      search->theta = f < 0 ? bounds.low : bounds.high;
      return;
    }
    next = (search->low + search->high) / 2;
  }
  search->before = search->theta;
  search->f_before = f;
  search->step = fabs (next - search->theta);
  search->theta = next;
  if (search->step <= TOLERANCE)
    finish_at (search, point);
}

/* Eight persons at once; one maximum is certain. */
static void
search (const Job *job, const int8_t *lanes, size_t first, size_t n)
{
  PsyBounds bounds = job->batch->bounds;
  Search searches[PSY_LANES];
  double theta[PSY_LANES];
  Point points[PSY_LANES];
  size_t left = PSY_LANES;

  for (size_t lane = 0; lane < PSY_LANES; lane++) {
    double start = start_of (job, first + (lane < n ? lane : 0));

    searches[lane] = (Search) {
      .theta = fmin (fmax (start, bounds.low), bounds.high),
      .low = bounds.low,
      .high = bounds.high,
      .before = NAN,
      .step = INFINITY,
    };
  }
  for (int i = 0; i < MAX_STEPS && left > 0; i++) {
    for (int lane = 0; lane < PSY_LANES; lane++)
      theta[lane] = searches[lane].theta;
    evaluate (job, lanes, theta, points);
    left = 0;
    for (int lane = 0; lane < PSY_LANES; lane++) {
      if (!searches[lane].done) {
        searches[lane].found = points[lane];
        advance (&searches[lane], bounds, points[lane]);
      }
      left += !searches[lane].done;
    }
  }
  for (size_t lane = 0; lane < n; lane++) {
    const Point *found = &searches[lane].found;

    job->scores[first + lane] = (PsyScore) {
      .value = searches[lane].theta,
      .se = found->information > 0 ? 1 / sqrt (found->information) : INFINITY,
      .se_observed = found->l2 < 0 ? 1 / sqrt (-found->l2) : INFINITY,
    };
  }
}

static void
score_one (const Job *job, size_t i)
{
  const PsyResponses *responses = job->responses;
  const int8_t *row = responses->data + job->patterns.first[i] * responses->stride;
  const PsyBatch *batch = job->batch;
  PsyScore *score = &job->scores[i];

  if (job->kind == PSY_SCORE_MAP)
    psy_score_map (job->items, row, responses->n_items, batch->mean, batch->sd, batch->bounds,
                   score);
  else if (job->kind == PSY_SCORE_ML)
    psy_score_ml (job->items, row, responses->n_items, batch->bounds, score);
  else
    psy_score_wle (job->items, row, responses->n_items, batch->bounds, score);
}

static void
work_on (void *data, size_t task)
{
  Job *job = data;
  const PsyResponses *responses = job->responses;
  size_t n_items = responses->n_items;
  size_t first = job->patterns.n * task / job->n_tasks;
  size_t last = job->patterns.n * (task + 1) / job->n_tasks;
  int8_t *lanes = job->lanes + task * n_items * PSY_LANES;

  if (job->kind == PSY_SCORE_EAP || job->concave)
    score_eap (job, task, first, last);
  if (job->kind == PSY_SCORE_EAP)
    return;
  for (size_t i = first; i < last && !job->concave; i++)
    score_one (job, i);
  for (size_t i = first; i < last && job->concave; i += PSY_LANES) {
    size_t n = last - i < PSY_LANES ? last - i : PSY_LANES;

    for (size_t lane = 0; lane < PSY_LANES; lane++) {
      const int8_t *row =
        responses->data + job->patterns.first[i + (lane < n ? lane : 0)] * responses->stride;

      for (size_t j = 0; j < n_items; j++)
        lanes[j * PSY_LANES + lane] = row[j];
    }
    search (job, lanes, i, n);
  }
}

static PsyEstimate
find_prior (const PsyQuadrature *quadrature)
{
  double mass = 0, mean = 0, square = 0;

  for (size_t q = 0; q < quadrature->n; q++) {
    mass += quadrature->weights[q];
    mean += quadrature->weights[q] * quadrature->nodes[q];
    square += quadrature->weights[q] * quadrature->nodes[q] * quadrature->nodes[q];
  }
  mean /= mass;
  return (PsyEstimate) { mean, sqrt (square / mass - mean * mean) };
}

static int
count_answers (const int8_t *row, size_t n)
{
  int sum = 0;

  for (size_t j = 0; j < n; j++)
    sum += row[j] >= 0;
  return sum;
}

PsyStatus
psy_score_batch (const PsyItem *items,
                 const PsyResponses *responses,
                 const PsyBatch *batch,
                 PsyScoreKind kind,
                 void *work,
                 size_t work_size,
                 PsyScore *scores,
                 double *log_marginals)
{
  PsyArena arena = psy_arena (work, work_size);
  Job job = { .items = items, .responses = responses, .batch = batch, .kind = kind };
  PsyStatus status;

  for (size_t p = 0; p < responses->n_persons; p++) {
    scores[p] = (PsyScore) { NAN, NAN, NAN, 0 };
    if (log_marginals != NULL)
      log_marginals[p] = NAN;
  }
  if ((unsigned) kind > PSY_SCORE_WLE || responses->n_items > PSY_SCORE_BATCH_MAX_ITEMS ||
      batch->quadrature->n < 2 || psy_item_check_all (items, responses->n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  if (kind != PSY_SCORE_EAP && (!(batch->bounds.low < batch->bounds.high) ||
                                !isfinite (batch->bounds.low) || !isfinite (batch->bounds.high)))
    return PSY_ERROR_ARGUMENT;
  if (kind == PSY_SCORE_MAP && (!(batch->sd > 0) || !isfinite (batch->mean)))
    return PSY_ERROR_ARGUMENT;
  if (responses->n_persons == 0 || responses->n_items == 0)
    return PSY_ERROR_NO_DATA;
  status = work != NULL ? lay_out (&job, &arena) : PSY_ERROR_WORKSPACE;
  if (status == PSY_OK)
    status = find_shape (items, responses, job.n_categories, job.radix);
  if (status == PSY_OK)
    status =
      psy_patterns_find (responses, NULL, job.patterns_work, job.patterns_size, &job.patterns);
  if (status != PSY_OK)
    return status;
  lay_out_patterns (&job, &arena, job.patterns.n);
  if (arena.failed)
    return PSY_ERROR_WORKSPACE;
  job.concave = psy_theta_is_concave (items, responses->n_items);
  if (kind == PSY_SCORE_EAP || job.concave) {
    psy_posterior_encode (&job.posterior, batch->quadrature, responses, &job.patterns);
    psy_posterior_set_items (&job.posterior, items);
    psy_posterior_multiply (&job.posterior);
    job.prior = find_prior (batch->quadrature);
  }
  job.n_tasks = job.patterns.n < 1024 ? 1 : TASKS;
  if (batch->runner != NULL && job.n_tasks > 1) {
    batch->runner->run (batch->runner->user, job.n_tasks, work_on, &job);
  } else {
    for (size_t task = 0; task < job.n_tasks; task++)
      work_on (&job, task);
  }
  for (size_t p = 0; p < responses->n_persons; p++) {
    size_t i = job.patterns.of_row[p];

    if (kind == PSY_SCORE_EAP)
      scores[p] = (PsyScore) { job.moments[i].value, job.moments[i].se, job.moments[i].se, 0 };
    else
      scores[p] = job.scores[i];
    scores[p].n_answers =
      count_answers (responses->data + p * responses->stride, responses->n_items);
    if (scores[p].n_answers == 0 && (kind == PSY_SCORE_ML || kind == PSY_SCORE_WLE))
      scores[p] = (PsyScore) { NAN, NAN, NAN, 0 };
    if (log_marginals != NULL && kind == PSY_SCORE_EAP)
      log_marginals[p] = job.log_marginals[i];
  }
  return PSY_OK;
}
