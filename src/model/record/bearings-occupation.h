/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of the world of work: occupations, roles, skills, pay, outlook, shares. */
#pragma once

#include "bearings-figure.h"

G_BEGIN_DECLS

typedef struct {
  char *occupation;
  char *tier; /* the publisher's word: "Primary-Short", "Primary-Long", "Supplemental" */
  gint64 position;
} BearingsRelatedOccupation;
extern const BearingsStructType bearings_related_occupation_type;

/* id: O*NET-SOC code, "15-2051.00". */
typedef struct {
  BearingsRecord record;
  char *title;
  char *soc; /* six-digit SOC code that wages and projections are published for */
  GPtrArray *alternate_titles;
  gint64 job_zone; /* 1-5 */
  char *job_zone_basis;
  GPtrArray *related;  /* BearingsRelatedOccupation */
  int ratings_missing; /* BearingsMissing: set when the release rates no skill of it */
  char *source;
} BearingsOccupation;
BEARINGS_DECLARE_RECORD (BearingsOccupation)

/* What the work is, in plain words of our own; a record apart, so that a centre can write its own.
 */
typedef struct {
  BearingsRecord record; /* key: occupation */
  char *occupation;
  char *description;     /* two or three sentences */
  GPtrArray *activities; /* char *: what people typically do, "Give medicines" */
  GPtrArray *sources;    /* char *, ids: where the facts are from */
  char *note;
} BearingsWorkDescription;
BEARINGS_DECLARE_RECORD (BearingsWorkDescription)

typedef struct {
  char *occupation;
  char *note; /* why the role maps there */
} BearingsRoleOccupation;
extern const BearingsStructType bearings_role_occupation_type;

/* A job title people use, mapped to one or more occupations. */
typedef struct {
  BearingsRecord record;
  char *title;
  GPtrArray *alternate_titles;
  char *summary;
  GPtrArray *occupations; /* BearingsRoleOccupation */
  char *source;           /* of the crosswalk */
  char *note;
} BearingsRole;
BEARINGS_DECLARE_RECORD (BearingsRole)

/* id: "python", or the element id "2.A.1.a". */
typedef struct {
  BearingsRecord record;
  char *name;
  int kind; /* BearingsSkillKind */
  char *category;
  GPtrArray *aliases;
  char *source;
} BearingsSkill;
BEARINGS_DECLARE_RECORD (BearingsSkill)

/* Skills that a finding on skills of one kind is about: programming, office, care. */
typedef struct {
  BearingsRecord record;
  char *name;
  GPtrArray *skills;     /* skills */
  GPtrArray *categories; /* every skill of these categories belongs too */
  char *note;
} BearingsSkillFamily;
BEARINGS_DECLARE_RECORD (BearingsSkillFamily)

/* What the occupation database says of a skill in an occupation: flags, or ratings, never both. */
typedef struct {
  BearingsRecord record; /* key: occupation, skill */
  char *occupation;
  char *skill;
  int hot;                   /* flag, yes or no; technology skills only */
  int in_demand;             /* flag, yes or no; technology skills only */
  BearingsRating importance; /* 1-5 */
  BearingsRating level;      /* 0-7 */
  char *date;
  char *basis; /* who rated: "Incumbent", "Occupational Expert", "Analyst" */
  char *source;
} BearingsOccupationSkill;
BEARINGS_DECLARE_RECORD (BearingsOccupationSkill)

typedef struct {
  BearingsRecord record; /* key: soc, area, period */
  char *soc;
  char *title;  /* the publisher's title of the SOC group */
  char *area;   /* "US" */
  char *period; /* "2025-05" */
  BearingsAmount employment;
  double employment_prse; /* relative standard error, percent */
  BearingsAmount mean;
  double mean_prse;
  BearingsAmount p10, p25, median, p75, p90;
  char *unit; /* "USD per year" or "USD per hour" */
  char *source;
} BearingsWage;
BEARINGS_DECLARE_RECORD (BearingsWage)

typedef struct {
  BearingsRecord record; /* key: soc, round */
  char *soc;
  char *title;
  char *round;                 /* "2024-34" */
  double employment_base;      /* thousands */
  double employment_projected; /* thousands */
  double change_percent;
  BearingsAmount openings; /* thousands a year, mean over the decade */
  char *education;
  char *experience;
  char *training;
  char *note;
  char *source;
} BearingsProjection;
BEARINGS_DECLARE_RECORD (BearingsProjection)

/* Share of postings for a role that name a skill. */
typedef struct {
  BearingsRecord record; /* key: role, skill, scope, year */
  char *role;
  char *skill;
  char *scope; /* "all", a country code, or the place of a centre's own postings */
  char *year;
  gint64 k;                /* postings that name the skill */
  gint64 n;                /* postings that name any recognised skill */
  gint64 n_postings;       /* postings of the role */
  double share, low, high; /* percent, Wilson 95 % */
  char *population;        /* which postings: "only postings that state pay" */
  char *source;
} BearingsPostingShare;
BEARINGS_DECLARE_RECORD (BearingsPostingShare)

/* Of whom the share is: "of Data Scientist postings that name any skill, 2023 (only ...)". */
char *bearings_posting_share_referent (const BearingsPostingShare *share, const char *role_title);

/* Share of the vacancies of one employer, or a few, that name a skill: "named in", which is not
 * "required". */
typedef struct {
  BearingsRecord record; /* key: occupation, skill, source */
  char *occupation;
  char *skill;
  char *year;
  char *group;             /* the vacancies that were counted, by the counter's own name */
  char *words;             /* what was looked for in them */
  gint64 k;                /* texts that name it */
  gint64 n;                /* texts that differ */
  gint64 agencies;         /* employers or parts of an employer they come from */
  double share, low, high; /* percent, Wilson 95 % */
  char *population;
  char *note; /* how the group was mapped to the occupation */
  char *source;
} BearingsVacancyShare;
BEARINGS_DECLARE_RECORD (BearingsVacancyShare)

/* Share of people in a role who use a skill. */
typedef struct {
  BearingsRecord record; /* key: role, skill, source, year */
  char *role;
  char *skill;
  char *year;
  gint64 k;
  gint64 n;
  double share, low, high; /* percent, Wilson 95 % */
  char *population;
  char *question; /* what was asked, in our words */
  char *source;
} BearingsUseShare;
BEARINGS_DECLARE_RECORD (BearingsUseShare)

typedef struct {
  char *title;
  char *text;
  char *evidence; /* what would show it */
} BearingsLadderStep;
extern const BearingsStructType bearings_ladder_step_type;

/* From beginner to expert in a skill. */
typedef struct {
  BearingsRecord record;
  char *skill;
  char *role;       /* absent: for any role */
  GPtrArray *steps; /* BearingsLadderStep, lowest first */
  int basis;        /* BearingsBasis */
  GPtrArray *claims;
  char *note;
} BearingsLadder;
BEARINGS_DECLARE_RECORD (BearingsLadder)

/* How the evidence reads for a career band. */
typedef struct {
  BearingsRecord record; /* key: role, skill, band */
  char *role;
  char *skill;
  int band; /* BearingsBand */
  char *text;
  int basis;
  GPtrArray *claims;
} BearingsReading;
BEARINGS_DECLARE_RECORD (BearingsReading)

G_END_DECLS
