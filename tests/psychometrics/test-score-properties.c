/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of scores under every model: order, bounds, missing answers, many at once. */

#include "psy-data.h"
#include "psy-person-fit.h"
#include "psy-score-batch.h"

#define N_ITEMS 24

typedef struct {
  PsyItem items[N_ITEMS];
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
} Fixture;

/* One model, or with PSY_N_MODELS all of them mixed; @steep makes slopes from 0.4 to 6. */
static void
make (Fixture *f, int model, gboolean steep)
{
  for (int j = 0; j < N_ITEMS; j++) {
    double a = steep ? 0.4 * pow (15, j / (N_ITEMS - 1.0)) : 0.7 + 0.05 * j;
    double b = (steep ? 4 : 2) * sin (j * 2.4);
    double d[4], slopes[5];

    for (int k = 0; k < 4; k++)
      d[k] = -a * (b + 0.8 * (k - 1.5));
    for (int k = 0; k < 5; k++)
      slopes[k] = a * (k - 2);
    switch (model == PSY_N_MODELS ? j % PSY_N_MODELS : model) {
    case PSY_MODEL_RASCH:
      f->items[j] = psy_item_rasch (b);
      break;
    case PSY_MODEL_2PL:
      f->items[j] = psy_item_2pl (a, -a * b);
      break;
    case PSY_MODEL_3PL:
      f->items[j] = psy_item_3pl (a, -a * b, j % 5 * 0.08);
      break;
    case PSY_MODEL_GRM:
      f->items[j] = psy_item_grm (a, d, 5);
      break;
    case PSY_MODEL_GPCM:
      f->items[j] = psy_item_gpcm (0.5 * a, d, 5);
      break;
    default:
      f->items[j] = psy_item_nominal (slopes, d, 5, 4);
    }
  }
  f->quadrature = (PsyQuadrature) { f->nodes, f->weights, PSY_N_NODES };
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, f->nodes, f->weights);
}

static int8_t
answer_at (const PsyItem *item, int lowest)
{
  return lowest ? 0 : (int8_t) (item->n_categories - 1);
}

/* All wrong and all right: finite or the bound, never NaN, in their order, and mirrored person fit.
 */
static void
test_extremes (gconstpointer data)
{
  const int model = GPOINTER_TO_INT (data);
  Fixture f;

  for (int steep = 0; steep < 2; steep++) {
    PsyScore eap[2], map[2], ml[2], wle[2];
    double work[PSY_N_NODES];

    make (&f, model, steep);
    for (int side = 0; side < 2; side++) {
      int8_t answers[N_ITEMS];
      PsyPersonFit fit;

      for (int j = 0; j < N_ITEMS; j++)
        answers[j] = answer_at (&f.items[j], side == 0);
      assert_status (
        psy_score_eap (f.items, answers, N_ITEMS, &f.quadrature, work, &eap[side], NULL), PSY_OK);
      assert_status (psy_score_map (f.items, answers, N_ITEMS, 0, 1, PSY_BOUNDS, &map[side]),
                     PSY_OK);
      assert_status (psy_score_ml (f.items, answers, N_ITEMS, PSY_BOUNDS, &ml[side]), PSY_AT_BOUND);
      psy_score_wle (f.items, answers, N_ITEMS, PSY_BOUNDS, &wle[side]);
      g_assert_true (isfinite (wle[side].value));
      g_assert_true (isfinite (eap[side].se) && isfinite (map[side].se));
      g_assert_cmpfloat (fabs (wle[side].value), <=, 20);
      assert_near (ml[side].value, side == 0 ? -20 : 20, 0);
      psy_person_fit (f.items, answers, N_ITEMS, ml[side].value, PSY_THETA_ML, &fit);
      g_assert_false (isnan (fit.log_likelihood));
      g_assert_cmpfloat (fit.variance, >=, 0);
    }
    g_assert_cmpfloat (eap[0].value, <, eap[1].value);
    g_assert_cmpfloat (map[0].value, <, map[1].value);
    g_assert_cmpfloat (wle[0].value, <, wle[1].value);
  }
}

/* One answer better never means less under the sum score's own models; leaving an answer out is
 * the same as not having had the item; nothing answered leaves the prior. */
static void
test_missing (gconstpointer data)
{
  const int model = GPOINTER_TO_INT (data);
  GRand *rand = g_rand_new_with_seed (17);
  Fixture f;

  make (&f, model, FALSE);
  for (int round = 0; round < 60; round++) {
    PsyItem kept[N_ITEMS];
    int8_t answers[N_ITEMS], kept_answers[N_ITEMS];
    double work[PSY_N_NODES];
    gsize n = 0;
    PsyScore with, without;

    for (int j = 0; j < N_ITEMS; j++) {
      answers[j] = g_rand_double (rand) < round / 60.0
                     ? (int8_t) g_rand_int_range (rand, -5, 0)
                     : (int8_t) g_rand_int_range (rand, 0, f.items[j].n_categories);
      if (answers[j] >= 0) {
        kept[n] = f.items[j];
        kept_answers[n++] = answers[j];
      }
    }
    psy_score_eap (f.items, answers, N_ITEMS, &f.quadrature, work, &with, NULL);
    psy_score_eap (kept, kept_answers, n, &f.quadrature, work, &without, NULL);
    assert_near (with.value, without.value, 0);
    g_assert_cmpint (with.n_answers, ==, (int) n);
    psy_score_map (f.items, answers, N_ITEMS, 0, 1, PSY_BOUNDS, &with);
    psy_score_map (kept, kept_answers, n, 0, 1, PSY_BOUNDS, &without);
    assert_near (with.value, without.value, 1e-10);
    if (n > 0) {
      g_assert_cmpint (psy_score_wle (f.items, answers, N_ITEMS, PSY_BOUNDS, &with), ==,
                       psy_score_wle (kept, kept_answers, n, PSY_BOUNDS, &without));
      assert_near (with.value, without.value, 1e-8);
    }
    if (model == PSY_MODEL_NOMINAL || model == PSY_N_MODELS)
      continue;
    for (int j = 0; j < N_ITEMS; j++) {
      PsyScore better;

      if (answers[j] < 0 || answers[j] + 1 >= f.items[j].n_categories)
        continue;
      psy_score_eap (f.items, answers, N_ITEMS, &f.quadrature, work, &with, NULL);
      answers[j]++;
      psy_score_eap (f.items, answers, N_ITEMS, &f.quadrature, work, &better, NULL);
      answers[j]--;
      g_assert_cmpfloat (better.value, >, with.value);
    }
  }
  g_rand_free (rand);
}

/* Roots are roots: the score function of each estimator vanishes where it is not at a bound. */
static void
test_roots (gconstpointer data)
{
  const int model = GPOINTER_TO_INT (data);
  GRand *rand = g_rand_new_with_seed (23);
  Fixture f;

  make (&f, model, FALSE);
  for (int round = 0; round < 80; round++) {
    int8_t answers[N_ITEMS];

    for (int j = 0; j < N_ITEMS; j++)
      answers[j] = (int8_t) g_rand_int_range (rand, -1, f.items[j].n_categories);
    for (int kind = 0; kind < 3; kind++) {
      PsyScore score;
      PsyStatus status = kind == 0 ? psy_score_ml (f.items, answers, N_ITEMS, PSY_BOUNDS, &score)
                         : kind == 1
                           ? psy_score_map (f.items, answers, N_ITEMS, 0.3, 1.4, PSY_BOUNDS, &score)
                           : psy_score_wle (f.items, answers, N_ITEMS, PSY_BOUNDS, &score);
      double slope = 0, warm = 0, information = 0;

      if (status == PSY_AT_BOUND)
        continue;
      assert_status (status, PSY_OK);
      for (int j = 0; j < N_ITEMS; j++) {
        PsyCategory c[PSY_MAX_CATEGORIES];

        if (answers[j] < 0)
          continue;
        psy_item_evaluate (&f.items[j], score.value, c);
        slope += c[answers[j]].l1;
        warm += psy_item_warm_term (&f.items[j], score.value);
        information += psy_item_information (&f.items[j], score.value);
      }
      if (kind == 1)
        slope -= (score.value - 0.3) / (1.4 * 1.4);
      if (kind == 2)
        slope += warm / (2 * information);
      assert_near (slope, 0, 1e-8 * (1 + information));
      assert_near (score.se, 1 / sqrt (information + (kind == 1 ? 1 / (1.4 * 1.4) : 0)), 1e-10);
    }
  }
  g_rand_free (rand);
}

/* l' + J / (2 I) of a row. */
static double
warm_slope (const Fixture *f, const int8_t *answers, double theta)
{
  double slope = 0, warm = 0, information = 0;

  for (int j = 0; j < N_ITEMS; j++) {
    PsyCategory c[PSY_MAX_CATEGORIES];

    if (answers[j] < 0)
      continue;
    psy_item_evaluate (&f->items[j], theta, c);
    slope += c[answers[j]].l1;
    warm += psy_item_warm_term (&f->items[j], theta);
    information += psy_item_information (&f->items[j], theta);
  }
  return slope + warm / (2 * information);
}

/* Many at once as one by one, with missing answers, empty rows and steep items; a padded matrix. */
static void
test_batch (gconstpointer data)
{
  const int model = GPOINTER_TO_INT (data);
  const gsize n = 150, stride = N_ITEMS + 3;
  g_autofree int8_t *answers = g_new0 (int8_t, n *stride);
  PsyResponses responses = { answers, n, N_ITEMS, stride };
  GRand *rand = g_rand_new_with_seed (29);
  Fixture f;

  for (gsize i = 0; i < n; i++) {
    for (gsize j = 0; j < stride; j++)
      answers[i * stride + j] = 99;
  }
  for (int steep = 0; steep < 2; steep++) {
    PsyBatch batch = { &f.quadrature, PSY_BOUNDS, 0, 1, NULL };

    make (&f, model, steep);
    for (gsize i = 0; i < n; i++) {
      for (gsize j = 0; j < N_ITEMS; j++)
        answers[i * stride + j] = i < 2 ? answer_at (&f.items[j], i == 0)
                                  : i == 2
                                    ? PSY_MISSING
                                    : (int8_t) g_rand_int_range (rand, -1, f.items[j].n_categories);
    }
    for (int kind = PSY_SCORE_EAP; kind <= PSY_SCORE_WLE; kind++) {
      gsize size = psy_score_batch_workspace_size (f.items, &responses, &batch, kind);
      g_autofree void *work = g_malloc (size);
      g_autofree PsyScore *scores = g_new (PsyScore, n);

      assert_status (psy_score_batch (f.items, &responses, &batch, kind, work, size, scores, NULL),
                     PSY_OK);
      for (gsize i = 0; i < n; i++) {
        const int8_t *row = answers + i * stride;
        double nodes[PSY_N_NODES];
        PsyScore one;

        if (kind == PSY_SCORE_EAP)
          psy_score_eap (f.items, row, N_ITEMS, &f.quadrature, nodes, &one, NULL);
        else if (kind == PSY_SCORE_MAP)
          psy_score_map (f.items, row, N_ITEMS, 0, 1, PSY_BOUNDS, &one);
        else if (kind == PSY_SCORE_ML)
          psy_score_ml (f.items, row, N_ITEMS, PSY_BOUNDS, &one);
        else
          psy_score_wle (f.items, row, N_ITEMS, PSY_BOUNDS, &one);
        if (isnan (one.value)) {
          g_assert_cmpuint (i, ==, 2);
          g_assert_true (isnan (scores[i].value));
          continue;
        }
        /* With slopes as unlike as these Warm's equation can have several roots: both find the one
         * next to the middle of the posterior, and it is a root. */
        if (kind == PSY_SCORE_WLE && fabs (one.value) < 20)
          assert_near (warm_slope (&f, row, one.value), 0, 1e-6);
        assert_near (scores[i].value, one.value, 1e-6);
        if (fabs (one.value) < 20)
          assert_near (scores[i].se, one.se, 1e-6 * one.se);
      }
    }
  }
  g_rand_free (rand);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (gconstpointer data);
  } properties[] = {
    { "extremes", test_extremes },
    { "missing", test_missing },
    { "roots", test_roots },
    { "batch", test_batch },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    for (int model = 0; model <= PSY_N_MODELS; model++) {
      const PsyModelInfo *info = psy_model_info ((PsyModel) model);
      g_autofree char *path =
        g_strdup_printf ("/psychometrics/score-properties/%s/%s", properties[i].name,
                         info != NULL ? info->name : "mixed");

      g_test_add_data_func (path, GINT_TO_POINTER (model), properties[i].test);
    }
  }
  return g_test_run ();
}
