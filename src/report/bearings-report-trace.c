/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace made into a document. */

#include "bearings-report-trace.h"

#include <glib/gi18n-lib.h>

static void
add_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (!g_str_has_suffix (sentence, ".") && !g_str_has_suffix (sentence, "?"))
    g_string_append_c (text, '.');
}

static void
add_quotes (GString *text, const BearingsTraceStep *step)
{
  g_autoptr (GString) quotes = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (step->quotes->len == 0) {
    if (step->kind == BEARINGS_STEP_SOURCE)
      add_sentence (text, _ ("Its own words are not on record here"));
    return;
  }
  for (guint i = 0; i < step->quotes->len; i++)
    g_string_append_printf (quotes, "%s“%s”", i > 0 ? ", " : "", (char *) step->quotes->pdata[i]);
  /* Translators: exact words of a source. */
  sentence = g_strdup_printf (_ ("Its own words: %s"), quotes->str);
  add_sentence (text, sentence);
}

static void
add_step (BearingsDocument *document, const BearingsTraceStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint reference = step->source != NULL ? bearings_document_cite (document, step->source) : 0;

  if (step->part != 0)
    add_sentence (text, bearings_trace_hop_part_title (step->part));
  add_sentence (text, step->text);
  add_quotes (text, step);
  add_sentence (text, step->note);
  if (step->evidence != NULL && bearings_evidence_get_claim (step->evidence) != NULL)
    g_string_append_printf (text, " [claim %s]", bearings_evidence_get_id (step->evidence));
  if (step->url != NULL)
    g_string_append_printf (text, "%s<%s>", text->len > 0 ? " " : "", step->url);
  bearings_document_add_term (document, step->title, text->str, reference);
  if (step->rests_on != NULL && step->differences->len == 0) {
    g_autofree char *nothing = bearings_trace_step_no_difference (step);
    bearings_document_add_bullet (document, nothing, 0);
  }
  for (guint i = 0; i < step->differences->len; i++) {
    g_autofree char *difference = bearings_trace_difference_text (step->differences->pdata[i]);
    /* Translators: how a step differs from another one, "2025 · PwC". */
    g_autofree char *line =
      g_strdup_printf (_ ("%s (compared with %s)"), difference, step->rests_on);
    bearings_document_add_bullet (document, line, 0);
  }
}

static void
add_steps (BearingsDocument *document, const char *heading, const GPtrArray *steps)
{
  if (steps->len == 0)
    return;
  if (heading != NULL)
    bearings_document_add_heading (document, heading);
  for (guint i = 0; i < steps->len; i++)
    add_step (document, steps->pdata[i]);
}

BearingsDocument *
bearings_report_trace (const BearingsTrace *trace)
{
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *summary = bearings_trace_summary (trace);

  /* Translators: title; %s is the id of a claim or of a register entry. */
  g_autofree char *title = g_strdup_printf (_ ("Trace of %s"), trace->id);
  bearings_document_add_title (document, title);
  bearings_document_add_paragraph (
    document, trace->origin_found ? _ ("A primary source is on record.") : _ ("Origin not found."),
    0);
  if (bearings_trace_has_hops (trace))
    bearings_document_add_paragraph (document, summary, 0);
  add_steps (document, _ ("From the sentence to its source"), trace->steps);
  add_steps (document, _ ("How others pass it on, latest first"), trace->retellings);
  add_steps (document, _ ("Beside the way"), trace->beside);
  return document;
}
