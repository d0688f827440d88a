/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as a group a result is compared with. */
#pragma once

#include "bearings-contribution.h"

G_BEGIN_DECLS

/* Below that many records a group says neither how many they are nor anything of them. */
#define BEARINGS_LOCAL_GROUP_LEAST 10

/**
 * bearings_local_group_list:
 * @contributions: BearingsContribution of the result's instrument
 * @result: of a measured sitting
 * @month: the present one, "2026-11"
 *
 * Groups by version of the instrument: those of the result's own version of all months and, where
 * some are older, of the last twelve; other versions are named and give no place, since their
 * questions differ.
 *
 * A place is the percentile rank of the estimate among the estimates of the group, with the band of
 * measurement error and sampling error joined (psy_norms_band()). Whether it is shown is decided by
 * the instrument's policy, from the number of records and from the smaller of two reliabilities: of
 * this estimate, and of the group's, which is var / (var + mean squared error).
 *
 * Returns: (element-type BearingsPlacement): the result's own version first
 */
GPtrArray *bearings_local_group_list (GPtrArray *contributions,
                                      const BearingsResult *result,
                                      const char *month);

G_END_DECLS
