/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posterior distributions of many answer patterns at once, through tables of probabilities.
 * Private.
 *
 * Items stand in groups; all their answers together are one row of a table, so that a pattern costs
 * one multiplication a group and node instead of one an item and node. Products of probabilities
 * are scaled by row; patterns whose product leaves the range of doubles are done again with
 * logarithms. */
#pragma once

#include "psy-arena.h"
#include "psy-item.h"
#include "psy-patterns.h"
#include "psy-quadrature.h"
#include "psy-vector.h"

/**
 * PsyPosterior:
 * @n_items, @n_patterns, @n_groups, @n_rows: sizes
 * @n_nodes, @n_padded: nodes, and nodes rounded up to whole vectors
 * @nodes, @weights: n_padded values; padding repeats the last node with weight 0
 * @n_categories: of each item
 * @radix: n_categories, one more when the item has missing answers
 * @offset: of each item's first row in item tables; n_items + 1 values
 * @group_start: first item of each group; n_groups + 1 values
 * @row_start: first row of each group; n_groups + 1 values
 * @codes: row of each pattern in each group, from the group's first row
 * @p: probabilities, a row of n_padded for each item and category
 * @table: products, a row of n_padded for each row of a group
 * @log_scale: logarithm of what each row of @table was divided by
 */
typedef struct {
  size_t n_items, n_patterns, n_groups, n_rows;
  size_t n_nodes, n_padded;
  double *nodes, *weights;
  uint8_t *n_categories, *radix;
  uint32_t *offset, *group_start, *row_start;
  uint16_t *codes;
  double *p, *table, *log_scale;
} PsyPosterior;

/**
 * psy_posterior_lay_out:
 * @n_categories, @radix: of each item; borrowed
 * @max_rows: rows of a group, at most (one item may need more)
 */
void psy_posterior_lay_out (PsyPosterior *posterior,
                            PsyArena *arena,
                            size_t n_items,
                            size_t n_patterns,
                            uint8_t *n_categories,
                            uint8_t *radix,
                            size_t n_nodes,
                            size_t max_rows);

/** psy_posterior_encode: nodes, weights and the codes of the patterns. */
void psy_posterior_encode (PsyPosterior *posterior,
                           const PsyQuadrature *quadrature,
                           const PsyResponses *responses,
                           const PsyPatterns *patterns);

/** psy_posterior_item_table: probabilities at @n_padded nodes, a row for each category. */
void
psy_posterior_item_table (const PsyItem *item, const double *nodes, size_t n_padded, double *p);

/** psy_posterior_set_items: @p from the items' parameters. */
void psy_posterior_set_items (PsyPosterior *posterior, const PsyItem *items);

/** psy_posterior_multiply: @table and @log_scale from @p. */
void psy_posterior_multiply (PsyPosterior *posterior);

/**
 * psy_posterior_evaluate:
 * @items: for patterns that need logarithms
 * @first, @last: patterns, the last not included
 * @counts: (nullable): weight of each pattern
 * @sums: (nullable): n_rows * n_padded values, to which posteriors are added
 * @posteriors: (nullable): receives n_padded values for each pattern from @first on
 * @moments: (nullable): receives the mean and standard deviation of each pattern from @first on
 * @log_marginals: (nullable): receives log P of each pattern from @first on
 * @scratch: psy_posterior_scratch() doubles of this task's own
 *
 * Returns: the weighted log-likelihood.
 */
double psy_posterior_evaluate (const PsyPosterior *posterior,
                               const PsyItem *items,
                               size_t first,
                               size_t last,
                               const double *counts,
                               double *sums,
                               double *posteriors,
                               PsyEstimate *moments,
                               double *log_marginals,
                               double *scratch);

/** psy_posterior_scratch: doubles of scratch space that one task of psy_posterior_evaluate() needs.
 */
static inline size_t
psy_posterior_scratch (const PsyPosterior *posterior)
{
  return posterior->n_padded + psy_vector_padded (posterior->n_groups);
}

/** psy_posterior_fold: expected counts of each item and category (rows as in @p) from @sums. */
void psy_posterior_fold (const PsyPosterior *posterior, const double *sums, double *counts);

/** psy_posterior_answer: pattern's answer to an item: a category, or -1 when missing. */
static inline int
psy_posterior_answer (const PsyPosterior *posterior, size_t pattern, size_t group, size_t item)
{
  unsigned code = posterior->codes[pattern * posterior->n_groups + group];

  for (size_t j = posterior->group_start[group]; j < item; j++)
    code /= posterior->radix[j];
  code %= posterior->radix[item];
  return code < posterior->n_categories[item] ? (int) code : -1;
}
