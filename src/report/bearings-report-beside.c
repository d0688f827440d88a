/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and second ratings in the report of a result: the person's own copy alone has them. */

#include <glib/gi18n-lib.h>

#include "bearings-beside.h"
#include "bearings-report-beside.h"

void
bearings_report_beside_add (BearingsDocument *document, const BearingsResult *result)
{
  g_autoptr (GPtrArray) noted = bearings_beside_list_noted (result->sitting);
  g_autoptr (GPtrArray) tasks = bearings_beside_list_tasks (result->sitting);
  gboolean headed = FALSE;

  if (noted->len > 0)
    bearings_document_add_heading (document, _ ("What you noted as evidence"));
  for (guint i = 0; i < noted->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (noted, i);
    bearings_document_add_term (document, row->item->prompt, row->note, 0);
  }
  for (guint i = 0; i < tasks->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (tasks, i);
    g_autofree char *text = bearings_beside_second_rating_text (row);

    if (text == NULL)
      continue;
    if (!headed) {
      bearings_document_add_heading (document, _ ("Second ratings"));
      bearings_document_add_paragraph (
        document, _ ("They stand beside your own and do not change the result."), 0);
    }
    headed = TRUE;
    bearings_document_add_term (document, row->item->prompt, text, 0);
  }
}
