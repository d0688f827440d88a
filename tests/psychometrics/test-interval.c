/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals of a proportion. */

#include <glib.h>
#include <math.h>

#include "psy-distributions.h"
#include "psy-interval.h"

static void
test_wilson (void)
{
  /* Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3. */
  static const struct {
    double k, n, low, high;
  } published[] = {
    { 81, 263, 0.2553, 0.3662 },
    { 15, 148, 0.0624, 0.1605 },
    { 0, 20, 0, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
    PsyInterval interval = psy_interval_wilson (published[i].k, published[i].n, 0.95);
    g_assert_cmpfloat_with_epsilon (interval.low, published[i].low, 5e-5);
    g_assert_cmpfloat_with_epsilon (interval.high, published[i].high, 5e-5);
  }
}

/* Quantiles are inverses of their distributions, also where GSL has given up; nothing ends the
 * program. */
static void
test_distributions (void)
{
  static const double sizes[] = { 0.01, 0.5, 3, 200, 1e5, 1e8 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++) {
      for (double p = 0.01; p < 1; p += 0.14) {
        double lower = psy_distributions_beta_lower (p, sizes[i], sizes[j]);
        double upper = psy_distributions_beta_upper (p, sizes[i], sizes[j]);

        g_assert_true (lower >= 0 && lower <= 1);
        g_assert_cmpfloat_with_epsilon (lower + upper, 1, 1e-9);
        /* Mirrored. */
        g_assert_cmpfloat_with_epsilon (
          lower, psy_distributions_beta_upper (1 - p, sizes[j], sizes[i]), 2e-6);
        if (sizes[i] >= 0.5 && sizes[j] >= 0.5) {
          double f = psy_distributions_f_upper_quantile (p, 2 * sizes[i], 2 * sizes[j]);

          g_assert_cmpfloat_with_epsilon (psy_distributions_f_upper (f, 2 * sizes[i], 2 * sizes[j]),
                                          p, 2e-6);
        }
      }
    }
  }
  /* Beta (1, b): P (X <= x) = 1 - (1 - x)^b. */
  g_assert_cmpfloat_with_epsilon (psy_distributions_beta_lower (0.1, 1, 20), 1 - pow (0.9, 20),
                                  1e-14);
  g_assert_cmpfloat_with_epsilon (psy_distributions_beta_upper (0.1, 1, 20), pow (0.9, 20), 1e-14);
  /* F with 2 and 2 degrees of freedom: P (F > f) = 1 / (1 + f). */
  g_assert_cmpfloat_with_epsilon (psy_distributions_f_upper_quantile (0.2, 2, 2), 4, 1e-13);
  g_assert_cmpfloat_with_epsilon (psy_distributions_f_upper_quantile (0.8, 2, 2), 0.25, 1e-15);
  g_assert_cmpfloat_with_epsilon (psy_distributions_chi2_upper (3, 2), exp (-1.5), 1e-15);
  g_assert_cmpfloat (psy_distributions_chi2_upper (1e9, 1), ==, 0);
  g_assert_cmpfloat (psy_distributions_chi2_upper (1e308, 1e6), ==, 0);
  g_assert_cmpfloat (psy_distributions_chi2_upper (-1, 1), ==, 1);
  for (double x = 0; x < 3000; x += 7.3) {
    g_assert_cmpfloat (psy_distributions_chi2_upper (x + 1, 3), <=,
                       psy_distributions_chi2_upper (x, 3));
    g_assert_true (isfinite (psy_distributions_chi2_upper (x, 1000)));
  }
  g_assert_true (isnan (psy_distributions_chi2_upper (NAN, 1)) &&
                 isnan (psy_distributions_chi2_upper (1, 0)));
  g_assert_true (isnan (psy_distributions_beta_lower (0.5, -1, 1)) &&
                 isnan (psy_distributions_beta_upper (0.5, 1, NAN)));
  g_assert_true (isnan (psy_distributions_f_upper_quantile (0.5, NAN, 1)) &&
                 isnan (psy_distributions_normal_quantile (1)));
}

static void
test_bad_arguments (void)
{
  g_assert_true (isnan (psy_interval_wilson (1, 0, 0.95).low));
  g_assert_true (isnan (psy_interval_wilson (3, 2, 0.95).low));
  g_assert_true (isnan (psy_interval_wilson (1, 2, 1).high));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/interval/wilson", test_wilson);
  g_test_add_func ("/psychometrics/interval/distributions", test_distributions);
  g_test_add_func ("/psychometrics/interval/bad-arguments", test_bad_arguments);
  return g_test_run ();
}
