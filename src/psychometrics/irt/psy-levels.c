/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels: cut scores and how surely people are put on the right side of them. */

#include "psy-levels.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "psy-distributions.h"
#include "psy-sum-score.h"

static PsyStatus
check_cuts (const double *cuts, size_t n_cuts)
{
  for (size_t i = 0; i < n_cuts; i++) {
    if (!isfinite (cuts[i]) || (i > 0 && !(cuts[i] > cuts[i - 1])))
      return PSY_ERROR_ARGUMENT;
  }
  return n_cuts > 0 && n_cuts <= PSY_MAX_CUTS ? PSY_OK : PSY_ERROR_ARGUMENT;
}

size_t
psy_levels_find (double value, const double *cuts, size_t n_cuts)
{
  size_t level = 0;

  while (level < n_cuts && value >= cuts[level])
    level++;
  return level;
}

static double
chance_above (PsyEstimate theta, double cut)
{
  if (theta.se == 0)
    return theta.value >= cut;
  return gsl_cdf_ugaussian_P ((theta.value - cut) / theta.se);
}

PsyStatus
psy_levels_probabilities (PsyEstimate theta,
                          const double *cuts,
                          size_t n_cuts,
                          double *above,
                          double *levels)
{
  double before = 1;

  if (check_cuts (cuts, n_cuts) != PSY_OK || !isfinite (theta.value) || !(theta.se >= 0))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i <= n_cuts; i++) {
    double chance = i < n_cuts ? chance_above (theta, cuts[i]) : 0;

    if (above != NULL && i < n_cuts)
      above[i] = chance;
    if (levels != NULL)
      levels[i] = before - chance;
    before = chance;
  }
  return PSY_OK;
}

/* What both kinds of tables come from: chances of levels, person by person. */
typedef struct {
  double accuracy, consistency, margin[PSY_MAX_CUTS + 1];
} Tally;

static void
add_person (Tally *tally, double weight, size_t level, const double *chances, size_t n_cuts)
{
  tally->accuracy += weight * chances[level];
  for (size_t i = 0; i <= n_cuts; i++) {
    tally->consistency += weight * chances[i] * chances[i];
    tally->margin[i] += weight * chances[i];
  }
}

static void
finish (const Tally *tally, size_t n_cuts, PsyClassification *classification)
{
  double by_chance = 0;

  for (size_t i = 0; i <= n_cuts; i++)
    by_chance += tally->margin[i] * tally->margin[i];
  *classification = (PsyClassification) {
    tally->accuracy,
    tally->consistency,
    by_chance < 1 ? (tally->consistency - by_chance) / (1 - by_chance) : NAN,
  };
}

PsyStatus
psy_levels_rudner (const PsyItem *items,
                   size_t n_items,
                   const PsyQuadrature *quadrature,
                   const double *cuts,
                   size_t n_cuts,
                   PsyClassification *classification)
{
  Tally tally = { 0 };
  double chances[PSY_MAX_CUTS + 1];

  *classification = (PsyClassification) { NAN, NAN, NAN };
  if (check_cuts (cuts, n_cuts) != PSY_OK || psy_items_check (items, n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  if (n_items == 0)
    return PSY_ERROR_NO_DATA;
  for (size_t q = 0; q < quadrature->n; q++) {
    double theta = quadrature->nodes[q];
    double information = psy_test_information (items, n_items, theta);
    double se = information > 0 ? 1 / sqrt (information) : 1e300;

    psy_levels_probabilities ((PsyEstimate) { theta, se }, cuts, n_cuts, NULL, chances);
    add_person (&tally, quadrature->weights[q], psy_levels_find (theta, cuts, n_cuts), chances,
                n_cuts);
  }
  finish (&tally, n_cuts, classification);
  return PSY_OK;
}

PsyStatus
psy_levels_lee (const PsyItem *items,
                size_t n_items,
                const PsyQuadrature *quadrature,
                const double *cuts,
                size_t n_cuts,
                double *work,
                PsyClassification *classification)
{
  Tally tally = { 0 };
  size_t top = psy_sum_score_max (items, n_items);

  *classification = (PsyClassification) { NAN, NAN, NAN };
  if (check_cuts (cuts, n_cuts) != PSY_OK || psy_items_check (items, n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  if (n_items == 0)
    return PSY_ERROR_NO_DATA;
  for (size_t q = 0; q < quadrature->n; q++) {
    double chances[PSY_MAX_CUTS + 1] = { 0 };
    double expected = psy_test_expected_score (items, n_items, quadrature->nodes[q]);

    psy_sum_score_distribution (items, n_items, quadrature->nodes[q], work);
    for (size_t s = 0; s <= top; s++)
      chances[psy_levels_find ((double) s, cuts, n_cuts)] += work[s];
    add_person (&tally, quadrature->weights[q], psy_levels_find (expected, cuts, n_cuts), chances,
                n_cuts);
  }
  finish (&tally, n_cuts, classification);
  return PSY_OK;
}

PsyStatus
psy_levels_livingston_lewis (double mean,
                             double variance,
                             double reliability,
                             double low,
                             double high,
                             const double *cuts,
                             size_t n_cuts,
                             PsyClassification *classification)
{
  /* Nodes are quantiles of the true scores between two cuts; the midpoint rule needs no more. */
  enum {
    NODES = 4000
  };
  Tally tally = { 0 };
  double span = high - low, p, v, common, alpha, beta, edge_before = 0;
  unsigned length;

  *classification = (PsyClassification) { NAN, NAN, NAN };
  if (check_cuts (cuts, n_cuts) != PSY_OK || !(span > 0) || !isfinite (span) || !(mean > low) ||
      !(mean < high) || !(variance > 0) || !(reliability > 0 && reliability < 1) ||
      cuts[0] <= low || cuts[n_cuts - 1] >= high)
    return PSY_ERROR_ARGUMENT;
  p = (mean - low) / span;
  v = reliability * variance / (span * span);
  common = p * (1 - p) / v - 1;
  alpha = p * common;
  beta = (1 - p) * common;
  v = ((mean - low) * (high - mean) - reliability * variance) / (variance * (1 - reliability));
  if (!(common > 0) || !(v >= 0.5) || v > 1e6)
    return PSY_ERROR_ARGUMENT;
  length = (unsigned) floor (v + 0.5);
  for (size_t level = 0; level <= n_cuts; level++) {
    double edge = level < n_cuts ? psy_beta_lower ((cuts[level] - low) / span, alpha, beta) : 1;

    for (int i = 0; i < NODES && edge > edge_before; i++) {
      double share = edge_before + (edge - edge_before) * (i + 0.5) / NODES;
      double tau = psy_beta_quantile (share, alpha, beta);
      double chances[PSY_MAX_CUTS + 1], above_before = 1;

      for (size_t k = 0; k <= n_cuts; k++) {
        double above = 0;

        if (k < n_cuts) {
          double needed = ceil (length * (cuts[k] - low) / span - 1e-9);

          above = needed > 0 ? gsl_cdf_binomial_Q ((unsigned) needed - 1, tau, length) : 1;
        }
        chances[k] = above_before - above;
        above_before = above;
      }
      add_person (&tally, (edge - edge_before) / NODES, level, chances, n_cuts);
    }
    edge_before = edge;
  }
  finish (&tally, n_cuts, classification);
  return PSY_OK;
}

PsyStatus
psy_angoff (const double *ratings,
            size_t n_judges,
            size_t n_items,
            double *item_means,
            double *item_sds,
            PsyAngoff *angoff)
{
  double sum = 0, squares = 0;

  *angoff = (PsyAngoff) { { NAN, NAN }, NAN, NAN, NAN, n_judges };
  if (n_judges < 2 || n_items == 0)
    return PSY_ERROR_TOO_FEW;
  for (size_t i = 0; i < n_judges * n_items; i++) {
    if (isinf (ratings[i]) || ratings[i] < 0)
      return PSY_ERROR_ARGUMENT;
  }
  for (size_t j = 0; j < n_items; j++) {
    size_t n = 0;

    for (size_t i = 0; i < n_judges; i++)
      n += !isnan (ratings[i * n_items + j]);
    if (n == 0)
      return PSY_ERROR_NO_DATA;
  }
  angoff->low = INFINITY;
  angoff->high = -INFINITY;
  for (size_t pass = 0; pass < 2; pass++) {
    for (size_t judge = 0; judge < n_judges; judge++) {
      double own = 0;

      for (size_t j = 0; j < n_items; j++) {
        double rating = ratings[judge * n_items + j];

        if (isnan (rating)) {
          double others = 0;
          size_t n = 0;

          for (size_t i = 0; i < n_judges; i++) {
            if (!isnan (ratings[i * n_items + j])) {
              others += ratings[i * n_items + j];
              n++;
            }
          }
          rating = others / (double) n;
        }
        own += rating;
      }
      if (pass == 0) {
        sum += own;
        angoff->low = fmin (angoff->low, own);
        angoff->high = fmax (angoff->high, own);
      } else {
        squares += (own - sum / (double) n_judges) * (own - sum / (double) n_judges);
      }
    }
  }
  for (size_t j = 0; j < n_items; j++) {
    double total = 0, away = 0;
    size_t n = 0;

    for (size_t i = 0; i < n_judges; i++) {
      if (!isnan (ratings[i * n_items + j])) {
        total += ratings[i * n_items + j];
        n++;
      }
    }
    for (size_t i = 0; i < n_judges; i++) {
      if (!isnan (ratings[i * n_items + j]))
        away += pow (ratings[i * n_items + j] - total / (double) n, 2);
    }
    if (item_means != NULL)
      item_means[j] = total / (double) n;
    if (item_sds != NULL)
      item_sds[j] = n > 1 ? sqrt (away / (double) (n - 1)) : NAN;
  }
  angoff->sd = sqrt (squares / (double) (n_judges - 1));
  angoff->cut = (PsyEstimate) { sum / (double) n_judges, angoff->sd / sqrt ((double) n_judges) };
  return PSY_OK;
}
