/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: which skills a text names. */
#pragma once

#include "bearings-occupation.h"

G_BEGIN_DECLS

/*
 * A skill is named by its name, by one of its aliases, by its name without a closing "software",
 * and by the abbreviation a name ends with ("Structured query language SQL"). Names are found as
 * whole words without regard to letter case; letters, digits, "+" and "#" make words, and a point
 * or a hyphen within one. An everyday word ("excel", "go", "spark"), and a name of one or two
 * letters, is a skill only when written with a capital letter, and not at the beginning of a
 * sentence. Of two names that overlap the longer counts. The work grows with the length of the
 * text.
 */
typedef struct _BearingsSkillCounter BearingsSkillCounter;

/* @skills: BearingsSkill; kept alive by the counter. A name or alias two skills have counts for
 * neither; a short form two skills have counts for the one listed first. */
BearingsSkillCounter *bearings_skill_counter_new (GPtrArray *skills);
void bearings_skill_counter_free (BearingsSkillCounter *counter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSkillCounter, bearings_skill_counter_free)

/* Adds the ids of the skills named to @found, a set that does not own them. */
void
bearings_skill_counter_find (BearingsSkillCounter *counter, const char *text, GHashTable *found);

G_END_DECLS
