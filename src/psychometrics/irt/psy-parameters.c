/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items as vectors of free parameters, and derivatives of log-probabilities by them. */

#include "psy-parameters.h"

#include "psy-logistic.h"
#include "psy-vector.h"

int
psy_parameters_count (PsyModel model, int n_categories)
{
  switch (model) {
  case PSY_MODEL_RASCH:
    return 1;
  case PSY_MODEL_2PL:
    return 2;
  case PSY_MODEL_3PL:
    return 3;
  case PSY_MODEL_GRM:
  case PSY_MODEL_GPCM:
    return n_categories;
  case PSY_MODEL_NOMINAL:
    break;
  }
  return 0;
}

int
psy_parameters_n_derivatives (PsyModel model, int n_categories)
{
  return model == PSY_MODEL_RASCH ? 2 : psy_parameters_count (model, n_categories);
}

void
psy_parameters_get (const PsyItem *item, double *parameters)
{
  if (item->model == PSY_MODEL_RASCH) {
    parameters[0] = item->d[0];
    return;
  }
  parameters[0] = item->a;
  for (int k = 0; k < item->n_categories - 1; k++)
    parameters[1 + k] = item->d[k];
  if (item->model == PSY_MODEL_3PL)
    parameters[2] = log (item->g) - log1p (-item->g);
}

void
psy_parameters_set (PsyItem *item, const double *parameters)
{
  if (item->model == PSY_MODEL_RASCH) {
    item->d[0] = parameters[0];
    return;
  }
  item->a = parameters[0];
  for (int k = 0; k < item->n_categories - 1; k++)
    item->d[k] = parameters[1 + k];
  if (item->model == PSY_MODEL_3PL)
    item->g = psy_logistic (parameters[2]);
}

/* d log p_k / d parameter of eight nodes. */
PSY_INLINE void
scores_at (const PsyItem *item,
           PsyV theta,
           const double *p,
           size_t n_padded,
           PsyV u[][PSY_MAX_PARAMETERS])
{
  const PsyV zero = psy_vector_set (0), one = psy_vector_set (1);
  int n = item->n_categories;

  switch (item->model) {
  case PSY_MODEL_RASCH:
  case PSY_MODEL_2PL: {
    PsyV p0 = psy_vector_load (p), p1 = psy_vector_load (p + n_padded);
    int own = item->model == PSY_MODEL_RASCH;

    u[0][own] = -p1 * theta;
    u[0][!own] = -p1;
    u[1][own] = p0 * theta;
    u[1][!own] = p0;
    break;
  }
  case PSY_MODEL_3PL: {
    PsyV p0 = psy_vector_load (p), p1 = psy_vector_load (p + n_padded);
    PsyV complement = p0 / psy_vector_set (1 - item->g), s = one - complement;
    PsyV by_z = p0 * s / p1, by_c = psy_vector_set (item->g) * p0 / p1;

    u[0][0] = -s * theta;
    u[0][1] = -s;
    u[0][2] = psy_vector_set (-item->g);
    u[1][0] = by_z * theta;
    u[1][1] = by_z;
    u[1][2] = by_c;
    break;
  }
  case PSY_MODEL_GRM: {
    PsyV s_before = one, c_before = zero;

    for (int k = 0; k < n; k++) {
      PsyV s = zero, c = one, by_upper = zero, by_lower = zero;
      double factor = k == 0 || k == n - 1 ? 1 : -expm1 (item->d[k] - item->d[k - 1]);

      if (k < n - 1) {
        PsyV z = psy_vector_set (item->a) * theta + psy_vector_set (item->d[k]);

        z = psy_vector_min (psy_vector_max (z, psy_vector_set (-700)), psy_vector_set (700));
        s = psy_vector_logistic (z);
        c = psy_vector_logistic (-z);
        by_lower = -s / (s_before * psy_vector_set (factor));
      }
      for (int t = 0; t < n; t++)
        u[k][t] = zero;
      if (k > 0) {
        by_upper = c_before / (c * psy_vector_set (factor));
        u[k][k] = by_upper;
      }
      if (k < n - 1)
        u[k][k + 1] = by_lower;
      /* By the shift of both boundaries at once: 1 - L(u) - L(v), free of cancellation. */
      u[k][0] = theta * (c_before - s);
      s_before = s;
      c_before = c;
    }
    break;
  }
  case PSY_MODEL_GPCM: {
    PsyV mean = zero;

    for (int k = 1; k < n; k++)
      mean += psy_vector_set (k) * psy_vector_load (p + (size_t) k * n_padded);
    for (int k = 0; k < n; k++) {
      u[k][0] = theta * (psy_vector_set (k) - mean);
      for (int t = 1; t < n; t++)
        u[k][t] = psy_vector_set (t == k) - psy_vector_load (p + (size_t) t * n_padded);
    }
    break;
  }
  case PSY_MODEL_NOMINAL:
    break;
  }
}

PSY_CLONES void
psy_parameters_gradient (const PsyItem *item,
                         const double *nodes,
                         size_t n_padded,
                         const double *p,
                         const double *counts,
                         double *gradient,
                         double *information)
{
  PsyV u[PSY_MAX_CATEGORIES][PSY_MAX_PARAMETERS];
  PsyV g[PSY_MAX_PARAMETERS], h[PSY_MAX_PARAMETERS][PSY_MAX_PARAMETERS];
  int n = item->n_categories;
  int n_derivatives = psy_parameters_n_derivatives (item->model, n);

  for (int t = 0; t < n_derivatives; t++) {
    g[t] = psy_vector_set (0);
    for (int s = 0; s < n_derivatives; s++)
      h[t][s] = psy_vector_set (0);
  }
  for (size_t q = 0; q < n_padded; q += PSY_LANES) {
    PsyV all = psy_vector_set (0);

    scores_at (item, psy_vector_load (nodes + q), p + q, n_padded, u);
    for (int k = 0; k < n; k++)
      all += psy_vector_load (counts + (size_t) k * n_padded + q);
    for (int k = 0; k < n; k++) {
      PsyV r = psy_vector_load (counts + (size_t) k * n_padded + q);
      PsyV expected = all * psy_vector_load (p + (size_t) k * n_padded + q);

      for (int t = 0; t < n_derivatives; t++) {
        PsyV weighted = expected * u[k][t];

        g[t] += r * u[k][t];
        for (int s = 0; s <= t; s++)
          h[t][s] += weighted * u[k][s];
      }
    }
  }
  for (int t = 0; t < n_derivatives; t++) {
    gradient[t] = psy_vector_sum (g[t]);
    for (int s = 0; s <= t; s++)
      information[t * n_derivatives + s] = information[s * n_derivatives + t] =
        psy_vector_sum (h[t][s]);
  }
}

PSY_CLONES void
psy_parameters_scores (const PsyItem *item,
                       const double *nodes,
                       size_t n_padded,
                       const double *p,
                       double *u)
{
  PsyV at[PSY_MAX_CATEGORIES][PSY_MAX_PARAMETERS];
  int n_derivatives = psy_parameters_n_derivatives (item->model, item->n_categories);

  for (size_t q = 0; q < n_padded; q += PSY_LANES) {
    scores_at (item, psy_vector_load (nodes + q), p + q, n_padded, at);
    for (int k = 0; k < item->n_categories; k++) {
      for (int t = 0; t < n_derivatives; t++)
        psy_vector_store (u + ((size_t) k * (size_t) n_derivatives + (size_t) t) * n_padded + q,
                          at[k][t]);
    }
  }
}

/* With z-derivatives of a two-category item: by a they carry theta. */
static void
hessian_of_logit (double theta, double h_zz, int slope, int intercept, double *h, int n)
{
  h[slope * n + slope] = theta * theta * h_zz;
  h[slope * n + intercept] = h[intercept * n + slope] = theta * h_zz;
  h[intercept * n + intercept] = h_zz;
}

static void
hessian_3pl (const PsyItem *item, double theta, int category, double *h)
{
  double g = item->g, z = item->a * theta + item->d[0];
  double s = psy_logistic (z), c = psy_logistic (-z), w = s * c;
  double p, p_z, p_c, h_zc, h_cc;

  if (category == 0) {
    hessian_of_logit (theta, -w, 0, 1, h, 3);
    h[2] = h[5] = h[6] = h[7] = 0;
    h[8] = -g * (1 - g);
    return;
  }
  p = g + (1 - g) * s;
  p_z = (1 - g) * w / p;
  p_c = g * (1 - g) * c / p;
  hessian_of_logit (theta, (1 - g) * w * (c - s) / p - p_z * p_z, 0, 1, h, 3);
  h_zc = -g * (1 - g) * w / p - p_z * p_c;
  h_cc = g * (1 - g) * (1 - 2 * g) * c / p - p_c * p_c;
  h[2] = h[6] = theta * h_zc;
  h[5] = h[7] = h_zc;
  h[8] = h_cc;
}

static void
hessian_grm (const PsyItem *item, double theta, int k, double *h)
{
  int n = item->n_categories;
  bool has_upper = k > 0, has_lower = k < n - 1;
  double zu = has_upper ? item->a * theta + item->d[k - 1] : INFINITY;
  double zv = has_lower ? item->a * theta + item->d[k] : -INFINITY;
  double su = has_upper ? psy_logistic (zu) : 1, cu = has_upper ? psy_logistic (-zu) : 0;
  double sv = has_lower ? psy_logistic (zv) : 0, cv = has_lower ? psy_logistic (-zv) : 1;
  double factor = has_upper && has_lower ? -expm1 (zv - zu) : 1;
  /* First and second derivatives of log p by both boundaries. */
  double u = has_upper ? cu / (cv * factor) : 0;
  double v = has_lower ? -sv / (su * factor) : 0;
  double uu = u * (cu - su) - u * u, vv = v * (cv - sv) - v * v, uv = -u * v;

  for (int i = 0; i < n * n; i++)
    h[i] = 0;
  h[0] = theta * theta * (uu + 2 * uv + vv);
  if (has_upper) {
    h[k * n + k] = uu;
    h[k] = h[k * n] = theta * (uu + uv);
  }
  if (has_lower) {
    h[(k + 1) * n + k + 1] = vv;
    h[k + 1] = h[(k + 1) * n] = theta * (vv + uv);
  }
  if (has_upper && has_lower)
    h[k * n + k + 1] = h[(k + 1) * n + k] = uv;
}

void
psy_parameters_hessian (const PsyItem *item, double theta, int category, double *h)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  int n = item->n_categories;

  psy_item_evaluate (item, theta, c);
  switch (item->model) {
  case PSY_MODEL_RASCH:
    hessian_of_logit (theta, -c[0].p * c[1].p, 1, 0, h, 2);
    break;
  case PSY_MODEL_2PL:
    hessian_of_logit (theta, -c[0].p * c[1].p, 0, 1, h, 2);
    break;
  case PSY_MODEL_3PL:
    hessian_3pl (item, theta, category, h);
    break;
  case PSY_MODEL_GRM:
    hessian_grm (item, theta, category, h);
    break;
  case PSY_MODEL_GPCM: {
    double mean = 0, variance = 0;

    for (int k = 1; k < n; k++)
      mean += k * c[k].p;
    for (int k = 0; k < n; k++)
      variance += c[k].p * (k - mean) * (k - mean);
    h[0] = -theta * theta * variance;
    for (int t = 1; t < n; t++) {
      h[t] = h[t * n] = -theta * c[t].p * (t - mean);
      for (int s = 1; s < n; s++)
        h[t * n + s] = c[t].p * c[s].p - (t == s ? c[t].p : 0);
    }
    break;
  }
  case PSY_MODEL_NOMINAL:
    break;
  }
}
