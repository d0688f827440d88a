/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a guest's sitting. */

#include "bearings-end-guest.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-service-sittings.h"

static void
show_failure (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Answers Were Not Deleted"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

BEARINGS_DEFINE_JOB (end_guest,
                     BEARINGS_LANE_KEEP,
                     NULL,
                     NULL,
                     GINT_TO_POINTER (bearings_service_sittings_end_guest (self, error)))

static void
on_ended (gpointer window, gpointer answer, const GError *error)
{
  if (error != NULL)
    show_failure (window, error);
  else
    gtk_widget_activate_action (window, "win.section", "s", "results");
}

static void
on_answered (AdwAlertDialog *dialog, const char *response, GtkWidget *parent)
{
  /* The pages go with the person; the window stays. */
  if (g_strcmp0 (response, "end") == 0)
    bearings_ask (gtk_widget_get_root (parent),
                  g_object_get_data (G_OBJECT (dialog), "bearings-service"), &end_guest, NULL, NULL,
                  on_ended);
}

void
bearings_end_guest (GtkWidget *parent, BearingsService *service)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("End the Session?"), _ ("All answers and results of guests on this computer are deleted, "
                               "finished or not. They cannot be brought back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep"), "end", _ ("_End and Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "end", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_object_set_data_full (G_OBJECT (dialog), "bearings-service", g_object_ref (service),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), parent, 0);
  adw_dialog_present (dialog, parent);
}
