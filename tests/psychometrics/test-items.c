/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item models: independent curves, and what must hold for every model. */

#include "psy-data.h"

/* Category curves of the first items of a set: P, P', P''. */
static void
test_curves (gconstpointer data)
{
  g_autofree char *curves = g_strdup_printf ("curves_%s.csv", (const char *) data);
  g_autofree char *parameters = g_strdup_printf ("scorepars_%s.csv", (const char *) data);
  g_autoptr (Table) table = table_read (curves);
  g_autoptr (Table) names = table_read (parameters);
  gsize n;
  g_autofree PsyItem *items = items_read (parameters, &n);

  for (guint i = 0; i < table->rows->len; i++) {
    PsyCategory c[PSY_MAX_CATEGORIES];
    guint j = 0;
    int k = (int) table_value (table, i, "cat");

    while (strcmp (table_text (names, j, 0), table_text (table, i, 0)) != 0)
      j++;
    psy_item_evaluate (&items[j], table_value (table, i, "theta"), c);
    assert_near (c[k].p, table_value (table, i, "P"), 1e-11);
    assert_near (c[k].p * c[k].l1, table_value (table, i, "dP"), 1e-11);
    assert_near (c[k].p * (c[k].l1 * c[k].l1 + c[k].l2), table_value (table, i, "d2P"), 1e-11);
    assert_near (exp (c[k].log_p), c[k].p, 1e-14);
  }
}

static double
expected_score (const PsyItem *items, gsize n, double theta)
{
  double sum = 0;

  for (gsize j = 0; j < n; j++) {
    PsyCategory c[PSY_MAX_CATEGORIES];

    psy_item_evaluate (&items[j], theta, c);
    for (int k = 1; k < items[j].n_categories; k++)
      sum += k * c[k].p;
  }
  return sum;
}

static void
test_information (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("testinfo_%s.csv", (const char *) data);
  g_autofree char *parameters = g_strdup_printf ("scorepars_%s.csv", (const char *) data);
  g_autoptr (Table) table = table_read (name);
  gsize n;
  g_autofree PsyItem *items = items_read (parameters, &n);

  for (guint i = 0; i < table->rows->len; i++) {
    double theta = table_value (table, i, "theta");
    double information = psy_item_test_information (items, n, theta);

    assert_near (information, table_value (table, i, "info"), 1e-10);
    assert_near (1 / sqrt (information), table_value (table, i, "se"), 1e-10);
    assert_near (expected_score (items, n, theta), table_value (table, i, "expected_score"), 1e-10);
  }
}

/* A table of ordinary and extreme items of every model. */
static guint
make_items (PsyItem *items)
{
  guint n = 0;

  for (int extreme = 0; extreme < 5; extreme++) {
    double a = (const double[]) { 1, 0.01, 8, -1.3, 30 }[extreme];
    double shift = (const double[]) { 0.3, 5, -20, 0, 100 }[extreme];
    double gap = (const double[]) { 1, 1e-6, 10, 0.2, 60 }[extreme];
    double d[PSY_MAX_CATEGORIES], slopes[PSY_MAX_CATEGORIES];

    items[n++] = (PsyItem) { .model = PSY_MODEL_RASCH, .n_categories = 2, .a = 1, .d = { shift } };
    items[n++] = psy_item_2pl (a, shift);
    items[n++] = psy_item_3pl (a, shift, 0);
    items[n++] = psy_item_3pl (a, shift, (const double[]) { 0.2, 1e-9, 0.5, 0.99, 0.25 }[extreme]);
    for (int categories = 2; categories <= PSY_MAX_CATEGORIES; categories += 7) {
      for (int k = 0; k < categories - 1; k++)
        d[k] = shift - gap * k;
      for (int k = 0; k < categories; k++)
        slopes[k] = a * ((k * 7) % 5 - 1.5);
      items[n++] = psy_item_grm (a, d, categories);
      items[n++] = psy_item_gpcm (a, d, categories);
      items[n++] = psy_item_nominal (slopes, d, categories, categories / 2);
    }
  }
  return n;
}

static void
test_properties (void)
{
  PsyItem items[128];
  guint n = make_items (items);

  for (guint j = 0; j < n; j++) {
    g_assert_cmpint (psy_item_check (&items[j]), ==, PSY_OK);
    for (double theta = -8; theta <= 8; theta += 0.5) {
      PsyCategory c[PSY_MAX_CATEGORIES], up[PSY_MAX_CATEGORIES], down[PSY_MAX_CATEGORIES];
      double sum = 0, slope = 0, information = 0, h = 1e-5;
      double scale = fmax (1, fabs (items[j].a)), from_slopes = 0;

      for (int k = 0; k < items[j].n_categories; k++)
        scale = fmax (scale, fmax (fabs (items[j].slopes[k]), k * fabs (items[j].a)));
      psy_item_evaluate (&items[j], theta, c);
      psy_item_evaluate (&items[j], theta + h, up);
      psy_item_evaluate (&items[j], theta - h, down);
      for (int k = 0; k < items[j].n_categories; k++) {
        g_assert_true (isfinite (c[k].p) && isfinite (c[k].l1) && isfinite (c[k].l2));
        g_assert_true (isfinite (c[k].log_p));
        g_assert_cmpfloat (c[k].p, >=, 0);
        g_assert_cmpfloat (c[k].p, <=, 1);
        assert_near (exp (c[k].log_p), c[k].p, 1e-13);
        /* Central differences of log p and of its derivative. */
        assert_near (c[k].l1, (up[k].log_p - down[k].log_p) / (2 * h),
                     1e-7 * pow (scale, 3) + 1e-9 * fabs (c[k].log_p));
        assert_near (c[k].l2, (up[k].l1 - down[k].l1) / (2 * h), 1e-6 * pow (scale, 4));
        sum += c[k].p;
        slope += c[k].p * c[k].l1;
        information += c[k].p * c[k].l1 * c[k].l1;
        from_slopes -= c[k].p * c[k].l2;
      }
      assert_near (sum, 1, 1e-13);
      assert_near (slope, 0, 1e-12 * scale);
      assert_near (psy_item_information (&items[j], theta), information, 1e-15 * scale * scale);
      /* The two forms of Fisher's information. */
      assert_near (information, from_slopes, 1e-10 * scale * scale);
      g_assert_cmpfloat (information, >=, 0);
      g_assert_true (isfinite (psy_item_warm_term (&items[j], theta)));
      if (items[j].model != PSY_MODEL_NOMINAL) {
        double lower = expected_score (&items[j], 1, theta);
        double higher = expected_score (&items[j], 1, theta + 0.5);

        if (items[j].a > 0)
          g_assert_cmpfloat (higher, >=, lower - 1e-13);
        else
          g_assert_cmpfloat (higher, <=, lower + 1e-13);
      }
    }
  }
}

/* What rises with theta in each model, besides the expected score. */
static void
test_monotone (void)
{
  PsyItem items[128];
  guint n = make_items (items);
  gboolean seen[PSY_N_MODELS] = { FALSE };

  for (guint j = 0; j < n; j++) {
    const PsyItem *item = &items[j];
    int top = 0;

    seen[item->model] = TRUE;
    for (int k = 1; k < item->n_categories; k++) {
      if (item->slopes[k] > item->slopes[top])
        top = k;
    }
    for (double theta = -8; theta < 8; theta += 0.25) {
      PsyCategory low[PSY_MAX_CATEGORIES], high[PSY_MAX_CATEGORIES];
      double before = 0, after = 0, sign = item->a < 0 ? -1 : 1;

      psy_item_evaluate (item, theta, low);
      psy_item_evaluate (item, theta + 0.25, high);
      if (item->model == PSY_MODEL_3PL)
        g_assert_cmpfloat (low[1].p, >=, item->g - 1e-15);
      if (item->model == PSY_MODEL_NOMINAL) {
        /* The option with the largest slope. */
        g_assert_cmpfloat (high[top].p, >=, low[top].p - 1e-13);
        continue;
      }
      /* P(X >= k), for every k: stochastically ordered. */
      for (int k = item->n_categories - 1; k > 0; k--) {
        before += low[k].p;
        after += high[k].p;
        g_assert_cmpfloat (sign * (after - before), >=, -1e-13);
      }
    }
  }
  for (int model = 0; model < PSY_N_MODELS; model++)
    g_assert_true (seen[model]);
}

static void
test_conversions (void)
{
  PsyItem items[128];
  guint n = make_items (items);

  for (guint j = 0; j < n; j++) {
    double b[PSY_MAX_CATEGORIES];
    PsyItem again = items[j];

    if (items[j].model == PSY_MODEL_NOMINAL) {
      assert_status (psy_item_get_difficulties (&items[j], b), PSY_ERROR_ARGUMENT);
      continue;
    }
    assert_status (psy_item_get_difficulties (&items[j], b), PSY_OK);
    assert_status (psy_item_set_difficulties (&again, b), PSY_OK);
    for (int k = 0; k < items[j].n_categories - 1; k++)
      assert_near (again.d[k], items[j].d[k], 1e-12 * fmax (1, fabs (items[j].d[k])));
  }
}

static void
test_checks (void)
{
  double rising[2] = { 0, 1 }, fine[2] = { 1, 0 };
  PsyItem item = psy_item_grm (1, rising, 3);

  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  item = psy_item_grm (1, fine, 3);
  assert_status (psy_item_check (&item), PSY_OK);
  item.n_categories = 1;
  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  item = psy_item_3pl (1, 0, 1);
  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  item = psy_item_2pl (NAN, 0);
  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  item = psy_item_nominal (fine, fine, 2, 2);
  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  item.model = (PsyModel) 99;
  assert_status (psy_item_check (&item), PSY_ERROR_ARGUMENT);
  g_assert_null (psy_model_info ((PsyModel) 99));
  for (int model = 0; model < PSY_N_MODELS; model++)
    g_assert_cmpint (psy_model_info (model)->model, ==, model);
}

int
main (int argc, char *argv[])
{
  static const char *const sets[] = { "lsat7", "science4", "sim2pl_medium", "simgpcm" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autofree char *curves = g_strdup_printf ("/psychometrics/items/curves/%s", sets[i]);
    g_autofree char *information = g_strdup_printf ("/psychometrics/items/information/%s", sets[i]);

    g_test_add_data_func (curves, sets[i], test_curves);
    g_test_add_data_func (information, sets[i], test_information);
  }
  g_test_add_func ("/psychometrics/items/properties", test_properties);
  g_test_add_func ("/psychometrics/items/monotone", test_monotone);
  g_test_add_func ("/psychometrics/items/conversions", test_conversions);
  g_test_add_func ("/psychometrics/items/checks", test_checks);
  return g_test_run ();
}
