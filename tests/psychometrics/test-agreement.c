/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICC, kappa and reliable change against psych, irr and published examples. */

#include "psy-agreement.h"
#include "psy-data.h"

static double *
ratings_read (const char *name, gsize *n, gsize *k)
{
  g_autoptr (Table) table = table_read (name);
  double *ratings;

  *n = table->rows->len;
  *k = table->n_columns;
  ratings = g_new (double, *n **k);
  for (gsize i = 0; i < *n * *k; i++)
    ratings[i] = table_number (table, (guint) (i / *k), (guint) (i % *k));
  return ratings;
}

static void
test_icc (void)
{
  g_autoptr (Table) expected = table_read ("icc.csv");

  for (guint row = 0; row < expected->rows->len; row++) {
    gsize n, k;
    g_autofree double *ratings = ratings_read (table_text (expected, row, 0), &n, &k);
    const int form = (int) table_value (expected, row, "form");
    PsyAgreement a;
    const PsyIcc *icc = &a.icc[form];

    assert_status (psy_agreement (ratings, n, k, 0.95, &a), PSY_OK);
    assert_near (icc->value, table_value (expected, row, "icc"), 1e-12);
    assert_near (icc->f, table_value (expected, row, "f"), 1e-9);
    assert_near (icc->df1, table_value (expected, row, "df1"), 0);
    assert_near (icc->df2, table_value (expected, row, "df2"), 0);
    assert_near (icc->p, table_value (expected, row, "p"), 1e-12);
    assert_near (icc->interval.low, table_value (expected, row, "low"), 1e-9);
    assert_near (icc->interval.high, table_value (expected, row, "high"), 1e-9);
  }
}

/* Shrout & Fleiss (1979), table 4. */
static void
test_published (void)
{
  static const double published[] = { 0.17, 0.29, 0.71, 0.44, 0.62, 0.91 };
  gsize n, k;
  g_autofree double *ratings = ratings_read ("shrout_fleiss_1979.csv", &n, &k);
  PsyAgreement a;

  assert_status (psy_agreement (ratings, n, k, 0.95, &a), PSY_OK);
  for (int form = 0; form < PSY_N_ICC_FORMS; form++)
    assert_near (a.icc[form].value, published[form], 0.005);
  assert_near (a.between_targets, 11.2416666666667, 1e-12);
  assert_near (a.between_raters, 32.4861111111111, 1e-12);
  assert_near (a.within_targets, 6.26388888888889, 1e-12);
  assert_near (a.error, 1.01944444444444, 1e-12);
}

static void
test_retest (void)
{
  gsize n, k;
  g_autofree double *ratings = ratings_read ("sim_retest.csv", &n, &k);
  PsyAgreement a;

  assert_status (psy_agreement (ratings, n, k, 0.95, &a), PSY_OK);
  assert_near (a.sem, 3.98940192649129, 1e-12);
  assert_near (a.sem_agreement, 3.99609184078644, 1e-12);
  assert_near (a.smallest_change, 1.95996398454005 * sqrt (2) * 3.98940192649129, 1e-9);
  /* A missing rating takes out its target only. */
  ratings[0] = NAN;
  assert_status (psy_agreement (ratings, n, k, 0.95, &a), PSY_OK);
  g_assert_cmpuint (a.n_targets, ==, n - 1);
}

static void
test_degenerate (void)
{
  static const double entire[] = { 1, 1, 2, 2, 5, 5 }, flat[] = { 3, 3, 3, 3, 3, 3 };
  static const double shifted[] = { 1, 2, 2, 3, 5, 6 };
  PsyAgreement a;

  assert_status (psy_agreement (entire, 3, 2, 0.95, &a), PSY_OK);
  for (int form = 0; form < PSY_N_ICC_FORMS; form++) {
    assert_near (a.icc[form].value, 1, 1e-15);
    g_assert_true (isnan (a.icc[form].interval.low) && isnan (a.icc[form].interval.high));
  }
  /* One rater always a point higher: consistent, not in agreement. */
  assert_status (psy_agreement (shifted, 3, 2, 0.95, &a), PSY_OK);
  assert_near (a.icc[PSY_ICC_3].value, 1, 1e-12);
  g_assert_cmpfloat (a.icc[PSY_ICC_2].value, <, 1);
  assert_near (a.icc[PSY_ICC_2].value, a.between_targets / (a.between_targets + 2 / 3.0 * 1.5),
               1e-12);
  assert_status (psy_agreement (flat, 3, 2, 0.95, &a), PSY_ERROR_NO_VARIANCE);
  g_assert_true (isnan (a.icc[0].value));
  assert_status (psy_agreement (entire, 1, 2, 0.95, &a), PSY_ERROR_TOO_FEW);
  assert_status (psy_agreement (entire, 3, 2, 1, &a), PSY_ERROR_ARGUMENT);
}

static void
test_kappa (void)
{
  g_autoptr (Table) expected = table_read ("kappa.csv");

  for (guint row = 0; row < expected->rows->len; row++) {
    g_auto (GStrv) cells = g_strsplit (table_text (expected, row, 2), " ", -1);
    const gsize k = (gsize) sqrt (g_strv_length (cells));
    g_autofree double *table = g_new (double, k *k);
    PsyKappa kappa;

    for (gsize i = 0; i < k * k; i++)
      table[i] = g_ascii_strtod (cells[i], NULL);
    assert_status (
      psy_kappa (table, k, (PsyKappaWeights) table_value (expected, row, "weights"), 0.95, &kappa),
      PSY_OK);
    assert_near (kappa.kappa.value, table_value (expected, row, "kappa"), 1e-12);
    assert_near (kappa.observed, table_value (expected, row, "observed"), 1e-12);
    assert_near (kappa.expected, table_value (expected, row, "expected"), 1e-12);
    assert_near (kappa.kappa.se, table_value (expected, row, "se"), 1e-9);
    assert_near (kappa.interval.low, table_value (expected, row, "low"), 1e-9);
    assert_near (kappa.interval.high, table_value (expected, row, "high"), 1e-9);
    assert_near (kappa.se_null, table_value (expected, row, "se_null"), 1e-9);
    assert_near (kappa.z, table_value (expected, row, "z"), 1e-7);
  }
}

/* The error is what the delta method gives from numeric derivatives by the cells. */
static void
test_kappa_delta (void)
{
  static const double table[] = { 12, 3, 1, 4, 20, 6, 0, 5, 9 };
  const double n = 60, step = 1e-5;

  for (int weights = 0; weights <= PSY_KAPPA_QUADRATIC; weights++) {
    PsyKappa kappa, high, low;
    double mean = 0, square = 0;

    assert_status (psy_kappa (table, 3, (PsyKappaWeights) weights, 0.95, &kappa), PSY_OK);
    for (int i = 0; i < 9; i++) {
      double moved[9], slope;

      memcpy (moved, table, sizeof moved);
      moved[i] += step;
      psy_kappa (moved, 3, (PsyKappaWeights) weights, 0.95, &high);
      moved[i] -= 2 * step;
      if (moved[i] < 0)
        continue; /* weight zero below */
      psy_kappa (moved, 3, (PsyKappaWeights) weights, 0.95, &low);
      slope = (high.kappa.value - low.kappa.value) / (2 * step) * n;
      mean += table[i] / n * slope;
      square += table[i] / n * slope * slope;
    }
    assert_near (kappa.kappa.se, sqrt ((square - mean * mean) / n), 1e-7);
  }
}

static void
test_kappa_bad (void)
{
  PsyKappa kappa;

  assert_status (psy_kappa ((double[]) { 5, 0, 0, 0 }, 2, PSY_KAPPA_NONE, 0.95, &kappa),
                 PSY_ERROR_NO_VARIANCE);
  assert_status (psy_kappa ((double[]) { 0, 0, 0, 0 }, 2, PSY_KAPPA_NONE, 0.95, &kappa),
                 PSY_ERROR_NO_DATA);
  assert_status (psy_kappa ((double[]) { 1, -1, 0, 3 }, 2, PSY_KAPPA_NONE, 0.95, &kappa),
                 PSY_ERROR_ARGUMENT);
  assert_status (psy_kappa ((double[]) { 5, 0, 0, 5 }, 2, PSY_KAPPA_LINEAR, 0.95, &kappa), PSY_OK);
  assert_near (kappa.kappa.value, 1, 0);
}

static void
test_change (void)
{
  const double sem = 7.5 * sqrt (1 - 0.80), critical = 1.95996398454005 * sem * sqrt (2);
  PsyChange change;

  /* Jacobson & Truax (1991), p. 14: 47.5 to 32.5, s 7.5, reliability .80: -3.16 (their s_diff
   * of 4.74). */
  assert_status (psy_agreement_reliable_change ((PsyEstimate) { 47.5, sem },
                                                (PsyEstimate) { 32.5, sem }, 0.95, &change),
                 PSY_OK);
  assert_near (change.index, -3.16, 0.005);
  assert_near (change.difference.value, -15, 0);
  assert_near (change.difference.se, 4.74, 0.005);
  g_assert_cmpint (change.direction, ==, -1);
  for (int beyond = 0; beyond < 2; beyond++) {
    double after = critical * (beyond ? 1.0001 : 0.9999);

    psy_agreement_reliable_change ((PsyEstimate) { 0, sem }, (PsyEstimate) { after, sem }, 0.95,
                                   &change);
    g_assert_cmpint (change.direction, ==, beyond);
  }
  /* Errors that differ: 3 and 4 join to 5. */
  assert_status (
    psy_agreement_reliable_change ((PsyEstimate) { 1, 3 }, (PsyEstimate) { 11, 4 }, 0.95, &change),
    PSY_OK);
  assert_near (change.difference.se, 5, 1e-15);
  assert_near (change.index, 2, 1e-15);
  g_assert_cmpint (change.direction, ==, 1);
  psy_agreement_reliable_change ((PsyEstimate) { 1, 3 }, (PsyEstimate) { 11, 4 }, 0.99, &change);
  g_assert_cmpint (change.direction, ==, 0);
  assert_status (
    psy_agreement_reliable_change ((PsyEstimate) { 1, 0 }, (PsyEstimate) { 2, 0 }, 0.95, &change),
    PSY_ERROR_ARGUMENT);
  assert_status (
    psy_agreement_reliable_change ((PsyEstimate) { NAN, 1 }, (PsyEstimate) { 2, 1 }, 0.95, &change),
    PSY_ERROR_ARGUMENT);
  g_assert_true (isnan (change.difference.value) && change.direction == 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/agreement/icc", test_icc);
  g_test_add_func ("/psychometrics/agreement/published", test_published);
  g_test_add_func ("/psychometrics/agreement/retest", test_retest);
  g_test_add_func ("/psychometrics/agreement/degenerate", test_degenerate);
  g_test_add_func ("/psychometrics/agreement/kappa", test_kappa);
  g_test_add_func ("/psychometrics/agreement/kappa-delta-method", test_kappa_delta);
  g_test_add_func ("/psychometrics/agreement/kappa-bad", test_kappa_bad);
  g_test_add_func ("/psychometrics/agreement/reliable-change", test_change);
  return g_test_run ();
}
