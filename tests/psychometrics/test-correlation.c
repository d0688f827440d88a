/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlations with Fisher's interval, and what more items or persons would bring. */

#include "psy-classical.h"
#include "psy-correlation.h"
#include "psy-data.h"

/* The figures were computed with Python's statistics module and the closed form of the interval. */
static void
test_retest (void)
{
  g_autoptr (Table) table = table_read ("sim_retest.csv");
  g_autofree double *x = g_new (double, table->rows->len + 1);
  g_autofree double *y = g_new (double, table->rows->len + 1);
  PsyCorrelation correlation;

  for (guint i = 0; i < table->rows->len; i++) {
    x[i] = table_value (table, i, "t1");
    y[i] = table_value (table, i, "t2");
  }
  x[120] = NAN; /* left out */
  y[120] = 1;
  assert_status (psy_correlation (x, y, 121, 0.95, &correlation), PSY_OK);
  g_assert_cmpuint (correlation.n, ==, 120);
  assert_near (correlation.r, 0.8217785352603518, 1e-13);
  assert_near (correlation.interval.low, 0.75352960982121, 1e-12);
  assert_near (correlation.interval.high, 0.8725030651203232, 1e-12);
}

static void
test_edges (void)
{
  double x[] = { 1, 2, 3, 4 }, y[] = { 2, 4, 6, 8 }, flat[] = { 1, 1, 1, 1 };
  PsyCorrelation correlation;

  assert_status (psy_correlation (x, y, 4, 0.95, &correlation), PSY_OK);
  assert_near (correlation.r, 1, 0);
  g_assert_true (isnan (correlation.interval.low));
  assert_status (psy_correlation (x, flat, 4, 0.95, &correlation), PSY_ERROR_NO_VARIANCE);
  assert_status (psy_correlation (x, y, 2, 0.95, &correlation), PSY_ERROR_TOO_FEW);
  g_assert_true (isnan (correlation.r));
  assert_status (psy_correlation (x, y, 4, 1, &correlation), PSY_ERROR_ARGUMENT);
  x[0] = 3; /* three pairs have a correlation, but no interval */
  assert_status (psy_correlation (x, y, 3, 0.95, &correlation), PSY_OK);
  g_assert_true (isnan (correlation.interval.low));
}

static void
test_length (void)
{
  /* Twice a test of .60 gives .75; .60 has to be six times as long for .90. */
  assert_near (psy_correlation_spearman_brown (0.6, 2), 0.75, 1e-15);
  assert_near (psy_correlation_spearman_brown_factor (0.6, 0.9), 6, 1e-12);
  assert_near (
    psy_correlation_spearman_brown (0.6, psy_correlation_spearman_brown_factor (0.6, 0.9)), 0.9,
    1e-14);
  g_assert_true (isnan (psy_correlation_spearman_brown (-0.1, 2)));
  g_assert_true (isnan (psy_correlation_spearman_brown_factor (0, 0.9)));
}

static void
test_persons (void)
{
  size_t n = psy_correlation_alpha_persons (0.8, 10, 0.7, 0.95);

  g_assert_cmpuint (n, >, 10);
  g_assert_cmpfloat (psy_alpha_feldt_interval (0.8, n, 10, 0.95).low, >=, 0.7);
  g_assert_cmpfloat (psy_alpha_feldt_interval (0.8, n - 1, 10, 0.95).low, <, 0.7);
  g_assert_cmpuint (psy_correlation_alpha_persons (0.69, 10, 0.7, 0.95), ==, 0);
  g_assert_cmpuint (psy_correlation_alpha_persons (NAN, 10, 0.7, 0.95), ==, 0);
  g_assert_cmpuint (psy_correlation_alpha_persons (0.71, 10, 0.7, 0.95), >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/correlation/retest", test_retest);
  g_test_add_func ("/correlation/edges", test_edges);
  g_test_add_func ("/correlation/length", test_length);
  g_test_add_func ("/correlation/persons", test_persons);
  return g_test_run ();
}
