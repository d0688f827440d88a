/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item parameters from answers: checks of the data, start values, report. */

#include "psy-calibrate.h"

#include <math.h>
#include <string.h>

#include "psy-calibrate-fit.h"
#include "psy-linear.h"

#define NEWTON_STEPS 25
/* After a Newton step this small another would be about its square. */
#define NEWTON_CLOSE 1e-3

const char *
psy_refusal_string (PsyRefusal refusal)
{
  switch (refusal) {
  case PSY_REFUSAL_NONE:
    return "none";
  case PSY_REFUSAL_ITEMS:
    return "too few items";
  case PSY_REFUSAL_PERSONS:
    return "too few persons";
  case PSY_REFUSAL_ANSWERS:
    return "too few answers to an item";
  case PSY_REFUSAL_ALL_SAME:
    return "an item that everybody answered alike";
  case PSY_REFUSAL_EMPTY_CATEGORY:
    return "a category of an item that nobody chose";
  case PSY_REFUSAL_CATEGORIES:
    return "more answer categories than the model has";
  case PSY_REFUSAL_MODEL:
    return "a model that cannot be calibrated";
  case PSY_REFUSAL_UNBOUNDED:
    return "an item whose parameters grow without bound";
  }
  return "unknown";
}

void
psy_calibration_init (PsyCalibration *calibration, PsyModel model)
{
  *calibration = (PsyCalibration) {
    .model = model,
    .standard_errors = true,
    .max_iterations = 500,
    .tolerance = 1e-6,
    .guess_mean = -1.5,
    .guess_sd = 0.5,
  };
}

/* Categories of the items, and room for missing answers where there are any. */
static bool
find_shape (const PsyResponses *responses,
            const PsyCalibration *calibration,
            uint8_t *n_categories,
            uint8_t *radix)
{
  int8_t highest[PSY_CALIBRATE_MAX_ITEMS], lowest[PSY_CALIBRATE_MAX_ITEMS];

  psy_patterns_responses_scan (responses, highest, lowest);
  for (size_t j = 0; j < responses->n_items; j++) {
    int n = calibration->n_categories != NULL ? calibration->n_categories[j] : highest[j] + 1;

    n = n < 2 ? 2 : n;
    if (n > PSY_MAX_CATEGORIES || highest[j] >= n)
      return false;
    n_categories[j] = (uint8_t) n;
    radix[j] = (uint8_t) (n + (lowest[j] < 0));
  }
  return true;
}

/* Arrays that do not depend on the answers. */
typedef struct {
  uint8_t *n_categories, *radix;
  PsyItem *trial;
  double *nodes, *weights, *h, *factor;
  void *patterns;
  size_t patterns_size;
} Common;

static Common
lay_out_common (PsyArena *arena, const PsyResponses *responses, size_t n_nodes)
{
  Common common;

  common.n_categories = PSY_TAKE (arena, uint8_t, responses->n_items);
  common.radix = PSY_TAKE (arena, uint8_t, responses->n_items);
  common.trial = PSY_TAKE (arena, PsyItem, responses->n_items);
  common.nodes = PSY_TAKE (arena, double, n_nodes);
  common.weights = PSY_TAKE (arena, double, n_nodes);
  common.patterns_size = psy_patterns_workspace_size (responses->n_persons);
  common.patterns = psy_arena_take (arena, 1, common.patterns_size);
  return common;
}

static size_t
n_nodes_of (const PsyCalibration *calibration)
{
  return calibration->quadrature != NULL ? calibration->quadrature->n : PSY_N_NODES;
}

static bool
are_usable (const PsyResponses *responses, const PsyCalibration *calibration)
{
  return responses->n_items <= PSY_CALIBRATE_MAX_ITEMS && responses->n_persons < INT32_MAX &&
         n_nodes_of (calibration) >= 2 && n_nodes_of (calibration) <= 10000;
}

size_t
psy_calibrate_workspace_size (const PsyResponses *responses, const PsyCalibration *calibration)
{
  uint8_t n_categories[PSY_CALIBRATE_MAX_ITEMS], radix[PSY_CALIBRATE_MAX_ITEMS];
  PsyArena arena = psy_arena (NULL, 0), rest;
  PsyFit fit = {
    .calibration = calibration,
    .n_items = responses->n_items,
    .n_categories = n_categories,
    .radix = radix,
  };
  size_t fitting, information = 0;

  if (!are_usable (responses, calibration) ||
      !find_shape (responses, calibration, n_categories, radix))
    return SIZE_MAX;
  lay_out_common (&arena, responses, n_nodes_of (calibration));
  psy_fit_lay_out (&fit, &arena, responses->n_persons, n_nodes_of (calibration));
  fitting = psy_arena_needed (&arena);
  if (calibration->standard_errors) {
    rest = psy_arena (NULL, 0);
    psy_fit_information (&fit, responses, &rest, NULL);
    information = psy_arena_needed (&rest);
  }
  if (fitting == SIZE_MAX || information == SIZE_MAX)
    return SIZE_MAX;
  return fitting + information;
}

static PsyStatus
refuse (PsyCalibrationReport *report, PsyRefusal refusal, size_t item, int category)
{
  report->refusal = refusal;
  report->item = item;
  report->category = category;
  switch (refusal) {
  case PSY_REFUSAL_MODEL:
  case PSY_REFUSAL_CATEGORIES:
    return PSY_ERROR_ARGUMENT;
  case PSY_REFUSAL_EMPTY_CATEGORY:
    return PSY_ERROR_EMPTY_CATEGORY;
  case PSY_REFUSAL_ALL_SAME:
    return PSY_ERROR_NO_VARIANCE;
  default:
    return PSY_ERROR_TOO_FEW;
  }
}

void
psy_calibration_get_floors (const PsyCalibration *calibration,
                            PsyModel model,
                            size_t *persons,
                            size_t *answers)
{
  *persons = model == PSY_MODEL_RASCH ? 50 : model == PSY_MODEL_3PL ? 500 : 200;
  *answers = model == PSY_MODEL_RASCH ? 30 : model == PSY_MODEL_3PL ? 250 : 100;
  *persons = calibration->min_persons > 0 ? calibration->min_persons : *persons;
  *answers = calibration->min_answers > 0 ? calibration->min_answers : *answers;
}

/* Start values: thresholds from the shares of answers, as if slopes were 1. */
static void
start_item (PsyFit *fit, const PsyItem *item, const double *frequency, double total, double *x)
{
  const PsyCalibration *calibration = fit->calibration;
  double parameters[PSY_MAX_PARAMETERS], cumulative = 0, guess = 0;
  int n = item->n_categories;
  PsyItem start = *item;
  /* A logit of the margin grows by this when theta of variance 1 and slope 1 is held fixed. */
  const double stretch = 1.15;

  start.a = 1;
  if (item->model == PSY_MODEL_3PL) {
    guess = calibration->guess_sd > 0 ? 1 / (1 + exp (-calibration->guess_mean)) : 0.15;
    start.g = guess;
  }
  for (int k = n - 1; k > 0; k--) {
    double share;

    cumulative += frequency[k];
    share = (cumulative + 0.5) / (total + 1);
    if (item->model == PSY_MODEL_3PL)
      share = fmax ((share - guess) / (1 - guess), 0.02);
    share = fmin (fmax (share, 0.002), 0.998);
    start.d[k - 1] = stretch * log (share / (1 - share));
    if (item->model == PSY_MODEL_GPCM)
      start.d[k - 1] = log ((frequency[k] + 0.5) / (frequency[0] + 0.5));
    else if (k < n - 1 && start.d[k - 1] <= start.d[k])
      start.d[k - 1] = start.d[k] + 0.01;
  }
  if (item->model == PSY_MODEL_GPCM)
    start.a = 2.0 / n;
  psy_parameters_get (&start, parameters);
  memcpy (x, parameters, (size_t) psy_parameters_count (item->model, n) * sizeof (double));
}

/* Looks at the data, refuses or sets start values. */
static PsyStatus
prepare (PsyFit *fit, const PsyResponses *responses, PsyCalibrationReport *report)
{
  const PsyCalibration *calibration = fit->calibration;
  double persons = 0;
  size_t n_rasch = 0;

  for (size_t i = 0; i < fit->patterns.n; i++) {
    const int8_t *row = responses->data + fit->patterns.first[i] * responses->stride;
    bool any = false;

    for (size_t j = 0; j < responses->n_items; j++)
      any |= row[j] >= 0;
    persons += any ? fit->patterns.counts[i] : 0;
  }
  report->n_persons = (size_t) persons;
  report->n_patterns = fit->patterns.n;
  report->smallest_category = SIZE_MAX;
  for (size_t j = 0; j < fit->n_items; j++) {
    PsyItem *item = &fit->trial[j];
    double frequency[PSY_MAX_CATEGORIES] = { 0 }, total = 0, most = 0;
    size_t min_persons, min_answers;
    int n = item->n_categories;

    if (item->model == PSY_MODEL_NOMINAL || psy_model_info (item->model) == NULL)
      return refuse (report, PSY_REFUSAL_MODEL, j, 0);
    if (psy_model_info (item->model)->dichotomous && n != 2)
      return refuse (report, PSY_REFUSAL_CATEGORIES, j, n - 1);
    psy_calibration_get_floors (calibration, item->model, &min_persons, &min_answers);
    if (persons < (double) min_persons)
      return refuse (report, PSY_REFUSAL_PERSONS, j, 0);
    for (size_t i = 0; i < fit->patterns.n; i++) {
      int x = responses->data[fit->patterns.first[i] * responses->stride + j];

      if (x >= 0)
        frequency[x] += fit->patterns.counts[i];
    }
    for (int k = 0; k < n; k++) {
      total += frequency[k];
      most = fmax (most, frequency[k]);
    }
    if (total < (double) min_answers || total <= 0)
      return refuse (report, PSY_REFUSAL_ANSWERS, j, 0);
    if (most >= total)
      return refuse (report, PSY_REFUSAL_ALL_SAME, j, frequency[0] >= total ? 0 : n - 1);
    for (int k = 0; k < n; k++) {
      if (frequency[k] <= 0)
        return refuse (report, PSY_REFUSAL_EMPTY_CATEGORY, j, k);
      if (frequency[k] < (double) report->smallest_category)
        report->smallest_category = (size_t) frequency[k];
    }
    n_rasch += item->model == PSY_MODEL_RASCH;
    start_item (fit, item, frequency, total, fit->x + fit->at[j]);
  }
  if (fit->n_items < (n_rasch == fit->n_items ? 2 : 3))
    return refuse (report, PSY_REFUSAL_ITEMS, 0, 0);
  if (fit->shared != SIZE_MAX)
    fit->x[fit->shared] = 1;
  return PSY_OK;
}

static double
root (double variance)
{
  return variance >= 0 ? sqrt (variance) : NAN;
}

static void
find_errors (const PsyFit *fit, const double *covariance, PsyItemErrors *errors)
{
  size_t n = fit->n_parameters;

  for (size_t j = 0; j < fit->n_items; j++) {
    const PsyItem *item = &fit->items[j];
    bool rasch = item->model == PSY_MODEL_RASCH;
    size_t slope = rasch ? fit->shared : fit->at[j];
    size_t first = rasch ? fit->at[j] : fit->at[j] + 1;
    double b[PSY_MAX_CATEGORIES - 1];

    errors[j] = (PsyItemErrors) { .g = NAN, .logit_g = NAN };
    errors[j].a = root (covariance[slope * n + slope]);
    psy_item_get_difficulties (item, b);
    for (size_t k = 0; k + 1 < (size_t) item->n_categories; k++) {
      size_t at = first + k;
      /* b = -e / a with e a threshold, or for partial credit a difference of two. */
      double variance = covariance[at * n + at], mixed = covariance[at * n + slope];

      errors[j].d[k] = root (variance);
      if (item->model == PSY_MODEL_GPCM && k > 0) {
        variance += covariance[(at - 1) * n + at - 1] - 2 * covariance[at * n + at - 1];
        mixed -= covariance[(at - 1) * n + slope];
      }
      errors[j].b[k] =
        root (variance + 2 * b[k] * mixed + b[k] * b[k] * covariance[slope * n + slope]) /
        fabs (item->a);
    }
    if (item->model == PSY_MODEL_3PL) {
      errors[j].logit_g = root (covariance[(first + 1) * n + first + 1]);
      errors[j].g = errors[j].logit_g * item->g * (1 - item->g);
    }
  }
}

/* One Newton step from where the maximisation stopped, and the inverse of the information. */
static PsyStatus
step_by_newton (PsyFit *fit,
                const PsyResponses *responses,
                PsyArena arena,
                double *h,
                double *factor,
                bool *accepted)
{
  size_t n = fit->n_parameters;
  double value, before = fit->log_l + fit->log_prior, before_step = fit->last_step, length;
  PsyStatus status = psy_fit_information (fit, responses, &arena, h);

  if (status != PSY_OK)
    return status;
  memcpy (factor, h, n * n * sizeof (double));
  if (!psy_linear_cholesky (factor, n))
    return PSY_ERROR_NOT_POSITIVE;
  memcpy (fit->direction, fit->gradient, n * sizeof (double));
  psy_linear_cholesky_solve (factor, n, fit->direction);
  fit->last_step = 0;
  for (size_t k = 0; k < n; k++)
    fit->last_step = fmax (fit->last_step, fabs (fit->direction[k]));
  length = fmin (1, 3 / fit->last_step);
  for (size_t k = 0; k < n; k++)
    fit->next_x[k] = fit->x[k] + length * fit->direction[k];
  value = psy_fit_evaluate (fit, fit->next_x, fit->next_gradient);
  *accepted = value > before - 1e-11 * fabs (before);
  if (*accepted) {
    memcpy (fit->x, fit->next_x, n * sizeof (double));
    memcpy (fit->gradient, fit->next_gradient, n * sizeof (double));
  } else {
    psy_fit_evaluate (fit, fit->x, fit->gradient);
    fit->last_step = before_step;
  }
  psy_linear_cholesky_invert (factor, n, h);
  return PSY_OK;
}

/* Newton steps: one, or where the likelihood is flat as many as settle the parameters. */
static PsyStatus
finish (PsyFit *fit,
        const PsyResponses *responses,
        PsyArena *arena,
        double **covariance,
        PsyCalibrationReport *report)
{
  size_t n = fit->n_parameters;
  double *h = PSY_TAKE (arena, double, n *n), *factor = PSY_TAKE (arena, double, n *n);

  *covariance = h;
  if (arena->failed)
    return PSY_ERROR_WORKSPACE;
  for (int i = 0; i < NEWTON_STEPS; i++) {
    bool accepted;
    PsyStatus status = step_by_newton (fit, responses, *arena, h, factor, &accepted);

    if (status == PSY_ERROR_NOT_POSITIVE && !report->converged)
      return PSY_ERROR_CONVERGENCE;
    if (status != PSY_OK)
      return status;
    if (!accepted)
      return report->converged ? PSY_OK : PSY_ERROR_CONVERGENCE;
    fit->iterations++;
    report->converged |= fit->last_step <= NEWTON_CLOSE;
    if (fit->last_step <= NEWTON_CLOSE)
      return PSY_OK;
  }
  report->converged = false;
  return PSY_ERROR_CONVERGENCE;
}

/* Whether it was an item without a maximum that kept the likelihood from one. */
static void
find_unbounded (const PsyFit *fit, PsyCalibrationReport *report)
{
  double furthest = 0.3;

  for (size_t j = 0; j < fit->n_items; j++) {
    double far = fabs (fit->trial[j].a) / PSY_FIT_LARGEST_SLOPE;

    for (int k = 0; k < fit->n_categories[j] - 1; k++)
      far = fmax (far, fabs (fit->trial[j].d[k]) / PSY_FIT_LARGEST_INTERCEPT);
    if (far > furthest) {
      furthest = far;
      report->refusal = PSY_REFUSAL_UNBOUNDED;
      report->item = j;
    }
  }
}

static PsyStatus
calibrate (PsyFit *fit,
           const PsyResponses *responses,
           PsyArena *arena,
           PsyItemErrors *errors,
           double *covariance_out,
           PsyCalibrationReport *report)
{
  PsyStatus status = prepare (fit, responses, report);
  double *covariance;

  if (status != PSY_OK)
    return status;
  report->converged = psy_fit_maximise (fit);
  if (!isfinite (fit->log_l) || fit->last_step == INFINITY)
    return PSY_ERROR_CONVERGENCE;
  status = report->converged ? PSY_OK : PSY_ERROR_CONVERGENCE;
  if (fit->calibration->standard_errors && (report->converged || fit->stalled)) {
    status = finish (fit, responses, arena, &covariance, report);
    if (status == PSY_OK) {
      memcpy (fit->items, fit->trial, fit->n_items * sizeof (PsyItem));
      if (errors != NULL)
        find_errors (fit, covariance, errors);
      if (covariance_out != NULL)
        memcpy (covariance_out, covariance,
                fit->n_parameters * fit->n_parameters * sizeof (double));
    }
  }
  if (!report->converged)
    find_unbounded (fit, report);
  memcpy (fit->items, fit->trial, fit->n_items * sizeof (PsyItem));
  report->log_likelihood = fit->log_l;
  report->log_posterior = fit->log_l + fit->log_prior;
  report->iterations = fit->iterations;
  report->evaluations = fit->evaluations;
  report->last_step = fit->last_step;
  report->largest_gradient = 0;
  for (size_t k = 0; k < fit->n_parameters; k++)
    report->largest_gradient = fmax (report->largest_gradient, fabs (fit->gradient[k]));
  return status;
}

PsyStatus
psy_calibrate (const PsyResponses *responses,
               const PsyCalibration *calibration,
               void *work,
               size_t work_size,
               PsyItem *items,
               PsyItemErrors *errors,
               double *covariance,
               PsyCalibrationReport *report)
{
  PsyArena arena = psy_arena (work, work_size);
  size_t n_nodes = n_nodes_of (calibration), n = responses->n_items;
  PsyQuadrature quadrature;
  PsyFit fit = { .calibration = calibration, .n_items = n };
  PsyStatus status;
  Common common;

  *report = (PsyCalibrationReport) { .log_likelihood = NAN, .log_posterior = NAN };
  for (size_t j = 0; j < n; j++) {
    items[j] = (PsyItem) { .model = psy_fit_model (&fit, j), .n_categories = 2, .a = NAN };
    if (errors != NULL) {
      errors[j].a = errors[j].g = errors[j].logit_g = NAN;
      for (int k = 0; k < PSY_MAX_CATEGORIES - 1; k++)
        errors[j].d[k] = errors[j].b[k] = NAN;
    }
  }
  if (!are_usable (responses, calibration))
    return PSY_ERROR_ARGUMENT;
  if (n == 0 || responses->n_persons == 0) {
    report->refusal = n == 0 ? PSY_REFUSAL_ITEMS : PSY_REFUSAL_PERSONS;
    return PSY_ERROR_NO_DATA;
  }
  common = lay_out_common (&arena, responses, n_nodes);
  if (work == NULL || arena.failed)
    return PSY_ERROR_WORKSPACE;
  if (!find_shape (responses, calibration, common.n_categories, common.radix)) {
    report->refusal = PSY_REFUSAL_CATEGORIES;
    return PSY_ERROR_ARGUMENT;
  }
  fit.n_categories = common.n_categories;
  fit.radix = common.radix;
  fit.trial = common.trial;
  fit.items = items;
  for (size_t j = 0; j < n; j++) {
    fit.trial[j] = (PsyItem) {
      .model = psy_fit_model (&fit, j),
      .n_categories = fit.n_categories[j],
    };
    items[j] = fit.trial[j];
    items[j].a = NAN;
    if (psy_model_info (fit.trial[j].model) == NULL)
      return refuse (report, PSY_REFUSAL_MODEL, j, 0);
  }
  status = psy_patterns_find (responses, calibration->weights, common.patterns,
                              common.patterns_size, &fit.patterns);
  if (status != PSY_OK)
    return status;
  psy_fit_lay_out (&fit, &arena, fit.patterns.n, n_nodes);
  if (arena.failed)
    return PSY_ERROR_WORKSPACE;
  if (calibration->quadrature != NULL) {
    quadrature = *calibration->quadrature;
  } else {
    quadrature = (PsyQuadrature) { common.nodes, common.weights, n_nodes };
    psy_quadrature_normal (-6, 6, n_nodes, 0, 1, common.nodes, common.weights);
  }
  psy_posterior_encode (&fit.posterior, &quadrature, responses, &fit.patterns);
  report->n_parameters = fit.n_parameters;
  return calibrate (&fit, responses, &arena, errors, covariance, report);
}
