/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and lists as JSON, for programs. */

#include "bearings-page-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "bearings-pack-writer.h"
#include "bearings-sensitivity.h"

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

static void
add_integer (JsonBuilder *json, const char *name, gint64 value)
{
  if (!bearings_integer_is_set (value))
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_real (JsonBuilder *json, const char *name, double value)
{
  if (!isfinite (value))
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

static void
add_boolean (JsonBuilder *json, const char *name, gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static void
begin_list (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static void
add_record (JsonBuilder *json, gconstpointer record)
{
  g_autofree char *text = bearings_pack_record_to_json (record);
  JsonNode *node = json_from_string (text, NULL);

  json_builder_add_value (json, node);
}

static void
add_records (JsonBuilder *json, const char *name, const GPtrArray *records)
{
  begin_list (json, name);
  for (guint i = 0; i < records->len; i++)
    add_record (json, records->pdata[i]);
  json_builder_end_array (json);
}

static char *
finish (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  return json_to_string (root, TRUE);
}

char *
bearings_hits_to_json (const GPtrArray *hits)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++) {
    BearingsHit *hit = hits->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "type", bearings_record_type (bearings_hit_get_kind (hit))->name);
    add_text (json, "id", bearings_hit_get_id (hit));
    add_text (json, "title", bearings_hit_get_title (hit));
    add_text (json, "subtitle", bearings_hit_get_subtitle (hit));
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  return finish (json);
}

static void
add_figure (JsonBuilder *json, const BearingsFigure *figure)
{
  json_builder_set_member_name (json, "figure");
  json_builder_begin_object (json);
  add_text (json, "metric", figure->metric);
  add_real (json, "value", figure->value);
  add_text (json, "missing", bearings_enum_nick (&bearings_missing_type, figure->missing));
  add_text (json, "missing_note", figure->missing_note);
  add_text (json, "unit", figure->unit);
  add_real (json, "low", figure->low);
  add_real (json, "high", figure->high);
  add_real (json, "level", figure->level);
  add_real (json, "se", figure->se);
  add_text (json, "interval", bearings_enum_nick (&bearings_interval_type, figure->interval));
  add_integer (json, "count", figure->count);
  add_integer (json, "total", figure->total);
  add_text (json, "total_unit", figure->total_unit);
  add_text (json, "referent", figure->referent);
  json_builder_end_object (json);
}

static void
add_evidence (JsonBuilder *json, BearingsEvidence *evidence)
{
  json_builder_begin_object (json);
  add_text (json, "type", bearings_evidence_get_record (evidence)->type->name);
  add_text (json, "id", bearings_evidence_get_id (evidence));
  add_text (json, "statement", bearings_evidence_get_statement (evidence));
  add_text (json, "channel",
            bearings_enum_nick (&bearings_channel_type, bearings_evidence_get_channel (evidence)));
  add_text (
    json, "directness",
    bearings_enum_nick (&bearings_directness_type, bearings_evidence_get_directness (evidence)));
  add_text (json, "directness_reason", bearings_evidence_get_directness_reason (evidence));
  add_text (
    json, "certainty",
    bearings_enum_nick (&bearings_certainty_type, bearings_evidence_get_certainty (evidence)));
  add_figure (json, bearings_evidence_get_figure (evidence));
  add_text (json, "source", bearings_evidence_get_source_id (evidence));
  json_builder_end_object (json);
}

static const char *
state_nick (BearingsAnswerState state)
{
  static const char *const nicks[] = { "",         "direct",  "not-established", "mixed",
                                       "adjacent", "context", "no-evidence" };

  return nicks[state];
}

static void
add_sensitivities (JsonBuilder *json, const BearingsSkillPage *page)
{
  static const char *const effects[] = { "none", "figure", "certainty", "state" };
  g_autoptr (GPtrArray) list = bearings_sensitivity_list (page, NULL);

  begin_list (json, "without");
  for (guint i = 0; i < list->len; i++) {
    const BearingsSensitivity *sensitivity = list->pdata[i];
    const BearingsChannelAnswer *after = sensitivity->after;

    json_builder_begin_object (json);
    begin_list (json, "evidence");
    for (guint j = 0; j < sensitivity->pieces->len; j++)
      json_builder_add_string_value (json,
                                     bearings_evidence_get_id (sensitivity->pieces->pdata[j]));
    json_builder_end_array (json);
    add_text (json, "channel", bearings_enum_nick (&bearings_channel_type, after->channel));
    add_text (json, "effect", effects[sensitivity->effect]);
    add_text (json, "state", state_nick (after->state));
    add_text (json, "certainty", bearings_enum_nick (&bearings_certainty_type, after->certainty));
    add_text (json, "best", after->best != NULL ? bearings_evidence_get_id (after->best) : NULL);
    add_text (json, "sentence", sensitivity->sentence);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

char *
bearings_skill_page_to_json (const BearingsSkillPage *page)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_text (json, "skill", page->skill->record.id);
  add_text (json, "role", page->role != NULL ? page->role->record.id : NULL);
  begin_list (json, "occupations");
  for (guint i = 0; i < page->occupations->len; i++)
    json_builder_add_string_value (json, ((BearingsRecord *) page->occupations->pdata[i])->id);
  json_builder_end_array (json);
  add_integer (json, "n_direct", page->n_direct);
  add_integer (json, "n_adjacent", page->n_adjacent);
  add_integer (json, "n_context", page->n_context);
  begin_list (json, "answers");
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *answer = page->answers->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "channel", bearings_enum_nick (&bearings_channel_type, answer->channel));
    add_text (json, "state", state_nick (answer->state));
    add_text (json, "certainty", bearings_enum_nick (&bearings_certainty_type, answer->certainty));
    add_text (json, "best", answer->best != NULL ? bearings_evidence_get_id (answer->best) : NULL);
    if (answer->search != NULL) {
      add_text (json, "search", answer->search->summary);
      add_text (json, "searched", answer->search->searched);
      add_text (json, "where", answer->search->where);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  begin_list (json, "evidence");
  for (guint i = 0; i < page->evidence->len; i++)
    add_evidence (json, page->evidence->pdata[i]);
  json_builder_end_array (json);
  add_sensitivities (json, page);
  add_records (json, "readings", page->readings);
  add_records (json, "references", page->references);
  json_builder_end_object (json);
  return finish (json);
}

static void
add_scales (JsonBuilder *json, const BearingsResult *result)
{
  begin_list (json, "scales");
  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = result->scales->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "id", scale->scale->id);
    add_integer (json, "n_items", scale->n_items);
    add_real (json, "theta", scale->theta);
    add_real (json, "se", scale->se);
    add_integer (json, "n_self", scale->n_self);
    add_real (json, "self_mean", scale->self_mean);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static const char *
display_nick (BearingsDisplay display)
{
  static const char *const nicks[] = { "", "level-only", "words", "percentile" };

  return nicks[display];
}

static void
add_placements (JsonBuilder *json, const char *name, const GPtrArray *placements)
{
  begin_list (json, name);
  for (guint i = 0; i < placements->len; i++) {
    const BearingsPlacement *placement = placements->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "sample", placement->sample->record.id);
    add_text (json, "collected", placement->sample->collected);
    add_text (json, "measure", placement->table->measure);
    add_real (json, "value", placement->value);
    if (placement->sample->sample.missing != BEARINGS_MISSING_SUPPRESSED)
      add_integer (json, "n", placement->n);
    add_text (json, "display", display_nick (placement->display));
    if (placement->display == BEARINGS_DISPLAY_PERCENTILE) {
      add_integer (json, "low", placement->low);
      add_integer (json, "high", placement->high);
      add_integer (json, "percentile", placement->percentile);
    }
    if (placement->display != BEARINGS_DISPLAY_LEVEL_ONLY) {
      begin_list (json, "above_quartile");
      for (guint j = 0; j < G_N_ELEMENTS (placement->above_quartile); j++)
        json_builder_add_double_value (json, placement->above_quartile[j]);
      json_builder_end_array (json);
    }
    add_text (json, "why", placement->why);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

char *
bearings_result_to_json (const BearingsResult *result)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_text (json, "instrument", result->form->instrument->record.id);
  add_text (json, "version", result->form->instrument->version);
  add_text (json, "data_version", result->session->data_version);
  add_integer (json, "n_keyed", result->n_keyed);
  add_integer (json, "n_keyed_right", result->n_keyed_right);
  add_integer (json, "n_rubric", result->n_rubric);
  add_integer (json, "n_self", result->n_self);
  add_real (json, "theta", result->theta);
  add_real (json, "se", result->se);
  add_real (json, "theta_low", result->theta_low);
  add_real (json, "theta_high", result->theta_high);
  add_real (json, "reliability", result->reliability);
  add_boolean (json, "provisional", result->provisional);
  add_text (json, "level", result->level != NULL ? result->level->id : NULL);
  begin_list (json, "levels");
  for (guint i = 0; i < result->level_chance->len; i++) {
    const BearingsLevel *level = result->form->instrument->levels->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "id", level->id);
    add_real (json, "chance", g_array_index (result->level_chance, double, i));
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  add_text (json, "display", display_nick (result->display));
  add_text (json, "display_why", result->display_why);
  add_real (json, "self_mean", result->self_mean);
  add_real (json, "self_se", result->self_se);
  add_scales (json, result);
  add_placements (json, "groups", result->groups);
  add_placements (json, "placements", result->placements);
  begin_list (json, "remarks");
  for (guint i = 0; i < result->checks->len; i++)
    json_builder_add_string_value (json, result->checks->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return finish (json);
}

char *
bearings_problems_to_json (const GPtrArray *problems)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "severity", problem->severity == BEARINGS_SEVERITY_ERROR ? "error" : "warning");
    add_text (json, "file", problem->file);
    add_integer (json, "line", problem->line > 0 ? problem->line : BEARINGS_INTEGER_ABSENT);
    add_text (json, "path", problem->path);
    add_text (json, "code", problem->code);
    add_text (json, "message", problem->message);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  return finish (json);
}

char *
bearings_import_summary_to_json (const BearingsImportSummary *summary)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_text (json, "pack", summary->info->id);
  add_text (json, "version", summary->info->version);
  add_text (json, "replaced_version", summary->replaced_version);
  add_integer (json, "number", summary->number);
  add_text (json, "signature",
            bearings_enum_nick (&bearings_signature_state_type, summary->signature.state));
  add_integer (json, "added", summary->added);
  add_integer (json, "changed", summary->changed);
  add_integer (json, "removed", summary->removed);
  add_integer (json, "unchanged", summary->unchanged);
  json_builder_end_object (json);
  return finish (json);
}

char *
bearings_preview_to_json (const BearingsPreview *preview)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_text (json, "pack", preview->info->id);
  add_text (json, "version", preview->info->version);
  add_text (json, "installed", preview->installed);
  add_text (json, "signature",
            bearings_enum_nick (&bearings_signature_state_type, preview->signature.state));
  add_text (json, "key", preview->signature.key);
  add_integer (json, "added", preview->n_added);
  add_integer (json, "changed", preview->n_changed);
  add_integer (json, "removed", preview->n_removed);
  add_integer (json, "kept", preview->n_kept);
  add_integer (json, "unchanged", preview->n_unchanged);
  add_integer (json, "regraded", preview->n_regraded);
  add_integer (json, "results_concerned", preview->n_results);
  json_builder_set_member_name (json, "records");
  json_builder_begin_array (json);
  for (guint i = 0; i < preview->entries->len; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];
    static const char *const changes[] = { NULL,      "none",       "added", "changed",
                                           "removed", "taken-over", "kept" };

    json_builder_begin_object (json);
    add_text (json, "change", changes[entry->change]);
    add_text (json, "type", bearings_record_type (entry->kind)->name);
    add_text (json, "id", entry->id);
    add_text (json, "title", entry->title);
    add_integer (json, "line", entry->line > 0 ? entry->line : BEARINGS_INTEGER_ABSENT);
    add_text (json, "certainty_before",
              bearings_enum_nick (&bearings_certainty_type, entry->certainty_before));
    add_text (json, "certainty_after",
              bearings_enum_nick (&bearings_certainty_type, entry->certainty_after));
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "answers");
  json_builder_begin_array (json);
  for (guint i = 0; i < preview->answers->len; i++) {
    const BearingsAnswerChange *change = preview->answers->pdata[i];

    json_builder_begin_object (json);
    add_text (json, "question", change->question);
    add_text (json, "channel", change->channel);
    add_text (json, "before", change->before);
    add_text (json, "after", change->after);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return finish (json);
}
