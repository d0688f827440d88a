/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan page says: pure functions of a plan and its order. */
#pragma once

#include "bearings-plan.h"

G_BEGIN_DECLS

/* How far the order holds, in words. */
char *bearings_plan_state_survival_text (const BearingsPlanOrder *order);
/* Where somebody stands in a skill: "Working; aiming for Advanced", "Not assessed yet". */
char *bearings_plan_state_standing_text (const BearingsPlan *plan, const BearingsPlanSkill *skill);
/* Titles of the levels of the first assessed skill, lowest first; NULL when there is none. */
GStrv bearings_plan_state_level_titles (const BearingsPlan *plan);

G_END_DECLS
