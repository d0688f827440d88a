/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What many persons' answers say of the items, and of each person. */

#include "bearings-analysis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "psy-calibrate.h"
#include "psy-classical.h"
#include "psy-score-batch.h"

G_DEFINE_QUARK (bearings - analysis - error - quark, bearings_analysis_error)

static const char *const estimator_nicks[] = { "eap", "map", "ml", "wle", NULL };
const BearingsEnumType bearings_estimator_type = { "estimator", estimator_nicks };

static PsyResponses
view (const BearingsResponseMatrix *matrix)
{
  return psy_responses (matrix->data, matrix->persons->len, matrix->items->len);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error (error, BEARINGS_ANALYSIS_ERROR, BEARINGS_ANALYSIS_ERROR_REFUSED,
               /* Translators: why an analysis is not possible. */
               _ ("The answers cannot carry this analysis: %s."), reason);
  return FALSE;
}

static void
item_statistics_free (gpointer data)
{
  BearingsItemStatistics *item = data;

  g_free (item->item);
  g_free (item);
}

BearingsItemAnalysis *
bearings_item_analysis_new (const BearingsResponseMatrix *matrix, GError **error)
{
  PsyResponses responses = view (matrix);
  g_autofree PsyItemAnalysis *rows = g_new0 (PsyItemAnalysis, matrix->items->len);
  g_autofree void *work = g_malloc (psy_item_analysis_workspace_size (matrix->items->len));
  BearingsItemAnalysis *analysis;
  PsyAlpha alpha;
  PsyStatus status = psy_item_analysis (&responses, 0.95, work, rows, &alpha);

  if (status != PSY_OK && status != PSY_ERROR_NO_VARIANCE) {
    refuse (error, psy_status_string (status));
    return NULL;
  }
  analysis = g_new0 (BearingsItemAnalysis, 1);
  analysis->items = g_ptr_array_new_with_free_func (item_statistics_free);
  for (guint i = 0; i < matrix->items->len; i++) {
    BearingsItemStatistics *item = g_new0 (BearingsItemStatistics, 1);
    item->item = g_strdup (matrix->items->pdata[i]);
    item->mean = rows[i].mean;
    item->sd = rows[i].sd;
    item->item_total = rows[i].item_total;
    item->corrected = rows[i].corrected;
    item->alpha_if_deleted = rows[i].alpha_if_deleted;
    g_ptr_array_add (analysis->items, item);
  }
  analysis->alpha = alpha.alpha.value;
  analysis->alpha_se = alpha.alpha.se;
  analysis->low = alpha.feldt.low;
  analysis->high = alpha.feldt.high;
  analysis->mean = alpha.mean;
  analysis->sd = alpha.sd;
  analysis->sem = alpha.sem;
  analysis->n = alpha.n;
  return analysis;
}

void
bearings_item_analysis_free (BearingsItemAnalysis *analysis)
{
  g_ptr_array_unref (analysis->items);
  g_free (analysis);
}

static PsyModel
model_of (BearingsItemModel model)
{
  static const PsyModel models[] = {
    [BEARINGS_ITEM_MODEL_RASCH] = PSY_MODEL_RASCH, [BEARINGS_ITEM_MODEL_2PL] = PSY_MODEL_2PL,
    [BEARINGS_ITEM_MODEL_3PL] = PSY_MODEL_3PL,     [BEARINGS_ITEM_MODEL_GRM] = PSY_MODEL_GRM,
    [BEARINGS_ITEM_MODEL_GPCM] = PSY_MODEL_GPCM,
  };

  return models[model];
}

static void
calibrated_item_free (gpointer data)
{
  BearingsCalibratedItem *item = data;

  g_free (item->item);
  g_array_unref (item->b);
  g_array_unref (item->b_se);
  g_free (item);
}

static BearingsCalibratedItem *
calibrated_item_new (const char *name, const PsyItem *item, const PsyItemErrors *errors)
{
  BearingsCalibratedItem *made = g_new0 (BearingsCalibratedItem, 1);
  double b[PSY_MAX_CATEGORIES - 1];
  guint n = (guint) item->n_categories - 1;

  made->item = g_strdup (name);
  made->a = item->a;
  made->a_se = errors->a;
  made->c = item->model == PSY_MODEL_3PL ? item->g : NAN;
  made->c_se = item->model == PSY_MODEL_3PL ? errors->g : NAN;
  made->b = g_array_new (FALSE, FALSE, sizeof (double));
  made->b_se = g_array_new (FALSE, FALSE, sizeof (double));
  if (psy_item_get_difficulties (item, b) == PSY_OK) {
    g_array_append_vals (made->b, b, n);
    g_array_append_vals (made->b_se, errors->b, n);
  }
  return made;
}

/* The reason in words, with the item it is about. */
static void
explain (const PsyCalibrationReport *report,
         const BearingsResponseMatrix *matrix,
         PsyStatus status,
         GError **error)
{
  g_autofree char *reason = NULL;

  if (report->refusal == PSY_REFUSAL_NONE)
    reason = g_strdup (psy_status_string (status));
  else if (report->refusal == PSY_REFUSAL_ITEMS || report->refusal == PSY_REFUSAL_PERSONS ||
           report->refusal == PSY_REFUSAL_MODEL)
    reason = g_strdup (psy_refusal_string (report->refusal));
  else
    /* Translators: name of an item, what is wrong with its answers. */
    reason = g_strdup_printf (_ ("item “%s”: %s"), (char *) matrix->items->pdata[report->item],
                              psy_refusal_string (report->refusal));
  refuse (error, reason);
}

BearingsCalibration *
bearings_calibration_new (const BearingsResponseMatrix *matrix,
                          BearingsItemModel model,
                          GError **error)
{
  PsyResponses responses = view (matrix);
  guint n = matrix->items->len;
  g_autofree PsyItem *items = g_new0 (PsyItem, n);
  g_autofree PsyItemErrors *errors = g_new0 (PsyItemErrors, n);
  g_autofree void *work = NULL;
  PsyCalibration settings;
  PsyCalibrationReport report = { 0 };
  BearingsCalibration *calibration;
  PsyStatus status;
  size_t size;

  psy_calibration_init (&settings, model_of (model));
  size = psy_calibrate_workspace_size (&responses, &settings);
  if (size == SIZE_MAX) {
    refuse (error, _ ("there are too many items or categories"));
    return NULL;
  }
  work = g_malloc (size);
  status = psy_calibrate (&responses, &settings, work, size, items, errors, NULL, &report);
  if (status != PSY_OK && status != PSY_ERROR_CONVERGENCE && status != PSY_ERROR_NOT_POSITIVE) {
    explain (&report, matrix, status, error);
    return NULL;
  }
  calibration = g_new0 (BearingsCalibration, 1);
  calibration->model = model;
  calibration->items = g_ptr_array_new_with_free_func (calibrated_item_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (calibration->items,
                     calibrated_item_new (matrix->items->pdata[i], &items[i], &errors[i]));
  calibration->log_likelihood = report.log_likelihood;
  calibration->n_parameters = report.n_parameters;
  calibration->n_persons = report.n_persons;
  calibration->n_patterns = report.n_patterns;
  calibration->iterations = report.iterations;
  calibration->converged = report.converged;
  calibration->smallest_category = report.smallest_category;
  return calibration;
}

void
bearings_calibration_free (BearingsCalibration *calibration)
{
  g_ptr_array_unref (calibration->items);
  g_free (calibration);
}

GArray *
bearings_calibration_score (const BearingsCalibration *calibration,
                            const BearingsResponseMatrix *matrix,
                            BearingsEstimator estimator,
                            GError **error)
{
  PsyResponses responses = view (matrix);
  guint n = matrix->items->len;
  g_autofree PsyItem *items = g_new0 (PsyItem, n);
  g_autofree PsyScore *scores = g_new0 (PsyScore, matrix->persons->len);
  g_autofree void *work = NULL;
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  const PsyBatch batch = { &prior, PSY_BOUNDS, 0, 1, NULL };
  PsyScoreKind kind = (PsyScoreKind) (estimator - BEARINGS_ESTIMATOR_EAP);
  PsyStatus status = psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights);
  GArray *list;
  size_t size;

  for (guint i = 0; i < n; i++) {
    const BearingsCalibratedItem *item = calibration->items->pdata[i];
    items[i] = (PsyItem) {
      .model = model_of (calibration->model),
      .n_categories = (int) item->b->len + 1,
      .a = item->a,
      .g = isnan (item->c) ? 0 : item->c,
    };
    if (status == PSY_OK)
      status = psy_item_set_difficulties (&items[i], (const double *) (gpointer) item->b->data);
  }
  size = psy_score_batch_workspace_size (items, &responses, &batch, kind);
  if (status == PSY_OK && size != SIZE_MAX) {
    work = g_malloc (size);
    status = psy_score_batch (items, &responses, &batch, kind, work, size, scores, NULL);
  }
  if (status != PSY_OK && status != PSY_AT_BOUND) {
    refuse (error, psy_status_string (status));
    return NULL;
  }
  list = g_array_sized_new (FALSE, FALSE, sizeof (BearingsPersonScore), matrix->persons->len);
  for (guint p = 0; p < matrix->persons->len; p++) {
    const BearingsPersonScore score = { scores[p].value, scores[p].se, scores[p].n_answers };
    g_array_append_val (list, score);
  }
  return list;
}
