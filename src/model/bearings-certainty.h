/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty of a claim, by public rules over its structured fields. */
#pragma once

#include "bearings-evidence.h"

G_BEGIN_DECLS

/* Where certainty starts for a design. */
BearingsCertainty bearings_certainty_start (BearingsDesign design);
/* Why it starts there, one plain sentence. */
const char *bearings_certainty_start_reason (BearingsDesign design);
/* Start minus the steps of the claim's reasons, capped by the rules, never below very low. */
BearingsCertainty bearings_claim_certainty (const BearingsClaim *claim);

G_END_DECLS
