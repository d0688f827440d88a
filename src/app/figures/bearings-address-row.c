/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address outside. */

#include "bearings-address-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-qr-code.h"
#include "bearings-rows.h"

static GtkWidget *
dialog_content_new (const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *code = bearings_qr_code_new (address);
  GtkWidget *says = bearings_rows_paragraph_new (
    code != NULL ? _ ("Point the camera of a phone at it to open the address there.")
                 : _ ("The address is too long for a QR code."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  if (code != NULL) {
    gtk_widget_set_halign (code, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (box), code);
  }
  gtk_box_append (GTK_BOX (box), says);
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_copy_new (_ ("Address"), address));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static void
on_code_clicked (GtkButton *button, gpointer data)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  g_object_set (scroll, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "child", dialog_content_new (g_object_get_data (G_OBJECT (button), "text")), NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroll);
  adw_dialog_set_title (dialog, _ ("QR Code"));
  adw_dialog_set_content_width (dialog, 360);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (button));
}

GtkWidget *
bearings_address_row_new (const char *name, const char *address)
{
  GtkWidget *row, *button;

  if (address == NULL)
    return bearings_rows_property_new (name, NULL);
  row = bearings_rows_copy_new (name, address);
  button = gtk_button_new_from_icon_name ("bearings-qr-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show the Address as a QR Code"));
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (address), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_code_clicked), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}
