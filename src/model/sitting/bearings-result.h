/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a sitting: estimates with their errors, and what may be shown of them. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* What the instrument's policy allows to be shown. */
typedef enum {
  BEARINGS_DISPLAY_LEVEL_ONLY = 1, /* criterion level and why no more */
  BEARINGS_DISPLAY_WORDS,          /* words and chances above the quartiles */
  BEARINGS_DISPLAY_PERCENTILE,     /* percentile with its 95 % band */
} BearingsDisplay;

/* The policy as a pure rule. @reliability NaN or @n 0: there is no reference sample. */
BearingsDisplay bearings_display_decide (const BearingsDisplayPolicy *policy,
                                         double reliability,
                                         gint64 n,
                                         gboolean factual);

/* A place in a reference sample. Percentile ranks are whole numbers, 0-100. */
typedef struct {
  BearingsReferenceSample *sample;
  BearingsNormTable *table;
  double value; /* the person's own value, in the table's unit */
  char *value_text;
  BearingsDisplay display;
  int percentile;
  int low, high;            /* 95 % band */
  double above_quartile[3]; /* chance of lying above the 25th, 50th, 75th percentile */
  gint64 n;
  char *why; /* why no more is shown, or what the band holds */
} BearingsPlacement;

typedef struct {
  const BearingsScale *scale; /* owned by the form */
  guint n_items;
  double theta, se; /* performance; NaN when no item was answered */
  double self_mean; /* mean self-rating, 0-4; NaN when none */
  guint n_self;
} BearingsScaleResult;

/**
 * BearingsResult:
 * @theta, @se: performance on keyed and rubric items: EAP under a standard normal prior
 * @theta_low, @theta_high: 95 % band
 * @level: criterion level that holds @theta
 * @level_chance: chance of each level of the instrument, in order (double)
 * @self_mean, @self_se: mean self-rating and its standard error over the items answered, from no
 * less than the variance of a rating within its step
 * @steps: the instrument asks for self-ratings only, and @level is the step next to @self_mean
 * @skill_name: what the sitting was about, %NULL when that is not known
 * @reliability: of this estimate: 1 - se^2, since the prior's variance is 1
 * @provisional: any item's parameters are judgements, not calibrations
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsForm *form;
  BearingsSitting *sitting;
  BearingsSittingInfo *info;
  guint n_keyed, n_keyed_right, n_rubric, n_self;
  double theta, se, theta_low, theta_high;
  double reliability;
  gboolean provisional;
  const BearingsLevel *level, *level_low, *level_high; /* owned by the form */
  GArray *level_chance;
  BearingsDisplay display; /* of the performance estimate: LEVEL_ONLY without a norm sample */
  char *display_why;
  double self_mean, self_se; /* 0-4 */
  gboolean steps;
  char *skill_name;
  GPtrArray *scales;     /* BearingsScaleResult */
  GPtrArray *placements; /* BearingsPlacement: experience */
  GPtrArray *groups;     /* BearingsPlacement: the centre's own sample, once it was asked for */
  GPtrArray *checks;     /* char *: neutral remarks on the answers (fast, straight line) */
} BearingsResult;

/* @norms: BearingsNormTable, @samples: BearingsReferenceSample of the skill. */
BearingsResult *bearings_result_new (BearingsSitting *sitting,
                                     const BearingsSittingInfo *info,
                                     GPtrArray *samples,
                                     GPtrArray *norms);
BearingsResult *bearings_result_ref (BearingsResult *result);
void bearings_result_unref (BearingsResult *result);
/* Takes @groups, as bearings_local_group_list(); nobody else may hold the result yet. */
void bearings_result_take_groups (BearingsResult *result, GPtrArray *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResult, bearings_result_unref)

/* The title of the instrument; of one for any skill, after the name of the skill. */
char *bearings_result_title (const BearingsResult *result);
/* Plain words: "You are most likely working at level ...; chances ...". */
char *bearings_result_summary (const BearingsResult *result);
/* What the result does not mean, one sentence each (char *). */
GPtrArray *bearings_result_limits (const BearingsResult *result);

/* A chance in words: "about as likely as not". */
const char *bearings_result_chance_words (double chance);
/* "Percentile 31 to 44, middle 37, among … (n = 556)", or what may be shown of it. */
char *bearings_placement_text (const BearingsPlacement *placement);

/* Facts a reference sample can place: years of coding. Item-like question asked at the start. */
#define BEARINGS_FACT_YEARS "years-of-coding"

/* Places a value in a norm table: mid-rank percentile and a 95 % band of norm sampling error.
 * Where the table has a row that spans more than one unit ("5-10 years"), the band spans the row
 * too, since the sample does not tell people within it apart. */
BearingsPlacement *bearings_placement_new (const BearingsDisplayPolicy *policy,
                                           BearingsReferenceSample *sample,
                                           BearingsNormTable *table,
                                           double value);
void bearings_placement_free (BearingsPlacement *placement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPlacement, bearings_placement_free)

G_END_DECLS
