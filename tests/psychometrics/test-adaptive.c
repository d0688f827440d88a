/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adaptive tests: the same items as catR under the same rule and grid; exposure, content, stopping.
 */

#include "psy-adaptive.h"
#include "psy-data.h"

typedef struct {
  PsyItem items[100];
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
  PsyAdaptive rules;
  void *work;
  gsize size;
} Fixture;

/* A standard normal prior as catR integrates it: half weight at both end nodes. */
static void
set_prior (Fixture *f, double span, gsize n)
{
  double sum = 0;

  f->quadrature = (PsyQuadrature) { f->nodes, f->weights, n };
  psy_quadrature_normal (-span, span, n, 0, 1, f->nodes, f->weights);
  f->weights[0] /= 2;
  f->weights[n - 1] /= 2;
  for (gsize q = 0; q < n; q++)
    sum += f->weights[q];
  for (gsize q = 0; q < n; q++)
    f->weights[q] /= sum;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) bank = table_read ("bank_100.csv");

  for (guint j = 0; j < 100; j++) {
    double a = table_value (bank, j, "a");

    f->items[j] = psy_item_2pl (a, -a * table_value (bank, j, "b"));
  }
  set_prior (f, 4, 33);
  f->rules = (PsyAdaptive) {
    .items = f->items,
    .n_items = 100,
    .quadrature = &f->quadrature,
    .sd = 1,
    .bounds = { -4, 4 },
    .max_items = 60,
  };
  f->size = psy_adaptive_workspace_size (&f->rules);
  f->work = g_malloc (f->size);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->work);
}

static PsyCriterion
criterion_of (const char *name)
{
  static const char *const names[] = { "MFI", "MLWI", "MPWI", "MEPV", "", "KL", "KLP", "MEI" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strcmp (names[i], name) == 0)
      return i;
  }
  g_error ("unknown criterion %s", name);
}

/* Whole tests of 20 to 44 items, as catR ran them. */
static void
test_sequences (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) table = table_read ("cat_sequences.csv");
  guint runs = 0;
  PsyAdaptiveTest test;

  for (guint i = 0; i < table->rows->len; i++) {
    const char *method = table_text (table, i, table_column (table, "method"));
    /* catR optimises to about 3e-5; its EAP is exact. */
    double tolerance = strcmp (method, "EAP") == 0 ? 1e-9 : 1e-4;
    gsize item;

    if (table_value (table, i, "step") == 1) {
      f->rules.criterion = criterion_of (table_text (table, i, table_column (table, "select")));
      f->rules.estimator = strcmp (method, "EAP") == 0  ? PSY_ESTIMATOR_EAP
                           : strcmp (method, "BM") == 0 ? PSY_ESTIMATOR_MAP
                           : strcmp (method, "ML") == 0 ? PSY_ESTIMATOR_ML
                                                        : PSY_ESTIMATOR_WLE;
      if (strcmp (table_text (table, i, table_column (table, "grid")), "-6:6:61") == 0)
        set_prior (f, 6, PSY_N_NODES);
      else
        set_prior (f, 4, 33);
      g_free (f->work);
      f->size = psy_adaptive_workspace_size (&f->rules);
      f->work = g_malloc (f->size);
      assert_status (psy_adaptive_begin (&test, &f->rules, f->work, f->size), PSY_OK);
      runs++;
    }
    assert_status (psy_adaptive_next (&test, 0, &item), PSY_OK);
    g_assert_cmpuint (item + 1, ==, (gsize) table_value (table, i, "item"));
    assert_status (psy_adaptive_answer (&test, item, (int8_t) table_value (table, i, "response")),
                   PSY_OK);
    assert_near (test.theta.value, table_value (table, i, "theta"), tolerance);
    assert_near (test.theta.se, table_value (table, i, "se"),
                 tolerance * fmax (1, test.theta.se * test.theta.se));
    g_assert_cmpuint (test.n_given, ==, (gsize) table_value (table, i, "step"));
  }
  g_assert_cmpuint (runs, ==, 35);
}

/* Values of all criteria in one state; catR does not divide by the mass of likelihood or posterior.
 */
static void
test_criteria (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *name;
    PsyCriterion criterion;
    gboolean scaled;
  } criteria[] = {
    { "MFI", PSY_CRITERION_INFORMATION, FALSE },
    { "EPV", PSY_CRITERION_EXPECTED_VARIANCE, FALSE },
    { "KL", PSY_CRITERION_KL, TRUE },
    { "KLP", PSY_CRITERION_POSTERIOR_KL, TRUE },
    { "MLWI", PSY_CRITERION_LIKELIHOOD_INFORMATION, TRUE },
    { "MPWI", PSY_CRITERION_POSTERIOR_INFORMATION, TRUE },
    { "MEI", PSY_CRITERION_EXPECTED_INFORMATION, FALSE },
  };
  g_autoptr (Table) table = table_read ("cat_criteria_bank100.csv");

  for (guint c = 0; c < G_N_ELEMENTS (criteria); c++) {
    PsyAdaptiveTest test;
    double ratio = NAN, tolerance;

    f->rules.criterion = criteria[c].criterion;
    /* catR looks at the next estimate by MAP, which it finds to about 3e-5. */
    tolerance = criteria[c].criterion == PSY_CRITERION_EXPECTED_INFORMATION ? 1e-5 : 2e-10;
    f->rules.estimator = PSY_ESTIMATOR_EAP;
    psy_adaptive_begin (&test, &f->rules, f->work, f->size);
    psy_adaptive_answer (&test, 2, 1);
    psy_adaptive_answer (&test, 16, 0);
    psy_adaptive_answer (&test, 41, 1);
    assert_near (test.theta.value, 0.260917005480464, 1e-12);
    assert_near (test.theta.se, 0.756183501837214, 1e-12);
    f->rules.estimator = PSY_ESTIMATOR_MAP;
    for (guint i = 0; i < table->rows->len; i++) {
      double value = psy_adaptive_criterion (&test, (gsize) table_value (table, i, "item") - 1);
      double expected = table_value (table, i, criteria[c].name);

      if (criteria[c].scaled && i == 0)
        ratio = value / expected;
      assert_near (value, expected * (criteria[c].scaled ? ratio : 1), tolerance);
    }
  }
}

/* The search that stops early finds what a look at every item finds, for every model. */
static void
test_pruned_search (Fixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (5);
  PsyItem items[600];
  PsyAdaptiveTest test;

  for (int j = 0; j < 600; j++) {
    double a = exp (0.4 * g_rand_double_range (rand, -2, 2)), b = g_rand_double_range (rand, -3, 3);
    double d[3] = { -a * (b - 1), -a * b, -a * (b + 1) }, slopes[4] = { -a, 0, 0.5 * a, a };

    items[j] = j % 4 == 0   ? psy_item_3pl (a, d[1], 0.2)
               : j % 4 == 1 ? psy_item_grm (a, d, 4)
               : j % 4 == 2 ? psy_item_gpcm (0.5 * a, d, 4)
                            : psy_item_nominal (slopes, d, 4, 3);
  }
  f->rules.items = items;
  f->rules.n_items = 600;
  f->rules.randomesque = 5;
  g_free (f->work);
  f->size = psy_adaptive_workspace_size (&f->rules);
  f->work = g_malloc (f->size);
  assert_status (psy_adaptive_begin (&test, &f->rules, f->work, f->size), PSY_OK);
  for (int step = 0; step < 40; step++) {
    gsize found[5], chosen;

    for (int rank = 0; rank < 5; rank++) {
      double best = -1;
      gsize best_item = 0;

      for (gsize j = 0; j < 600; j++) {
        gboolean taken = FALSE;

        for (gsize i = 0; i < test.n_given; i++)
          taken |= test.given[i] == j;
        for (int i = 0; i < rank; i++)
          taken |= found[i] == j;
        if (!taken && psy_item_information (&items[j], test.theta.value) > best) {
          best = psy_item_information (&items[j], test.theta.value);
          best_item = j;
        }
      }
      found[rank] = best_item;
      assert_status (psy_adaptive_next (&test, 0.2 * rank + 0.1, &chosen), PSY_OK);
      g_assert_cmpuint (chosen, ==, best_item);
    }
    assert_status (
      psy_adaptive_answer (&test, found[step % 5], (int8_t) g_rand_int_range (rand, 0, 2)), PSY_OK);
  }
  g_rand_free (rand);
}

static void
test_content (Fixture *f, gconstpointer data)
{
  guint8 scales[100];
  double shares[3] = { 0.5, 0.3, 0.2 };
  guint given[3] = { 0 };
  PsyAdaptiveTest test;

  for (guint j = 0; j < 100; j++)
    scales[j] = j < 60 ? 0 : j < 96 ? 1 : 2;
  f->rules.scales = scales;
  f->rules.shares = shares;
  f->rules.n_scales = 3;
  assert_status (psy_adaptive_begin (&test, &f->rules, f->work, f->size), PSY_OK);
  for (guint i = 1; i <= 20; i++) {
    gsize item;

    assert_status (psy_adaptive_next (&test, 0, &item), PSY_OK);
    assert_status (psy_adaptive_answer (&test, item, (int8_t) (i % 2)), PSY_OK);
    given[scales[item]]++;
    for (guint s = 0; s < 3; s++)
      assert_near (given[s], shares[s] * i, 1);
  }
  g_assert_cmpuint (given[0], ==, 10);
  g_assert_cmpuint (given[1], ==, 6);
  /* Its four items: used up, the others go on. */
  g_assert_cmpuint (given[2], ==, 4);
  for (guint i = 21; i <= 40; i++) {
    gsize item;

    assert_status (psy_adaptive_next (&test, 0, &item), PSY_OK);
    g_assert_cmpuint (scales[item], !=, 2);
    assert_status (psy_adaptive_answer (&test, item, 1), PSY_OK);
  }
}

static void
test_stopping (Fixture *f, gconstpointer data)
{
  PsyAdaptiveTest test;
  gsize item;

  f->rules.se = 0.3;
  f->rules.min_items = 5;
  f->rules.max_items = 30;
  f->rules.seconds = 600;
  assert_status (psy_adaptive_begin (&test, &f->rules, f->work, f->size), PSY_OK);
  g_assert_cmpint (psy_adaptive_stop (&test, 0), ==, PSY_STOP_NOT);
  g_assert_cmpint (psy_adaptive_stop (&test, 600), ==, PSY_STOP_TIME);
  while (psy_adaptive_stop (&test, 0) == PSY_STOP_NOT) {
    assert_status (psy_adaptive_next (&test, 0, &item), PSY_OK);
    assert_status (psy_adaptive_answer (&test, item, (int8_t) (test.n_given % 2)), PSY_OK);
  }
  g_assert_cmpint (psy_adaptive_stop (&test, 0), ==, PSY_STOP_SE);
  g_assert_cmpfloat (test.theta.se, <=, 0.3);
  g_assert_cmpuint (test.n_given, >=, 5);
  f->rules.se = 0;
  while (psy_adaptive_stop (&test, 0) == PSY_STOP_NOT) {
    assert_status (psy_adaptive_next (&test, 0, &item), PSY_OK);
    assert_status (psy_adaptive_answer (&test, item, PSY_MISSING), PSY_OK);
  }
  g_assert_cmpint (psy_adaptive_stop (&test, 0), ==, PSY_STOP_ITEMS);
  g_assert_cmpuint (test.n_given, ==, 30);
  assert_status (psy_adaptive_answer (&test, item, 1), PSY_ERROR_ARGUMENT);
  assert_status (psy_adaptive_next (&test, 1, &item), PSY_ERROR_ARGUMENT);
  f->rules.sd = 0;
  assert_status (psy_adaptive_begin (&test, &f->rules, f->work, f->size), PSY_ERROR_ARGUMENT);
  f->rules.sd = 1;
  assert_status (psy_adaptive_begin (&test, &f->rules, f->work, 100), PSY_ERROR_WORKSPACE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/psychometrics/adaptive/sequences", Fixture, NULL, set_up, test_sequences,
              tear_down);
  g_test_add ("/psychometrics/adaptive/criteria", Fixture, NULL, set_up, test_criteria, tear_down);
  g_test_add ("/psychometrics/adaptive/pruned-search", Fixture, NULL, set_up, test_pruned_search,
              tear_down);
  g_test_add ("/psychometrics/adaptive/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/psychometrics/adaptive/stopping", Fixture, NULL, set_up, test_stopping, tear_down);
  return g_test_run ();
}
