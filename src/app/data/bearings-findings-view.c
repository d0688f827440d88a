/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about a file. */

#include "bearings-findings-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-chosen-file.h"
#include "bearings-data-state.h"
#include "bearings-import-state.h"
#include "bearings-preview-model.h"
#include "bearings-rows.h"
#include "bearings-service-text.h"

struct _BearingsFindingsView {
  AdwBin parent_instance;

  GPtrArray *problems;
  char *file;
  GArray *shown; /* guint32; of the model */
  BearingsPreviewModel *model;

  AdwToastOverlay *toast_overlay;
  GtkSearchEntry *entry;
  GtkDropDown *severity_drop_down;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (BearingsFindingsView, bearings_findings_view, ADW_TYPE_BIN)

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *message = gtk_label_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *code = bearings_rows_chip_new ("", NULL);

  for (guint i = 0; i < 2; i++) {
    GtkWidget *label = i == 0 ? message : place;
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                  GTK_NATURAL_WRAP_NONE, "xalign", 0.0f, "selectable", TRUE, "focusable", FALSE,
                  NULL);
    gtk_box_append (GTK_BOX (texts), label);
  }
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_box_append (GTK_BOX (texts), code);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (outer), icon);
  gtk_box_append (GTK_BOX (outer), texts);
  gtk_list_item_set_child (item, outer);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  BearingsFindingsView *self = data;
  guint number = bearings_line_get_number (gtk_list_item_get_item (item));
  const BearingsProblem *problem = self->problems->pdata[number];
  gboolean error = problem->severity == BEARINGS_SEVERITY_ERROR;
  g_autofree char *place = bearings_data_state_problem_place (problem);
  g_autofree char *name = bearings_problem_to_string (problem);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *message = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *place_label = gtk_widget_get_next_sibling (message);
  GtkWidget *code = gtk_widget_get_next_sibling (place_label);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (icon, error ? (const char *[]) { "error", NULL }
                                          : (const char *[]) { "warning", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _ ("Error") : _ ("Warning"), -1);
  gtk_label_set_text (GTK_LABEL (message), problem->message);
  gtk_label_set_text (GTK_LABEL (place_label), place != NULL ? place : "");
  gtk_widget_set_visible (place_label, place != NULL);
  gtk_label_set_text (GTK_LABEL (code), problem->code);
  gtk_list_item_set_accessible_label (item, name);
}

static void
apply_state (BearingsFindingsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->severity_drop_down);
  int severity = selected == 1   ? BEARINGS_SEVERITY_ERROR
                 : selected == 2 ? BEARINGS_SEVERITY_WARNING
                                 : -1;

  if (self->problems == NULL)
    return;
  self->shown = bearings_import_state_problems_filter (
    self->problems, severity, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_stack_set_visible_child_name (self->stack, self->shown->len > 0 ? "list" : "nothing");
  bearings_preview_model_set_numbers (self->model, self->shown);
}

static void
on_filter_changed (BearingsFindingsView *self)
{
  apply_state (self);
}

/* What is shown, one a line. */
static char *
shown_text (BearingsFindingsView *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (shown, self->problems->pdata[g_array_index (self->shown, guint32, i)]);
  return bearings_data_state_problems_text (shown);
}

static void
toast (BearingsFindingsView *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (text));
}

static void
on_copy_clicked (BearingsFindingsView *self)
{
  g_autofree char *text = shown_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  toast (self, _ ("Findings copied"));
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsFindingsView) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->toast_overlay == NULL)
    return;
  if (bearings_findings_view_save (self, file, &error)) {
    toast (self, _ ("Findings saved"));
  } else {
    AdwDialog *dialog = adw_alert_dialog_new (_ ("The Findings Were Not Saved"), error->message);
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
    adw_dialog_present (dialog, GTK_WIDGET (self));
  }
}

static void
on_save_clicked (BearingsFindingsView *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  /* Translators: name of a file; %s is the name of the file the findings are about. */
  g_autofree char *name = g_strdup_printf (_ ("findings-%s.txt"), self->file);

  gtk_file_dialog_set_title (dialog, _ ("Save the Findings"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_save_chosen, g_object_ref (self));
}

static void
bearings_findings_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin holds it, too */
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_FINDINGS_VIEW);
  G_OBJECT_CLASS (bearings_findings_view_parent_class)->dispose (object);
}

static void
bearings_findings_view_finalize (GObject *object)
{
  BearingsFindingsView *self = BEARINGS_FINDINGS_VIEW (object);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_free);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bearings_findings_view_parent_class)->finalize (object);
}

static void
bearings_findings_view_class_init (BearingsFindingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_findings_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_findings_view_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsView, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsView, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsView, severity_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
bearings_findings_view_init (BearingsFindingsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = bearings_preview_model_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                              G_LIST_MODEL (g_object_ref (self->model)))));
}

GtkWidget *
bearings_findings_view_new (GPtrArray *problems, const char *file)
{
  BearingsFindingsView *self = g_object_new (BEARINGS_TYPE_FINDINGS_VIEW, NULL);

  self->problems = g_ptr_array_ref (problems);
  self->file = g_strdup (file);
  apply_state (self);
  return GTK_WIDGET (self);
}

gboolean
bearings_findings_view_search (BearingsFindingsView *self)
{
  g_return_val_if_fail (BEARINGS_IS_FINDINGS_VIEW (self), FALSE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
bearings_findings_view_save (BearingsFindingsView *self, GFile *file, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BEARINGS_IS_FINDINGS_VIEW (self), FALSE);
  text = shown_text (self);
  return bearings_service_text_save (file, TRUE, text, error);
}
