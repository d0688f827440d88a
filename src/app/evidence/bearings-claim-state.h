/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claim page says in words. Pure; no display needed. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

/* "Yes", "No", or "not stated by the source". */
const char *bearings_claim_state_tristate_text (int value);
/* "453 people", with the sample's note when there is one. */
char *bearings_claim_state_sample_text (const BearingsClaim *claim);
/* "4 replications or related studies", "No replication found", "Nobody has looked for one". */
char *bearings_claim_state_replication_text (const BearingsReplication *replication);
/* What other studies are to the claim, one a line, those that found otherwise first; NULL when none
 * is known. */
char *bearings_claim_state_studies_text (const BearingsReplication *replication, GPtrArray *claims);
/* "Python for Machine Learning Engineer", from what a directness row names. */
char *bearings_claim_state_directness_subject (const BearingsClaimDirectness *row,
                                               GHashTable *titles);
/* Kind, id and second id of the page such a row leads to; FALSE when it has none. */
gboolean bearings_claim_state_directness_target (const BearingsClaimDirectness *row,
                                                 BearingsRecordKind *kind,
                                                 const char **id,
                                                 const char **second_id);

G_END_DECLS
