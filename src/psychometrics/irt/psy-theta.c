/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search for theta needs, for eight persons or eight places at a time. */

#include "psy-theta.h"

bool
psy_theta_is_concave (const PsyItem *items, size_t n_items)
{
  for (size_t j = 0; j < n_items; j++) {
    if (items[j].model == PSY_MODEL_3PL && items[j].g > 0)
      return false;
  }
  return true;
}

PSY_INLINE void
add_2pl (const PsyItem *item, PsyV theta, PsyV x, PsyV given, PsyThetaSums *sums)
{
  PsyV a = psy_vector_set (item->a);
  PsyV p = psy_vector_logistic (a * theta + psy_vector_set (item->d[0]));
  PsyV q = psy_vector_set (1) - p;
  PsyV information = given * a * a * p * q;

  sums->l1 += given * a * (x - p);
  sums->l2 -= information;
  sums->information += information;
  sums->warm += information * a * (q - p);
}

PSY_INLINE void
add_3pl (const PsyItem *item, PsyV theta, PsyVi right, PsyV given, PsyThetaSums *sums)
{
  PsyV a = psy_vector_set (item->a), g = psy_vector_set (item->g), one = psy_vector_set (1);
  PsyV z = a * theta + psy_vector_set (item->d[0]);
  PsyV s = psy_vector_logistic (z), q = psy_vector_logistic (-z);
  PsyV p = g + (one - g) * s;
  PsyV ratio = (one - g) * s * q / p;
  PsyV information = a * a * ratio * s;
  PsyV l1_right = a * ratio, l2_right = a * a * ratio * (q - s) - l1_right * l1_right;

  sums->l1 += given * psy_vector_select (right, l1_right, -a * s);
  sums->l2 += given * psy_vector_select (right, l2_right, -a * a * s * q);
  sums->information += given * information;
  sums->warm += given * information * a * (q - s);
}

PSY_INLINE void
add_grm (const PsyItem *item, PsyV theta, PsyV x, PsyV given, PsyThetaSums *sums)
{
  PsyV a = psy_vector_set (item->a), zero = psy_vector_set (0), one = psy_vector_set (1);
  PsyV s_before = one, c_before = zero;
  int last = item->n_categories - 1;

  for (int k = 0; k <= last; k++) {
    PsyV z = k < last ? a * theta + psy_vector_set (item->d[k]) : zero;
    PsyV s = k < last ? psy_vector_logistic (z) : zero;
    PsyV c = k < last ? psy_vector_logistic (-z) : one;
    PsyV factor = psy_vector_set (k == 0 || k == last ? 1 : -expm1 (item->d[k] - item->d[k - 1]));
    PsyV p = s_before * c * factor;
    PsyV l1 = a * (c_before - s);
    PsyV l2 = -a * a * (s_before * c_before + s * c);
    PsyVi here = x == psy_vector_set (k);

    sums->l1 += psy_vector_select (here, l1, zero);
    sums->l2 += psy_vector_select (here, l2, zero);
    sums->information += given * p * l1 * l1;
    sums->warm += given * p * l1 * (l1 * l1 + l2);
    s_before = s;
    c_before = c;
  }
}

PSY_INLINE void
add_softmax (const PsyItem *item, PsyV theta, PsyV x, PsyV given, PsyThetaSums *sums)
{
  PsyV p[PSY_MAX_CATEGORIES], top, total = psy_vector_set (0), mean = total, m2 = total, m3 = total;
  PsyV own = psy_vector_set (0);
  double slopes[PSY_MAX_CATEGORIES];
  int n = item->n_categories;

  for (int k = 0; k < n; k++)
    slopes[k] = item->model == PSY_MODEL_NOMINAL ? item->slopes[k] : k * item->a;
  p[0] = top = psy_vector_set (slopes[0]) * theta;
  for (int k = 1; k < n; k++) {
    p[k] = psy_vector_set (slopes[k]) * theta + psy_vector_set (item->d[k - 1]);
    top = psy_vector_max (top, p[k]);
  }
  for (int k = 0; k < n; k++) {
    p[k] = psy_vector_exp (p[k] - top);
    total += p[k];
  }
  for (int k = 0; k < n; k++) {
    p[k] = p[k] / total;
    mean += p[k] * psy_vector_set (slopes[k]);
    own = psy_vector_select (x == psy_vector_set (k), psy_vector_set (slopes[k]), own);
  }
  for (int k = 0; k < n; k++) {
    PsyV away = psy_vector_set (slopes[k]) - mean;

    m2 += p[k] * away * away;
    m3 += p[k] * away * away * away;
  }
  sums->l1 += given * (own - mean);
  sums->l2 -= given * m2;
  sums->information += given * m2;
  sums->warm += given * m3;
}

PSY_CLONES void
psy_theta_sums (const PsyItem *items,
                size_t n_items,
                const int8_t *answers,
                const double *theta,
                PsyThetaSums *out)
{
  PsyV at = psy_vector_load (theta), zero = psy_vector_set (0);
  PsyThetaSums sums = { zero, zero, zero, zero };

  for (size_t j = 0; j < n_items; j++) {
    const int8_t *codes = answers + j * PSY_LANES;
    PsyV x = { codes[0], codes[1], codes[2], codes[3], codes[4], codes[5], codes[6], codes[7] };
    PsyV given = psy_vector_select (x >= zero, psy_vector_set (1), zero);

    switch (items[j].model) {
    case PSY_MODEL_RASCH:
    case PSY_MODEL_2PL:
      add_2pl (&items[j], at, x, given, &sums);
      break;
    case PSY_MODEL_3PL:
      /* Without guessing its quotients could be 0 / 0. */
      if (items[j].g == 0)
        add_2pl (&items[j], at, x, given, &sums);
      else
        add_3pl (&items[j], at, x > zero, given, &sums);
      break;
    case PSY_MODEL_GRM:
      add_grm (&items[j], at, x, given, &sums);
      break;
    case PSY_MODEL_GPCM:
    case PSY_MODEL_NOMINAL:
      add_softmax (&items[j], at, x, given, &sums);
      break;
    }
  }
  *out = sums;
}
