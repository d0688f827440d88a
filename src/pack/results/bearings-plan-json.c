/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as JSON, for programs. */

#include "bearings-plan-json.h"

#include <math.h>

#include "bearings-json-text.h"

static void
add_share (BearingsJsonText *json,
           const char *key,
           double share,
           double low,
           double high,
           gint64 n,
           const char *source)
{
  bearings_json_text_object (json, key);
  bearings_json_text_real (json, "share", share);
  bearings_json_text_real (json, "low", low);
  bearings_json_text_real (json, "high", high);
  bearings_json_text_integer (json, "n", n);
  bearings_json_text_string (json, "source", source);
  bearings_json_text_end (json);
}

/* Importance by a channel times the own gap. */
static void
add_product (BearingsJsonText *json,
             const char *key,
             const BearingsPlan *plan,
             const BearingsPlanSkill *skill,
             BearingsPlanInput input)
{
  const BearingsPlanValue product = bearings_plan_value_with_error (plan, skill, input);

  if (isnan (product.value))
    return;
  bearings_json_text_object (json, key);
  bearings_json_text_real (json, "value", product.value);
  bearings_json_text_real (json, "low", product.low);
  bearings_json_text_real (json, "high", product.high);
  bearings_json_text_end (json);
}

static void
add_row (BearingsJsonText *json, const BearingsPlan *plan, const BearingsPlanRow *row)
{
  const BearingsPlanSkill *skill = row->skill;
  const BearingsLevel *aim = bearings_plan_aim (plan, skill);

  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "skill", skill->skill->record.id);
  bearings_json_text_string (json, "name", skill->skill->name);
  bearings_json_text_real (json, "score", row->score);
  bearings_json_text_integer (json, "inputs_known", row->n_known);
  bearings_json_text_real (json, "first", row->first);
  bearings_json_text_real (json, "top_three", row->top_three);
  bearings_json_text_boolean (json, "strength", row->strength);
  if (skill->posting != NULL)
    add_share (json, "postings", skill->posting->share, skill->posting->low, skill->posting->high,
               skill->posting->n, skill->posting->source);
  if (skill->use != NULL)
    add_share (json, "use", skill->use->share, skill->use->low, skill->use->high, skill->use->n,
               skill->use->source);
  if (skill->result != NULL) {
    bearings_json_text_real (json, "theta", skill->result->theta);
    bearings_json_text_real (json, "se", skill->result->se);
    bearings_json_text_string (json, "level",
                               skill->result->level != NULL ? skill->result->level->id : NULL);
    bearings_json_text_string (json, "aim", aim != NULL ? aim->id : NULL);
    bearings_json_text_real (json, "levels_missing", bearings_plan_levels_missing (plan, skill));
    bearings_json_text_real (json, "gap", bearings_plan_gap (plan, skill));
    add_product (json, "postings_gap", plan, skill, BEARINGS_PLAN_POSTINGS_GAP);
    add_product (json, "use_gap", plan, skill, BEARINGS_PLAN_USE_GAP);
  }
  bearings_json_text_real (json, "wish", skill->wish);
  bearings_json_text_string (json, "instrument", skill->instrument);
  bearings_json_text_end (json);
}

char *
bearings_plan_json_to (const BearingsPlan *plan, const BearingsPlanOrder *order)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "role", plan->role->record.id);
  bearings_json_text_integer (&json, "draws", BEARINGS_PLAN_DRAWS);
  bearings_json_text_real (&json, "survives", order->survives);
  bearings_json_text_list (&json, "skills");
  for (guint i = 0; i < order->rows->len; i++)
    add_row (&json, plan, g_ptr_array_index (order->rows, i));
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
