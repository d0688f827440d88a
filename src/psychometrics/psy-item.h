/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item response models, one function for all of them. */
#pragma once

/* Scores of an item run from 0 to m; no item has more than this many steps. */
#define PSY_MAX_STEPS 63

typedef enum {
  PSY_RASCH, /* Rasch (1960): 2PL with a = 1 */
  PSY_2PL,   /* Birnbaum (1968) */
  PSY_3PL,   /* Birnbaum (1968), with lower asymptote c */
  PSY_GRM,   /* Samejima (1969), graded response */
  PSY_GPCM,  /* Muraki (1992), generalized partial credit */
} PsyModel;

/**
 * PsyItem: parameters on the logistic metric with D = 1.
 * @a: discrimination, > 0; not read for PSY_RASCH
 * @b: (array length=n_b): difficulty (n_b = 1), or the thresholds of steps 1..n_b; for PSY_GRM
 *   strictly ascending
 * @c: lower asymptote, 0 <= c < 1, PSY_3PL only
 *
 * Divide a by 1.702 to bring an item from the D = 1.702 metric.
 */
typedef struct {
  PsyModel model;
  double a;
  const double *b;
  unsigned n_b;
  double c;
} PsyItem;

/**
 * psy_item_log_probabilities:
 * @out: (array): room for n_b + 1 values
 *
 * log P(X = k | theta), k = 0..n_b. Finite for |theta| <= 40. The sum of exp(out) is 1.
 */
void psy_item_log_probabilities (const PsyItem *item, double theta, double *out);

/**
 * psy_item_information:
 *
 * Fisher information of the item at theta: the sum of P'(X = k)^2 / P(X = k) over k. >= 0.
 */
double psy_item_information (const PsyItem *item, double theta);
