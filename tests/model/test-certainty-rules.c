/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules as text are the rules as computed; the account of a finding ends where it is shown. */

#include "bearings-certainty-rules.h"

#include <glib.h>

#include "bearings-answer.h"

static BearingsClaim *
claim_new (const char *id, BearingsDesign design)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup (id);
  claim->design = design;
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->finding.value = 12;
  claim->direction = BEARINGS_DIRECTION_FAVOURS;
  claim->hedge = BEARINGS_HEDGE_STATED;
  return claim;
}

static void
add_reason (BearingsClaim *claim, BearingsReason domain, gint64 steps)
{
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);

  reason->domain = domain;
  reason->steps = steps;
  reason->note = g_strdup ("A note.");
  g_ptr_array_add (claim->certainty_reasons, reason);
}

/* Every design, every reason and every cap has its rule, with the certainty the code computes. */
static void
test_complete (void)
{
  g_autoptr (GArray) rules = bearings_certainty_rules ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_starts = 0, n_steps = 0, n_caps = 0;

  for (guint i = 0; i < rules->len; i++) {
    const BearingsCertaintyRule *rule = &g_array_index (rules, BearingsCertaintyRule, i);

    g_assert_true (g_hash_table_add (ids, (gpointer) rule->id));
    g_assert_cmpstr (rule->title, !=, "");
    g_assert_true (g_str_has_suffix (rule->text, "."));
    if (rule->section == BEARINGS_RULES_START)
      g_assert_cmpint (rule->certainty, ==, bearings_certainty_start (++n_starts));
    n_steps += rule->section == BEARINGS_RULES_STEPS;
    n_caps += rule->section == BEARINGS_RULES_CAPS;
  }
  g_assert_null (bearings_enums_nick (&bearings_design_type, (int) n_starts + 1));
  g_assert_nonnull (bearings_enums_nick (&bearings_reason_type, (int) n_steps));
  g_assert_null (bearings_enums_nick (&bearings_reason_type, (int) n_steps + 1));
  g_assert_cmpuint (n_caps, >=, 5);
  for (int section = BEARINGS_RULES_START; section <= BEARINGS_RULES_BODIES; section++)
    g_assert_cmpstr (bearings_rules_section_title (section), !=, "");
}

static void
assert_account_ends (const BearingsClaim *claim)
{
  g_autoptr (GPtrArray) account = bearings_certainty_rules_claim_account (claim);
  g_autoptr (GPtrArray) caps = bearings_certainty_caps_of_claim (claim);
  const BearingsCertaintyStep *last = account->pdata[account->len - 1];

  g_assert_cmpuint (account->len, ==, 1 + claim->certainty_reasons->len + caps->len);
  g_assert_cmpint (last->after, ==, bearings_certainty_of_claim (claim));
}

/* Whatever the design, the reasons and the caps: the account leads to what is shown. */
static void
test_account (void)
{
  for (int design = 1; bearings_enums_nick (&bearings_design_type, design) != NULL; design++)
    for (gint64 steps = 0; steps < 4; steps++)
      for (int mask = 0; mask < 8; mask++) {
        g_autoptr (BearingsClaim) claim = claim_new ("a", design);

        if (steps > 0)
          add_reason (claim, BEARINGS_REASON_IMPRECISION, steps);
        add_reason (claim, BEARINGS_REASON_RISK_OF_BIAS, 1);
        if (mask & 1)
          claim->hedge = BEARINGS_HEDGE_POSSIBLE;
        if (mask & 2)
          claim->underpowered = BEARINGS_YES;
        if (mask & 4)
          claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
        assert_account_ends (claim);
      }
}

/* Exposure indices and expectations never speak above low of a person's outcome, however good the
 * study is otherwise. */
static void
test_exposure (void)
{
  for (int design = 1; bearings_enums_nick (&bearings_design_type, design) != NULL; design++) {
    g_autoptr (BearingsClaim) exposure = claim_new ("exposure", design);
    g_autoptr (BearingsClaim) expected = claim_new ("expected", design);
    g_autoptr (BearingsClaim) projected = claim_new ("projected", design);

    exposure->hedge = BEARINGS_HEDGE_POSSIBLE;
    expected->hedge = BEARINGS_HEDGE_EXPECTED;
    projected->finding.interval = BEARINGS_INTERVAL_EXPECTATION;
    g_assert_cmpint (bearings_certainty_of_claim (exposure), <=, BEARINGS_CERTAINTY_LOW);
    g_assert_cmpint (bearings_certainty_of_claim (expected), <=, BEARINGS_CERTAINTY_LOW);
    g_assert_cmpint (bearings_certainty_of_claim (projected), <=, BEARINGS_CERTAINTY_LOW);
  }
}

static BearingsEvidence *
evidence_new (const char *id, BearingsDesign design, BearingsDirection direction)
{
  g_autoptr (BearingsClaim) claim = claim_new (id, design);

  claim->direction = direction;
  return bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_DIRECT, "Measures it.");
}

/* Votes do not count: many weak findings beside one strong one change neither answer nor certainty,
 * and opposite ones are mixed at one to one as at nine to one. */
static void
test_no_votes (void)
{
  for (guint weak = 1; weak < 10; weak += 4) {
    g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (GPtrArray) opposite = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (GPtrArray) searches = g_ptr_array_new ();
    g_autoptr (BearingsChannelAnswer) first = NULL;
    g_autoptr (BearingsChannelAnswer) second = NULL;

    g_ptr_array_add (same,
                     evidence_new ("strong", BEARINGS_DESIGN_RCT, BEARINGS_DIRECTION_FAVOURS));
    g_ptr_array_add (opposite,
                     evidence_new ("strong", BEARINGS_DESIGN_RCT, BEARINGS_DIRECTION_AGAINST));
    for (guint i = 0; i < weak; i++) {
      g_autofree char *id = g_strdup_printf ("weak-%u", i);
      g_ptr_array_add (
        same, evidence_new (id, BEARINGS_DESIGN_OBSERVATIONAL, BEARINGS_DIRECTION_FAVOURS));
      g_ptr_array_add (
        opposite, evidence_new (id, BEARINGS_DESIGN_OBSERVATIONAL, BEARINGS_DIRECTION_FAVOURS));
    }
    first = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, same, searches);
    g_assert_cmpint (first->state, ==, BEARINGS_ANSWER_DIRECT);
    g_assert_cmpstr (bearings_evidence_get_id (first->best), ==, "strong");
    g_assert_cmpint (first->certainty, ==, BEARINGS_CERTAINTY_HIGH);
    second = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, opposite, searches);
    g_assert_cmpint (second->state, ==, BEARINGS_ANSWER_MIXED);
    g_assert_cmpstr (bearings_evidence_get_id (second->best), ==, "strong");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/certainty-rules/complete", test_complete);
  g_test_add_func ("/model/certainty-rules/account", test_account);
  g_test_add_func ("/model/certainty-rules/exposure", test_exposure);
  g_test_add_func ("/model/certainty-rules/no-votes", test_no_votes);
  return g_test_run ();
}
