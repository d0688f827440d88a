/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty of a claim, by public rules over its structured fields. */

#include "bearings-certainty.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *id;
  BearingsCertainty start;
  const char *reason;
} StartRule;

/* By design. A count, a survey or a text starts high for what it itself says: who was left out of
 * it, or what it cannot stand for, is a reason that takes it down. */
static const StartRule start_rules[] = {
  [BEARINGS_DESIGN_RCT] = { "start-rct", BEARINGS_CERTAINTY_HIGH,
                            N_ ("Chance decided who got what, so a difference can be traced to "
                                "it.") },
  [BEARINGS_DESIGN_AUDIT] = { "start-audit", BEARINGS_CERTAINTY_HIGH,
                              N_ ("Chance decided what stood on applications to real employers.") },
  [BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED] = { "start-meta-randomised", BEARINGS_CERTAINTY_HIGH,
                                                 N_ ("Pools experiments in which chance decided "
                                                     "who got what.") },
  [BEARINGS_DESIGN_META_ANALYSIS_OBSERVATIONAL] = { "start-meta-observational",
                                                    BEARINGS_CERTAINTY_MODERATE,
                                                    N_ ("Pools studies without random assignment: "
                                                        "chance matters less, other causes stay "
                                                        "possible.") },
  [BEARINGS_DESIGN_OBSERVATIONAL] = { "start-observational", BEARINGS_CERTAINTY_LOW,
                                      N_ ("Nobody was assigned by chance, so other causes stay "
                                          "possible.") },
  [BEARINGS_DESIGN_SURVEY] = { "start-survey", BEARINGS_CERTAINTY_HIGH,
                               N_ ("People were asked; it starts high for what they said, not for "
                                   "what follows from it.") },
  [BEARINGS_DESIGN_POSTINGS_COUNT] = { "start-postings", BEARINGS_CERTAINTY_HIGH,
                                       N_ ("Postings were counted; it starts high for what they "
                                           "say, not for what jobs take.") },
  [BEARINGS_DESIGN_ADMINISTRATIVE] = { "start-administrative", BEARINGS_CERTAINTY_HIGH,
                                       N_ ("Records were counted; it starts high for what was "
                                           "recorded, not for why.") },
  [BEARINGS_DESIGN_EMPLOYER_REPORT] = { "start-report", BEARINGS_CERTAINTY_LOW,
                                        N_ ("A report by a firm about its own data, without a "
                                            "method that others can check.") },
  [BEARINGS_DESIGN_FORECAST] = { "start-forecast", BEARINGS_CERTAINTY_LOW,
                                 N_ ("An expectation of what will happen, not a measurement.") },
  [BEARINGS_DESIGN_SIMULATION] = { "start-simulation", BEARINGS_CERTAINTY_LOW,
                                   N_ ("A model stood in for people or employers.") },
  [BEARINGS_DESIGN_LEGAL_TEXT] = { "start-text", BEARINGS_CERTAINTY_HIGH,
                                   N_ ("An official text; it starts high for what it says, not for "
                                       "what happens.") },
};

static const StartRule *
find_start (BearingsDesign design)
{
  if ((guint) design >= G_N_ELEMENTS (start_rules) || start_rules[design].id == NULL)
    return NULL;
  return &start_rules[design];
}

BearingsCertainty
bearings_certainty_start (BearingsDesign design)
{
  const StartRule *rule = find_start (design);

  return rule != NULL ? rule->start : BEARINGS_CERTAINTY_VERY_LOW;
}

const char *
bearings_certainty_start_id (BearingsDesign design)
{
  const StartRule *rule = find_start (design);

  return rule != NULL ? rule->id : NULL;
}

const char *
bearings_certainty_start_reason (BearingsDesign design)
{
  const StartRule *rule = find_start (design);

  return rule != NULL ? _ (rule->reason) : _ ("How the study was made is not known.");
}

static gboolean
is_report (const BearingsClaim *claim)
{
  return claim->design == BEARINGS_DESIGN_EMPLOYER_REPORT ||
         claim->design == BEARINGS_DESIGN_FORECAST || claim->design == BEARINGS_DESIGN_SIMULATION;
}

static gboolean
is_expectation (const BearingsClaim *claim)
{
  return claim->hedge == BEARINGS_HEDGE_POSSIBLE || claim->hedge == BEARINGS_HEDGE_EXPECTED ||
         claim->finding.interval == BEARINGS_INTERVAL_EXPECTATION;
}

/* Review by peers is not what makes a law what it is. */
static gboolean
is_unreviewed (const BearingsClaim *claim)
{
  return claim->peer_reviewed == BEARINGS_NO && claim->single_study == BEARINGS_YES &&
         claim->design != BEARINGS_DESIGN_LEGAL_TEXT;
}

static gboolean
is_underpowered (const BearingsClaim *claim)
{
  return claim->underpowered == BEARINGS_YES;
}

static gboolean
is_in_words (const BearingsClaim *claim)
{
  return claim->finding.missing == BEARINGS_MISSING_QUALITATIVE;
}

typedef struct {
  BearingsCertaintyCap cap; /* first: what callers hold */
  gboolean (*applies) (const BearingsClaim *claim);
  const char *title;
  const char *reason;
} CapRule;

static const CapRule cap_rules[] = {
  { { "cap-report", BEARINGS_CERTAINTY_LOW },
    is_report,
    NC_ ("cap", "A report, a forecast or a simulation"),
    N_ ("A report, a forecast or a simulation is never above low: it observed no person's "
        "outcome.") },
  { { "cap-expectation", BEARINGS_CERTAINTY_LOW },
    is_expectation,
    NC_ ("cap", "An exposure index or an expectation"),
    N_ ("What could be or is expected is never above low: it has not been observed.") },
  { { "cap-unreviewed", BEARINGS_CERTAINTY_MODERATE },
    is_unreviewed,
    NC_ ("cap", "A single study without peer review"),
    N_ ("A single study that was not peer-reviewed is never above moderate.") },
  { { "cap-underpowered", BEARINGS_CERTAINTY_MODERATE },
    is_underpowered,
    NC_ ("cap", "A study too small for its question"),
    N_ ("A study too small for its question is never above moderate.") },
  { { "cap-words", BEARINGS_CERTAINTY_MODERATE },
    is_in_words,
    NC_ ("cap", "A finding in words only"),
    N_ ("A finding stated in words only is never above moderate: its size cannot be judged.") },
};

GPtrArray *
bearings_certainty_caps_of_claim (const BearingsClaim *claim)
{
  GPtrArray *caps = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cap_rules); i++)
    if (cap_rules[i].applies (claim))
      g_ptr_array_add (caps, (gpointer) &cap_rules[i].cap);
  return caps;
}

GPtrArray *
bearings_certainty_caps (void)
{
  GPtrArray *caps = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cap_rules); i++)
    g_ptr_array_add (caps, (gpointer) &cap_rules[i].cap);
  return caps;
}

const char *
bearings_certainty_cap_title (const BearingsCertaintyCap *cap)
{
  for (guint i = 0; i < G_N_ELEMENTS (cap_rules); i++)
    if (g_str_equal (cap_rules[i].cap.id, cap->id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "cap", cap_rules[i].title);
  g_return_val_if_reached ("");
}

const char *
bearings_certainty_cap_reason (const BearingsCertaintyCap *cap)
{
  for (guint i = 0; i < G_N_ELEMENTS (cap_rules); i++)
    if (g_str_equal (cap_rules[i].cap.id, cap->id))
      return _ (cap_rules[i].reason);
  g_return_val_if_reached ("");
}

BearingsCertainty
bearings_certainty_of_claim (const BearingsClaim *claim)
{
  int certainty = bearings_certainty_start (claim->design);

  for (guint i = 0; i < claim->certainty_reasons->len; i++) {
    const BearingsCertaintyReason *reason = g_ptr_array_index (claim->certainty_reasons, i);

    if (bearings_record_integer_is_set (reason->steps) && reason->steps > 0)
      certainty -= (int) MIN (reason->steps, BEARINGS_CERTAINTY_HIGH);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cap_rules); i++)
    if (cap_rules[i].applies (claim))
      certainty = MIN (certainty, (int) cap_rules[i].cap.cap);
  return MAX (certainty, BEARINGS_CERTAINTY_VERY_LOW);
}
