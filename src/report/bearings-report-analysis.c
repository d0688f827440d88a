/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item analysis and calibration as documents. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-report.h"

static char *
fixed (double value, int decimals)
{
  /* Translators: a statistic that is not defined for these answers. */
  return isnan (value) ? g_strdup (_ ("not defined")) : bearings_format_fixed (value, decimals);
}

BearingsDocument *
bearings_report_item_analysis (const BearingsItemAnalysis *analysis)
{
  BearingsDocument *document = bearings_document_new ();
  const char *const header[] = { _ ("Item"),      _ ("Mean"),          _ ("SD"), _ ("Item-total r"),
                                 _ ("Corrected"), _ ("Alpha without"), NULL };
  g_autofree char *alpha = fixed (analysis->alpha, 3);
  g_autofree char *low = fixed (analysis->low, 3);
  g_autofree char *high = fixed (analysis->high, 3);
  g_autofree char *sem = fixed (analysis->sem, 3);
  g_autofree char *n = bearings_format_integer ((gint64) analysis->n);
  g_autofree char *text = g_strdup_printf (
    /* Translators: alpha, its interval, standard error of measurement, number of persons. */
    _ ("Cronbach’s alpha %s (95 %% interval after Feldt %s to %s), standard error of measurement "
       "of the sum %s; %s persons with all answers."),
    alpha, low, high, sem, n);
  BearingsBlock *table;

  bearings_document_add_title (document, _ ("Item analysis"));
  bearings_document_add_paragraph (document, text, 0);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    g_autofree char *mean = fixed (item->mean, 3);
    g_autofree char *sd = fixed (item->sd, 3);
    g_autofree char *total = fixed (item->item_total, 3);
    g_autofree char *corrected = fixed (item->corrected, 3);
    g_autofree char *without = fixed (item->alpha_if_deleted, 3);
    const char *const row[] = { item->item, mean, sd, total, corrected, without, NULL };
    bearings_block_add_row (table, row);
  }
  return document;
}

static char *
with_errors (const GArray *values, const GArray *errors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++) {
    g_autofree char *value = fixed (g_array_index (values, double, i), 3);
    g_autofree char *se = fixed (g_array_index (errors, double, i), 3);
    g_string_append_printf (text, "%s%s (%s)", i > 0 ? "; " : "", value, se);
  }
  return g_string_free_and_steal (text);
}

BearingsDocument *
bearings_report_calibration (const BearingsCalibration *calibration)
{
  BearingsDocument *document = bearings_document_new ();
  const char *const header[] = { _ ("Item"), _ ("a (SE)"), _ ("b (SE)"), NULL };
  g_autofree char *log_likelihood = bearings_format_fixed (calibration->log_likelihood, 4);
  g_autofree char *persons = bearings_format_integer ((gint64) calibration->n_persons);
  g_autofree char *text = g_strdup_printf (
    /* Translators: model, persons, log-likelihood, number of parameters, of iterations. */
    _ ("Model %s, %s persons, log-likelihood %s with %u parameters, %d iterations."),
    bearings_enum_nick (&bearings_item_model_type, calibration->model), persons, log_likelihood,
    (guint) calibration->n_parameters, calibration->iterations);
  BearingsBlock *table;

  bearings_document_add_title (document, _ ("Calibration"));
  bearings_document_add_paragraph (document, text, 0);
  if (!calibration->converged)
    bearings_document_add_paragraph (
      document, _ ("The estimation did not converge; these are the last values."), 0);
  if (calibration->smallest_category < 10)
    bearings_document_add_paragraph (
      document, _ ("Some answer was given fewer than ten times; its threshold is unsteady."), 0);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < calibration->items->len; i++) {
    const BearingsCalibratedItem *item = calibration->items->pdata[i];
    g_autofree char *a = fixed (item->a, 3);
    g_autofree char *se = fixed (item->a_se, 3);
    g_autofree char *slope = g_strdup_printf ("%s (%s)", a, se);
    g_autofree char *b = with_errors (item->b, item->b_se);
    const char *const row[] = { item->item, slope, b, NULL };
    bearings_block_add_row (table, row);
  }
  return document;
}
