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

static char *
probability (double p)
{
  /* Translators: a probability too small to print. */
  return p < 0.0001 ? g_strdup (_ ("< 0.0001")) : fixed (p, 4);
}

/* "0.453 (95 % interval 0.398 to 0.505)" and its like. */
static void
add_reliability (BearingsDocument *document, const BearingsItemAnalysis *analysis)
{
  g_autofree char *alpha = fixed (analysis->alpha, 3);
  g_autofree char *low = fixed (analysis->low, 3);
  g_autofree char *high = fixed (analysis->high, 3);
  g_autofree char *sem = fixed (analysis->sem, 3);
  g_autofree char *n = bearings_format_integer ((gint64) analysis->n);
  g_autofree char *halves = fixed (analysis->spearman_brown, 3);
  g_autofree char *flanagan = fixed (analysis->flanagan, 3);
  g_autofree char *text = g_strdup_printf (
    /* Translators: alpha, its interval, standard error of measurement, number of persons. */
    _ ("Cronbach’s alpha %s (95 %% interval after Feldt %s to %s), standard error of measurement "
       "of the sum %s; %s persons with all answers."),
    alpha, low, high, sem, n);
  g_autofree char *halves_text = g_strdup_printf (
    /* Translators: two reliability coefficients. */
    _ ("Split-half, odd against even items: Spearman-Brown %s, Flanagan %s."), halves, flanagan);

  bearings_document_add_paragraph (document, text, 0);
  if (analysis->n_draws > 0) {
    g_autofree char *boot_low = fixed (analysis->boot_low, 3);
    g_autofree char *boot_high = fixed (analysis->boot_high, 3);
    g_autofree char *boot = g_strdup_printf (
      /* Translators: limits of an interval, number of random samples. */
      _ ("Bootstrap interval of alpha (95 %%, bias-corrected and accelerated) %s to %s, %u draws."),
      boot_low, boot_high, (guint) analysis->n_draws);
    bearings_document_add_paragraph (document, boot, 0);
  }
  if (!isnan (analysis->omega)) {
    g_autofree char *omega = fixed (analysis->omega, 3);
    g_autofree char *se = fixed (analysis->omega_se, 3);
    g_autofree char *rmsea = fixed (analysis->rmsea, 3);
    g_autofree char *cfi = fixed (analysis->cfi, 3);
    g_autofree char *line = g_strdup_printf (
      /* Translators: omega, its standard error, two indices of fit. */
      _ ("McDonald’s omega %s (SE %s) of one common factor; its fit: RMSEA %s, CFI %s."), omega, se,
      rmsea, cfi);
    bearings_document_add_paragraph (document, line, 0);
  }
  bearings_document_add_paragraph (document, halves_text, 0);
}

static void
add_items (BearingsDocument *document, const BearingsItemAnalysis *analysis)
{
  const char *const header[] = { _ ("Item"),
                                 _ ("Mean"),
                                 _ ("SD"),
                                 _ ("Item-total r"),
                                 _ ("Corrected"),
                                 _ ("Alpha without"),
                                 _ ("Upper less lower 27 %"),
                                 NULL };
  BearingsBlock *table = bearings_document_add_table (document, header);

  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    g_autofree char *mean = fixed (item->mean, 3);
    g_autofree char *sd = fixed (item->sd, 3);
    g_autofree char *total = fixed (item->item_total, 3);
    g_autofree char *corrected = fixed (item->corrected, 3);
    g_autofree char *without = fixed (item->alpha_if_deleted, 3);
    g_autofree char *groups = fixed (item->upper_lower, 3);
    const char *const row[] = { item->item, mean, sd, total, corrected, without, groups, NULL };
    bearings_block_add_row (table, row);
  }
}

static void
add_options (BearingsDocument *document, const BearingsItemAnalysis *analysis, gboolean are_letters)
{
  const char *const header[] = { _ ("Item"),
                                 _ ("Option"),
                                 _ ("Chosen"),
                                 _ ("Share"),
                                 _ ("Mean of the other items"),
                                 _ ("Point-biserial r"),
                                 NULL };
  BearingsBlock *table;

  bearings_document_add_heading (document, _ ("Options"));
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    for (guint k = 0; k < item->options->len; k++) {
      const BearingsOptionStatistics *option =
        &g_array_index (item->options, BearingsOptionStatistics, k);
      g_autofree char *name = are_letters ? g_strdup_printf ("%c", 'a' + option->option)
                                          : g_strdup_printf ("%d", option->option);
      /* Translators: name of an option that is the right answer. */
      g_autofree char *marked =
        option->is_key ? g_strdup_printf (_ ("%s (right)"), name) : g_strdup (name);
      g_autofree char *n = bearings_format_integer ((gint64) option->n);
      g_autofree char *share = fixed (option->share, 3);
      g_autofree char *mean = fixed (option->mean_rest, 3);
      g_autofree char *r = fixed (option->point_biserial, 3);
      const char *const row[] = { item->item, marked, n, share, mean, r, NULL };
      bearings_block_add_row (table, row);
    }
  }
}

static void
add_dif (BearingsDocument *document, const BearingsItemAnalysis *analysis)
{
  const char *const header[] = {
    _ ("Item"),       _ ("Delta (SE)"),     _ ("Difference"), _ ("p"),     _ ("ETS class"),
    _ ("p, uniform"), _ ("p, not uniform"), _ ("R² gained"),  _ ("Class"), NULL
  };
  BearingsBlock *table;
  g_autofree char *text = NULL;

  if (analysis->reference == NULL && analysis->dif_note == NULL)
    return;
  bearings_document_add_heading (document, _ ("Fairness between groups"));
  if (analysis->dif_note != NULL) {
    /* Translators: why two groups of persons were not compared. */
    text = g_strdup_printf (_ ("Groups were not compared: %s."), analysis->dif_note);
    bearings_document_add_paragraph (document, text, 0);
    return;
  }
  text = g_strdup_printf (
    /* Translators: name and size of a group, name and size of the other. */
    _ ("Persons with the same sum score: “%s” (reference, %u) and “%s” (focal, %u). "
       "Negative delta: harder for the focal group. Mantel-Haenszel with purified score, and "
       "logistic regression; A is negligible, B moderate, C large."),
    analysis->reference, (guint) analysis->n_reference, analysis->focal, (guint) analysis->n_focal);
  bearings_document_add_paragraph (document, text, 0);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    const BearingsDif *dif = &item->dif;
    const char ets[] = { dif->ets != 0 ? dif->ets : '-', '\0' };
    const char jodoin_gierl[] = { dif->jodoin_gierl != 0 ? dif->jodoin_gierl : '-', '\0' };
    g_autofree char *delta = fixed (dif->delta, 2);
    g_autofree char *se = fixed (dif->delta_se, 2);
    g_autofree char *both =
      isnan (dif->delta) ? g_strdup (delta) : g_strdup_printf ("%s (%s)", delta, se);
    g_autofree char *difference = fixed (dif->standardised, 3);
    g_autofree char *p = probability (dif->p);
    g_autofree char *uniform = probability (dif->uniform_p);
    g_autofree char *other = probability (dif->nonuniform_p);
    g_autofree char *r2 = fixed (dif->r2, 4);
    const char *const row[] = { item->item, both, difference,   p,   ets, uniform,
                                other,      r2,   jodoin_gierl, NULL };
    bearings_block_add_row (table, row);
  }
}

BearingsDocument *
bearings_report_item_analysis (const BearingsItemAnalysis *analysis)
{
  BearingsDocument *document = bearings_document_new ();
  gboolean has_key = FALSE;

  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    for (guint k = 0; k < item->options->len; k++)
      has_key = has_key || g_array_index (item->options, BearingsOptionStatistics, k).is_key;
  }
  bearings_document_add_title (document, _ ("Item analysis"));
  add_reliability (document, analysis);
  add_items (document, analysis);
  add_options (document, analysis, has_key);
  add_dif (document, analysis);
  return document;
}

static void
add_notes (BearingsDocument *document, const BearingsResponseScores *scores)
{
  if (scores->unknown->len > 0) {
    g_autoptr (GString) names = g_string_new (NULL);
    g_autofree char *text = NULL;

    for (guint i = 0; i < scores->unknown->len; i++)
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) scores->unknown->pdata[i]);
    /* Translators: a list of names of items. */
    text = g_strdup_printf (_ ("Left out for want of parameters: %s."), names->str);
    bearings_document_add_paragraph (document, text, 0);
  }
  bearings_document_add_paragraph (
    document,
    _ ("Fit is lz*: far below 0 (−2 and less) answers are unusual for the estimate. Run is the "
       "longest run of the same answer. Both describe, and void nothing."),
    0);
}

BearingsDocument *
bearings_report_response_scores (const BearingsResponseScores *scores)
{
  BearingsDocument *document = bearings_document_new ();
  const char *const header[] = { _ ("Person"), _ ("Estimate"), _ ("SE"),       _ ("Answers"),
                                 _ ("Fit"),    _ ("Run"),      _ ("Too fast"), NULL };
  g_autofree char *empirical = fixed (scores->empirical, 3);
  g_autofree char *marginal = fixed (scores->marginal, 3);
  g_autofree char *mean = fixed (scores->mean, 3);
  g_autofree char *sd = fixed (scores->sd, 3);
  g_autofree char *text = g_strdup_printf (
    /* Translators: estimator, items, persons scored, of persons, mean, SD, two reliabilities. */
    _ ("Estimator %s, %u items, %u of %u persons with an estimate; mean %s, SD %s. Reliability: "
       "empirical %s, marginal %s (where theta is standard normal)."),
    bearings_enums_nick (&bearings_estimator_type, scores->estimator), (guint) scores->n_items,
    (guint) scores->n_scored, scores->persons->len, mean, sd, empirical, marginal);
  BearingsBlock *table;

  bearings_document_add_title (document, _ ("Scores"));
  bearings_document_add_paragraph (document, text, 0);
  add_notes (document, scores);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < scores->persons->len; i++) {
    const BearingsPersonReport *person = scores->persons->pdata[i];
    g_autofree char *theta = person->at_bound < 0   ? g_strdup (_ ("below all items"))
                             : person->at_bound > 0 ? g_strdup (_ ("above all items"))
                                                    : fixed (person->theta, 3);
    g_autofree char *se = fixed (person->se, 3);
    g_autofree char *n = g_strdup_printf ("%d", person->n_answers);
    g_autofree char *fit_text = fixed (person->lz_star, 2);
    g_autofree char *run = g_strdup_printf ("%u", (guint) person->longest_string);
    g_autofree char *fast =
      person->n_times > 0
        /* Translators: how many answers, of how many with a time. */
        ? g_strdup_printf (_ ("%u of %u"), (guint) person->n_fast, (guint) person->n_times)
        : g_strdup (_ ("no times"));
    const char *const row[] = { person->person, theta, se, n, fit_text, run, fast, NULL };
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
    bearings_enums_nick (&bearings_item_model_type, calibration->model), persons, log_likelihood,
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
