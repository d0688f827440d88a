/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of every model in one line, as tests want them, and what is known of them. */
#pragma once

#include "psy-item.h"

/* Slope 1, difficulty @b. */
static inline PsyItem
psy_item_rasch (double b)
{
  return (PsyItem) { .model = PSY_MODEL_RASCH, .n_categories = 2, .a = 1, .d = { -b } };
}

/* Slope, intercept; difficulty -d / a. */
static inline PsyItem
psy_item_2pl (double a, double d)
{
  return (PsyItem) { .model = PSY_MODEL_2PL, .n_categories = 2, .a = a, .d = { d } };
}

static inline PsyItem
psy_item_3pl (double a, double d, double g)
{
  return (PsyItem) { .model = PSY_MODEL_3PL, .n_categories = 2, .a = a, .g = g, .d = { d } };
}

static inline PsyItem
psy_item_polytomous (PsyModel model, double a, const double *d, int n_categories)
{
  PsyItem item = { .model = model, .n_categories = n_categories, .a = a };

  for (int k = 0; k < n_categories - 1 && k < PSY_MAX_CATEGORIES - 1; k++)
    item.d[k] = d[k];
  return item;
}

/* Falling intercepts. */
static inline PsyItem
psy_item_grm (double a, const double *d, int n_categories)
{
  return psy_item_polytomous (PSY_MODEL_GRM, a, d, n_categories);
}

static inline PsyItem
psy_item_gpcm (double a, const double *d, int n_categories)
{
  return psy_item_polytomous (PSY_MODEL_GPCM, a, d, n_categories);
}

/* Slopes of all categories, intercepts of all but the first. */
static inline PsyItem
psy_item_nominal (const double *slopes, const double *d, int n_categories, int key)
{
  PsyItem item = psy_item_polytomous (PSY_MODEL_NOMINAL, 0, d, n_categories);

  item.key = key;
  for (int k = 0; k < n_categories && k < PSY_MAX_CATEGORIES; k++)
    item.slopes[k] = slopes[k];
  return item;
}

/* J = sum of P' P'' / P, Warm (1989), Psychometrika 54, 427-450. */
static inline double
psy_item_warm_term (const PsyItem *item, double theta)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  double sum = 0;

  psy_item_evaluate (item, theta, c);
  for (int k = 0; k < item->n_categories; k++)
    sum += c[k].p * c[k].l1 * (c[k].l1 * c[k].l1 + c[k].l2);
  return sum;
}
