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

/** psy_vector_padded: @n rounded up to whole vectors. */
static inline size_t
psy_vector_padded (size_t n)
{
  return (n + PSY_LANES - 1) / PSY_LANES * PSY_LANES;
}

/** psy_vector_load, psy_vector_store: no alignment needed. */
PSY_INLINE PsyV
psy_vector_load (const double *from)
{
  return *(const PsyVu *) from;
}

PSY_INLINE void
psy_vector_store (double *to, PsyV v)
{
  *(PsyVu *) to = v;
}

PSY_INLINE PsyV
psy_vector_set (double x)
{
  return (PsyV) { x, x, x, x, x, x, x, x };
}

/** psy_vector_select: lanes of @yes where @mask is all ones, of @no where it is zero. */
PSY_INLINE PsyV
psy_vector_select (PsyVi mask, PsyV yes, PsyV no)
{
  return (PsyV) ((mask & (PsyVi) yes) | (~mask & (PsyVi) no));
}

PSY_INLINE PsyV
psy_vector_max (PsyV a, PsyV b)
{
  return psy_vector_select (a > b, a, b);
}

PSY_INLINE PsyV
psy_vector_min (PsyV a, PsyV b)
{
  return psy_vector_select (a < b, a, b);
}

/** psy_vector_sum: the lanes in one fixed order. */
PSY_INLINE double
psy_vector_sum (PsyV v)
{
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

/**
 * psy_vector_exp: exp of each lane, error below 2 units in the last place; 0 below -708, for
 * anything above 709 the value at 709.
 *
 * x = n log 2 + r, |r| <= log 2 / 2; the Taylor polynomial of degree 13 is exact to 5e-18 there.
 */
PSY_INLINE PsyV
psy_vector_exp (PsyV x)
{
  const PsyV shifter = psy_vector_set (0x1.8p52);
  PsyVi tiny = x < psy_vector_set (-708);
  PsyV t, n, r, r2, r4, p;

  x = psy_vector_min (psy_vector_max (x, psy_vector_set (-708)), psy_vector_set (709));
  t = x * psy_vector_set (0x1.71547652b82fep0) + shifter;
  n = t - shifter;
  r = x - n * psy_vector_set (0x1.62e42fee00000p-1);
  r = r - n * psy_vector_set (0x1.a39ef35793c76p-33);
  r2 = r * r;
  r4 = r2 * r2;
  p = ((psy_vector_set (1.0 / 479001600) + r * psy_vector_set (1.0 / 6227020800)) * r4 +
       (psy_vector_set (1.0 / 40320) + r * psy_vector_set (1.0 / 362880)) +
       (psy_vector_set (1.0 / 3628800) + r * psy_vector_set (1.0 / 39916800)) * r2) *
        (r4 * r4) +
      (((psy_vector_set (1.0 / 24) + r * psy_vector_set (1.0 / 120)) +
        (psy_vector_set (1.0 / 720) + r * psy_vector_set (1.0 / 5040)) * r2) *
         r4 +
       (psy_vector_set (0.5) + r * psy_vector_set (1.0 / 6)) * r2 + r);
  p = p + psy_vector_set (1);
  p = (PsyV) ((PsyVi) p + ((PsyVi) t << 52));
  return psy_vector_select (tiny, psy_vector_set (0), p);
}

/** psy_vector_logistic: 1 / (1 + exp (-z)); 0 and 1 at the far ends. */
PSY_INLINE PsyV
psy_vector_logistic (PsyV z)
{
  return psy_vector_set (1) / (psy_vector_set (1) + psy_vector_exp (-z));
}
