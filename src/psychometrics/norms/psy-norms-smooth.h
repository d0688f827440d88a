/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smooth norms: when a small sample's accidents shall not decide a percentile. */
#pragma once

#include "psy-norms.h"

/* Why smooth at all: a sample's percentile ranks jump at each person, and neighbouring scores get
 * ranks that another sample would order otherwise. Smoothing trades this random error for a small
 * bias; it pays below some hundred persons (Cope & Kolen 1990, ACT RR 90-4; Kolen & Brennan 2014,
 * Test Equating, Scaling, and Linking, ch. 3). Two rules keep it honest. The effective n stays that
 * of the sample: smooth norms are not surer norms, and bands keep their width. And
 * psy_norms_distance() says how far they lie from the sample: beyond
 * psy_norms_distance_limit() the smooth form contradicts the data and must not be used.
 */

/**
 * psy_norms_smooth_kernel:
 * @bandwidth: on the scale of the values; 0: Silverman's, 0.9 min (sd, IQR / 1.34) n^(-1/5)
 * @grid: @n_grid rising values of the new table, >= 2
 * @counts: receives @n_grid counts
 * @used: (nullable): receives the bandwidth
 *
 * A Gaussian kernel on every person, shrunk to the mean so that mean and variance of the sample
 * stay: Holland & Thayer (1989), ETS RR-89-7; Silverman (1986), Density Estimation, (3.31). A
 * count is what lies between the midpoints to its neighbours, the ends included.
 * %PSY_ERROR_NO_VARIANCE for a sample of one value.
 */
PsyStatus psy_norms_smooth_kernel (const PsyNorms *norms,
                                   double bandwidth,
                                   const double *grid,
                                   size_t n_grid,
                                   double *counts,
                                   PsyNorms *smooth,
                                   double *used);

/**
 * PsyBetaBinomial:
 * @alpha, @beta: of the distribution of true proportions
 * @reliability: what it implies, KR-21: n / (n + @alpha + @beta)
 */
typedef struct {
  double alpha, beta, reliability;
} PsyBetaBinomial;

/**
 * psy_norms_smooth_beta_binomial:
 * @norms: sum scores 0..@top
 * @top: highest score, 2..32767
 * @values, @counts: receive @top + 1 rows
 *
 * Sum scores of @top right-or-wrong items with binomial errors and a beta of true proportions, by
 * mean and variance (divisor n - 1); Keats & Lord (1962), Psychometrika 27, 59-72.
 * %PSY_ERROR_ARGUMENT for other scores and where no such beta exists: the scores then vary less
 * than chance alone, or lie at both ends.
 */
PsyStatus psy_norms_smooth_beta_binomial (const PsyNorms *norms,
                                          size_t top,
                                          double *values,
                                          double *counts,
                                          PsyNorms *smooth,
                                          PsyBetaBinomial *fit);

/** psy_norms_distance: the largest difference of the cumulative shares of two tables, 0-1. */
PsyStatus psy_norms_distance (const PsyNorms *first, const PsyNorms *second, double *distance);

/**
 * psy_norms_distance_limit: sqrt (log (2 / (1 - @level)) / (2 @n)): a sample of @n persons lies
 * nearer than this to its own population with at least the chance @level; Massart (1990), Ann.
 * Probab. 18, 1269-1283.
 */
double psy_norms_distance_limit (double n, double level);
