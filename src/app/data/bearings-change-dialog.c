/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a preview, field by field. */

#include "bearings-change-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-import-state.h"
#include "bearings-loading-view.h"
#include "bearings-rows.h"
#include "bearings-service-preview.h"

#define FIELDS_SHOWN 60

struct _BearingsChangeDialog {
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (BearingsChangeDialog, bearings_change_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
value_box (const char *name, const char *value, gboolean dimmed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = gtk_label_new (name);
  GtkWidget *text = bearings_rows_paragraph_new (value != NULL ? value : _ ("Not there"));

  g_object_set (caption, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (caption, "caption-heading");
  if (dimmed || value == NULL)
    gtk_widget_add_css_class (text, "dimmed");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
field_row (gpointer item, gpointer data)
{
  const BearingsFieldChange *field = item;
  BearingsRecordChange change = GPOINTER_TO_INT (data);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *path = gtk_label_new (field->path);

  g_object_set (path, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_CHAR, NULL);
  gtk_widget_add_css_class (path, "monospace");
  gtk_widget_add_css_class (path, "dimmed");
  gtk_widget_add_css_class (path, "field-path");
  gtk_box_append (GTK_BOX (box), path);
  if (change != BEARINGS_RECORD_CHANGE_ADDED)
    /* Translators: the value of a field as it is installed. */
    gtk_box_append (GTK_BOX (box), value_box (_ ("As it is"), field->before, TRUE));
  if (change != BEARINGS_RECORD_CHANGE_REMOVED)
    /* Translators: the value of a field as a pack would make it. */
    gtk_box_append (GTK_BOX (box), value_box (_ ("As it would be"), field->after, FALSE));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
show_fields (gpointer answer, gpointer change)
{
  g_autoptr (GPtrArray) fields = answer;
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_origin (list, _ ("Stated by the pack itself."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fields"), -1);
  bearings_rows_fill_list (GTK_LIST_BOX (list), fields, FIELDS_SHOWN, field_row, change, NULL);
  return list;
}

/* An entry of the preview of a file. */
typedef struct {
  GFile *file;
  BearingsDiffEntry *entry;
} Question;

static Question *
question_new (GFile *file, const BearingsDiffEntry *entry)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (file), bearings_diff_entry_copy (entry) };
  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->file);
  bearings_diff_entry_free (question->entry);
  g_free (question);
}

static gpointer
read_fields (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return bearings_service_preview_fields (service, question->file, question->entry, error);
}

static void
bearings_change_dialog_class_init (BearingsChangeDialogClass *klass)
{
}

static void
bearings_change_dialog_init (BearingsChangeDialog *self)
{
}

AdwDialog *
bearings_change_dialog_new (BearingsService *service, GFile *file, const BearingsDiffEntry *entry)
{
  static const BearingsJob job = { read_fields, (GDestroyNotify) question_free,
                                   (GDestroyNotify) g_ptr_array_unref, BEARINGS_LANE_READ };
  AdwDialog *self = g_object_new (BEARINGS_TYPE_CHANGE_DIALOG, "title",
                                  bearings_record_change_title (entry->change), "content-width",
                                  640, "content-height", 640, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = bearings_rows_paragraph_new (entry->title != NULL ? entry->title : entry->id);
  g_autofree char *text = bearings_import_state_preview_entry_text (entry);
  GtkWidget *caption = bearings_rows_paragraph_new (text);
  GtkWidget *fields = bearings_loading_view_new ();

  bearings_figure_context_set_origin (box, _ ("Stated by the pack itself."));
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), fields);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (self, view);
  bearings_loading_view_ask (BEARINGS_LOADING_VIEW (fields), service, &job,
                             question_new (file, entry), show_fields,
                             GINT_TO_POINTER (entry->change), NULL);
  return self;
}
