/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analyses of answers as JSON, for programs. */

#include "bearings-analysis-json.h"

#include <math.h>

#include "bearings-json-text.h"

static void
add_reals (BearingsJsonText *json, const char *key, const GArray *values)
{
  bearings_json_text_list (json, key);
  for (guint i = 0; i < values->len; i++) {
    double value = g_array_index (values, double, i);
    if (isfinite (value))
      bearings_json_text_real (json, NULL, value);
    else
      bearings_json_text_boolean (json, NULL, FALSE);
  }
  bearings_json_text_end (json);
}

static void
add_options (BearingsJsonText *json, const GArray *options)
{
  bearings_json_text_list (json, "options");
  for (guint i = 0; i < options->len; i++) {
    const BearingsOptionStatistics *option = &g_array_index (options, BearingsOptionStatistics, i);
    bearings_json_text_object (json, NULL);
    bearings_json_text_integer (json, "option", option->option);
    if (option->is_key)
      bearings_json_text_boolean (json, "key", TRUE);
    bearings_json_text_integer (json, "n", (gint64) option->n);
    bearings_json_text_real (json, "share", option->share);
    bearings_json_text_real (json, "mean_rest", option->mean_rest);
    bearings_json_text_real (json, "point_biserial", option->point_biserial);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_class (BearingsJsonText *json, const char *key, char letter)
{
  const char text[] = { letter, '\0' };

  if (letter != '\0')
    bearings_json_text_string (json, key, text);
}

static void
add_dif (BearingsJsonText *json, const BearingsDif *dif)
{
  if (isnan (dif->p) && isnan (dif->uniform_p))
    return;
  bearings_json_text_object (json, "dif");
  bearings_json_text_real (json, "odds_ratio", dif->odds_ratio);
  bearings_json_text_real (json, "delta", dif->delta);
  bearings_json_text_real (json, "delta_se", dif->delta_se);
  bearings_json_text_real (json, "chi2", dif->chi2);
  bearings_json_text_real (json, "p", dif->p);
  bearings_json_text_real (json, "standardised", dif->standardised);
  add_class (json, "ets", dif->ets);
  bearings_json_text_real (json, "uniform_p", dif->uniform_p);
  bearings_json_text_real (json, "nonuniform_p", dif->nonuniform_p);
  bearings_json_text_real (json, "r2", dif->r2);
  add_class (json, "jodoin_gierl", dif->jodoin_gierl);
  bearings_json_text_end (json);
}

char *
bearings_analysis_json_item_to (const BearingsItemAnalysis *analysis)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_integer (&json, "n", (gint64) analysis->n);
  bearings_json_text_real (&json, "alpha", analysis->alpha);
  bearings_json_text_real (&json, "alpha_se", analysis->alpha_se);
  bearings_json_text_real (&json, "alpha_low", analysis->low);
  bearings_json_text_real (&json, "alpha_high", analysis->high);
  bearings_json_text_integer (&json, "bootstrap_draws", (gint64) analysis->n_draws);
  bearings_json_text_real (&json, "alpha_bootstrap_low", analysis->boot_low);
  bearings_json_text_real (&json, "alpha_bootstrap_high", analysis->boot_high);
  bearings_json_text_real (&json, "omega", analysis->omega);
  bearings_json_text_real (&json, "omega_se", analysis->omega_se);
  bearings_json_text_real (&json, "rmsea", analysis->rmsea);
  bearings_json_text_real (&json, "cfi", analysis->cfi);
  bearings_json_text_real (&json, "half_correlation", analysis->half_correlation);
  bearings_json_text_real (&json, "spearman_brown", analysis->spearman_brown);
  bearings_json_text_real (&json, "flanagan", analysis->flanagan);
  bearings_json_text_real (&json, "mean", analysis->mean);
  bearings_json_text_real (&json, "sd", analysis->sd);
  bearings_json_text_real (&json, "sem", analysis->sem);
  if (analysis->reference != NULL) {
    bearings_json_text_string (&json, "reference", analysis->reference);
    bearings_json_text_integer (&json, "n_reference", (gint64) analysis->n_reference);
    bearings_json_text_string (&json, "focal", analysis->focal);
    bearings_json_text_integer (&json, "n_focal", (gint64) analysis->n_focal);
  }
  bearings_json_text_string (&json, "dif_note", analysis->dif_note);
  bearings_json_text_list (&json, "items");
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "item", item->item);
    bearings_json_text_real (&json, "mean", item->mean);
    bearings_json_text_real (&json, "sd", item->sd);
    bearings_json_text_real (&json, "item_total", item->item_total);
    bearings_json_text_real (&json, "corrected", item->corrected);
    bearings_json_text_real (&json, "alpha_if_deleted", item->alpha_if_deleted);
    bearings_json_text_real (&json, "upper_lower", item->upper_lower);
    add_options (&json, item->options);
    add_dif (&json, &item->dif);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

char *
bearings_analysis_json_calibration_to (const BearingsCalibration *calibration)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_enum (&json, "model", &bearings_item_model_type, calibration->model);
  bearings_json_text_integer (&json, "n_persons", (gint64) calibration->n_persons);
  bearings_json_text_integer (&json, "n_patterns", (gint64) calibration->n_patterns);
  bearings_json_text_integer (&json, "n_parameters", (gint64) calibration->n_parameters);
  bearings_json_text_integer (&json, "iterations", calibration->iterations);
  bearings_json_text_boolean (&json, "converged", calibration->converged);
  bearings_json_text_real (&json, "log_likelihood", calibration->log_likelihood);
  bearings_json_text_integer (&json, "smallest_category", (gint64) calibration->smallest_category);
  bearings_json_text_list (&json, "items");
  for (guint i = 0; i < calibration->items->len; i++) {
    const BearingsCalibratedItem *item = calibration->items->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "item", item->item);
    bearings_json_text_real (&json, "a", item->a);
    bearings_json_text_real (&json, "a_se", item->a_se);
    add_reals (&json, "b", item->b);
    add_reals (&json, "b_se", item->b_se);
    bearings_json_text_real (&json, "c", item->c);
    bearings_json_text_real (&json, "c_se", item->c_se);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

char *
bearings_analysis_json_scores_to (const GArray *scores, const GPtrArray *persons)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < scores->len; i++) {
    const BearingsPersonScore *score = &g_array_index (scores, BearingsPersonScore, i);
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "person", persons->pdata[i]);
    bearings_json_text_real (&json, "theta", score->value);
    bearings_json_text_real (&json, "se", score->se);
    bearings_json_text_integer (&json, "n_answers", score->n_answers);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

static void
add_person (BearingsJsonText *json, const BearingsPersonReport *person)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "person", person->person);
  bearings_json_text_real (json, "theta", person->theta);
  bearings_json_text_real (json, "se", person->se);
  if (person->at_bound != 0)
    bearings_json_text_string (json, "at_bound", person->at_bound < 0 ? "low" : "high");
  bearings_json_text_integer (json, "n_answers", person->n_answers);
  bearings_json_text_real (json, "lz", person->lz);
  bearings_json_text_real (json, "lz_star", person->lz_star);
  bearings_json_text_real (json, "outfit", person->outfit);
  bearings_json_text_real (json, "infit", person->infit);
  bearings_json_text_integer (json, "longest_string", (gint64) person->longest_string);
  bearings_json_text_real (json, "variability", person->variability);
  bearings_json_text_real (json, "even_odd", person->even_odd);
  if (person->n_times > 0) {
    bearings_json_text_integer (json, "n_times", (gint64) person->n_times);
    bearings_json_text_integer (json, "n_fast", (gint64) person->n_fast);
  }
  bearings_json_text_end (json);
}

char *
bearings_analysis_json_response_scores_to (const BearingsResponseScores *scores)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_enum (&json, "estimator", &bearings_estimator_type, scores->estimator);
  bearings_json_text_integer (&json, "n_items", (gint64) scores->n_items);
  bearings_json_text_integer (&json, "n_persons", scores->persons->len);
  bearings_json_text_integer (&json, "n_scored", (gint64) scores->n_scored);
  bearings_json_text_real (&json, "mean", scores->mean);
  bearings_json_text_real (&json, "sd", scores->sd);
  bearings_json_text_real (&json, "empirical_reliability", scores->empirical);
  bearings_json_text_real (&json, "marginal_reliability", scores->marginal);
  bearings_json_text_strings (&json, "items_without_parameters", scores->unknown);
  bearings_json_text_list (&json, "persons");
  for (guint i = 0; i < scores->persons->len; i++)
    add_person (&json, scores->persons->pdata[i]);
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
