/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, as far as the answers of the centre's sample can say. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-claims.h"
#include "bearings-contribution.h"

G_BEGIN_DECLS

/* No statistic is given of fewer persons or pairs than this: small cells are hidden. */
#define BEARINGS_QUALITY_LEAST 10
/* What a reliability is held against, and the claim that says where the two are from. */
#define BEARINGS_QUALITY_EARLY 0.70
#define BEARINGS_QUALITY_DECISION 0.90
#define BEARINGS_QUALITY_CLAIM "nunnally-thresholds"

/* A coefficient with its 95 % interval; NaN where there is none. @n: persons or pairs behind it. */
typedef struct {
  double value, low, high;
  gsize n;
} BearingsCoefficient;

/* How a coefficient stands to a threshold. */
typedef enum {
  BEARINGS_STANDING_UNKNOWN = 1, /* no coefficient yet */
  BEARINGS_STANDING_BELOW,
  BEARINGS_STANDING_UNSURE, /* the value reaches it, the lower limit of its interval does not */
  BEARINGS_STANDING_REACHED,
} BearingsStanding;
BearingsStanding bearings_coefficient_standing (const BearingsCoefficient *coefficient,
                                                double threshold);

/**
 * BearingsQualityPart: the items that share a score: keyed questions and tasks, or self-ratings
 * @n_items: of the instrument; @n_used: of those with enough pairs of answers
 * @n_persons: with any answer to them; @mean_items: how many a person answered
 * @pairwise: nobody had to answer all: covariances from the persons of each pair; the n of the
 *   coefficients is then that of the smallest pair
 * @alpha: Cronbach's, with an interval: by the bootstrap (BCa) of @n_draws draws where enough
 *   persons answered all, otherwise Feldt's; @omega: McDonald's, of one factor with fit @rmsea,
 * @cfi
 * @usual: alpha stepped by Spearman-Brown to the number of items a person answered
 * @sd, @sem: of the sum of the items used, in points
 * @n_missing: persons missing until something may be shown
 * @persons: for each threshold how many persons bring alpha's lower limit there, 0: no number does
 * @factor: for each threshold how many times as many items as in the usual sitting bring it there
 */
typedef struct {
  gboolean self_rating;
  guint n_items, n_used;
  gsize n_persons;
  double mean_items;
  gboolean pairwise;
  BearingsCoefficient alpha, omega;
  gsize n_draws;
  double rmsea, cfi;
  double usual, sd, sem;
  gsize n_missing;
  gsize persons[2];
  double factor[2];
} BearingsQualityPart;

/**
 * BearingsQualityItem:
 * @n: persons who answered it; below the least number the statistics are NaN
 * @difficulty: mean share of the points it gives
 * @rest: correlation with the share of points on the other items of its part
 * @information, @at: the most it tells by its parameters, and at which theta; NaN without them
 * @judged: the parameters are judgements, not calibrations
 */
typedef struct {
  BearingsItem *item;
  gsize n;
  double difficulty;
  BearingsCoefficient rest;
  double information, at;
  gboolean judged;
  BearingsDif dif;
} BearingsQualityItem;

/* What all items tell at one place of the scale; @se NaN where they tell nothing. */
typedef struct {
  double theta, information, se;
} BearingsQualityPoint;

/* Two sittings of one person. */
typedef struct {
  double first, second; /* of the performance, or of the mean self-rating where there is none */
  double days;
} BearingsRetestPair;

/* One answer to a task, rated by the person and by a second rater, in words of the log. */
typedef struct {
  char *item;
  char *first, *second;
} BearingsRatedTask;
void bearings_rated_task_free (gpointer task);

/* A measure from outside of one person, with the person's estimates. */
typedef struct {
  double value, theta, self_mean;
} BearingsOutsidePair;
typedef struct {
  char *name;
  char *note;    /* (nullable): how it was measured */
  GArray *pairs; /* BearingsOutsidePair */
} BearingsOutsideData;
BearingsOutsideData *bearings_outside_data_new (const char *name, const char *note);
void bearings_outside_data_free (gpointer data);

/**
 * BearingsRaterAgreement:
 * @item: (nullable): NULL for all tasks together
 * @criterion: (nullable): NULL for the sum of a task
 * @same: share of ratings that are the same
 * @kappa: quadratic weights, of a criterion; @icc: ICC(2,1), of a sum
 */
typedef struct {
  BearingsItem *item;
  const BearingsCriterion *criterion; /* owned by the item */
  gsize n;
  double same;
  BearingsCoefficient kappa, icc;
} BearingsRaterAgreement;

typedef struct {
  char *name, *note;
  BearingsCoefficient performance, self_rating;
} BearingsQualityOutside;

/**
 * BearingsQualityData: what is known of the sittings of an instrument; members but the first may
 * be NULL
 * @contributions: BearingsContribution of the instrument, any version
 * @retest: BearingsRetestPair
 * @ratings: BearingsRatedTask
 * @outside: BearingsOutsideData
 * @samples: BearingsReferenceSample, whose stated reliabilities are shown
 * @groups: id of a contribution -> name of its group; without it, this centre and the others
 */
typedef struct {
  GPtrArray *contributions;
  GArray *retest;
  GPtrArray *ratings;
  GPtrArray *outside;
  GPtrArray *samples;
  GHashTable *groups;
} BearingsQualityData;

/**
 * BearingsQuality:
 * @n: records of the installed version, @n_other: of other versions, which are left out
 * @parts: BearingsQualityPart
 * @items: BearingsQualityItem, practice left out
 * @curve: BearingsQualityPoint; empty for an instrument that measures nothing
 * @n_judged: items of the curve whose parameters are judgements, of @n_curve
 * @marginal: reliability expected of all items where theta is standard normal
 * @empirical: reliability of the estimates of the records, without an interval
 * @retest: ICC(2,1) of @retest_r sittings; @retest_sem: error of one sitting; @retest_days: median
 * @raters: BearingsRaterAgreement
 * @outside: BearingsQualityOutside
 * @stated: BearingsReferenceSample with a stated reliability
 * @reference, @focal: (nullable): the groups compared; @dif_note: why none were
 * @rule: (nullable): the claim on what is enough, where it is installed; set by who reads it, like
 * @sources: id -> BearingsSource of @rule and of @stated
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsForm *form;
  gsize n, n_other;
  char *first_month, *last_month;
  GPtrArray *parts;
  GPtrArray *items;
  GArray *curve;
  guint n_curve, n_judged;
  double marginal;
  BearingsCoefficient empirical;
  BearingsCoefficient retest, retest_r;
  double retest_sem, retest_days;
  gsize n_rated;
  GPtrArray *raters;
  GPtrArray *outside;
  GPtrArray *stated;
  char *reference, *focal;
  gsize n_reference, n_focal;
  char *dif_note;
  BearingsClaim *rule;
  GHashTable *sources;
} BearingsQuality;

BearingsQuality *bearings_quality_new (BearingsForm *form, const BearingsQualityData *data);
BearingsQuality *bearings_quality_ref (BearingsQuality *quality);
void bearings_quality_unref (BearingsQuality *quality);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsQuality, bearings_quality_unref)

G_END_DECLS
