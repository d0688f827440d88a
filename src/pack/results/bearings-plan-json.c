/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as JSON, for programs. */

#include "bearings-plan-json.h"

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
add_real (BearingsJsonText *json, const char *key, double value)
{
  if (!isfinite (value))
    return;
  bearings_json_member (json, key);
  bearings_json_real (json, value);
}

static void
add_share (BearingsJsonText *json,
           const char *key,
           double share,
           double low,
           double high,
           gint64 n,
           const char *source)
{
  bearings_json_member (json, key);
  bearings_json_open (json, '{');
  add_real (json, "share", share);
  add_real (json, "low", low);
  add_real (json, "high", high);
  bearings_json_member (json, "n");
  bearings_json_integer (json, n);
  add_text (json, "source", source);
  bearings_json_close (json, '}');
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
  bearings_json_member (json, key);
  bearings_json_open (json, '{');
  add_real (json, "value", product.value);
  add_real (json, "low", product.low);
  add_real (json, "high", product.high);
  bearings_json_close (json, '}');
}

static void
add_row (BearingsJsonText *json, const BearingsPlan *plan, const BearingsPlanRow *row)
{
  const BearingsPlanSkill *skill = row->skill;
  const BearingsLevel *aim = bearings_plan_aim (plan, skill);

  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "skill", skill->skill->record.id);
  add_text (json, "name", skill->skill->name);
  add_real (json, "score", row->score);
  bearings_json_member (json, "inputs_known");
  bearings_json_integer (json, row->n_known);
  add_real (json, "first", row->first);
  add_real (json, "top_three", row->top_three);
  bearings_json_member (json, "strength");
  bearings_json_boolean (json, row->strength);
  if (skill->posting != NULL)
    add_share (json, "postings", skill->posting->share, skill->posting->low, skill->posting->high,
               skill->posting->n, skill->posting->source);
  if (skill->use != NULL)
    add_share (json, "use", skill->use->share, skill->use->low, skill->use->high, skill->use->n,
               skill->use->source);
  if (skill->result != NULL) {
    add_real (json, "theta", skill->result->theta);
    add_real (json, "se", skill->result->se);
    add_text (json, "level", skill->result->level != NULL ? skill->result->level->id : NULL);
    add_text (json, "aim", aim != NULL ? aim->id : NULL);
    add_real (json, "levels_missing", bearings_plan_levels_missing (plan, skill));
    add_real (json, "gap", bearings_plan_gap (plan, skill));
    add_product (json, "postings_gap", plan, skill, BEARINGS_PLAN_POSTINGS_GAP);
    add_product (json, "use_gap", plan, skill, BEARINGS_PLAN_USE_GAP);
  }
  add_real (json, "wish", skill->wish);
  add_text (json, "instrument", skill->instrument);
  bearings_json_close (json, '}');
}

char *
bearings_plan_to_json (const BearingsPlan *plan, const BearingsPlanOrder *order)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  add_text (&json, "role", plan->role->record.id);
  bearings_json_member (&json, "draws");
  bearings_json_integer (&json, BEARINGS_PLAN_DRAWS);
  add_real (&json, "survives", order->survives);
  bearings_json_member (&json, "skills");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < order->rows->len; i++)
    add_row (&json, plan, g_ptr_array_index (order->rows, i));
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  return g_string_free_and_steal (json.text);
}
