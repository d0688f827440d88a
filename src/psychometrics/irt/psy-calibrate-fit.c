/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marginal likelihood as a function of all parameters, and its maximum. */

#include "psy-calibrate-fit.h"

#include <math.h>
#include <string.h>

/* Rows of a group: their tables and sums stay in the second-level cache. */
#define GROUP_ROWS 64
/* More halvings of a step mean that what was learnt of the curvature is wrong. */
#define FEW_HALVINGS 8
/* Gains below this share of the log-likelihood are lost in rounding. */
#define FLAT 1e-15

void
psy_fit_lay_out (PsyFit *fit, PsyArena *arena, size_t n_patterns, size_t n_nodes)
{
  size_t n = fit->n_items, n_blocks = 0, n_parameters = 0;
  size_t max_rows = GROUP_ROWS;
  PsyPosterior *posterior = &fit->posterior;
  bool shared = false;

  for (size_t j = 0; j < n; j++) {
    int derivatives = psy_parameters_n_derivatives (psy_fit_model (fit, j), fit->n_categories[j]);

    n_blocks += (size_t) derivatives * (size_t) derivatives;
    n_parameters += (size_t) psy_parameters_count (psy_fit_model (fit, j), fit->n_categories[j]);
    shared |= psy_fit_model (fit, j) == PSY_MODEL_RASCH;
  }
  n_parameters += shared;
  fit->n_parameters = n_parameters;
  fit->shared = shared ? n_parameters - 1 : SIZE_MAX;
  fit->n_tasks = n_patterns / 1024 < 1 ? 1 : n_patterns / 1024;
  fit->n_tasks = fit->n_tasks > PSY_FIT_TASKS ? PSY_FIT_TASKS : fit->n_tasks;

  psy_posterior_lay_out (posterior, arena, n, n_patterns, fit->n_categories, fit->radix, n_nodes,
                         max_rows);
  fit->at = PSY_TAKE (arena, uint32_t, n + 1);
  fit->block_start = PSY_TAKE (arena, uint32_t, n + 1);
  fit->sums = PSY_TAKE (arena, double, fit->n_tasks * posterior->n_rows * posterior->n_padded);
  fit->scratch = PSY_TAKE (arena, double, fit->n_tasks *psy_posterior_scratch (posterior));
  fit->task_log_l = PSY_TAKE (arena, double, fit->n_tasks);
  fit->counts = PSY_TAKE (arena, double, n *PSY_MAX_CATEGORIES * posterior->n_padded);
  fit->blocks = PSY_TAKE (arena, double, n_blocks);
  fit->x = PSY_TAKE (arena, double, n_parameters);
  fit->gradient = PSY_TAKE (arena, double, n_parameters);
  fit->next_x = PSY_TAKE (arena, double, n_parameters);
  fit->next_gradient = PSY_TAKE (arena, double, n_parameters);
  fit->direction = PSY_TAKE (arena, double, n_parameters);
  fit->steps = PSY_TAKE (arena, double, n_parameters *PSY_FIT_MEMORY);
  fit->changes = PSY_TAKE (arena, double, n_parameters *PSY_FIT_MEMORY);
  fit->products = PSY_TAKE (arena, double, PSY_FIT_MEMORY);
  fit->alphas = PSY_TAKE (arena, double, PSY_FIT_MEMORY);
  if (arena->base == NULL || arena->failed)
    return;
  fit->at[0] = fit->block_start[0] = 0;
  for (size_t j = 0; j < n; j++) {
    int derivatives = psy_parameters_n_derivatives (psy_fit_model (fit, j), fit->n_categories[j]);

    fit->at[j + 1] =
      fit->at[j] + (uint32_t) psy_parameters_count (psy_fit_model (fit, j), fit->n_categories[j]);
    fit->block_start[j + 1] = fit->block_start[j] + (uint32_t) (derivatives * derivatives);
  }
}

static bool
set_items (PsyFit *fit, const double *x)
{
  for (size_t j = 0; j < fit->n_items; j++) {
    PsyItem *item = &fit->trial[j];

    psy_parameters_set (item, x + fit->at[j]);
    if (item->model == PSY_MODEL_RASCH)
      item->a = x[fit->shared];
    if (psy_item_check (item) != PSY_OK || fabs (item->a) > PSY_FIT_LARGEST_SLOPE)
      return false;
    for (int k = 0; k < item->n_categories - 1; k++) {
      if (fabs (item->d[k]) > PSY_FIT_LARGEST_INTERCEPT)
        return false;
    }
    if (item->model == PSY_MODEL_3PL && !(item->g > 1e-12))
      return false;
    if (fit->calibration->slope_sd > 0 && !(item->a > 0))
      return false;
  }
  return true;
}

static void
work_on (void *data, size_t task)
{
  PsyFit *fit = data;
  const PsyPosterior *posterior = &fit->posterior;
  size_t n_sums = posterior->n_rows * posterior->n_padded;
  size_t first = posterior->n_patterns * task / fit->n_tasks;
  size_t last = posterior->n_patterns * (task + 1) / fit->n_tasks;
  double *sums = fit->sums + task * n_sums;

  memset (sums, 0, n_sums * sizeof (double));
  fit->task_log_l[task] =
    psy_posterior_evaluate (posterior, fit->trial, first, last, fit->patterns.counts, sums, NULL,
                            NULL, NULL, fit->scratch + task * psy_posterior_scratch (posterior));
}

/* Adds the normal prior of a transformed parameter: exponent, derivative, precision. */
static void
add_prior (double value,
           double mean,
           double sd,
           double chain,
           double *log_prior,
           double *gradient,
           double *diagonal)
{
  double z = (value - mean) / sd;

  *log_prior -= z * z / 2;
  *gradient -= z / sd * chain;
  *diagonal += chain * chain / (sd * sd);
}

double
psy_fit_evaluate (PsyFit *fit, const double *x, double *gradient)
{
  const PsyCalibration *calibration = fit->calibration;
  PsyPosterior *posterior = &fit->posterior;
  const PsyRunner *runner = calibration->runner;
  size_t n_sums = posterior->n_rows * posterior->n_padded;

  fit->evaluations++;
  if (!set_items (fit, x))
    return -INFINITY;
  psy_posterior_set_items (posterior, fit->trial);
  psy_posterior_multiply (posterior);
  if (runner != NULL && fit->n_tasks > 1) {
    runner->run (runner->user, fit->n_tasks, work_on, fit);
  } else {
    for (size_t task = 0; task < fit->n_tasks; task++)
      work_on (fit, task);
  }
  fit->log_l = fit->task_log_l[0];
  for (size_t task = 1; task < fit->n_tasks; task++) {
    const double *sums = fit->sums + task * n_sums;

    fit->log_l += fit->task_log_l[task];
    for (size_t i = 0; i < n_sums; i++)
      fit->sums[i] += sums[i];
  }
  psy_posterior_fold (posterior, fit->sums, fit->counts);

  fit->log_prior = 0;
  if (fit->shared != SIZE_MAX)
    gradient[fit->shared] = 0;
  for (size_t j = 0; j < fit->n_items; j++) {
    const PsyItem *item = &fit->trial[j];
    double own[PSY_MAX_PARAMETERS + 1];
    double *block = fit->blocks + fit->block_start[j];
    size_t cell = posterior->offset[j] * posterior->n_padded;
    int n = psy_parameters_n_derivatives (item->model, item->n_categories);
    int slope = item->model == PSY_MODEL_RASCH ? 1 : 0;

    psy_parameters_gradient (item, posterior->nodes, posterior->n_padded, posterior->p + cell,
                             fit->counts + cell, own, block);
    if (item->model == PSY_MODEL_3PL && calibration->guess_sd > 0)
      add_prior (x[fit->at[j] + 2], calibration->guess_mean, calibration->guess_sd, 1,
                 &fit->log_prior, &own[2], &block[2 * n + 2]);
    if (calibration->slope_sd > 0 && (item->model != PSY_MODEL_RASCH || j == 0))
      add_prior (log (item->a), calibration->slope_mean, calibration->slope_sd, 1 / item->a,
                 &fit->log_prior, &own[slope], &block[slope * n + slope]);
    if (item->model == PSY_MODEL_RASCH) {
      gradient[fit->at[j]] = own[0];
      gradient[fit->shared] += own[1];
    } else {
      memcpy (gradient + fit->at[j], own, (size_t) n * sizeof (double));
    }
  }
  return isfinite (fit->log_l) ? fit->log_l + fit->log_prior : -INFINITY;
}

/* In place: the inverse of a small positive matrix applied to a vector; weak directions are damped.
 */
static void
solve_block (const double *block, int n, double *v)
{
  double l[PSY_MAX_PARAMETERS * PSY_MAX_PARAMETERS];

  for (int i = 0; i < n; i++) {
    for (int j = 0; j <= i; j++) {
      double sum = block[i * n + j];

      if (i == j)
        sum *= 1 + 1e-9;
      for (int k = 0; k < j; k++)
        sum -= l[i * n + k] * l[j * n + k];
      if (i == j)
        l[i * n + i] = sqrt (fmax (sum, 1e-9 * block[i * n + i] + 1e-300));
      else
        l[i * n + j] = sum / l[j * n + j];
    }
  }
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < i; k++)
      v[i] -= l[i * n + k] * v[k];
    v[i] /= l[i * n + i];
  }
  for (int i = n; i-- > 0;) {
    for (int k = i + 1; k < n; k++)
      v[i] -= l[k * n + i] * v[k];
    v[i] /= l[i * n + i];
  }
}

/* In place: v = C^-1 v, C the complete-data information: a block an item, bordered by a shared
 * slope. */
static void
scale_by_information (const PsyFit *fit, double *v)
{
  double corner = 0, rest = fit->shared != SIZE_MAX ? v[fit->shared] : 0;

  for (size_t j = 0; j < fit->n_items; j++) {
    const double *block = fit->blocks + fit->block_start[j];
    const PsyItem *item = &fit->items[j];

    if (item->model == PSY_MODEL_RASCH) {
      double d = fmax (block[0], 1e-300);

      corner += block[3] - block[1] * block[1] / d;
      rest -= block[1] / d * v[fit->at[j]];
    } else {
      solve_block (block, psy_parameters_count (item->model, item->n_categories), v + fit->at[j]);
    }
  }
  if (fit->shared == SIZE_MAX)
    return;
  v[fit->shared] = rest / fmax (corner, 1e-300);
  for (size_t j = 0; j < fit->n_items; j++) {
    const double *block = fit->blocks + fit->block_start[j];

    if (fit->items[j].model == PSY_MODEL_RASCH)
      v[fit->at[j]] = (v[fit->at[j]] - block[1] * v[fit->shared]) / fmax (block[0], 1e-300);
  }
}

static double
dot (const double *a, const double *b, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

static double
largest (const double *v, size_t n)
{
  double found = 0;

  for (size_t i = 0; i < n; i++)
    found = fmax (found, fabs (v[i]));
  return found;
}

/* The two loops of Nocedal (1980), Math. Comput. 35, 773-782, with C^-1 in the middle. */
static void
find_direction (PsyFit *fit, int n_pairs, int newest)
{
  size_t n = fit->n_parameters;
  double *v = fit->direction;

  memcpy (v, fit->gradient, n * sizeof (double));
  for (int i = 0; i < n_pairs; i++) {
    int at = (newest - i + PSY_FIT_MEMORY) % PSY_FIT_MEMORY;
    const double *step = fit->steps + (size_t) at * n, *change = fit->changes + (size_t) at * n;

    fit->alphas[at] = dot (step, v, n) / fit->products[at];
    for (size_t k = 0; k < n; k++)
      v[k] -= fit->alphas[at] * change[k];
  }
  scale_by_information (fit, v);
  for (int i = n_pairs; i-- > 0;) {
    int at = (newest - i + PSY_FIT_MEMORY) % PSY_FIT_MEMORY;
    const double *step = fit->steps + (size_t) at * n, *change = fit->changes + (size_t) at * n;
    double beta = dot (change, v, n) / fit->products[at];

    for (size_t k = 0; k < n; k++)
      v[k] += (fit->alphas[at] - beta) * step[k];
  }
}

bool
psy_fit_maximise (PsyFit *fit)
{
  size_t n = fit->n_parameters;
  int n_pairs = 0, newest = -1;
  double value = psy_fit_evaluate (fit, fit->x, fit->gradient);

  fit->last_step = INFINITY;
  if (!isfinite (value))
    return false;
  while (fit->iterations < fit->calibration->max_iterations) {
    double slope, length = 1, next = -INFINITY, product;
    double *step, *change;
    int halvings;

    find_direction (fit, n_pairs, newest);
    slope = dot (fit->direction, fit->gradient, n);
    if (!(slope > 0) && n_pairs > 0) {
      n_pairs = 0;
      continue;
    }
    fit->last_step = largest (fit->direction, n);
    if (fit->last_step <= fit->calibration->tolerance)
      return true;
    if (!isfinite (fit->last_step))
      return false;
    /* Parameters may still drift where the likelihood is flat to its last digits: Newton's work. */
    fit->stalled = slope <= FLAT * fabs (value);
    if (fit->stalled && n_pairs > 0) {
      n_pairs = 0;
      continue;
    }
    if (fit->stalled)
      return fit->last_step <= 100 * fit->calibration->tolerance;
    /* Far from the maximum a scoring step may leap; none of its parameters moves by more than 3. */
    length = fmin (1, 3 / fit->last_step);
    for (halvings = 0; halvings < (n_pairs > 0 ? FEW_HALVINGS : 40); halvings++, length /= 2) {
      for (size_t k = 0; k < n; k++)
        fit->next_x[k] = fit->x[k] + length * fit->direction[k];
      next = psy_fit_evaluate (fit, fit->next_x, fit->next_gradient);
      if (next >= value + 1e-4 * length * slope)
        break;
      /* What is left to gain is below the rounding of the sum. */
      if (length * slope < 1e-12 * fabs (value) && next > value - 1e-11 * fabs (value))
        break;
    }
    if (n_pairs > 0 && halvings == FEW_HALVINGS)
      next = -INFINITY;
    if (!(next > value - 1e-11 * fabs (value))) {
      /* The evaluation of the items' information must belong to x again. */
      psy_fit_evaluate (fit, fit->x, fit->gradient);
      if (n_pairs == 0)
        return false;
      n_pairs = 0;
      continue;
    }
    newest = (newest + 1) % PSY_FIT_MEMORY;
    step = fit->steps + (size_t) newest * n;
    change = fit->changes + (size_t) newest * n;
    for (size_t k = 0; k < n; k++) {
      step[k] = fit->next_x[k] - fit->x[k];
      change[k] = fit->gradient[k] - fit->next_gradient[k];
    }
    product = dot (step, change, n);
    if (product > 1e-12 * sqrt (dot (step, step, n) * dot (change, change, n))) {
      fit->products[newest] = product;
      n_pairs = n_pairs < PSY_FIT_MEMORY ? n_pairs + 1 : n_pairs;
    } else {
      newest = (newest + PSY_FIT_MEMORY - 1) % PSY_FIT_MEMORY;
    }
    memcpy (fit->x, fit->next_x, n * sizeof (double));
    memcpy (fit->gradient, fit->next_gradient, n * sizeof (double));
    value = next;
    fit->iterations++;
  }
  return false;
}
