/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight doubles at a time, the same digits on every processor. Private. */
#pragma once

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Copies of a function for wider registers, chosen when the program starts. The library is compiled
 * with -ffp-contract=off and sums in a fixed order of eight lanes: every copy gives the same bits.
 * Sanitizers cannot see into the choosing; they get the plain copy. */
#if defined __x86_64__ && defined __gnu_linux__ && defined __GNUC__ && !defined __clang__ &&       \
  !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ && !defined PSY_NO_CLONES
#define PSY_CLONES __attribute__ ((target_clones ("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PSY_CLONES
#endif

#define PSY_INLINE static inline __attribute__ ((always_inline))

#define PSY_LANES 8
typedef double PsyV __attribute__ ((vector_size (64)));
typedef double PsyVu __attribute__ ((vector_size (64), aligned (8)));
typedef int64_t PsyVi __attribute__ ((vector_size (64)));

/** psy_padded: @n rounded up to whole vectors. */
static inline size_t
psy_padded (size_t n)
{
  return (n + PSY_LANES - 1) / PSY_LANES * PSY_LANES;
}
