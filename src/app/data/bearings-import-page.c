/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that may become part of the data: read, looked at, applied or left. */

#include "bearings-import-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-data-state.h"
#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-findings-view.h"
#include "bearings-import-state.h"
#include "bearings-import-undo.h"
#include "bearings-preview-sections.h"
#include "bearings-service-imports.h"
#include "bearings-service-preview.h"
#include "bearings-service-publishers.h"

/* What is shown at once when a file takes longer than this. */
#define PROGRESS_DELAY_MS 300

struct _BearingsImportPage {
  BearingsPage parent_instance;

  GFile *file;
  char *name;
  gboolean temporary;
  GCancellable *cancellable; /* NULL when nothing is under way */
  GPtrArray *problems;
  BearingsPreview *preview; /* NULL until the file is read */
  BearingsImportEvent *applied;
  guint progress_timeout;
  gboolean applying;
  gboolean done;      /* applied; it is not read again */
  gboolean downgrade; /* somebody asked for it */

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkBox *preview_box;
  GtkWidget *bottom_bar;
  GtkWidget *apply_button;
  GtkLabel *refused_text;
  AdwBin *findings_bin;
  AdwStatusPage *failed_page;
  AdwStatusPage *applied_page;
  AdwBin *applied_bin;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (BearingsImportPage, bearings_import_page, BEARINGS_TYPE_PAGE)

static void
show (BearingsImportPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->bottom_bar, g_str_equal (name, "preview"));
  bearings_page_show_content (BEARINGS_PAGE (self));
}

/* Reading and applying ------------------------------------------------------------------------ */

static void
on_progress (goffset done, goffset total, gpointer data)
{
  BearingsImportPage *self = data;

  if (self->cancellable == NULL || self->progress_bar == NULL)
    return;
  if (total > 0 && done < total) {
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) done / total, 0, 1));
    return;
  }
  gtk_progress_bar_pulse (self->progress_bar);
  if (!self->applying)
    gtk_label_set_label (self->progress_label, _ ("Working out what would change…"));
}

static void
on_progress_due (gpointer data)
{
  BearingsImportPage *self = data;

  self->progress_timeout = 0;
  show (self, "working");
}

static void
begin (BearingsImportPage *self, gboolean applying)
{
  /* Translators: name of a file. */
  g_autofree char *text =
    g_strdup_printf (applying ? _ ("Applying “%s”…") : _ ("Reading “%s”…"), self->name);

  self->applying = applying;
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = bearings_problem_list_new ();
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  self->progress_timeout = g_timeout_add_once (PROGRESS_DELAY_MS, on_progress_due, self);
}

/* FALSE when the page is gone. */
static gboolean
end (BearingsImportPage *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  return self->toast_overlay != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self));
}

static void
show_failure (BearingsImportPage *self, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean signature =
    g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autofree char *text = NULL;

  if (!cancelled && self->problems->len > 0) {
    GtkWidget *view = bearings_findings_view_new (self->problems, self->name);

    text = bearings_data_state_refusal_text (self->problems, self->name);
    bearings_figure_context_set_computation (GTK_WIDGET (self->refused_text),
                                             _ ("Counted in the file, finding by finding."));
    bearings_figure_text_set_label (self->refused_text, text);
    adw_bin_set_child (self->findings_bin, view);
    show (self, "refused");
    return;
  }
  /* Translators: what went wrong, a sentence. */
  text = g_strdup_printf (_ ("%s\n\nNothing was changed."), message);
  adw_status_page_set_title (self->failed_page, cancelled   ? _ ("Cancelled")
                                                : signature ? _ ("The Signature Does Not Hold")
                                                            : _ ("The File Cannot Be Used"));
  adw_status_page_set_description (self->failed_page,
                                   cancelled ? _ ("Nothing was changed.") : text);
  adw_status_page_set_icon_name (self->failed_page,
                                 cancelled ? "process-stop-symbolic" : "dialog-error-symbolic");
  show (self, "failed");
}

static void
update_apply (BearingsImportPage *self)
{
  gtk_widget_set_sensitive (self->apply_button, self->preview != NULL &&
                                                  self->cancellable == NULL &&
                                                  (!self->preview->downgrade || self->downgrade));
}

static void
on_downgrade_switched (BearingsImportPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  self->downgrade = adw_switch_row_get_active (row);
  update_apply (self);
}

static void
show_preview (BearingsImportPage *self)
{
  GtkWidget *child;
  GtkWidget *downgrade;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_box))) != NULL)
    gtk_box_remove (self->preview_box, child);
  self->downgrade = FALSE;
  bearings_preview_sections_fill (self->preview_box,
                                  bearings_page_get_service (BEARINGS_PAGE (self)), self->file,
                                  self->name, self->preview, &downgrade);
  if (downgrade != NULL)
    g_signal_connect_object (downgrade, "notify::active", G_CALLBACK (on_downgrade_switched), self,
                             G_CONNECT_SWAPPED);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->preview->info->title);
  update_apply (self);
  show (self, "preview");
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPreview) preview =
    bearings_service_preview_finish (BEARINGS_SERVICE (source), result, &error);

  if (!end (self))
    return;
  g_clear_pointer (&self->preview, bearings_preview_unref);
  self->preview = g_steal_pointer (&preview);
  if (self->preview != NULL)
    show_preview (self);
  else
    show_failure (self, error);
}

static void
bearings_import_page_load (BearingsPage *page)
{
  BearingsImportPage *self = BEARINGS_IMPORT_PAGE (page);

  /* What was applied is applied; anything else is compared anew with what is installed now. */
  if (self->cancellable != NULL || self->done)
    return;
  begin (self, FALSE);
  bearings_service_preview_async (bearings_page_get_service (page), self->file, on_progress, self,
                                  self->problems, self->cancellable, on_previewed,
                                  g_object_ref (self));
}

/* The import as the history tells it. */
static gpointer
find_event (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) events = bearings_service_imports_list (service, NULL, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (((BearingsImportEvent *) events->pdata[i])->number == g_variant_get_int64 (data))
      return g_ptr_array_steal_index (events, i);
  return NULL;
}

/* A history that cannot be read says so on its own page; here the way back is missing. */
static void
on_event_found (gpointer page, gpointer event, const GError *error)
{
  BearingsImportPage *self = page;

  g_clear_pointer (&self->applied, bearings_import_event_free);
  self->applied = event;
  gtk_widget_set_visible (self->undo_button,
                          event != NULL && bearings_import_state_no_undo_text (event) == NULL);
}

static GtkWidget *
centred_text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify",
                GTK_JUSTIFY_CENTER, NULL);
  bearings_figure_context_set_computation (label, _ ("Counted here, while the file was applied."));
  bearings_figure_text_set_label (GTK_LABEL (label), text);
  return label;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsJob job = { find_event, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_import_event_free,
                                   BEARINGS_LANE_READ };
  g_autoptr (BearingsImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary =
    bearings_service_imports_apply_finish (BEARINGS_SERVICE (source), result, &error);
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;

  if (!end (self))
    return;
  if (summary == NULL) {
    g_clear_pointer (&self->preview, bearings_preview_unref);
    show_failure (self, error);
    return;
  }
  self->done = TRUE;
  /* Translators: title of a pack. */
  title = g_strdup_printf (_ ("“%s” Is Installed"), summary->info->title);
  markup = g_markup_escape_text (title, -1);
  text = bearings_import_state_applied_text (summary);
  adw_status_page_set_title (self->applied_page, markup);
  adw_bin_set_child (self->applied_bin, centred_text_new (text));
  gtk_widget_set_visible (self->undo_button, FALSE);
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                g_variant_ref_sink (g_variant_new_int64 (summary->number)), NULL, on_event_found);
  show (self, "applied");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.data-changed", NULL);
}

/* Callbacks ----------------------------------------------------------------------------------- */

static void
on_apply_clicked (BearingsImportPage *self)
{
  BearingsImportFlags flags =
    self->downgrade ? BEARINGS_IMPORT_ALLOW_DOWNGRADE : BEARINGS_IMPORT_DEFAULT;

  if (self->cancellable != NULL || self->preview == NULL)
    return;
  begin (self, TRUE);
  bearings_service_imports_apply_async (
    bearings_page_get_service (BEARINGS_PAGE (self)), self->file, flags, self->preview, on_progress,
    self, self->problems, self->cancellable, on_applied, g_object_ref (self));
}

static void
on_cancel_clicked (BearingsImportPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_signature_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsImportPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    bearings_import_page_set_signature (self, file);
}

static void
choose_signature_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) signatures = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (signatures, _ ("Signatures"));
  gtk_file_filter_add_pattern (signatures, "*.minisig");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, signatures);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Signature"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                        on_signature_chosen, g_object_ref (widget));
}

static void
on_close_clicked (BearingsImportPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
on_again_clicked (BearingsImportPage *self)
{
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
on_undone (gboolean undone, gpointer data)
{
  BearingsImportPage *self = data;

  if (!undone || self->toast_overlay == NULL)
    return;
  self->done = FALSE;
  g_clear_pointer (&self->applied, bearings_import_event_free);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Import undone")));
  /* Reads the file again: what it would change is what it had changed. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.data-changed", NULL);
}

static void
on_undo_clicked (BearingsImportPage *self)
{
  if (self->applied != NULL)
    bearings_import_undo_ask (GTK_WIDGET (self), bearings_page_get_service (BEARINGS_PAGE (self)),
                              self->applied, on_undone, g_object_ref (self), g_object_unref);
}

/* Findings can be searched; what would change is searched on a page of its own. */
static gboolean
bearings_import_page_search (BearingsPage *page)
{
  BearingsImportPage *self = BEARINGS_IMPORT_PAGE (page);
  GtkWidget *view = adw_bin_get_child (self->findings_bin);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "refused") == 0 &&
         view != NULL && bearings_findings_view_search (BEARINGS_FINDINGS_VIEW (view));
}

static void
bearings_import_page_dispose (GObject *object)
{
  BearingsImportPage *self = BEARINGS_IMPORT_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_IMPORT_PAGE);
  G_OBJECT_CLASS (bearings_import_page_parent_class)->dispose (object);
}

static void
bearings_import_page_finalize (GObject *object)
{
  BearingsImportPage *self = BEARINGS_IMPORT_PAGE (object);

  if (self->temporary)
    g_file_delete (self->file, NULL, NULL); /* one of the temporary files of the desktop */
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->preview, bearings_preview_unref);
  g_clear_pointer (&self->applied, bearings_import_event_free);
  G_OBJECT_CLASS (bearings_import_page_parent_class)->finalize (object);
}

static void
bearings_import_page_class_init (BearingsImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_import_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_import_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_import_page_search;

  gtk_widget_class_install_action (widget_class, BEARINGS_CHOOSE_SIGNATURE, NULL,
                                   choose_signature_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, preview_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, apply_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, refused_text);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, findings_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, applied_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, applied_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsImportPage, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
}

static void
bearings_import_page_init (BearingsImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_import_page_new (BearingsService *service, GFile *file)
{
  BearingsImportPage *self = g_object_new (BEARINGS_TYPE_IMPORT_PAGE, "service", service, NULL);

  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  return GTK_WIDGET (self);
}

void
bearings_import_page_set_temporary (BearingsImportPage *self, const char *name)
{
  g_return_if_fail (BEARINGS_IS_IMPORT_PAGE (self));
  self->temporary = TRUE;
  g_set_str (&self->name, name);
}

void
bearings_import_page_set_signature (BearingsImportPage *self, GFile *signature)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BEARINGS_IS_IMPORT_PAGE (self));
  if (bearings_service_publishers_attach_signature (self->file, signature, &error)) {
    bearings_page_reload (BEARINGS_PAGE (self));
  } else {
    AdwDialog *dialog = adw_alert_dialog_new (_ ("This Is No Signature"), error->message);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
    adw_dialog_present (dialog, GTK_WIDGET (self));
  }
}
