/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item response models: probabilities, derivatives, information. */
#pragma once

#include "psy-types.h"

/**
 * PsyModel:
 * @PSY_MODEL_RASCH: Rasch (1960), P(1) = L(a theta + d); a is 1, or the slope all items share
 * @PSY_MODEL_2PL: Birnbaum (1968), P(1) = L(a theta + d)
 * @PSY_MODEL_3PL: Birnbaum (1968), P(1) = g + (1 - g) L(a theta + d)
 * @PSY_MODEL_GRM: Samejima (1969), P(X >= k) = L(a theta + d_k), d_1 > d_2 > …
 * @PSY_MODEL_GPCM: Muraki (1992), P(k) proportional to exp (k a theta + d_k), d_0 = 0
 * @PSY_MODEL_NOMINAL: Bock (1972), P(k) proportional to exp (s_k theta + d_k); one category is the
 *   key, the right option of a multiple-choice item
 *
 * L is the logistic function; the metric is D = 1 throughout. For a bank that says D = 1.702 (or
 * 1.7) multiply its slopes by that D. theta is in units of its standard deviation, any finite
 * value.
 */
typedef enum {
  PSY_MODEL_RASCH,
  PSY_MODEL_2PL,
  PSY_MODEL_3PL,
  PSY_MODEL_GRM,
  PSY_MODEL_GPCM,
  PSY_MODEL_NOMINAL,
} PsyModel;

#define PSY_N_MODELS 6

/**
 * PsyItem:
 * @model: its model
 * @n_categories: 2..%PSY_MAX_CATEGORIES; 2 for the models of right and wrong
 * @key: %PSY_MODEL_NOMINAL only: the category that is right
 * @a: slope; not used by %PSY_MODEL_NOMINAL
 * @g: lower asymptote, 0 <= g < 1; %PSY_MODEL_3PL only
 * @d: intercepts of the categories 1.. are d[0]..; d[0] alone for right and wrong
 * @slopes: %PSY_MODEL_NOMINAL only: slopes of the categories 0..; category 0 has intercept 0
 */
typedef struct {
  PsyModel model;
  int n_categories;
  int key;
  double a, g;
  double d[PSY_MAX_CATEGORIES - 1];
  double slopes[PSY_MAX_CATEGORIES];
} PsyItem;

/**
 * PsyCategory:
 * @p: probability
 * @log_p: its logarithm, finite wherever a theta + d is below about 1e300
 * @l1: first derivative of @log_p by theta
 * @l2: second derivative of @log_p by theta
 *
 * P' = p l1, P'' = p (l1² + l2).
 */
typedef struct {
  double p, log_p, l1, l2;
} PsyCategory;

/**
 * PsyModelInfo:
 * @model: the model
 * @name: short English name
 * @dichotomous: two categories only
 * @evaluate: writes @n_categories values at theta
 */
typedef struct {
  PsyModel model;
  const char *name;
  bool dichotomous;
  void (*evaluate) (const PsyItem *item, double theta, PsyCategory *out);
} PsyModelInfo;

/** psy_model_info: the row of the table of models; NULL for an unknown @model. */
const PsyModelInfo *psy_model_info (PsyModel model);

/** psy_item_check: %PSY_OK, or %PSY_ERROR_ARGUMENT for parameters that give no probabilities. */
PsyStatus psy_item_check (const PsyItem *item);

/* In everything below: @item passes psy_item_check(), which is not repeated for each call. @theta
 * is in standard deviations, any finite value. */

/**
 * psy_item_get_difficulties:
 * @b: n_categories - 1 values
 *
 * b = -d / a; GRM: b_k = -d_k / a; GPCM: the steps b_k = -(d_k - d_{k-1}) / a. Not defined for the
 * nominal model or a = 0: %PSY_ERROR_ARGUMENT.
 */
PsyStatus psy_item_get_difficulties (const PsyItem *item, double *b);

/** psy_item_set_difficulties: the reverse of psy_item_get_difficulties(), from the item's slope. */
PsyStatus psy_item_set_difficulties (PsyItem *item, const double *b);

/** psy_item_evaluate: probabilities and derivatives of all categories at @theta. */
void psy_item_evaluate (const PsyItem *item, double theta, PsyCategory *out);

/** psy_item_information: Fisher information about theta, sum of P'² / P. */
double psy_item_information (const PsyItem *item, double theta);

/** psy_item_check_all: the first bad item decides. */
PsyStatus psy_item_check_all (const PsyItem *items, size_t n_items);

/** psy_item_test_information: the sum over @n_items items. */
double psy_item_test_information (const PsyItem *items, size_t n_items, double theta);
