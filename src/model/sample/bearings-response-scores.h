/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons of a file of answers, scored by given item parameters; how well the answers fit. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-instrument.h"

G_BEGIN_DECLS

/**
 * BearingsPersonReport:
 * @theta, @se: NaN where there is no estimate
 * @at_bound: -1, 1: nothing but the lowest or the highest answers: the estimator has no finite
 * value
 * @lz: person fit at @theta; @lz_star: corrected for the estimation, for EAP at MAP; low values are
 *   unusual; @outfit, @infit: mean squares, 1 expected
 * @longest_string: longest run of the same answer; @variability: SD of the answers
 * @even_odd: agreement of even and odd items over scales; NaN below two scales
 * @n_times: answers with a time, @n_fast of them under a tenth of the item's mean time
 *
 * What describes answers never voids a score.
 */
typedef struct {
  char *person;
  double theta, se;
  int at_bound;
  int n_answers;
  double lz, lz_star, outfit, infit;
  gsize longest_string, n_times, n_fast;
  double variability, even_odd;
} BearingsPersonReport;

/**
 * BearingsResponseScores:
 * @persons: BearingsPersonReport, in the order of the file
 * @unknown: char *, items of the file without parameters; they are left out
 * @n_items: items used
 * @mean, @sd: of the estimates
 * @n_scored: persons with an estimate
 * @empirical: reliability from the estimates and their errors
 * @marginal: reliability expected of these items where theta is standard normal
 */
typedef struct {
  BearingsEstimator estimator;
  GPtrArray *persons;
  GPtrArray *unknown;
  gsize n_items, n_scored;
  double mean, sd, empirical, marginal;
} BearingsResponseScores;

/* @bank: BearingsCalibratedItem. */
BearingsResponseScores *bearings_response_scores_new (const BearingsResponseMatrix *matrix,
                                                      const GPtrArray *bank,
                                                      BearingsEstimator estimator,
                                                      GError **error);
void bearings_response_scores_free (BearingsResponseScores *scores);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponseScores, bearings_response_scores_free)

/* The items (BearingsItem) that have parameters, as a bank; @scale NULL: of all scales. */
GPtrArray *bearings_response_scores_bank (const GPtrArray *items, const char *scale);

G_END_DECLS
