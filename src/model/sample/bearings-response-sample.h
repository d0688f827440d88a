/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of many persons from elsewhere, as records of a centre's own sample. */
#pragma once

#include "bearings-contribution.h"
#include "bearings-response-matrix.h"

G_BEGIN_DECLS

/**
 * bearings_response_sample_contributions_from_matrix:
 * @matrix: points, a column for each item by its whole id
 * @month: of persons whose month is not known, "2026-11"
 *
 * Scores every person with answers as a sitting is scored: EAP of each scale and of all, mean of
 * the self-ratings. Names of persons do not go into the records. The id of a record is made of what
 * it says and of how many before it say the same, so that the same answers read again are known;
 * which also means that equal answers of one month in two files count once.
 *
 * Returns: (element-type BearingsContribution)
 */
GPtrArray *bearings_response_sample_contributions_from_matrix (const BearingsForm *form,
                                                               const BearingsResponseMatrix *matrix,
                                                               const char *month);

G_END_DECLS
