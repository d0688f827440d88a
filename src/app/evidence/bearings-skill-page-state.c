/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a skill for a career decides to show. Pure; no display needed. */

#include "bearings-skill-page-state.h"

#include <glib/gi18n-lib.h>

#include "bearings-words.h"

void
bearings_channel_view_init (BearingsChannelView *view, const BearingsChannelAnswer *answer)
{
  *view = (BearingsChannelView) { 0 };
  view->counts =
    bearings_skill_page_state_counts_text (answer->n_direct, answer->n_adjacent, answer->n_context);
  switch (answer->state) {
  case BEARINGS_ANSWER_DIRECT:
    view->headline = TRUE;
    view->emphasis = "direct";
    break;
  case BEARINGS_ANSWER_NOT_ESTABLISHED:
  case BEARINGS_ANSWER_MIXED:
    view->headline = TRUE;
    view->emphasis = "warning";
    break;
  case BEARINGS_ANSWER_ADJACENT:
  case BEARINGS_ANSWER_CONTEXT:
    break;
  case BEARINGS_ANSWER_NO_EVIDENCE:
    /* A neighbouring figure beside "no evidence" would be read as the answer. */
    view->searched = bearings_answer_evidence_search_text (answer->search);
    return;
  }
  if (answer->best != NULL) {
    const BearingsFigure *figure = bearings_evidence_get_figure (answer->best);
    if (figure->missing != BEARINGS_MISSING_QUALITATIVE)
      view->figure = figure;
    view->certainty = answer->certainty;
  }
}

void
bearings_channel_view_clear (BearingsChannelView *view)
{
  g_clear_pointer (&view->counts, g_free);
  g_clear_pointer (&view->searched, g_free);
}

char *
bearings_skill_page_state_counts_text (guint n_direct, guint n_adjacent, guint n_context)
{
  /* Translators: how many pieces of evidence of each kind. */
  return g_strdup_printf (_ ("%u direct, %u adjacent, %u context"), n_direct, n_adjacent,
                          n_context);
}

char *
bearings_skill_page_state_filter_label (int level, guint n)
{
  /* Translators: "Direct (2)": a kind of evidence and how many there are. */
  return g_strdup_printf (_ ("%s (%u)"),
                          level == 0 ? _ ("All") : bearings_words_directness_title (level), n);
}

GPtrArray *
bearings_skill_page_state_filter_evidence (GPtrArray *evidence, int level)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < evidence->len; i++)
    if (level == 0 || (int) bearings_evidence_get_directness (evidence->pdata[i]) == level)
      g_ptr_array_add (kept, g_object_ref (evidence->pdata[i]));
  return kept;
}

int
bearings_skill_page_state_first_filter (guint n_direct, guint n_adjacent, guint n_context)
{
  if (n_direct > 0)
    return BEARINGS_DIRECTNESS_DIRECT;
  if (n_adjacent > 0)
    return BEARINGS_DIRECTNESS_ADJACENT;
  return n_context > 0 ? BEARINGS_DIRECTNESS_CONTEXT : 0;
}

char *
bearings_skill_page_state_evidence_caption (BearingsEvidence *evidence)
{
  const char *channel = bearings_words_channel_title (bearings_evidence_get_channel (evidence));
  const char *design = bearings_words_design_title (bearings_evidence_get_design (evidence));

  return g_strdup_printf ("%s · %s", channel, design);
}
