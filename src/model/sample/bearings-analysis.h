/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What many persons' answers say of the items, and of each person. */
#pragma once

#include "bearings-enums.h"
#include "bearings-response-matrix.h"

G_BEGIN_DECLS

#define BEARINGS_ANALYSIS_ERROR (bearings_analysis_error_quark ())
GQuark bearings_analysis_error_quark (void);
typedef enum {
  BEARINGS_ANALYSIS_ERROR_REFUSED, /* the answers cannot carry it; the message says why */
} BearingsAnalysisError;

/* One option of an item: how many chose it, and what they scored on the other items. */
typedef struct {
  int option; /* from 0; of items without a key the score */
  gboolean is_key;
  gsize n;
  double share, mean_rest, point_biserial;
} BearingsOptionStatistics;

/* DIF: does the item treat the focal group like the reference group at the same sum score? Classes
 * 'A' negligible, 'B' moderate, 'C' large; 0 where there is none. */
typedef struct {
  double odds_ratio;
  double delta, delta_se; /* ETS scale; negative: harder for the focal group */
  double chi2, p;         /* Mantel-Haenszel, purified; for several categories Mantel */
  double standardised;    /* difference of the mean item score */
  char ets;
  double uniform_p, nonuniform_p, r2; /* logistic; Nagelkerke's R² gained by the group */
  char jodoin_gierl;
} BearingsDif;

/* One item, classically: mean answer (difficulty p of a 0/1 item), SD, correlation with the sum
 * and with the sum of the others, alpha of the others. NaN where not defined. */
typedef struct {
  char *item;
  double mean, sd;
  double item_total, corrected, alpha_if_deleted;
  double upper_lower; /* difficulty of the upper less the lower 27 %; 0/1 items */
  GArray *options;    /* BearingsOptionStatistics */
  BearingsDif dif;
} BearingsItemStatistics;

/**
 * BearingsItemAnalysis:
 * @alpha, @low, @high: Cronbach's alpha with Feldt's 95 % interval; @alpha_se: its standard error
 * @n_draws, @boot_low, @boot_high: bootstrap interval (BCa), 0 draws: not made
 * @omega, @omega_se, @rmsea, @cfi: McDonald's omega of one factor and how well that fits
 * @half_correlation, @spearman_brown, @flanagan: odd against even items
 * @mean, @sd, @sem: of the sum score; standard error of measurement
 * @n: persons with all answers
 * @reference, @focal: (nullable): names of the groups compared; @n_reference, @n_focal persons
 * @dif_note: (nullable): why groups were not compared
 */
typedef struct {
  GPtrArray *items; /* BearingsItemStatistics */
  double alpha, alpha_se, low, high;
  gsize n_draws;
  double boot_low, boot_high;
  double omega, omega_se, rmsea, cfi;
  double half_correlation, spearman_brown, flanagan;
  double mean, sd, sem;
  gsize n;
  char *reference, *focal;
  gsize n_reference, n_focal;
  char *dif_note;
} BearingsItemAnalysis;
/* @reference: (nullable): the group the other is compared with; otherwise the larger of two. */
BearingsItemAnalysis *bearings_item_analysis_new (const BearingsResponseMatrix *matrix,
                                                  const char *reference,
                                                  GError **error);
void bearings_item_analysis_free (BearingsItemAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsItemAnalysis, bearings_item_analysis_free)

/* Calibrated parameters on the D = 1 metric with their standard errors. */
typedef struct {
  char *item;
  char *scale; /* (nullable) */
  BearingsItemModel model;
  double a, a_se;
  double c, c_se;   /* 3PL */
  GArray *b, *b_se; /* double: difficulty, or thresholds */
} BearingsCalibratedItem;
BearingsCalibratedItem *
bearings_calibrated_item_new (const char *item, BearingsItemModel model, double a, double c);
void bearings_calibrated_item_free (gpointer item);

typedef struct {
  BearingsItemModel model;
  GPtrArray *items; /* BearingsCalibratedItem */
  double log_likelihood;
  gsize n_parameters, n_persons, n_patterns;
  int iterations;
  gboolean converged;
  gsize smallest_category; /* fewest answers in any category of any item */
} BearingsCalibration;
/* Marginal maximum likelihood, theta standard normal. */
BearingsCalibration *bearings_calibration_new (const BearingsResponseMatrix *matrix,
                                               BearingsItemModel model,
                                               GError **error);
void bearings_calibration_free (BearingsCalibration *calibration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsCalibration, bearings_calibration_free)

typedef enum {
  BEARINGS_ESTIMATOR_EAP = 1,
  BEARINGS_ESTIMATOR_MAP,
  BEARINGS_ESTIMATOR_ML,
  BEARINGS_ESTIMATOR_WLE,
} BearingsEstimator;
extern const BearingsEnumType bearings_estimator_type;

/* A person's estimate; NaN where there is none. */
typedef struct {
  double value, se;
  int n_answers;
} BearingsPersonScore;
/* BearingsPersonScore of every person, in the order of the matrix. */
GArray *bearings_calibration_score (const BearingsCalibration *calibration,
                                    const BearingsResponseMatrix *matrix,
                                    BearingsEstimator estimator,
                                    GError **error);

G_END_DECLS
