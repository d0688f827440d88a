/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classification at cut scores, and standard setting. */

#include "psy-data.h"
#include "psy-levels.h"
#include "psy-sum-score.h"

typedef struct {
  PsyItem *items;
  gsize n;
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->items = items_read ("scorepars_sim2pl_medium.csv", &f->n);
  f->quadrature = (PsyQuadrature) { f->nodes, f->weights, PSY_N_NODES };
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, f->nodes, f->weights);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->items);
}

/* Independent results for the 20 items; cacIRT agrees where it is right. */
static void
test_rudner (Fixture *f, gconstpointer data)
{
  PsyClassification c;

  assert_status (psy_levels_rudner (f->items, f->n, &f->quadrature, (double[]) { 0.25 }, 1, &c),
                 PSY_OK);
  assert_near (c.accuracy, 0.882999825316509, 1e-9);
  assert_near (c.consistency, 0.834873734907201, 1e-9);
  assert_status (
    psy_levels_rudner (f->items, f->n, &f->quadrature, (double[]) { -0.75, 0.85 }, 2, &c), PSY_OK);
  assert_near (c.accuracy, 0.810451533664298, 1e-9);
  assert_near (c.consistency, 0.73289887739577, 1e-9);
  assert_status (psy_levels_rudner (f->items, f->n, &f->quadrature, (double[]) { 1, 1 }, 2, &c),
                 PSY_ERROR_ARGUMENT);
}

static void
test_lee (Fixture *f, gconstpointer data)
{
  double work[21];
  PsyClassification c;

  assert_status (psy_levels_lee (f->items, f->n, &f->quadrature, (double[]) { 12 }, 1, work, &c),
                 PSY_OK);
  assert_near (c.accuracy, 0.894361078836959, 1e-9);
  assert_near (c.consistency, 0.859196273632356, 1e-9);
  assert_near (c.kappa, 0.617958927355263, 1e-9);
  assert_status (psy_levels_lee (f->items, f->n, &f->quadrature, (double[]) { 8, 14 }, 2, work, &c),
                 PSY_OK);
  assert_near (c.accuracy, 0.80679884953509, 1e-9);
  assert_near (c.consistency, 0.737775014338998, 1e-9);
  assert_near (c.kappa, 0.563601996443838, 1e-9);
}

static void
test_livingston_lewis (void)
{
  const double mean = 8.243, variance = 18.1721231231231, alpha = 0.824241742776893;
  PsyClassification c;

  assert_status (
    psy_levels_livingston_lewis (mean, variance, alpha, 0, 20, (double[]) { 12 }, 1, &c), PSY_OK);
  assert_near (c.accuracy, 0.906322754676057, 2e-6);
  assert_near (c.consistency, 0.86841443472481, 2e-6);
  assert_near (c.kappa, 0.605153493223446, 5e-6);
  assert_status (
    psy_levels_livingston_lewis (mean, variance, alpha, 0, 20, (double[]) { 15 }, 1, &c), PSY_OK);
  assert_near (c.accuracy, 0.956796527437468, 2e-6);
  assert_near (c.consistency, 0.937788805165299, 2e-6);
  assert_near (c.kappa, 0.515700689704425, 5e-6);
  assert_status (psy_levels_livingston_lewis (mean, 200, alpha, 0, 20, (double[]) { 12 }, 1, &c),
                 PSY_ERROR_ARGUMENT);
  g_assert_true (isnan (c.accuracy));
}

static void
test_probabilities (void)
{
  double above[2], levels[3];

  assert_status (psy_levels_probabilities ((PsyEstimate) { 0.5, 0.4 }, (double[]) { 0.5, 1.3 }, 2,
                                           above, levels),
                 PSY_OK);
  assert_near (above[0], 0.5, 1e-15);
  assert_near (above[1], 0.022750131948179, 1e-14);
  assert_near (levels[0] + levels[1] + levels[2], 1, 1e-15);
  assert_near (levels[2], above[1], 0);
  assert_status (
    psy_levels_probabilities ((PsyEstimate) { 0.5, 0 }, (double[]) { 0.5, 1.3 }, 2, above, NULL),
    PSY_OK);
  assert_near (above[0], 1, 0);
  assert_near (above[1], 0, 0);
  g_assert_cmpuint (psy_levels_find (0.5, (double[]) { 0.5, 1.3 }, 2), ==, 1);
  assert_status (
    psy_levels_probabilities ((PsyEstimate) { NAN, 1 }, (double[]) { 0.5 }, 1, above, NULL),
    PSY_ERROR_ARGUMENT);
}

static void
test_angoff (void)
{
  /* Judges' cuts 1.5, 1.7, 1.9; the third left an item out and gets the others' mean of it. */
  double ratings[] = { 0.5, 0.4, 0.6, 0.7, 0.4, 0.6, 0.6, NAN, 0.9 };
  double means[3], sds[3];
  PsyAngoff angoff;

  assert_status (psy_angoff (ratings, 3, 3, means, sds, &angoff), PSY_OK);
  assert_near (angoff.cut.value, 1.7, 1e-12);
  assert_near (angoff.sd, 0.2, 1e-12);
  assert_near (angoff.cut.se, 0.2 / sqrt (3), 1e-12);
  assert_near (angoff.low, 1.5, 1e-12);
  assert_near (angoff.high, 1.9, 1e-12);
  assert_near (means[0], 0.6, 1e-12);
  assert_near (means[1], 0.4, 1e-12);
  assert_near (sds[0], 0.1, 1e-12);
  assert_near (sds[1], 0, 1e-12);
  assert_status (psy_angoff (ratings, 1, 3, NULL, NULL, &angoff), PSY_ERROR_TOO_FEW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/psychometrics/levels/rudner", Fixture, NULL, set_up, test_rudner, tear_down);
  g_test_add ("/psychometrics/levels/lee", Fixture, NULL, set_up, test_lee, tear_down);
  g_test_add_func ("/psychometrics/levels/livingston-lewis", test_livingston_lewis);
  g_test_add_func ("/psychometrics/levels/probabilities", test_probabilities);
  g_test_add_func ("/psychometrics/levels/angoff", test_angoff);
  return g_test_run ();
}
