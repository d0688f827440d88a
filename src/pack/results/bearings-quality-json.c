/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument as JSON, for programs. */

#include "bearings-quality-json.h"

#include <math.h>

#include "bearings-json-text.h"

static void
add_coefficient (BearingsJsonText *json, const char *key, const BearingsCoefficient *coefficient)
{
  bearings_json_text_object (json, key);
  bearings_json_text_real (json, "value", coefficient->value);
  bearings_json_text_real (json, "low", coefficient->low);
  bearings_json_text_real (json, "high", coefficient->high);
  bearings_json_text_integer (json, "n", coefficient->n);
  bearings_json_text_end (json);
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

  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "for", which == 0 ? "early-research" : "individual-decisions");
  bearings_json_text_real (json, "threshold", threshold);
  bearings_json_text_string (json, "claim", BEARINGS_QUALITY_CLAIM);
  bearings_json_text_string (json, "standing",
                             standings[bearings_coefficient_standing (&part->alpha, threshold)]);
  if (part->persons[which] > 0)
    bearings_json_text_integer (json, "persons_needed", part->persons[which]);
  bearings_json_text_real (json, "times_as_many_items", part->factor[which]);
  bearings_json_text_end (json);
}

static void
add_part (BearingsJsonText *json, const BearingsQualityPart *part)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "part", part->self_rating ? "self-rating" : "performance");
  bearings_json_text_integer (json, "items", part->n_items);
  bearings_json_text_integer (json, "items_used", part->n_used);
  bearings_json_text_integer (json, "persons", part->n_persons);
  if (part->n_missing > 0)
    bearings_json_text_integer (json, "least_persons", BEARINGS_QUALITY_LEAST);
  if (part->n_missing == 0)
    bearings_json_text_real (json, "items_answered", part->mean_items);
  if (part->pairwise)
    bearings_json_text_boolean (json, "pairwise", TRUE);
  if (!isnan (part->alpha.value)) {
    add_coefficient (json, "alpha", &part->alpha);
    if (part->n_draws > 0)
      bearings_json_text_integer (json, "bootstrap_draws", part->n_draws);
    add_coefficient (json, "omega", &part->omega);
    bearings_json_text_real (json, "rmsea", part->rmsea);
    bearings_json_text_real (json, "cfi", part->cfi);
    bearings_json_text_real (json, "alpha_of_usual_sitting", part->usual);
    bearings_json_text_real (json, "sd", part->sd);
    bearings_json_text_real (json, "sem", part->sem);
    bearings_json_text_list (json, "thresholds");
    add_threshold (json, part, 0);
    add_threshold (json, part, 1);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_item (BearingsJsonText *json, const BearingsQualityItem *item)
{
  const char letter[] = { item->dif.ets, '\0' };

  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "item", item->item->record.id);
  bearings_json_text_count (json, "n", item->n, BEARINGS_QUALITY_LEAST);
  bearings_json_text_real (json, "difficulty", item->difficulty);
  if (!isnan (item->rest.value))
    add_coefficient (json, "item_rest", &item->rest);
  bearings_json_text_real (json, "information", item->information);
  bearings_json_text_real (json, "at", item->at);
  if (item->judged)
    bearings_json_text_boolean (json, "judged", TRUE);
  bearings_json_text_real (json, "delta", item->dif.delta);
  bearings_json_text_real (json, "delta_se", item->dif.delta_se);
  bearings_json_text_string (json, "ets", item->dif.ets != '\0' ? letter : NULL);
  bearings_json_text_end (json);
}

static void
add_curve (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_text_list (json, "curve");
  for (guint i = 0; i < quality->curve->len; i++) {
    const BearingsQualityPoint *point = &g_array_index (quality->curve, BearingsQualityPoint, i);
    bearings_json_text_object (json, NULL);
    bearings_json_text_real (json, "theta", point->theta);
    bearings_json_text_real (json, "information", point->information);
    bearings_json_text_real (json, "se", point->se);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
  bearings_json_text_integer (json, "curve_items", quality->n_curve);
  bearings_json_text_integer (json, "curve_items_judged", quality->n_judged);
  bearings_json_text_real (json, "marginal_reliability", quality->marginal);
  add_coefficient (json, "empirical_reliability", &quality->empirical);
}

static void
add_raters (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_text_list (json, "raters");
  for (guint i = 0; i < quality->raters->len; i++) {
    const BearingsRaterAgreement *row = quality->raters->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "item", row->item != NULL ? row->item->record.id : NULL);
    bearings_json_text_string (json, "criterion",
                               row->criterion != NULL ? row->criterion->id : NULL);
    bearings_json_text_count (json, "n", row->n, BEARINGS_QUALITY_LEAST);
    bearings_json_text_real (json, "same", row->same);
    add_coefficient (json, row->criterion != NULL ? "kappa" : "icc",
                     row->criterion != NULL ? &row->kappa : &row->icc);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_outside (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_text_list (json, "outside");
  for (guint i = 0; i < quality->outside->len; i++) {
    const BearingsQualityOutside *row = quality->outside->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "measure", row->name);
    bearings_json_text_string (json, "note", row->note);
    add_coefficient (json, "performance", &row->performance);
    add_coefficient (json, "self_rating", &row->self_rating);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_groups (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_text_object (json, "groups");
  bearings_json_text_string (json, "reference", quality->reference);
  bearings_json_text_string (json, "focal", quality->focal);
  if (quality->reference != NULL) {
    bearings_json_text_integer (json, "n_reference", quality->n_reference);
    bearings_json_text_integer (json, "n_focal", quality->n_focal);
  }
  bearings_json_text_string (json, "note", quality->dif_note);
  bearings_json_text_end (json);
}

static void
add_stated (BearingsJsonText *json, const BearingsQuality *quality)
{
  bearings_json_text_list (json, "stated");
  for (guint i = 0; i < quality->stated->len; i++) {
    const BearingsReferenceSample *sample = quality->stated->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "sample", sample->record.id);
    bearings_json_text_string (json, "metric", sample->reliability.metric);
    bearings_json_text_real (json, "value", sample->reliability.value);
    bearings_json_text_real (json, "low", sample->reliability.low);
    bearings_json_text_real (json, "high", sample->reliability.high);
    bearings_json_text_string (json, "source", sample->source);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

char *
bearings_quality_json_to (const BearingsQuality *quality)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "instrument", quality->form->instrument->record.id);
  bearings_json_text_string (&json, "version", quality->form->instrument->version);
  bearings_json_text_integer (&json, "n", quality->n);
  bearings_json_text_integer (&json, "n_other_versions", quality->n_other);
  bearings_json_text_string (&json, "first_month", quality->first_month);
  bearings_json_text_string (&json, "last_month", quality->last_month);
  bearings_json_text_list (&json, "parts");
  for (guint i = 0; i < quality->parts->len; i++)
    add_part (&json, quality->parts->pdata[i]);
  bearings_json_text_end (&json);
  add_curve (&json, quality);
  bearings_json_text_object (&json, "retest");
  add_coefficient (&json, "icc", &quality->retest);
  add_coefficient (&json, "correlation", &quality->retest_r);
  bearings_json_text_real (&json, "sem", quality->retest_sem);
  bearings_json_text_real (&json, "median_days", quality->retest_days);
  bearings_json_text_end (&json);
  add_raters (&json, quality);
  add_outside (&json, quality);
  add_groups (&json, quality);
  bearings_json_text_list (&json, "items");
  for (guint i = 0; i < quality->items->len; i++)
    add_item (&json, quality->items->pdata[i]);
  bearings_json_text_end (&json);
  add_stated (&json, quality);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
