/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What many persons' answers say of the items, and of each person. */

#include "bearings-analysis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-analysis-private.h"
#include "bearings-scoring-item.h"
#include "psy-score-batch.h"

G_DEFINE_QUARK (bearings-analysis-error-quark, bearings_analysis_error)

static const char *const estimator_nicks[] = { "eap", "map", "ml", "wle", NULL };
const BearingsEnumType bearings_estimator_type = { "estimator", estimator_nicks };

PsyResponses
bearings_analysis_matrix_view (const BearingsResponseMatrix *matrix)
{
  return psy_responses (matrix->data, matrix->persons->len, matrix->items->len);
}

gboolean
bearings_analysis_refuse (GError **error, const char *reason)
{
  g_set_error (error, BEARINGS_ANALYSIS_ERROR, BEARINGS_ANALYSIS_ERROR_REFUSED,
               /* Translators: why an analysis is not possible. */
               _ ("The answers cannot carry this analysis: %s."), reason);
  return FALSE;
}

void
bearings_calibrated_item_free (gpointer data)
{
  BearingsCalibratedItem *item = data;

  g_free (item->item);
  g_free (item->scale);
  g_array_unref (item->b);
  g_array_unref (item->b_se);
  g_free (item);
}

BearingsCalibratedItem *
bearings_calibrated_item_new (const char *name, BearingsItemModel model, double a, double c)
{
  BearingsCalibratedItem *made = g_new0 (BearingsCalibratedItem, 1);

  made->item = g_strdup (name);
  made->model = model;
  made->a = a;
  made->c = c;
  made->a_se = made->c_se = NAN;
  made->b = g_array_new (FALSE, FALSE, sizeof (double));
  made->b_se = g_array_new (FALSE, FALSE, sizeof (double));
  return made;
}

gboolean
bearings_analysis_item_to_psy (const BearingsCalibratedItem *item, PsyItem *made)
{
  return bearings_scoring_item_make_of (item->model, item->a, item->c, item->b, made);
}

BearingsCalibratedItem *
bearings_analysis_item_from_psy (const char *name,
                                 BearingsItemModel model,
                                 const PsyItem *item,
                                 const PsyItemErrors *errors)
{
  gboolean has_c = model == BEARINGS_ITEM_MODEL_3PL;
  BearingsCalibratedItem *made =
    bearings_calibrated_item_new (name, model, item->a, has_c ? item->g : NAN);
  double b[PSY_MAX_CATEGORIES - 1];
  guint n = (guint) item->n_categories - 1;

  made->a_se = errors->a;
  made->c_se = has_c ? errors->g : NAN;
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
  bearings_analysis_refuse (error, reason);
}

BearingsCalibration *
bearings_calibration_new (const BearingsResponseMatrix *matrix,
                          BearingsItemModel model,
                          GError **error)
{
  PsyResponses responses = bearings_analysis_matrix_view (matrix);
  guint n = matrix->items->len;
  g_autofree PsyItem *items = g_new0 (PsyItem, n);
  g_autofree PsyItemErrors *errors = g_new0 (PsyItemErrors, n);
  g_autofree void *work = NULL;
  PsyCalibration settings;
  PsyCalibrationReport report = { 0 };
  BearingsCalibration *calibration;
  PsyStatus status;
  size_t size;

  psy_calibration_init (&settings, bearings_scoring_item_model (model));
  size = psy_calibrate_workspace_size (&responses, &settings);
  if (size == SIZE_MAX) {
    bearings_analysis_refuse (error, _ ("there are too many items or categories"));
    return NULL;
  }
  work = g_malloc (size);
  status = psy_calibrate (&responses, &settings, work, size, items, errors, NULL, &report);
  if (report.refusal != PSY_REFUSAL_NONE ||
      (status != PSY_OK && status != PSY_ERROR_CONVERGENCE && status != PSY_ERROR_NOT_POSITIVE)) {
    explain (&report, matrix, status, error);
    return NULL;
  }
  calibration = g_new0 (BearingsCalibration, 1);
  calibration->model = model;
  calibration->items = g_ptr_array_new_with_free_func (bearings_calibrated_item_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (calibration->items, bearings_analysis_item_from_psy (
                                           matrix->items->pdata[i], model, &items[i], &errors[i]));
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
  PsyResponses responses = bearings_analysis_matrix_view (matrix);
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
    if (!bearings_analysis_item_to_psy (calibration->items->pdata[i], &items[i]))
      status = PSY_ERROR_ARGUMENT;
  }
  size = psy_score_batch_workspace_size (items, &responses, &batch, kind);
  if (status == PSY_OK && size != SIZE_MAX) {
    work = g_malloc (size);
    status = psy_score_batch (items, &responses, &batch, kind, work, size, scores, NULL);
  }
  if (status != PSY_OK && status != PSY_AT_BOUND) {
    bearings_analysis_refuse (error, psy_status_string (status));
    return NULL;
  }
  list = g_array_sized_new (FALSE, FALSE, sizeof (BearingsPersonScore), matrix->persons->len);
  for (guint p = 0; p < matrix->persons->len; p++) {
    const BearingsPersonScore score = { scores[p].value, scores[p].se, scores[p].n_answers };
    g_array_append_val (list, score);
  }
  return list;
}
