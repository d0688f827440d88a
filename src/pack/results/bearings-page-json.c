/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and lists as JSON, for programs. */

#include "bearings-page-json.h"

#include "bearings-pack-encode.h"
#include "bearings-sensitivity.h"

static void
add_records (BearingsJsonText *json, const char *name, const GPtrArray *records)
{
  bearings_json_text_list (json, name);
  for (guint i = 0; i < records->len; i++)
    bearings_pack_encode_record (json, NULL, records->pdata[i]);
  bearings_json_text_end (json);
}

char *
bearings_page_json_hits_to (const GPtrArray *hits)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < hits->len; i++) {
    BearingsHit *hit = hits->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "type",
                               bearings_record_type (bearings_hit_get_kind (hit))->name);
    bearings_json_text_string (&json, "id", bearings_hit_get_id (hit));
    bearings_json_text_string (&json, "title", bearings_hit_get_title (hit));
    bearings_json_text_string (&json, "subtitle", bearings_hit_get_subtitle (hit));
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

static void
add_figure (BearingsJsonText *json, const BearingsFigure *figure)
{
  bearings_json_text_object (json, "figure");
  bearings_json_text_string (json, "metric", figure->metric);
  bearings_json_text_real (json, "value", figure->value);
  bearings_json_text_enum (json, "missing", &bearings_missing_type, figure->missing);
  bearings_json_text_string (json, "missing_note", figure->missing_note);
  bearings_json_text_string (json, "unit", figure->unit);
  bearings_json_text_real (json, "low", figure->low);
  bearings_json_text_real (json, "high", figure->high);
  bearings_json_text_real (json, "level", figure->level);
  bearings_json_text_real (json, "se", figure->se);
  bearings_json_text_enum (json, "interval", &bearings_interval_type, figure->interval);
  bearings_json_text_integer (json, "count", figure->count);
  bearings_json_text_integer (json, "total", figure->total);
  bearings_json_text_string (json, "total_unit", figure->total_unit);
  bearings_json_text_string (json, "referent", figure->referent);
  bearings_json_text_end (json);
}

static void
add_evidence (BearingsJsonText *json, BearingsEvidence *evidence)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "type", bearings_evidence_get_record (evidence)->type->name);
  bearings_json_text_string (json, "id", bearings_evidence_get_id (evidence));
  bearings_json_text_string (json, "statement", bearings_evidence_get_statement (evidence));
  bearings_json_text_enum (json, "channel", &bearings_channel_type,
                           bearings_evidence_get_channel (evidence));
  bearings_json_text_enum (json, "directness", &bearings_directness_type,
                           bearings_evidence_get_directness (evidence));
  bearings_json_text_string (json, "directness_reason",
                             bearings_evidence_get_directness_reason (evidence));
  bearings_json_text_enum (json, "certainty", &bearings_certainty_type,
                           bearings_evidence_get_certainty (evidence));
  add_figure (json, bearings_evidence_get_figure (evidence));
  bearings_json_text_string (json, "source", bearings_evidence_get_source_id (evidence));
  bearings_json_text_end (json);
}

static const char *
state_nick (BearingsAnswerState state)
{
  static const char *const nicks[] = { "",         "direct",  "not-established", "mixed",
                                       "adjacent", "context", "no-evidence" };

  return nicks[state];
}

static void
add_sensitivities (BearingsJsonText *json, const BearingsSkillPage *page)
{
  static const char *const effects[] = { "none", "figure", "certainty", "state" };
  g_autoptr (GPtrArray) list = bearings_sensitivity_list (page, NULL);

  bearings_json_text_list (json, "without");
  for (guint i = 0; i < list->len; i++) {
    const BearingsSensitivity *sensitivity = list->pdata[i];
    const BearingsChannelAnswer *after = sensitivity->after;

    bearings_json_text_object (json, NULL);
    bearings_json_text_list (json, "evidence");
    for (guint j = 0; j < sensitivity->pieces->len; j++)
      bearings_json_text_string (json, NULL,
                                 bearings_evidence_get_id (sensitivity->pieces->pdata[j]));
    bearings_json_text_end (json);
    bearings_json_text_enum (json, "channel", &bearings_channel_type, after->channel);
    bearings_json_text_string (json, "effect", effects[sensitivity->effect]);
    bearings_json_text_string (json, "state", state_nick (after->state));
    bearings_json_text_enum (json, "certainty", &bearings_certainty_type, after->certainty);
    bearings_json_text_string (json, "best",
                               after->best != NULL ? bearings_evidence_get_id (after->best) : NULL);
    bearings_json_text_string (json, "sentence", sensitivity->sentence);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

char *
bearings_page_json_skill_to (const BearingsSkillPage *page)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "skill", page->skill->record.id);
  bearings_json_text_string (&json, "role", page->role != NULL ? page->role->record.id : NULL);
  bearings_json_text_list (&json, "occupations");
  for (guint i = 0; i < page->occupations->len; i++)
    bearings_json_text_string (&json, NULL, ((BearingsRecord *) page->occupations->pdata[i])->id);
  bearings_json_text_end (&json);
  bearings_json_text_integer (&json, "n_direct", page->n_direct);
  bearings_json_text_integer (&json, "n_adjacent", page->n_adjacent);
  bearings_json_text_integer (&json, "n_context", page->n_context);
  if (page->n_listed > 0) {
    bearings_json_text_integer (&json, "n_listed", page->n_listed);
    bearings_json_text_integer (&json, "n_lists", page->n_lists);
    bearings_json_text_string (&json, "listing_source", page->listing_source);
  }
  bearings_json_text_list (&json, "answers");
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *answer = page->answers->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_enum (&json, "channel", &bearings_channel_type, answer->channel);
    bearings_json_text_string (&json, "state", state_nick (answer->state));
    bearings_json_text_enum (&json, "certainty", &bearings_certainty_type, answer->certainty);
    bearings_json_text_string (
      &json, "best", answer->best != NULL ? bearings_evidence_get_id (answer->best) : NULL);
    if (answer->search != NULL) {
      bearings_json_text_string (&json, "search", answer->search->summary);
      bearings_json_text_string (&json, "searched", answer->search->searched);
      bearings_json_text_string (&json, "where", answer->search->where);
    }
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_list (&json, "evidence");
  for (guint i = 0; i < page->evidence->len; i++)
    add_evidence (&json, page->evidence->pdata[i]);
  bearings_json_text_end (&json);
  add_sensitivities (&json, page);
  add_records (&json, "readings", page->readings);
  add_records (&json, "references", page->references);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

static void
add_scales (BearingsJsonText *json, const BearingsResult *result)
{
  bearings_json_text_list (json, "scales");
  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = result->scales->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "id", scale->scale->id);
    bearings_json_text_integer (json, "n_items", scale->n_items);
    bearings_json_text_real (json, "theta", scale->theta);
    bearings_json_text_real (json, "se", scale->se);
    bearings_json_text_integer (json, "n_self", scale->n_self);
    bearings_json_text_real (json, "self_mean", scale->self_mean);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static const char *
display_nick (BearingsDisplay display)
{
  static const char *const nicks[] = { "", "level-only", "words", "percentile" };

  return nicks[display];
}

static void
add_placements (BearingsJsonText *json, const char *name, const GPtrArray *placements)
{
  bearings_json_text_list (json, name);
  for (guint i = 0; i < placements->len; i++) {
    const BearingsPlacement *placement = placements->pdata[i];
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "sample", placement->sample->record.id);
    bearings_json_text_string (json, "collected", placement->sample->collected);
    bearings_json_text_string (json, "measure", placement->table->measure);
    bearings_json_text_real (json, "value", placement->value);
    if (placement->sample->sample.missing != BEARINGS_MISSING_SUPPRESSED)
      bearings_json_text_integer (json, "n", placement->n);
    bearings_json_text_string (json, "display", display_nick (placement->display));
    if (placement->display == BEARINGS_DISPLAY_PERCENTILE) {
      bearings_json_text_integer (json, "low", placement->low);
      bearings_json_text_integer (json, "high", placement->high);
      bearings_json_text_integer (json, "percentile", placement->percentile);
    }
    if (placement->display != BEARINGS_DISPLAY_LEVEL_ONLY) {
      bearings_json_text_list (json, "above_quartile");
      for (guint j = 0; j < G_N_ELEMENTS (placement->above_quartile); j++)
        bearings_json_text_real (json, NULL, placement->above_quartile[j]);
      bearings_json_text_end (json);
    }
    bearings_json_text_string (json, "why", placement->why);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

char *
bearings_page_json_result_to (const BearingsResult *result)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "instrument", result->form->instrument->record.id);
  bearings_json_text_string (&json, "version", result->form->instrument->version);
  bearings_json_text_string (&json, "data_version", result->info->data_version);
  bearings_json_text_integer (&json, "n_keyed", result->n_keyed);
  bearings_json_text_integer (&json, "n_keyed_right", result->n_keyed_right);
  bearings_json_text_integer (&json, "n_rubric", result->n_rubric);
  bearings_json_text_integer (&json, "n_self", result->n_self);
  bearings_json_text_real (&json, "theta", result->theta);
  bearings_json_text_real (&json, "se", result->se);
  bearings_json_text_real (&json, "theta_low", result->theta_low);
  bearings_json_text_real (&json, "theta_high", result->theta_high);
  bearings_json_text_real (&json, "reliability", result->reliability);
  bearings_json_text_boolean (&json, "provisional", result->provisional);
  bearings_json_text_string (&json, "level", result->level != NULL ? result->level->id : NULL);
  bearings_json_text_list (&json, "levels");
  for (guint i = 0; i < result->level_chance->len; i++) {
    const BearingsLevel *level = result->form->instrument->levels->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "id", level->id);
    bearings_json_text_real (&json, "chance", g_array_index (result->level_chance, double, i));
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_string (&json, "display", display_nick (result->display));
  bearings_json_text_string (&json, "display_why", result->display_why);
  bearings_json_text_real (&json, "self_mean", result->self_mean);
  bearings_json_text_real (&json, "self_se", result->self_se);
  add_scales (&json, result);
  add_placements (&json, "groups", result->groups);
  add_placements (&json, "placements", result->placements);
  bearings_json_text_strings (&json, "remarks", result->checks);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

char *
bearings_page_json_problems_to (const GPtrArray *problems)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "severity",
                               problem->severity == BEARINGS_SEVERITY_ERROR ? "error" : "warning");
    bearings_json_text_string (&json, "file", problem->file);
    bearings_json_text_integer (&json, "line",
                                problem->line > 0 ? problem->line : BEARINGS_INTEGER_ABSENT);
    bearings_json_text_string (&json, "path", problem->path);
    bearings_json_text_string (&json, "code", problem->code);
    bearings_json_text_string (&json, "message", problem->message);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

char *
bearings_page_json_import_summary_to (const BearingsImportSummary *summary)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "pack", summary->info->id);
  bearings_json_text_string (&json, "version", summary->info->version);
  bearings_json_text_string (&json, "replaced_version", summary->replaced_version);
  bearings_json_text_integer (&json, "number", summary->number);
  bearings_json_text_enum (&json, "signature", &bearings_signature_state_type,
                           summary->signature.state);
  bearings_json_text_integer (&json, "added", summary->added);
  bearings_json_text_integer (&json, "changed", summary->changed);
  bearings_json_text_integer (&json, "removed", summary->removed);
  bearings_json_text_integer (&json, "unchanged", summary->unchanged);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

char *
bearings_page_json_preview_to (const BearingsPreview *preview)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "pack", preview->info->id);
  bearings_json_text_string (&json, "version", preview->info->version);
  bearings_json_text_string (&json, "installed", preview->installed);
  bearings_json_text_enum (&json, "signature", &bearings_signature_state_type,
                           preview->signature.state);
  bearings_json_text_string (&json, "key", preview->signature.key);
  bearings_json_text_integer (&json, "added", preview->n_added);
  bearings_json_text_integer (&json, "changed", preview->n_changed);
  bearings_json_text_integer (&json, "removed", preview->n_removed);
  bearings_json_text_integer (&json, "kept", preview->n_kept);
  bearings_json_text_integer (&json, "unchanged", preview->n_unchanged);
  bearings_json_text_integer (&json, "regraded", preview->n_regraded);
  bearings_json_text_integer (&json, "results_concerned", preview->n_results);
  bearings_json_text_list (&json, "records");
  for (guint i = 0; i < preview->entries->len; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];
    static const char *const changes[] = { NULL,      "none",       "added", "changed",
                                           "removed", "taken-over", "kept" };

    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "change", changes[entry->change]);
    bearings_json_text_string (&json, "type", bearings_record_type (entry->kind)->name);
    bearings_json_text_string (&json, "id", entry->id);
    bearings_json_text_string (&json, "title", entry->title);
    bearings_json_text_integer (&json, "line",
                                entry->line > 0 ? entry->line : BEARINGS_INTEGER_ABSENT);
    bearings_json_text_enum (&json, "certainty_before", &bearings_certainty_type,
                             entry->certainty_before);
    bearings_json_text_enum (&json, "certainty_after", &bearings_certainty_type,
                             entry->certainty_after);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_list (&json, "answers");
  for (guint i = 0; i < preview->answers->len; i++) {
    const BearingsAnswerChange *change = preview->answers->pdata[i];

    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "question", change->question);
    bearings_json_text_string (&json, "channel", change->channel);
    bearings_json_text_string (&json, "before", change->before);
    bearings_json_text_string (&json, "after", change->after);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
