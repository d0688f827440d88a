/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons of a file of answers, scored by given item parameters; how well the answers fit. */

#include "bearings-response-scores.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-analysis-private.h"
#include "bearings-scoring-item.h"
#include "psy-answers.h"
#include "psy-person-fit.h"
#include "psy-reliability.h"
#include "psy-score-batch.h"

/* NT10: a tenth of the mean time, at most ten seconds; Wise & Ma (2012). */
#define FAST_SHARE 0.1
#define FAST_MOST 10.0

/* The items of the file that have parameters, and the answers to them. */
typedef struct {
  PsyItem *items;
  guint8 *scales;
  gsize n_scales, n_items;
  guint *columns;
  int8_t *answers;
  double *seconds, *fast; /* NULL without times */
} Job;

static void
job_clear (Job *job)
{
  g_free (job->items);
  g_free (job->scales);
  g_free (job->columns);
  g_free (job->answers);
  g_free (job->seconds);
  g_free (job->fast);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static void
person_free (gpointer data)
{
  BearingsPersonReport *person = data;

  g_free (person->person);
  g_free (person);
}

void
bearings_response_scores_free (BearingsResponseScores *scores)
{
  g_ptr_array_unref (scores->persons);
  g_ptr_array_unref (scores->unknown);
  g_free (scores);
}

GPtrArray *
bearings_response_scores_bank (const GPtrArray *items, const char *scale)
{
  GPtrArray *bank = g_ptr_array_new_with_free_func (bearings_calibrated_item_free);

  for (guint i = 0; i < items->len; i++) {
    const BearingsItem *item = items->pdata[i];
    BearingsCalibratedItem *made;
    PsyItem usable;

    if (!bearings_scoring_item_make (item, scale, &usable))
      continue;
    made = bearings_calibrated_item_new (
      item->record.id, (BearingsItemModel) item->parameters.model, usable.a, item->parameters.c);
    made->scale = g_strdup (item->scale);
    g_array_append_vals (made->b, item->parameters.b->data, item->parameters.b->len);
    g_ptr_array_add (bank, made);
  }
  return bank;
}

static const BearingsCalibratedItem *
find_item (const GPtrArray *bank, const char *name)
{
  for (guint i = 0; i < bank->len; i++) {
    const BearingsCalibratedItem *item = bank->pdata[i];
    if (g_str_equal (item->item, name))
      return item;
  }
  return NULL;
}

static gboolean
choose_items (Job *job,
              const BearingsResponseMatrix *matrix,
              const GPtrArray *bank,
              BearingsResponseScores *scores,
              GError **error)
{
  g_autoptr (GPtrArray) scales = g_ptr_array_new ();

  job->items = g_new0 (PsyItem, matrix->items->len);
  job->scales = g_new0 (guint8, matrix->items->len);
  job->columns = g_new0 (guint, matrix->items->len);
  for (guint i = 0; i < matrix->items->len; i++) {
    const BearingsCalibratedItem *item = find_item (bank, matrix->items->pdata[i]);
    guint scale = 0;

    if (item == NULL) {
      g_ptr_array_add (scores->unknown, g_strdup (matrix->items->pdata[i]));
      continue;
    }
    if (!bearings_analysis_item_to_psy (item, &job->items[job->n_items])) {
      g_autofree char *reason =
        /* Translators: name of an item. */
        g_strdup_printf (_ ("the parameters of item “%s” give no probabilities"), item->item);
      return bearings_analysis_refuse (error, reason);
    }
    if (item->scale != NULL &&
        !g_ptr_array_find_with_equal_func (scales, item->scale, g_str_equal, &scale)) {
      scale = scales->len;
      g_ptr_array_add (scales, item->scale);
    }
    job->scales[job->n_items] = (guint8) MIN (scale, 63);
    job->columns[job->n_items++] = i;
  }
  job->n_scales = MIN (scales->len, 64);
  if (job->n_items == 0)
    return bearings_analysis_refuse (error, _ ("no item of the file has parameters"));
  return TRUE;
}

/* Scores as the file gives them where they fit the parameters' categories; else counted from the
 * lowest, as from files that count from 1. */
static gboolean
copy_answers (Job *job, const BearingsResponseMatrix *matrix, GError **error)
{
  gsize n_persons = matrix->persons->len;
  gint8 base = matrix->lowest;

  job->answers = g_new (int8_t, n_persons * job->n_items);
  for (;;) {
    gint bad = -1;

    for (gsize p = 0; p < n_persons; p++) {
      for (gsize j = 0; j < job->n_items; j++) {
        gint8 answer = matrix->data[p * matrix->items->len + job->columns[j]];
        gboolean is_keyed = matrix->key != NULL && matrix->key[job->columns[j]] >= 0;

        if (answer >= 0 && !is_keyed)
          answer += base;
        if (answer >= job->items[j].n_categories)
          bad = (gint) j;
        job->answers[p * job->n_items + j] = answer;
      }
    }
    if (bad < 0)
      return TRUE;
    if (base == 0) {
      g_autofree char *reason = g_strdup_printf (
        /* Translators: name of an item. */
        _ ("item “%s” has answers above the highest score its parameters know"),
        (char *) matrix->items->pdata[job->columns[bad]]);
      return bearings_analysis_refuse (error, reason);
    }
    base = 0;
  }
}

static void
copy_times (Job *job, const BearingsResponseMatrix *matrix)
{
  gsize n_persons = matrix->persons->len;

  if (matrix->seconds == NULL)
    return;
  job->seconds = g_new (double, n_persons * job->n_items);
  job->fast = g_new (double, job->n_items);
  for (gsize j = 0; j < job->n_items; j++) {
    double sum = 0;
    gsize n = 0;

    for (gsize p = 0; p < n_persons; p++) {
      double seconds = matrix->seconds[p * matrix->items->len + job->columns[j]];

      job->seconds[p * job->n_items + j] = seconds;
      if (!isnan (seconds)) {
        sum += seconds;
        n++;
      }
    }
    job->fast[j] = n > 0 ? MIN (FAST_SHARE * sum / (double) n, FAST_MOST) : NAN;
  }
}

/* -1, 1 for nothing but the lowest or the highest answers. */
static int
extreme (const Job *job, const int8_t *row)
{
  gboolean low = TRUE, high = TRUE;

  for (gsize j = 0; j < job->n_items; j++) {
    if (row[j] < 0)
      continue;
    low = low && row[j] == 0;
    high = high && row[j] == job->items[j].n_categories - 1;
  }
  return low ? -1 : high ? 1 : 0;
}

static BearingsPersonReport *
report_new (const Job *job,
            const char *name,
            gsize position,
            BearingsEstimator estimator,
            const PsyScore *score,
            double fit_theta)
{
  const int8_t *row = job->answers + position * job->n_items;
  static const PsyThetaKind kinds[] = {
    [BEARINGS_ESTIMATOR_EAP] = PSY_THETA_MAP,
    [BEARINGS_ESTIMATOR_MAP] = PSY_THETA_MAP,
    [BEARINGS_ESTIMATOR_ML] = PSY_THETA_ML,
    [BEARINGS_ESTIMATOR_WLE] = PSY_THETA_WLE,
  };
  BearingsPersonReport *person = g_new0 (BearingsPersonReport, 1);
  PsyAnswerChecks checks;
  PsyPersonFit fit;

  person->person = g_strdup (name);
  person->theta = score->value;
  person->se = score->se;
  person->n_answers = score->n_answers;
  if (fabs (score->value) >= PSY_BOUNDS.high) {
    person->at_bound = extreme (job, row) != 0 ? extreme (job, row) : score->value < 0 ? -1 : 1;
    person->theta = person->se = NAN;
  }
  psy_person_fit (job->items, row, job->n_items, person->theta, kinds[estimator], &fit);
  person->lz = fit.lz;
  person->outfit = fit.outfit;
  person->infit = fit.infit;
  /* lz* is derived for estimates that are roots; next to EAP it is read at MAP. */
  if (estimator == BEARINGS_ESTIMATOR_EAP)
    psy_person_fit (job->items, row, job->n_items, fit_theta, PSY_THETA_MAP, &fit);
  person->lz_star = fit.lz_star;
  psy_answer_checks (row, job->n_items, job->n_scales > 1 ? job->scales : NULL, job->n_scales,
                     job->seconds != NULL ? job->seconds + position * job->n_items : NULL,
                     job->fast, &checks);
  person->longest_string = checks.longest_string;
  person->variability = checks.variability;
  person->even_odd = checks.even_odd;
  person->n_times = checks.n_times;
  person->n_fast = checks.n_fast;
  return person;
}

/* Bayesian estimates vary by reliability, others by that and their errors. */
static void
summarise (BearingsResponseScores *scores, const PsyQuadrature *prior, const Job *job)
{
  g_autoptr (GArray) estimates = g_array_new (FALSE, FALSE, sizeof (PsyEstimate));
  double sum = 0, squares = 0, errors = 0, n;

  scores->mean = scores->sd = scores->empirical = NAN;
  scores->marginal = psy_reliability_marginal (job->items, job->n_items, prior);
  for (guint p = 0; p < scores->persons->len; p++) {
    const BearingsPersonReport *person = scores->persons->pdata[p];
    const PsyEstimate estimate = { person->theta, person->se };

    if (person->n_answers == 0 || !isfinite (person->theta) || !isfinite (person->se))
      continue;
    g_array_append_val (estimates, estimate);
    sum += person->theta;
    errors += person->se * person->se;
  }
  scores->n_scored = estimates->len;
  if (estimates->len < 2)
    return;
  n = estimates->len;
  scores->mean = sum / n;
  for (guint i = 0; i < estimates->len; i++) {
    double away = g_array_index (estimates, PsyEstimate, i).value - scores->mean;
    squares += away * away;
  }
  scores->sd = sqrt (squares / (n - 1));
  if (scores->estimator == BEARINGS_ESTIMATOR_EAP || scores->estimator == BEARINGS_ESTIMATOR_MAP)
    scores->empirical =
      psy_reliability_empirical ((const PsyEstimate *) (gpointer) estimates->data, estimates->len);
  else if (scores->sd > 0)
    scores->empirical = 1 - errors / n / (scores->sd * scores->sd);
}

static PsyStatus
estimate (const Job *job,
          gsize n_persons,
          const PsyQuadrature *prior,
          PsyScoreKind kind,
          PsyScore *values)
{
  PsyResponses responses = psy_responses (job->answers, n_persons, job->n_items);
  const PsyBatch batch = { prior, PSY_BOUNDS, 0, 1, NULL };
  gsize size = psy_score_batch_workspace_size (job->items, &responses, &batch, kind);
  g_autofree void *work = NULL;

  if (size == SIZE_MAX)
    return PSY_ERROR_WORKSPACE;
  work = g_malloc (size);
  return psy_score_batch (job->items, &responses, &batch, kind, work, size, values, NULL);
}

static gboolean
score_all (const Job *job,
           const BearingsResponseMatrix *matrix,
           const PsyQuadrature *prior,
           BearingsResponseScores *scores,
           GError **error)
{
  gsize n = matrix->persons->len;
  g_autofree PsyScore *values = g_new0 (PsyScore, n);
  g_autofree PsyScore *modes = NULL;
  PsyStatus status =
    estimate (job, n, prior, (PsyScoreKind) (scores->estimator - BEARINGS_ESTIMATOR_EAP), values);

  if (status == PSY_OK && scores->estimator == BEARINGS_ESTIMATOR_EAP) {
    modes = g_new0 (PsyScore, n);
    status = estimate (job, n, prior, PSY_SCORE_MAP, modes);
  }
  if (status != PSY_OK)
    return bearings_analysis_refuse (error, psy_status_string (status));
  for (guint p = 0; p < n; p++) {
    double fit_theta = modes != NULL ? modes[p].value : values[p].value;
    g_ptr_array_add (scores->persons, report_new (job, matrix->persons->pdata[p], p,
                                                  scores->estimator, &values[p], fit_theta));
  }
  return TRUE;
}

BearingsResponseScores *
bearings_response_scores_new (const BearingsResponseMatrix *matrix,
                              const GPtrArray *bank,
                              BearingsEstimator estimator,
                              GError **error)
{
  g_autoptr (BearingsResponseScores) scores = g_new0 (BearingsResponseScores, 1);
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  g_auto (Job) job = { 0 };

  scores->estimator = estimator;
  scores->persons = g_ptr_array_new_with_free_func (person_free);
  scores->unknown = g_ptr_array_new_with_free_func (g_free);
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights);
  if (!choose_items (&job, matrix, bank, scores, error) || !copy_answers (&job, matrix, error))
    return NULL;
  copy_times (&job, matrix);
  if (!score_all (&job, matrix, &prior, scores, error))
    return NULL;
  scores->n_items = job.n_items;
  summarise (scores, &prior, &job);
  return g_steal_pointer (&scores);
}
