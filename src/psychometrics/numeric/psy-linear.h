/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small dense matrices, row by row. Private. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/** psy_linear_cholesky: A = L L', in place in the lower triangle; false when A is not positive
 * definite.
 */
bool psy_linear_cholesky (double *a, size_t n);

/** psy_linear_cholesky_solve: x = A^-1 x with the factor of psy_linear_cholesky(). */
void psy_linear_cholesky_solve (const double *l, size_t n, double *x);

/** psy_linear_cholesky_invert: @a receives A^-1, full; @l is its factor. */
void psy_linear_cholesky_invert (const double *l, size_t n, double *a);
