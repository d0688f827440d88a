/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores of many persons; equal patterns are scored once. */
#pragma once

#include "psy-score.h"

/**
 * PsyBatch: how to score
 * @quadrature: prior; also where the search for ML and WLE begins
 * @bounds: range of MAP, ML and WLE
 * @mean, @sd: normal prior of MAP
 * @runner: (nullable): threads to borrow
 */
typedef struct {
  const PsyQuadrature *quadrature;
  PsyBounds bounds;
  double mean, sd;
  const PsyRunner *runner;
} PsyBatch;

typedef enum {
  PSY_SCORE_EAP,
  PSY_SCORE_MAP,
  PSY_SCORE_ML,
  PSY_SCORE_WLE,
} PsyScoreKind;

/** PSY_SCORE_BATCH_MAX_ITEMS: items that psy_score_batch() takes. */
#define PSY_SCORE_BATCH_MAX_ITEMS 4096

/** psy_score_batch_workspace_size: bytes for psy_score_batch(); SIZE_MAX when that is too many. */
size_t psy_score_batch_workspace_size (const PsyItem *items,
                                       const PsyResponses *responses,
                                       const PsyBatch *batch,
                                       PsyScoreKind kind);

/**
 * psy_score_batch:
 * @scores: receives one value for each person; as from psy_score_eap() and its like. A person
 *   without answers gets the prior (EAP, MAP) or NaN (ML, WLE)
 * @log_marginals: (nullable): EAP only: receives log P of each person's answers
 *
 * %PSY_ERROR_ARGUMENT when an answer is not among its item's categories: nothing is scored.
 */
PsyStatus psy_score_batch (const PsyItem *items,
                           const PsyResponses *responses,
                           const PsyBatch *batch,
                           PsyScoreKind kind,
                           void *work,
                           size_t work_size,
                           PsyScore *scores,
                           double *log_marginals);
