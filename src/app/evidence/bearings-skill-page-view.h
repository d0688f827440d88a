/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skill for career: how much it matters, and how we know. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SKILL_PAGE_VIEW (bearings_skill_page_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSkillPageView,
                      bearings_skill_page_view,
                      BEARINGS,
                      SKILL_PAGE_VIEW,
                      BearingsPage)

GtkWidget *bearings_skill_page_view_new (BearingsService *service,
                                         BearingsRecordKind career_kind,
                                         const char *career_id,
                                         const char *skill_id);
/* Id of the role the skill is asked for; NULL when it is asked for an occupation. */
const char *bearings_skill_page_view_get_role (BearingsSkillPageView *self);

G_END_DECLS
