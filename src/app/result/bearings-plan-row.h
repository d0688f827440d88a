/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill of a plan: its place, what stands behind it, and the person's wish. */
#pragma once

#include <adwaita.h>

#include "bearings-plan.h"

G_BEGIN_DECLS

/**
 * BearingsPlanRowWidget:
 *
 * Signal "wished": the person told how much they want to learn the skill; it stands in the plan.
 */
#define BEARINGS_TYPE_PLAN_ROW_WIDGET (bearings_plan_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPlanRowWidget,
                      bearings_plan_row_widget,
                      BEARINGS,
                      PLAN_ROW_WIDGET,
                      AdwExpanderRow)

/* @sources: id -> BearingsSource, of the shares; @skill stays the plan's. */
GtkWidget *
bearings_plan_row_widget_new (BearingsPlan *plan, BearingsPlanSkill *skill, GHashTable *sources);
const BearingsPlanSkill *bearings_plan_row_widget_get_skill (BearingsPlanRowWidget *self);
/* @place from 0. */
void bearings_plan_row_widget_set_place (BearingsPlanRowWidget *self,
                                         guint place,
                                         const BearingsPlanRow *row);
guint bearings_plan_row_widget_get_place (BearingsPlanRowWidget *self);

/* What the two ends of a slider mean. */
GtkWidget *bearings_plan_row_ends_new (const char *low, const char *high);

G_END_DECLS
