/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty of a claim, by public rules over its structured fields. */
#pragma once

#include "bearings-claims.h"

G_BEGIN_DECLS

/*
 * The rules, written out in docs/rules.md. Certainty starts where the design puts it, goes down
 * by the steps of the claim's reasons, is held down by every cap that applies, and is never below
 * very low. It speaks of the claim's own sentence; how near the claim is to a skill and a role is
 * its directness, a separate mark.
 */

/**
 * BearingsCertaintyCap:
 * @id: stable id of the rule, the same in docs/rules.md
 * @cap: the highest certainty it allows
 *
 * A rule that holds certainty down because of what a claim is, whatever its reasons.
 */
typedef struct {
  const char *id;
  BearingsCertainty cap;
} BearingsCertaintyCap;

/* Where certainty starts for a design. */
BearingsCertainty bearings_certainty_start (BearingsDesign design);
/* Stable id of the rule: "start-rct"; NULL for no design. */
const char *bearings_certainty_start_id (BearingsDesign design);
/* Why it starts there, one plain sentence. */
const char *bearings_certainty_start_reason (BearingsDesign design);

/* Every cap there is: const BearingsCertaintyCap *. */
GPtrArray *bearings_certainty_caps (void);
/* What a cap is about, a few words. */
const char *bearings_certainty_cap_title (const BearingsCertaintyCap *cap);
/* The caps that apply to a claim, whether or not they bind: const BearingsCertaintyCap *. */
GPtrArray *bearings_certainty_caps_of_claim (const BearingsClaim *claim);
/* Why a cap holds certainty down, one plain sentence. */
const char *bearings_certainty_cap_reason (const BearingsCertaintyCap *cap);

/* Start minus the steps of the claim's reasons, capped by the rules, never below very low. */
BearingsCertainty bearings_certainty_of_claim (const BearingsClaim *claim);

G_END_DECLS
