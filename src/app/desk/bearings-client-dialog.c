/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the desk: a guest takes a code, somebody with a code leaves, changes or deletes it. */

#include "bearings-client-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-client-code.h"
#include "bearings-client-state.h"
#include "bearings-figure-context.h"
#include "bearings-rows.h"
#include "bearings-service-clients.h"

struct _BearingsClientDialog {
  AdwDialog parent_instance;

  BearingsService *service;
  char *code;       /* of whoever is at the desk; NULL: a guest */
  GPtrArray *known; /* char *, the codes there are; NULL until they are read */
  gboolean busy;    /* one thing at a time is asked for */

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
  g_autoptr (BearingsClientTyped) typed = NULL;

  if (self->known == NULL)
    return;
  typed =
    bearings_client_typed_new (gtk_editable_get_text (GTK_EDITABLE (self->code_row)), self->known);
  gtk_widget_set_sensitive (self->use_button, typed->code != NULL && !self->busy);
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
  } while (self->known != NULL &&
           g_ptr_array_find_with_equal_func (self->known, code, g_str_equal, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), code);
}

/* After what was asked for: the dialog is done with, or says why not. */
static void
settle (BearingsClientDialog *self, GtkLabel *label, const GError *error)
{
  self->busy = FALSE;
  on_typed (self);
  if (error != NULL)
    say (label, error->message, TRUE);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_used (gpointer dialog, gpointer answer, const GError *error)
{
  settle (dialog, BEARINGS_CLIENT_DIALOG (dialog)->status_label, error);
}

static void
on_changed (gpointer dialog, gpointer answer, const GError *error)
{
  settle (dialog, BEARINGS_CLIENT_DIALOG (dialog)->rename_label, error);
}

/* Takes @data; not heard while something is under way. What is typed in keeps the focus: a widget
 * that loses its sensitivity with the focus in it leaves the cursor blinking nowhere. */
static void
ask (BearingsClientDialog *self,
     const BearingsJob *job,
     gpointer data,
     BearingsAnsweredFunc answered)
{
  if (self->busy) {
    if (job->free_data != NULL)
      job->free_data (data);
    return;
  }
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->use_button, FALSE);
  bearings_ask (self, self->service, job, data, NULL, answered);
}

static gpointer
use (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *code;
  gboolean known, take;

  g_variant_get (data, "(&sbb)", &code, &known, &take);
  return GINT_TO_POINTER (
    (known || bearings_service_clients_create (service, code, error)) &&
    (!take || bearings_service_clients_take_guest_sittings (service, code, error) >= 0) &&
    bearings_service_clients_set (service, code, error));
}

static void
on_use (BearingsClientDialog *self)
{
  static const BearingsJob job = { use, (GDestroyNotify) g_variant_unref, NULL,
                                   BEARINGS_LANE_KEEP };
  g_autoptr (BearingsClientTyped) typed = NULL;

  if (self->known == NULL)
    return;
  typed =
    bearings_client_typed_new (gtk_editable_get_text (GTK_EDITABLE (self->code_row)), self->known);
  if (typed->code == NULL) {
    say (self->status_label, typed->text, TRUE);
    return;
  }
  ask (self, &job,
       g_variant_ref_sink (
         g_variant_new ("(sbb)", typed->code, typed->known,
                        adw_switch_row_get_active (ADW_SWITCH_ROW (self->take_row)))),
       on_used);
}

static gpointer
rename_client (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *code, *new_code;

  g_variant_get (data, "(&s&s)", &code, &new_code);
  return GINT_TO_POINTER (bearings_service_clients_rename (service, code, new_code, error));
}

static void
on_rename (BearingsClientDialog *self)
{
  static const BearingsJob job = { rename_client, (GDestroyNotify) g_variant_unref, NULL,
                                   BEARINGS_LANE_KEEP };
  const char *new_code = gtk_editable_get_text (GTK_EDITABLE (self->rename_row));

  if (self->code != NULL)
    ask (self, &job, g_variant_ref_sink (g_variant_new ("(ss)", self->code, new_code)), on_changed);
}

BEARINGS_DEFINE_JOB (leave,
                     BEARINGS_LANE_KEEP,
                     NULL,
                     NULL,
                     GINT_TO_POINTER (bearings_service_clients_set (self, NULL, error)))

static void
on_leave (BearingsClientDialog *self)
{
  ask (self, &leave, NULL, on_changed);
}

BEARINGS_DEFINE_JOB (delete_client,
                     BEARINGS_LANE_KEEP,
                     g_free,
                     NULL,
                     GINT_TO_POINTER (bearings_service_clients_delete (self, data, error)))

static void
on_delete_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsClientDialog) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "delete") && self->service != NULL && self->code != NULL)
    ask (self, &delete_client, g_strdup (self->code), on_changed);
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

/* What the dialog needs to know. */
typedef struct {
  GPtrArray *known;
  GPtrArray *sittings; /* of whoever is at the desk */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->known, g_ptr_array_unref);
  g_clear_pointer (&answer->sittings, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer code, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->sittings = bearings_service_clients_list_sittings_of (service, code, error);
  if (answer->sittings != NULL)
    answer->known = bearings_service_clients_list (service, error);
  return answer->known != NULL ? g_steal_pointer (&answer) : NULL;
}

/* What cannot be read is said where the code is typed. */
static void
show_answer (gpointer dialog, gpointer data, const GError *error)
{
  BearingsClientDialog *self = dialog;
  g_autoptr (Answer) answer = data;

  if (error != NULL) {
    say (self->code != NULL ? self->rename_label : self->status_label, error->message, TRUE);
    gtk_editable_set_editable (GTK_EDITABLE (self->code_row), FALSE);
    return;
  }
  self->known = g_steal_pointer (&answer->known);
  if (self->code == NULL) {
    gtk_widget_set_visible (self->take_row, answer->sittings->len > 0);
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->take_row), answer->sittings->len > 0);
    on_typed (self);
  } else {
    g_autofree char *kept = bearings_client_state_kept_text (answer->sittings);

    gtk_list_box_append (self->open_list,
                         bearings_rows_property_new (_ ("Kept under it on this computer"), kept));
  }
}

static void
fill (BearingsClientDialog *self)
{
  static const BearingsJob job = { read_answer, g_free, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };
  const char *code = self->code;

  gtk_stack_set_visible_child_name (self->stack, code != NULL ? "open" : "ask");
  gtk_widget_set_visible (self->use_button, code == NULL);
  adw_dialog_set_title (ADW_DIALOG (self), code != NULL ? _ ("Your Code") : _ ("Use a Code"));
  gtk_widget_set_visible (self->take_row, FALSE);
  if (code != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->rename_row), code);
  bearings_ask (self, self->service, &job, g_strdup (code), NULL, show_answer);
}

static void
bearings_client_dialog_dispose (GObject *object)
{
  BearingsClientDialog *self = BEARINGS_CLIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_CLIENT_DIALOG);
  g_clear_object (&self->service);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->code, g_free);
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
  self->code = bearings_service_desk_dup_client (service);
  fill (self);
  return ADW_DIALOG (self);
}
