/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that somebody chose in a dialog. */

#include "bearings-chosen-file.h"

#include <glib/gi18n-lib.h>

/* Leaving the dialog is an answer, too. */
static void
tell (GtkWidget *widget, const GError *error)
{
  AdwDialog *dialog;

  if (error == NULL || error->domain == GTK_DIALOG_ERROR || gtk_widget_get_root (widget) == NULL)
    return;
  dialog = adw_alert_dialog_new (_ ("No File Can Be Chosen"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

GFile *
bearings_chosen_file_to_open (GObject *dialog, GAsyncResult *result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  tell (widget, error);
  return file;
}

GFile *
bearings_chosen_file_to_save (GObject *dialog, GAsyncResult *result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  tell (widget, error);
  return file;
}
