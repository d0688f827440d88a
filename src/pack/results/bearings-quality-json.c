/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument as JSON, for programs. */

#include "bearings-quality-json.h"

#include <math.h>

#include "bearings-json-text.h"

static void
add_text (BearingsJsonText *json, const char *key, const char *value)
{
  if (value == NULL)
    return;
  bearings_json_member (json, key);
  bearings_json_string (json, value);
}

static void
add_integer (BearingsJsonText *json, const char *key, gsize value)
{
  bearings_json_member (json, key);
  bearings_json_integer (json, (gint64) value);
}

/* A small count says no more than that it is small. */
static void
add_count (BearingsJsonText *json, const char *key, gsize n)
{
  if (n > 0 && n < BEARINGS_QUALITY_LEAST) {
    g_autofree char *name = g_strconcat (key, "_below", NULL);
    add_integer (json, name, BEARINGS_QUALITY_LEAST);
  } else {
    add_integer (json, key, n);
  }
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
add_flag (BearingsJsonText *json, const char *key)
{
  bearings_json_member (json, key);
  bearings_json_boolean (json, TRUE);
}

static void
add_coefficient (BearingsJsonText *json, const char *key, const BearingsCoefficient *coefficient)
{
  bearings_json_member (json, key);
  bearings_json_open (json, '{');
  add_real (json, "value", coefficient->value);
  add_real (json, "low", coefficient->low);
  add_real (json, "high", coefficient->high);
  add_integer (json, "n", coefficient->n);
  bearings_json_close (json, '}');
}

static void
add_threshold (BearingsJsonText *json, const BearingsQualityPart *part, guint which)
{
  static const char *const standings[] = {
    [BEARINGS_STANDING_UNKNOWN] = "unknown",
    [BEARINGS_STANDING_BELOW] = "below",
    [BEARINGS_STANDING_UNSURE] = "value-only",
    [BEARINGS_STANDING_REACHED] = "reached",
  };
  double threshold = which == 0 ? BEARINGS_QUALITY_EARLY : BEARINGS_QUALITY_DECISION;

  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "for", which == 0 ? "early-research" : "individual-decisions");
  add_real (json, "threshold", threshold);
  add_text (json, "claim", BEARINGS_QUALITY_CLAIM);
  add_text (json, "standing", standings[bearings_coefficient_standing (&part->alpha, threshold)]);
  if (part->persons[which] > 0)
    add_integer (json, "persons_needed", part->persons[which]);
  add_real (json, "times_as_many_items", part->factor[which]);
  bearings_json_close (json, '}');
}

static void
add_part (BearingsJsonText *json, const BearingsQualityPart *part)
{
  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "part", part->self_rating ? "self-rating" : "performance");
  add_integer (json, "items", part->n_items);
  add_integer (json, "items_used", part->n_used);
  add_integer (json, "persons", part->n_persons);
  if (part->n_missing > 0)
    add_integer (json, "least_persons", BEARINGS_QUALITY_LEAST);
  if (part->n_missing == 0)
    add_real (json, "items_answered", part->mean_items);
  if (part->pairwise)
    add_flag (json, "pairwise");
  if (!isnan (part->alpha.value)) {
    add_coefficient (json, "alpha", &part->alpha);
    if (part->n_draws > 0)
      add_integer (json, "bootstrap_draws", part->n_draws);
    add_coefficient (json, "omega", &part->omega);
    add_real (json, "rmsea", part->rmsea);
    add_real (json, "cfi", part->cfi);
    add_real (json, "alpha_of_usual_sitting", part->usual);
    add_real (json, "sd", part->sd);
    add_real (json, "sem", part->sem);
    bearings_json_member (json, "thresholds");
    bearings_json_open (json, '[');
    add_threshold (json, part, 0);
    add_threshold (json, part, 1);
    bearings_json_close (json, ']');
  }
  bearings_json_close (json, '}');
}

static void
add_item (BearingsJsonText *json, const BearingsQualityItem *item)
{
  const char letter[] = { item->dif.ets, '\0' };

  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "item", item->item->record.id);
  add_count (json, "n", item->n);
  add_real (json, "difficulty", item->difficulty);
  if (!isnan (item->rest.value))
    add_coefficient (json, "item_rest", &item->rest);
  add_real (json, "information", item->information);
  add_real (json, "at", item->at);
  if (item->judged)
    add_flag (json, "judged");
  add_real (json, "delta", item->dif.delta);
  add_real (json, "delta_se", item->dif.delta_se);
  add_text (json, "ets", item->dif.ets != '\0' ? letter : NULL);
  bearings_json_close (json, '}');
}

static void
add_curve (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_member (json, "curve");
  bearings_json_open (json, '[');
  for (guint i = 0; i < quality->curve->len; i++) {
    const BearingsQualityPoint *point = &g_array_index (quality->curve, BearingsQualityPoint, i);
    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_real (json, "theta", point->theta);
    add_real (json, "information", point->information);
    add_real (json, "se", point->se);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
  add_integer (json, "curve_items", quality->n_curve);
  add_integer (json, "curve_items_judged", quality->n_judged);
  add_real (json, "marginal_reliability", quality->marginal);
  add_coefficient (json, "empirical_reliability", &quality->empirical);
}

static void
add_raters (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_member (json, "raters");
  bearings_json_open (json, '[');
  for (guint i = 0; i < quality->raters->len; i++) {
    const BearingsRaterAgreement *row = quality->raters->pdata[i];
    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_text (json, "item", row->item != NULL ? row->item->record.id : NULL);
    add_text (json, "criterion", row->criterion != NULL ? row->criterion->id : NULL);
    add_count (json, "n", row->n);
    add_real (json, "same", row->same);
    add_coefficient (json, row->criterion != NULL ? "kappa" : "icc",
                     row->criterion != NULL ? &row->kappa : &row->icc);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
}

static void
add_outside (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_member (json, "outside");
  bearings_json_open (json, '[');
  for (guint i = 0; i < quality->outside->len; i++) {
    const BearingsQualityOutside *row = quality->outside->pdata[i];
    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_text (json, "measure", row->name);
    add_text (json, "note", row->note);
    add_coefficient (json, "performance", &row->performance);
    add_coefficient (json, "self_rating", &row->self_rating);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
}

static void
add_groups (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_member (json, "groups");
  bearings_json_open (json, '{');
  add_text (json, "reference", quality->reference);
  add_text (json, "focal", quality->focal);
  if (quality->reference != NULL) {
    add_integer (json, "n_reference", quality->n_reference);
    add_integer (json, "n_focal", quality->n_focal);
  }
  add_text (json, "note", quality->dif_note);
  bearings_json_close (json, '}');
}

static void
add_stated (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_member (json, "stated");
  bearings_json_open (json, '[');
  for (guint i = 0; i < quality->stated->len; i++) {
    const BearingsReferenceSample *sample = quality->stated->pdata[i];
    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_text (json, "sample", sample->record.id);
    add_text (json, "metric", sample->reliability.metric);
    add_real (json, "value", sample->reliability.value);
    add_real (json, "low", sample->reliability.low);
    add_real (json, "high", sample->reliability.high);
    add_text (json, "source", sample->source);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
}

char *
bearings_quality_to_json (const BearingsQuality *quality)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_text (&json, "instrument", quality->form->instrument->record.id);
  add_text (&json, "version", quality->form->instrument->version);
  add_integer (&json, "n", quality->n);
  add_integer (&json, "n_other_versions", quality->n_other);
  add_text (&json, "first_month", quality->first_month);
  add_text (&json, "last_month", quality->last_month);
  bearings_json_member (&json, "parts");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < quality->parts->len; i++)
    add_part (&json, quality->parts->pdata[i]);
  bearings_json_close (&json, ']');
  add_curve (&json, quality);
  bearings_json_member (&json, "retest");
  bearings_json_open (&json, '{');
  add_coefficient (&json, "icc", &quality->retest);
  add_coefficient (&json, "correlation", &quality->retest_r);
  add_real (&json, "sem", quality->retest_sem);
  add_real (&json, "median_days", quality->retest_days);
  bearings_json_close (&json, '}');
  add_raters (&json, quality);
  add_outside (&json, quality);
  add_groups (&json, quality);
  bearings_json_member (&json, "items");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < quality->items->len; i++)
    add_item (&json, quality->items->pdata[i]);
  bearings_json_close (&json, ']');
  add_stated (&json, quality);
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}
