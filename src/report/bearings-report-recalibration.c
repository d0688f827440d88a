/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration, before and after, as a document. */

#include <glib/gi18n-lib.h>

#include "bearings-quality-words.h"
#include "bearings-recalibration-words.h"
#include "bearings-report.h"

static void
add_lines (BearingsDocument *document, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    bearings_document_add_paragraph (document, lines->pdata[i], 0);
  g_ptr_array_unref (lines);
}

BearingsDocument *
bearings_report_recalibration (const BearingsRecalibration *recalibration)
{
  const char *const header[] = {
    _ ("Item"), _ ("n"), _ ("Difficulty before"), _ ("Difficulty after"), _ ("Shift"), "", NULL
  };
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *title =
    /* Translators: title of an instrument. */
    g_strdup_printf (_ ("Recalibration: %s"), recalibration->form->instrument->title);
  g_autofree char *summary = bearings_recalibration_words_summary (recalibration);
  g_autofree char *next = bearings_recalibration_words_next_text (recalibration);
  BearingsBlock *table;

  bearings_document_add_title (document, title);
  bearings_document_add_paragraph (document, summary, 0);
  bearings_document_add_paragraph (document, next, 0);
  bearings_document_add_heading (document, _ ("What it would change"));
  add_lines (document, bearings_recalibration_words_effect_lines (recalibration));
  bearings_document_add_heading (document, _ ("How it was computed"));
  add_lines (document, bearings_recalibration_words_method_lines (recalibration));
  bearings_document_add_heading (document, _ ("Items"));
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < recalibration->items->len; i++) {
    const BearingsRecalibratedItem *item = recalibration->items->pdata[i];
    g_autofree char *n = bearings_quality_words_count_text (item->n);
    g_autofree char *before = bearings_recalibration_words_recalibrated_item_before (item);
    g_autofree char *after = bearings_recalibration_words_recalibrated_item_after (item);
    g_autofree char *shift = bearings_recalibration_words_recalibrated_item_shift (item);
    const char *const row[] = { item->item->record.id,
                                n,
                                before,
                                after,
                                shift,
                                bearings_recalibration_words_recalibrated_item_is_large (item)
                                  ? _ ("look at it first")
                                  : "",
                                NULL };
    bearings_block_add_row (table, row);
  }
  return document;
}
