/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the file of a pack. */

#include "bearings-choose-pack.h"

#include <glib/gi18n-lib.h>

#include "bearings-chosen-file.h"

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, window);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL && !gtk_widget_in_destruction (window))
    gtk_widget_activate_action (window, "win.import", "s", uri);
}

void
bearings_choose_pack (GtkWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) packs = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (packs, _ ("Bearings packs"));
  gtk_file_filter_add_pattern (packs, "*.bearings.json");
  gtk_file_filter_add_pattern (packs, "*.bearings.jsonl");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, packs);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Import a Pack"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, window, NULL, on_chosen, g_object_ref (window));
}
