/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Analyses of answers as JSON, for programs. */

#include "bearings-analysis-json.h"

#include <math.h>

#include "bearings-json-text.h"

static void
add_text (BearingsJsonText *json, const char *key, const char *value)
{
  bearings_json_member (json, key);
  bearings_json_string (json, value);
}

static void
add_integer (BearingsJsonText *json, const char *key, gint64 value)
{
  bearings_json_member (json, key);
  bearings_json_integer (json, value);
}

static void
add_real (BearingsJsonText *json, const char *key, double value)
{
  if (!isfinite (value))
    return;
  bearings_json_member (json, key);
  bearings_json_real (json, value);
}

static void
add_reals (BearingsJsonText *json, const char *key, const GArray *values)
{
  bearings_json_member (json, key);
  bearings_json_open (json, '[');
  for (guint i = 0; i < values->len; i++) {
    double value = g_array_index (values, double, i);
    bearings_json_member (json, NULL);
    if (isfinite (value))
      bearings_json_real (json, value);
    else
      bearings_json_boolean (json, FALSE);
  }
  bearings_json_close (json, ']');
}

static void
add_options (BearingsJsonText *json, const GArray *options)
{
  bearings_json_member (json, "options");
  bearings_json_open (json, '[');
  for (guint i = 0; i < options->len; i++) {
    const BearingsOptionStatistics *option = &g_array_index (options, BearingsOptionStatistics, i);
    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_integer (json, "option", option->option);
    if (option->is_key) {
      bearings_json_member (json, "key");
      bearings_json_boolean (json, TRUE);
    }
    add_integer (json, "n", (gint64) option->n);
    add_real (json, "share", option->share);
    add_real (json, "mean_rest", option->mean_rest);
    add_real (json, "point_biserial", option->point_biserial);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
}

static void
add_class (BearingsJsonText *json, const char *key, char letter)
{
  const char text[] = { letter, '\0' };

  if (letter != '\0')
    add_text (json, key, text);
}

static void
add_dif (BearingsJsonText *json, const BearingsDif *dif)
{
  if (isnan (dif->p) && isnan (dif->uniform_p))
    return;
  bearings_json_member (json, "dif");
  bearings_json_open (json, '{');
  add_real (json, "odds_ratio", dif->odds_ratio);
  add_real (json, "delta", dif->delta);
  add_real (json, "delta_se", dif->delta_se);
  add_real (json, "chi2", dif->chi2);
  add_real (json, "p", dif->p);
  add_real (json, "standardised", dif->standardised);
  add_class (json, "ets", dif->ets);
  add_real (json, "uniform_p", dif->uniform_p);
  add_real (json, "nonuniform_p", dif->nonuniform_p);
  add_real (json, "r2", dif->r2);
  add_class (json, "jodoin_gierl", dif->jodoin_gierl);
  bearings_json_close (json, '}');
}

char *
bearings_item_analysis_to_json (const BearingsItemAnalysis *analysis)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_integer (&json, "n", (gint64) analysis->n);
  add_real (&json, "alpha", analysis->alpha);
  add_real (&json, "alpha_se", analysis->alpha_se);
  add_real (&json, "alpha_low", analysis->low);
  add_real (&json, "alpha_high", analysis->high);
  add_integer (&json, "bootstrap_draws", (gint64) analysis->n_draws);
  add_real (&json, "alpha_bootstrap_low", analysis->boot_low);
  add_real (&json, "alpha_bootstrap_high", analysis->boot_high);
  add_real (&json, "omega", analysis->omega);
  add_real (&json, "omega_se", analysis->omega_se);
  add_real (&json, "rmsea", analysis->rmsea);
  add_real (&json, "cfi", analysis->cfi);
  add_real (&json, "half_correlation", analysis->half_correlation);
  add_real (&json, "spearman_brown", analysis->spearman_brown);
  add_real (&json, "flanagan", analysis->flanagan);
  add_real (&json, "mean", analysis->mean);
  add_real (&json, "sd", analysis->sd);
  add_real (&json, "sem", analysis->sem);
  if (analysis->reference != NULL) {
    add_text (&json, "reference", analysis->reference);
    add_integer (&json, "n_reference", (gint64) analysis->n_reference);
    add_text (&json, "focal", analysis->focal);
    add_integer (&json, "n_focal", (gint64) analysis->n_focal);
  }
  if (analysis->dif_note != NULL)
    add_text (&json, "dif_note", analysis->dif_note);
  bearings_json_member (&json, "items");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *item = analysis->items->pdata[i];
    bearings_json_member (&json, NULL);
    bearings_json_open (&json, '{');
    add_text (&json, "item", item->item);
    add_real (&json, "mean", item->mean);
    add_real (&json, "sd", item->sd);
    add_real (&json, "item_total", item->item_total);
    add_real (&json, "corrected", item->corrected);
    add_real (&json, "alpha_if_deleted", item->alpha_if_deleted);
    add_real (&json, "upper_lower", item->upper_lower);
    add_options (&json, item->options);
    add_dif (&json, &item->dif);
    bearings_json_close (&json, '}');
  }
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}

char *
bearings_calibration_to_json (const BearingsCalibration *calibration)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_text (&json, "model", bearings_enum_nick (&bearings_item_model_type, calibration->model));
  add_integer (&json, "n_persons", (gint64) calibration->n_persons);
  add_integer (&json, "n_patterns", (gint64) calibration->n_patterns);
  add_integer (&json, "n_parameters", (gint64) calibration->n_parameters);
  add_integer (&json, "iterations", calibration->iterations);
  bearings_json_member (&json, "converged");
  bearings_json_boolean (&json, calibration->converged);
  add_real (&json, "log_likelihood", calibration->log_likelihood);
  add_integer (&json, "smallest_category", (gint64) calibration->smallest_category);
  bearings_json_member (&json, "items");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < calibration->items->len; i++) {
    const BearingsCalibratedItem *item = calibration->items->pdata[i];
    bearings_json_member (&json, NULL);
    bearings_json_open (&json, '{');
    add_text (&json, "item", item->item);
    add_real (&json, "a", item->a);
    add_real (&json, "a_se", item->a_se);
    add_reals (&json, "b", item->b);
    add_reals (&json, "b_se", item->b_se);
    add_real (&json, "c", item->c);
    add_real (&json, "c_se", item->c_se);
    bearings_json_close (&json, '}');
  }
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}

char *
bearings_scores_to_json (const GArray *scores, const GPtrArray *persons)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '[');
  for (guint i = 0; i < scores->len; i++) {
    const BearingsPersonScore *score = &g_array_index (scores, BearingsPersonScore, i);
    bearings_json_member (&json, NULL);
    bearings_json_open (&json, '{');
    add_text (&json, "person", persons->pdata[i]);
    add_real (&json, "theta", score->value);
    add_real (&json, "se", score->se);
    add_integer (&json, "n_answers", score->n_answers);
    bearings_json_close (&json, '}');
  }
  bearings_json_close (&json, ']');
  return g_string_free_and_steal (json.text);
}

static void
add_person (BearingsJsonText *json, const BearingsPersonReport *person)
{
  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "person", person->person);
  add_real (json, "theta", person->theta);
  add_real (json, "se", person->se);
  if (person->at_bound != 0)
    add_text (json, "at_bound", person->at_bound < 0 ? "low" : "high");
  add_integer (json, "n_answers", person->n_answers);
  add_real (json, "lz", person->lz);
  add_real (json, "lz_star", person->lz_star);
  add_real (json, "outfit", person->outfit);
  add_real (json, "infit", person->infit);
  add_integer (json, "longest_string", (gint64) person->longest_string);
  add_real (json, "variability", person->variability);
  add_real (json, "even_odd", person->even_odd);
  if (person->n_times > 0) {
    add_integer (json, "n_times", (gint64) person->n_times);
    add_integer (json, "n_fast", (gint64) person->n_fast);
  }
  bearings_json_close (json, '}');
}

char *
bearings_response_scores_to_json (const BearingsResponseScores *scores)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_text (&json, "estimator", bearings_enum_nick (&bearings_estimator_type, scores->estimator));
  add_integer (&json, "n_items", (gint64) scores->n_items);
  add_integer (&json, "n_persons", scores->persons->len);
  add_integer (&json, "n_scored", (gint64) scores->n_scored);
  add_real (&json, "mean", scores->mean);
  add_real (&json, "sd", scores->sd);
  add_real (&json, "empirical_reliability", scores->empirical);
  add_real (&json, "marginal_reliability", scores->marginal);
  bearings_json_member (&json, "items_without_parameters");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < scores->unknown->len; i++) {
    bearings_json_member (&json, NULL);
    bearings_json_string (&json, scores->unknown->pdata[i]);
  }
  bearings_json_close (&json, ']');
  bearings_json_member (&json, "persons");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < scores->persons->len; i++)
    add_person (&json, scores->persons->pdata[i]);
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}
