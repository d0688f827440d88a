/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one person stands: EAP, MAP, ML and Warm's weighted likelihood. */

#include "psy-score.h"

#include <math.h>

#include "psy-theta.h"

/* Roots are found to this distance on the theta scale. */
#define TOLERANCE 1e-12
#define SCAN_STEPS 80

typedef enum {
  ML,
  MAP,
  WLE
} Method;

typedef struct {
  const PsyItem *items;
  const int8_t *answers;
  size_t n_items;
  Method method;
  double mean, sd;
} Problem;

typedef struct {
  double log_l, l1, l2, information, warm;
} Sums;

static PsyStatus
check (const PsyItem *items, const int8_t *answers, size_t n_items, int *n_answers)
{
  *n_answers = 0;
  for (size_t j = 0; j < n_items; j++) {
    if (answers[j] >= items[j].n_categories)
      return PSY_ERROR_ARGUMENT;
    *n_answers += answers[j] >= 0;
  }
  return psy_item_check_all (items, n_items);
}

static Sums
sums_at (const Problem *problem, double theta)
{
  Sums sums = { 0 };
  PsyCategory c[PSY_MAX_CATEGORIES];

  for (size_t j = 0; j < problem->n_items; j++) {
    int x = problem->answers[j];

    if (x < 0)
      continue;
    psy_item_evaluate (&problem->items[j], theta, c);
    sums.log_l += c[x].log_p;
    sums.l1 += c[x].l1;
    sums.l2 += c[x].l2;
    for (int k = 0; k < problem->items[j].n_categories; k++) {
      double pl = c[k].p * c[k].l1;

      sums.information += pl * c[k].l1;
      sums.warm += pl * (c[k].l1 * c[k].l1 + c[k].l2);
    }
  }
  if (problem->method == MAP) {
    double z = (theta - problem->mean) / problem->sd;
    double precision = 1 / (problem->sd * problem->sd);

    sums.log_l -= z * z / 2;
    sums.l1 -= z / problem->sd;
    sums.l2 -= precision;
    sums.information += precision;
  }
  return sums;
}

/* The function whose root is wanted. */
static double
slope_of (const Problem *problem, const Sums *sums)
{
  if (problem->method != WLE)
    return sums->l1;
  /* Where there is no information J vanishes with it, and faster for every model here. */
  return sums->l1 + (sums->information > 0 ? sums->warm / (2 * sums->information) : 0);
}

/* A falling sign change between low and high, narrowed from theta by Newton steps kept inside the
 * bracket. */
static double
narrow (const Problem *problem, double low, double high, double theta)
{
  double before = INFINITY;

  for (int i = 0; i < 200 && high - low > TOLERANCE * (1 + fabs (theta)); i++) {
    Sums sums = sums_at (problem, theta);
    double slope = slope_of (problem, &sums), step, next;

    if (slope == 0)
      return theta;
    if (slope > 0)
      low = theta;
    else
      high = theta;
    step =
      sums.information > 0 ? slope / (problem->method == WLE ? sums.information : -sums.l2) : NAN;
    next = theta + step;
    if (!(next > low && next < high) || fabs (step) > 0.7 * before)
      next = (low + high) / 2;
    before = fabs (next - theta);
    theta = next;
    if (before <= TOLERANCE * (1 + fabs (theta)) / 4)
      break;
  }
  return theta;
}

/* Where the search for a single root begins. Warm's equation can have several at the ends of the
 * scale; the one next to the middle of the posterior is wanted, as psy_score_batch() finds it. */
static double
beginning (const Problem *problem, PsyBounds bounds)
{
  Problem posterior = *problem;
  double low = fmax (bounds.low, -8), high = fmin (bounds.high, 8);

  if (problem->method != WLE || !(low < high))
    return bounds.low + (bounds.high - bounds.low) / 2;
  posterior.method = MAP;
  posterior.mean = 0;
  posterior.sd = 1;
  return fmin (fmax (narrow (&posterior, low, high, fmin (fmax (0, low), high)), bounds.low),
               bounds.high);
}

static PsyStatus
solve (const Problem *problem, PsyBounds bounds, PsyScore *score)
{
  PsyStatus status;
  Sums sums;
  double best = NAN, best_value = -INFINITY, best_bound = NAN;
  double before_theta = NAN, before_slope = NAN;
  bool concave;
  int n_answers;

  *score = (PsyScore) { NAN, NAN, NAN, 0 };
  status = check (problem->items, problem->answers, problem->n_items, &n_answers);
  if (status != PSY_OK)
    return status;
  if (!(bounds.low < bounds.high) || !isfinite (bounds.low) || !isfinite (bounds.high) ||
      (problem->method == MAP && (!(problem->sd > 0) || !isfinite (problem->mean))))
    return PSY_ERROR_ARGUMENT;
  score->n_answers = n_answers;
  if (n_answers == 0 && problem->method != MAP)
    return PSY_ERROR_NO_DATA;

  concave = psy_theta_is_concave (problem->items, problem->n_items);
  /* A 3PL likelihood can have several maxima: look at every falling sign change. For Warm's
   * estimator the likelihood chooses among them, too. */
  for (int i = 0; i <= SCAN_STEPS; i++) {
    double theta =
      i < SCAN_STEPS ? bounds.low + (bounds.high - bounds.low) * i / SCAN_STEPS : bounds.high;
    double slope;

    sums = sums_at (problem, theta);
    slope = slope_of (problem, &sums);
    if (i == 0 && slope <= 0) {
      best_bound = theta;
      best_value = sums.log_l;
    }
    if (i > 0 && before_slope > 0 && slope <= 0) {
      double root = narrow (problem, before_theta, theta,
                            concave ? beginning (problem, bounds) : (before_theta + theta) / 2);
      double value = sums_at (problem, root).log_l;

      /* An inner maximum is preferred to a bound that Warm's term has pushed to. */
      if (value > best_value || (isnan (best) && problem->method == WLE)) {
        best = root;
        best_value = value;
        best_bound = NAN;
      }
    }
    if (i == SCAN_STEPS && slope > 0 && sums.log_l > best_value) {
      best_bound = theta;
      best = NAN;
    }
    before_theta = theta;
    before_slope = slope;
    if (concave && i == 0)
      i = SCAN_STEPS - 1;
  }
  status = PSY_OK;
  if (isnan (best)) {
    status = PSY_AT_BOUND;
    best = best_bound;
  }
  sums = sums_at (problem, best);
  score->value = best;
  score->se = sums.information > 0 ? 1 / sqrt (sums.information) : INFINITY;
  score->se_observed = sums.l2 < 0 ? 1 / sqrt (-sums.l2) : INFINITY;
  return status;
}

PsyStatus
psy_score_map (const PsyItem *items,
               const int8_t *answers,
               size_t n_items,
               double mean,
               double sd,
               PsyBounds bounds,
               PsyScore *score)
{
  return solve (&(Problem) { items, answers, n_items, MAP, mean, sd }, bounds, score);
}

PsyStatus
psy_score_ml (const PsyItem *items,
              const int8_t *answers,
              size_t n_items,
              PsyBounds bounds,
              PsyScore *score)
{
  return solve (&(Problem) { items, answers, n_items, ML, 0, 1 }, bounds, score);
}

PsyStatus
psy_score_wle (const PsyItem *items,
               const int8_t *answers,
               size_t n_items,
               PsyBounds bounds,
               PsyScore *score)
{
  return solve (&(Problem) { items, answers, n_items, WLE, 0, 1 }, bounds, score);
}

PsyStatus
psy_score_eap (const PsyItem *items,
               const int8_t *answers,
               size_t n_items,
               const PsyQuadrature *quadrature,
               double *work,
               PsyScore *score,
               double *log_marginal)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  PsyStatus status;
  double top = -INFINITY, sum = 0, mean = 0, variance = 0;
  int n_answers;

  *score = (PsyScore) { NAN, NAN, NAN, 0 };
  if (log_marginal != NULL)
    *log_marginal = NAN;
  status = check (items, answers, n_items, &n_answers);
  if (status != PSY_OK)
    return status;
  if (quadrature->n < 2)
    return PSY_ERROR_ARGUMENT;
  for (size_t q = 0; q < quadrature->n; q++) {
    work[q] = log (quadrature->weights[q]);
    for (size_t j = 0; j < n_items; j++) {
      if (answers[j] < 0)
        continue;
      psy_item_evaluate (&items[j], quadrature->nodes[q], c);
      work[q] += c[answers[j]].log_p;
    }
    top = fmax (top, work[q]);
  }
  for (size_t q = 0; q < quadrature->n; q++) {
    work[q] = exp (work[q] - top);
    sum += work[q];
  }
  for (size_t q = 0; q < quadrature->n; q++) {
    work[q] /= sum;
    mean += work[q] * quadrature->nodes[q];
  }
  for (size_t q = 0; q < quadrature->n; q++)
    variance += work[q] * (quadrature->nodes[q] - mean) * (quadrature->nodes[q] - mean);
  *score = (PsyScore) { mean, sqrt (variance), sqrt (variance), n_answers };
  if (log_marginal != NULL)
    *log_marginal = top + log (sum);
  return PSY_OK;
}
