/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as JSON, for programs. */

#include "bearings-trace-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

static void
begin_list (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static const char *
kind_nick (BearingsTraceStepKind kind)
{
  static const char *const nicks[] = { "",          "sentence", "hop",    "source",
                                       "no-origin", "computed", "channel" };

  return nicks[kind];
}

static void
add_differences (JsonBuilder *json, const BearingsTraceStep *step)
{
  /* No list: not compared. An empty one: nothing on record differs. */
  if (step->rests_on == NULL)
    return;
  add_text (json, "rests_on", step->rests_on);
  json_builder_set_member_name (json, "comparable");
  json_builder_add_boolean_value (json, step->comparable);
  begin_list (json, "differences");
  for (guint i = 0; i < step->differences->len; i++) {
    const BearingsTraceDifference *difference = step->differences->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "aspect", bearings_enum_nick (&bearings_aspect_type, difference->aspect));
    add_text (json, "change", bearings_enum_nick (&bearings_change_type, difference->change));
    add_text (json, "before", difference->before);
    add_text (json, "after", difference->after);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_hop (JsonBuilder *json, const BearingsTraceHop *hop)
{
  add_text (json, "hedge", bearings_enum_nick (&bearings_hedge_type, hop->hedge));
  if (!isnan (hop->number)) {
    json_builder_set_member_name (json, "number");
    json_builder_add_double_value (json, hop->number);
  }
  if (!isnan (hop->number_high)) {
    json_builder_set_member_name (json, "number_high");
    json_builder_add_double_value (json, hop->number_high);
  }
  add_text (json, "unit", hop->unit);
  if (bearings_integer_is_set (hop->n)) {
    json_builder_set_member_name (json, "n");
    json_builder_add_int_value (json, hop->n);
  }
  add_text (json, "n_unit", hop->n_unit);
}

static void
add_step (JsonBuilder *json, const BearingsTraceStep *step)
{
  json_builder_begin_object (json);
  add_text (json, "kind", kind_nick (step->kind));
  add_text (json, "part", bearings_enum_nick (&bearings_hop_part_type, step->part));
  add_text (json, "title", step->title);
  add_text (json, "text", step->text);
  if (step->quotes->len > 0) {
    begin_list (json, "quotes");
    for (guint i = 0; i < step->quotes->len; i++)
      json_builder_add_string_value (json, step->quotes->pdata[i]);
    json_builder_end_array (json);
  }
  if (step->hop != NULL)
    add_hop (json, step->hop);
  if (step->evidence != NULL) {
    add_text (json, "type", bearings_evidence_get_record (step->evidence)->type->name);
    add_text (json, "record", bearings_evidence_get_id (step->evidence));
  }
  add_text (json, "source", step->source != NULL ? step->source->record.id : NULL);
  add_text (json, "url", step->url);
  add_text (json, "note", step->note);
  add_differences (json, step);
  json_builder_end_object (json);
}

static void
add_steps (JsonBuilder *json, const char *name, const GPtrArray *steps)
{
  begin_list (json, name);
  for (guint i = 0; i < steps->len; i++)
    add_step (json, steps->pdata[i]);
  json_builder_end_array (json);
}

char *
bearings_trace_to_json (const BearingsTrace *trace)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  add_text (json, "type", bearings_record_type (trace->kind)->name);
  add_text (json, "id", trace->id);
  json_builder_set_member_name (json, "origin_found");
  json_builder_add_boolean_value (json, trace->origin_found);
  json_builder_set_member_name (json, "n_differences");
  json_builder_add_int_value (json, trace->n_differences);
  add_steps (json, "steps", trace->steps);
  add_steps (json, "retellings", trace->retellings);
  add_steps (json, "beside", trace->beside);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}
