/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the desk: a guest takes a code, somebody with a code leaves, changes or deletes it. */

#include "bearings-client-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-client-code.h"
#include "bearings-client-state.h"
#include "bearings-figure-context.h"
#include "bearings-rows.h"
#include "bearings-service-clients.h"

struct _BearingsClientDialog {
  AdwDialog parent_instance;

  BearingsService *service;
  GPtrArray *known; /* char *, the codes there are */

  GtkStack *stack;
  GtkWidget *code_row;
  GtkWidget *take_row;
  GtkLabel *status_label;
  GtkWidget *use_button;
  GtkWidget *rename_row;
  GtkLabel *rename_label;
  GtkListBox *open_list;
};

G_DEFINE_FINAL_TYPE (BearingsClientDialog, bearings_client_dialog, ADW_TYPE_DIALOG)

static void
say (GtkLabel *label, const char *text, gboolean wrong)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (wrong) {
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
    gtk_accessible_announce (GTK_ACCESSIBLE (label), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
  }
}

static void
on_typed (BearingsClientDialog *self)
{
  g_autoptr (BearingsClientTyped) typed =
    bearings_client_typed_new (gtk_editable_get_text (GTK_EDITABLE (self->code_row)), self->known);

  gtk_widget_set_sensitive (self->use_button, typed->code != NULL);
  say (self->status_label,
       typed->text != NULL ? typed->text : _ ("Letters, digits and hyphens, no spaces."), FALSE);
}

static void
on_suggest_clicked (BearingsClientDialog *self)
{
  g_autoptr (GRand) random = g_rand_new ();
  g_autofree char *code = NULL;

  do {
    g_free (code);
    code = bearings_client_code_suggest (random);
  } while (g_ptr_array_find_with_equal_func (self->known, code, g_str_equal, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), code);
}

static gboolean
use (BearingsClientDialog *self, const BearingsClientTyped *typed, GError **error)
{
  return (typed->known || bearings_service_create_client (self->service, typed->code, error)) &&
         (!adw_switch_row_get_active (ADW_SWITCH_ROW (self->take_row)) ||
          bearings_service_take_guest_sittings (self->service, typed->code, error) >= 0) &&
         bearings_service_set_client (self->service, typed->code, error);
}

static void
on_use (BearingsClientDialog *self)
{
  g_autoptr (BearingsClientTyped) typed =
    bearings_client_typed_new (gtk_editable_get_text (GTK_EDITABLE (self->code_row)), self->known);
  g_autoptr (GError) error = NULL;

  if (typed->code == NULL) {
    say (self->status_label, typed->text, TRUE);
    return;
  }
  if (!use (self, typed, &error)) {
    say (self->status_label, error->message, TRUE);
    return;
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_rename (BearingsClientDialog *self)
{
  const char *code = bearings_service_get_client (self->service);
  g_autoptr (GError) error = NULL;

  if (!bearings_service_rename_client (
        self->service, code, gtk_editable_get_text (GTK_EDITABLE (self->rename_row)), &error)) {
    say (self->rename_label, error->message, TRUE);
    return;
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_leave (BearingsClientDialog *self)
{
  bearings_service_set_client (self->service, NULL, NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_delete_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsClientDialog) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autofree char *code =
    self->service != NULL ? g_strdup (bearings_service_get_client (self->service)) : NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete") || code == NULL)
    return;
  if (!bearings_service_delete_client (self->service, code, &error)) {
    say (self->rename_label, error->message, TRUE);
    return;
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_delete (BearingsClientDialog *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("Delete Everything?"), _ ("All answers and results kept under this code are deleted, and "
                                 "the code with them. They cannot be brought back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_delete_answered, g_object_ref (self));
}

/* What cannot be read is said where the code is typed. */
static void
fill (BearingsClientDialog *self)
{
  const char *code = bearings_service_get_client (self->service);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = bearings_service_list_sessions_of (self->service, code, &error);
  g_autofree char *kept = sessions != NULL ? bearings_client_kept_text (sessions) : NULL;

  if (sessions != NULL)
    self->known = bearings_service_list_clients (self->service, &error);
  if (self->known == NULL) {
    self->known = g_ptr_array_new_with_free_func (g_free);
    say (self->status_label, error->message, TRUE);
    gtk_widget_set_sensitive (self->code_row, FALSE);
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, code != NULL ? "open" : "ask");
  gtk_widget_set_visible (self->use_button, code == NULL);
  adw_dialog_set_title (ADW_DIALOG (self), code != NULL ? _ ("Your Code") : _ ("Use a Code"));
  if (code == NULL) {
    gtk_widget_set_visible (self->take_row, sessions->len > 0);
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->take_row), sessions->len > 0);
  } else {
    gtk_editable_set_text (GTK_EDITABLE (self->rename_row), code);
    gtk_list_box_append (self->open_list,
                         bearings_property_row_new (_ ("Kept under it on this computer"), kept));
  }
}

static void
bearings_client_dialog_dispose (GObject *object)
{
  BearingsClientDialog *self = BEARINGS_CLIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_CLIENT_DIALOG);
  g_clear_object (&self->service);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_client_dialog_parent_class)->dispose (object);
}

static void
bearings_client_dialog_class_init (BearingsClientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_client_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/desk/bearings-client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, take_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, status_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, use_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, rename_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, rename_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsClientDialog, open_list);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, on_rename);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
bearings_client_dialog_init (BearingsClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_figure_context_set_computation (GTK_WIDGET (self->open_list),
                                           _ ("Counted in what is kept on this computer."));
}

AdwDialog *
bearings_client_dialog_new (BearingsService *service)
{
  BearingsClientDialog *self = g_object_new (BEARINGS_TYPE_CLIENT_DIALOG, NULL);

  self->service = g_object_ref (service);
  fill (self);
  return ADW_DIALOG (self);
}
