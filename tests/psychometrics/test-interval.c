/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals of a proportion. */

#include <glib.h>
#include <math.h>

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
    PsyInterval interval = psy_wilson_interval (published[i].k, published[i].n, 0.95);
    g_assert_cmpfloat_with_epsilon (interval.low, published[i].low, 5e-5);
    g_assert_cmpfloat_with_epsilon (interval.high, published[i].high, 5e-5);
  }
}

static void
test_bad_arguments (void)
{
  g_assert_true (isnan (psy_wilson_interval (1, 0, 0.95).low));
  g_assert_true (isnan (psy_wilson_interval (3, 2, 0.95).low));
  g_assert_true (isnan (psy_wilson_interval (1, 2, 1).high));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/interval/wilson", test_wilson);
  g_test_add_func ("/psychometrics/interval/bad-arguments", test_bad_arguments);
  return g_test_run ();
}
