/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence with figures, and where they are from. */

#include "bearings-figure-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-source-state.h"

typedef struct {
  GtkWidget *opener; /* weak */
  AdwDialog *dialog;
  char *id;
} Opening;

static void
opening_free (gpointer data, GClosure *closure)
{
  Opening *opening = data;

  g_clear_weak_pointer (&opening->opener);
  g_free (opening->id);
  g_free (opening);
}

static void
on_source_activated (GtkWidget *row, Opening *opening)
{
  GtkWidget *opener = opening->opener;
  g_autofree char *id = g_strdup (opening->id);

  adw_dialog_close (opening->dialog);
  if (opener != NULL)
    bearings_open (opener, BEARINGS_RECORD_SOURCE, id, NULL);
}

static GtkWidget *
source_section (AdwDialog *dialog, GtkWidget *opener, BearingsSource *source)
{
  GtkWidget *section = bearings_section_new (_ ("Source"), NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autofree char *reference = bearings_format_source_short (source);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, source->title, reference);
  Opening *opening = g_new0 (Opening, 1);

  g_set_weak_pointer (&opening->opener, opener);
  opening->dialog = dialog;
  opening->id = g_strdup (source->record.id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (on_source_activated), opening, opening_free,
                         0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (bearings_source_state_is_noteworthy (source))
    bearings_section_append (BEARINGS_SECTION (section), bearings_source_state_mark_new (source));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

void
bearings_figure_dialog_present (GtkWidget *opener,
                                const char *text,
                                const char *computation,
                                const char *origin,
                                BearingsSource *source)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  /* Translators: title of a dialog that says where the figures of a sentence are from. */
  const char *title = _ ("Where This Is From");

  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 480);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f,
                                "selectable", FALSE, "css-classes",
                                (const char *[]) { "reading", "asked-about", NULL }, NULL));
  if (computation != NULL)
    gtk_box_append (GTK_BOX (box),
                    /* Translators: heading above the explanation of how a number was made. */
                    bearings_section_new (_ ("How it was computed"), computation));
  if (origin != NULL)
    /* Translators: heading above who states a figure. */
    gtk_box_append (GTK_BOX (box), bearings_section_new (_ ("Who says so"), origin));
  if (source != NULL)
    gtk_box_append (GTK_BOX (box), source_section (dialog, opener, source));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  /* Inside the dialog the figures are what the dialog is about. */
  if (computation != NULL)
    bearings_figure_context_set_computation (view, computation);
  else if (origin != NULL)
    bearings_figure_context_set_origin (view, origin);
  else
    bearings_figure_context_set_source (view, source);
  adw_dialog_present (dialog, opener);
}
