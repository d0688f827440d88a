/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a caller's workspace into arrays; the same code measures it. Private. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* With base NULL nothing is handed out and used grows all the same: a size function runs the layout
 * of its worker and cannot disagree with it. */
typedef struct {
  char *base;
  size_t used, size;
  int failed;
} PsyArena;

#define PSY_ALIGN 64

static inline PsyArena
psy_arena (void *base, size_t size)
{
  size_t skip = base != NULL ? (PSY_ALIGN - (uintptr_t) base % PSY_ALIGN) % PSY_ALIGN : 0;

  return (PsyArena) { base, skip, size, 0 };
}

static inline void *
psy_arena_take (PsyArena *arena, size_t n, size_t size)
{
  size_t at = arena->used;

  if (size != 0 && n > (SIZE_MAX / 4) / size) {
    arena->failed = 1;
    return NULL;
  }
  arena->used += (n * size + PSY_ALIGN - 1) / PSY_ALIGN * PSY_ALIGN;
  if (arena->used > SIZE_MAX / 4 || (arena->base != NULL && arena->used > arena->size))
    arena->failed = 1;
  return arena->base != NULL && !arena->failed ? arena->base + at : NULL;
}

/** psy_arena_needed: bytes to ask of the caller: room to align the base included. */
static inline size_t
psy_arena_needed (const PsyArena *arena)
{
  return arena->failed ? SIZE_MAX : arena->used + PSY_ALIGN;
}

#define PSY_TAKE(arena, type, n) ((type *) psy_arena_take ((arena), (n), sizeof (type)))
