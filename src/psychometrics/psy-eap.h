/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring a response pattern. */
#pragma once

#include "psy-item.h"

/* An estimate with its standard error; both NaN when there is none. */
typedef struct {
  double value;
  double se;
} PsyEstimate;

/* The grid of the posterior: equally spaced nodes, weights proportional to the prior. 61 nodes on
 * [-6, 6] keep the error of EAP below 1e-8 for up to 40 items of five categories. */
#define PSY_EAP_NODES 61
#define PSY_EAP_LIMIT 6.0

/**
 * psy_eap:
 * @items: (array length=n)
 * @scores: (array length=n): 0..n_b of each item; negative: missing, left out
 *
 * Expected a posteriori under a standard normal prior and the posterior standard deviation (Bock
 * and Mislevy 1982, Applied Psychological Measurement 6, 431-444). NaN when every score is missing.
 */
PsyEstimate psy_eap (const PsyItem *items, const int *scores, unsigned n);

/* P(X > cut) for a normal X with this mean and standard deviation. */
double psy_normal_above (double mean, double sd, double cut);
