/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan page says. */

#include "bearings-plan-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
bearings_plan_state_survival_text (const BearingsPlanOrder *order)
{
  const BearingsPlanRow *first = order->rows->len > 0 ? order->rows->pdata[0] : NULL;
  const char *name;

  if (first == NULL || isnan (first->score))
    return g_strdup (_ ("Nothing weighs, so there is no order. Give at least one input a weight."));
  if (first->strength)
    return g_strdup (
      _ ("The level you aim for is reached in every skill that is known. Aim higher, "
         "or assess another skill."));
  name = first->skill->skill->name;
  if (order->survives >= 0.95)
    /* Translators: name of a skill. */
    return g_strdup_printf (_ ("%s comes first, and the order of the first three holds against the "
                               "errors of all inputs."),
                            name);
  if (first->first >= 0.95)
    return g_strdup_printf (_ ("%s comes first, and stays there against the errors of all inputs. "
                               "What follows is close, and could change places."),
                            name);
  if (first->first >= 0.66)
    return g_strdup_printf (_ ("%s likely comes first; with the errors of the inputs another skill "
                               "could."),
                            name);
  return g_strdup_printf (_ ("%s comes first by a little; the errors of the inputs are larger than "
                             "the difference. Choose by what you want."),
                          name);
}

char *
bearings_plan_state_standing_text (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  const BearingsLevel *aim = bearings_plan_aim (plan, skill);

  if (skill->result == NULL || skill->result->level == NULL)
    return g_strdup (skill->instrument != NULL ? _ ("Not assessed yet")
                                               : _ ("No assessment of its own"));
  if (bearings_plan_levels_missing (plan, skill) > 0)
    /* Translators: own level, level aimed for. */
    return g_strdup_printf (_ ("%s; aiming for %s"), skill->result->level->title, aim->title);
  /* Translators: own level. */
  return g_strdup_printf (_ ("%s; what you aim for is reached"), skill->result->level->title);
}

GStrv
bearings_plan_state_level_titles (const BearingsPlan *plan)
{
  for (guint i = 0; i < plan->skills->len; i++) {
    const BearingsPlanSkill *skill = g_ptr_array_index (plan->skills, i);
    g_autoptr (GStrvBuilder) titles = NULL;

    if (skill->result == NULL)
      continue;
    titles = g_strv_builder_new ();
    for (guint j = 0; j < skill->result->form->instrument->levels->len; j++)
      g_strv_builder_add (
        titles, ((BearingsLevel *) skill->result->form->instrument->levels->pdata[j])->title);
    return g_strv_builder_end (titles);
  }
  return NULL;
}
