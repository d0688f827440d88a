/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of certainty as text, from the tables that compute it; and one finding's account. */
#pragma once

#include "bearings-evidence.h"

G_BEGIN_DECLS

/* Sections of the page of rules, in its order. */
typedef enum {
  BEARINGS_RULES_START = 1, /* where certainty starts, by design */
  BEARINGS_RULES_STEPS,     /* what takes it down */
  BEARINGS_RULES_CAPS,      /* what holds it down */
  BEARINGS_RULES_BODIES,    /* how several findings are read together */
} BearingsRulesSection;

/**
 * BearingsCertaintyRule:
 * @id: stable id, the same in docs/rules.md
 * @title: what the rule is about, translated
 * @text: the rule, one sentence or two, translated
 * @certainty: the start or the cap, 0 where there is none
 */
typedef struct {
  BearingsRulesSection section;
  const char *id;
  const char *title;
  const char *text;
  BearingsCertainty certainty;
} BearingsCertaintyRule;

/* Every rule there is, section by section: BearingsCertaintyRule. */
GArray *bearings_certainty_rules (void);
const char *bearings_rules_section_title (BearingsRulesSection section);
/* How the rules work together, one paragraph. */
const char *bearings_certainty_rules_principle (void);

/* One line of an account: a rule that applied, and what it did. */
typedef struct {
  char *title; /* "Starts at: High certainty", "One step down: Imprecision" */
  char *text;
  BearingsCertainty after; /* the certainty once this line is counted */
} BearingsCertaintyStep;

/* From the start to the certainty that is shown: BearingsCertaintyStep. The caps that apply are all
 * named, whether or not they bind. */
GPtrArray *bearings_certainty_rules_claim_account (const BearingsClaim *claim);
GPtrArray *bearings_certainty_rules_evidence_account (BearingsEvidence *evidence);

G_END_DECLS
