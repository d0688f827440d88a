/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up answers from fixed seeds: the same on every machine. */
#pragma once

#include <glib.h>
#include <math.h>

#include "../../psychometrics/psy-items.h"
#include "psy-random.h"

static inline double
random_normal (PsyRandom *random)
{
  double u = 1 - psy_random_uniform (random), v = psy_random_uniform (random);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * v);
}

/* Slopes log-normal about 1.2, intercepts normal; categories evenly apart. */
static inline PsyItem *
make_items (gsize n, PsyModel model, int n_categories, guint64 seed)
{
  PsyItem *items = g_new0 (PsyItem, n);
  PsyRandom random;

  psy_random_init (&random, seed);
  for (gsize j = 0; j < n; j++) {
    double a = 1.2 * exp (0.3 * random_normal (&random)), d[PSY_MAX_CATEGORIES];
    double middle = random_normal (&random);

    for (int k = 0; k < n_categories - 1; k++)
      d[k] = middle + 1.2 * ((n_categories - 2) / 2.0 - k);
    if (model == PSY_MODEL_GRM)
      items[j] = psy_item_grm (a, d, n_categories);
    else if (model == PSY_MODEL_GPCM)
      items[j] = psy_item_gpcm (a / 2, d, n_categories);
    else if (model == PSY_MODEL_3PL)
      items[j] = psy_item_3pl (a, d[0], 0.1 + 0.15 * psy_random_uniform (&random));
    else if (model == PSY_MODEL_RASCH)
      items[j] = psy_item_rasch (-d[0]);
    else
      items[j] = psy_item_2pl (a, d[0]);
  }
  return items;
}

/* theta standard normal; @missing: share of answers left out at random. Free with g_free(). */
static inline PsyResponses
make_answers (const PsyItem *items, gsize n_persons, gsize n_items, double missing, guint64 seed)
{
  gint8 *data = g_malloc (n_persons * n_items);
  PsyRandom random;

  psy_random_init (&random, seed);
  for (gsize p = 0; p < n_persons; p++) {
    double theta = random_normal (&random);

    for (gsize j = 0; j < n_items; j++) {
      PsyCategory c[PSY_MAX_CATEGORIES];
      double u = psy_random_uniform (&random);
      int x = 0;

      psy_item_evaluate (&items[j], theta, c);
      while (x < items[j].n_categories - 1 && u >= c[x].p)
        u -= c[x++].p;
      data[p * n_items + j] =
        missing > 0 && psy_random_uniform (&random) < missing ? PSY_MISSING : (gint8) x;
    }
  }
  return psy_responses (data, n_persons, n_items);
}
