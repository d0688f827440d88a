/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that unfold to their answers, each with the claim it was made from. */

#include "bearings-questions-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-rows.h"

#define QUESTIONS_SHOWN 8

static const char *
open_title (BearingsRecordKind kind)
{
  switch (kind) {
  case BEARINGS_RECORD_CLAIM:
    return _ ("Open the claim");
  case BEARINGS_RECORD_REGISTER_ENTRY:
    return _ ("Open the trace of the popular claim");
  default:
    return _ ("Open the source");
  }
}

/* The answer is its own link: activating it opens what it was made from. */
static GtkWidget *
question_row (gpointer item, gpointer user_data)
{
  const BearingsQuestion *question = item;
  const char *here = user_data;
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, question->question, NULL);
  gboolean is_here = g_strcmp0 (here, question->record) == 0;
  GtkWidget *answer = bearings_rows_link_new (
    question->answer, is_here ? _ ("Trace it to its source") : open_title (question->opens),
    question->opens, question->record, NULL);

  if (is_here) {
    /* The claim is open already: the way goes on to what it rests on. */
    gtk_actionable_set_action_target (GTK_ACTIONABLE (answer), "(ss)",
                                      bearings_record_type (question->opens)->name,
                                      question->record);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (answer), "win.trace");
  }
  bearings_figure_context_set_record (row, question->opens, question->record);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), answer);
  return row;
}

GtkWidget *
bearings_questions_view_new (GPtrArray *questions, const char *here)
{
  GtkWidget *list;

  if (questions->len == 0)
    return NULL;
  list = bearings_rows_boxed_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Questions and answers"), -1);
  bearings_rows_fill_list (GTK_LIST_BOX (list), questions, QUESTIONS_SHOWN, question_row,
                           g_strdup (here), g_free);
  return list;
}
