/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages a claim reaches, and as what. */

#include "bearings-reach.h"

#include <string.h>

/* A pair is more exact than either of its halves, and a career more than a skill. */
enum {
  NOTHING_WEIGHT = 1,
  FAMILY_WEIGHT = 10,
  GROUP_WEIGHT = 15, /* to 19, by the size of the group */
  SKILL_WEIGHT = 20,
  OCCUPATION_WEIGHT = 30,
  ROLE_WEIGHT = 40,
};

/* A SOC code has six digits: "29-1141". */
#define SOC_LENGTH 7

/* Characters of the code before the zeros that stand for "any"; the major group has "29-". */
static gsize
significant_length (const char *group)
{
  gsize length = strlen (group);

  while (length > 3 && group[length - 1] == '0')
    length--;
  return length;
}

const char *
bearings_reach_skill_side (const BearingsClaimDirectness *line)
{
  return line->skill != NULL ? line->skill : line->family;
}

const char *
bearings_reach_career_side (const BearingsClaimDirectness *line)
{
  if (line->role != NULL)
    return line->role;
  return line->occupation != NULL ? line->occupation : line->group;
}

gboolean
bearings_reach_covers (const char *group, const char *occupation)
{
  return strncmp (group, occupation, significant_length (group)) == 0;
}

GStrv
bearings_reach_groups (const char *occupation)
{
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();
  g_autofree char *code = g_strndup (occupation, SOC_LENGTH);

  if (strlen (code) == SOC_LENGTH) {
    g_strv_builder_add (groups, code);
    for (gsize i = SOC_LENGTH; i-- > 3;) {
      if (code[i] == '0')
        continue;
      code[i] = '0';
      g_strv_builder_add (groups, code);
    }
  }
  return g_strv_builder_end (groups);
}

static gboolean
holds (GPtrArray *ids, const char *id)
{
  return ids != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* 0 when the line is of another skill. */
static int
weigh_skill (const BearingsClaimDirectness *line, const BearingsReach *page)
{
  if (line->skill != NULL)
    return g_strcmp0 (line->skill, page->skill) == 0 ? SKILL_WEIGHT : 0;
  if (line->family != NULL)
    return holds (page->families, line->family) ? FAMILY_WEIGHT : 0;
  return NOTHING_WEIGHT;
}

static int
weigh_career (const BearingsClaimDirectness *line, const BearingsReach *page)
{
  if (line->role != NULL && g_strcmp0 (line->role, page->role) != 0)
    return 0;
  if (line->occupation != NULL && !holds (page->occupations, line->occupation))
    return 0;
  if (line->role != NULL || line->occupation != NULL)
    return (line->role != NULL ? ROLE_WEIGHT : 0) +
           (line->occupation != NULL ? OCCUPATION_WEIGHT : 0);
  if (line->group == NULL)
    return NOTHING_WEIGHT;
  for (guint i = 0; page->occupations != NULL && i < page->occupations->len; i++)
    if (bearings_reach_covers (line->group, page->occupations->pdata[i]))
      return GROUP_WEIGHT + (int) significant_length (line->group) - 3;
  return 0;
}

const BearingsClaimDirectness *
bearings_reach_choose (const BearingsClaim *claim, const BearingsReach *page)
{
  const BearingsClaimDirectness *chosen = NULL;
  int chosen_weight = 0;

  for (guint i = 0; i < claim->directness->len; i++) {
    const BearingsClaimDirectness *line = claim->directness->pdata[i];
    int skill = weigh_skill (line, page);
    int career = weigh_career (line, page);
    int weight = skill + career;

    if (skill == 0 || career == 0)
      continue;
    if (weight > chosen_weight || (weight == chosen_weight && line->level < chosen->level)) {
      chosen = line;
      chosen_weight = weight;
    }
  }
  return chosen;
}

gboolean
bearings_reach_belongs (const BearingsSkillFamily *family, const BearingsSkill *skill)
{
  return holds (family->skills, skill->record.id) ||
         (skill->category != NULL && holds (family->categories, skill->category));
}
