/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marginal likelihood as a function of all parameters. Private to calibration. */
#pragma once

#include "psy-calibrate.h"
#include "psy-parameters.h"
#include "psy-posterior.h"

#define PSY_FIT_TASKS 16
#define PSY_FIT_MEMORY 10

/**
 * PsyFit:
 * @at: first parameter of each item
 * @shared: index of the shared slope, or SIZE_MAX
 * @blocks: expected information of each item, psy_parameters_n_derivatives() squared, from
 *   @block_start on
 * @stalled: nothing more to gain in the likelihood, though parameters are not settled
 */
typedef struct {
  const PsyCalibration *calibration;
  PsyPosterior posterior;
  PsyPatterns patterns;
  size_t n_items, n_parameters, n_tasks, shared;
  PsyItem *items, *trial;
  uint8_t *n_categories, *radix;
  uint32_t *at, *block_start;
  double *sums, *scratch, *task_log_l, *counts, *blocks;
  double *x, *gradient, *next_x, *next_gradient, *direction;
  double *steps, *changes, *products, *alphas;
  double log_l, log_prior;
  int iterations, evaluations;
  double last_step;
  bool stalled;
} PsyFit;

/** psy_fit_model: the model of an item. */
static inline PsyModel
psy_fit_model (const PsyFit *fit, size_t item)
{
  return fit->calibration->models != NULL ? fit->calibration->models[item]
                                          : fit->calibration->model;
}

/** psy_fit_lay_out: all arrays; n_categories and radix must be set. */
void psy_fit_lay_out (PsyFit *fit, PsyArena *arena, size_t n_patterns, size_t n_nodes);

/** psy_fit_evaluate: log posterior and gradient at the parameters @x; -INFINITY outside their
 * range. */
double psy_fit_evaluate (PsyFit *fit, const double *x, double *gradient);

/** PSY_FIT_LARGEST_SLOPE, PSY_FIT_LARGEST_INTERCEPT: parameters beyond are refused. */
#define PSY_FIT_LARGEST_SLOPE 100.0
#define PSY_FIT_LARGEST_INTERCEPT 500.0

/** psy_fit_maximise: from fit->x; true when converged. */
bool psy_fit_maximise (PsyFit *fit);

/**
 * psy_fit_information:
 * @arena: for its arrays; with no base they are only measured (for n_persons patterns)
 * @h: n_parameters², receives the observed information of the log posterior at fit->x
 *
 * After an evaluation at fit->x.
 */
PsyStatus
psy_fit_information (PsyFit *fit, const PsyResponses *responses, PsyArena *arena, double *h);
