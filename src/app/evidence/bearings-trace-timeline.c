/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hops from a sentence to its primary source, oldest first, as a vertical timeline. */

#include "bearings-trace-timeline.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-claim-state.h"
#include "bearings-figure-label.h"
#include "bearings-figure-context.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-words.h"

static GtkWidget *
rail_part (const char *css_class, gboolean expand)
{
  return g_object_new (GTK_TYPE_BOX, "css-name", css_class, "halign", GTK_ALIGN_CENTER, "vexpand",
                       expand, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* A dot on a line that runs through from the hop before to the hop after. */
static GtkWidget *
rail_new (gboolean first, gboolean last)
{
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = rail_part ("rail", FALSE);
  GtkWidget *below = rail_part ("rail", TRUE);

  gtk_widget_set_size_request (above, -1, 8);
  gtk_widget_set_opacity (above, first ? 0 : 1);
  gtk_widget_set_opacity (below, last ? 0 : 1);
  gtk_box_append (GTK_BOX (rail), above);
  gtk_box_append (GTK_BOX (rail), rail_part (first ? "origin" : "hop", FALSE));
  gtk_box_append (GTK_BOX (rail), below);
  return rail;
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = bearings_paragraph_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_source (GtkWidget *texts, BearingsService *service, const BearingsTraceHop *hop)
{
  GtkWidget *box = adw_wrap_box_new ();
  g_autoptr (BearingsSource) source =
    hop->source != NULL
      ? bearings_service_get_record (service, BEARINGS_RECORD_SOURCE, hop->source, NULL)
      : NULL;
  BearingsFigure *figure = bearings_hop_figure (hop);

  if (figure == NULL && source == NULL && hop->url == NULL) {
    g_object_unref (g_object_ref_sink (box));
    return;
  }
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 4);
  gtk_box_append (GTK_BOX (texts), box);
  if (figure != NULL) {
    adw_wrap_box_append (ADW_WRAP_BOX (box),
                         bearings_figure_label_new (BEARINGS_FIGURE_CELL, figure, source));
    bearings_struct_free (&bearings_figure_type, figure);
  }
  if (source != NULL) {
    g_autofree char *reference = bearings_format_source_short (source);
    GtkWidget *button = gtk_button_new_with_label (reference);
    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                             PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (button, "link-button");
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    gtk_actionable_set_action_target_value (
      GTK_ACTIONABLE (button),
      bearings_open_target (BEARINGS_RECORD_SOURCE, source->record.id, NULL));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
    adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  } else if (hop->url != NULL) {
    GtkWidget *address = g_object_new (GTK_TYPE_LABEL, "label", hop->url, "wrap", TRUE, "wrap-mode",
                                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "css-classes",
                                       (const char *[]) { "caption", NULL }, NULL);
    gtk_widget_add_css_class (address, "dim-label");
    gtk_label_set_selectable (GTK_LABEL (address), TRUE);
    adw_wrap_box_append (ADW_WRAP_BOX (box), address);
  }
}

static GtkWidget *
hop_new (BearingsService *service, const BearingsTraceHop *hop, gboolean first, gboolean last)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = bearings_hop_title (hop);
  GtkWidget *heading = label_new (title, "heading");

  /* What a hop says is the hop's own; a hop that is a source on record leads to it. */
  bearings_figure_context_set_origin (texts, title);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_bottom (texts, last ? 0 : 18);
  gtk_box_append (GTK_BOX (row), rail_new (first, last));
  gtk_box_append (GTK_BOX (texts), heading);
  if (hop->wording != NULL)
    gtk_box_append (GTK_BOX (texts), bearings_paragraph_new (hop->wording));
  add_source (texts, service, hop);
  if (hop->hedge != 0) {
    /* Translators: how strongly a hop commits to its sentence, such as "Estimated". */
    g_autofree char *said =
      g_strdup_printf (_ ("How it is said: %s"), bearings_hedge_title (hop->hedge));
    GtkWidget *hedge = label_new (said, "caption");
    gtk_widget_add_css_class (hedge, "dim-label");
    gtk_box_append (GTK_BOX (texts), hedge);
  }
  if (hop->note != NULL) {
    GtkWidget *note = label_new (hop->note, "caption");
    gtk_widget_add_css_class (note, "dim-label");
    gtk_box_append (GTK_BOX (texts), note);
  }
  gtk_box_append (GTK_BOX (row), texts);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  return row;
}

GtkWidget *
bearings_trace_timeline_new (BearingsService *service, GPtrArray *hops)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Trace, oldest first"), -1);
  for (guint i = 0; i < hops->len; i++)
    gtk_box_append (GTK_BOX (list), hop_new (service, hops->pdata[i], i == 0, i + 1 == hops->len));
  return list;
}
