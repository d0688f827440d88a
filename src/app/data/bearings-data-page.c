/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Data: installed packs, and import of a new one. */

#include "bearings-data-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-data-state.h"
#include "bearings-figure-context.h"
#include "bearings-findings-dialog.h"
#include "bearings-format.h"
#include "bearings-rows.h"
#include "bearings-section.h"

#define PROGRESS_DELAY_MS 1000

struct _BearingsDataPage {
  BearingsPage parent_instance;

  GCancellable *importing; /* NULL when no import is under way */
  GFile *file;
  GPtrArray *problems;
  guint progress_timeout;

  AdwToastOverlay *toast_overlay;
  GtkWidget *drop_area;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  BearingsSection *summary_section;
  GtkWidget *import_button;
  GtkListBox *pack_list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (BearingsDataPage, bearings_data_page, BEARINGS_TYPE_PAGE)

static GtkWidget *
pack_row (const BearingsInstalledPack *pack)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  const BearingsPackInfo *info = pack->info;
  g_autofree char *subtitle = bearings_data_pack_text (pack);
  g_autofree char *published =
    info->published != NULL ? bearings_format_date (info->published) : NULL;
  g_autoptr (GDateTime) imported =
    pack->imported != NULL ? g_date_time_new_from_iso8601 (pack->imported, NULL) : NULL;
  g_autoptr (GDateTime) local = imported != NULL ? g_date_time_to_local (imported) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %X") : NULL;

  bearings_figure_context_set_origin (row, _ ("Stated by the pack itself."));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->title);
  adw_expander_row_set_subtitle (expander, subtitle);
  adw_expander_row_add_row (expander, bearings_property_row_new (_ ("Publisher"), info->publisher));
  adw_expander_row_add_row (expander, bearings_property_row_new (_ ("Licence"), info->licence));
  adw_expander_row_add_row (expander,
                            bearings_property_row_new (_ ("Attribution"), info->attribution));
  adw_expander_row_add_row (expander, bearings_property_row_new (_ ("Published"), published));
  adw_expander_row_add_row (expander, bearings_property_row_new (_ ("Installed"), when));
  if (info->note != NULL)
    adw_expander_row_add_row (expander, bearings_property_row_new (_ ("Note"), info->note));
  /* Translators: SHA-256 checksum of a file. */
  adw_expander_row_add_row (expander, bearings_copy_row_new (_ ("Checksum"), pack->sha256));
  return row;
}

static void
bearings_data_page_load (BearingsPage *page)
{
  BearingsDataPage *self = BEARINGS_DATA_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs =
    bearings_service_list_packs (bearings_page_get_service (page), &error);

  if (packs == NULL) {
    bearings_page_show_error (page, error);
    return;
  }
  gtk_list_box_remove_all (self->pack_list);
  for (guint i = 0; i < packs->len; i++)
    gtk_list_box_append (self->pack_list, pack_row (packs->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->pack_list), packs->len > 0);
  gtk_widget_set_visible (self->empty_label, packs->len == 0);
  bearings_page_show_content (page);
}

static void
add_count (GtkListBox *list, const char *name, gint64 count)
{
  g_autofree char *text = bearings_format_integer (count);

  gtk_list_box_append (list, bearings_property_row_new (name, text));
}

static void
show_summary (BearingsDataPage *self, const BearingsImportSummary *summary)
{
  g_autofree char *text = bearings_data_summary_text (summary);
  GtkWidget *list = bearings_boxed_list_new ();

  bearings_section_clear (self->summary_section);
  bearings_section_set_title (self->summary_section, _ ("What Changed"));
  bearings_section_set_description (self->summary_section, text);
  /* Translators: numbers of records in an import. */
  add_count (GTK_LIST_BOX (list), _ ("Records added"), summary->added);
  add_count (GTK_LIST_BOX (list), _ ("Records changed"), summary->changed);
  add_count (GTK_LIST_BOX (list), _ ("Records removed"), summary->removed);
  add_count (GTK_LIST_BOX (list), _ ("Records unchanged"), summary->unchanged);
  bearings_section_append (self->summary_section, list);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_section), TRUE);
}

static void
show_failure (BearingsDataPage *self, const GError *error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  AdwDialog *dialog;

  if (self->problems->len > 0) {
    adw_dialog_present (bearings_findings_dialog_new (self->problems, name), GTK_WIDGET (self));
    return;
  }
  dialog = adw_alert_dialog_new (_ ("The Pack Was Not Imported"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: name of a file, what is wrong. */
                                _ ("“%s”: %s\n\nNothing was changed."), name, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
end_import (BearingsDataPage *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_object (&self->importing);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_sensitive (self->import_button, TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsDataPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary =
    bearings_service_import_finish (BEARINGS_SERVICE (source), result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->toast_overlay == NULL)
    return;
  end_import (self);
  if (summary != NULL) {
    show_summary (self, summary);
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Pack imported")));
    bearings_page_reload (BEARINGS_PAGE (self));
    gtk_widget_activate_action (GTK_WIDGET (self), "win.data-changed", NULL);
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("Import cancelled; nothing was changed")));
  } else {
    show_failure (self, error);
  }
}

static void
on_progress (goffset done, goffset total, gpointer data)
{
  BearingsDataPage *self = data;

  if (self->importing == NULL)
    return;
  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) done / total, 0, 1));
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

/* An import of less than a second needs no bar. */
static void
on_progress_due (gpointer data)
{
  BearingsDataPage *self = data;

  self->progress_timeout = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);
}

static void
import_file (BearingsDataPage *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Importing “%s”…"), name);

  if (self->importing != NULL)
    return;
  self->importing = g_cancellable_new ();
  g_set_object (&self->file, file);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = bearings_problems_new ();
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_section), FALSE);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  self->progress_timeout = g_timeout_add_once (PROGRESS_DELAY_MS, on_progress_due, self);
  bearings_service_import_async (bearings_page_get_service (BEARINGS_PAGE (self)), file,
                                 on_progress, self, self->problems, self->importing, on_imported,
                                 g_object_ref (self));
}

static void
on_cancel_clicked (BearingsDataPage *self)
{
  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsDataPage) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->toast_overlay != NULL)
    import_file (self, file);
}

static void
on_import_clicked (BearingsDataPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) packs = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (packs, _ ("Bearings packs"));
  gtk_file_filter_add_pattern (packs, "*.bearings.json");
  gtk_file_filter_add_pattern (packs, "*.bearings.jsonl");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, packs);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Import a Pack"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static gboolean
on_drop (BearingsDataPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (self->importing != NULL || files == NULL)
    return FALSE;
  if (files->next != NULL) {
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("Drop one pack at a time")));
    return FALSE;
  }
  import_file (self, files->data);
  return TRUE;
}

static void
bearings_data_page_dispose (GObject *object)
{
  BearingsDataPage *self = BEARINGS_DATA_PAGE (object);

  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_DATA_PAGE);
  G_OBJECT_CLASS (bearings_data_page_parent_class)->dispose (object);
}

static void
bearings_data_page_finalize (GObject *object)
{
  BearingsDataPage *self = BEARINGS_DATA_PAGE (object);

  g_clear_object (&self->importing);
  g_clear_object (&self->file);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_data_page_parent_class)->finalize (object);
}

static void
bearings_data_page_class_init (BearingsDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_data_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_data_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_data_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, drop_area);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, summary_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, pack_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
bearings_data_page_init (BearingsDataPage *self)
{
  GtkDropTarget *drop;

  gtk_widget_init_template (GTK_WIDGET (self));
  drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->drop_area, GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
bearings_data_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_DATA_PAGE, "service", service, NULL);
}
