/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores of many: the same with any threads, any order of persons, any number of equal rows. */

#include "psy-data.h"
#include "psy-score-batch.h"

#define N 3000

typedef struct {
  PsyItem *items;
  gsize n_items;
  PsyResponses answers;
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (5);
  gint8 *answers;

  f->items = items_read (data, &f->n_items);
  answers = g_malloc (N * f->n_items);
  for (gsize i = 0; i < N * f->n_items; i++)
    answers[i] = (gint8) g_rand_int_range (rand, -1, f->items[i % f->n_items].n_categories);
  f->answers = psy_responses (answers, N, f->n_items);
  f->quadrature = (PsyQuadrature) { f->nodes, f->weights, PSY_N_NODES };
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, f->nodes, f->weights);
  g_rand_free (rand);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->items);
  g_free ((gpointer) f->answers.data);
}

/* The workspace is full of NaN: nothing may be read before it is written. */
static PsyScore *
run (const Fixture *f, const PsyResponses *answers, PsyScoreKind kind, const PsyRunner *runner)
{
  PsyBatch batch = { &f->quadrature, PSY_BOUNDS, 0, 1, runner };
  gsize size = psy_score_batch_workspace_size (f->items, answers, &batch, kind);
  g_autofree char *work = g_malloc (size);
  PsyScore *scores = g_new (PsyScore, answers->n_persons);

  memset (work, 0xff, size);
  assert_status (psy_score_batch (f->items, answers, &batch, kind, work, size, scores, NULL),
                 PSY_OK);
  return scores;
}

static void
assert_same (const PsyScore *a, const PsyScore *b)
{
  g_assert_cmpint (a->n_answers, ==, b->n_answers);
  g_assert_true (a->value == b->value || (isnan (a->value) && isnan (b->value)));
  g_assert_true (a->se == b->se || (isnan (a->se) && isnan (b->se)));
  g_assert_true (a->se_observed == b->se_observed ||
                 (isnan (a->se_observed) && isnan (b->se_observed)));
}

typedef struct {
  void (*work) (void *, size_t);
  void *data;
  gsize n, index;
} Share;

static gpointer
do_share (gpointer data)
{
  Share *share = data;

  for (gsize i = share->n; i-- > 0;) {
    if (i % 3 == share->index)
      share->work (share->data, i);
  }
  return NULL;
}

static void
run_threads (void *user, size_t n, void (*work) (void *, size_t), void *data)
{
  GThread *threads[3];
  Share shares[3];

  for (gsize i = 0; i < 3; i++) {
    shares[i] = (Share) { work, data, n, i };
    threads[i] = g_thread_new ("share", do_share, &shares[i]);
  }
  for (gsize i = 0; i < 3; i++)
    g_thread_join (threads[i]);
  (*(int *) user)++;
}

static void
test_threads (Fixture *f, gconstpointer data)
{
  for (int kind = PSY_SCORE_EAP; kind <= PSY_SCORE_WLE; kind++) {
    int times = 0;
    PsyRunner runner = { run_threads, &times };
    g_autofree PsyScore *alone = run (f, &f->answers, kind, NULL);
    g_autofree PsyScore *together = run (f, &f->answers, kind, &runner);

    g_assert_cmpint (times, ==, 1);
    for (guint p = 0; p < N; p++)
      assert_same (&alone[p], &together[p]);
  }
}

/* Backwards, and each person twice; searches go eight at a time, with other neighbours now. */
static void
test_order (Fixture *f, gconstpointer data)
{
  gsize n = f->n_items;
  g_autofree gint8 *turned = g_malloc (2 * N * n);
  PsyResponses answers = psy_responses (turned, 2 * N, n);

  for (gsize p = 0; p < 2 * N; p++)
    memcpy (turned + p * n, f->answers.data + (N - 1 - p % N) * n, n);
  for (int kind = PSY_SCORE_EAP; kind <= PSY_SCORE_WLE; kind++) {
    g_autofree PsyScore *before = run (f, &f->answers, kind, NULL);
    g_autofree PsyScore *after = run (f, &answers, kind, NULL);

    for (gsize p = 0; p < 2 * N; p++)
      assert_same (&after[p], &before[N - 1 - p % N]);
  }
}

/* Bounds that cut people off: they get the bound, others what they had. */
static void
test_bounds (Fixture *f, gconstpointer data)
{
  for (int kind = PSY_SCORE_MAP; kind <= PSY_SCORE_WLE; kind++) {
    PsyBatch batch = { &f->quadrature, { -0.7, 1.1 }, 0, 1, NULL };
    gsize size = psy_score_batch_workspace_size (f->items, &f->answers, &batch, kind);
    g_autofree char *work = g_malloc (size);
    g_autofree PsyScore *free_ones = run (f, &f->answers, kind, NULL);
    g_autofree PsyScore *scores = g_new (PsyScore, N);
    guint n_cut = 0;

    assert_status (psy_score_batch (f->items, &f->answers, &batch, kind, work, size, scores, NULL),
                   PSY_OK);
    for (guint p = 0; p < N; p++) {
      double value = free_ones[p].value;

      if (isnan (value)) {
        g_assert_true (isnan (scores[p].value));
        continue;
      }
      assert_near (scores[p].value, fmin (fmax (value, -0.7), 1.1), 1e-8);
      n_cut += value < -0.7 || value > 1.1;
    }
    g_assert_cmpuint (n_cut, >, 10);
  }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name, *items;
  } banks[] = {
    { "2pl", "scorepars_sim2pl_medium.csv" },
    { "grm", "scorepars_simgrm_medium_mar.csv" },
    { "gpcm", "scorepars_simgpcm.csv" },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (banks); i++) {
    g_autofree char *threads = g_strdup_printf ("/score-batch/threads/%s", banks[i].name);
    g_autofree char *order = g_strdup_printf ("/score-batch/order/%s", banks[i].name);
    g_autofree char *bounds = g_strdup_printf ("/score-batch/bounds/%s", banks[i].name);

    g_test_add (threads, Fixture, banks[i].items, set_up, test_threads, tear_down);
    g_test_add (order, Fixture, banks[i].items, set_up, test_order, tear_down);
    g_test_add (bounds, Fixture, banks[i].items, set_up, test_bounds, tear_down);
  }
  return g_test_run ();
}
