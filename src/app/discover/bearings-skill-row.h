/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill in a career's list: its name, flags in words, share or rating with its interval. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-screens.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SKILL_ROW (bearings_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSkillRow, bearings_skill_row, BEARINGS, SKILL_ROW, GtkListBoxRow)

/* Activating the row opens the page of the skill for the career. @sources: id -> BearingsSource. */
GtkWidget *bearings_skill_row_new (const BearingsCareerSkill *skill,
                                   BearingsRecordKind career_kind,
                                   const char *career_id,
                                   const char *career_title,
                                   GHashTable *sources);

G_END_DECLS
