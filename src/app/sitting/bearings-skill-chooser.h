/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which skill a sitting is to be about: a word is typed, one of the skills found is chosen. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SKILL_CHOOSER (bearings_skill_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSkillChooser,
                      bearings_skill_chooser,
                      BEARINGS,
                      SKILL_CHOOSER,
                      AdwPreferencesGroup)

/* Emits "chosen" whenever the skill changes. */
void bearings_skill_chooser_set_service (BearingsSkillChooser *self, BearingsService *service);
void bearings_skill_chooser_set_skill (BearingsSkillChooser *self, const BearingsSkill *skill);
/* NULL while none is chosen. */
const char *bearings_skill_chooser_get_skill (BearingsSkillChooser *self);

G_END_DECLS
