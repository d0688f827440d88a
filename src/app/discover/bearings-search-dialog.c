/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything: careers, claims, the register, sources. */

#include "bearings-search-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-service-search.h"
#include "bearings-words.h"

#define LIMIT 60

struct _BearingsSearchDialog {
  AdwDialog parent_instance;

  BearingsService *service;
  GtkWidget *opener; /* weak */
  GCancellable *cancellable;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *nothing_page;
};

G_DEFINE_FINAL_TYPE (BearingsSearchDialog, bearings_search_dialog, ADW_TYPE_DIALOG)

static void
on_row_activated (BearingsSearchDialog *self, GtkListBoxRow *row)
{
  BearingsHit *hit = g_object_get_data (G_OBJECT (row), "hit");

  g_object_ref (hit);
  adw_dialog_close (ADW_DIALOG (self));
  if (self->opener != NULL)
    bearings_open (self->opener, bearings_hit_get_kind (hit), bearings_hit_get_id (hit), NULL);
  g_object_unref (hit);
}

static GtkWidget *
hit_row (BearingsHit *hit)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, bearings_hit_get_title (hit),
                                            bearings_hit_get_subtitle (hit));
  GtkWidget *kind = gtk_label_new (bearings_words_record_kind_title (bearings_hit_get_kind (hit)));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
  g_object_set_data_full (G_OBJECT (row), "hit", g_object_ref (hit), g_object_unref);
  return row;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSearchDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->entry == NULL)
    return;
  gtk_list_box_remove_all (self->list);
  if (hits == NULL || hits->len == 0) {
    g_autofree char *text = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
    adw_status_page_set_description (self->nothing_page, text);
    gtk_stack_set_visible_child_name (self->stack, "nothing");
    return;
  }
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->list, hit_row (hits->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
on_search_changed (BearingsSearchDialog *self)
{
  static const BearingsRecordKind kinds[] = {
    BEARINGS_RECORD_ROLE,           BEARINGS_RECORD_OCCUPATION, BEARINGS_RECORD_CLAIM,
    BEARINGS_RECORD_REGISTER_ENTRY, BEARINGS_RECORD_SOURCE,     BEARINGS_RECORD_GLOSSARY_TERM,
  };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*words == '\0') {
    gtk_stack_set_visible_child_name (self->stack, "start");
    return;
  }
  self->cancellable = g_cancellable_new ();
  bearings_service_search_async (self->service, words, kinds, G_N_ELEMENTS (kinds), LIMIT,
                                 self->cancellable, on_found, g_object_ref (self));
}

static void
on_entry_activated (BearingsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "hits") == 0)
    on_row_activated (self, row);
}

static void
on_stop_search (BearingsSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
on_entry_key (BearingsSearchDialog *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
bearings_search_dialog_dispose (GObject *object)
{
  BearingsSearchDialog *self = BEARINGS_SEARCH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bearings_search_dialog_parent_class)->dispose (object);
}

static void
bearings_search_dialog_class_init (BearingsSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_search_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/discover/bearings-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BearingsSearchDialog, nothing_page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
}

static void
bearings_search_dialog_init (BearingsSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BearingsSearchDialog *
bearings_search_dialog_new (BearingsService *service, GtkWidget *opener)
{
  BearingsSearchDialog *self = g_object_new (BEARINGS_TYPE_SEARCH_DIALOG, NULL);

  self->service = g_object_ref (service);
  g_set_weak_pointer (&self->opener, opener);
  return self;
}
