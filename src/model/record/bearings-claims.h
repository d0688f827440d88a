/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of the evidence base: sources, studies, claims, traces, the register. */
#pragma once

#include "bearings-figure.h"

G_BEGIN_DECLS

/* Bibliographic record with CSL-JSON's names where CSL has one. */
typedef struct {
  BearingsRecord record;
  char *csl_type;     /* "article-journal", "report", "dataset", "legislation", "webpage", ... */
  GPtrArray *authors; /* "Family, Given", or an institution */
  char *title;
  char *container; /* journal, site, series */
  char *publisher;
  char *volume, *issue, *pages;
  char *issued; /* date */
  char *doi;
  char *url;
  char *licence;
  char *attribution; /* the text the licence asks for */
  char *accessed;    /* date */
  int state;         /* BearingsSourceState */
  char *state_note;
  char *state_date;
  char *replaced_by;      /* source */
  GPtrArray *unconfirmed; /* names of fields left out because they could not be checked */
  char *note;
} BearingsSource;
BEARINGS_DECLARE_RECORD (BearingsSource)

/* The thing that was done; preprint, article and press page are sources of one study. */
typedef struct {
  BearingsRecord record;
  char *title;
  GPtrArray *sources;
  int design; /* BearingsDesign */
  int preregistered;
  int peer_reviewed;
  char *note;
} BearingsStudy;
BEARINGS_DECLARE_RECORD (BearingsStudy)

/* How near a claim is to a skill or a family of skills, to a role, an occupation or a group of
 * occupations, or to a pair of one of each; naming none of them it is true of every page. */
typedef struct {
  char *skill;
  char *family; /* skill family; never beside a skill */
  char *role;
  char *occupation;
  char *group; /* SOC code, zeros at its end for "any": "29-0000", "29-1140", "29-1141"; never
                  beside a role or an occupation */
  int level;   /* BearingsDirectness */
  char *reason;
} BearingsClaimDirectness;
extern const BearingsStructType bearings_claim_directness_type;

/* One step down in certainty, or two. */
typedef struct {
  int domain;   /* BearingsReason */
  gint64 steps; /* 1 or 2 */
  char *note;
} BearingsCertaintyReason;
extern const BearingsStructType bearings_certainty_reason_type;

/* Another study of the same question. */
typedef struct {
  int kind; /* BearingsReplicationKind */
  char *claim;
  char *url; /* where it is not a claim of ours */
  char *note;
} BearingsReplicationStudy;
extern const BearingsStructType bearings_replication_study_type;

typedef struct {
  gint64 count; /* absent: not searched */
  char *note;
  GPtrArray *claims;  /* of which nobody has said what they are to this one */
  GPtrArray *studies; /* BearingsReplicationStudy */
} BearingsReplication;
extern const BearingsStructType bearings_replication_type;

typedef struct {
  BearingsRecord record;
  char *statement;
  GPtrArray *quotes; /* exact short wordings of the source */
  int channel;       /* BearingsChannel */
  char *topic;
  BearingsFigure finding;
  GPtrArray *additional_findings; /* BearingsFigure */
  char *population;
  BearingsSampleSize sample;
  char *country;
  char *data_year;
  int design; /* BearingsDesign */
  char *study;
  char *source;
  int boundary; /* BearingsBoundary */
  char *boundary_note;
  int hedge;                    /* BearingsHedge */
  int direction;                /* BearingsDirection */
  GPtrArray *certainty_reasons; /* BearingsCertaintyReason */
  GPtrArray *directness;        /* BearingsClaimDirectness */
  BearingsReplication replication;
  int preregistered;
  int peer_reviewed;
  int underpowered;
  int single_study;
  char *limits;
  char *implication; /* what it means, and does not mean, for a job seeker */
  int confirmed;     /* BearingsConfirmed */
  GPtrArray *confirmed_by;
  char *checked; /* date the figures were last checked against the source */
  char *note;
} BearingsClaim;
BEARINGS_DECLARE_RECORD (BearingsClaim)

/* One hop from a sentence towards its primary source. Belongs to a claim or a register entry. */
typedef struct {
  BearingsRecord record;
  char *claim;
  char *register_entry;
  gint64 position; /* 1 is the oldest */
  char *who;
  char *year;
  int part;          /* BearingsHopPart */
  gint64 rests_on;   /* position of the hop it repeats; absent: the one before that repeats */
  char *wording;     /* our summary of what this hop says */
  GPtrArray *quotes; /* its exact words, short */
  int hedge;
  char *hedge_words;          /* of its own words, those that hedge */
  double number, number_high; /* the ends, when it gives a range */
  char *unit;
  gint64 n;
  char *n_unit;           /* of what */
  GPtrArray *about_years; /* years it speaks of, other than its own */
  GPtrArray *key_words;   /* of its own words, those its meaning hangs on, as far as a hop that
                             repeats it may change them */
  char *credits;          /* whom it names as its source */
  char *url;
  char *source;
  char *note;
} BearingsTraceHop;
BEARINGS_DECLARE_RECORD (BearingsTraceHop)

/* Where a popular claim is met: every field that is set must fit a page. */
typedef struct {
  char *skill;
  char *role;
  char *occupation;
  int channel; /* BearingsChannel */
  char *topic;
} BearingsMeetingPlace;
extern const BearingsStructType bearings_meeting_place_type;

typedef struct {
  BearingsRecord record;
  char *popular_wording;
  /* What the wording commits to, as of a hop. With a hedge on record all of it is: what is absent
   * is not in the wording. */
  int hedge;
  char *hedge_words;
  double number, number_high;
  char *unit;
  gint64 n;
  char *n_unit;
  GPtrArray *about_years;
  char *credits; /* whom the wording names as its source */
  int verdict;   /* BearingsVerdict */
  char *verdict_note;
  int primary_found;
  char *searched; /* date of the last search for an origin */
  char *where;    /* what was searched */
  GPtrArray *met; /* BearingsMeetingPlace */
  char *note;
  GPtrArray *related_claims;
} BearingsRegisterEntry;
BEARINGS_DECLARE_RECORD (BearingsRegisterEntry)

/* What was looked for, when, where, and that it was not found. */
typedef struct {
  BearingsRecord record;
  char *skill;
  char *role; /* absent: for any role */
  int channel;
  int outcome;    /* BearingsMissing: not-found or not-searched */
  char *searched; /* date */
  char *where;
  char *summary;
} BearingsEvidenceSearch;
BEARINGS_DECLARE_RECORD (BearingsEvidenceSearch)

/* A definition of a role, a skill or an outcome by a regulator, employers or scholars. */
typedef struct {
  BearingsRecord record;
  char *subject; /* what is defined, in words */
  char *role;
  char *skill;
  int boundary;
  char *text;
  char *source;
  char *date;
  char *note;
} BearingsDefinition;
BEARINGS_DECLARE_RECORD (BearingsDefinition)

/* A literature that runs parallel to this one and answers a neighbouring question. */
typedef struct {
  BearingsRecord record;
  char *title;
  char *field;
  char *summary;
  GPtrArray *sources;
  GPtrArray *claims;
} BearingsLiterature;
BEARINGS_DECLARE_RECORD (BearingsLiterature)

typedef struct {
  BearingsRecord record;
  char *term;
  char *meaning;
  GPtrArray *see_also; /* glossary terms */
  char *source;
} BearingsGlossaryTerm;
BEARINGS_DECLARE_RECORD (BearingsGlossaryTerm)

G_END_DECLS
