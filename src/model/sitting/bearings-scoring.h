/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to estimates. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* Half the width of a 95 % interval, in standard errors. */
#define BEARINGS_SCORING_Z95 1.959963984540054

typedef struct {
  double theta, se; /* NaN when nothing was scored */
  guint n_items;
} BearingsEstimate;

/* EAP under a standard normal prior from @points of each of @items (BearingsItem), NaN where there
 * are none; of one scale or (NULL) of all. */
BearingsEstimate
bearings_scoring_estimate_points (const GPtrArray *items, const double *points, const char *scale);

/* EAP under a standard normal prior from the keyed and rubric answers of a sitting, of one scale
 * or (NULL) of all. Items without parameters are left out. */
BearingsEstimate bearings_scoring_estimate (const BearingsSitting *sitting, const char *scale);

/* The same of all scales, leaving out the answer at @position. */
BearingsEstimate bearings_scoring_estimate_without (const BearingsSitting *sitting, guint position);

/* Standard error to be expected of an estimate from these items (BearingsItem) at @theta: test
 * information joined with the prior's. */
double bearings_scoring_expected_se (GPtrArray *items, double theta);

typedef struct {
  double low, high; /* shares, 0-1 */
} BearingsLimits;

/* 95 % Wilson limits of a share; @k may hold half a tie. */
BearingsLimits bearings_scoring_share_limits (double k, double n);
/* Chance that the share of a population is above @cut, when @k of @n sampled are below somebody:
 * Beta (k + 1/2, n - k + 1/2), as for bands of an own sample. */
double bearings_scoring_share_above (double k, double n, double cut);
/* Chance that a normal variate with this mean and SE lies above the cut. */
double bearings_scoring_chance_above (double mean, double se, double cut);

G_END_DECLS
