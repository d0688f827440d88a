/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The observed information of the marginal likelihood, by Louis' formula.
 *
 * I = -E (second derivatives) - sum over patterns of Cov (scores), both under the posterior of
 * theta. E (u u') needs the posterior sums of every pair of answers; they are collected for pairs
 * of groups of items, so that a pattern costs one row of additions a pair of groups. */

#include <math.h>
#include <string.h>

#include "psy-calibrate-fit.h"

/* Pairs of groups have at most the square of this many rows: they stay in the second-level cache.
 */
#define GROUP_ROWS 16
/* Patterns whose posteriors are held at a time. */
#define BLOCK 512
/* Bytes of pair tables held at a time; more pairs mean another pass over the patterns. */
#define TABLE_BYTES ((size_t) 64 << 20)

typedef struct {
  PsyPosterior groups;
  size_t n_padded, n_columns;
  uint32_t *u_start;
  double *posteriors, *means, *u, *tables, *expected, *squares, *cells;
  const double *block_counts;
  size_t table_doubles;
} Louis;

static size_t
rows_of (const PsyPosterior *groups, size_t g)
{
  return groups->row_start[g + 1] - groups->row_start[g];
}

/* Rows of the table of two groups; a group with itself has only equal rows. */
static size_t
pair_rows (const PsyPosterior *groups, size_t g, size_t h)
{
  return g == h ? rows_of (groups, g) : rows_of (groups, g) * rows_of (groups, h);
}

static void
lay_out (Louis *louis, const PsyFit *fit, PsyArena *arena, size_t n_patterns)
{
  size_t n_u = 0, rows = 0, largest_rows = 0;
  size_t n_groups;

  psy_posterior_lay_out (&louis->groups, arena, fit->n_items, n_patterns, fit->n_categories,
                         fit->radix, fit->posterior.n_nodes, GROUP_ROWS);
  louis->n_padded = louis->groups.n_padded;
  louis->n_columns = psy_vector_padded (fit->n_parameters);
  n_groups = louis->groups.n_groups;
  for (size_t j = 0; j < fit->n_items; j++)
    n_u += (size_t) fit->n_categories[j] *
           (size_t) psy_parameters_n_derivatives (psy_fit_model (fit, j), fit->n_categories[j]);
  /* One group against all, at the worst; the whole triangle if it is small. */
  largest_rows = fit->n_items > 0 ? PSY_MAX_CATEGORIES + 1 : 0;
  for (size_t j = 0; j < fit->n_items; j++)
    rows = fit->radix[j] > rows ? fit->radix[j] : rows;
  largest_rows = rows > GROUP_ROWS ? rows : GROUP_ROWS;
  louis->table_doubles = n_groups * largest_rows * largest_rows * louis->n_padded;
  if ((n_groups + 1) / 2 < TABLE_BYTES / sizeof (double) / (louis->table_doubles + 1))
    louis->table_doubles *= (n_groups + 1) / 2;
  else if (louis->table_doubles < TABLE_BYTES / sizeof (double))
    louis->table_doubles = TABLE_BYTES / sizeof (double);

  louis->u_start = PSY_TAKE (arena, uint32_t, fit->n_items + 1);
  louis->posteriors = PSY_TAKE (arena, double, BLOCK * louis->n_padded);
  louis->means = PSY_TAKE (arena, double, BLOCK * louis->n_columns);
  louis->u = PSY_TAKE (arena, double, n_u * louis->n_padded);
  louis->tables = PSY_TAKE (arena, double, louis->table_doubles);
  louis->expected = PSY_TAKE (arena, double, louis->n_columns * louis->n_columns);
  louis->squares = PSY_TAKE (arena, double, louis->n_columns * louis->n_columns);
  louis->cells =
    PSY_TAKE (arena, double, (PSY_MAX_CATEGORIES + 1) * (PSY_MAX_CATEGORIES + 1) * louis->n_padded);
}

/* Where a derivative of an item stands among all parameters. */
static size_t
column_of (const PsyFit *fit, size_t item, int derivative)
{
  if (psy_fit_model (fit, item) == PSY_MODEL_RASCH && derivative == 1)
    return fit->shared;
  return fit->at[item] + (size_t) derivative;
}

static int
derivatives_of (const PsyFit *fit, size_t item)
{
  return psy_parameters_n_derivatives (psy_fit_model (fit, item), fit->n_categories[item]);
}

PSY_CLONES static void
add_pair (const Louis *louis, size_t first, size_t n, size_t g, size_t h, double *restrict table)
{
  const PsyPosterior *groups = &louis->groups;
  size_t n_padded = louis->n_padded, n_groups = groups->n_groups;
  size_t rows_h = g == h ? 0 : rows_of (groups, h);

  for (size_t i = 0; i < n; i++) {
    const uint16_t *codes = groups->codes + (first + i) * n_groups;
    size_t row = g == h ? codes[g] : codes[g] * rows_h + codes[h];
    double *restrict to = table + row * n_padded;
    const double *restrict from = louis->posteriors + i * n_padded;

    for (size_t q = 0; q < n_padded; q += PSY_LANES)
      psy_vector_store (to + q, psy_vector_load (to + q) + psy_vector_load (from + q));
  }
}

/* Posterior means of the scores of one pattern. */
PSY_CLONES static void
find_means (const Louis *louis,
            const PsyFit *fit,
            size_t pattern,
            const double *restrict posterior,
            double scale,
            double *restrict out)
{
  const PsyPosterior *groups = &louis->groups;
  size_t n_padded = louis->n_padded;

  for (size_t t = 0; t < louis->n_columns; t++)
    out[t] = 0;
  for (size_t g = 0; g < groups->n_groups; g++) {
    unsigned code = groups->codes[pattern * groups->n_groups + g];

    for (size_t j = groups->group_start[g]; j < groups->group_start[g + 1]; j++) {
      int n_derivatives = derivatives_of (fit, j);
      unsigned x = code % groups->radix[j];
      const double *u;

      code /= groups->radix[j];
      if (x >= groups->n_categories[j])
        continue;
      u = louis->u + (louis->u_start[j] + x * (unsigned) n_derivatives) * n_padded;
      for (int t = 0; t < n_derivatives; t++, u += n_padded) {
        PsyV sum = psy_vector_set (0);

        if (fit->items[j].model == PSY_MODEL_GRM && t > 0 && t != (int) x && t != (int) x + 1)
          continue;
        for (size_t q = 0; q < n_padded; q += PSY_LANES)
          sum += psy_vector_load (posterior + q) * psy_vector_load (u + q);
        out[column_of (fit, j, t)] += psy_vector_sum (sum) * scale;
      }
    }
  }
}

/* squares += means' means, lower triangle by blocks of four rows and eight columns. */
PSY_CLONES static void
add_squares (const double *restrict means, size_t n, size_t n_columns, double *restrict squares)
{
  for (size_t i = 0; i < n_columns; i += 4) {
    for (size_t j = 0; j <= i + 3; j += PSY_LANES) {
      PsyV a = psy_vector_set (0), b = a, c = a, d = a;

      for (size_t p = 0; p < n; p++) {
        const double *row = means + p * n_columns;
        PsyV right = psy_vector_load (row + j);

        a += psy_vector_set (row[i]) * right;
        b += psy_vector_set (row[i + 1]) * right;
        c += psy_vector_set (row[i + 2]) * right;
        d += psy_vector_set (row[i + 3]) * right;
      }
      psy_vector_store (squares + i * n_columns + j,
                        psy_vector_load (squares + i * n_columns + j) + a);
      psy_vector_store (squares + (i + 1) * n_columns + j,
                        psy_vector_load (squares + (i + 1) * n_columns + j) + b);
      psy_vector_store (squares + (i + 2) * n_columns + j,
                        psy_vector_load (squares + (i + 2) * n_columns + j) + c);
      psy_vector_store (squares + (i + 3) * n_columns + j,
                        psy_vector_load (squares + (i + 3) * n_columns + j) + d);
    }
  }
}

/* One pass over the patterns for the pairs of groups first_g..last_g - 1 with all later ones. */
static void
collect (Louis *louis, PsyFit *fit, size_t first_g, size_t last_g, bool with_means)
{
  const PsyPosterior *groups = &louis->groups;
  size_t n_padded = louis->n_padded, n_patterns = groups->n_patterns;

  memset (louis->tables, 0, louis->table_doubles * sizeof (double));
  for (size_t first = 0; first < n_patterns; first += BLOCK) {
    size_t n = n_patterns - first < BLOCK ? n_patterns - first : BLOCK;
    double *table = louis->tables;

    psy_posterior_evaluate (&fit->posterior, fit->trial, first, first + n, NULL, NULL,
                            louis->posteriors, NULL, NULL, fit->scratch);
    for (size_t i = 0; i < n && with_means; i++)
      find_means (louis, fit, first + i, louis->posteriors + i * n_padded,
                  sqrt (fit->patterns.counts[first + i]), louis->means + i * louis->n_columns);
    if (with_means)
      add_squares (louis->means, n, louis->n_columns, louis->squares);
    for (size_t i = 0; i < n; i++) {
      double count = fit->patterns.counts[first + i];

      for (size_t q = 0; q < n_padded && count != 1; q++)
        louis->posteriors[i * n_padded + q] *= count;
    }
    for (size_t g = first_g; g < last_g; g++) {
      for (size_t h = g; h < groups->n_groups; h++) {
        add_pair (louis, first, n, g, h, table);
        table += pair_rows (groups, g, h) * n_padded;
      }
    }
  }
}

/* The digit of an item in the code of its group. */
static unsigned
digit (const PsyPosterior *groups, size_t g, size_t item, size_t code)
{
  for (size_t j = groups->group_start[g]; j < item; j++)
    code /= groups->radix[j];
  return (unsigned) (code % groups->radix[item]);
}

PSY_CLONES static void
contract (Louis *louis,
          const PsyFit *fit,
          size_t g,
          size_t h,
          size_t j,
          size_t k,
          const double *table)
{
  const PsyPosterior *groups = &louis->groups;
  size_t n_padded = louis->n_padded, rows_h = rows_of (groups, h);
  size_t n_j = groups->n_categories[j], n_k = groups->n_categories[k];
  int t_j = derivatives_of (fit, j), t_k = derivatives_of (fit, k);

  memset (louis->cells, 0, n_j * n_k * n_padded * sizeof (double));
  for (size_t row = 0; row < pair_rows (groups, g, h); row++) {
    size_t x = digit (groups, g, j, g == h ? row : row / rows_h);
    size_t y = digit (groups, h, k, g == h ? row : row % rows_h);
    double *cell = louis->cells + (x * n_k + y) * n_padded;

    if (x >= n_j || y >= n_k)
      continue;
    for (size_t q = 0; q < n_padded; q += PSY_LANES)
      psy_vector_store (cell + q,
                        psy_vector_load (cell + q) + psy_vector_load (table + row * n_padded + q));
  }
  for (size_t x = 0; x < n_j; x++) {
    for (size_t y = 0; y < n_k; y++) {
      const double *cell = louis->cells + (x * n_k + y) * n_padded;

      if (j == k && x != y)
        continue;
      for (int t = 0; t < t_j; t++) {
        const double *u = louis->u + (louis->u_start[j] + x * (size_t) t_j + (size_t) t) * n_padded;

        for (int s = 0; s < t_k; s++) {
          const double *v =
            louis->u + (louis->u_start[k] + y * (size_t) t_k + (size_t) s) * n_padded;
          size_t a = column_of (fit, j, t), b = column_of (fit, k, s);
          PsyV sum = psy_vector_set (0);
          double value;

          for (size_t q = 0; q < n_padded; q += PSY_LANES)
            sum += psy_vector_load (cell + q) * psy_vector_load (u + q) * psy_vector_load (v + q);
          value = psy_vector_sum (sum);
          louis->expected[a * louis->n_columns + b] += value;
          if (j != k)
            louis->expected[b * louis->n_columns + a] += value;
        }
      }
    }
  }
}

/* -E (second derivatives), from the expected counts of the last evaluation. */
static void
add_complete (const PsyFit *fit, double *h)
{
  const PsyPosterior *posterior = &fit->posterior;
  size_t n = fit->n_parameters;

  for (size_t j = 0; j < fit->n_items; j++) {
    int n_derivatives = derivatives_of (fit, j);
    double second[PSY_MAX_PARAMETERS * PSY_MAX_PARAMETERS];

    for (int k = 0; k < fit->n_categories[j]; k++) {
      const double *counts =
        fit->counts + (posterior->offset[j] + (size_t) k) * posterior->n_padded;

      for (size_t q = 0; q < posterior->n_nodes; q++) {
        if (counts[q] == 0)
          continue;
        psy_parameters_hessian (&fit->trial[j], posterior->nodes[q], k, second);
        for (int t = 0; t < n_derivatives; t++) {
          for (int s = 0; s < n_derivatives; s++)
            h[column_of (fit, j, t) * n + column_of (fit, j, s)] -=
              counts[q] * second[t * n_derivatives + s];
        }
      }
    }
  }
}

static void
add_priors (const PsyFit *fit, double *h)
{
  const PsyCalibration *calibration = fit->calibration;
  size_t n = fit->n_parameters;

  for (size_t j = 0; j < fit->n_items; j++) {
    const PsyItem *item = &fit->trial[j];
    bool rasch = item->model == PSY_MODEL_RASCH;
    size_t slope = rasch ? fit->shared : fit->at[j];

    if (item->model == PSY_MODEL_3PL && calibration->guess_sd > 0)
      h[(slope + 2) * n + slope + 2] += 1 / (calibration->guess_sd * calibration->guess_sd);
    if (calibration->slope_sd > 0 && (!rasch || j == 0)) {
      double s = calibration->slope_sd * item->a;

      h[slope * n + slope] += (1 - log (item->a) + calibration->slope_mean) / (s * s);
    }
  }
}

PsyStatus
psy_fit_information (PsyFit *fit, const PsyResponses *responses, PsyArena *arena, double *h)
{
  size_t n = fit->n_parameters;
  PsyPosterior *posterior = &fit->posterior;
  bool measuring = arena->base == NULL;
  PsyQuadrature quadrature = { posterior->nodes, posterior->weights, posterior->n_nodes };
  const PsyPosterior *groups;
  Louis louis;
  size_t n_u = 0;

  if (measuring) {
    /* The matrix and its factor, too. */
    psy_arena_take (arena, n * n, sizeof (double));
    psy_arena_take (arena, n * n, sizeof (double));
  }
  lay_out (&louis, fit, arena, measuring ? responses->n_persons : fit->patterns.n);
  if (measuring)
    return PSY_OK;
  if (arena->failed)
    return PSY_ERROR_WORKSPACE;
  groups = &louis.groups;
  psy_posterior_encode (&louis.groups, &quadrature, responses, &fit->patterns);
  for (size_t j = 0; j < fit->n_items; j++) {
    louis.u_start[j] = (uint32_t) n_u;
    psy_parameters_scores (&fit->trial[j], posterior->nodes, posterior->n_padded,
                           posterior->p + posterior->offset[j] * posterior->n_padded,
                           louis.u + n_u * louis.n_padded);
    n_u += (size_t) fit->n_categories[j] * (size_t) derivatives_of (fit, j);
  }
  memset (louis.expected, 0, louis.n_columns * louis.n_columns * sizeof (double));
  memset (louis.squares, 0, louis.n_columns * louis.n_columns * sizeof (double));

  for (size_t first = 0; first < groups->n_groups;) {
    size_t last = first, needed = 0;
    const double *table = louis.tables;

    do {
      for (size_t k = last; k < groups->n_groups; k++)
        needed += pair_rows (groups, last, k) * louis.n_padded;
      last += needed <= louis.table_doubles;
    } while (last < groups->n_groups && needed <= louis.table_doubles);
    collect (&louis, fit, first, last, first == 0);
    for (size_t g = first; g < last; g++) {
      for (size_t k = g; k < groups->n_groups; k++) {
        for (size_t i = groups->group_start[g]; i < groups->group_start[g + 1]; i++) {
          for (size_t j = g == k ? i : groups->group_start[k]; j < groups->group_start[k + 1]; j++)
            contract (&louis, fit, g, k, i, j, table);
        }
        table += pair_rows (groups, g, k) * louis.n_padded;
      }
    }
    first = last;
  }

  for (size_t a = 0; a < n; a++) {
    for (size_t b = 0; b < n; b++) {
      size_t row = a > b ? a : b, column = a > b ? b : a;

      h[a * n + b] =
        louis.squares[row * louis.n_columns + column] - louis.expected[a * louis.n_columns + b];
    }
  }
  add_complete (fit, h);
  add_priors (fit, h);
  return PSY_OK;
}
