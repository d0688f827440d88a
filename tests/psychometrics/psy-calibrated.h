/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calibration with its memory, and a plain likelihood that shares no code with it. */
#pragma once

#include "psy-calibrate.h"
#include "psy-data.h"
#include "psy-random.h"

typedef struct {
  PsyResponses answers;
  PsyCalibration settings;
  PsyCalibrationReport report;
  PsyItem *items;
  PsyItemErrors *errors;
  double *covariance;
  PsyStatus status;
} Calibrated;

static inline void
calibrated_begin (Calibrated *c, PsyResponses answers, PsyModel model)
{
  *c = (Calibrated) { .answers = answers };
  psy_calibration_init (&c->settings, model);
}

/* The workspace is full of NaN: nothing may be read before it is written. */
static inline PsyStatus
calibrated_run (Calibrated *c)
{
  gsize n = c->answers.n_items, size = psy_calibrate_workspace_size (&c->answers, &c->settings);
  gsize n_covariance = n * PSY_MAX_CATEGORIES + 1;
  g_autofree char *work = NULL;

  if (n > 100)
    n_covariance = 1;
  if (size != SIZE_MAX) {
    work = g_malloc (size);
    memset (work, 0xff, size);
  }
  g_free (c->items);
  g_free (c->errors);
  g_free (c->covariance);
  c->items = g_new0 (PsyItem, n + 1);
  c->errors = g_new0 (PsyItemErrors, n + 1);
  c->covariance = g_new0 (double, n_covariance *n_covariance);
  c->status = psy_calibrate (&c->answers, &c->settings, work, size == SIZE_MAX ? 0 : size, c->items,
                             c->errors, n > 100 ? NULL : c->covariance, &c->report);
  return c->status;
}

static inline void
calibrated_clear (Calibrated *c)
{
  g_free ((gpointer) c->answers.data);
  g_free (c->items);
  g_free (c->errors);
  g_free (c->covariance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calibrated, calibrated_clear)

static inline double
plain_normal (PsyRandom *random)
{
  double u = 1 - psy_random_uniform (random), v = psy_random_uniform (random);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * v);
}

static inline PsyResponses
simulate (const PsyItem *items, gsize n_persons, gsize n_items, double missing, guint64 seed)
{
  gint8 *data = g_malloc (n_persons * n_items);
  PsyRandom random;

  psy_random_init (&random, seed);
  for (gsize p = 0; p < n_persons; p++) {
    double theta = plain_normal (&random);

    for (gsize j = 0; j < n_items; j++) {
      PsyCategory k[PSY_MAX_CATEGORIES];
      double u = psy_random_uniform (&random);
      int x = 0;

      psy_item_evaluate (&items[j], theta, k);
      while (x < items[j].n_categories - 1 && u >= k[x].p)
        u -= k[x++].p;
      data[p * n_items + j] = psy_random_uniform (&random) < missing ? PSY_MISSING : (gint8) x;
    }
  }
  return psy_responses (data, n_persons, n_items);
}

/* log P (answer | theta) from the formulas of the models, written once more. */
static inline double
plain_log_probability (const PsyItem *item, int x, double theta)
{
  double sum = 1, e, p;

  switch (item->model) {
  case PSY_MODEL_GRM:
    p = (x == 0 ? 1 : 1 / (1 + exp (-(item->a * theta + item->d[x - 1])))) -
        (x == item->n_categories - 1 ? 0 : 1 / (1 + exp (-(item->a * theta + item->d[x]))));
    return log (p);
  case PSY_MODEL_GPCM:
    for (int k = 1; k < item->n_categories; k++)
      sum += exp (k * item->a * theta + item->d[k - 1]);
    e = x == 0 ? 0 : x * item->a * theta + item->d[x - 1];
    return e - log (sum);
  default:
    p = item->g + (1 - item->g) / (1 + exp (-(item->a * theta + item->d[0])));
    return log (x ? p : 1 - p);
  }
}

/* Marginal log-likelihood: 61 nodes of [-6, 6], persons one by one. */
static inline double
plain_log_likelihood (const PsyItem *items, const PsyResponses *answers)
{
  gsize n = answers->n_items;
  g_autofree double *table = g_new (double, 61 * n * PSY_MAX_CATEGORIES);
  double log_weight[61], mass = 0, total = 0;

  for (int q = 0; q < 61; q++) {
    double theta = -6 + 0.2 * q;

    log_weight[q] = -theta * theta / 2;
    mass += exp (log_weight[q]);
    for (gsize j = 0; j < n; j++) {
      for (int k = 0; k < items[j].n_categories; k++)
        table[(q * n + j) * PSY_MAX_CATEGORIES + k] = plain_log_probability (&items[j], k, theta);
    }
  }
  for (gsize p = 0; p < answers->n_persons; p++) {
    const gint8 *row = answers->data + p * answers->stride;
    double value[61], top = -INFINITY, sum = 0;

    for (int q = 0; q < 61; q++) {
      value[q] = log_weight[q] - log (mass);
      for (gsize j = 0; j < n; j++)
        value[q] += row[j] < 0 ? 0 : table[(q * n + j) * PSY_MAX_CATEGORIES + row[j]];
      top = fmax (top, value[q]);
    }
    for (int q = 0; q < 61; q++)
      sum += exp (value[q] - top);
    total += top + log (sum);
  }
  return total;
}
