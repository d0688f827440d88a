/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before an import is undone, and undoes it. */

#include "bearings-import-undo.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-import-state.h"
#include "bearings-rows.h"
#include "bearings-service-imports.h"

/* Nothing that is done at once needs to be seen. */
#define PROGRESS_DELAY_MS 500

typedef struct {
  GtkWidget *parent;
  BearingsService *service;
  GCancellable *cancellable;
  AdwDialog *dialog; /* with the progress; NULL while there is none */
  GtkProgressBar *progress_bar;
  guint delay;
  gint64 number;
  BearingsUndoneFunc func;
  gpointer user_data;
  GDestroyNotify free_user_data;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_handle_id (&asking->delay, g_source_remove);
  g_object_unref (asking->parent);
  g_object_unref (asking->service);
  g_object_unref (asking->cancellable);
  g_object_unref (asking->progress_bar);
  if (asking->free_user_data != NULL)
    asking->free_user_data (asking->user_data);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
on_progress (goffset done, goffset total, gpointer data)
{
  Asking *asking = data;

  if (total > 0 && done < total)
    gtk_progress_bar_set_fraction (asking->progress_bar, CLAMP ((double) done / total, 0, 1));
  else
    gtk_progress_bar_pulse (asking->progress_bar);
}

static void
on_progress_due (gpointer data)
{
  Asking *asking = data;
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Undoing the Import…"), NULL));

  asking->delay = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Undoing the Import…"), -1);
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (asking->progress_bar));
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel),
                           asking->cancellable, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&asking->dialog, ADW_DIALOG (dialog));
  adw_dialog_present (ADW_DIALOG (dialog), asking->parent);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  gboolean undone =
    bearings_service_imports_undo_finish (BEARINGS_SERVICE (source), result, &error);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  AdwDialog *progress = asking->dialog;

  g_clear_weak_pointer (&asking->dialog);
  if (progress != NULL)
    adw_dialog_force_close (progress);
  gtk_widget_set_sensitive (asking->parent, TRUE);
  if (!undone && gtk_widget_get_root (asking->parent) != NULL) {
    AdwDialog *dialog =
      adw_alert_dialog_new (cancelled ? _ ("Cancelled") : _ ("The Import Was Not Undone"),
                            cancelled ? _ ("Nothing was changed.") : error->message);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
    adw_dialog_present (dialog, asking->parent);
  }
  asking->func (undone, asking->user_data);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "undo")) {
    asking->func (FALSE, asking->user_data);
    return;
  }
  /* Undoing a large import takes seconds, in which nobody begins another. */
  gtk_widget_set_sensitive (asking->parent, FALSE);
  asking->delay = g_timeout_add_once (PROGRESS_DELAY_MS, on_progress_due, asking);
  bearings_service_imports_undo_async (asking->service, asking->number, on_progress, asking,
                                       asking->cancellable, on_undone, asking);
  g_steal_pointer (&asking);
}

void
bearings_import_undo_ask (GtkWidget *parent,
                          BearingsService *service,
                          const BearingsImportEvent *event,
                          BearingsUndoneFunc func,
                          gpointer user_data,
                          GDestroyNotify free_user_data)
{
  Asking *asking = g_new (Asking, 1);
  g_autofree char *text = bearings_import_state_undo_text (event);
  GtkWidget *words = bearings_rows_paragraph_new (text);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Undo This Import?"), NULL);

  *asking = (Asking) {
    .parent = g_object_ref (parent),
    .service = g_object_ref (service),
    .cancellable = g_cancellable_new (),
    .progress_bar = GTK_PROGRESS_BAR (g_object_ref_sink (gtk_progress_bar_new ())),
    .number = event->number,
    .func = func,
    .user_data = user_data,
    .free_user_data = free_user_data,
  };
  /* Figures in it open who counted them, which a body cannot do. */
  bearings_figure_context_set_computation (words, _ ("Counted when the import was applied."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), words);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "undo",
                                  _ ("_Undo Import"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "undo",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, on_answered, asking);
}
