/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window does not close over an answer that could not be stored without a word. */

#include "bearings-close-guard.h"

#include <glib/gi18n-lib.h>

static void
on_answered (AdwAlertDialog *dialog, const char *response, GtkWindow *window)
{
  if (g_strcmp0 (response, "close") == 0)
    gtk_window_destroy (window);
}

gboolean
bearings_close_guard_holds (GtkWindow *window, BearingsSittingModel *model)
{
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  if (bearings_sitting_model_get_store_state (model) != BEARINGS_NOT_STORED ||
      bearings_sitting_model_retry (model))
    return FALSE;
  /* Translators: why an answer could not be written to disk. */
  text = g_strdup_printf (_ ("All earlier answers are stored. The last one is not: %s"),
                          bearings_sitting_model_get_message (model));
  dialog = adw_alert_dialog_new (_ ("Close Anyway?"), text);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Keep Open"), "close",
                                  _ ("_Close Without It"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), window, 0);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  return TRUE;
}
