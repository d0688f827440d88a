/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers made into a document. */

#include "bearings-report-questions.h"

#include <glib/gi18n-lib.h>

BearingsDocument *
bearings_report_questions (const char *title, const GPtrArray *questions)
{
  BearingsDocument *document = bearings_document_new ();

  bearings_document_add_title (document, title);
  if (questions->len == 0)
    bearings_document_add_paragraph (
      document, _ ("No claim is on record here, so there is nothing to ask."), 0);
  for (guint i = 0; i < questions->len; i++) {
    const BearingsQuestion *question = questions->pdata[i];
    /* Translators: an answer; the kind and the id of the record it was made from. */
    g_autofree char *text =
      g_strdup_printf (_ ("%s [%s %s]"), question->answer,
                       bearings_record_type (question->opens)->name, question->record);
    bearings_document_add_term (document, question->question, text, 0);
  }
  return document;
}
