/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs of careless answers against the R package careless and an independent program. */

#include "psy-answers.h"
#include "psy-data.h"

static void
test_careless (void)
{
  g_autoptr (Table) table = table_read ("sim_careless.csv");
  g_autoptr (Table) expected = table_read ("careless_indices.csv");
  PsyResponses responses = table_answers (table, 1, 40, 0);
  g_autofree int8_t *data = (int8_t *) responses.data;
  guint8 scales[40];

  for (guint j = 0; j < 40; j++)
    scales[j] = (guint8) (j / 10);
  for (guint i = 0; i < responses.n_persons; i++) {
    PsyAnswerChecks checks;

    assert_status (psy_answer_checks (data + i * 40, 40, scales, 4, NULL, NULL, &checks), PSY_OK);
    g_assert_cmpuint (checks.longest_string, ==, (gsize) table_value (expected, i, "longstr"));
    assert_near (checks.mean_string, table_value (expected, i, "avgstr"), 1e-9);
    assert_near (checks.variability, table_value (expected, i, "irv"), 1e-9);
    /* The package prints the negative. */
    if (isnan (table_value (expected, i, "evenodd")))
      g_assert_true (isnan (checks.even_odd));
    else
      assert_near (checks.even_odd, -table_value (expected, i, "evenodd"), 1e-9);
  }
}

static void
test_missing_and_times (void)
{
  int8_t answers[6] = { 2, PSY_MISSING, 2, 2, 1, PSY_MISSING };
  int8_t none[2] = { PSY_MISSING, PSY_MISSING };
  double seconds[6] = { 0.4, NAN, 3, -1, 0.9, 0.1 }, fast[6] = { 1, 1, 1, 1, NAN, 1 };
  guint8 scales[6] = { 0, 0, 0, 1, 1, 9 };
  PsyAnswerChecks checks;

  assert_status (psy_answer_checks (answers, 6, NULL, 0, seconds, fast, &checks), PSY_OK);
  g_assert_cmpuint (checks.n_answers, ==, 4);
  g_assert_cmpuint (checks.longest_string, ==, 3);
  assert_near (checks.mean_string, 2, 0);
  g_assert_cmpuint (checks.n_times, ==, 3);
  g_assert_cmpuint (checks.n_fast, ==, 1);
  assert_near (checks.variability, 0.5, 1e-15);
  g_assert_true (isnan (checks.even_odd));
  assert_status (psy_answer_checks (answers, 6, scales, 2, NULL, NULL, &checks),
                 PSY_ERROR_ARGUMENT);
  assert_status (psy_answer_checks (none, 2, NULL, 0, NULL, NULL, &checks), PSY_ERROR_NO_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/answers/careless", test_careless);
  g_test_add_func ("/psychometrics/answers/missing-and-times", test_missing_and_times);
  return g_test_run ();
}
