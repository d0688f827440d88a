/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mantel-Haenszel and logistic DIF against difR, R's mantelhaen.test and an independent program. */

#include "psy-data.h"
#include "psy-dif.h"

typedef struct {
  PsyResponses responses;
  guint8 *groups;
  Table *expected;
  void *work;
  gsize size;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (Table) table = table_read ("sim_dif.csv");

  f->responses = table_answers (table, 1, table->n_columns - 1, 0);
  f->groups = g_new (guint8, table->rows->len);
  for (guint i = 0; i < table->rows->len; i++)
    f->groups[i] = (guint8) table_number (table, i, 0);
  f->expected = table_read ("dif_dichotomous.csv");
  f->size = psy_dif_workspace_size (&f->responses);
  f->work = g_malloc (f->size);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free ((void *) f->responses.data);
  g_free (f->groups);
  g_free (f->work);
  table_free (f->expected);
}

static void
test_mantel_haenszel (Fixture *f, gconstpointer data)
{
  PsyDifOptions options = { false, 0.05, 0 };
  PsyMantelHaenszel results[20];
  int rounds;

  assert_status (psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, f->size,
                                          results, &rounds),
                 PSY_OK);
  g_assert_cmpint (rounds, ==, 1);
  for (guint j = 0; j < 20; j++) {
    const PsyMantelHaenszel *r = &results[j];

    assert_near (r->odds_ratio, table_value (f->expected, j, "alphaMH"), 1e-9);
    assert_near (r->log_odds.se * r->log_odds.se, table_value (f->expected, j, "log_alpha_var_RBG"),
                 1e-9);
    assert_near (r->delta.value, table_value (f->expected, j, "delta"), 1e-9);
    assert_near (r->delta.se, table_value (f->expected, j, "se_delta"), 1e-9);
    assert_near (r->chi2, table_value (f->expected, j, "chi_c"), 1e-9);
    assert_near (r->chi2_uncorrected, table_value (f->expected, j, "chi"), 1e-9);
    assert_near (r->breslow_day, table_value (f->expected, j, "difR_BD"), 6e-5);
    g_assert_cmpuint (r->breslow_day_df, ==, (gsize) table_value (f->expected, j, "difR_BD_df"));
    assert_near (r->standardised, table_value (f->expected, j, "difR_stdP"), 1e-9);
    g_assert_cmpint ("ABC"[r->ets], ==,
                     table_text (f->expected, j, table_column (f->expected, "ets_class"))[0]);
  }
}

static void
test_purified (Fixture *f, gconstpointer data)
{
  PsyDifOptions options = { true, 0.05, 0 };
  PsyMantelHaenszel results[20];
  int rounds;

  assert_status (psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, f->size,
                                          results, &rounds),
                 PSY_OK);
  g_assert_cmpint (rounds, >, 1);
  for (guint j = 0; j < 20; j++)
    assert_near (results[j].chi2, table_value (f->expected, j, "difR_MH_purified"), 1e-9);
  /* What was planted is found. */
  g_assert_true (results[2].flagged && results[7].flagged && results[13].flagged);
}

static void
test_logistic (Fixture *f, gconstpointer data)
{
  PsyDifOptions options = { false, 0.05, 0 };
  PsyLogisticDif results[20];

  assert_status (
    psy_dif_logistic (&f->responses, f->groups, &options, f->work, f->size, results, NULL), PSY_OK);
  for (guint j = 0; j < 20; j++) {
    const PsyLogisticDif *r = &results[j];

    assert_near (r->log_likelihood[0], table_value (f->expected, j, "LL0"), 1e-6);
    assert_near (r->log_likelihood[1], table_value (f->expected, j, "LL1"), 1e-6);
    assert_near (r->log_likelihood[2], table_value (f->expected, j, "LL2"), 1e-6);
    assert_near (r->both, table_value (f->expected, j, "lrt_both"), 1e-6);
    assert_near (r->uniform, table_value (f->expected, j, "lrt_u"), 1e-6);
    assert_near (r->nonuniform, table_value (f->expected, j, "lrt_nu"), 1e-6);
    assert_near (r->group.value, table_value (f->expected, j, "b_group"), 1e-6);
    /* The reference takes the errors from the weights of its last but one step. */
    assert_near (r->group.se, table_value (f->expected, j, "se_group"), 1e-4);
    assert_near (r->interaction.value, table_value (f->expected, j, "b_inter"), 1e-6);
    assert_near (r->cox_snell_both, table_value (f->expected, j, "difR_dR2_both"), 1e-8);
    assert_near (r->cox_snell_uniform, table_value (f->expected, j, "difR_dR2_u"), 1e-8);
    g_assert_cmpfloat (r->r2_both, >, r->cox_snell_both);
  }
  g_assert_true (results[13].nonuniform_p < 0.001);
  /* 1 - exp (2 LL / n) of the empty model, LL = -979.6555047977054, is Nagelkerke's divisor. */
  assert_near (results[0].r2_both,
               results[0].cox_snell_both / (1 - exp (-979.6555047977054 / 1000)), 1e-12);
}

/* Effect sizes decide the class only where the test is significant. Jodoin & Gierl: .035 and .070
 * of Nagelkerke's R²; Zumbo & Thomas: .13 and .26. */
static void
test_classes (Fixture *f, gconstpointer data)
{
  PsyDifOptions options = { true, 0.05, 0 };
  PsyMantelHaenszel tables[20];
  PsyLogisticDif logistic[20];
  guint flagged = 0;

  assert_status (
    psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, f->size, tables, NULL),
    PSY_OK);
  assert_status (
    psy_dif_logistic (&f->responses, f->groups, &options, f->work, f->size, logistic, NULL),
    PSY_OK);
  for (guint j = 0; j < 20; j++) {
    double size = fabs (tables[j].delta.value);
    PsyDifClass ets = tables[j].p > 0.05 || size < 1 ? PSY_DIF_A
                      : size >= 1.5 && (size - 1) / tables[j].delta.se > 1.6448536269514722
                        ? PSY_DIF_C
                        : PSY_DIF_B;
    double r2 = logistic[j].r2_both;

    g_assert_cmpint (tables[j].ets, ==, ets);
    g_assert_cmpint (logistic[j].jodoin_gierl, ==,
                     logistic[j].both_p > 0.05 || r2 < 0.035 ? PSY_DIF_A
                     : r2 < 0.07                             ? PSY_DIF_B
                                                             : PSY_DIF_C);
    g_assert_cmpint (logistic[j].zumbo_thomas, ==, PSY_DIF_A);
    g_assert_cmpint (logistic[j].flagged, ==, logistic[j].both_p < 0.05);
    flagged += tables[j].flagged;
  }
  g_assert_cmpint (tables[2].ets, ==, PSY_DIF_C);
  g_assert_cmpint (tables[7].ets, ==, PSY_DIF_B);
  g_assert_cmpint (tables[13].ets, ==, PSY_DIF_C);
  g_assert_cmpint (logistic[13].jodoin_gierl, ==, PSY_DIF_B);
  g_assert_cmpuint (flagged, <, 7);
}

/* Mantel's statistic and the standardised difference of a small table, worked by hand: two items of
 * three categories, so that the score says what the other item was. */
static void
test_mantel_by_hand (void)
{
  /* score 2: reference 1 1 2, focal 0 0 1 (other item 1 1 0, 2 2 1). */
  int8_t data[] = { 1, 1, 1, 1, 2, 0, 0, 2, 0, 2, 1, 1 };
  guint8 groups[] = { 0, 0, 0, 1, 1, 1 };
  PsyResponses responses = psy_responses (data, 6, 2);
  PsyDifOptions options = { false, 0.05, 0 };
  PsyMantelHaenszel results[2];
  gsize size = psy_dif_workspace_size (&responses);
  g_autofree void *work = g_malloc (size);
  /* Focal sum 1 of n 3; all six: sum 5, squares 7: expected 2.5,
   * variance 3 * 3 (6 * 7 - 25) / (36 * 5) = .85. */
  const double chi2 = (1 - 2.5) * (1 - 2.5) / 0.85;

  assert_status (psy_dif_mantel_haenszel (&responses, groups, &options, work, size, results, NULL),
                 PSY_OK);
  assert_near (results[0].chi2_uncorrected, chi2, 1e-12);
  assert_near (results[0].p, erfc (sqrt (chi2 / 2)), 1e-12);
  assert_near (results[0].standardised, 1 / 3.0 - 4 / 3.0, 1e-12);
  assert_near (results[1].standardised, 1, 1e-12);
}

/* An item of several categories: the same answers twice over are no DIF; one group raised by a
 * category is. */
static void
test_several_categories (void)
{
  int8_t data[400 * 4];
  guint8 groups[400];
  PsyResponses responses = psy_responses (data, 400, 4);
  PsyDifOptions options = { false, 0.05, 0 };
  PsyMantelHaenszel results[4];
  PsyLogisticDif logistic[4];
  GRand *rand = g_rand_new_with_seed (11);
  g_autofree void *work = NULL;
  gsize size;

  for (int i = 0; i < 200; i++) {
    double ability = g_rand_double_range (rand, -1, 4);

    for (int j = 0; j < 4; j++) {
      int x = CLAMP ((int) (ability + g_rand_double_range (rand, -1, 1.5)), 0, 3);

      data[i * 4 + j] = data[(i + 200) * 4 + j] = (int8_t) x;
    }
    groups[i] = 0;
    groups[i + 200] = 1;
  }
  g_rand_free (rand);
  size = psy_dif_workspace_size (&responses);
  work = g_malloc (size);
  assert_status (psy_dif_mantel_haenszel (&responses, groups, &options, work, size, results, NULL),
                 PSY_OK);
  assert_status (psy_dif_logistic (&responses, groups, &options, work, size, logistic, NULL),
                 PSY_OK);
  for (int j = 0; j < 4; j++) {
    assert_near (results[j].chi2_uncorrected, 0, 1e-12);
    assert_near (results[j].standardised, 0, 1e-12);
    assert_near (logistic[j].both, 0, 1e-8);
    g_assert_true (isnan (results[j].odds_ratio));
  }
  for (int i = 200; i < 400; i++)
    data[i * 4] = (int8_t) MIN (data[i * 4] + 1, 3);
  assert_status (psy_dif_mantel_haenszel (&responses, groups, &options, work, size, results, NULL),
                 PSY_OK);
  assert_status (psy_dif_logistic (&responses, groups, &options, work, size, logistic, NULL),
                 PSY_OK);
  g_assert_true (results[0].flagged && logistic[0].flagged);
  g_assert_cmpfloat (results[0].standardised, >, 0.1);
  g_assert_cmpfloat (logistic[0].group.value, >, 0);
}

static void
test_bad_input (Fixture *f, gconstpointer data)
{
  PsyDifOptions options = { false, 0.05, 0 };
  PsyMantelHaenszel results[20];

  memset (f->groups, 0, f->responses.n_persons);
  assert_status (
    psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, f->size, results, NULL),
    PSY_ERROR_TOO_FEW);
  assert_status (
    psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, 64, results, NULL),
    PSY_ERROR_WORKSPACE);
  g_assert_true (isnan (results[0].p) && isnan (results[19].odds_ratio));
  options.alpha = 0;
  assert_status (
    psy_dif_mantel_haenszel (&f->responses, f->groups, &options, f->work, f->size, results, NULL),
    PSY_ERROR_ARGUMENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/psychometrics/dif/mantel-haenszel", Fixture, NULL, set_up, test_mantel_haenszel,
              tear_down);
  g_test_add ("/psychometrics/dif/purified", Fixture, NULL, set_up, test_purified, tear_down);
  g_test_add ("/psychometrics/dif/logistic", Fixture, NULL, set_up, test_logistic, tear_down);
  g_test_add ("/psychometrics/dif/classes", Fixture, NULL, set_up, test_classes, tear_down);
  g_test_add_func ("/psychometrics/dif/mantel-by-hand", test_mantel_by_hand);
  g_test_add_func ("/psychometrics/dif/several-categories", test_several_categories);
  g_test_add ("/psychometrics/dif/bad-input", Fixture, NULL, set_up, test_bad_input, tear_down);
  return g_test_run ();
}
