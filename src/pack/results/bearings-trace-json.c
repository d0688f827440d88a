/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as JSON, for programs. */

#include "bearings-trace-json.h"

#include "bearings-json-text.h"

static const char *
kind_nick (BearingsTraceStepKind kind)
{
  static const char *const nicks[] = { "",          "sentence", "hop",    "source",
                                       "no-origin", "computed", "channel" };

  return nicks[kind];
}

static void
add_differences (BearingsJsonText *json, const BearingsTraceStep *step)
{
  /* No list: not compared. An empty one: nothing on record differs. */
  if (step->rests_on == NULL)
    return;
  bearings_json_text_string (json, "rests_on", step->rests_on);
  bearings_json_text_boolean (json, "comparable", step->comparable);
  bearings_json_text_list (json, "differences");
  for (guint i = 0; i < step->differences->len; i++) {
    const BearingsTraceDifference *difference = step->differences->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_enum (json, "aspect", &bearings_aspect_type, difference->aspect);
    bearings_json_text_enum (json, "change", &bearings_trace_change_type, difference->change);
    bearings_json_text_string (json, "before", difference->before);
    bearings_json_text_string (json, "after", difference->after);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_hop (BearingsJsonText *json, const BearingsTraceHop *hop)
{
  bearings_json_text_enum (json, "hedge", &bearings_hedge_type, hop->hedge);
  bearings_json_text_real (json, "number", hop->number);
  bearings_json_text_real (json, "number_high", hop->number_high);
  bearings_json_text_string (json, "unit", hop->unit);
  bearings_json_text_integer (json, "n", hop->n);
  bearings_json_text_string (json, "n_unit", hop->n_unit);
}

static void
add_step (BearingsJsonText *json, const BearingsTraceStep *step)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "kind", kind_nick (step->kind));
  bearings_json_text_enum (json, "part", &bearings_hop_part_type, step->part);
  bearings_json_text_string (json, "title", step->title);
  bearings_json_text_string (json, "text", step->text);
  if (step->quotes->len > 0) {
    bearings_json_text_strings (json, "quotes", step->quotes);
  }
  if (step->hop != NULL)
    add_hop (json, step->hop);
  if (step->evidence != NULL) {
    bearings_json_text_string (json, "type",
                               bearings_evidence_get_record (step->evidence)->type->name);
    bearings_json_text_string (json, "record", bearings_evidence_get_id (step->evidence));
  }
  bearings_json_text_string (json, "source", step->source != NULL ? step->source->record.id : NULL);
  bearings_json_text_string (json, "url", step->url);
  bearings_json_text_string (json, "note", step->note);
  add_differences (json, step);
  bearings_json_text_end (json);
}

static void
add_steps (BearingsJsonText *json, const char *name, const GPtrArray *steps)
{
  bearings_json_text_list (json, name);
  for (guint i = 0; i < steps->len; i++)
    add_step (json, steps->pdata[i]);
  bearings_json_text_end (json);
}

char *
bearings_trace_json_to (const BearingsTrace *trace)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "type", bearings_record_type (trace->kind)->name);
  bearings_json_text_string (&json, "id", trace->id);
  bearings_json_text_boolean (&json, "origin_found", trace->origin_found);
  bearings_json_text_integer (&json, "n_differences", trace->n_differences);
  add_steps (&json, "steps", trace->steps);
  add_steps (&json, "retellings", trace->retellings);
  add_steps (&json, "beside", trace->beside);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
