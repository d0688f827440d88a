/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New item parameters for an instrument, before and after. */

#include "bearings-recalibration-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-import-page.h"
#include "bearings-quality-words.h"
#include "bearings-report-dialog.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-recalibrate.h"

#define ITEMS_SHOWN 12

struct _BearingsRecalibrationPage {
  BearingsPage parent_instance;

  char *instrument_id;
  GFile *file; /* (nullable) */
  BearingsRecalibration *recalibration;

  AdwToastOverlay *toast_overlay;
  GtkLabel *title_label;
  AdwBin *summary_bin;
  AdwBin *next_bin;
  GtkWidget *preview_button;
  GtkWidget *file_button;
  GtkBox *content_box;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (BearingsRecalibrationPage, bearings_recalibration_page, BEARINGS_TYPE_PAGE)

static void
show_failure (BearingsRecalibrationPage *self, const char *heading, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gpointer
make_pack (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("recalibrated-XXXXXX.bearings.json", &stream, error);

  if (file == NULL)
    return NULL;
  if (bearings_service_recalibrate_save (service, data, NULL, file, error))
    return g_steal_pointer (&file);
  g_file_delete (file, NULL, NULL); /* why there is no pack has been said */
  return NULL;
}

/* A file that nobody looks at. */
static void
drop_pack (gpointer file)
{
  g_file_delete (file, NULL, NULL); /* a file in the folder of temporary ones */
  g_object_unref (file);
}

/* The pack is looked at before it is applied; its file goes with the page that shows it. */
static void
on_pack_made (gpointer owner, gpointer answer, const GError *error)
{
  BearingsRecalibrationPage *self = owner;
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GFile) file = answer;
  GtkWidget *page;

  gtk_widget_set_sensitive (self->preview_button, TRUE);
  if (error != NULL) {
    show_failure (self, _ ("The Pack Cannot Be Made"), error);
    return;
  }
  if (view == NULL || adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) !=
                        ADW_NAVIGATION_PAGE (self)) {
    drop_pack (g_steal_pointer (&file)); /* somebody has gone on meanwhile */
    return;
  }
  page = bearings_import_page_new (bearings_page_get_service (BEARINGS_PAGE (self)), file);
  bearings_import_page_set_temporary (BEARINGS_IMPORT_PAGE (page),
                                      gtk_label_get_label (self->title_label));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

static void
on_preview_clicked (BearingsRecalibrationPage *self)
{
  static const BearingsJob job = { make_pack, (GDestroyNotify) bearings_recalibration_unref,
                                   drop_pack, BEARINGS_LANE_FILE };

  g_return_if_fail (self->recalibration != NULL);
  gtk_widget_set_sensitive (self->preview_button, FALSE);
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                bearings_recalibration_ref (self->recalibration), NULL, on_pack_made);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsRecalibrationPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    bearings_recalibration_page_set_file (self, file);
}

static void
on_file_clicked (BearingsRecalibrationPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a File of Answers"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static GtkWidget *
lines_section (const char *title, GPtrArray *lines, const char *computation)
{
  GtkWidget *section = bearings_section_new (title, NULL);

  bearings_figure_context_set_computation (section, computation);
  for (guint i = 0; i < lines->len; i++)
    bearings_section_append (BEARINGS_SECTION (section),
                             bearings_rows_paragraph_new (lines->pdata[i]));
  g_ptr_array_unref (lines);
  return section;
}

/* "rc-08": without the name of the instrument, which is the page's. */
static const char *
short_name (const BearingsItem *item)
{
  const char *slash = strrchr (item->record.id, '/');

  return slash != NULL ? slash + 1 : item->record.id;
}

static char *
item_text (const BearingsRecalibratedItem *item)
{
  g_autofree char *n = bearings_quality_words_count_text (item->n);
  g_autofree char *before = bearings_recalibration_words_recalibrated_item_before (item);
  g_autofree char *after = bearings_recalibration_words_recalibrated_item_after (item);
  g_autofree char *shift = bearings_recalibration_words_recalibrated_item_shift (item);

  if (item->after == NULL)
    /* Translators: name of an item; number of answers; difficulty; why it stays. */
    return g_strdup_printf (_ ("%s · n = %s · difficulty %s · %s"), short_name (item->item), n,
                            before, after);
  /* Translators: name of an item; number of answers; difficulty before and after; how far it
   * moved. */
  return g_strdup_printf (_ ("%s · n = %s · before %s · after %s · moves %s"),
                          short_name (item->item), n, before, after, shift);
}

static GtkWidget *
item_row (gpointer data, gpointer user_data)
{
  const BearingsRecalibratedItem *item = data;
  g_autofree char *text = item_text (item);
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, item->item->prompt, text);

  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (bearings_recalibration_words_recalibrated_item_is_large (item)) {
    GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (mark, "warning");
    gtk_widget_set_tooltip_text (mark, _ ("Look at it first"));
    gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Look at it first"), -1);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  }
  return row;
}

/* What moved most in its own errors comes first, what was kept last. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BearingsRecalibratedItem *x = *(BearingsRecalibratedItem *const *) a;
  const BearingsRecalibratedItem *y = *(BearingsRecalibratedItem *const *) b;
  double far, near;

  if (x->after == NULL || y->after == NULL)
    return (x->after == NULL) - (y->after == NULL);
  near = ABS (x->shift_errors);
  far = ABS (y->shift_errors);
  return (near < far) - (near > far);
}

static GtkWidget *
items_section (const BearingsRecalibration *recalibration)
{
  GtkWidget *section = bearings_section_new (
    _ ("Items"), _ ("Those that move most, measured by their own errors, come first."));
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < recalibration->items->len; i++)
    g_ptr_array_add (items, recalibration->items->pdata[i]);
  g_ptr_array_sort (items, compare_items);
  bearings_figure_context_set_computation (
    section, _ ("Before: the parameters installed. After: estimated from these answers and put on "
                "the same scale; SE is the standard error of the estimation."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items"),
                                  -1);
  bearings_rows_fill_list (GTK_LIST_BOX (list), items, ITEMS_SHOWN, item_row, NULL, NULL);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static void
set_texts (BearingsRecalibrationPage *self,
           const char *title,
           const char *summary,
           const char *next)
{
  gtk_label_set_label (self->title_label, title);
  adw_bin_set_child (self->summary_bin, bearings_rows_paragraph_new (summary));
  gtk_widget_add_css_class (adw_bin_get_child (self->summary_bin), "reading");
  adw_bin_set_child (self->next_bin, bearings_rows_paragraph_new (next));
  gtk_widget_add_css_class (adw_bin_get_child (self->next_bin), "dimmed");
}

static void
clear (BearingsRecalibrationPage *self)
{
  GtkWidget *child;

  /* The rows that are not made yet borrow the items. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))) != NULL)
    gtk_box_remove (self->content_box, child);
  g_clear_pointer (&self->recalibration, bearings_recalibration_unref);
}

static void
show_report (BearingsRecalibrationPage *self)
{
  const BearingsRecalibration *recalibration = self->recalibration;
  g_autofree char *summary = bearings_recalibration_words_summary (recalibration);
  g_autofree char *next = bearings_recalibration_words_next_text (recalibration);
  /* Translators: title of an instrument. */
  g_autofree char *title =
    g_strdup_printf (_ ("Recalibration: %s"), recalibration->form->instrument->title);

  set_texts (self, title, summary, next);
  gtk_box_append (
    self->content_box,
    lines_section (_ ("What It Would Change"),
                   bearings_recalibration_words_effect_lines (recalibration),
                   _ ("The persons of these answers, scored with the parameters of before and of "
                      "after: EAP under a standard normal prior.")));
  gtk_box_append (self->content_box, items_section (recalibration));
  gtk_box_append (
    self->content_box,
    lines_section (_ ("How It Was Computed"),
                   bearings_recalibration_words_method_lines (recalibration),
                   _ ("Bock and Aitkin’s marginal maximum likelihood; Loyd and Hoover’s mean/mean "
                      "linking.")));
}

/* Too few answers are no fault of the page: it says so, and offers another way to come by some. */
static void
show_refusal (BearingsRecalibrationPage *self, const GError *error)
{
  set_texts (
    self, _ ("Not Yet"), error->message,
    _ ("Answers come from sittings whose person agreed to add them to the centre’s sample, "
       "from samples of other centres, or from a file."));
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsRecalibrationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRecalibration) recalibration =
    bearings_service_recalibrate_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->content_box == NULL)
    return;
  if (recalibration == NULL && self->file != NULL) {
    /* A file that cannot be used leaves the page as it was. */
    g_clear_object (&self->file);
    bearings_page_show_content (BEARINGS_PAGE (self));
    show_failure (self, _ ("The File Cannot Be Used"), error);
    return;
  }
  if (recalibration == NULL &&
      !g_error_matches (error, BEARINGS_ANALYSIS_ERROR, BEARINGS_ANALYSIS_ERROR_REFUSED)) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  clear (self);
  self->recalibration = g_steal_pointer (&recalibration);
  if (self->recalibration != NULL)
    show_report (self);
  else
    show_refusal (self, error);
  gtk_widget_set_visible (self->preview_button, self->recalibration != NULL);
  gtk_widget_set_sensitive (self->save_button, self->recalibration != NULL);
  bearings_page_show_content (BEARINGS_PAGE (self));
}

static void
bearings_recalibration_page_load (BearingsPage *page)
{
  BearingsRecalibrationPage *self = BEARINGS_RECALIBRATION_PAGE (page);

  bearings_service_recalibrate_async (bearings_page_get_service (page), self->instrument_id,
                                      self->file, bearings_page_begin (page), on_ready,
                                      g_object_ref (self));
}

static gboolean
write_report (BearingsService *service,
              gpointer what,
              BearingsReportForm form,
              GFile *file,
              GError **error)
{
  return bearings_service_recalibrate_save_report (what, form, file, error);
}

static void
on_saved (gpointer page, gpointer answer, const GError *error)
{
  BearingsRecalibrationPage *self = page;
  g_autoptr (GFile) file = answer;

  gtk_widget_set_sensitive (self->save_button, self->recalibration != NULL);
  bearings_report_dialog_tell (GTK_WIDGET (self), self->toast_overlay, file, error);
}

static void
on_report_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsReportWriter writer = { write_report,
                                               (GDestroyNotify) bearings_recalibration_unref };
  g_autoptr (BearingsRecalibrationPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));

  if (file == NULL || self->toast_overlay == NULL || self->recalibration == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  bearings_report_dialog_write (BEARINGS_PAGE (self), &writer,
                                bearings_recalibration_ref (self->recalibration), file, on_saved);
}

static void
on_save_clicked (BearingsRecalibrationPage *self)
{
  /* Translators: title of an instrument; name of a file. */
  g_autofree char *name =
    g_strdup_printf (_ ("Recalibration of %s"), self->recalibration->form->instrument->title);
  g_autoptr (GtkFileDialog) dialog = bearings_report_dialog_new (g_strdelimit (name, "/", '-'));

  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_report_chosen, g_object_ref (self));
}

static void
bearings_recalibration_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_RECALIBRATION_PAGE);
  G_OBJECT_CLASS (bearings_recalibration_page_parent_class)->dispose (object);
}

static void
bearings_recalibration_page_finalize (GObject *object)
{
  BearingsRecalibrationPage *self = BEARINGS_RECALIBRATION_PAGE (object);

  g_clear_pointer (&self->recalibration, bearings_recalibration_unref);
  g_clear_object (&self->file);
  g_free (self->instrument_id);
  G_OBJECT_CLASS (bearings_recalibration_page_parent_class)->finalize (object);
}

static void
bearings_recalibration_page_class_init (BearingsRecalibrationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_recalibration_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_recalibration_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_recalibration_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/quality/bearings-recalibration-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, summary_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, next_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, preview_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, file_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsRecalibrationPage, content_box);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_file_clicked);
}

static void
bearings_recalibration_page_init (BearingsRecalibrationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_figure_context_set_computation (
    GTK_WIDGET (self), _ ("Counted from the answers the parameters are estimated from."));
  self->save_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-save-symbolic",
                                    "tooltip-text", _ ("Save a Report…"), "sensitive", FALSE, NULL);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (bearings_page_get_header_bar (BEARINGS_PAGE (self)), self->save_button);
}

GtkWidget *
bearings_recalibration_page_new (BearingsService *service, const char *instrument_id)
{
  BearingsRecalibrationPage *self =
    g_object_new (BEARINGS_TYPE_RECALIBRATION_PAGE, "service", service, NULL);

  self->instrument_id = g_strdup (instrument_id);
  return GTK_WIDGET (self);
}

void
bearings_recalibration_page_set_file (BearingsRecalibrationPage *self, GFile *file)
{
  g_return_if_fail (BEARINGS_IS_RECALIBRATION_PAGE (self));
  g_set_object (&self->file, file);
  bearings_page_reload (BEARINGS_PAGE (self));
}
