/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retracted, withdrawn, corrected, replaced: the mark, in words with its date. */

#include "bearings-source-state.h"

#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-format.h"

gboolean
bearings_source_state_is_noteworthy (const BearingsSource *source)
{
  return source != NULL && source->state > BEARINGS_SOURCE_CURRENT;
}

static GtkWidget *
mark_new (const BearingsSource *source, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean gone = source != NULL && source->state >= BEARINGS_SOURCE_WITHDRAWN;
  GtkWidget *icon =
    gtk_image_new_from_icon_name (gone ? "dialog-warning-symbolic" : "view-refresh-symbolic");
  GtkWidget *label = bearings_figure_text_new (words != NULL ? words : "");

  gtk_widget_set_visible (box, bearings_source_state_is_noteworthy (source));
  /* What is known of a source is from whoever looked it up. */
  bearings_figure_context_set_source (box, (BearingsSource *) source);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (box, "source-state");
  gtk_widget_add_css_class (box, gone ? "gone" : "moved");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
bearings_source_state_mark_new (const BearingsSource *source)
{
  g_autofree char *words = source != NULL ? bearings_format_source_state_why (source) : NULL;

  return mark_new (source, words);
}

GtkWidget *
bearings_source_state_mark_new_short (const BearingsSource *source)
{
  g_autofree char *words = source != NULL ? bearings_format_source_state (source) : NULL;

  return mark_new (source, words);
}
