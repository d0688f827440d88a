/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.db: the centre's own anonymous sample. */
#pragma once

#include "bearings-contribution.h"
#include "bearings-people.h"

G_BEGIN_DECLS

/* Adds the record of a finished sitting; refused as CONFLICT when the sitting has joined already.
 * Nothing stored links the two. */
gboolean bearings_people_sample_contribute (BearingsPeople *self,
                                            const char *sitting_id,
                                            const BearingsContribution *contribution,
                                            GError **error);
/* Takes it out again, for who still knows both ids. */
gboolean bearings_people_sample_withdraw (BearingsPeople *self,
                                          const char *sitting_id,
                                          const char *contribution_id,
                                          GError **error);
gboolean bearings_people_sample_has_contributed (BearingsPeople *self,
                                                 const char *sitting_id,
                                                 gboolean *contributed,
                                                 GError **error);
/* The number of the last entry of its log when it joined; 0 when it has not. */
gboolean bearings_people_sample_get_joined_seq (BearingsPeople *self,
                                                const char *sitting_id,
                                                gint64 *seq,
                                                GError **error);
/* BearingsContribution, by id; @instrument NULL: of all. */
GPtrArray *bearings_people_sample_list_contributions (BearingsPeople *self,
                                                      const char *instrument,
                                                      GError **error);
/* Adds those whose id is not there, all or none; sets their @origin. */
gboolean bearings_people_sample_merge_contributions (BearingsPeople *self,
                                                     GPtrArray *contributions,
                                                     const char *origin,
                                                     guint *added,
                                                     GError **error);
/* Removes what was merged from @origin; NOT_FOUND when there is nothing. */
gboolean bearings_people_sample_remove_contributions (BearingsPeople *self,
                                                      const char *origin,
                                                      guint *removed,
                                                      GError **error);

G_END_DECLS
