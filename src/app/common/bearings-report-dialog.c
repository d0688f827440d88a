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

/* By the name of the file. */
static BearingsReportForm
form_of (GFile *file)
{
  static const BearingsReportForm forms[] = {
    [BEARINGS_REPORT_STATE_PDF] = BEARINGS_REPORT_PDF,
    [BEARINGS_REPORT_STATE_HTML] = BEARINGS_REPORT_HTML,
    [BEARINGS_REPORT_STATE_TEXT] = BEARINGS_REPORT_TEXT,
  };
  g_autofree char *name = g_file_get_basename (file);

  return forms[bearings_report_state_of_name (name)];
}

/* A report that is on its way to its file. */
typedef struct {
  const BearingsReportWriter *writer;
  gpointer what;
  GFile *file;
} Report;

static void
report_free (Report *report)
{
  report->writer->free_what (report->what);
  g_object_unref (report->file);
  g_free (report);
}

/* Answers with the file. */
static gpointer
write_report (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Report *report = data;

  return report->writer->write (service, report->what, form_of (report->file), report->file, error)
           ? g_object_ref (report->file)
           : NULL;
}

void
bearings_report_dialog_write (BearingsPage *page,
                              const BearingsReportWriter *writer,
                              gpointer what,
                              GFile *file,
                              BearingsAnsweredFunc answered)
{
  static const BearingsJob job = { write_report, (GDestroyNotify) report_free, g_object_unref,
                                   BEARINGS_LANE_FILE };
  Report *report = g_new (Report, 1);

  *report = (Report) { writer, what, g_object_ref (file) };
  bearings_ask (page, bearings_page_get_service (page), &job, report, NULL, answered);
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
