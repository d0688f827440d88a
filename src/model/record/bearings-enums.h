/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed vocabularies of the evidence base. 0 always means "not set". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BearingsEnumType:
 * @name: name of the vocabulary, for messages
 * @values: the nick of each value, from value 1 on, %NULL-terminated
 *
 * Nicks are what packs and databases hold; the C values may move, nicks never do.
 */
typedef struct {
  const char *name;
  const char *const *values;
} BearingsEnumType;

/* Nick of a value, or NULL for 0 and for values out of range. */
const char *bearings_enums_nick (const BearingsEnumType *type, int value);
/* Value of a nick, or 0 when the vocabulary does not have it. */
int bearings_enums_value (const BearingsEnumType *type, const char *nick);
/* All nicks joined by ", ", for messages. */
char *bearings_enums_list (const BearingsEnumType *type);

/* Why a figure has no value. */
typedef enum {
  BEARINGS_MISSING_NOT_STATED = 1, /* the source does not state it */
  BEARINGS_MISSING_NOT_PUBLISHED,  /* measured, but not published */
  BEARINGS_MISSING_SUPPRESSED,     /* published with a recommendation not to use it */
  BEARINGS_MISSING_TOP_CODED,      /* known only to be at or above a limit */
  BEARINGS_MISSING_NOT_AVAILABLE,  /* marked "not available" by the source */
  BEARINGS_MISSING_NOT_APPLICABLE, /* the question does not arise */
  BEARINGS_MISSING_NOT_FOUND,      /* looked for, and no evidence found */
  BEARINGS_MISSING_NOT_SEARCHED,   /* nobody has looked yet */
  BEARINGS_MISSING_UNCONFIRMED,    /* known only from memory */
  BEARINGS_MISSING_QUALITATIVE,    /* the finding is stated in words, not as a number */
} BearingsMissing;
extern const BearingsEnumType bearings_missing_type;

/* How an interval was made, or why there is none. */
typedef enum {
  BEARINGS_INTERVAL_SOURCE = 1,    /* stated by the source */
  BEARINGS_INTERVAL_WILSON,        /* Wilson score interval computed from k and n */
  BEARINGS_INTERVAL_BOOTSTRAP,     /* computed by resampling */
  BEARINGS_INTERVAL_FROM_SE,       /* computed from a published standard error */
  BEARINGS_INTERVAL_NOT_STATED,    /* none: the copy read states none */
  BEARINGS_INTERVAL_NOT_PUBLISHED, /* none: the publisher gives no error for this kind of figure */
  BEARINGS_INTERVAL_NOT_SAMPLED,   /* none: a count, a legal text or a definition */
  BEARINGS_INTERVAL_EXPECTATION,   /* none: a projection or an expectation, not a measurement */
} BearingsInterval;
extern const BearingsEnumType bearings_interval_type;

/* How exactly the source words a number. */
typedef enum {
  BEARINGS_QUALIFIER_EXACT = 1,
  BEARINGS_QUALIFIER_ABOUT,
  BEARINGS_QUALIFIER_NEARLY,
  BEARINGS_QUALIFIER_MORE_THAN,
  BEARINGS_QUALIFIER_LESS_THAN,
  BEARINGS_QUALIFIER_AT_LEAST,
  BEARINGS_QUALIFIER_AT_MOST,
} BearingsQualifier;
extern const BearingsEnumType bearings_qualifier_type;

/* Which question a claim speaks to. The first seven are shown as channels of a skill page. */
typedef enum {
  BEARINGS_CHANNEL_POSTING_LANGUAGE = 1,
  BEARINGS_CHANNEL_USE_AT_WORK,
  BEARINGS_CHANNEL_CALLBACKS,
  BEARINGS_CHANNEL_PAY,
  BEARINGS_CHANNEL_DEMAND,
  BEARINGS_CHANNEL_TIME_TO_PROFICIENCY,
  BEARINGS_CHANNEL_AI_CHANGE,
  BEARINGS_CHANNEL_ASSESSMENT, /* validity of assessment and self-assessment */
  BEARINGS_CHANNEL_REGULATION, /* law and guidance */
  BEARINGS_CHANNEL_GUIDANCE,   /* help with choosing and finding work */
} BearingsChannel;
#define BEARINGS_CHANNEL_PAGE_LAST BEARINGS_CHANNEL_AI_CHANGE
extern const BearingsEnumType bearings_channel_type;

typedef enum {
  BEARINGS_DIRECTNESS_DIRECT = 1,
  BEARINGS_DIRECTNESS_ADJACENT,
  BEARINGS_DIRECTNESS_CONTEXT,
} BearingsDirectness;
extern const BearingsEnumType bearings_directness_type;

/* Whose definition of the role, the skill or the outcome a claim uses. */
typedef enum {
  BEARINGS_BOUNDARY_REGULATORY = 1,
  BEARINGS_BOUNDARY_EMPLOYER,
  BEARINGS_BOUNDARY_ACADEMIC,
} BearingsBoundary;
extern const BearingsEnumType bearings_boundary_type;

typedef enum {
  BEARINGS_DESIGN_RCT = 1,
  BEARINGS_DESIGN_AUDIT, /* randomised applications sent to real employers */
  BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED,
  BEARINGS_DESIGN_META_ANALYSIS_OBSERVATIONAL,
  BEARINGS_DESIGN_OBSERVATIONAL,
  BEARINGS_DESIGN_SURVEY,
  BEARINGS_DESIGN_POSTINGS_COUNT,
  BEARINGS_DESIGN_ADMINISTRATIVE,
  BEARINGS_DESIGN_EMPLOYER_REPORT,
  BEARINGS_DESIGN_FORECAST,
  BEARINGS_DESIGN_SIMULATION,
  BEARINGS_DESIGN_LEGAL_TEXT,
} BearingsDesign;
extern const BearingsEnumType bearings_design_type;

/* Ordered: a higher value is more certain. */
typedef enum {
  BEARINGS_CERTAINTY_VERY_LOW = 1,
  BEARINGS_CERTAINTY_LOW,
  BEARINGS_CERTAINTY_MODERATE,
  BEARINGS_CERTAINTY_HIGH,
} BearingsCertainty;
extern const BearingsEnumType bearings_certainty_type;

/* Why certainty goes down. */
typedef enum {
  BEARINGS_REASON_RISK_OF_BIAS = 1,
  BEARINGS_REASON_INCONSISTENCY,
  BEARINGS_REASON_INDIRECTNESS,
  BEARINGS_REASON_IMPRECISION,
  BEARINGS_REASON_PUBLICATION_BIAS,
} BearingsReason;
extern const BearingsEnumType bearings_reason_type;

/* How strongly the source itself commits to its sentence; ordered, weakest first. */
typedef enum {
  BEARINGS_HEDGE_POSSIBLE = 1, /* could, may */
  BEARINGS_HEDGE_EXPECTED,     /* somebody expects or projects */
  BEARINGS_HEDGE_SUGGESTED,    /* suggests, is associated with */
  BEARINGS_HEDGE_ESTIMATED,    /* estimated with a stated method */
  BEARINGS_HEDGE_STATED,       /* stated flatly: a count, a text of law */
} BearingsHedge;
extern const BearingsEnumType bearings_hedge_type;

/* Which way a finding points for somebody who has the skill. */
typedef enum {
  BEARINGS_DIRECTION_FAVOURS = 1,
  BEARINGS_DIRECTION_NO_DIFFERENCE,
  BEARINGS_DIRECTION_AGAINST,
  BEARINGS_DIRECTION_NOT_ESTABLISHED, /* the interval holds both signs */
  BEARINGS_DIRECTION_NONE,            /* the finding has no direction for a person */
} BearingsDirection;
extern const BearingsEnumType bearings_direction_type;

typedef enum {
  BEARINGS_SOURCE_CURRENT = 1,
  BEARINGS_SOURCE_CORRECTED,
  BEARINGS_SOURCE_SUPERSEDED, /* a newer round exists */
  BEARINGS_SOURCE_WITHDRAWN,
  BEARINGS_SOURCE_RETRACTED,
} BearingsSourceState;
extern const BearingsEnumType bearings_source_state_type;

/* How a figure of ours was checked. */
typedef enum {
  BEARINGS_CONFIRMED_PRIMARY = 1,   /* a copy of the source itself was read */
  BEARINGS_CONFIRMED_TWO_SECONDARY, /* at least two independent pages give it and agree */
  BEARINGS_CONFIRMED_COMPUTED,      /* computed by us from published data */
} BearingsConfirmed;
extern const BearingsEnumType bearings_confirmed_type;

/* Verdict on a popular claim. */
typedef enum {
  BEARINGS_VERDICT_UNTRACEABLE = 1,
  BEARINGS_VERDICT_GARBLED,
  BEARINGS_VERDICT_DISTORTED,
  BEARINGS_VERDICT_MISREPORTED,
  BEARINGS_VERDICT_OVERSTATED,
  BEARINGS_VERDICT_NO_PRIMARY,
  BEARINGS_VERDICT_SUPERSEDED,
} BearingsVerdict;
extern const BearingsEnumType bearings_verdict_type;

/* What a hop of a trace is to the sentence that is traced. */
typedef enum {
  BEARINGS_HOP_PRIMARY = 1, /* the primary source */
  BEARINGS_HOP_VERSION,     /* a later version or edition of it */
  BEARINGS_HOP_EARLIEST,    /* the oldest form found; nothing behind it is known */
  BEARINGS_HOP_RETELLING,   /* passes it on */
  BEARINGS_HOP_INQUIRY,     /* looks into it */
  BEARINGS_HOP_RELATED,     /* another finding, or another thing that helps to understand it */
} BearingsHopPart;
extern const BearingsEnumType bearings_hop_part_type;

/* What another study is to a finding. */
typedef enum {
  BEARINGS_REPLICATION_EXACT = 1,  /* asked the same in the same way and agrees */
  BEARINGS_REPLICATION_CONCEPTUAL, /* asked the same in another way and agrees */
  BEARINGS_REPLICATION_CONTRARY,   /* found otherwise: shown next to the claim */
  BEARINGS_REPLICATION_POOLED,     /* a synthesis that the finding is part of, or that it is */
} BearingsReplicationKind;
extern const BearingsEnumType bearings_replication_kind_type;

typedef enum {
  BEARINGS_SKILL_TECHNOLOGY = 1, /* O*NET technology skill: named software or tool */
  BEARINGS_SKILL_SKILL,          /* O*NET skill element */
  BEARINGS_SKILL_KNOWLEDGE,      /* O*NET knowledge element */
} BearingsSkillKind;
extern const BearingsEnumType bearings_skill_kind_type;

/* Career band a reading is written for. */
typedef enum {
  BEARINGS_BAND_JUNIOR = 1,
  BEARINGS_BAND_MID,
  BEARINGS_BAND_SENIOR,
} BearingsBand;
extern const BearingsEnumType bearings_band_type;

/* What a sentence of ours stands on. */
typedef enum {
  BEARINGS_BASIS_CLAIMS = 1, /* derived from the claims it names */
  BEARINGS_BASIS_EDITORIAL,  /* our own judgement; no source */
} BearingsBasis;
extern const BearingsEnumType bearings_basis_type;

typedef enum {
  BEARINGS_ITEM_SELF_REPORT = 1,
  BEARINGS_ITEM_KEYED,
  BEARINGS_ITEM_RUBRIC,
} BearingsItemKind;
extern const BearingsEnumType bearings_item_kind_type;

/* How a keyed item is answered. */
typedef enum {
  BEARINGS_ANSWER_SINGLE = 1, /* one of the options; also what an absent value means */
  BEARINGS_ANSWER_MULTIPLE,   /* every keyed option and no other */
  BEARINGS_ANSWER_ORDERING,   /* the options in the order they are listed */
  BEARINGS_ANSWER_TYPED,      /* a short text, like one of the keyed options when normalised */
} BearingsItemAnswer;
extern const BearingsEnumType bearings_item_answer_type;

typedef enum {
  BEARINGS_ITEM_MODEL_RASCH = 1,
  BEARINGS_ITEM_MODEL_2PL,
  BEARINGS_ITEM_MODEL_3PL,
  BEARINGS_ITEM_MODEL_GRM,
  BEARINGS_ITEM_MODEL_GPCM,
} BearingsItemModel;
extern const BearingsEnumType bearings_item_model_type;

/* Where item parameters come from. */
typedef enum {
  BEARINGS_ORIGIN_JUDGEMENT = 1, /* provisional expert judgement */
  BEARINGS_ORIGIN_CALIBRATED,    /* estimated from answers */
} BearingsOrigin;
extern const BearingsEnumType bearings_origin_type;

G_END_DECLS
