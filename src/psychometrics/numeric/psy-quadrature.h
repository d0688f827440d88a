/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes and weights that stand for a distribution of theta. */
#pragma once

#include "psy-types.h"

/** PSY_N_NODES: 61 nodes on [-6, 6] give EAP errors below 1e-8 for up to 40 five-category items;
 * use 121 for tests of 100 items and more. */
#define PSY_N_NODES 61

/**
 * PsyQuadrature:
 * @nodes: @n values of theta, rising
 * @weights: @n weights that add up to 1
 * @n: >= 2
 *
 * A borrowed view: the caller owns the memory.
 */
typedef struct {
  const double *nodes, *weights;
  size_t n;
} PsyQuadrature;

/**
 * psy_quadrature_normal:
 * @low, @high: the first and the last node
 * @n: nodes, >= 2, equally spaced
 * @mean, @sd: of the normal distribution, sd > 0
 * @nodes, @weights: receive @n values each
 *
 * Weights are the density at the nodes, made to add up to 1.
 */
PsyStatus psy_quadrature_normal (double low,
                                 double high,
                                 size_t n,
                                 double mean,
                                 double sd,
                                 double *nodes,
                                 double *weights);
