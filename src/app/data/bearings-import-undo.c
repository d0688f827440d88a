/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before an import is undone, and undoes it. */

#include "bearings-import-undo.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-import-state.h"
#include "bearings-rows.h"

typedef struct {
  GtkWidget *parent;
  BearingsService *service;
  gint64 number;
  BearingsUndoneFunc func;
  gpointer user_data;
  GDestroyNotify free_user_data;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->parent);
  g_object_unref (asking->service);
  if (asking->free_user_data != NULL)
    asking->free_user_data (asking->user_data);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  gboolean undone = bearings_service_undo_import_finish (BEARINGS_SERVICE (source), result, &error);

  gtk_widget_set_sensitive (asking->parent, TRUE);
  if (!undone && gtk_widget_get_root (asking->parent) != NULL) {
    AdwDialog *dialog = adw_alert_dialog_new (_ ("The Import Was Not Undone"), error->message);

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
  bearings_service_undo_import_async (asking->service, asking->number, on_undone, asking);
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
  g_autofree char *text = bearings_import_undo_text (event);
  GtkWidget *words = bearings_paragraph_new (text);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Undo This Import?"), NULL);

  *asking =
    (Asking) { g_object_ref (parent), g_object_ref (service), event->number, func, user_data,
               free_user_data };
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
