/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of the records of the world of work. */

#include "bearings-occupation.h"

#include <glib/gi18n-lib.h>

#include "bearings-record-tables.h"

static const char *const work_description_key[] = { "occupation", NULL };
static const char *const occupation_skill_key[] = { "occupation", "skill", NULL };
static const char *const wage_key[] = { "soc", "area", "period", NULL };
static const char *const projection_key[] = { "soc", "round", NULL };
static const char *const posting_share_key[] = { "role", "skill", "scope", "year", NULL };
static const char *const vacancy_share_key[] = { "occupation", "skill", "source", NULL };
static const char *const use_share_key[] = { "role", "skill", "source", "year", NULL };
static const char *const reading_key[] = { "role", "skill", "band", NULL };

static const BearingsField related_occupation_fields[] = {
  FIELD (BearingsRelatedOccupation, occupation, REF, MUST, TO (OCCUPATION)),
  FIELD (BearingsRelatedOccupation, tier, TEXT),
  FIELD (BearingsRelatedOccupation, position, INTEGER, RANGE (1, 1000)),
};
STRUCT_TYPE (BearingsRelatedOccupation, related_occupation, "related occupation")

static const BearingsField occupation_fields[] = {
  ID (BearingsOccupation),
  FIELD (BearingsOccupation, title, TEXT, MUST),
  FIELD (BearingsOccupation, soc, TEXT, MUST),
  FIELD (BearingsOccupation, alternate_titles, TEXTS),
  FIELD (BearingsOccupation, job_zone, INTEGER, RANGE (1, 5)),
  FIELD (BearingsOccupation, job_zone_basis, TEXT),
  FIELD (BearingsOccupation, related, STRUCTS, AS (related_occupation)),
  FIELD (BearingsOccupation, ratings_missing, ENUM, OF (missing)),
  FIELD (BearingsOccupation, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsOccupation, occupation, OCCUPATION, "occupation", NULL)

static const BearingsField work_description_fields[] = {
  FIELD (BearingsWorkDescription, occupation, REF, MUST, TO (OCCUPATION)),
  FIELD (BearingsWorkDescription, description, TEXT, MUST),
  FIELD (BearingsWorkDescription, activities, TEXTS),
  FIELD (BearingsWorkDescription, sources, REFS, MUST, TO (SOURCE)),
  FIELD (BearingsWorkDescription, note, TEXT),
};
RECORD_TYPE (BearingsWorkDescription,
             work_description,
             WORK_DESCRIPTION,
             "work-description",
             work_description_key)

static const BearingsField role_occupation_fields[] = {
  FIELD (BearingsRoleOccupation, occupation, REF, MUST, TO (OCCUPATION)),
  FIELD (BearingsRoleOccupation, note, TEXT),
};
STRUCT_TYPE (BearingsRoleOccupation, role_occupation, "role occupation")

static const BearingsField role_fields[] = {
  ID (BearingsRole),
  FIELD (BearingsRole, title, TEXT, MUST),
  FIELD (BearingsRole, alternate_titles, TEXTS),
  FIELD (BearingsRole, summary, TEXT),
  FIELD (BearingsRole, occupations, STRUCTS, MUST, AS (role_occupation)),
  FIELD (BearingsRole, source, REF, TO (SOURCE)),
  FIELD (BearingsRole, note, TEXT),
};
RECORD_TYPE (BearingsRole, role, ROLE, "role", NULL)

static const BearingsField skill_fields[] = {
  ID (BearingsSkill),
  FIELD (BearingsSkill, name, TEXT, MUST),
  FIELD (BearingsSkill, kind, ENUM, MUST, OF (skill_kind)),
  FIELD (BearingsSkill, category, TEXT),
  FIELD (BearingsSkill, aliases, TEXTS),
  FIELD (BearingsSkill, source, REF, TO (SOURCE)),
};
RECORD_TYPE (BearingsSkill, skill, SKILL, "skill", NULL)

static const BearingsField skill_family_fields[] = {
  ID (BearingsSkillFamily),
  FIELD (BearingsSkillFamily, name, TEXT, MUST),
  FIELD (BearingsSkillFamily, skills, REFS, TO (SKILL)),
  FIELD (BearingsSkillFamily, categories, TEXTS),
  FIELD (BearingsSkillFamily, note, TEXT),
};
RECORD_TYPE (BearingsSkillFamily, skill_family, SKILL_FAMILY, "skill-family", NULL)

static const BearingsField occupation_skill_fields[] = {
  FIELD (BearingsOccupationSkill, occupation, REF, MUST, TO (OCCUPATION)),
  FIELD (BearingsOccupationSkill, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsOccupationSkill, hot, BOOLEAN),
  FIELD (BearingsOccupationSkill, in_demand, BOOLEAN),
  FIELD (BearingsOccupationSkill, importance, STRUCT, AS (rating)),
  FIELD (BearingsOccupationSkill, level, STRUCT, AS (rating)),
  FIELD (BearingsOccupationSkill, date, DATE),
  FIELD (BearingsOccupationSkill, basis, TEXT),
  FIELD (BearingsOccupationSkill, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsOccupationSkill,
             occupation_skill,
             OCCUPATION_SKILL,
             "occupation-skill",
             occupation_skill_key)

static const BearingsField wage_fields[] = {
  FIELD (BearingsWage, soc, TEXT, MUST),
  FIELD (BearingsWage, title, TEXT),
  FIELD (BearingsWage, area, TEXT, MUST),
  FIELD (BearingsWage, period, DATE, MUST),
  FIELD (BearingsWage, employment, STRUCT, AS (amount)),
  FIELD (BearingsWage, employment_prse, REAL, RANGE (0, 1000)),
  FIELD (BearingsWage, mean, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, mean_prse, REAL, RANGE (0, 1000)),
  FIELD (BearingsWage, p10, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, p25, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, median, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, p75, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, p90, STRUCT, MUST, AS (amount)),
  FIELD (BearingsWage, unit, TEXT, MUST),
  FIELD (BearingsWage, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsWage, wage, WAGE, "wage", wage_key)

static const BearingsField projection_fields[] = {
  FIELD (BearingsProjection, soc, TEXT, MUST),
  FIELD (BearingsProjection, title, TEXT),
  FIELD (BearingsProjection, round, TEXT, MUST),
  FIELD (BearingsProjection, employment_base, REAL, RANGE (0, 1e9)),
  FIELD (BearingsProjection, employment_projected, REAL, RANGE (0, 1e9)),
  FIELD (BearingsProjection, change_percent, REAL, RANGE (-100, 10000)),
  FIELD (BearingsProjection, openings, STRUCT, AS (amount)),
  FIELD (BearingsProjection, education, TEXT),
  FIELD (BearingsProjection, experience, TEXT),
  FIELD (BearingsProjection, training, TEXT),
  FIELD (BearingsProjection, note, TEXT),
  FIELD (BearingsProjection, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsProjection, projection, PROJECTION, "projection", projection_key)

static const BearingsField posting_share_fields[] = {
  FIELD (BearingsPostingShare, role, REF, MUST, TO (ROLE)),
  FIELD (BearingsPostingShare, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsPostingShare, scope, TEXT, MUST),
  FIELD (BearingsPostingShare, year, TEXT, MUST),
  FIELD (BearingsPostingShare, k, INTEGER, MUST, RANGE (0, 1e12)),
  FIELD (BearingsPostingShare, n, INTEGER, MUST, RANGE (1, 1e12)),
  FIELD (BearingsPostingShare, n_postings, INTEGER, RANGE (1, 1e12)),
  FIELD (BearingsPostingShare, share, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsPostingShare, low, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsPostingShare, high, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsPostingShare, population, TEXT),
  FIELD (BearingsPostingShare, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsPostingShare, posting_share, POSTING_SHARE, "posting-share", posting_share_key)

static const BearingsField vacancy_share_fields[] = {
  FIELD (BearingsVacancyShare, occupation, REF, MUST, TO (OCCUPATION)),
  FIELD (BearingsVacancyShare, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsVacancyShare, year, TEXT, MUST),
  FIELD (BearingsVacancyShare, group, TEXT, MUST),
  FIELD (BearingsVacancyShare, words, TEXT, MUST),
  FIELD (BearingsVacancyShare, k, INTEGER, MUST, RANGE (0, 1e12)),
  FIELD (BearingsVacancyShare, n, INTEGER, MUST, RANGE (1, 1e12)),
  FIELD (BearingsVacancyShare, agencies, INTEGER, MUST, RANGE (1, 1e6)),
  FIELD (BearingsVacancyShare, share, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsVacancyShare, low, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsVacancyShare, high, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsVacancyShare, population, TEXT, MUST),
  FIELD (BearingsVacancyShare, note, TEXT),
  FIELD (BearingsVacancyShare, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsVacancyShare, vacancy_share, VACANCY_SHARE, "vacancy-share", vacancy_share_key)

static const BearingsField use_share_fields[] = {
  FIELD (BearingsUseShare, role, REF, MUST, TO (ROLE)),
  FIELD (BearingsUseShare, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsUseShare, year, TEXT, MUST),
  FIELD (BearingsUseShare, k, INTEGER, MUST, RANGE (0, 1e12)),
  FIELD (BearingsUseShare, n, INTEGER, MUST, RANGE (1, 1e12)),
  FIELD (BearingsUseShare, share, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsUseShare, low, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsUseShare, high, REAL, MUST, RANGE (0, 100)),
  FIELD (BearingsUseShare, population, TEXT, MUST),
  FIELD (BearingsUseShare, question, TEXT),
  FIELD (BearingsUseShare, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsUseShare, use_share, USE_SHARE, "use-share", use_share_key)

static const BearingsField ladder_step_fields[] = {
  FIELD (BearingsLadderStep, title, TEXT, MUST),
  FIELD (BearingsLadderStep, text, TEXT, MUST),
  FIELD (BearingsLadderStep, evidence, TEXT),
};
STRUCT_TYPE (BearingsLadderStep, ladder_step, "ladder step")

static const BearingsField ladder_fields[] = {
  ID (BearingsLadder),
  FIELD (BearingsLadder, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsLadder, role, REF, TO (ROLE)),
  FIELD (BearingsLadder, steps, STRUCTS, MUST, AS (ladder_step)),
  FIELD (BearingsLadder, basis, ENUM, MUST, OF (basis)),
  FIELD (BearingsLadder, claims, REFS, TO (CLAIM)),
  FIELD (BearingsLadder, note, TEXT),
};
RECORD_TYPE (BearingsLadder, ladder, LADDER, "ladder", NULL)

static const BearingsField reading_fields[] = {
  FIELD (BearingsReading, role, REF, MUST, TO (ROLE)),
  FIELD (BearingsReading, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsReading, band, ENUM, MUST, OF (band)),
  FIELD (BearingsReading, text, TEXT, MUST),
  FIELD (BearingsReading, basis, ENUM, MUST, OF (basis)),
  FIELD (BearingsReading, claims, REFS, TO (CLAIM)),
};
RECORD_TYPE (BearingsReading, reading, READING, "reading", reading_key)

char *
bearings_posting_share_referent (const BearingsPostingShare *share, const char *role_title)
{
  g_autofree char *postings = NULL;

  postings =
    g_strcmp0 (share->scope, "all") == 0
      /* Translators: role title, year. */
      ? g_strdup_printf (_ ("of %s postings that name any skill, %s"), role_title, share->year)
      /* Translators: role title, country code or place, year. */
      : g_strdup_printf (_ ("of %s postings (%s) that name any skill, %s"), role_title,
                         share->scope, share->year);
  if (share->population == NULL)
    return g_steal_pointer (&postings);
  /* Translators: of which postings, and what is particular about them. */
  return g_strdup_printf (_ ("%s; %s"), postings, share->population);
}
