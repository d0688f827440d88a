/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of certainty as text, from the tables that compute it; and one finding's account. */

#include "bearings-certainty-rules.h"

#include <glib/gi18n-lib.h>

#include "bearings-words.h"

/* By BearingsReason. */
static const struct {
  const char *id;
  const char *text;
} step_rules[] = {
  { "step-risk-of-bias",
    N_ ("The way the study was made may have pushed the result: people chose themselves, many "
        "dropped out, the makers sell what they measure. Two steps when this alone could explain "
        "the finding.") },
  { "step-inconsistency",
    N_ ("Other results on the same question disagree, or the pooled results spread widely.") },
  { "step-indirectness",
    N_ ("What was measured stands for what the sentence speaks of: a choice in a survey for an "
        "invitation, one task for work.") },
  { "step-imprecision",
    N_ ("Few people, an interval that allows different conclusions, or neither an interval nor a "
        "sample size in the copy read.") },
  { "step-publication-bias", N_ ("Results that failed to impress are likely to be absent.") },
};

/* How several findings of one question are read together. */
static const struct {
  const char *id;
  const char *title;
  const char *text;
} body_rules[] = {
  { "body-no-votes", N_ ("No votes"),
    N_ ("Findings are never counted against each other. The nearest and surest one answers; "
        "opposite direct findings make the answer mixed, however many stand on each side.") },
  { "body-one-study", N_ ("One study, one piece of evidence"),
    N_ ("A preprint, its article and its press page are one study. Several figures of one study "
        "are never several studies, and a later edition of a series does not replicate the "
        "earlier one.") },
  { "body-no-average", N_ ("No score"),
    N_ ("Nothing is averaged over questions: there is no single number for how much a skill "
        "matters.") },
};

static void
add_rule (GArray *rules,
          BearingsRulesSection section,
          const char *id,
          const char *title,
          const char *text,
          BearingsCertainty certainty)
{
  BearingsCertaintyRule rule = { section, id, title, text, certainty };

  g_array_append_val (rules, rule);
}

GArray *
bearings_certainty_rules (void)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (BearingsCertaintyRule));
  g_autoptr (GPtrArray) caps = bearings_certainty_caps ();

  for (int design = 1; bearings_enums_nick (&bearings_design_type, design) != NULL; design++)
    add_rule (rules, BEARINGS_RULES_START, bearings_certainty_start_id (design),
              bearings_words_design_title (design), bearings_certainty_start_reason (design),
              bearings_certainty_start (design));
  for (guint i = 0; i < G_N_ELEMENTS (step_rules); i++)
    add_rule (rules, BEARINGS_RULES_STEPS, step_rules[i].id, bearings_words_reason_title (i + 1),
              _ (step_rules[i].text), 0);
  for (guint i = 0; i < caps->len; i++) {
    const BearingsCertaintyCap *cap = caps->pdata[i];
    add_rule (rules, BEARINGS_RULES_CAPS, cap->id, bearings_certainty_cap_title (cap),
              bearings_certainty_cap_reason (cap), cap->cap);
  }
  for (guint i = 0; i < G_N_ELEMENTS (body_rules); i++)
    add_rule (rules, BEARINGS_RULES_BODIES, body_rules[i].id, _ (body_rules[i].title),
              _ (body_rules[i].text), 0);
  return rules;
}

const char *
bearings_rules_section_title (BearingsRulesSection section)
{
  switch (section) {
  case BEARINGS_RULES_START:
    return _ ("Where certainty starts");
  case BEARINGS_RULES_STEPS:
    return _ ("What takes it down");
  case BEARINGS_RULES_CAPS:
    return _ ("What holds it down");
  case BEARINGS_RULES_BODIES:
    return _ ("Several findings together");
  }
  g_return_val_if_reached ("");
}

const char *
bearings_certainty_rules_principle (void)
{
  return _ (
    "Certainty says how sure one may be that the finding’s own sentence is right. It starts "
    "where the design puts it, goes down by a step or two for each named reason, and is "
    "held down by every limit that applies. Nothing raises it. It does not say how large "
    "or how important an effect is, nor how near the finding is to your question.");
}

static void
step_free (gpointer data)
{
  BearingsCertaintyStep *step = data;

  g_free (step->title);
  g_free (step->text);
  g_free (step);
}

static BearingsCertaintyStep *
add_step (GPtrArray *account, char *title, const char *text, int after)
{
  BearingsCertaintyStep *step = g_new0 (BearingsCertaintyStep, 1);

  step->title = title;
  step->text = g_strdup (text);
  step->after = (BearingsCertainty) CLAMP (after, (int) BEARINGS_CERTAINTY_VERY_LOW,
                                           (int) BEARINGS_CERTAINTY_HIGH);
  g_ptr_array_add (account, step);
  return step;
}

static GPtrArray *
account_of (BearingsDesign design, const GPtrArray *reasons, const BearingsClaim *claim)
{
  GPtrArray *account = g_ptr_array_new_with_free_func (step_free);
  int certainty = (int) bearings_certainty_start (design);

  add_step (account,
            /* Translators: where certainty starts; %s is "High certainty" or so. */
            g_strdup_printf (_ ("Starts at: %s"), bearings_words_certainty_title (certainty)),
            bearings_certainty_start_reason (design), certainty);
  for (guint i = 0; i < reasons->len; i++) {
    const BearingsCertaintyReason *reason = g_ptr_array_index (reasons, i);
    const char *title = bearings_words_reason_title (reason->domain);
    gboolean two = bearings_record_integer_is_set (reason->steps) && reason->steps >= 2;

    if (bearings_record_integer_is_set (reason->steps) && reason->steps > 0)
      certainty -= (int) MIN (reason->steps, BEARINGS_CERTAINTY_HIGH);
    certainty = MAX (certainty, (int) BEARINGS_CERTAINTY_VERY_LOW);
    add_step (account,
              /* Translators: why certainty goes down; %s is "Risk of bias" or so. */
              g_strdup_printf (two ? _ ("Two steps down: %s") : _ ("One step down: %s"), title),
              reason->note, certainty);
  }
  if (claim != NULL) {
    g_autoptr (GPtrArray) caps = bearings_certainty_caps_of_claim (claim);

    for (guint i = 0; i < caps->len; i++) {
      const BearingsCertaintyCap *cap = caps->pdata[i];

      certainty = MIN (certainty, (int) cap->cap);
      add_step (account,
                /* Translators: a limit; %s is "Low certainty" or so. */
                g_strdup_printf (_ ("Never above: %s"), bearings_words_certainty_title (cap->cap)),
                bearings_certainty_cap_reason (cap), certainty);
    }
  }
  return account;
}

GPtrArray *
bearings_certainty_rules_claim_account (const BearingsClaim *claim)
{
  return account_of (claim->design, claim->certainty_reasons, claim);
}

GPtrArray *
bearings_certainty_rules_evidence_account (BearingsEvidence *evidence)
{
  return account_of (bearings_evidence_get_design (evidence),
                     bearings_evidence_get_certainty_reasons (evidence),
                     bearings_evidence_get_claim (evidence));
}
