/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen (or a page of text) needs, in one immutable value. */
#pragma once

#include "bearings-answer.h"
#include "bearings-history.h"
#include "bearings-instrument.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/* A line of a long list or of search results. */
#define BEARINGS_TYPE_HIT (bearings_hit_get_type ())
G_DECLARE_FINAL_TYPE (BearingsHit, bearings_hit, BEARINGS, HIT, GObject)
/* @subtitle: the code, the kind, or the alternate title that matched; may be NULL. */
BearingsHit *
bearings_hit_new (BearingsRecordKind kind, const char *id, const char *title, const char *subtitle);
BearingsRecordKind bearings_hit_get_kind (BearingsHit *self);
const char *bearings_hit_get_id (BearingsHit *self);
const char *bearings_hit_get_title (BearingsHit *self);
const char *bearings_hit_get_subtitle (BearingsHit *self);

/* A skill of an occupation or role with all that is known of it there. */
typedef struct {
  BearingsSkill *skill;
  BearingsOccupationSkill *occupation; /* flags or ratings; NULL for a role's posting skill */
  BearingsPostingShare *posting;       /* NULL when no postings were counted */
} BearingsCareerSkill;

/* An occupation or a role as a career. Exactly one of @occupation and @role is the subject;
 * for a role, wages and outlook are those of each mapped occupation. */
typedef struct {
  BearingsRole *role;             /* NULL when the subject is an occupation */
  BearingsOccupation *occupation; /* the subject, or the role's first mapped occupation */
  GPtrArray *occupations;         /* BearingsOccupation: the subject alone, or all mapped ones */
  BearingsWorkDescription *work;  /* of @occupation; NULL when no pack describes it */
  GPtrArray *wages;               /* BearingsWage, one for each distinct SOC group */
  GPtrArray *projections;         /* BearingsProjection, likewise */
  GPtrArray *technologies;        /* BearingsCareerSkill: postings share first, then flags */
  GPtrArray *ratings;             /* BearingsCareerSkill: importance, highest first */
  GPtrArray *related;             /* BearingsHit */
  GPtrArray *roles;               /* BearingsHit: roles that map to the occupation */
  GPtrArray *register_entries;    /* BearingsRegisterEntry on pay or demand that are met there */
  GPtrArray *packs;               /* BearingsInstalledPack */
  GHashTable *sources;            /* id -> BearingsSource */
} BearingsCareer;
void bearings_career_free (BearingsCareer *career);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsCareer, bearings_career_free)
/* Title of the role or of the occupation. */
const char *bearings_career_title (const BearingsCareer *career);
/* What the work is, in two or three sentences; NULL when nothing installed says it. */
const char *bearings_career_summary (const BearingsCareer *career);

/* Skill for career: the question, its answer by channel, and all that stands behind it. */
typedef struct {
  gatomicrefcount ref_count;
  BearingsRole *role; /* NULL when asked of an occupation */
  BearingsOccupation *occupation;
  GPtrArray *occupations; /* BearingsOccupation */
  BearingsSkill *skill;
  GPtrArray *answers;  /* BearingsChannelAnswer, the seven channels in order */
  GPtrArray *evidence; /* BearingsEvidence: direct, adjacent, context; certainty falling */
  guint n_direct, n_adjacent, n_context;
  guint n_listed, n_lists;     /* occupations that list the tool, of those that list any */
  char *listing_source;        /* NULL when none lists it */
  GPtrArray *flags;            /* BearingsOccupationSkill of the mapped occupations */
  BearingsLadder *ladder;      /* or NULL */
  GPtrArray *readings;         /* BearingsReading, junior to senior */
  GPtrArray *pairings;         /* BearingsCareerSkill: skills in the same postings, by share */
  GPtrArray *definitions;      /* BearingsDefinition */
  GPtrArray *literatures;      /* BearingsLiterature */
  GPtrArray *register_entries; /* BearingsRegisterEntry whose claims stand on the page */
  GPtrArray *instruments;      /* BearingsInstrument for the skill, or for any skill */
  GPtrArray *references;       /* BearingsSource, each cited source once, in order of first use */
  GHashTable *sources;         /* id -> BearingsSource */
  GHashTable *claims;          /* id -> BearingsClaim: those that readings and literatures name */
} BearingsSkillPage;
BearingsSkillPage *bearings_skill_page_ref (BearingsSkillPage *page);
void bearings_skill_page_unref (BearingsSkillPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSkillPage, bearings_skill_page_unref)
/* "Python for Machine Learning Engineer: how much does it matter?" */
char *bearings_skill_page_question (const BearingsSkillPage *page);
/* "Listed for 132 of 923 occupations that have a list of tools."; NULL when none lists it. */
char *bearings_skill_page_listing_text (const BearingsSkillPage *page);
const char *bearings_skill_page_career_title (const BearingsSkillPage *page);

/* A claim with what surrounds it. */
typedef struct {
  BearingsClaim *claim;
  BearingsSource *source;
  BearingsStudy *study;        /* or NULL */
  GPtrArray *study_sources;    /* BearingsSource: other versions of the same study */
  GPtrArray *study_claims;     /* BearingsClaim: other claims of the same study */
  GPtrArray *replications;     /* BearingsClaim */
  GPtrArray *register_entries; /* BearingsRegisterEntry that name the claim */
  GPtrArray *literatures;      /* BearingsLiterature that name the claim */
  GHashTable *titles;          /* id of role, occupation or skill -> title, for directness rows */
  GHashTable *claims;          /* id -> BearingsClaim: those that the literatures name */
  GHashTable *sources;         /* id -> BearingsSource: likewise */
} BearingsClaimPage;
void bearings_claim_page_free (BearingsClaimPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsClaimPage, bearings_claim_page_free)

/* A register entry with the claims it touches. */
typedef struct {
  BearingsRegisterEntry *entry;
  GPtrArray *claims; /* BearingsClaim */
} BearingsRegisterPage;
void bearings_register_page_free (BearingsRegisterPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRegisterPage, bearings_register_page_free)

/* A source and where it is used. */
typedef struct {
  BearingsSource *source;
  GPtrArray *claims; /* BearingsClaim */
} BearingsSourcePage;
void bearings_source_page_free (BearingsSourcePage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSourcePage, bearings_source_page_free)

/* An installed pack. */
typedef struct {
  BearingsPackInfo *info;
  char *sha256;
  char *imported; /* ISO 8601, UTC */
  gint64 n_records;
  BearingsSignature signature;
} BearingsInstalledPack;
void bearings_installed_pack_free (BearingsInstalledPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsInstalledPack, bearings_installed_pack_free)

/* What an import did or would do. */
typedef struct {
  BearingsPackInfo *info;
  gint64 added, changed, removed, unchanged;
  gint64 kept;            /* stayed with a pack that declares to replace this one */
  gint64 number;          /* of the import in the history */
  char *replaced_version; /* of the pack before, or NULL */
  BearingsSignature signature;
} BearingsImportSummary;
void bearings_import_summary_free (BearingsImportSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsImportSummary, bearings_import_summary_free)

G_END_DECLS
