/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration as JSON, for programs. */

#include "bearings-recalibration-json.h"

#include "bearings-json-text.h"
#include "bearings-quality.h"

static void
add_parameters (BearingsJsonText *json, const char *key, double a, double c, const GArray *b)
{
  bearings_json_text_object (json, key);
  bearings_json_text_real (json, "a", a);
  bearings_json_text_reals (json, "b", b);
  bearings_json_text_real (json, "c", c);
  bearings_json_text_end (json);
}

static void
add_item (BearingsJsonText *json, const BearingsRecalibratedItem *item)
{
  static const char *const reasons[] = {
    [BEARINGS_KEPT_NO] = "",
    [BEARINGS_KEPT_PERSONS] = "too-few-persons",
    [BEARINGS_KEPT_ANSWERS] = "too-few-answers",
    [BEARINGS_KEPT_ALL_SAME] = "all-the-same",
    [BEARINGS_KEPT_EMPTY_CATEGORY] = "empty-category",
    [BEARINGS_KEPT_UNBOUNDED] = "unbounded",
  };
  const BearingsItemParameters *before = &item->item->parameters;

  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "item", item->item->record.id);
  bearings_json_text_enum (json, "model", &bearings_item_model_type, before->model);
  bearings_json_text_count (json, "n", item->n, BEARINGS_QUALITY_LEAST);
  add_parameters (json, "before", before->a, before->c, before->b);
  if (item->after != NULL) {
    add_parameters (json, "after", item->after->a, item->after->c, item->after->b);
    add_parameters (json, "se", item->after->a_se, item->after->c_se, item->after->b_se);
    bearings_json_text_real (json, "shift", item->shift);
    bearings_json_text_real (json, "shift_se", item->shift_errors);
  } else {
    bearings_json_text_string (json, "kept", reasons[item->kept]);
    if (item->kept == BEARINGS_KEPT_PERSONS || item->kept == BEARINGS_KEPT_ANSWERS)
      bearings_json_text_integer (json, "needed", item->needed);
  }
  bearings_json_text_end (json);
}

char *
bearings_recalibration_json_to (const BearingsRecalibration *self)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "instrument", self->form->instrument->record.id);
  bearings_json_text_string (&json, "version", self->form->instrument->version);
  bearings_json_text_string (&json, "new_version", self->version);
  bearings_json_text_integer (&json, "n_persons", self->n_persons);
  bearings_json_text_integer (&json, "n_items", self->items->len);
  bearings_json_text_integer (&json, "n_calibrated", self->n_calibrated);
  bearings_json_text_integer (&json, "n_large_shifts", self->n_large);
  bearings_json_text_real (&json, "log_likelihood", self->log_likelihood);
  bearings_json_text_integer (&json, "n_parameters", self->n_parameters);
  bearings_json_text_integer (&json, "iterations", (gsize) self->iterations);
  bearings_json_text_boolean (&json, "converged", self->converged);
  bearings_json_text_object (&json, "link");
  bearings_json_text_string (&json, "method", "mean/mean");
  bearings_json_text_integer (&json, "n_items", self->anchors);
  bearings_json_text_real (&json, "slope", self->slope);
  bearings_json_text_real (&json, "intercept", self->intercept);
  bearings_json_text_end (&json);
  bearings_json_text_object (&json, "scores");
  bearings_json_text_integer (&json, "n", self->n_scored);
  bearings_json_text_real (&json, "correlation", self->correlation);
  bearings_json_text_real (&json, "mean_shift", self->mean_shift);
  bearings_json_text_real (&json, "sd_shift", self->sd_shift);
  bearings_json_text_real (&json, "sem_before", self->sem_before);
  bearings_json_text_real (&json, "sem_after", self->sem_after);
  bearings_json_text_count (&json, "higher_level", self->n_up, BEARINGS_QUALITY_LEAST);
  bearings_json_text_count (&json, "lower_level", self->n_down, BEARINGS_QUALITY_LEAST);
  bearings_json_text_end (&json);
  bearings_json_text_list (&json, "items");
  for (guint i = 0; i < self->items->len; i++)
    add_item (&json, self->items->pdata[i]);
  bearings_json_text_end (&json);
  bearings_json_text_strings (&json, "left_out", self->unknown);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
