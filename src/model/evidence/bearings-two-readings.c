/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of the same figures. */

#include "bearings-two-readings.h"

#include <glib/gi18n-lib.h>

#include "bearings-words.h"

static void
add (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static const char *
plain_certainty (BearingsCertainty certainty)
{
  switch (certainty) {
  case BEARINGS_CERTAINTY_HIGH:
    return _ ("One may rely on it.");
  case BEARINGS_CERTAINTY_MODERATE:
    return _ ("It is probably right, and more studies could still change it.");
  case BEARINGS_CERTAINTY_LOW:
    return _ ("It may well turn out otherwise.");
  case BEARINGS_CERTAINTY_VERY_LOW:
    return _ ("It is little more than a hint.");
  }
  return NULL;
}

static const char *
plain_design (BearingsDesign design)
{
  switch (design) {
  case BEARINGS_DESIGN_RCT:
    return _ ("People were given one thing or another by chance, and then compared.");
  case BEARINGS_DESIGN_AUDIT:
    return _ ("Made-up applications were sent to real employers, to see who is called back.");
  case BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED:
    return _ ("It sums up experiments in which chance decided who got what.");
  case BEARINGS_DESIGN_META_ANALYSIS_OBSERVATIONAL:
    return _ ("It sums up studies that compared people as they are.");
  case BEARINGS_DESIGN_OBSERVATIONAL:
    return _ ("People were compared as they are, so other causes are possible.");
  case BEARINGS_DESIGN_SURVEY:
    return _ ("People were asked, and this is what they said.");
  case BEARINGS_DESIGN_POSTINGS_COUNT:
    return _ ("Job postings were counted: what employers write, not what the work takes.");
  case BEARINGS_DESIGN_ADMINISTRATIVE:
    return _ ("It was counted in records that are kept anyway.");
  case BEARINGS_DESIGN_EMPLOYER_REPORT:
    return _ ("A firm reports it of its own data.");
  case BEARINGS_DESIGN_FORECAST:
    return _ ("Somebody expects it; it has not happened yet.");
  case BEARINGS_DESIGN_SIMULATION:
    return _ ("A model was asked in place of people.");
  case BEARINGS_DESIGN_LEGAL_TEXT:
    return _ ("An official text says so.");
  }
  return NULL;
}

static const char *
plain_state (BearingsAnswerState state)
{
  switch (state) {
  case BEARINGS_ANSWER_DIRECT:
    return _ ("Somebody has measured just this.");
  case BEARINGS_ANSWER_NOT_ESTABLISHED:
    return _ ("Somebody has measured just this, and it could still be so or not.");
  case BEARINGS_ANSWER_MIXED:
    return _ ("Just this has been measured, and the findings point both ways.");
  case BEARINGS_ANSWER_ADJACENT:
    return _ ("Nobody is known to have measured just this, but something near to it.");
  case BEARINGS_ANSWER_CONTEXT:
    return _ (
      "Nobody is known to have measured this; what stands here is about something else that "
      "bears on it.");
  case BEARINGS_ANSWER_NO_EVIDENCE:
    return _ ("Nobody is known to have measured this. That is an answer, too.");
  }
  return NULL;
}

/* "Design: survey." */
static void
add_term (GString *text, const char *term, const char *value)
{
  /* Translators: a technical term and its value, as a sentence. */
  g_autofree char *sentence = value != NULL ? g_strdup_printf (_ ("%s: %s."), term, value) : NULL;

  add (text, sentence);
}

static char *
reasons_text (GPtrArray *reasons)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reasons->len; i++) {
    const BearingsCertaintyReason *reason = reasons->pdata[i];
    /* Translators: a reason for less certainty, such as "Imprecision". */
    g_ptr_array_add (
      parts,
      reason->steps == 1
        ? g_strdup_printf (_ ("%s, one step down"), bearings_words_reason_title (reason->domain))
        : g_strdup_printf (_ ("%s, two steps down"), bearings_words_reason_title (reason->domain)));
  }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

static void
add_technical (GString *text, BearingsEvidence *evidence, gboolean of_page)
{
  const BearingsFigure *figure = bearings_evidence_get_figure (evidence);
  g_autofree char *reasons = reasons_text (bearings_evidence_get_certainty_reasons (evidence));
  BearingsHedge hedge = bearings_evidence_get_hedge (evidence);
  BearingsDirection direction = bearings_evidence_get_direction (evidence);

  add_term (text, _ ("Design"),
            bearings_words_design_title (bearings_evidence_get_design (evidence)));
  if (of_page)
    add_term (text, _ ("Directness"),
              bearings_words_directness_title (bearings_evidence_get_directness (evidence)));
  add_term (text, _ ("Certainty"),
            bearings_words_certainty_title (bearings_evidence_get_certainty (evidence)));
  add_term (text, _ ("Rated down for"), reasons);
  if (bearings_figure_has_value (figure) && figure->interval != 0)
    add_term (text, _ ("Interval"), bearings_words_interval_title (figure->interval));
  else if (!bearings_figure_has_value (figure) && figure->missing != 0)
    add_term (text, _ ("Value"), bearings_words_missing_title (figure->missing));
  if (hedge != 0)
    add_term (text, _ ("Hedge of the source"), bearings_words_hedge_title (hedge));
  if (direction != 0)
    add_term (text, _ ("Direction"), bearings_words_direction_title (direction));
}

/* How near it is stands beside it, with its reason. */
static void
add_plain (GString *text, BearingsEvidence *evidence)
{
  add (text, plain_design (bearings_evidence_get_design (evidence)));
  add (text, plain_certainty (bearings_evidence_get_certainty (evidence)));
}

char *
bearings_two_readings_evidence (BearingsEvidence *evidence, BearingsReadingForm form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (form == BEARINGS_READING_TECHNICAL)
    add_technical (text, evidence, TRUE);
  else
    add_plain (text, evidence);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
bearings_two_readings_claim (BearingsClaim *claim, BearingsReadingForm form)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BearingsEvidence) evidence =
    bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_CONTEXT, NULL);

  if (form == BEARINGS_READING_TECHNICAL)
    add_technical (text, evidence, FALSE);
  else
    add_plain (text, evidence);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
bearings_two_readings_answer (const BearingsChannelAnswer *answer, BearingsReadingForm form)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean carried = answer->best != NULL && answer->state != BEARINGS_ANSWER_NO_EVIDENCE;

  if (form == BEARINGS_READING_TECHNICAL) {
    add_term (text, _ ("State"), bearings_answer_state_title (answer->state));
    if (carried)
      add_technical (text, answer->best, TRUE);
    else if (answer->search != NULL)
      add_term (text, _ ("Outcome of the search"),
                bearings_words_missing_title (answer->search->outcome));
  } else {
    add (text, plain_state (answer->state));
    if (carried) {
      add (text, plain_design (bearings_evidence_get_design (answer->best)));
      add (text, plain_certainty (answer->certainty));
    }
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
bearings_two_readings_career (BearingsReadingForm form)
{
  return g_strdup (
    form == BEARINGS_READING_TECHNICAL
      ? _ ("Pay: percentiles of an employer survey, with the relative standard error of the mean "
           "where it is published. Outlook: a projection by a model, without an interval. "
           "Importance and level: means of panels of raters with their standard errors. "
           "Technologies: flags by rule, and shares of postings with Wilson intervals.")
      : _ ("Pay is what employers report for the official occupation. The outlook is what the "
           "statistics office expects, not what has happened. Importance is what people in the "
           "occupation, or experts, say. Shares of postings are what employers write."));
}

static const char *
plain_verdict (BearingsVerdict verdict)
{
  switch (verdict) {
  case BEARINGS_VERDICT_UNTRACEABLE:
    return _ ("Nobody could find where it comes from. It is best not repeated.");
  case BEARINGS_VERDICT_GARBLED:
    return _ ("Several things were mixed up on the way; as it stands nobody found it.");
  case BEARINGS_VERDICT_DISTORTED:
    return _ ("There is something behind it, and it has been bent into something else.");
  case BEARINGS_VERDICT_MISREPORTED:
    return _ ("There is a source, and it says something else.");
  case BEARINGS_VERDICT_OVERSTATED:
    return _ ("There is a source, and it says less.");
  case BEARINGS_VERDICT_NO_PRIMARY:
    return _ ("Everybody cites somebody else, and nobody the one who measured it.");
  case BEARINGS_VERDICT_SUPERSEDED:
    return _ ("It was so once; there is something newer.");
  }
  return NULL;
}

char *
bearings_two_readings_register (const BearingsRegisterEntry *entry, BearingsReadingForm form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (form == BEARINGS_READING_PLAIN) {
    add (text, plain_verdict (entry->verdict));
    add (text, _ ("Below stands who says it, and how it changed from one to the next."));
  } else {
    add_term (text, _ ("Verdict"), bearings_words_verdict_title (entry->verdict));
    add_term (text, _ ("Primary source"),
              entry->primary_found == BEARINGS_YES ? _ ("found") : _ ("not found"));
    add (text, _ ("Hops are compared by rule in hedge, number, unit, year, sample and words."));
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
bearings_two_readings_result (const BearingsResult *result, BearingsReadingForm form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (form == BEARINGS_READING_PLAIN) {
    add (text,
         _ ("The band is as much a part of the result as the level: another sitting could come "
            "out anywhere in it."));
    add (text, result->provisional
                 ? _ ("How hard each question is was judged by its authors, not yet learnt from "
                      "answers.")
                 : NULL);
    return g_string_free_and_steal (g_steal_pointer (&text));
  }
  if (result->steps) {
    add (text,
         _ ("Mean of the self-ratings with its standard error; no latent trait is estimated."));
    return g_string_free_and_steal (g_steal_pointer (&text));
  }
  add_term (text, _ ("Estimate"), _ ("expected a posteriori under a standard normal prior"));
  add_term (text, _ ("Error"), _ ("standard deviation of the posterior"));
  add_term (text, _ ("Levels"), _ ("chance of each by the posterior beyond its cut score"));
  add_term (text, _ ("Item parameters"),
            result->provisional ? _ ("judged by the authors") : _ ("calibrated from answers"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
