/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item parameters from answers: marginal maximum likelihood. */
#pragma once

#include "psy-item.h"
#include "psy-quadrature.h"

/**
 * PsyRefusal: why answers cannot carry a model
 * @PSY_REFUSAL_NONE: they can
 * @PSY_REFUSAL_ITEMS: too few items: three, for a common slope two
 * @PSY_REFUSAL_PERSONS: too few persons with an answer
 * @PSY_REFUSAL_ANSWERS: too few answers to an item
 * @PSY_REFUSAL_ALL_SAME: everybody gave the same answer (all right, or all wrong)
 * @PSY_REFUSAL_EMPTY_CATEGORY: nobody gave one of the answers: join categories first
 * @PSY_REFUSAL_CATEGORIES: more categories than the model has
 * @PSY_REFUSAL_MODEL: the model cannot be calibrated here (nominal), or is unknown
 * @PSY_REFUSAL_UNBOUNDED: the likelihood rises for as long as an item's parameters grow: its
 *   answers follow from those to other items. Leave it out or give slopes a prior
 */
typedef enum {
  PSY_REFUSAL_NONE,
  PSY_REFUSAL_ITEMS,
  PSY_REFUSAL_PERSONS,
  PSY_REFUSAL_ANSWERS,
  PSY_REFUSAL_ALL_SAME,
  PSY_REFUSAL_EMPTY_CATEGORY,
  PSY_REFUSAL_CATEGORIES,
  PSY_REFUSAL_MODEL,
  PSY_REFUSAL_UNBOUNDED,
} PsyRefusal;

/** psy_refusal_string: a short English phrase for logs; never NULL. */
const char *psy_refusal_string (PsyRefusal refusal);

/**
 * PsyCalibration: what to do. Begin with psy_calibration_init().
 * @model: of all items: Rasch (a slope shared by all its items, theta of variance 1: the slope is
 *   the standard deviation of the usual Rasch scale), 2PL, 3PL, GRM or GPCM
 * @models: (nullable): a model for each item instead, for tests of mixed kinds
 * @n_categories: (nullable): of each item; else one more than the highest answer
 * @weights: (nullable): what each row counts, >= 0, for answer patterns with their frequencies
 * @quadrature: (nullable): theta's distribution; else standard normal on 61 nodes of [-6, 6]
 * @standard_errors: whether to compute the observed information
 * @max_iterations: of the maximisation
 * @tolerance: stop when the next step would change no parameter by more than this, or by a hundred
 *   times this where the likelihood cannot tell any more
 * @guess_mean, @guess_sd: normal prior of logit g; sd 0: none
 * @slope_mean, @slope_sd: normal prior of log a; sd 0 (the default): none
 * @min_persons, @min_answers: refuse below; 0: 50 persons and 30 answers to each item for Rasch,
 *   200 and 100 for the 2PL, GRM and GPCM, 500 and 250 for the 3PL. These are floors: parameters
 *   become steady at 100, 500 and 1,000.
 * @runner: (nullable): threads to borrow
 */
typedef struct {
  PsyModel model;
  const PsyModel *models;
  const uint8_t *n_categories;
  const double *weights;
  const PsyQuadrature *quadrature;
  bool standard_errors;
  int max_iterations;
  double tolerance;
  double guess_mean, guess_sd;
  double slope_mean, slope_sd;
  size_t min_persons, min_answers;
  const PsyRunner *runner;
} PsyCalibration;

/** psy_calibration_init: the defaults for @model: errors on, 500 iterations, tolerance 1e-6, for
 * the 3PL a prior N (-1.5, 0.5) on logit g. */
void psy_calibration_init (PsyCalibration *calibration, PsyModel model);

/** psy_calibration_get_floors: the persons and the answers to each item below which an item of
 * @model is refused. */
void psy_calibration_get_floors (const PsyCalibration *calibration,
                                 PsyModel model,
                                 size_t *persons,
                                 size_t *answers);

/**
 * PsyCalibrationReport:
 * @log_likelihood: marginal, without priors
 * @log_posterior: with the priors' exponents
 * @n_parameters, @n_persons, @n_patterns: free parameters, persons with an answer, different rows
 * @iterations, @evaluations: steps of the maximisation, and passes over the data
 * @last_step: largest change that the next step would have made
 * @largest_gradient: largest derivative of the log posterior by a parameter
 * @converged: whether @last_step fell below the tolerance
 * @refusal: why nothing was estimated; %PSY_REFUSAL_UNBOUNDED: why it did not converge
 * @item, @category: where, for a refusal that is about an item
 * @smallest_category: fewest answers in any category of any item: below 10 its threshold is shaky
 */
typedef struct {
  double log_likelihood, log_posterior;
  size_t n_parameters, n_persons, n_patterns;
  int iterations, evaluations;
  double last_step, largest_gradient;
  bool converged;
  PsyRefusal refusal;
  size_t item;
  int category;
  size_t smallest_category;
} PsyCalibrationReport;

/**
 * PsyItemErrors: standard errors of an item
 * @a, @d, @g, @logit_g: as in #PsyItem; the same a for all items with a shared slope
 * @b: of the difficulties of psy_item_get_difficulties(), by the delta method
 */
typedef struct {
  double a, g, logit_g;
  double d[PSY_MAX_CATEGORIES - 1], b[PSY_MAX_CATEGORIES - 1];
} PsyItemErrors;

/** PSY_CALIBRATE_MAX_ITEMS: items that psy_calibrate() takes. */
#define PSY_CALIBRATE_MAX_ITEMS 4096

/** psy_calibrate_workspace_size: bytes for psy_calibrate() of these answers; SIZE_MAX when that is
 * too many, or there are too many items or categories. */
size_t psy_calibrate_workspace_size (const PsyResponses *responses,
                                     const PsyCalibration *calibration);

/**
 * psy_calibrate:
 * @items: receives n_items items
 * @errors: (nullable): receives their standard errors when asked for
 * @covariance: (nullable): receives the n_parameters × n_parameters covariance matrix of all
 *   parameters when asked for; items after one another (see below), a shared slope last
 * @work, @work_size: psy_calibrate_workspace_size() bytes
 *
 * Marginal maximum likelihood over fixed nodes, Bock & Aitkin (1981), Psychometrika 46, 443-459:
 * expected counts from posteriors, scoring steps by the complete-data information of each item,
 * accelerated by quasi-Newton updates of it, Lange (1995), Stat. Sinica 5, 1-18; in the end a
 * Newton step by the observed information, Louis (1982), J. R. Stat. Soc. B 44, 226-233, from which
 * the standard errors are. Parameters of an item: Rasch d; 2PL a, d; 3PL a, d, logit g; GRM and
 * GPCM a, d_1, …. Missing answers are passed over (missing at random).
 *
 * Returns: %PSY_OK; %PSY_ERROR_CONVERGENCE with the last iterate (more Newton steps are tried when
 * errors are asked for and the likelihood is flat); %PSY_ERROR_TOO_FEW or
 * %PSY_ERROR_EMPTY_CATEGORY with report->refusal; %PSY_ERROR_NOT_POSITIVE when parameters stand but
 * the information cannot be inverted (errors are NaN).
 */
PsyStatus psy_calibrate (const PsyResponses *responses,
                         const PsyCalibration *calibration,
                         void *work,
                         size_t work_size,
                         PsyItem *items,
                         PsyItemErrors *errors,
                         double *covariance,
                         PsyCalibrationReport *report);
