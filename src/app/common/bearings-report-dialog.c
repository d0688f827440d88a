/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report is saved, and in which form. */

#include "bearings-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-report-state.h"

GtkFileDialog *
bearings_report_dialog_new (const char *name)
{
  static const struct {
    const char *name, *pattern;
  } kinds[] = {
    { N_ ("PDF document"), "*.pdf" },
    { N_ ("Web page"), "*.html" },
    { N_ ("Plain text"), "*.txt" },
  };
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *file_name = g_strconcat (name, ".pdf", NULL);
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
    gtk_file_filter_set_name (filter, _ (kinds[i].name));
    gtk_file_filter_add_pattern (filter, kinds[i].pattern);
    g_list_store_append (filters, filter);
  }
  gtk_file_dialog_set_title (dialog, _ ("Save a Report"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

BearingsReportForm
bearings_report_dialog_form (GFile *file)
{
  static const BearingsReportForm forms[] = {
    [BEARINGS_REPORT_STATE_PDF] = BEARINGS_REPORT_PDF,
    [BEARINGS_REPORT_STATE_HTML] = BEARINGS_REPORT_HTML,
    [BEARINGS_REPORT_STATE_TEXT] = BEARINGS_REPORT_TEXT,
  };
  g_autofree char *name = g_file_get_basename (file);

  return forms[bearings_report_state_of_name (name)];
}

void
bearings_report_dialog_tell (GtkWidget *page,
                             AdwToastOverlay *overlay,
                             GFile *file,
                             const GError *error)
{
  AdwDialog *dialog;

  if (error == NULL) {
    g_autofree char *name = g_file_get_basename (file);
    /* Translators: name of a file. */
    AdwToast *toast = adw_toast_new_format (_ ("Saved as “%s”"), name);

    adw_toast_set_use_markup (toast, FALSE);
    adw_toast_overlay_add_toast (overlay, toast);
    return;
  }
  dialog = adw_alert_dialog_new (_ ("The Report Was Not Saved"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, page);
}
