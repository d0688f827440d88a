/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, and what is missing to say so. */

#include "bearings-quality-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-cited-row.h"
#include "bearings-evidence-row.h"
#include "bearings-figure-context.h"
#include "bearings-measure-dialog.h"
#include "bearings-quality-sections.h"
#include "bearings-report-dialog.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-outside.h"

struct _BearingsQualityPage {
  BearingsPage parent_instance;

  char *instrument_id;
  GFile *groups;
  BearingsQuality *quality;

  AdwToastOverlay *toast_overlay;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  AdwBin *basis_bin;
  GtkBox *content_box;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (BearingsQualityPage, bearings_quality_page, BEARINGS_TYPE_PAGE)

static void
append (BearingsQualityPage *self, GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (self->content_box, section);
}

/* What a reliability is held against, with the claim that says so. */
static GtkWidget *
claim_section (BearingsClaim *claim, const BearingsSource *source)
{
  GtkWidget *section = bearings_section_new (
    _ ("What Is Enough"), _ ("A rule of thumb, and no finding: its source opens below."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), bearings_evidence_row_new_for_claim (claim, source));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static void
on_groups_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsQualityPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    bearings_quality_page_set_groups (self, file);
}

static void
on_groups_clicked (BearingsQualityPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a List of Groups"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_groups_chosen, g_object_ref (self));
}

static GtkWidget *
groups_section (BearingsQualityPage *self)
{
  g_autofree char *text = bearings_quality_words_groups_text (self->quality);
  GtkWidget *section = bearings_section_new (_ ("Fairness Between Groups"), text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Compare Groups…"));

  bearings_figure_context_set_computation (
    section, _ ("From the persons of both groups who answered the same items: Mantel and "
                "Haenszel’s test at the same score, by the classes of ETS."));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (
    button, _ ("CSV with the columns person, the id of a record of the sample, and group"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_groups_clicked), self,
                           G_CONNECT_SWAPPED);
  bearings_section_append (BEARINGS_SECTION (section), button);
  return section;
}

typedef struct {
  BearingsQualityPage *page;
  char *name, *note;
} Entering;

static void
entering_free (Entering *entering)
{
  g_object_unref (entering->page);
  g_free (entering->name);
  g_free (entering->note);
  g_free (entering);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entering, entering_free)

static void
show_failure (BearingsQualityPage *self, const char *heading, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* A file of values, as it is read. */
typedef struct {
  char *instrument_id, *name, *note;
  GFile *file;
} Values;

static void
values_free (Values *values)
{
  g_free (values->instrument_id);
  g_free (values->name);
  g_free (values->note);
  g_object_unref (values->file);
  g_free (values);
}

static gpointer
import_values (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;
  g_autofree BearingsOutsideSummary *summary = g_new0 (BearingsOutsideSummary, 1);

  return bearings_service_outside_import (service, values->instrument_id, values->name,
                                          values->note, values->file, summary, error)
           ? g_steal_pointer (&summary)
           : NULL;
}

static void
on_imported (gpointer page, gpointer answer, const GError *error)
{
  BearingsQualityPage *self = page;
  g_autofree BearingsOutsideSummary *summary = answer;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (error != NULL) {
    bearings_page_show_content (BEARINGS_PAGE (self));
    show_failure (self, _ ("The File Cannot Be Used"), error);
    return;
  }
  text = g_strdup_printf (
    /* Translators: three counts. */
    _ ("Values for records: %u; for sittings: %u; of nobody known here: %u"), summary->n_records,
    summary->n_sittings, summary->n_unknown);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  bearings_page_reload (BEARINGS_PAGE (self));
}

void
bearings_quality_page_add_measure (BearingsQualityPage *self,
                                   const char *name,
                                   const char *note,
                                   GFile *file)
{
  static const BearingsJob job = { import_values, (GDestroyNotify) values_free, g_free,
                                   BEARINGS_LANE_KEEP };
  Values *values;

  g_return_if_fail (BEARINGS_IS_QUALITY_PAGE (self));
  values = g_new (Values, 1);
  *values = (Values) { g_strdup (self->instrument_id), g_strdup (name),
                       *note != '\0' ? g_strdup (note) : NULL, g_object_ref (file) };
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job, values,
                bearings_page_begin (BEARINGS_PAGE (self)), on_imported);
}

static void
on_values_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Entering) entering = data;
  g_autoptr (GFile) file =
    bearings_chosen_file_to_open (source, result, GTK_WIDGET (entering->page));

  if (file != NULL && entering->page->toast_overlay != NULL)
    bearings_quality_page_add_measure (entering->page, entering->name, entering->note, file);
}

static void
on_measure_entered (BearingsQualityPage *self, const char *name, double value, AdwDialog *asked)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Entering *entering = g_new0 (Entering, 1);

  entering->page = g_object_ref (self);
  entering->name = g_strdup (name);
  entering->note = g_strdup (bearings_measure_dialog_get_note (BEARINGS_MEASURE_DIALOG (asked)));
  gtk_file_dialog_set_title (dialog, _ ("Open the Values"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_values_chosen, entering);
}

static void
on_measure_clicked (BearingsQualityPage *self)
{
  AdwDialog *dialog = bearings_measure_dialog_new (BEARINGS_MEASURE_NOTE, NULL);

  g_signal_connect_object (dialog, "entered", G_CALLBACK (on_measure_entered), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

#define NAME_KEY "bearings-measure"

static gpointer
remove_measure (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *instrument, *name;

  g_variant_get (data, "(&s&s)", &instrument, &name);
  return GINT_TO_POINTER (bearings_service_outside_remove (service, instrument, name, error));
}

static void
on_removed (gpointer page, gpointer answer, const GError *error)
{
  if (error == NULL) {
    bearings_page_reload (page);
    return;
  }
  bearings_page_show_content (page);
  show_failure (page, _ ("The Measure Was Not Taken Out"), error);
}

static void
on_remove_answered (BearingsQualityPage *self, const char *response, AdwAlertDialog *dialog)
{
  static const BearingsJob job = { remove_measure, (GDestroyNotify) g_variant_unref, NULL,
                                   BEARINGS_LANE_KEEP };
  const char *name = g_object_get_data (G_OBJECT (dialog), NAME_KEY);

  if (g_str_equal (response, "remove"))
    bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                  g_variant_ref_sink (g_variant_new ("(ss)", self->instrument_id, name)),
                  bearings_page_begin (BEARINGS_PAGE (self)), on_removed);
}

static void
on_remove_clicked (BearingsQualityPage *self, GtkWidget *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), NAME_KEY);
  /* Translators: name of a measure. */
  g_autofree char *heading = g_strdup_printf (_ ("Take Out “%s”?"), name);
  AdwDialog *dialog = adw_alert_dialog_new (
    heading, _ ("Its values are taken out of every sitting and every record of this assessment."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep"), "remove", _ ("_Take Out"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_object_set_data_full (G_OBJECT (dialog), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_answered), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
measure_row (BearingsQualityPage *self, const BearingsQualityOutside *measure)
{
  g_autofree char *text = bearings_quality_words_outside_row_text (measure);
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, measure->name, text);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take Out"));
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, g_strdup (measure->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
outside_section (BearingsQualityPage *self)
{
  g_autofree char *text = bearings_quality_words_outside_text (self->quality);
  GtkWidget *section = bearings_section_new (_ ("Measures From Outside"), text);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Measure…"));

  bearings_figure_context_set_computation (
    section, _ ("From the values entered here and the estimates of the same persons: Pearson’s "
                "correlation, its interval by Fisher’s transformation."));
  for (guint i = 0; i < self->quality->outside->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), measure_row (self, self->quality->outside->pdata[i]));
  gtk_widget_set_visible (list, self->quality->outside->len > 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_measure_clicked), self,
                           G_CONNECT_SWAPPED);
  bearings_section_append (BEARINGS_SECTION (section), list);
  bearings_section_append (BEARINGS_SECTION (section), button);
  return section;
}

/* Where something is measured at all. */
static GtkWidget *
recalibrate_section (BearingsQualityPage *self)
{
  GtkWidget *section, *list, *row;

  if (bearings_instrument_levels_are_steps (self->quality->form->instrument))
    return NULL;
  section = bearings_section_new (
    _ ("New Item Parameters"),
    _ ("Estimated from the answers of the sample, with a report of what they would change. Nothing "
       "changes before you import them."));
  list = bearings_rows_boxed_list_new ();
  row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Recalibrate…"), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.recalibrate");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", self->instrument_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static void
fill (BearingsQualityPage *self)
{
  const BearingsQuality *quality = self->quality;
  BearingsClaim *rule = quality->rule;
  g_autofree char *summary = bearings_quality_words_summary (quality);
  g_autofree char *basis = bearings_quality_words_basis_text (quality);
  /* Translators: title of an instrument. */
  g_autofree char *title =
    g_strdup_printf (_ ("How well “%s” measures"), quality->form->instrument->title);
  GtkWidget *paragraph, *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))) != NULL)
    gtk_box_remove (self->content_box, child);
  bearings_figure_context_set_computation (
    GTK_WIDGET (self),
    _ ("From the records of this centre’s sample: answers of people who agreed, without who they "
       "are."));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->summary_label, summary);
  paragraph = bearings_rows_paragraph_new (basis);
  gtk_widget_add_css_class (paragraph, "dimmed");
  adw_bin_set_child (self->basis_bin, paragraph);
  for (guint i = 0; i < quality->parts->len; i++)
    append (self, bearings_quality_sections_part_new (quality->parts->pdata[i], rule));
  if (rule != NULL)
    append (self, claim_section (rule, rule->source != NULL
                                         ? g_hash_table_lookup (quality->sources, rule->source)
                                         : NULL));
  append (self, bearings_quality_sections_curve_new (quality));
  append (self, bearings_quality_sections_retest_new (quality));
  append (self, bearings_quality_sections_raters_new (quality));
  append (self, outside_section (self));
  append (self, groups_section (self));
  append (self, bearings_quality_sections_items_new (self->quality));
  append (self, recalibrate_section (self));
  append (self, bearings_quality_sections_stated_new (quality));
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
on_quality_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsQualityPage) self = data;
  g_autoptr (GError) error = NULL;
  BearingsQuality *quality =
    bearings_service_quality_get_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->content_box == NULL) {
    g_clear_pointer (&quality, bearings_quality_unref);
    return;
  }
  if (quality != NULL) {
    g_clear_pointer (&self->quality, bearings_quality_unref);
    self->quality = quality;
    fill (self);
    bearings_page_show_content (BEARINGS_PAGE (self));
    return;
  }
  if (self->groups == NULL || self->quality == NULL) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  /* A file that cannot be read leaves the page as it was. */
  g_clear_object (&self->groups);
  bearings_page_show_content (BEARINGS_PAGE (self));
  show_failure (self, _ ("The File Cannot Be Used"), error);
}

static void
bearings_quality_page_load (BearingsPage *page)
{
  BearingsQualityPage *self = BEARINGS_QUALITY_PAGE (page);

  bearings_service_quality_get_async (bearings_page_get_service (page), self->instrument_id,
                                      self->groups, bearings_page_begin (page), on_quality_ready,
                                      g_object_ref (self));
}

static gboolean
write_report (BearingsService *service,
              gpointer what,
              BearingsReportForm form,
              GFile *file,
              GError **error)
{
  return bearings_service_quality_save (what, form, file, error);
}

static void
on_saved (gpointer page, gpointer answer, const GError *error)
{
  BearingsQualityPage *self = page;
  g_autoptr (GFile) file = answer;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  bearings_report_dialog_tell (GTK_WIDGET (self), self->toast_overlay, file, error);
}

static void
on_report_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsReportWriter writer = { write_report,
                                               (GDestroyNotify) bearings_quality_unref };
  g_autoptr (BearingsQualityPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));

  if (file == NULL || self->toast_overlay == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  bearings_report_dialog_write (BEARINGS_PAGE (self), &writer, bearings_quality_ref (self->quality),
                                file, on_saved);
}

static void
on_save_clicked (BearingsQualityPage *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  /* Translators: title of an instrument; name of a file. */
  g_autofree char *name =
    g_strdup_printf (_ ("Quality of %s"), self->quality->form->instrument->title);

  dialog = bearings_report_dialog_new (g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_report_chosen, g_object_ref (self));
}

static void
bearings_quality_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_QUALITY_PAGE);
  G_OBJECT_CLASS (bearings_quality_page_parent_class)->dispose (object);
}

static void
bearings_quality_page_finalize (GObject *object)
{
  BearingsQualityPage *self = BEARINGS_QUALITY_PAGE (object);

  g_clear_pointer (&self->quality, bearings_quality_unref);
  g_clear_object (&self->groups);
  g_free (self->instrument_id);
  G_OBJECT_CLASS (bearings_quality_page_parent_class)->finalize (object);
}

static void
bearings_quality_page_class_init (BearingsQualityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_quality_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_quality_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_quality_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/quality/bearings-quality-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsQualityPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsQualityPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsQualityPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsQualityPage, basis_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsQualityPage, content_box);
}

static void
bearings_quality_page_init (BearingsQualityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->save_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-save-symbolic",
                                    "tooltip-text", _ ("Save a Report…"), "sensitive", FALSE, NULL);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (bearings_page_get_header_bar (BEARINGS_PAGE (self)), self->save_button);
}

GtkWidget *
bearings_quality_page_new (BearingsService *service, const char *instrument_id)
{
  BearingsQualityPage *self = g_object_new (BEARINGS_TYPE_QUALITY_PAGE, "service", service, NULL);

  self->instrument_id = g_strdup (instrument_id);
  return GTK_WIDGET (self);
}

void
bearings_quality_page_set_groups (BearingsQualityPage *self, GFile *file)
{
  g_return_if_fail (BEARINGS_IS_QUALITY_PAGE (self));
  g_set_object (&self->groups, file);
  bearings_page_reload (BEARINGS_PAGE (self));
}

GtkWidget *
bearings_quality_page_link_row_new (const char *title, const char *instrument_id)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.quality");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", instrument_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

GtkWidget *
bearings_quality_page_link_section_new (const char *instrument_id)
{
  GtkWidget *section = bearings_section_new (
    _ ("Can It Be Trusted"), _ ("What is known of the assessment itself, and what is not yet."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), bearings_quality_page_link_row_new (
                                              _ ("How well it measures"), instrument_id));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
