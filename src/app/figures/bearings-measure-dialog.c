/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a measure from outside: its name, and one value or how it was measured. */

#include "bearings-measure-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _BearingsMeasureDialog {
  AdwAlertDialog parent_instance;

  BearingsMeasureKind kind;
  GtkWidget *name_row;
  GtkWidget *second_row; /* the value, or the note */
};

enum {
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsMeasureDialog, bearings_measure_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* With a decimal point or comma; NaN for anything else. */
static double
get_value (BearingsMeasureDialog *self)
{
  g_autofree char *text = get_text (self->second_row);
  char *end = NULL;
  double value;

  g_strdelimit (text, ",", '.');
  value = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && isfinite (value) ? value : NAN;
}

static void
on_changed (BearingsMeasureDialog *self)
{
  g_autofree char *name = get_text (self->name_row);

  adw_alert_dialog_set_response_enabled (
    ADW_ALERT_DIALOG (self), "enter",
    *name != '\0' && (self->kind == BEARINGS_MEASURE_NOTE || !isnan (get_value (self))));
}

static void
bearings_measure_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  BearingsMeasureDialog *self = BEARINGS_MEASURE_DIALOG (dialog);
  g_autofree char *name = get_text (self->name_row);

  if (g_str_equal (response, "enter"))
    g_signal_emit (self, signals[SIGNAL_ENTERED], 0, name,
                   self->kind == BEARINGS_MEASURE_VALUE ? get_value (self) : NAN);
}

static void
bearings_measure_dialog_class_init (BearingsMeasureDialogClass *klass)
{
  ADW_ALERT_DIALOG_CLASS (klass)->response = bearings_measure_dialog_response;
  signals[SIGNAL_ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_DOUBLE);
}

static void
bearings_measure_dialog_init (BearingsMeasureDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->name_row = adw_entry_row_new ();
  self->second_row = adw_entry_row_new ();
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self->name_row), 100);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self->second_row), 200);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _ ("What was measured"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->name_row);
  gtk_list_box_append (GTK_LIST_BOX (list), self->second_row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), list);
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second_row, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
bearings_measure_dialog_new (BearingsMeasureKind kind, const char *name)
{
  BearingsMeasureDialog *self = g_object_new (BEARINGS_TYPE_MEASURE_DIALOG, NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  gboolean value = kind == BEARINGS_MEASURE_VALUE;

  self->kind = kind;
  adw_alert_dialog_set_heading (alert, _ ("A Measure From Outside"));
  adw_alert_dialog_set_body (
    alert, value ? _ ("A grade, a work sample, a supervisor’s rating. Use the same name for the "
                      "same measure.")
                 : _ ("Its values are read from a file: CSV with the columns person and value. A "
                      "person is the id of a record of the sample, or the code of a client."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->second_row),
                                 value ? _ ("Value") : C_ ("how something was measured", "Method"));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "enter",
                                  value ? _ ("_Enter") : _ ("Choose _File…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "enter", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "enter");
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  on_changed (self);
  return ADW_DIALOG (self);
}

const char *
bearings_measure_dialog_get_note (BearingsMeasureDialog *self)
{
  g_return_val_if_fail (BEARINGS_IS_MEASURE_DIALOG (self), NULL);
  return self->kind == BEARINGS_MEASURE_NOTE
           ? gtk_editable_get_text (GTK_EDITABLE (self->second_row))
           : "";
}
