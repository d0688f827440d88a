/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skill page as a document. */

#include <glib/gi18n-lib.h>

#include "bearings-format.h"
#include "bearings-report.h"
#include "bearings-sensitivity.h"
#include "bearings-words.h"

static void
add_channel (BearingsDocument *document,
             const BearingsSkillPage *page,
             const BearingsChannelAnswer *answer)
{
  g_autofree char *sentence = bearings_channel_answer_text (answer);
  g_autofree char *text = NULL;
  guint reference = 0;

  if (answer->best != NULL && answer->state != BEARINGS_ANSWER_NO_EVIDENCE) {
    reference = bearings_document_cite (
      document,
      g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (answer->best)));
    /* Translators: state of the answer, its certainty, the sentence. */
    text = g_strdup_printf (_ ("%s, %s. %s"), bearings_answer_state_title (answer->state),
                            bearings_words_certainty_title (answer->certainty), sentence);
  } else {
    g_autofree char *searched = bearings_answer_evidence_search_text (answer->search);

    /* Translators: state of the answer, the sentence. */
    text = g_strdup_printf (_ ("%s. %s"), bearings_answer_state_title (answer->state), sentence);
    if (searched != NULL) {
      g_autofree char *said = g_steal_pointer (&text);
      text = g_strdup_printf ("%s %s", said, searched);
    }
  }
  bearings_document_add_term (document, bearings_words_channel_title (answer->channel), text,
                              reference);
}

static void
add_evidence (BearingsDocument *document, const BearingsSkillPage *page, BearingsEvidence *evidence)
{
  g_autofree char *figure = bearings_format_figure (bearings_evidence_get_figure (evidence));
  g_autofree char *text = NULL;
  guint reference = bearings_document_cite (
    document, g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (evidence)));

  /* Translators: directness, certainty, design, figure, why it is direct or not. */
  text =
    g_strdup_printf (_ ("%s. %s. %s. %s. %s"),
                     bearings_words_directness_title (bearings_evidence_get_directness (evidence)),
                     bearings_words_certainty_title (bearings_evidence_get_certainty (evidence)),
                     bearings_words_design_title (bearings_evidence_get_design (evidence)), figure,
                     bearings_evidence_get_directness_reason (evidence));
  bearings_document_add_term (document, bearings_evidence_get_statement (evidence), text,
                              reference);
}

static void
add_sensitivities (BearingsDocument *document, const BearingsSkillPage *page)
{
  guint n_rest;
  g_autoptr (GPtrArray) list = bearings_sensitivity_list (page, &n_rest);
  g_autofree char *rest = bearings_sensitivity_rest_text (n_rest);

  if (page->evidence->len == 0)
    return;
  bearings_document_add_heading (document, _ ("What would change this?"));
  for (guint i = 0; i < list->len; i++) {
    const BearingsSensitivity *sensitivity = list->pdata[i];
    g_autofree char *title = bearings_sensitivity_title (sensitivity, page->sources);
    g_autofree char *text = bearings_sensitivity_text (sensitivity);
    const BearingsSource *source = g_hash_table_lookup (
      page->sources, bearings_evidence_get_source_id (sensitivity->pieces->pdata[0]));

    /* Translators: a finding that is left out. */
    g_autofree char *without = g_strdup_printf (_ ("Without: %s"), title);
    bearings_document_add_term (document, without, text, bearings_document_cite (document, source));
  }
  if (rest != NULL)
    bearings_document_add_paragraph (document, rest, 0);
}

BearingsDocument *
bearings_report_skill_page (const BearingsSkillPage *page)
{
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *question = bearings_skill_page_question (page);
  g_autofree char *answer = bearings_answer_text (page->answers, page->skill->name,
                                                  bearings_skill_page_career_title (page));
  g_autofree char *counts = NULL;
  g_autofree char *listing = bearings_skill_page_listing_text (page);

  bearings_document_add_title (document, question);
  bearings_document_add_paragraph (document, answer, 0);
  /* Translators: numbers of pieces of evidence. */
  counts = g_strdup_printf (_ ("Evidence: %u direct, %u adjacent, %u context."), page->n_direct,
                            page->n_adjacent, page->n_context);
  bearings_document_add_paragraph (document, counts, 0);
  if (listing != NULL)
    bearings_document_add_paragraph (
      document, listing,
      bearings_document_cite (document, g_hash_table_lookup (page->sources, page->listing_source)));

  bearings_document_add_heading (document, _ ("Answer by channel"));
  for (guint i = 0; i < page->answers->len; i++)
    add_channel (document, page, g_ptr_array_index (page->answers, i));
  bearings_document_add_heading (document, _ ("Evidence"));
  for (guint i = 0; i < page->evidence->len; i++)
    add_evidence (document, page, g_ptr_array_index (page->evidence, i));
  add_sensitivities (document, page);
  if (page->readings->len > 0)
    bearings_document_add_heading (document, _ ("By career band"));
  for (guint i = 0; i < page->readings->len; i++) {
    const BearingsReading *reading = g_ptr_array_index (page->readings, i);
    bearings_document_add_term (document, bearings_words_band_title (reading->band), reading->text,
                                0);
  }
  if (page->ladder != NULL)
    bearings_document_add_heading (document, _ ("From beginner to expert"));
  for (guint i = 0; page->ladder != NULL && i < page->ladder->steps->len; i++) {
    const BearingsLadderStep *step = g_ptr_array_index (page->ladder->steps, i);
    bearings_document_add_term (document, step->title, step->text, 0);
  }
  return document;
}
