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

/* One item, classically: mean answer (difficulty p of a 0/1 item), SD, correlation with the sum
 * and with the sum of the others, alpha of the others. NaN where not defined. */
typedef struct {
  char *item;
  double mean, sd;
  double item_total, corrected, alpha_if_deleted;
} BearingsItemStatistics;

/**
 * BearingsItemAnalysis:
 * @alpha, @low, @high: Cronbach's alpha with Feldt's 95 % interval; @alpha_se: its standard error
 * @mean, @sd, @sem: of the sum score; standard error of measurement
 * @n: persons with all answers
 */
typedef struct {
  GPtrArray *items; /* BearingsItemStatistics */
  double alpha, alpha_se, low, high;
  double mean, sd, sem;
  gsize n;
} BearingsItemAnalysis;
BearingsItemAnalysis *bearings_item_analysis_new (const BearingsResponseMatrix *matrix,
                                                  GError **error);
void bearings_item_analysis_free (BearingsItemAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsItemAnalysis, bearings_item_analysis_free)

/* Calibrated parameters on the D = 1 metric with their standard errors. */
typedef struct {
  char *item;
  double a, a_se;
  double c, c_se;   /* 3PL */
  GArray *b, *b_se; /* double: difficulty, or thresholds */
} BearingsCalibratedItem;

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
