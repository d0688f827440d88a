/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of assessment: instruments, items, reference samples, norm tables. */
#pragma once

#include "bearings-figure.h"

G_BEGIN_DECLS

typedef struct {
  char *id;
  char *title;
  char *summary;
} BearingsScale;
extern const BearingsStructType bearings_scale_type;

/* A criterion level; levels are ordered, lowest first. */
typedef struct {
  char *id;
  char *title;
  double theta_low; /* cut score on the theta metric; absent for the lowest level */
  char *summary;
  char *rationale;
} BearingsLevel;
extern const BearingsStructType bearings_level_type;

/* Thresholds of what may be shown: design of the instrument, as data. */
typedef struct {
  double reliability_percentile; /* percentile with band from here */
  gint64 n_percentile;
  double reliability_words; /* words and chances from here */
  gint64 n_words;
  char *note;
} BearingsDisplayPolicy;
extern const BearingsStructType bearings_display_policy_type;

typedef struct {
  BearingsRecord record;
  char *version;
  char *title;
  char *skill; /* absent: for any skill; the sitting says which */
  char *purpose;
  char *data_use;
  gint64 minutes_low, minutes_high;
  GPtrArray *scales; /* BearingsScale */
  GPtrArray *levels; /* BearingsLevel */
  BearingsDisplayPolicy policy;
  char *self_report_note;
} BearingsInstrument;
BEARINGS_DECLARE_RECORD (BearingsInstrument)

/* No level has a cut score: the levels are the steps of the self-rating, lowest first, and nothing
 * is measured. */
gboolean bearings_instrument_levels_are_steps (const BearingsInstrument *instrument);

typedef struct {
  char *id;
  char *text;
  int key; /* BEARINGS_YES for the keyed option */
  char *rationale;
} BearingsItemOption;
extern const BearingsStructType bearings_item_option_type;

typedef struct {
  gint64 value;
  char *text;
} BearingsItemAnchor;
extern const BearingsStructType bearings_item_anchor_type;

typedef struct {
  gint64 score;
  char *text;
} BearingsCriterionPoint;
extern const BearingsStructType bearings_criterion_point_type;

typedef struct {
  char *id;
  char *title;
  GPtrArray *points; /* BearingsCriterionPoint, lowest score first */
} BearingsCriterion;
extern const BearingsStructType bearings_criterion_type;

typedef struct {
  char *criterion;
  gint64 score;
} BearingsExemplarScore;
extern const BearingsStructType bearings_exemplar_score_type;

typedef struct {
  char *label;
  char *text;
  GPtrArray *scores; /* BearingsExemplarScore */
  char *comment;
} BearingsExemplar;
extern const BearingsStructType bearings_exemplar_type;

/* Item parameters on the D = 1 metric; theta has mean 0 and SD 1 in the population assumed. */
typedef struct {
  int model;  /* BearingsItemModel */
  double a;   /* discrimination */
  GArray *b;  /* double: difficulty, or thresholds lowest first */
  double c;   /* lower asymptote, 3PL only */
  int origin; /* BearingsOrigin */
  gint64 n;   /* persons behind a calibration */
  char *note;
} BearingsItemParameters;
extern const BearingsStructType bearings_item_parameters_type;

/* How the key was verified while the item was written. */
typedef struct {
  char *kind; /* "executed" or "reasoned" */
  char *code;
  char *expect;
  char *note;
} BearingsItemVerification;
extern const BearingsStructType bearings_item_verification_type;

typedef struct {
  BearingsRecord record;
  char *instrument;
  gint64 position;
  char *scale; /* id of a scale of the instrument */
  int kind;    /* BearingsItemKind */
  int answer;  /* BearingsItemAnswer, of keyed items; 0: single */
  int practice;
  char *prompt;
  char *code;
  char *code_language;
  gint64 seconds;       /* expected time */
  GPtrArray *options;   /* BearingsItemOption: keyed items */
  GPtrArray *anchors;   /* BearingsItemAnchor: self-report items */
  GPtrArray *criteria;  /* BearingsCriterion: rubric items */
  GPtrArray *exemplars; /* BearingsExemplar: rubric items */
  BearingsItemParameters parameters;
  BearingsItemVerification verification;
} BearingsItem;
BEARINGS_DECLARE_RECORD (BearingsItem)

BearingsItemAnswer bearings_item_get_answer (const BearingsItem *item);

/* Who somebody is compared with. */
typedef struct {
  BearingsRecord record;
  char *title;
  char *skill;
  char *instrument; /* absent: the sample measures something of its own, such as years */
  char *measure;    /* "years of coding" */
  int factual;      /* a plain fact: no measurement error, only norm sampling error */
  char *population;
  BearingsSampleSize sample;
  char *collected; /* "2022-08-16/2022-09-16" or as far as known */
  char *country;
  char *sampling; /* how people were recruited */
  BearingsFigure reliability;
  char *caveat;
  char *source;
} BearingsReferenceSample;
BEARINGS_DECLARE_RECORD (BearingsReferenceSample)

/* One row of a frequency table: from low (inclusive) to high (exclusive; absent: open). */
typedef struct {
  char *label;
  double low, high;
  gint64 n;
} BearingsNormRow;
extern const BearingsStructType bearings_norm_row_type;

typedef struct {
  BearingsRecord record; /* key: sample, measure */
  char *sample;
  char *measure;
  char *unit;
  GPtrArray *rows; /* BearingsNormRow, ascending */
} BearingsNormTable;
BEARINGS_DECLARE_RECORD (BearingsNormTable)

G_END_DECLS
