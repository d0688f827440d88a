/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every function of the library shares: status codes, estimates, answers. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * PsyStatus:
 * @PSY_OK: done
 * @PSY_ERROR_ARGUMENT: an argument is outside its documented range
 * @PSY_ERROR_NO_DATA: there is no answer to work on
 * @PSY_ERROR_TOO_FEW: too few persons, answers or items for this statistic
 * @PSY_ERROR_NO_VARIANCE: the statistic is not defined because something does not vary
 * @PSY_ERROR_EMPTY_CATEGORY: nobody gave one of the answers
 * @PSY_ERROR_NOT_POSITIVE: a matrix that must be positive definite is not
 * @PSY_ERROR_CONVERGENCE: the iteration limit was reached; results are the last iterate
 * @PSY_ERROR_WORKSPACE: the workspace is smaller than its size function says
 * @PSY_AT_BOUND: the maximum lies on a bound given by the caller; the value is that bound
 *
 * Except for %PSY_OK, %PSY_AT_BOUND and %PSY_ERROR_CONVERGENCE results are NaN.
 */
typedef enum {
  PSY_OK,
  PSY_ERROR_ARGUMENT,
  PSY_ERROR_NO_DATA,
  PSY_ERROR_TOO_FEW,
  PSY_ERROR_NO_VARIANCE,
  PSY_ERROR_EMPTY_CATEGORY,
  PSY_ERROR_NOT_POSITIVE,
  PSY_ERROR_CONVERGENCE,
  PSY_ERROR_WORKSPACE,
  PSY_AT_BOUND,
} PsyStatus;

/** psy_status_string: a short English name for logs and tests; never NULL. */
const char *psy_status_string (PsyStatus status);

/**
 * PsyEstimate:
 * @value: the estimate
 * @se: its standard error in the unit of @value; NaN when none exists
 */
typedef struct {
  double value, se;
} PsyEstimate;

/** PSY_MISSING: the answer code of "not given"; any negative code counts as missing. */
#define PSY_MISSING ((int8_t) -1)

/** PSY_MAX_CATEGORIES: answer categories of an item, at most. */
#define PSY_MAX_CATEGORIES 16

/**
 * PsyResponses:
 * @data: answers 0, 1, … or %PSY_MISSING; person p's answer to item j is data[p * stride + j]
 * @n_persons: rows
 * @n_items: columns
 * @stride: distance of rows, >= @n_items
 *
 * A borrowed view: the caller owns the memory.
 */
typedef struct {
  const int8_t *data;
  size_t n_persons, n_items, stride;
} PsyResponses;

/** psy_responses: a view on a dense matrix of @n_persons rows and @n_items columns. */
static inline PsyResponses
psy_responses (const int8_t *data, size_t n_persons, size_t n_items)
{
  return (PsyResponses) { data, n_persons, n_items, n_items };
}

/**
 * PsyRunner:
 * @run: calls work (@work_data, task) once for each task 0..n_tasks-1, in any order and on any
 *   thread, and returns when all are done
 * @user: handed to @run
 *
 * How a caller lends its threads. Tasks are cut by the data, never by the number of threads, and
 * their sums are added in one order: results are the same bit for bit with and without a runner.
 */
typedef struct {
  void (*run) (void *user,
               size_t n_tasks,
               void (*work) (void *work_data, size_t task),
               void *work_data);
  void *user;
} PsyRunner;
