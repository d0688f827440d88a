/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EAP, MAP, ML and WLE of one person and of many against independent results. */

#include "psy-data.h"
#include "psy-score-batch.h"

typedef struct {
  const char *name;
  int base;
} Set;

static const Set sets[] = {
  { "lsat7", 0 },   { "science4", 1 }, { "sim2pl_medium", 0 }, { "simgrm_medium_mar", 0 },
  { "simgpcm", 0 },
};

typedef struct {
  Table *table;
  PsyItem *items;
  gsize n_items;
  PsyResponses responses;
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
} Fixture;

static void
set_up (Fixture *f, const Set *set)
{
  g_autofree char *scores = g_strdup_printf ("scores_%s.csv", set->name);
  g_autofree char *items = g_strdup_printf ("scorepars_%s.csv", set->name);

  f->table = table_read (scores);
  f->items = items_read (items, &f->n_items);
  f->responses = table_answers (f->table, 0, (guint) f->n_items, set->base);
  f->quadrature = (PsyQuadrature) { f->nodes, f->weights, PSY_N_NODES };
  assert_status (psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, f->nodes, f->weights), PSY_OK);
}

static void
tear_down (Fixture *f)
{
  table_free (f->table);
  g_free (f->items);
  g_free ((void *) f->responses.data);
}

static void
test_single (gconstpointer data)
{
  Fixture f;

  set_up (&f, data);
  for (guint i = 0; i < f.table->rows->len; i++) {
    const int8_t *row = f.responses.data + i * f.n_items;
    double work[PSY_N_NODES], log_marginal;
    PsyScore score;
    PsyStatus status;

    assert_status (
      psy_score_eap (f.items, row, f.n_items, &f.quadrature, work, &score, &log_marginal), PSY_OK);
    assert_near (score.value, table_value (f.table, i, "eap61"), 1e-9);
    assert_near (score.se, table_value (f.table, i, "eap61_sd"), 1e-9);
    assert_near (log_marginal, table_value (f.table, i, "log_marginal"), 2e-4);
    assert_status (psy_score_map (f.items, row, f.n_items, 0, 1, PSY_BOUNDS, &score), PSY_OK);
    assert_near (score.value, table_value (f.table, i, "map"), 1e-6);
    assert_near (score.se_observed, table_value (f.table, i, "map_se_obsinfo"), 1e-6);
    assert_near (score.se, table_value (f.table, i, "map_se_expinfo"), 1e-6);
    assert_status (psy_score_wle (f.items, row, f.n_items, PSY_BOUNDS, &score), PSY_OK);
    assert_near (score.value, table_value (f.table, i, "wle_warm"), 1e-6);
    assert_near (score.se, table_value (f.table, i, "wle_se"), 1e-6);
    status = psy_score_ml (f.items, row, f.n_items, PSY_BOUNDS, &score);
    if (isnan (table_value (f.table, i, "ml"))) {
      assert_status (status, PSY_AT_BOUND);
      assert_near (fabs (score.value), 20, 0);
    } else {
      assert_status (status, PSY_OK);
      assert_near (score.value, table_value (f.table, i, "ml"), 1e-6);
      assert_near (score.se, table_value (f.table, i, "ml_se"), 1e-6);
    }
  }
  tear_down (&f);
}

/* Many at once are the same as one by one. */
static void
test_batch (gconstpointer data)
{
  Fixture f;
  PsyBatch batch = { .bounds = { -20, 20 }, .sd = 1 };

  set_up (&f, data);
  batch.quadrature = &f.quadrature;
  for (int kind = PSY_SCORE_EAP; kind <= PSY_SCORE_WLE; kind++) {
    gsize size = psy_score_batch_workspace_size (f.items, &f.responses, &batch, kind);
    g_autofree void *work = g_malloc (size);
    g_autofree PsyScore *scores = g_new (PsyScore, f.responses.n_persons);
    g_autofree double *marginals = g_new (double, f.responses.n_persons);

    assert_status (
      psy_score_batch (f.items, &f.responses, &batch, kind, work, size, scores, marginals), PSY_OK);
    for (gsize i = 0; i < f.responses.n_persons; i++) {
      const int8_t *row = f.responses.data + i * f.n_items;
      double nodes[PSY_N_NODES], marginal;
      PsyScore one;

      if (kind == PSY_SCORE_EAP) {
        psy_score_eap (f.items, row, f.n_items, &f.quadrature, nodes, &one, &marginal);
        assert_near (marginals[i], marginal, 1e-11);
      } else if (kind == PSY_SCORE_MAP) {
        psy_score_map (f.items, row, f.n_items, 0, 1, batch.bounds, &one);
      } else if (kind == PSY_SCORE_ML) {
        psy_score_ml (f.items, row, f.n_items, batch.bounds, &one);
      } else {
        psy_score_wle (f.items, row, f.n_items, batch.bounds, &one);
      }
      assert_near (scores[i].value, one.value, 1e-9);
      assert_near (scores[i].se, one.se, 1e-8 * one.se);
      assert_near (scores[i].se_observed, one.se_observed, 1e-8 * one.se_observed);
      g_assert_cmpint (scores[i].n_answers, ==, one.n_answers);
    }
    g_assert_cmpint (size, >, 0);
    assert_status (
      psy_score_batch (f.items, &f.responses, &batch, kind, work, size / 2, scores, NULL),
      PSY_ERROR_WORKSPACE);
  }
  tear_down (&f);
}

/* The equation of Warm's estimator: l' + J / (2 I). */
static double
warm_equation (const PsyItem *items, const int8_t *answers, size_t n, double theta)
{
  double l1 = 0, warm = 0;

  for (size_t j = 0; j < n; j++) {
    PsyCategory c[PSY_MAX_CATEGORIES];

    psy_item_evaluate (&items[j], theta, c);
    l1 += c[answers[j]].l1;
    warm += psy_item_warm_term (&items[j], theta);
  }
  return l1 + warm / (2 * psy_item_test_information (items, n, theta));
}

/* Warm's estimator of the 3PL is the root of its own equation, not the mode under Jeffreys' prior.
 */
static void
test_3pl (void)
{
  PsyItem items[12];
  int8_t answers[3 * 12] = {
    1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0,
    0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1,
  };
  PsyResponses responses = psy_responses (answers, 3, 12);
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature = { nodes, weights, PSY_N_NODES };
  PsyBatch batch = { &quadrature, { -10, 10 }, 0, 1, NULL };
  PsyScore scores[3];
  gsize size;
  g_autofree void *work = NULL;

  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights);
  for (int j = 0; j < 12; j++) {
    double a = 0.8 + 0.1 * j, b = -2 + 0.35 * j;

    items[j] = psy_item_3pl (a, -a * b, 0.1 + 0.01 * j);
  }
  size = psy_score_batch_workspace_size (items, &responses, &batch, PSY_SCORE_WLE);
  work = g_malloc (size);
  assert_status (
    psy_score_batch (items, &responses, &batch, PSY_SCORE_WLE, work, size, scores, NULL), PSY_OK);
  for (int i = 0; i < 3; i++) {
    double information = psy_item_test_information (items, 12, scores[i].value);
    double l1 = 0, h = 1e-6, jeffreys;

    for (int j = 0; j < 12; j++) {
      PsyCategory c[PSY_MAX_CATEGORIES];

      psy_item_evaluate (&items[j], scores[i].value, c);
      l1 += c[answers[i * 12 + j]].l1;
    }
    assert_near (warm_equation (items, answers + i * 12, 12, scores[i].value), 0, 1e-9);
    assert_near (scores[i].se, 1 / sqrt (information), 1e-12);
    jeffreys = l1 + (log (psy_item_test_information (items, 12, scores[i].value + h)) -
                     log (psy_item_test_information (items, 12, scores[i].value - h))) /
                      (4 * h);
    g_assert_cmpfloat (fabs (jeffreys), >, 1e-3);
  }
}

/* Below the range the likelihood of these answers grows again, and is larger at the bound than at
 * the root: where Warm's term alone holds a person within the range, the root is the estimate. */
static void
test_inner_root_over_a_bound (void)
{
  const PsyItem items[] = {
    psy_item_3pl (1.27, 1.27 * 1.25, 0.39),
    psy_item_3pl (0.35, 0.35 * 3.5, 0.07),
    psy_item_3pl (2.32, -2.32 * 0.56, 0.06),
  };
  const int8_t answers[] = { 1, 0, 0 };
  const PsyBounds bounds = { -6, 6 };
  PsyScore wle, ml;

  assert_status (psy_score_ml (items, answers, 3, bounds, &ml), PSY_AT_BOUND);
  g_assert_cmpfloat (ml.value, ==, bounds.low);
  assert_status (psy_score_wle (items, answers, 3, bounds, &wle), PSY_OK);
  g_assert_cmpfloat (wle.value, >, -1);
  g_assert_cmpfloat (wle.value, <, 1);
  assert_near (warm_equation (items, answers, 3, wle.value), 0, 1e-9);
}

static void
test_bad_input (void)
{
  PsyItem items[2] = { psy_item_2pl (1, 0), psy_item_2pl (1, 0.5) };
  int8_t none[2] = { PSY_MISSING, -7 }, bad[2] = { 0, 2 };
  double nodes[PSY_N_NODES], weights[PSY_N_NODES], work[PSY_N_NODES];
  PsyQuadrature quadrature = { nodes, weights, PSY_N_NODES };
  PsyScore score;

  assert_status (psy_quadrature_normal (1, -1, 5, 0, 1, nodes, weights), PSY_ERROR_ARGUMENT);
  assert_status (psy_quadrature_normal (-1, 1, 1, 0, 1, nodes, weights), PSY_ERROR_ARGUMENT);
  assert_status (psy_quadrature_normal (-1, 1, 5, 0, 0, nodes, weights), PSY_ERROR_ARGUMENT);
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights);
  assert_status (psy_score_eap (items, none, 2, &quadrature, work, &score, NULL), PSY_OK);
  assert_near (score.value, 0, 1e-12);
  assert_near (score.se, 1, 1e-6);
  g_assert_cmpint (score.n_answers, ==, 0);
  assert_status (psy_score_map (items, none, 2, 0.5, 2, PSY_BOUNDS, &score), PSY_OK);
  assert_near (score.value, 0.5, 1e-9);
  assert_near (score.se, 2, 1e-9);
  assert_status (psy_score_ml (items, none, 2, PSY_BOUNDS, &score), PSY_ERROR_NO_DATA);
  assert_status (psy_score_wle (items, none, 2, PSY_BOUNDS, &score), PSY_ERROR_NO_DATA);
  g_assert_true (isnan (score.value));
  assert_status (psy_score_eap (items, bad, 2, &quadrature, work, &score, NULL),
                 PSY_ERROR_ARGUMENT);
  assert_status (psy_score_ml (items, bad, 2, PSY_BOUNDS, &score), PSY_ERROR_ARGUMENT);
  assert_status (psy_score_ml (items, none, 2, (PsyBounds) { 1, 0 }, &score), PSY_ERROR_ARGUMENT);
  items[0].d[0] = NAN;
  assert_status (psy_score_ml (items, none, 2, PSY_BOUNDS, &score), PSY_ERROR_ARGUMENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autofree char *single = g_strdup_printf ("/psychometrics/scores/single/%s", sets[i].name);
    g_autofree char *batch = g_strdup_printf ("/psychometrics/scores/batch/%s", sets[i].name);

    g_test_add_data_func (single, &sets[i], test_single);
    g_test_add_data_func (batch, &sets[i], test_batch);
  }
  g_test_add_func ("/psychometrics/scores/3pl", test_3pl);
  g_test_add_func ("/psychometrics/scores/inner-root-over-a-bound", test_inner_root_over_a_bound);
  g_test_add_func ("/psychometrics/scores/bad-input", test_bad_input);
  return g_test_run ();
}
