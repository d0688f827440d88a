/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change the answer of a page. */

#include "bearings-sensitivity-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-sensitivity.h"

#define ROWS_SHOWN 4

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = bearings_rows_paragraph_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* The answer without the piece is of another source, or of a search that found nothing. */
static void
say_where_from (GtkWidget *label, const BearingsChannelAnswer *after, GHashTable *sources)
{
  const char *id = after->best != NULL ? bearings_evidence_get_source_id (after->best) : NULL;

  if (after->state == BEARINGS_ANSWER_NO_EVIDENCE || id == NULL)
    bearings_figure_context_set_origin (
      label,
      _ ("The record of the search that came with the evidence: what was looked through, and "
         "when."));
  else
    bearings_figure_context_set_source (label, g_hash_table_lookup (sources, id));
}

static GtkWidget *
row_new (gpointer item, gpointer user_data)
{
  const BearingsSensitivity *sensitivity = item;
  const BearingsSkillPage *page = user_data;
  BearingsEvidence *first = sensitivity->pieces->pdata[0];
  const char *source = bearings_evidence_get_source_id (first);
  gboolean claim = sensitivity->pieces->len == 1 && bearings_evidence_get_claim (first) != NULL;
  g_autofree char *title = bearings_sensitivity_title (sensitivity, page->sources);
  g_autofree char *text = bearings_sensitivity_text (sensitivity);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *statement = bearings_rows_paragraph_new (title);
  GtkWidget *then = bearings_rows_paragraph_new (text);

  bearings_figure_context_set_source (
    row, source != NULL ? g_hash_table_lookup (page->sources, source) : NULL);
  say_where_from (then, sensitivity->after, page->sources);
  gtk_widget_add_css_class (statement, "heading");
  gtk_box_append (GTK_BOX (box), statement);
  gtk_box_append (GTK_BOX (box), then);
  if (sensitivity->sentence != NULL) {
    /* Translators: %s is the paragraph at the top of the page as it would be. */
    g_autofree char *sentence =
      g_strdup_printf (_ ("The answer at the top would read: %s"), sensitivity->sentence);
    gtk_box_append (GTK_BOX (box), caption_new (sentence));
  }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_top (line, 12);
  gtk_widget_set_margin_bottom (line, 12);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_box_append (GTK_BOX (line), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (!claim && source == NULL) {
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    return row;
  }
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (row),
    claim ? bearings_open_target (BEARINGS_RECORD_CLAIM, bearings_evidence_get_id (first), NULL)
          : bearings_open_target (BEARINGS_RECORD_SOURCE, source, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  return row;
}

GtkWidget *
bearings_sensitivity_view_new (const BearingsSkillPage *page)
{
  GtkWidget *box;
  guint n_rest = 0;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *rest = NULL;

  if (page->evidence->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  list = bearings_sensitivity_list (page, &n_rest);
  rest = list->len > 0
           ? bearings_sensitivity_rest_text (n_rest)
           : g_strdup (_ ("Without any one piece of the evidence, the answer would be the same."));
  if (list->len > 0) {
    GtkWidget *rows = bearings_rows_boxed_list_new ();

    gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("What would change this?"), -1);
    bearings_rows_fill_list (GTK_LIST_BOX (rows), list, ROWS_SHOWN, row_new,
                             bearings_skill_page_ref ((BearingsSkillPage *) page),
                             (GDestroyNotify) bearings_skill_page_unref);
    gtk_box_append (GTK_BOX (box), rows);
  }
  if (rest != NULL) {
    GtkWidget *caption = caption_new (rest);

    bearings_figure_context_set_computation (
      caption, _ ("Counted: the pieces of evidence on this page, each left out in turn."));
    gtk_box_append (GTK_BOX (box), caption);
  }
  return box;
}
