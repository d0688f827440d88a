/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a publisher's name and public key. */

#include "bearings-publisher-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-import-state.h"
#include "bearings-service-publishers.h"

#define LONGEST_KEY_FILE 4096

struct _BearingsPublisherDialog {
  AdwDialog parent_instance;

  BearingsService *service;

  GtkEditable *name_row;
  GtkEditable *key_row;
  GtkWidget *add_button;
  GtkLabel *problem_label;
};

enum {
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsPublisherDialog, bearings_publisher_dialog, ADW_TYPE_DIALOG)

static void
say (BearingsPublisherDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
on_changed (BearingsPublisherDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *key = g_strstrip (g_strdup (gtk_editable_get_text (self->key_row)));

  gtk_widget_set_sensitive (self->add_button, *name != '\0' && *key != '\0');
  say (self, NULL);
}

static gpointer
add (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *name, *key;

  g_variant_get (data, "(&s&s)", &name, &key);
  return bearings_service_publishers_add (service, name, key, error) ? g_strdup (name) : NULL;
}

static void
on_added (gpointer dialog, gpointer answer, const GError *error)
{
  BearingsPublisherDialog *self = dialog;
  g_autofree char *name = answer;

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (error != NULL) {
    say (self, error->message);
    gtk_widget_grab_focus (GTK_WIDGET (self->key_row));
    return;
  }
  g_signal_emit (self, signals[ADDED], 0, name);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_add (BearingsPublisherDialog *self)
{
  static const BearingsJob job = { add, (GDestroyNotify) g_variant_unref, g_free,
                                   BEARINGS_LANE_KEEP };
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *key = g_strstrip (g_strdup (gtk_editable_get_text (self->key_row)));

  if (*name == '\0' || *key == '\0' || !gtk_widget_get_sensitive (self->add_button))
    return;
  gtk_widget_set_sensitive (self->add_button, FALSE);
  bearings_ask (self, self->service, &job, g_variant_ref_sink (g_variant_new ("(ss)", name, key)),
                NULL, on_added);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsPublisherDialog) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && self->key_row != NULL)
    bearings_publisher_dialog_read (self, file);
}

static void
on_open_clicked (BearingsPublisherDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) keys = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (keys, _ ("Public keys"));
  gtk_file_filter_add_pattern (keys, "*.pub");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, keys);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Open a Public Key"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static void
bearings_publisher_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PUBLISHER_DIALOG);
  g_clear_object (&BEARINGS_PUBLISHER_DIALOG (object)->service);
  G_OBJECT_CLASS (bearings_publisher_dialog_parent_class)->dispose (object);
}

static void
bearings_publisher_dialog_class_init (BearingsPublisherDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_publisher_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", BEARINGS_TYPE_PUBLISHER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-publisher-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsPublisherDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPublisherDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPublisherDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsPublisherDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
}

static void
bearings_publisher_dialog_init (BearingsPublisherDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bearings_publisher_dialog_new (BearingsService *service)
{
  BearingsPublisherDialog *self = g_object_new (BEARINGS_TYPE_PUBLISHER_DIALOG, NULL);

  self->service = g_object_ref (service);
  return ADW_DIALOG (self);
}

void
bearings_publisher_dialog_read (BearingsPublisherDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  char text[LONGEST_KEY_FILE + 1];
  gsize size = 0;
  g_autofree char *key = NULL;

  g_return_if_fail (BEARINGS_IS_PUBLISHER_DIALOG (self));
  stream = g_file_read (file, NULL, &error);
  /* A key file is two short lines; nothing longer is read whole. */
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, LONGEST_KEY_FILE,
                                                  &size, NULL, &error)) {
    say (self, error->message);
    return;
  }
  text[size] = '\0';
  key = bearings_import_state_key_line (text);
  if (key == NULL) {
    say (self, _ ("There is no public key in this file. Its last line is 56 letters and digits."));
    return;
  }
  gtk_editable_set_text (self->key_row, key);
}
