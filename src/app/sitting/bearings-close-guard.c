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

static void
ask (GtkWindow *window, const char *message)
{
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  /* Translators: why an answer could not be written to disk. */
  text = g_strdup_printf (_ ("All earlier answers are stored. The last one is not: %s"), message);
  dialog = adw_alert_dialog_new (_ ("Close Anyway?"), text);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Keep Open"), "close",
                                  _ ("_Close Without It"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), window, 0);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
on_changed (BearingsSittingModel *model, GtkWindow *window)
{
  if (bearings_sitting_model_is_busy (model))
    return;
  g_signal_handlers_disconnect_by_func (model, on_changed, window);
  if (bearings_sitting_model_get_store_state (model) == BEARINGS_NOT_STORED)
    ask (window, bearings_sitting_model_get_message (model));
  else
    gtk_window_close (window);
}

gboolean
bearings_close_guard_holds (GtkWindow *window, BearingsSittingModel *model)
{
  if (!bearings_sitting_model_is_busy (model) &&
      bearings_sitting_model_get_store_state (model) != BEARINGS_NOT_STORED)
    return FALSE;
  /* Asked to close twice, it closes once. */
  g_signal_handlers_disconnect_by_func (model, on_changed, window);
  if (bearings_sitting_model_is_busy (model)) {
    g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), window, 0);
    return TRUE;
  }
  bearings_sitting_model_retry (model);
  if (!bearings_sitting_model_is_busy (model))
    return FALSE; /* only a step was not taken */
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), window, 0);
  return TRUE;
}
