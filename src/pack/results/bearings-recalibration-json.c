/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration as JSON, for programs. */

#include "bearings-recalibration-json.h"

#include <math.h>

#include "bearings-json-text.h"
#include "bearings-quality.h"

static void
add_text (BearingsJsonText *json, const char *key, const char *value)
{
  bearings_json_member (json, key);
  bearings_json_string (json, value);
}

static void
add_integer (BearingsJsonText *json, const char *key, gsize value)
{
  bearings_json_member (json, key);
  bearings_json_integer (json, (gint64) value);
}

static void
add_count (BearingsJsonText *json, const char *key, gsize n)
{
  g_autofree char *below = g_strconcat (key, "_below", NULL);
  gboolean small = n > 0 && n < BEARINGS_QUALITY_LEAST;

  add_integer (json, small ? below : key, small ? BEARINGS_QUALITY_LEAST : n);
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
add_parameters (BearingsJsonText *json, const char *key, double a, double c, const GArray *b)
{
  bearings_json_member (json, key);
  bearings_json_open (json, '{');
  add_real (json, "a", a);
  bearings_json_member (json, "b");
  bearings_json_open (json, '[');
  for (guint k = 0; k < b->len; k++)
    add_real (json, NULL, g_array_index (b, double, k));
  bearings_json_close (json, ']');
  add_real (json, "c", c);
  bearings_json_close (json, '}');
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

  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "item", item->item->record.id);
  add_text (json, "model", bearings_enum_nick (&bearings_item_model_type, before->model));
  add_count (json, "n", item->n);
  add_parameters (json, "before", before->a, before->c, before->b);
  if (item->after != NULL) {
    add_parameters (json, "after", item->after->a, item->after->c, item->after->b);
    add_parameters (json, "se", item->after->a_se, item->after->c_se, item->after->b_se);
    add_real (json, "shift", item->shift);
    add_real (json, "shift_se", item->shift_errors);
  } else {
    add_text (json, "kept", reasons[item->kept]);
    if (item->kept == BEARINGS_KEPT_PERSONS || item->kept == BEARINGS_KEPT_ANSWERS)
      add_integer (json, "needed", item->needed);
  }
  bearings_json_close (json, '}');
}

char *
bearings_recalibration_to_json (const BearingsRecalibration *self)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_text (&json, "instrument", self->form->instrument->record.id);
  add_text (&json, "version", self->form->instrument->version);
  add_text (&json, "new_version", self->version);
  add_integer (&json, "n_persons", self->n_persons);
  add_integer (&json, "n_items", self->items->len);
  add_integer (&json, "n_calibrated", self->n_calibrated);
  add_integer (&json, "n_large_shifts", self->n_large);
  add_real (&json, "log_likelihood", self->log_likelihood);
  add_integer (&json, "n_parameters", self->n_parameters);
  add_integer (&json, "iterations", (gsize) self->iterations);
  bearings_json_member (&json, "converged");
  bearings_json_boolean (&json, self->converged);
  bearings_json_member (&json, "link");
  bearings_json_open (&json, '{');
  add_text (&json, "method", "mean/mean");
  add_integer (&json, "n_items", self->anchors);
  add_real (&json, "slope", self->slope);
  add_real (&json, "intercept", self->intercept);
  bearings_json_close (&json, '}');
  bearings_json_member (&json, "scores");
  bearings_json_open (&json, '{');
  add_integer (&json, "n", self->n_scored);
  add_real (&json, "correlation", self->correlation);
  add_real (&json, "mean_shift", self->mean_shift);
  add_real (&json, "sd_shift", self->sd_shift);
  add_real (&json, "sem_before", self->sem_before);
  add_real (&json, "sem_after", self->sem_after);
  add_count (&json, "higher_level", self->n_up);
  add_count (&json, "lower_level", self->n_down);
  bearings_json_close (&json, '}');
  bearings_json_member (&json, "items");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < self->items->len; i++)
    add_item (&json, self->items->pdata[i]);
  bearings_json_close (&json, ']');
  bearings_json_member (&json, "left_out");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < self->unknown->len; i++)
    add_text (&json, NULL, self->unknown->pdata[i]);
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}
