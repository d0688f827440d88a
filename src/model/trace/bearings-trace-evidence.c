/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces of what has no hops on record: counts, and the answer of a page. */

#include <glib/gi18n-lib.h>

#include "bearings-format.h"
#include "bearings-trace-private.h"
#include "bearings-words.h"

/* What happened between the source's numbers and ours. */
static char *
computation_of (BearingsEvidence *evidence)
{
  const BearingsFigure *figure = bearings_evidence_get_figure (evidence);
  g_autofree char *count = bearings_format_figure_count (figure);
  g_autofree char *value = NULL;

  switch (bearings_evidence_get_record (evidence)->type->kind) {
  case BEARINGS_RECORD_POSTING_SHARE:
  case BEARINGS_RECORD_VACANCY_SHARE:
  case BEARINGS_RECORD_USE_SHARE:
    value = bearings_format_figure_value (figure);
    /* Translators: "424 of 571 postings", "74.3 %". */
    return g_strdup_printf (_ ("The source was counted: %s. The share, %s, and its interval are "
                               "computed from these two numbers (Wilson score, 95 %%)."),
                            count, value);
  case BEARINGS_RECORD_OCCUPATION_SKILL:
    if (figure->missing == BEARINGS_MISSING_QUALITATIVE)
      return g_strdup (_ ("Nothing was computed: the marks are as published, and never become a "
                          "percentage."));
    return g_strdup (_ ("Nothing was computed: the mean and its interval are as published."));
  default:
    return g_strdup (_ ("Nothing was computed: the figure is as the source states it."));
  }
}

static BearingsTraceStep *
source_step_new (BearingsSource *source)
{
  BearingsTraceStep *step = bearings_trace_step_new (
    BEARINGS_STEP_SOURCE, bearings_format_source_short (source), source->title, source->note);

  step->source = bearings_record_ref (source);
  step->url = g_strdup (source->url);
  return step;
}

BearingsTrace *
bearings_trace_new_for_evidence (BearingsEvidence *evidence, BearingsSource *source)
{
  const BearingsFigure *figure = bearings_evidence_get_figure (evidence);
  BearingsTrace *trace = bearings_trace_begin (bearings_evidence_get_record (evidence)->type->kind,
                                               bearings_evidence_get_id (evidence));
  g_autofree char *number = bearings_format_figure (figure);
  /* Translators: a sentence, its figure. */
  g_autofree char *sentence =
    g_strdup_printf (_ ("%s: %s"), bearings_evidence_get_statement (evidence), number);
  g_autofree char *computation = computation_of (evidence);

  g_ptr_array_add (trace->steps,
                   bearings_trace_step_new (BEARINGS_STEP_SENTENCE, g_strdup (_ ("Our sentence")),
                                            sentence, NULL));
  g_ptr_array_add (trace->steps, bearings_trace_step_new (BEARINGS_STEP_COMPUTED,
                                                          g_strdup (_ ("What was computed here")),
                                                          computation, NULL));
  if (source != NULL)
    g_ptr_array_add (trace->steps, source_step_new (source));
  trace->origin_found = source != NULL;
  return trace;
}

static BearingsTraceStep *
channel_step_new (const BearingsSkillPage *page, const BearingsChannelAnswer *answer)
{
  g_autofree char *text = bearings_channel_answer_text (answer);
  /* Translators: name of a channel, state of its answer. */
  BearingsTraceStep *step = bearings_trace_step_new (
    BEARINGS_STEP_CHANNEL,
    g_strdup_printf (_ ("%s: %s"), bearings_words_channel_title (answer->channel),
                     bearings_answer_state_title (answer->state)),
    text, NULL);
  const char *source = answer->best != NULL ? bearings_evidence_get_source_id (answer->best) : NULL;
  BearingsSource *record = source != NULL ? g_hash_table_lookup (page->sources, source) : NULL;

  /* What was not found has no evidence to trace, only the search that did not find it. */
  if (answer->state != BEARINGS_ANSWER_NO_EVIDENCE) {
    step->evidence = g_object_ref (answer->best);
    step->source = record != NULL ? bearings_record_ref (record) : NULL;
  } else if (answer->search != NULL && answer->search->where != NULL) {
    g_autofree char *date =
      answer->search->searched != NULL ? bearings_format_date (answer->search->searched) : NULL;
    /* Translators: what was looked through; when. */
    step->note = date != NULL
                   ? g_strdup_printf (_ ("Looked through, %2$s: %1$s"), answer->search->where, date)
                   : g_strdup (answer->search->where);
  }
  return step;
}

BearingsTrace *
bearings_trace_new_for_answer (const BearingsSkillPage *page)
{
  const BearingsRecord *career =
    page->role != NULL ? &page->role->record : &page->occupation->record;
  g_autofree char *id = g_strdup_printf ("%s/%s", career->id, page->skill->record.id);
  BearingsTrace *trace = bearings_trace_begin (career->type->kind, id);
  g_autofree char *sentence = bearings_answer_text (page->answers, page->skill->name,
                                                    bearings_skill_page_career_title (page));

  g_ptr_array_add (trace->steps,
                   bearings_trace_step_new (BEARINGS_STEP_SENTENCE, g_strdup (_ ("Our sentence")),
                                            sentence, NULL));
  g_ptr_array_add (
    trace->steps,
    bearings_trace_step_new (
      BEARINGS_STEP_COMPUTED, g_strdup (_ ("The rule that made it")),
      _ ("Each channel below gives its part. In a channel the nearest evidence there is decides; "
         "of that, the piece of the highest certainty, then the latest, then one with an interval, "
         "then the larger sample. Nothing is averaged and no votes are counted. A share becomes a "
         "word by its interval: nearly all, most, about half, less than half, few."),
      NULL));
  for (guint i = 0; i < page->answers->len; i++)
    g_ptr_array_add (trace->steps, channel_step_new (page, page->answers->pdata[i]));
  trace->origin_found = TRUE; /* each channel leads on to its own */
  return trace;
}
