/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alpha and its kin, omega, split-half, bootstrap against psych and lavaan; theta's reliability. */

#include "psy-classical.h"
#include "psy-data.h"
#include "psy-reliability.h"
#include "psy-score.h"

typedef struct {
  PsyResponses responses;
  gsize k, n;
  double *covariance, *work;
  Table *expected;
  guint row;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree void *bytes = NULL;

  f->expected = table_read ("reliability.csv");
  f->row = GPOINTER_TO_UINT (data);
  name = g_strdup_printf ("%s.csv", table_text (f->expected, f->row, 0));
  f->responses = answers_read (name, 0);
  f->k = f->responses.n_items;
  f->covariance = g_new (double, f->k * f->k);
  f->work = g_new (double, MAX (2 * f->k * f->k, psy_omega_workspace_size (f->k)));
  bytes = g_malloc (psy_reliability_covariance_workspace_size (f->k));
  assert_status (psy_reliability_covariance (&f->responses, FALSE, bytes, f->covariance, &f->n),
                 PSY_OK);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  table_free (f->expected);
  g_free ((void *) f->responses.data);
  g_free (f->covariance);
  g_free (f->work);
}

static double
expect (Fixture *f, const char *name)
{
  return table_value (f->expected, f->row, name);
}

static void
test_alpha (Fixture *f, gconstpointer data)
{
  PsyReliability r;
  PsySplitHalf split;

  assert_near (f->n, expect (f, "n"), 0);
  assert_status (psy_reliability (f->covariance, f->k, f->n, 0.95, f->work, &r), PSY_OK);
  assert_near (r.alpha.value, expect (f, "alpha"), 1e-12);
  assert_near (r.alpha.se, expect (f, "alpha_se"), 1e-12);
  assert_near (r.standardised, expect (f, "standardised"), 1e-12);
  assert_near (r.feldt.low, expect (f, "feldt_low"), 1e-11);
  assert_near (r.feldt.high, expect (f, "feldt_high"), 1e-11);
  assert_near (r.bonett.low, expect (f, "bonett_low"), 1e-11);
  assert_near (r.bonett.high, expect (f, "bonett_high"), 1e-11);
  assert_near (r.duhachek.low, expect (f, "duhachek_low"), 1e-11);
  assert_near (r.duhachek.high, expect (f, "duhachek_high"), 1e-11);
  assert_near (r.lambda2, expect (f, "lambda2"), 1e-12);
  assert_near (r.lambda6, expect (f, "lambda6"), 1e-11);
  assert_near (r.mean_correlation, expect (f, "mean_r"), 1e-12);
  assert_near (r.sd, expect (f, "sd"), 1e-11);
  assert_near (r.sem, expect (f, "sem"), 1e-11);
  assert_status (psy_split_half (f->covariance, f->k, NULL, &split), PSY_OK);
  assert_near (split.correlation, expect (f, "half_r"), 1e-12);
  assert_near (split.spearman_brown, expect (f, "spearman_brown"), 1e-12);
  assert_near (split.flanagan, expect (f, "flanagan"), 1e-12);
}

/* lavaan stops a little before the maximum: our chi-squared may be lower, never higher. */
static void
test_omega (Fixture *f, gconstpointer data)
{
  g_autofree double *loadings = g_new (double, f->k), *unique = g_new (double, f->k);
  PsyOmega omega;

  assert_status (psy_omega (f->covariance, f->k, f->n, f->work, loadings, unique, &omega), PSY_OK);
  g_assert_cmpfloat (omega.chi2, <=, expect (f, "chi2") + 1e-9);
  assert_near (omega.chi2, expect (f, "chi2"), 1e-6);
  assert_near (omega.omega.value, expect (f, "omega"), 1e-6);
  assert_near (omega.omega.se, expect (f, "omega_se"), 1e-6);
  assert_near (omega.df, expect (f, "df"), 0);
  assert_near (omega.cfi, expect (f, "cfi"), 1e-7);
  assert_near (omega.rmsea, expect (f, "rmsea"), 1e-7);
  assert_near (loadings[0], expect (f, "loading1"), 1e-5);
  assert_near (unique[0], expect (f, "unique1"), 1e-5);
}

/* Another generator draws other samples: limits agree within their own Monte Carlo error. */
static void
test_bootstrap (Fixture *f, gconstpointer data)
{
  gsize size = psy_reliability_alpha_bootstrap_workspace_size (&f->responses, 6000);
  g_autofree void *work = g_malloc (size);
  PsyBootstrap b, again;
  double se = expect (f, "boot_se");

  assert_status (psy_reliability_alpha_bootstrap (&f->responses, 6000, 7, 0.95, work, size, &b),
                 PSY_OK);
  assert_near (b.estimate.value, expect (f, "alpha"), 1e-12);
  g_assert_cmpuint (b.n_used, ==, 6000);
  /* Theirs: 2,000 draws; sd of a limit near 0.06 standard errors, of the error itself 1.6 %. */
  assert_near (b.estimate.se, se, 0.06 * se);
  assert_near (b.percentile.low, expect (f, "perc_low"), 0.25 * se);
  assert_near (b.percentile.high, expect (f, "perc_high"), 0.25 * se);
  assert_near (b.bca.low, expect (f, "bca_low"), 0.25 * se);
  assert_near (b.bca.high, expect (f, "bca_high"), 0.25 * se);
  assert_status (psy_reliability_alpha_bootstrap (&f->responses, 6000, 7, 0.95, work, size, &again),
                 PSY_OK);
  g_assert_cmpmem (&b, sizeof b, &again, sizeof again);
  assert_status (
    psy_reliability_alpha_bootstrap (&f->responses, 6000, 7, 0.95, work, size / 2, &again),
    PSY_ERROR_WORKSPACE);
}

/* Every sample of three persons with its exact chance: the bootstrap must come near its mean. */
static void
test_bootstrap_small (void)
{
  static const int8_t data[] = { 0, 1, 1, 1, 2, 3, 3, 1, 4, 4, 2, 2 };
  PsyResponses responses = psy_responses (data, 6, 2);
  gsize size = psy_reliability_alpha_bootstrap_workspace_size (&responses, 40000);
  g_autofree void *work = g_malloc (size);
  double sum = 0, square = 0, n = 0;
  PsyBootstrap b;

  for (int code = 0; code < 46656; code++) {
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0, total;

    for (int i = 0, rest = code; i < 6; i++, rest /= 6) {
      double u = data[rest % 6 * 2], v = data[rest % 6 * 2 + 1];

      x += u, y += v, xx += u * u, yy += v * v, xy += u * v;
    }
    xx -= x * x / 6, yy -= y * y / 6, xy -= x * y / 6;
    total = xx + yy + 2 * xy;
    if (total < 1e-9)
      continue;
    sum += 2 * (1 - (xx + yy) / total);
    square += pow (2 * (1 - (xx + yy) / total), 2);
    n++;
  }
  assert_status (psy_reliability_alpha_bootstrap (&responses, 40000, 1, 0.9, work, size, &b),
                 PSY_OK);
  /* Undefined draws (everybody the same) are left out in both. */
  assert_near (b.n_used / 40000.0, n / 46656, 0.002);
  assert_near (b.estimate.se / sqrt (square / n - sum / n * sum / n), 1, 0.15);
}

static void
test_degenerate (void)
{
  static const int8_t flat[] = { 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1 };
  static const int8_t same[] = { 1, 1, 1, 1 };
  PsyResponses responses = psy_responses (flat, 4, 3);
  guint8 bytes[20000];
  double covariance[9], work[200];
  PsyReliability r;
  PsyOmega omega;
  PsySplitHalf split;
  PsyBootstrap b;
  gsize n;

  g_assert_cmpuint (psy_reliability_covariance_workspace_size (3), <=, sizeof bytes);
  g_assert_cmpuint (psy_omega_workspace_size (3), <=, G_N_ELEMENTS (work));
  assert_status (psy_reliability_covariance (&responses, FALSE, bytes, covariance, &n), PSY_OK);
  /* An item everybody answers alike has no correlations, but alpha is defined. */
  assert_status (psy_reliability (covariance, 3, n, 0.95, work, &r), PSY_OK);
  g_assert_false (isnan (r.alpha.value));
  g_assert_true (isnan (r.standardised) && isnan (r.lambda6));
  assert_status (psy_omega (covariance, 3, n, work, NULL, NULL, &omega), PSY_ERROR_NO_VARIANCE);
  g_assert_true (isnan (omega.omega.value));
  assert_status (psy_reliability (covariance, 1, n, 0.95, work, &r), PSY_ERROR_TOO_FEW);
  assert_status (psy_reliability (covariance, 3, n, 0, work, &r), PSY_ERROR_ARGUMENT);
  assert_status (psy_split_half (covariance, 3, (guint8[]) { 0, 0, 2 }, &split),
                 PSY_ERROR_ARGUMENT);
  assert_status (psy_split_half (covariance, 3, (guint8[]) { 0, 0, 1 }, &split), PSY_OK);
  responses = psy_responses (same, 2, 2);
  assert_status (psy_reliability_covariance (&responses, TRUE, bytes, covariance, NULL), PSY_OK);
  assert_status (psy_reliability (covariance, 2, 2, 0.95, work, &r), PSY_ERROR_NO_VARIANCE);
  assert_status (
    psy_reliability_alpha_bootstrap (&responses, 100, 1, 0.95, bytes, sizeof bytes, &b),
    PSY_ERROR_TOO_FEW);
}

/* Pairwise covariances use everybody with both answers. */
static void
test_pairwise (void)
{
  static const int8_t data[] = { 0, 1, 1, 0, PSY_MISSING, 1, 3, 2, 0, 0, PSY_MISSING, PSY_MISSING };
  PsyResponses responses = psy_responses (data, 6, 2);
  guint8 bytes[20000];
  double covariance[4];
  gsize n;

  assert_status (psy_reliability_covariance (&responses, TRUE, bytes, covariance, &n), PSY_OK);
  g_assert_cmpuint (n, ==, 5);
  /* First item 0 1 3 0; second 1 0 1 2 0; both (0,1) (1,0) (3,2) (0,0). */
  assert_near (covariance[0], 2, 1e-14);
  assert_near (covariance[3], 0.7, 1e-14);
  assert_near (covariance[1], (6 - 4 * 3 / 4.0) / 3, 1e-14);
  assert_near (covariance[2], covariance[1], 0);
}

static void
test_theta (void)
{
  gsize n;
  g_autofree PsyItem *items = items_read ("scorepars_lsat7.csv", &n);
  g_autofree PsyItem *science = NULL;
  PsyResponses responses = answers_read ("science4.csv", 1);
  g_autofree int8_t *answers = (int8_t *) responses.data;
  g_autofree PsyEstimate *eap = g_new (PsyEstimate, responses.n_persons);
  double nodes[PSY_N_NODES], weights[PSY_N_NODES], work[PSY_N_NODES];
  PsyQuadrature quadrature = { nodes, weights, PSY_N_NODES };

  assert_status (psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights), PSY_OK);
  assert_near (psy_reliability_marginal (items, n, &quadrature), 0.441815209716345, 1e-9);
  assert_near (psy_reliability_conditional (items, n, -4), 0.287420064755 / 1.287420064755, 1e-12);
  science = items_read ("scorepars_science4.csv", &n);
  assert_near (psy_reliability_marginal (science, n, &quadrature), 0.669212835515007, 1e-9);
  for (gsize i = 0; i < responses.n_persons; i++) {
    PsyScore score;

    assert_status (
      psy_score_eap (science, responses.data + i * n, n, &quadrature, work, &score, NULL), PSY_OK);
    eap[i] = (PsyEstimate) { score.value, score.se };
  }
  assert_near (psy_reliability_empirical (eap, responses.n_persons), 0.667035953311288, 1e-9);
  g_assert_true (isnan (psy_reliability_empirical (eap, 1)));
}

int
main (int argc, char *argv[])
{
  static const char *sets[] = { "lsat7", "science4", "sim-2pl", "sim-grm" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autofree char *alpha = g_strdup_printf ("/psychometrics/reliability/alpha/%s", sets[i]);
    g_autofree char *omega = g_strdup_printf ("/psychometrics/reliability/omega/%s", sets[i]);
    g_autofree char *boot = g_strdup_printf ("/psychometrics/reliability/bootstrap/%s", sets[i]);

    g_test_add (alpha, Fixture, GUINT_TO_POINTER (i), set_up, test_alpha, tear_down);
    g_test_add (omega, Fixture, GUINT_TO_POINTER (i), set_up, test_omega, tear_down);
    g_test_add (boot, Fixture, GUINT_TO_POINTER (i), set_up, test_bootstrap, tear_down);
  }
  g_test_add_func ("/psychometrics/reliability/bootstrap/small", test_bootstrap_small);
  g_test_add_func ("/psychometrics/reliability/degenerate", test_degenerate);
  g_test_add_func ("/psychometrics/reliability/pairwise", test_pairwise);
  g_test_add_func ("/psychometrics/reliability/theta", test_theta);
  return g_test_run ();
}
