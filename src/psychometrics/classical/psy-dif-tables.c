/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers counted by matching score, group and category. */

#include "psy-dif-tables.h"

#include <string.h>

#include "psy-patterns.h"

static /* With no arena memory only shapes are needed; they come from a scan of the answers. */
  PsyStatus
  begin (PsyDifTables *tables, const PsyResponses *responses, PsyArena *arena)
{
  size_t n = responses->n_items, cells = 0;

  *tables = (PsyDifTables) { .n_items = n };
  tables->n_categories = PSY_TAKE (arena, int8_t, n);
  tables->lowest = PSY_TAKE (arena, int8_t, n);
  tables->anchor = PSY_TAKE (arena, uint8_t, n);
  tables->flags = PSY_TAKE (arena, uint8_t, n);
  tables->start = PSY_TAKE (arena, uint32_t, n + 1);
  if (arena->base == NULL) {
    /* The most any answers could need. */
    size_t highest = 0, scores;

    for (size_t p = 0; p < responses->n_persons; p++) {
      for (size_t j = 0; j < n; j++) {
        int x = responses->data[p * responses->stride + j];

        highest = x > (int) highest ? (size_t) x : highest;
      }
    }
    highest = highest < 1 ? 1 : highest;
    if (highest >= PSY_MAX_CATEGORIES)
      return PSY_ERROR_ARGUMENT;
    scores = n * highest + 1;
    if (n > 100000)
      return PSY_ERROR_ARGUMENT;
    psy_arena_take (arena, n * (highest + 1) * 2 * scores, sizeof (uint32_t));
    return PSY_OK;
  }
  if (arena->failed)
    return PSY_ERROR_WORKSPACE;
  psy_patterns_responses_scan (responses, tables->n_categories, tables->lowest);
  tables->n_scores = 1;
  for (size_t j = 0; j < n; j++) {
    if (tables->n_categories[j] >= PSY_MAX_CATEGORIES)
      return PSY_ERROR_ARGUMENT;
    tables->n_categories[j] =
      tables->n_categories[j] < 1 ? 2 : (int8_t) (tables->n_categories[j] + 1);
    tables->n_scores += (size_t) tables->n_categories[j] - 1;
    tables->anchor[j] = 1;
    tables->flags[j] = 0;
  }
  for (size_t j = 0; j < n; j++) {
    tables->start[j] = (uint32_t) cells;
    cells += tables->n_scores * 2 * (size_t) tables->n_categories[j];
    if (cells > UINT32_MAX)
      return PSY_ERROR_ARGUMENT;
  }
  tables->start[n] = (uint32_t) cells;
  tables->n_cells = cells;
  tables->counts = PSY_TAKE (arena, uint32_t, cells);
  return arena->failed ? PSY_ERROR_WORKSPACE : PSY_OK;
}

static void
count (PsyDifTables *tables, const PsyResponses *responses, const uint8_t *groups)
{
  size_t n = tables->n_items;

  memset (tables->counts, 0, tables->n_cells * sizeof (uint32_t));
  tables->n_persons[0] = tables->n_persons[1] = 0;
  for (size_t p = 0; p < responses->n_persons; p++) {
    const int8_t *row = responses->data + p * responses->stride;
    unsigned score = 0;
    int8_t missing = 0;

    if (groups[p] > 1)
      continue;
    for (size_t j = 0; j < n; j++) {
      missing |= row[j];
      score += tables->anchor[j] ? (unsigned) row[j] : 0;
    }
    if (missing < 0)
      continue;
    tables->n_persons[groups[p]]++;
    for (size_t j = 0; j < n; j++) {
      unsigned x = (unsigned) row[j];
      unsigned matching = score + (tables->anchor[j] ? 0 : x);
      size_t at = ((size_t) matching * 2 + groups[p]) * (size_t) tables->n_categories[j] + x;

      tables->counts[tables->start[j] + at]++;
    }
  }
}

static bool
purify (PsyDifTables *tables)
{
  bool changed = false;

  for (size_t j = 0; j < tables->n_items; j++) {
    uint8_t anchor = !tables->flags[j];

    changed |= anchor != tables->anchor[j];
    tables->anchor[j] = anchor;
  }
  return changed;
}

size_t
psy_dif_workspace_size (const PsyResponses *responses)
{
  PsyArena arena = psy_arena (NULL, 0);
  PsyDifTables tables;

  if (begin (&tables, responses, &arena) != PSY_OK)
    return SIZE_MAX;
  return psy_arena_needed (&arena);
}

PsyStatus
psy_dif_tables_study (const PsyResponses *responses,
                      const uint8_t *groups,
                      const PsyDifOptions *options,
                      void *work,
                      size_t work_size,
                      PsyDifStudy study,
                      void *results,
                      int *rounds)
{
  PsyArena arena = psy_arena (work, work_size);
  int max_rounds = options->max_rounds > 0 ? options->max_rounds : 10;
  PsyDifTables tables;
  PsyStatus status;

  if (rounds != NULL)
    *rounds = 0;
  if (!(options->alpha > 0 && options->alpha < 1))
    return PSY_ERROR_ARGUMENT;
  if (responses->n_items == 0 || responses->n_persons == 0)
    return PSY_ERROR_NO_DATA;
  if (work == NULL)
    return PSY_ERROR_WORKSPACE;
  status = begin (&tables, responses, &arena);
  if (status != PSY_OK)
    return status;
  for (int round = 1; round <= max_rounds; round++) {
    count (&tables, responses, groups);
    if (rounds != NULL)
      *rounds = round;
    if (tables.n_persons[0] < 2 || tables.n_persons[1] < 2)
      return PSY_ERROR_TOO_FEW;
    for (size_t j = 0; j < tables.n_items; j++)
      tables.flags[j] = study (&tables, j, options->alpha, results);
    if (!options->purify || !purify (&tables))
      return PSY_OK;
  }
  return PSY_ERROR_CONVERGENCE;
}
