/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a pack was refused. */

#include "bearings-findings-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-data-state.h"
#include "bearings-rows.h"

#define SHOWN 50

struct _BearingsFindingsDialog {
  AdwDialog parent_instance;

  GPtrArray *problems;

  AdwToastOverlay *toast_overlay;
  GtkLabel *intro_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsFindingsDialog, bearings_findings_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
problem_row (gpointer item, gpointer data)
{
  const BearingsProblem *problem = item;
  gboolean error = problem->severity == BEARINGS_SEVERITY_ERROR;
  g_autofree char *place = bearings_data_problem_place (problem);
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", problem->message, "subtitle",
                  place, "title-selectable", TRUE, "subtitle-selectable", TRUE, NULL);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  GtkWidget *code = bearings_chip_new (problem->code, error ? NULL : "warning");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _ ("Error") : _ ("Warning"), -1);
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), code);
  return row;
}

static void
on_copy_clicked (BearingsFindingsDialog *self)
{
  g_autofree char *text = bearings_data_problems_text (self->problems);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Findings copied")));
}

static void
bearings_findings_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_FINDINGS_DIALOG);
  G_OBJECT_CLASS (bearings_findings_dialog_parent_class)->dispose (object);
}

static void
bearings_findings_dialog_finalize (GObject *object)
{
  g_clear_pointer (&BEARINGS_FINDINGS_DIALOG (object)->problems, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_findings_dialog_parent_class)->finalize (object);
}

static void
bearings_findings_dialog_class_init (BearingsFindingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_findings_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_findings_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-findings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsFindingsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
bearings_findings_dialog_init (BearingsFindingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bearings_findings_dialog_new (GPtrArray *problems, const char *file)
{
  BearingsFindingsDialog *self = g_object_new (BEARINGS_TYPE_FINDINGS_DIALOG, NULL);
  g_autofree char *intro = bearings_data_refusal_text (problems, file);

  self->problems = g_ptr_array_ref (problems);
  gtk_label_set_label (self->intro_label, intro);
  bearings_fill_list (self->list, problems, SHOWN, problem_row, NULL, NULL);
  return ADW_DIALOG (self);
}
