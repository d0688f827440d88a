/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs that are dropped on a window. */

#include "bearings-pack-drop.h"

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  /* Each has a page of its own; the first one is on top in the end. */
  for (guint i = g_slist_length (files); i > 0; i--) {
    g_autofree char *uri = g_file_get_uri (g_slist_nth_data (files, i - 1));
    gtk_widget_activate_action (widget, "win.import", "s", uri);
  }
  return TRUE;
}

void
bearings_pack_drop_attach (GtkWidget *widget)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
  gtk_widget_add_css_class (widget, "pack-drop");
}
