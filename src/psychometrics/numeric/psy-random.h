/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers that are the same everywhere: xoshiro256++ (Blackman & Vigna 2021). Private. */
#pragma once

#include <stdint.h>

typedef struct {
  uint64_t s[4];
} PsyRandom;

static inline uint64_t
psy_random_next (PsyRandom *random)
{
  uint64_t *s = random->s, sum = s[0] + s[3];
  uint64_t result = ((sum << 23) | (sum >> 41)) + s[0], t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 45) | (s[3] >> 19);
  return result;
}

/** psy_random_init: the state that splitmix64 makes of a seed. */
static inline void
psy_random_init (PsyRandom *random, uint64_t seed)
{
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    random->s[i] = z ^ (z >> 31);
  }
}

/** psy_random_uniform: 0 <= u < 1. */
static inline double
psy_random_uniform (PsyRandom *random)
{
  return (double) (psy_random_next (random) >> 11) * 0x1p-53;
}
