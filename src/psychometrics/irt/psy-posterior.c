/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posterior distributions of many answer patterns at once, through tables of probabilities. */

#include "psy-posterior.h"

/* Below this a product may have lost what matters. */
#define SMALLEST 1e-250
#define WIDE ((size_t) 4 * PSY_LANES)

void
psy_posterior_lay_out (PsyPosterior *posterior,
                       PsyArena *arena,
                       size_t n_items,
                       size_t n_patterns,
                       uint8_t *n_categories,
                       uint8_t *radix,
                       size_t n_nodes,
                       size_t max_rows)
{
  size_t n_groups = 0, n_rows = 0, rows = 0, n_cells = 0;

  for (size_t j = 0; j < n_items; j++) {
    n_cells += n_categories[j];
    if (n_groups == 0 || rows * radix[j] > max_rows) {
      n_rows += rows;
      n_groups++;
      rows = radix[j];
    } else {
      rows *= radix[j];
    }
  }
  n_rows += rows;

  *posterior = (PsyPosterior) {
    .n_items = n_items,
    .n_patterns = n_patterns,
    .n_groups = n_groups,
    .n_rows = n_rows,
    .n_nodes = n_nodes,
    .n_padded = psy_vector_padded (n_nodes),
    .n_categories = n_categories,
    .radix = radix,
  };
  posterior->nodes = PSY_TAKE (arena, double, posterior->n_padded);
  posterior->weights = PSY_TAKE (arena, double, posterior->n_padded);
  posterior->offset = PSY_TAKE (arena, uint32_t, n_items + 1);
  posterior->group_start = PSY_TAKE (arena, uint32_t, n_groups + 1);
  posterior->row_start = PSY_TAKE (arena, uint32_t, n_groups + 1);
  posterior->codes = PSY_TAKE (arena, uint16_t, n_patterns *n_groups);
  posterior->p = PSY_TAKE (arena, double, n_cells * posterior->n_padded);
  posterior->table = PSY_TAKE (arena, double, n_rows * posterior->n_padded);
  posterior->log_scale = PSY_TAKE (arena, double, n_rows);
  if (arena->base == NULL || arena->failed)
    return;

  n_groups = 0;
  n_rows = rows = 0;
  n_cells = 0;
  for (size_t j = 0; j < n_items; j++) {
    posterior->offset[j] = (uint32_t) n_cells;
    n_cells += n_categories[j];
    if (n_groups == 0 || rows * radix[j] > max_rows) {
      n_rows += rows;
      posterior->group_start[n_groups] = (uint32_t) j;
      posterior->row_start[n_groups] = (uint32_t) n_rows;
      n_groups++;
      rows = radix[j];
    } else {
      rows *= radix[j];
    }
  }
  posterior->offset[n_items] = (uint32_t) n_cells;
  posterior->group_start[n_groups] = (uint32_t) n_items;
  posterior->row_start[n_groups] = (uint32_t) (n_rows + rows);
}

void
psy_posterior_encode (PsyPosterior *posterior,
                      const PsyQuadrature *quadrature,
                      const PsyResponses *responses,
                      const PsyPatterns *patterns)
{
  for (size_t q = 0; q < posterior->n_padded; q++) {
    bool padding = q >= posterior->n_nodes;

    posterior->nodes[q] = quadrature->nodes[padding ? posterior->n_nodes - 1 : q];
    posterior->weights[q] = padding ? 0 : quadrature->weights[q];
  }
  for (size_t i = 0; i < posterior->n_patterns; i++) {
    size_t row_index = patterns != NULL ? patterns->first[i] : i;
    const int8_t *row = responses->data + row_index * responses->stride;
    uint16_t *codes = posterior->codes + i * posterior->n_groups;

    for (size_t g = 0; g < posterior->n_groups; g++) {
      unsigned code = 0, step = 1;

      for (size_t j = posterior->group_start[g]; j < posterior->group_start[g + 1]; j++) {
        code += step * (row[j] < 0 ? posterior->n_categories[j] : (unsigned) row[j]);
        step *= posterior->radix[j];
      }
      codes[g] = (uint16_t) code;
    }
  }
}

/* z kept where neither tail of the logistic is 0: ratios of tails are wanted. */
PSY_INLINE PsyV
logit_at (double a, PsyV theta, double d)
{
  return psy_vector_min (
    psy_vector_max (psy_vector_set (a) * theta + psy_vector_set (d), psy_vector_set (-700)),
    psy_vector_set (700));
}

PSY_INLINE void
set_softmax (double *p,
             size_t n_padded,
             size_t q,
             PsyV theta,
             int n,
             const double *slopes,
             const double *d)
{
  PsyV z[PSY_MAX_CATEGORIES], top = psy_vector_set (slopes[0]) * theta, sum = psy_vector_set (0);

  z[0] = top;
  for (int k = 1; k < n; k++) {
    z[k] = psy_vector_set (slopes[k]) * theta + psy_vector_set (d[k - 1]);
    top = psy_vector_max (top, z[k]);
  }
  for (int k = 0; k < n; k++) {
    z[k] = psy_vector_exp (z[k] - top);
    sum += z[k];
  }
  for (int k = 0; k < n; k++)
    psy_vector_store (p + (size_t) k * n_padded + q, z[k] / sum);
}

PSY_CLONES void
psy_posterior_item_table (const PsyItem *item, const double *nodes, size_t n_padded, double *p)
{
  double slopes[PSY_MAX_CATEGORIES];
  int n = item->n_categories;
  double factor[PSY_MAX_CATEGORIES];

  for (int k = 0; k < n; k++) {
    slopes[k] = item->model == PSY_MODEL_NOMINAL ? item->slopes[k] : k * item->a;
    factor[k] = k == 0 || k == n - 1 ? 1 : -expm1 (item->d[k] - item->d[k - 1]);
  }
  for (size_t q = 0; q < n_padded; q += PSY_LANES) {
    PsyV theta = psy_vector_load (nodes + q);
    PsyV one = psy_vector_set (1);

    switch (item->model) {
    case PSY_MODEL_RASCH:
    case PSY_MODEL_2PL:
    case PSY_MODEL_3PL: {
      PsyV z = logit_at (item->a, theta, item->d[0]);
      double g = item->model == PSY_MODEL_3PL ? item->g : 0;

      psy_vector_store (p + q, psy_vector_set (1 - g) * psy_vector_logistic (-z));
      psy_vector_store (p + n_padded + q,
                        psy_vector_set (g) + psy_vector_set (1 - g) * psy_vector_logistic (z));
      break;
    }
    case PSY_MODEL_GRM: {
      PsyV upper = one;

      for (int k = 0; k < n; k++) {
        PsyV z = k < n - 1 ? logit_at (item->a, theta, item->d[k]) : psy_vector_set (0);
        PsyV complement = k < n - 1 ? psy_vector_logistic (-z) : one;

        psy_vector_store (p + (size_t) k * n_padded + q,
                          upper * complement * psy_vector_set (factor[k]));
        upper = psy_vector_logistic (z);
      }
      break;
    }
    case PSY_MODEL_GPCM:
    case PSY_MODEL_NOMINAL:
      set_softmax (p, n_padded, q, theta, n, slopes, item->d);
      break;
    }
  }
}

void
psy_posterior_set_items (PsyPosterior *posterior, const PsyItem *items)
{
  for (size_t j = 0; j < posterior->n_items; j++)
    psy_posterior_item_table (&items[j], posterior->nodes, posterior->n_padded,
                              posterior->p + posterior->offset[j] * posterior->n_padded);
}

PSY_CLONES static void
multiply_row (const PsyPosterior *posterior,
              size_t g,
              size_t row,
              double *restrict out,
              double *log_scale)
{
  size_t n_padded = posterior->n_padded;
  PsyV top = psy_vector_set (0);
  unsigned code = (unsigned) row;
  double largest, scale;

  for (size_t q = 0; q < n_padded; q += PSY_LANES)
    psy_vector_store (out + q, psy_vector_set (1));
  for (size_t j = posterior->group_start[g]; j < posterior->group_start[g + 1]; j++) {
    unsigned k = code % posterior->radix[j];
    const double *p = posterior->p + (posterior->offset[j] + k) * n_padded;

    code /= posterior->radix[j];
    if (k >= posterior->n_categories[j])
      continue;
    for (size_t q = 0; q < n_padded; q += PSY_LANES)
      psy_vector_store (out + q, psy_vector_load (out + q) * psy_vector_load (p + q));
  }
  for (size_t q = 0; q < n_padded; q += PSY_LANES)
    top = psy_vector_max (top, psy_vector_load (out + q));
  largest = 0;
  for (int lane = 0; lane < PSY_LANES; lane++)
    largest = top[lane] > largest ? top[lane] : largest;
  /* A row nobody could give stays 0; who gave it is done with logarithms. */
  scale = largest > 0 ? 1 / largest : 0;
  if (!isfinite (scale))
    scale = 0;
  for (size_t q = 0; q < n_padded; q += PSY_LANES)
    psy_vector_store (out + q, psy_vector_load (out + q) * psy_vector_set (scale));
  *log_scale = scale > 0 ? log (largest) : 0;
}

void
psy_posterior_multiply (PsyPosterior *posterior)
{
  for (size_t g = 0; g < posterior->n_groups; g++) {
    for (size_t row = posterior->row_start[g]; row < posterior->row_start[g + 1]; row++)
      multiply_row (posterior, g, row - posterior->row_start[g],
                    posterior->table + row * posterior->n_padded, &posterior->log_scale[row]);
  }
}

/* Writes weights times P (pattern) to @out, scaled to a largest value of 1. */
static double
with_logarithms (const PsyPosterior *posterior, const PsyItem *items, size_t pattern, double *out)
{
  PsyCategory c[PSY_MAX_CATEGORIES];
  double top = -INFINITY;

  for (size_t q = 0; q < posterior->n_padded; q++) {
    out[q] = q < posterior->n_nodes ? log (posterior->weights[q]) : -INFINITY;
    for (size_t g = 0; g < posterior->n_groups && q < posterior->n_nodes; g++) {
      for (size_t j = posterior->group_start[g]; j < posterior->group_start[g + 1]; j++) {
        int x = psy_posterior_answer (posterior, pattern, g, j);

        if (x < 0)
          continue;
        psy_item_evaluate (&items[j], posterior->nodes[q], c);
        out[q] += c[x].log_p;
      }
    }
    top = fmax (top, out[q]);
  }
  for (size_t q = 0; q < posterior->n_padded; q++)
    out[q] = isfinite (top) ? exp (out[q] - top) : 0;
  return top;
}

/* Four vectors of nodes at a time: a row is looked up once for all of them, and their products do
 * not wait for each other. Returns @sum with the products added in the order of the nodes. */
PSY_INLINE PsyV
multiply_wide (const double *weights,
               const double **rows,
               size_t n_groups,
               size_t q,
               double *out,
               PsyV sum)
{
  PsyV a = psy_vector_load (weights), b = psy_vector_load (weights + PSY_LANES);
  PsyV c = psy_vector_load (weights + 2 * PSY_LANES), d = psy_vector_load (weights + 3 * PSY_LANES);

  for (size_t g = 0; g < n_groups; g++) {
    const double *row = rows[g] + q;

    a *= psy_vector_load (row);
    b *= psy_vector_load (row + PSY_LANES);
    c *= psy_vector_load (row + 2 * PSY_LANES);
    d *= psy_vector_load (row + 3 * PSY_LANES);
  }
  psy_vector_store (out, a);
  psy_vector_store (out + PSY_LANES, b);
  psy_vector_store (out + 2 * PSY_LANES, c);
  psy_vector_store (out + 3 * PSY_LANES, d);
  return sum + a + b + c + d;
}

PSY_INLINE void
add_wide (const double *from,
          PsyV scale,
          double *sums,
          const double **rows,
          const double *table,
          size_t n_groups)
{
  PsyV a = psy_vector_load (from) * scale, b = psy_vector_load (from + PSY_LANES) * scale;
  PsyV c = psy_vector_load (from + 2 * PSY_LANES) * scale,
       d = psy_vector_load (from + 3 * PSY_LANES) * scale;

  for (size_t g = 0; g < n_groups; g++) {
    double *to = sums + (rows[g] - table);

    psy_vector_store (to, psy_vector_load (to) + a);
    psy_vector_store (to + PSY_LANES, psy_vector_load (to + PSY_LANES) + b);
    psy_vector_store (to + 2 * PSY_LANES, psy_vector_load (to + 2 * PSY_LANES) + c);
    psy_vector_store (to + 3 * PSY_LANES, psy_vector_load (to + 3 * PSY_LANES) + d);
  }
}

PSY_CLONES static double
evaluate (const PsyPosterior *posterior,
          const PsyItem *items,
          size_t first,
          size_t last,
          const double *restrict counts,
          double *restrict sums,
          double *restrict posteriors,
          PsyEstimate *restrict moments,
          double *restrict log_marginals,
          double *restrict scratch,
          const double **rows)
{
  size_t n_padded = posterior->n_padded, n_groups = posterior->n_groups;
  size_t n_wide = n_padded / WIDE * WIDE;
  const uint32_t *restrict row_start = posterior->row_start;
  double total = 0;

  for (size_t i = first; i < last; i++) {
    const uint16_t *restrict codes = posterior->codes + i * n_groups;
    double *restrict out = posteriors != NULL ? posteriors + (i - first) * n_padded : scratch;
    double log_scale = 0, sum, factor, count = counts != NULL ? counts[i] : 1;
    PsyV sum_v = psy_vector_set (0);

    for (size_t g = 0; g < n_groups; g++) {
      size_t row = row_start[g] + codes[g];

      rows[g] = posterior->table + row * n_padded;
      log_scale += posterior->log_scale[row];
    }
    for (size_t q = 0; q < n_wide; q += WIDE)
      sum_v = multiply_wide (posterior->weights + q, rows, n_groups, q, out + q, sum_v);
    for (size_t q = n_wide; q < n_padded; q += PSY_LANES) {
      PsyV product = psy_vector_load (posterior->weights + q);

      for (size_t g = 0; g < n_groups; g++)
        product *= psy_vector_load (rows[g] + q);
      psy_vector_store (out + q, product);
      sum_v += product;
    }
    sum = psy_vector_sum (sum_v);
    if (!(sum > SMALLEST)) {
      log_scale = with_logarithms (posterior, items, i, out);
      sum = 0;
      for (size_t q = 0; q < n_padded; q++)
        sum += out[q];
    }
    log_scale += log (sum);
    total += count * log_scale;
    if (log_marginals != NULL)
      log_marginals[i - first] = log_scale;
    factor = 1 / sum;
    if (moments != NULL) {
      PsyV m1 = psy_vector_set (0), m2 = psy_vector_set (0);
      double mean;

      for (size_t q = 0; q < n_padded; q += PSY_LANES)
        m1 += psy_vector_load (out + q) * psy_vector_load (posterior->nodes + q);
      mean = psy_vector_sum (m1) * factor;
      for (size_t q = 0; q < n_padded; q += PSY_LANES) {
        PsyV away = psy_vector_load (posterior->nodes + q) - psy_vector_set (mean);

        m2 += psy_vector_load (out + q) * away * away;
      }
      moments[i - first] = (PsyEstimate) { mean, sqrt (psy_vector_sum (m2) * factor) };
    }
    if (posteriors != NULL) {
      for (size_t q = 0; q < n_padded; q += PSY_LANES)
        psy_vector_store (out + q, psy_vector_load (out + q) * psy_vector_set (factor));
      factor = 1;
    }
    if (sums != NULL) {
      PsyV scale = psy_vector_set (count * factor);

      for (size_t q = 0; q < n_wide; q += WIDE)
        add_wide (out + q, scale, sums + q, rows, posterior->table, n_groups);
      for (size_t q = n_wide; q < n_padded; q += PSY_LANES) {
        PsyV share = psy_vector_load (out + q) * scale;

        for (size_t g = 0; g < n_groups; g++) {
          double *at = sums + (rows[g] - posterior->table) + q;

          psy_vector_store (at, psy_vector_load (at) + share);
        }
      }
    }
  }
  return total;
}

double
psy_posterior_evaluate (const PsyPosterior *posterior,
                        const PsyItem *items,
                        size_t first,
                        size_t last,
                        const double *counts,
                        double *sums,
                        double *posteriors,
                        PsyEstimate *moments,
                        double *log_marginals,
                        double *scratch)
{
  /* Row pointers stand behind the nodes of the scratch space. */
  return evaluate (posterior, items, first, last, counts, sums, posteriors, moments, log_marginals,
                   scratch, (const double **) (void *) (scratch + posterior->n_padded));
}

void
psy_posterior_fold (const PsyPosterior *posterior, const double *sums, double *counts)
{
  size_t n_padded = posterior->n_padded;

  for (size_t i = 0; i < posterior->offset[posterior->n_items] * n_padded; i++)
    counts[i] = 0;
  for (size_t g = 0; g < posterior->n_groups; g++) {
    for (size_t row = posterior->row_start[g]; row < posterior->row_start[g + 1]; row++) {
      unsigned code = (unsigned) (row - posterior->row_start[g]);

      for (size_t j = posterior->group_start[g]; j < posterior->group_start[g + 1]; j++) {
        unsigned k = code % posterior->radix[j];

        code /= posterior->radix[j];
        if (k >= posterior->n_categories[j])
          continue;
        for (size_t q = 0; q < n_padded; q++)
          counts[(posterior->offset[j] + k) * n_padded + q] += sums[row * n_padded + q];
      }
    }
  }
}
