/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty: where it starts, what takes it down, what holds it down. */

#include "bearings-certainty.h"

#include <glib.h>

static BearingsClaim *
claim_new (BearingsDesign design)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->design = design;
  claim->peer_reviewed = BEARINGS_YES;
  claim->finding.value = 12;
  return claim;
}

static void
add_reason (BearingsClaim *claim, BearingsReason domain, gint64 steps)
{
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);

  reason->domain = domain;
  reason->steps = steps;
  reason->note = g_strdup ("A reason.");
  g_ptr_array_add (claim->certainty_reasons, reason);
}

/* "cap-report cap-expectation" */
static char *
caps_text (const BearingsClaim *claim)
{
  g_autoptr (GPtrArray) caps = bearings_certainty_caps_of_claim (claim);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < caps->len; i++) {
    const BearingsCertaintyCap *cap = g_ptr_array_index (caps, i);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", cap->id);
    g_assert_cmpint (bearings_certainty_of_claim (claim), <=, cap->cap);
    g_assert_cmpstr (bearings_certainty_cap_reason (cap), !=, "");
  }
  return g_string_free_and_steal (text);
}

static void
assert_caps (const BearingsClaim *claim, const char *expected)
{
  g_autofree char *text = caps_text (claim);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_start (void)
{
  static const struct {
    BearingsDesign design;
    BearingsCertainty start;
    const char *id;
  } rules[] = {
    { BEARINGS_DESIGN_RCT, BEARINGS_CERTAINTY_HIGH, "start-rct" },
    { BEARINGS_DESIGN_AUDIT, BEARINGS_CERTAINTY_HIGH, "start-audit" },
    { BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED, BEARINGS_CERTAINTY_HIGH, "start-meta-randomised" },
    { BEARINGS_DESIGN_META_ANALYSIS_OBSERVATIONAL, BEARINGS_CERTAINTY_MODERATE,
      "start-meta-observational" },
    { BEARINGS_DESIGN_OBSERVATIONAL, BEARINGS_CERTAINTY_LOW, "start-observational" },
    { BEARINGS_DESIGN_SURVEY, BEARINGS_CERTAINTY_HIGH, "start-survey" },
    { BEARINGS_DESIGN_POSTINGS_COUNT, BEARINGS_CERTAINTY_HIGH, "start-postings" },
    { BEARINGS_DESIGN_ADMINISTRATIVE, BEARINGS_CERTAINTY_HIGH, "start-administrative" },
    { BEARINGS_DESIGN_EMPLOYER_REPORT, BEARINGS_CERTAINTY_LOW, "start-report" },
    { BEARINGS_DESIGN_FORECAST, BEARINGS_CERTAINTY_LOW, "start-forecast" },
    { BEARINGS_DESIGN_SIMULATION, BEARINGS_CERTAINTY_LOW, "start-simulation" },
    { BEARINGS_DESIGN_LEGAL_TEXT, BEARINGS_CERTAINTY_HIGH, "start-text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_assert_cmpint (bearings_certainty_start (rules[i].design), ==, rules[i].start);
    g_assert_cmpstr (bearings_certainty_start_id (rules[i].design), ==, rules[i].id);
    g_assert_true (g_str_has_suffix (bearings_certainty_start_reason (rules[i].design), "."));
  }
  /* The table above has every design there is. */
  g_assert_null (bearings_enums_nick (&bearings_design_type, G_N_ELEMENTS (rules) + 1));
  g_assert_null (bearings_certainty_start_id (0));
  g_assert_cmpint (bearings_certainty_start (0), ==, BEARINGS_CERTAINTY_VERY_LOW);
}

static void
test_steps (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT);

  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_HIGH);
  add_reason (claim, BEARINGS_REASON_IMPRECISION, 1);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_MODERATE);
  add_reason (claim, BEARINGS_REASON_RISK_OF_BIAS, 2);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_VERY_LOW);
  add_reason (claim, BEARINGS_REASON_PUBLICATION_BIAS, 2);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_VERY_LOW);
}

/* A reason whose steps are not given, or are nonsense, neither raises certainty nor overflows. */
static void
test_strange_steps (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT);

  add_reason (claim, BEARINGS_REASON_IMPRECISION, BEARINGS_INTEGER_ABSENT);
  add_reason (claim, BEARINGS_REASON_INDIRECTNESS, -3);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_HIGH);
  add_reason (claim, BEARINGS_REASON_INCONSISTENCY, G_MAXINT64);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_VERY_LOW);
}

static void
test_cap_report (void)
{
  static const BearingsDesign designs[] = { BEARINGS_DESIGN_EMPLOYER_REPORT,
                                            BEARINGS_DESIGN_FORECAST, BEARINGS_DESIGN_SIMULATION };

  for (guint i = 0; i < G_N_ELEMENTS (designs); i++) {
    g_autoptr (BearingsClaim) claim = claim_new (designs[i]);

    assert_caps (claim, "cap-report");
    g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_LOW);
    add_reason (claim, BEARINGS_REASON_INDIRECTNESS, 1);
    g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_VERY_LOW);
  }
}

/* An exposure index says what could be; a survey may ask for expectations. */
static void
test_cap_expectation (void)
{
  g_autoptr (BearingsClaim) exposure = claim_new (BEARINGS_DESIGN_POSTINGS_COUNT);
  g_autoptr (BearingsClaim) expected = claim_new (BEARINGS_DESIGN_SURVEY);
  g_autoptr (BearingsClaim) unmarked = claim_new (BEARINGS_DESIGN_SURVEY);
  g_autoptr (BearingsClaim) stated = claim_new (BEARINGS_DESIGN_SURVEY);

  exposure->hedge = BEARINGS_HEDGE_POSSIBLE;
  expected->hedge = BEARINGS_HEDGE_EXPECTED;
  unmarked->finding.interval = BEARINGS_INTERVAL_EXPECTATION;
  stated->hedge = BEARINGS_HEDGE_STATED;
  assert_caps (exposure, "cap-expectation");
  assert_caps (expected, "cap-expectation");
  assert_caps (unmarked, "cap-expectation");
  assert_caps (stated, "");
  g_assert_cmpint (bearings_certainty_of_claim (exposure), ==, BEARINGS_CERTAINTY_LOW);
  g_assert_cmpint (bearings_certainty_of_claim (expected), ==, BEARINGS_CERTAINTY_LOW);
  g_assert_cmpint (bearings_certainty_of_claim (unmarked), ==, BEARINGS_CERTAINTY_LOW);
  g_assert_cmpint (bearings_certainty_of_claim (stated), ==, BEARINGS_CERTAINTY_HIGH);
}

static void
test_cap_unreviewed (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT);
  g_autoptr (BearingsClaim) law = claim_new (BEARINGS_DESIGN_LEGAL_TEXT);

  claim->peer_reviewed = BEARINGS_NO;
  assert_caps (claim, "");
  claim->single_study = BEARINGS_YES;
  assert_caps (claim, "cap-unreviewed");
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_MODERATE);
  /* A cap is no step: one reason takes the claim to where it would be anyway. */
  add_reason (claim, BEARINGS_REASON_IMPRECISION, 1);
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_MODERATE);
  claim->peer_reviewed = BEARINGS_UNKNOWN;
  assert_caps (claim, "");

  law->peer_reviewed = BEARINGS_NO;
  law->single_study = BEARINGS_YES;
  assert_caps (law, "");
  g_assert_cmpint (bearings_certainty_of_claim (law), ==, BEARINGS_CERTAINTY_HIGH);
}

static void
test_cap_underpowered (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT);

  claim->underpowered = BEARINGS_YES;
  assert_caps (claim, "cap-underpowered");
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_MODERATE);
  claim->underpowered = BEARINGS_UNKNOWN;
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_HIGH);
}

static void
test_cap_words (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_AUDIT);

  claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  assert_caps (claim, "cap-words");
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_MODERATE);
  /* A definition has no number to miss. */
  claim->finding.missing = BEARINGS_MISSING_NOT_APPLICABLE;
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_HIGH);
}

static void
test_caps_together (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_FORECAST);

  claim->hedge = BEARINGS_HEDGE_EXPECTED;
  claim->peer_reviewed = BEARINGS_NO;
  claim->single_study = BEARINGS_YES;
  claim->underpowered = BEARINGS_YES;
  claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  assert_caps (claim, "cap-report cap-expectation cap-unreviewed cap-underpowered cap-words");
  g_assert_cmpint (bearings_certainty_of_claim (claim), ==, BEARINGS_CERTAINTY_LOW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/certainty/start", test_start);
  g_test_add_func ("/model/certainty/steps", test_steps);
  g_test_add_func ("/model/certainty/strange-steps", test_strange_steps);
  g_test_add_func ("/model/certainty/cap-report", test_cap_report);
  g_test_add_func ("/model/certainty/cap-expectation", test_cap_expectation);
  g_test_add_func ("/model/certainty/cap-unreviewed", test_cap_unreviewed);
  g_test_add_func ("/model/certainty/cap-underpowered", test_cap_underpowered);
  g_test_add_func ("/model/certainty/cap-words", test_cap_words);
  g_test_add_func ("/model/certainty/caps-together", test_caps_together);
  return g_test_run ();
}
