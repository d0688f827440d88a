/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reliability of a sum score from the covariances of its items, and of theta from a model. */
#pragma once

#include "psy-interval.h"
#include "psy-item.h"
#include "psy-quadrature.h"

/**
 * psy_reliability_covariance:
 * @pairwise: whether a pair of items uses all persons with both, else only persons with all answers
 * @covariance: receives n_items² values, divisor n - 1
 * @n: (nullable): receives the persons used; with @pairwise those with any answer
 * @work: psy_reliability_covariance_workspace_size() bytes
 */
PsyStatus psy_reliability_covariance (const PsyResponses *responses,
                                      bool pairwise,
                                      void *work,
                                      double *covariance,
                                      size_t *n);

/** psy_reliability_covariance_workspace_size: bytes for psy_reliability_covariance(). */
size_t psy_reliability_covariance_workspace_size (size_t n_items);

/**
 * PsyReliability: of the sum of @k items
 * @alpha: Cronbach (1951); error of Duhachek & Iacobucci (2004), J. Appl. Psychol. 89, 792-808
 * @feldt, @bonett: intervals of alpha, see psy-classical.h; @duhachek: alpha and its error, normal
 * @standardised: alpha of the correlations
 * @mean_correlation: between items
 * @lambda2, @lambda6: Guttman (1945), Psychometrika 10, 255-282; lambda6 NaN for a singular matrix
 * @sd, @sem: of the sum; sem by alpha
 *
 * With an item that does not vary, what needs correlations is NaN.
 */
typedef struct {
  PsyEstimate alpha;
  PsyInterval feldt, bonett, duhachek;
  double standardised, mean_correlation, lambda2, lambda6;
  double sd, sem;
  size_t n, k;
} PsyReliability;

/**
 * psy_reliability:
 * @covariance: k × k, of @n persons
 * @work: 2 k² doubles
 */
PsyStatus psy_reliability (const double *covariance,
                           size_t k,
                           size_t n,
                           double level,
                           double *work,
                           PsyReliability *reliability);

/**
 * PsySplitHalf:
 * @correlation: between the halves
 * @spearman_brown: for the whole test, halves of equal variance
 * @flanagan: without that assumption; Rulon (1939), Flanagan (1937)
 */
typedef struct {
  double correlation, spearman_brown, flanagan;
} PsySplitHalf;

/** psy_split_half: @halves: (nullable): 0 or 1 for each item; else odd and even places. */
PsyStatus
psy_split_half (const double *covariance, size_t k, const uint8_t *halves, PsySplitHalf *split);

/**
 * PsyOmega: one common factor
 * @omega: McDonald (1999), (sum of loadings)² over the variance of the sum that the model implies;
 *   error by the delta method from the expected information
 * @chi2, @df, @p: fit of one factor
 * @rmsea, @cfi: fit indices; below .06 and above .95 are good, omega of a bad fit means little
 */
typedef struct {
  PsyEstimate omega;
  double chi2, p, rmsea, cfi;
  size_t df;
} PsyOmega;

/** psy_omega_workspace_size: doubles for psy_omega(). */
size_t psy_omega_workspace_size (size_t k);

/**
 * psy_omega:
 * @covariance: k × k of @n persons, divisor n - 1; k >= 3
 * @work: psy_omega_workspace_size() doubles
 * @loadings, @uniquenesses: (nullable): receive k values on the scale of the items, of covariances
 *   with divisor n
 *
 * Maximum likelihood by scoring. %PSY_ERROR_CONVERGENCE for a uniqueness that runs below zero
 * (a Heywood case).
 */
PsyStatus psy_omega (const double *covariance,
                     size_t k,
                     size_t n,
                     double *work,
                     double *loadings,
                     double *uniquenesses,
                     PsyOmega *omega);

/**
 * PsyBootstrap:
 * @estimate: alpha with the bootstrap's standard error
 * @percentile: interval of the draws' quantiles
 * @bca: bias-corrected and accelerated; Efron (1987), J. Am. Stat. Assoc. 82, 171-185; NaN when all
 *   draws lie on one side of alpha
 * @n_used: draws with a defined alpha
 */
typedef struct {
  PsyEstimate estimate;
  PsyInterval percentile, bca;
  size_t n_used;
} PsyBootstrap;

/** psy_reliability_alpha_bootstrap_workspace_size: bytes for psy_reliability_alpha_bootstrap(). */
size_t psy_reliability_alpha_bootstrap_workspace_size (const PsyResponses *responses,
                                                       size_t n_draws);

/**
 * psy_reliability_alpha_bootstrap:
 * @n_draws: 2,000 and more for a report
 * @seed: the same seed gives the same draws on every machine
 *
 * Persons with a missing answer are left out.
 */
PsyStatus psy_reliability_alpha_bootstrap (const PsyResponses *responses,
                                           size_t n_draws,
                                           uint64_t seed,
                                           double level,
                                           void *work,
                                           size_t work_size,
                                           PsyBootstrap *bootstrap);

/** psy_reliability_empirical: of EAP scores: variance of @scores over itself plus the mean squared
 * error; n >= 2. */
double psy_reliability_empirical (const PsyEstimate *scores, size_t n);

/** psy_reliability_marginal: mean of I / (I + 1) over the distribution of theta (variance 1). */
double
psy_reliability_marginal (const PsyItem *items, size_t n_items, const PsyQuadrature *quadrature);

/** psy_reliability_conditional: I / (I + 1) at @theta. */
double psy_reliability_conditional (const PsyItem *items, size_t n_items, double theta);
