/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lz, lz*, outfit and infit against independent results. */

#include "psy-data.h"
#include "psy-person-fit.h"

static void
compare (const PsyPersonFit *fit, const Table *table, guint row, const char *l0, const char *lz)
{
  assert_near (fit->log_likelihood, table_value (table, row, l0), 1e-9);
  assert_near (fit->expected, table_value (table, row, "E"), 1e-9);
  assert_near (fit->variance, table_value (table, row, "V"), 1e-9);
  assert_near (fit->lz, table_value (table, row, lz), 1e-9);
  assert_near (fit->outfit, table_value (table, row, "outfit"), 1e-8);
  assert_near (fit->infit, table_value (table, row, "infit"), 1e-8);
}

static void
test_2pl (void)
{
  g_autoptr (Table) table = table_read ("personfit_sim2pl_medium.csv");
  PsyResponses responses = answers_read ("sim_2pl_medium.csv", 0);
  g_autofree int8_t *data = (int8_t *) responses.data;
  gsize n;
  g_autofree PsyItem *items = items_read ("scorepars_sim2pl_medium.csv", &n);

  for (guint i = 0; i < table->rows->len; i++) {
    const int8_t *row = data + i * 20;
    PsyPersonFit fit;

    assert_status (
      psy_person_fit (items, row, 20, table_value (table, i, "theta_eap61"), PSY_THETA_MAP, &fit),
      PSY_OK);
    compare (&fit, table, i, "l0", "lz");
    assert_status (
      psy_person_fit (items, row, 20, table_value (table, i, "theta_wle"), PSY_THETA_WLE, &fit),
      PSY_OK);
    assert_near (fit.lz_star, table_value (table, i, "lzstar_own"), 1e-8);
    g_assert_cmpint (fit.n_answers, ==, 20);
  }
}

static void
test_grm (void)
{
  g_autoptr (Table) table = table_read ("personfit_simgrm_medium.csv");
  g_autoptr (Table) parameters = table_read ("personfit_simgrm_medium_pars.csv");
  PsyResponses responses = answers_read ("sim_grm_medium.csv", 0);
  g_autofree int8_t *data = (int8_t *) responses.data;
  PsyItem items[20];

  for (guint j = 0; j < 20; j++) {
    double d[4];

    for (guint k = 0; k < 4; k++)
      d[k] = table_number (parameters, j, 2 + k);
    items[j] = psy_item_grm (table_number (parameters, j, 1), d, 5);
  }
  for (guint i = 0; i < table->rows->len; i++) {
    PsyPersonFit fit;

    assert_status (psy_person_fit (items, data + i * 20, 20, table_value (table, i, "theta"),
                                   PSY_THETA_ML, &fit),
                   PSY_OK);
    compare (&fit, table, i, "l0.l", "lz.l");
  }
}

static void
test_few (void)
{
  PsyItem items[2] = { psy_item_2pl (1, 0), psy_item_2pl (1, 0.5) };
  int8_t answers[2] = { 1, PSY_MISSING };
  PsyPersonFit fit;

  assert_status (psy_person_fit (items, answers, 2, 0, PSY_THETA_ML, &fit), PSY_ERROR_TOO_FEW);
  g_assert_cmpint (fit.n_answers, ==, 1);
  answers[1] = 2;
  assert_status (psy_person_fit (items, answers, 2, 0, PSY_THETA_ML, &fit), PSY_ERROR_ARGUMENT);
  answers[1] = 0;
  assert_status (psy_person_fit (items, answers, 2, NAN, PSY_THETA_ML, &fit), PSY_ERROR_ARGUMENT);
  assert_status (psy_person_fit (items, answers, 2, 0.1, PSY_THETA_ML, &fit), PSY_OK);
  g_assert_true (isfinite (fit.lz));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/person-fit/2pl", test_2pl);
  g_test_add_func ("/psychometrics/person-fit/grm", test_grm);
  g_test_add_func ("/psychometrics/person-fit/few", test_few);
  return g_test_run ();
}
