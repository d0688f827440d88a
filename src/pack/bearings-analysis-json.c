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
  add_real (&json, "mean", analysis->mean);
  add_real (&json, "sd", analysis->sd);
  add_real (&json, "sem", analysis->sem);
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
