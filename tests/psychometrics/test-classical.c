/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item analysis and alpha against the R package psych and closed forms. */

#include "psy-classical.h"
#include "psy-data.h"
#include "psy-options.h"

typedef struct {
  const char *name, *answers;
  double alpha, low, high, mean, sd, sem;
} Set;

static const Set sets[] = {
  { "lsat7", "lsat7.csv", 0.453408735387426, 0.397956377463211, 0.505203160321098, 3.707,
    1.19857731815164, 0.886129914982124 },
  { "science4", "science4.csv", 0.597724025643193, 0.528527612927097, 0.659039970559467,
    11.6683673469388, 2.00312272525547, 1.27048518667695 },
  { "sim_2pl_medium", "sim_2pl_medium.csv", 0.824241742776893, 0.808041490937473, 0.839668285493747,
    8.243, 4.26287732911975, 1.78714875994245 },
  { "sim_grm_medium", "sim_grm_medium.csv", NAN, NAN, NAN, NAN, NAN, NAN },
};

static void
test_item_analysis (gconstpointer data)
{
  const Set *set = data;
  g_autofree char *name = g_strdup_printf ("itemanalysis_%s.csv", set->name);
  g_autoptr (Table) expected = table_read (name);
  PsyResponses responses = answers_read (set->answers, 0);
  g_autofree int8_t *answers = (int8_t *) responses.data;
  g_autofree void *work = g_malloc (psy_item_analysis_workspace_size (responses.n_items));
  g_autofree PsyItemAnalysis *items = g_new (PsyItemAnalysis, responses.n_items);
  PsyAlpha alpha;

  assert_status (psy_item_analysis (&responses, 0.95, work, items, &alpha), PSY_OK);
  g_assert_cmpuint (alpha.n, ==, responses.n_persons);
  g_assert_cmpuint (alpha.k, ==, responses.n_items);
  if (!isnan (set->alpha)) {
    assert_near (alpha.alpha.value, set->alpha, 1e-12);
    assert_near (alpha.feldt.low, set->low, 1e-9);
    assert_near (alpha.feldt.high, set->high, 1e-9);
    assert_near (alpha.mean, set->mean, 1e-10);
    assert_near (alpha.sd, set->sd, 1e-10);
    assert_near (alpha.sem, set->sem, 1e-10);
  }
  for (guint j = 0; j < expected->rows->len; j++) {
    assert_near (items[j].mean, table_value (expected, j, "mean"), 1e-11);
    assert_near (items[j].sd, table_value (expected, j, "sd"), 1e-11);
    assert_near (items[j].item_total, table_value (expected, j, "raw_r"), 1e-11);
    assert_near (items[j].corrected, table_value (expected, j, "corrected_item_total"), 1e-11);
    assert_near (items[j].alpha_if_deleted, table_value (expected, j, "alpha_if_deleted"), 1e-11);
  }
}

static void
test_missing_and_flat (void)
{
  int8_t data[] = { 0, 1, 1, 1, 0, 1, 1, 1, 1, PSY_MISSING, 1, 1, 0, 0, 1 };
  PsyResponses responses = psy_responses (data, 5, 3);
  PsyItemAnalysis items[3];
  PsyAlpha alpha;
  guint8 work[1024];

  g_assert_cmpuint (psy_item_analysis_workspace_size (3), <=, sizeof work);
  assert_status (psy_item_analysis (&responses, 0.95, work, items, &alpha), PSY_OK);
  g_assert_cmpuint (alpha.n, ==, 4);
  assert_near (items[0].mean, 0.5, 0);
  /* Everybody gave the third answer: no correlation, and the other two make up alpha. */
  assert_near (items[2].sd, 0, 0);
  g_assert_true (isnan (items[2].item_total) && isnan (items[2].corrected));
  assert_near (items[2].alpha_if_deleted, 0, 1e-15);
  responses.n_persons = 1;
  assert_status (psy_item_analysis (&responses, 0.95, work, items, &alpha), PSY_ERROR_TOO_FEW);
  g_assert_true (isnan (alpha.alpha.value) && isnan (items[0].mean));
  memset (data, 1, sizeof data);
  responses.n_persons = 5;
  assert_status (psy_item_analysis (&responses, 0.95, work, NULL, &alpha), PSY_ERROR_NO_VARIANCE);
  assert_status (psy_item_analysis (&responses, 1, work, NULL, &alpha), PSY_ERROR_ARGUMENT);
}

/* The blocks of whole numbers carry over: many persons with the largest answers. */
static void
test_large_answers (void)
{
  const gsize n = 40000, k = 3;
  g_autofree int8_t *data = g_malloc (n * k);
  PsyResponses responses = psy_responses (data, n, k);
  g_autofree void *work = g_malloc (psy_item_analysis_workspace_size (k));
  PsyItemAnalysis items[3];
  PsyAlpha alpha;

  for (gsize i = 0; i < n; i++) {
    for (gsize j = 0; j < k; j++)
      data[i * k + j] = (int8_t) ((i + j) % 2 ? 127 : 125);
  }
  assert_status (psy_item_analysis (&responses, 0.95, work, items, &alpha), PSY_OK);
  assert_near (items[0].mean, 126, 1e-12);
  assert_near (items[0].sd, sqrt (n / (n - 1.0)), 1e-9);
  /* Items one and three move together, the second against them. */
  assert_near (alpha.alpha.value, 1.5 * (1 - 3), 1e-9);
}

static void
test_options (void)
{
  PsyResponses responses = answers_read ("irr_anxiety.csv", 0);
  g_autofree int8_t *data = (int8_t *) responses.data;
  double scores[20];
  PsyOption options[8];
  double n = 0, share = 0;

  for (gsize i = 0; i < 20; i++)
    scores[i] = data[i * 3] + data[i * 3 + 2];
  assert_status (psy_option_analysis (&responses, 1, scores, 8, options), PSY_OK);
  for (int k = 0; k < 8; k++) {
    double mean = 0, with = 0, sxy = 0, sxx = 0, syy = 0, count = 0;

    for (gsize i = 0; i < 20; i++) {
      mean += scores[i] / 20;
      count += data[i * 3 + 1] == k;
      with += data[i * 3 + 1] == k ? scores[i] : 0;
    }
    for (gsize i = 0; i < 20; i++) {
      double x = (data[i * 3 + 1] == k) - count / 20, y = scores[i] - mean;

      sxy += x * y;
      sxx += x * x;
      syy += y * y;
    }
    g_assert_cmpuint (options[k].n, ==, (gsize) count);
    assert_near (options[k].share, count / 20, 1e-15);
    if (count > 0) {
      assert_near (options[k].mean_score, with / count, 1e-12);
      assert_near (options[k].point_biserial, sxy / sqrt (sxx * syy), 1e-12);
    } else {
      g_assert_true (isnan (options[k].mean_score));
    }
    n += options[k].n;
    share += options[k].share;
  }
  assert_near (n, 20, 0);
  assert_near (share, 1, 1e-15);
  assert_status (psy_option_analysis (&responses, 1, scores, 4, options), PSY_ERROR_ARGUMENT);
  assert_status (psy_option_analysis (&responses, 3, scores, 8, options), PSY_ERROR_ARGUMENT);
}

static void
test_discrimination (gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strdup_printf ("itemanalysis_%s.csv", name);
  g_autofree char *answers_file = g_strdup_printf ("%s.csv", name);
  g_autoptr (Table) expected = table_read (file);
  PsyResponses responses = answers_read (answers_file, 0);
  g_autofree int8_t *answers = (int8_t *) responses.data;

  g_autofree double *scores = g_new (double, responses.n_persons);
  g_autofree double *work = g_new (double, responses.n_persons);

  psy_options_sum_scores (&responses, responses.n_items, scores);
  for (guint j = 0; j < expected->rows->len; j++) {
    PsyDiscrimination d;

    assert_status (psy_discrimination (&responses, j, scores, 0.27, work, &d), PSY_OK);
    assert_near (d.biserial, table_value (expected, j, "biserial"), 1e-9);
    assert_near (d.upper_lower, table_value (expected, j, "D_27"), 1e-9);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autofree char *path = g_strdup_printf ("/psychometrics/classical/items/%s", sets[i].name);

    g_test_add_data_func (path, &sets[i], test_item_analysis);
  }
  g_test_add_func ("/psychometrics/classical/missing-and-flat", test_missing_and_flat);
  g_test_add_func ("/psychometrics/classical/large-answers", test_large_answers);
  g_test_add_func ("/psychometrics/classical/options", test_options);
  g_test_add_data_func ("/psychometrics/classical/discrimination/lsat7", "lsat7",
                        test_discrimination);
  g_test_add_data_func ("/psychometrics/classical/discrimination/sim_2pl_medium", "sim_2pl_medium",
                        test_discrimination);
  return g_test_run ();
}
