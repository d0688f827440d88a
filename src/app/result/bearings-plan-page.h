/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to learn next for a role: its skills in an order the person weighs. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_PLAN_PAGE (bearings_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPlanPage, bearings_plan_page, BEARINGS, PLAN_PAGE, BearingsPage)

GtkWidget *bearings_plan_page_new (BearingsService *service, const char *role_id);
/* Saves the plan as it is weighed now; the form by the name of the file. */
void bearings_plan_page_save (BearingsPlanPage *self, GFile *file);

G_END_DECLS
