/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items classically, against figures of other programs; and groups that cannot be compared. */

#include <math.h>

#include "../psychometrics/psy-data.h"
#include "bearings-analysis.h"

/* @first: the column of the first item; the columns before are the group of the person. */
static BearingsResponseMatrix *
matrix_of (const Table *table, guint first, guint n)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();

  for (guint p = 0; p < MIN (n, table->rows->len); p++) {
    g_autofree char *person = g_strdup_printf ("p%u", p);

    for (guint i = first; i < table->n_columns; i++)
      bearings_response_matrix_builder_add (builder, person, table->names[i],
                                            (gint8) table_number (table, p, i));
    if (first > 0)
      bearings_response_matrix_builder_set_group (
        builder, person, table_text (table, p, 0)[0] == '0' ? "north" : "south");
  }
  return bearings_response_matrix_builder_end (builder);
}

/* R package psych, LSAT 7. */
static void
test_items (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (Table) expected = table_read ("itemanalysis_lsat7.csv");
  g_autoptr (BearingsResponseMatrix) matrix = matrix_of (table, 0, 1000);
  g_autoptr (BearingsItemAnalysis) analysis = bearings_item_analysis_new (matrix, NULL, NULL);

  g_assert_cmpuint (analysis->n, ==, 1000);
  assert_near (analysis->alpha, 0.453408735387426, 1e-12);
  assert_near (analysis->sem, 0.886129914982124, 1e-10);
  assert_near (analysis->omega, 0.461879347082132, 1e-6);
  assert_near (analysis->omega_se, 0.0267723597697914, 1e-6);
  assert_near (analysis->rmsea, 0.0406792006094161, 1e-6);
  assert_near (analysis->spearman_brown,
               2 * analysis->half_correlation / (1 + analysis->half_correlation), 1e-12);
  g_assert_cmpuint (analysis->n_draws, ==, 2000);
  assert_near (analysis->boot_low, 0.394125186644718, 0.008);
  assert_near (analysis->boot_high, 0.50888356091395, 0.008);
  g_assert_true (analysis->low < analysis->alpha && analysis->alpha < analysis->high);
  g_assert_cmpuint (analysis->items->len, ==, 5);
  for (guint i = 0; i < 5; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];

    g_assert_cmpstr (item->item, ==, table->names[i]);
    assert_near (item->mean, table_value (expected, i, "mean"), 1e-11);
    assert_near (item->sd, table_value (expected, i, "sd"), 1e-11);
    assert_near (item->item_total, table_value (expected, i, "raw_r"), 1e-11);
    assert_near (item->corrected, table_value (expected, i, "corrected_item_total"), 1e-11);
    assert_near (item->alpha_if_deleted, table_value (expected, i, "alpha_if_deleted"), 1e-11);
    assert_near (item->upper_lower, table_value (expected, i, "D_27"), 1e-11);
    g_assert_true (isnan (item->dif.p) && item->dif.ets == '\0');
  }
  g_assert_null (analysis->dif_note);
}

/* Without a key the options are the points: who gave none, and who gave one. */
static void
test_options (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (BearingsResponseMatrix) matrix = matrix_of (table, 0, 1000);
  g_autoptr (BearingsItemAnalysis) analysis = bearings_item_analysis_new (matrix, NULL, NULL);
  const BearingsItemStatistics *item = analysis->items->pdata[0];

  g_assert_cmpuint (item->options->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const BearingsOptionStatistics *option =
      &g_array_index (item->options, BearingsOptionStatistics, i);

    g_assert_cmpint (option->option, ==, i);
    g_assert_false (option->is_key);
    g_assert_cmpuint (option->n, ==, i == 1 ? 828 : 172);
    assert_near (option->share, i == 1 ? 0.828 : 0.172, 1e-12);
  }
}

/* Nothing varies: there is no reliability, and what there is, is told. */
static void
test_no_variance (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (BearingsItemAnalysis) analysis = NULL;

  for (guint p = 0; p < 20; p++) {
    g_autofree char *person = g_strdup_printf ("p%u", p);
    bearings_response_matrix_builder_add (builder, person, "a", 1);
    bearings_response_matrix_builder_add (builder, person, "b", 0);
  }
  matrix = bearings_response_matrix_builder_end (builder);
  analysis = bearings_item_analysis_new (matrix, NULL, NULL);
  g_assert_nonnull (analysis);
  g_assert_true (isnan (analysis->alpha) && isnan (analysis->omega) && isnan (analysis->boot_low));
  g_assert_cmpuint (analysis->n_draws, ==, 0);
  g_assert_cmpfloat (((BearingsItemStatistics *) analysis->items->pdata[0])->mean, ==, 1);
}

static void
test_nobody (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (BearingsResponseMatrix) matrix = bearings_response_matrix_builder_end (builder);
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_item_analysis_new (matrix, NULL, &error));
  g_assert_error (error, BEARINGS_ANALYSIS_ERROR, BEARINGS_ANALYSIS_ERROR_REFUSED);
}

/* difR: items 3, 8 and 14 were made unfair. Turned round, every difference changes its sign. */
static void
test_groups (void)
{
  g_autoptr (Table) table = table_read ("sim_dif.csv");
  g_autoptr (BearingsResponseMatrix) matrix = matrix_of (table, 1, G_MAXUINT);
  g_autoptr (BearingsItemAnalysis) north = bearings_item_analysis_new (matrix, "north", NULL);
  g_autoptr (BearingsItemAnalysis) south = bearings_item_analysis_new (matrix, "south", NULL);
  guint n_north = 0;

  for (guint p = 0; p < table->rows->len; p++)
    n_north += table_text (table, p, 0)[0] == '0';
  g_assert_cmpstr (north->reference, ==, "north");
  g_assert_cmpstr (north->focal, ==, "south");
  g_assert_cmpuint (north->n_reference, ==, n_north);
  g_assert_cmpuint (north->n_focal, ==, table->rows->len - n_north);
  g_assert_cmpstr (south->reference, ==, "south");
  g_assert_cmpuint (south->n_focal, ==, n_north);
  for (guint i = 0; i < 20; i++) {
    const BearingsDif *a = &((BearingsItemStatistics *) north->items->pdata[i])->dif;
    const BearingsDif *b = &((BearingsItemStatistics *) south->items->pdata[i])->dif;

    g_assert_cmpint (a->ets, ==, i == 2 || i == 7 || i == 13 ? a->ets : 'A');
    assert_near (a->delta, -b->delta, 1e-9);
    assert_near (a->delta_se, b->delta_se, 1e-9);
    assert_near (a->odds_ratio, 1 / b->odds_ratio, 1e-9);
    assert_near (a->chi2, b->chi2, 1e-9);
    assert_near (a->uniform_p, b->uniform_p, 1e-6);
    g_assert_true (a->jodoin_gierl >= 'A' && a->jodoin_gierl <= 'C');
  }
  g_assert_cmpint (((BearingsItemStatistics *) north->items->pdata[2])->dif.ets, ==, 'C');
}

/* The larger group is the one the other is compared with, unless another is asked for. */
static void
test_larger_group_is_the_reference (void)
{
  g_autoptr (Table) table = table_read ("sim_dif.csv");

  for (guint larger = 0; larger < 2; larger++) {
    g_autoptr (BearingsResponseMatrix) matrix = matrix_of (table, 1, G_MAXUINT);
    g_autoptr (BearingsItemAnalysis) analysis = NULL;
    guint left = 0;

    /* Somebody of no group is compared with nobody. */
    for (guint p = 0; p < matrix->persons->len && left < 60; p++)
      if (g_str_equal (matrix->groups->pdata[p], larger == 0 ? "south" : "north")) {
        g_free (matrix->groups->pdata[p]);
        matrix->groups->pdata[p] = g_strdup ("");
        left++;
      }
    analysis = bearings_item_analysis_new (matrix, NULL, NULL);
    g_assert_cmpstr (analysis->reference, ==, larger == 0 ? "north" : "south");
    g_assert_cmpuint (analysis->n_reference, >, analysis->n_focal);
    g_assert_cmpuint (analysis->n_reference + analysis->n_focal, ==, matrix->persons->len - 60);
  }
}

static void
assert_note (BearingsResponseMatrix *matrix, const char *reference, const char *words)
{
  g_autoptr (BearingsItemAnalysis) analysis = bearings_item_analysis_new (matrix, reference, NULL);

  g_assert_nonnull (strstr (analysis->dif_note, words));
  g_assert_null (analysis->reference);
  for (guint i = 0; i < analysis->items->len; i++)
    g_assert_true (isnan (((BearingsItemStatistics *) analysis->items->pdata[i])->dif.p));
}

static void
test_groups_that_cannot_be_compared (void)
{
  g_autoptr (Table) table = table_read ("sim_dif.csv");
  g_autoptr (BearingsResponseMatrix) matrix = matrix_of (table, 1, G_MAXUINT);

  assert_note (matrix, "west", "there is no group “west”");
  g_free (matrix->groups->pdata[0]);
  matrix->groups->pdata[0] = g_strdup ("west");
  assert_note (matrix, NULL, "more than two groups");
  for (guint p = 0; p < matrix->groups->len; p++) {
    g_free (matrix->groups->pdata[p]);
    matrix->groups->pdata[p] = g_strdup ("north");
  }
  assert_note (matrix, NULL, "there are not two groups");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/item-analysis/items", test_items);
  g_test_add_func ("/model/item-analysis/options", test_options);
  g_test_add_func ("/model/item-analysis/no-variance", test_no_variance);
  g_test_add_func ("/model/item-analysis/nobody", test_nobody);
  g_test_add_func ("/model/item-analysis/groups", test_groups);
  g_test_add_func ("/model/item-analysis/larger-group", test_larger_group_is_the_reference);
  g_test_add_func ("/model/item-analysis/groups-that-cannot-be-compared",
                   test_groups_that_cannot_be_compared);
  return g_test_run ();
}
