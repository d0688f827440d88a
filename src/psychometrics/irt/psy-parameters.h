/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as vectors of free parameters, and derivatives of log-probabilities by them. Private.
 *
 * Order: Rasch d; 2PL a, d; 3PL a, d, logit g; graded response and partial credit a, d_1, d_2, … */
#pragma once

#include "psy-item.h"

#define PSY_MAX_PARAMETERS PSY_MAX_CATEGORIES

/** psy_parameters_count: free parameters of an item; the slope of a Rasch item is not its own. */
int psy_parameters_count (PsyModel model, int n_categories);

/** psy_parameters_get, psy_parameters_set: between an item and its parameters. */
void psy_parameters_get (const PsyItem *item, double *parameters);
void psy_parameters_set (PsyItem *item, const double *parameters);

/**
 * psy_parameters_slope_of: index of the slope among the derivatives of an item. Derivatives of a
 * Rasch item have the shared slope behind its own parameter.
 */
int psy_parameters_n_derivatives (PsyModel model, int n_categories);

/**
 * psy_parameters_gradient:
 * @p: the item's probabilities, rows of @n_padded
 * @counts: expected counts of the item, rows of @n_padded
 * @gradient: receives the derivatives of sum counts log p
 * @information: receives n × n expected information, full and symmetric, row by row
 */
void psy_parameters_gradient (const PsyItem *item,
                              const double *nodes,
                              size_t n_padded,
                              const double *p,
                              const double *counts,
                              double *gradient,
                              double *information);

/** psy_parameters_scores: @u receives d log p_k / d parameter, a row of @n_padded for each k and
 * derivative. */
void psy_parameters_scores (const PsyItem *item,
                            const double *nodes,
                            size_t n_padded,
                            const double *p,
                            double *u);

/** psy_parameters_hessian: @h receives the second derivatives of log p_k at @theta, n × n. */
void psy_parameters_hessian (const PsyItem *item, double theta, int category, double *h);
