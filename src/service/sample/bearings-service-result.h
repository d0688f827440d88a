/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result with all that is shown beside it. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/**
 * BearingsResultScreen:
 * @result: of the sitting
 * @roles: BearingsHit, every role, by title
 * @groups: BearingsPlacement in the centre's own sample
 * @self_ratings: (nullable): the claim on what self-ratings are worth, where it is installed
 * @learning: BearingsClaim: what is known of how to learn
 * @sources: id -> BearingsSource of these claims and of every reference sample
 * @earlier: (nullable): the sitting before this one
 * @no_earlier: (nullable): there is one, which cannot be read: why
 * @rescore: (nullable): with what is installed today; of a finished sitting
 * @no_rescore: (nullable): why there is none
 * @joined: the answers are in the centre's own sample
 */
typedef struct {
  BearingsResult *result;
  GPtrArray *roles;
  GPtrArray *groups;
  BearingsClaim *self_ratings;
  GPtrArray *learning;
  GHashTable *sources;
  BearingsResult *earlier;
  GError *no_earlier;
  BearingsRescore *rescore;
  GError *no_rescore;
  gboolean joined;
} BearingsResultScreen;
void bearings_result_screen_free (BearingsResultScreen *screen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResultScreen, bearings_result_screen_free)

/* @self_rating_claim: id of the claim on what self-ratings are worth */
BearingsResultScreen *bearings_service_result_get_screen (BearingsService *self,
                                                          const char *sitting_id,
                                                          const char *self_rating_claim,
                                                          GError **error);

G_END_DECLS
