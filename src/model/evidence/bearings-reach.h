/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages a claim reaches, and as what. */
#pragma once

#include "bearings-claims.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

/* What a page is about, as lines of directness name it. Nothing in it is owned. */
typedef struct {
  const char *skill;      /* NULL: of a career alone */
  GPtrArray *families;    /* (nullable): ids of the families the skill belongs to, char * */
  const char *role;       /* NULL on an occupation's page */
  GPtrArray *occupations; /* (nullable): ids of the occupation, or of those of the role, char * */
} BearingsReach;

/**
 * bearings_reach_choose:
 *
 * The line by which the claim reaches the page, or %NULL when it does not. Everything a line names
 * has to fit. Of several that do the most exact one speaks: first by the career (the role, then an
 * occupation of the page, then the smallest group), together with the skill (the skill, then a
 * family); what names nothing comes last. Equally exact ones: the nearest.
 */
const BearingsClaimDirectness *bearings_reach_choose (const BearingsClaim *claim,
                                                      const BearingsReach *page);

/* What a line names of a skill (skill or family) and of a career (role, occupation or group); NULL
 * when it names nothing there. */
const char *bearings_reach_skill_side (const BearingsClaimDirectness *line);
const char *bearings_reach_career_side (const BearingsClaimDirectness *line);

/* Whether the SOC code of a group, "29-0000" or "29-1140", covers an occupation, "29-1141.00". */
gboolean bearings_reach_covers (const char *group, const char *occupation);

/* The codes of all groups that cover an occupation, the smallest first; owned by the caller. */
GStrv bearings_reach_groups (const char *occupation);

/* Whether a skill belongs to a family: named in it, or of a category of it. */
gboolean bearings_reach_belongs (const BearingsSkillFamily *family, const BearingsSkill *skill);

G_END_DECLS
