/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers counted by matching score, group and category. Private. */
#pragma once

#include "psy-arena.h"
#include "psy-dif.h"

/**
 * PsyDifTables:
 * @n_scores: possible matching scores
 * @n_categories: of each item
 * @anchor: whether an item is part of the matching score
 * @start: where an item's table begins; score s, group g, category k is at
 *   start + (s * 2 + g) * n_categories + k
 * @counts: all tables
 */
typedef struct {
  size_t n_items, n_scores, n_cells;
  int8_t *n_categories, *lowest;
  uint8_t *anchor, *flags;
  uint32_t *start, *counts;
  size_t n_persons[2];
} PsyDifTables;

/** psy_dif_tables_at: the counts of group and category of an item at a score. */
static inline const uint32_t *
psy_dif_tables_at (const PsyDifTables *tables, size_t item, size_t score, size_t group)
{
  return tables->counts + tables->start[item] +
         (score * 2 + group) * (size_t) tables->n_categories[item];
}

/**
 * PsyDifStudy: studies one item of @results; whether it treats the groups differently.
 */
typedef bool (*PsyDifStudy) (const PsyDifTables *tables, size_t item, double alpha, void *results);

/**
 * psy_dif_tables_study: every item studied with the present anchors, and again without the flagged
 *   ones until no flag changes; arguments, @rounds and errors as psy_dif_mantel_haenszel().
 */
PsyStatus psy_dif_tables_study (const PsyResponses *responses,
                                const uint8_t *groups,
                                const PsyDifOptions *options,
                                void *work,
                                size_t work_size,
                                PsyDifStudy study,
                                void *results,
                                int *rounds);
