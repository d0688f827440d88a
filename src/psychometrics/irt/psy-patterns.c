/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equal rows of answers, found once and counted. */

#include "psy-patterns.h"

#include <math.h>

#include "psy-arena.h"
#include "psy-vector.h"

typedef struct {
  uint32_t *first, *of_row, *slots;
  double *counts;
  size_t n_slots;
} Layout;

static Layout
lay_out (PsyArena *arena, size_t n)
{
  Layout layout = { 0 };

  layout.n_slots = 16;
  while (layout.n_slots < 2 * n && layout.n_slots < SIZE_MAX / 8)
    layout.n_slots *= 2;
  layout.first = PSY_TAKE (arena, uint32_t, n);
  layout.of_row = PSY_TAKE (arena, uint32_t, n);
  layout.counts = PSY_TAKE (arena, double, n);
  layout.slots = PSY_TAKE (arena, uint32_t, layout.n_slots);
  return layout;
}

size_t
psy_patterns_workspace_size (size_t n_persons)
{
  PsyArena arena = psy_arena (NULL, 0);

  lay_out (&arena, n_persons);
  return psy_arena_needed (&arena);
}

/* Eight answers a step; missing codes made equal first. */
static uint64_t
eight (const int8_t *row, size_t n)
{
  uint64_t word = 0;

  for (size_t i = 0; i < n; i++)
    word |= (uint64_t) (row[i] < 0 ? 0xff : (uint8_t) row[i]) << (8 * i);
  return word;
}

static uint64_t
hash_row (const int8_t *row, size_t n)
{
  uint64_t hash = 0x9e3779b97f4a7c15u;
  size_t j = 0;

  for (; j + 8 <= n; j += 8) {
    hash = (hash ^ eight (row + j, 8)) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  if (j < n)
    hash = (hash ^ eight (row + j, n - j)) * 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 29);
}

static bool
rows_equal (const int8_t *a, const int8_t *b, size_t n)
{
  for (size_t j = 0; j < n; j++) {
    if (a[j] != b[j] && (a[j] >= 0 || b[j] >= 0))
      return false;
  }
  return true;
}

PsyStatus
psy_patterns_find (const PsyResponses *responses,
                   const double *weights,
                   void *work,
                   size_t work_size,
                   PsyPatterns *patterns)
{
  PsyArena arena = psy_arena (work, work_size);
  Layout layout;
  size_t n = 0;

  *patterns = (PsyPatterns) { 0 };
  if (responses->n_persons >= INT32_MAX)
    return PSY_ERROR_ARGUMENT;
  layout = lay_out (&arena, responses->n_persons);
  if (arena.failed || work == NULL)
    return PSY_ERROR_WORKSPACE;
  for (size_t i = 0; i < layout.n_slots; i++)
    layout.slots[i] = UINT32_MAX;
  for (size_t p = 0; p < responses->n_persons; p++) {
    const int8_t *row = responses->data + p * responses->stride;
    double weight = weights != NULL ? weights[p] : 1;
    size_t slot = hash_row (row, responses->n_items) & (layout.n_slots - 1);
    uint32_t found;

    if (!(weight >= 0) || !isfinite (weight))
      return PSY_ERROR_ARGUMENT;
    while ((found = layout.slots[slot]) != UINT32_MAX &&
           !rows_equal (row, responses->data + layout.first[found] * responses->stride,
                        responses->n_items))
      slot = (slot + 1) & (layout.n_slots - 1);
    if (found == UINT32_MAX) {
      found = (uint32_t) n++;
      layout.slots[slot] = found;
      layout.first[found] = (uint32_t) p;
      layout.counts[found] = 0;
    }
    layout.counts[found] += weight;
    layout.of_row[p] = found;
  }
  *patterns = (PsyPatterns) { layout.first, layout.counts, layout.of_row, n };
  return PSY_OK;
}

PSY_CLONES void
psy_patterns_responses_scan (const PsyResponses *responses, int8_t *highest, int8_t *lowest)
{
  size_t n = responses->n_items;

  for (size_t j = 0; j < n; j++)
    highest[j] = lowest[j] = responses->n_persons > 0 ? responses->data[j] : 0;
  for (size_t p = 1; p < responses->n_persons; p++) {
    const int8_t *restrict row = responses->data + p * responses->stride;

    for (size_t j = 0; j < n; j++) {
      highest[j] = row[j] > highest[j] ? row[j] : highest[j];
      lowest[j] = row[j] < lowest[j] ? row[j] : lowest[j];
    }
  }
}
