/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample: what is in it, and how files join it and leave it. */

#include "bearings-sample-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-rows.h"
#include "bearings-sample-state.h"
#include "bearings-section.h"
#include "bearings-service-sample.h"
#include "bearings-service-sittings.h"

/* So much of a file tells what it is. */
#define LOOKED_AT 256

struct _BearingsSamplePage {
  BearingsPage parent_instance;

  GPtrArray *parts;        /* BearingsSamplePart */
  GHashTable *instruments; /* id -> BearingsInstrument, all that are installed */
  gboolean leaving;        /* nothing under way has a page to come back to */

  GtkWidget *content_box;
  GtkWidget *export_button;
  GtkWidget *spinner;
  GtkWidget *outcome;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkBox *section_box;
};

G_DEFINE_FINAL_TYPE (BearingsSamplePage, bearings_sample_page, BEARINGS_TYPE_PAGE)

static BearingsService *
service_of (BearingsSamplePage *self)
{
  return bearings_page_get_service (BEARINGS_PAGE (self));
}

static void
show_failure (BearingsSamplePage *self, const char *heading, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
say_outcome (BearingsSamplePage *self, const BearingsResponsesSummary *summary)
{
  g_autofree char *added = bearings_sample_state_added_text (summary->added, summary->known);
  g_autofree char *left_out = bearings_sample_state_left_out_text (summary->unknown);
  g_autofree char *text =
    left_out != NULL ? g_strdup_printf ("%s\n%s", added, left_out) : g_strdup (added);

  bearings_figure_context_set_computation (self->outcome, _ ("Counted when the file was added."));
  bearings_figure_text_set_text (BEARINGS_FIGURE_TEXT (self->outcome), text);
  gtk_widget_set_visible (self->outcome, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_busy (BearingsSamplePage *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->content_box, !busy);
  gtk_widget_set_visible (self->spinner, busy);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSamplePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResponsesSummary) summary =
    bearings_service_sample_add_to_finish (BEARINGS_SERVICE (source), result, &error);

  if (self->leaving)
    return;
  set_busy (self, FALSE);
  if (summary == NULL) {
    show_failure (self, _ ("Nothing Was Added"), error);
    return;
  }
  say_outcome (self, summary);
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
add (BearingsSamplePage *self, GFile *file, const char *instrument_id)
{
  set_busy (self, TRUE);
  gtk_widget_set_visible (self->outcome, FALSE);
  bearings_service_sample_add_to_async (service_of (self), file, instrument_id, NULL, on_added,
                                        g_object_ref (self));
}

/* A file of answers, and the instruments it may be of. */
typedef struct {
  BearingsSamplePage *page;
  GFile *file;
  GPtrArray *instruments;
  AdwComboRow *row;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->page);
  g_object_unref (choosing->file);
  g_clear_pointer (&choosing->instruments, g_ptr_array_unref);
  g_clear_object (&choosing->row);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
on_instrument_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choosing) choosing = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  guint chosen = adw_combo_row_get_selected (choosing->row);

  if (g_str_equal (response, "add") && chosen < choosing->instruments->len &&
      !choosing->page->leaving)
    add (choosing->page, choosing->file,
         ((BearingsInstrument *) choosing->instruments->pdata[chosen])->record.id);
}

static AdwComboRow *
instrument_row_new (const GPtrArray *instruments)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < instruments->len; i++)
    gtk_string_list_append (titles, ((BearingsInstrument *) instruments->pdata[i])->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Assessment"));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  return ADW_COMBO_ROW (row);
}

BEARINGS_DEFINE_JOB (list_instruments,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_sittings_list_instruments (self, error))

/* Takes @choosing, whose instruments are known now. */
static void
ask_instrument (Choosing *choosing)
{
  GtkWidget *list = g_object_ref_sink (bearings_rows_boxed_list_new ());
  AdwDialog *dialog;

  choosing->row = g_object_ref (instrument_row_new (choosing->instruments));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (choosing->row));
  dialog = adw_alert_dialog_new (
    _ ("Which Assessment?"),
    _ ("The file has a line for each answer, with the columns person, item and response, perhaps "
       "date. Names of persons are not kept. Answers without a date count as of this month."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "add",
                                  _ ("_Add Answers"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "add",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "add",
                                         choosing->instruments->len > 0);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "add");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (choosing->page), NULL,
                           on_instrument_chosen, choosing);
  g_object_unref (list);
}

static void
on_instruments_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choosing) choosing = data;
  g_autoptr (GError) error = NULL;

  choosing->instruments = bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);
  if (choosing->page->leaving)
    return;
  if (choosing->instruments == NULL)
    show_failure (choosing->page, _ ("Nothing Was Added"), error);
  else
    ask_instrument (g_steal_pointer (&choosing));
}

void
bearings_sample_page_add (BearingsSamplePage *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  char start[LOOKED_AT];
  gsize size = 0;
  Choosing *choosing;

  g_return_if_fail (BEARINGS_IS_SAMPLE_PAGE (self));
  stream = g_file_read (file, NULL, &error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start,
                                                  &size, NULL, &error)) {
    show_failure (self, _ ("Nothing Was Added"), error);
    return;
  }
  if (bearings_sample_state_is_exported (start, size)) {
    add (self, file, NULL);
    return;
  }
  choosing = g_new0 (Choosing, 1);
  choosing->page = g_object_ref (self);
  choosing->file = g_object_ref (file);
  bearings_service_ask (service_of (self), &list_instruments, NULL, NULL, on_instruments_listed,
                        choosing);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSamplePage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && !self->leaving)
    bearings_sample_page_add (self, file);
}

static void
on_add_clicked (BearingsSamplePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) files = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (files, _ ("Samples and answers"));
  gtk_file_filter_add_pattern (files, "*.json");
  gtk_file_filter_add_pattern (files, "*.csv");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, files);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Add to the Sample"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

/* Part of the sample, and where it goes. */
typedef struct {
  BearingsSamplePage *page; /* until the file is chosen */
  char *instrument;         /* NULL: of all */
  GFile *file;
} Export;

static void
export_free (Export *it)
{
  g_clear_object (&it->page);
  g_free (it->instrument);
  g_clear_object (&it->file);
  g_free (it);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gpointer
write_export (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *it = data;

  bearings_service_sample_export (service, it->instrument, it->file, error);
  return NULL;
}

static void
on_exported (gpointer page, gpointer answer, const GError *error)
{
  BearingsSamplePage *self = page;

  set_busy (self, FALSE);
  if (error != NULL)
    show_failure (self, _ ("The Sample Was Not Exported"), error);
  else
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("Sample exported, without identities")));
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsJob job = { write_export, (GDestroyNotify) export_free, NULL,
                                   BEARINGS_LANE_FILE };
  g_autoptr (Export) it = data;
  g_autoptr (BearingsSamplePage) self = g_steal_pointer (&it->page);

  it->file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));
  if (it->file == NULL || self->leaving)
    return;
  set_busy (self, TRUE);
  bearings_ask (self, service_of (self), &job, g_steal_pointer (&it), NULL, on_exported);
}

/* @instrument: (nullable): of all */
static void export (BearingsSamplePage *self, const char *instrument)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *it = g_new0 (Export, 1);
  g_autofree char *name = instrument != NULL ? g_strdup_printf ("%s.sample.json", instrument)
                                             /* Translators: name of a file. */
                                             : g_strdup (_ ("centre.sample.json"));

  it->page = g_object_ref (self);
  it->instrument = g_strdup (instrument);
  gtk_file_dialog_set_title (dialog, _ ("Export the Sample"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_export_chosen, it);
}

static void
on_export_all_clicked (BearingsSamplePage *self)
{
  export (self, NULL);
}

static BearingsSamplePage *
page_of (GtkButton *button)
{
  return BEARINGS_SAMPLE_PAGE (
    gtk_widget_get_ancestor (GTK_WIDGET (button), BEARINGS_TYPE_SAMPLE_PAGE));
}

static void
on_export_clicked (GtkButton *button, const char *instrument)
{
  export (page_of (button), instrument);
}

/* Answers with the name of the file. */
static gpointer
remove_sample (BearingsService *service, gpointer origin, GCancellable *cancellable, GError **error)
{
  guint removed;

  return bearings_service_sample_remove (service, origin, &removed, error) ? g_strdup (origin)
                                                                           : NULL;
}

static void
on_removed (gpointer page, gpointer answer, const GError *error)
{
  BearingsSamplePage *self = page;
  g_autofree char *origin = answer;
  g_autofree char *text = NULL;
  AdwToast *toast;

  set_busy (self, FALSE);
  if (error != NULL) {
    show_failure (self, _ ("The Sample Was Not Changed"), error);
    return;
  }
  /* Translators: name of a file. */
  text = g_strdup_printf (_ ("“%s” removed"), origin);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  gtk_widget_set_visible (self->outcome, FALSE);
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
on_remove_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsJob job = { remove_sample, g_free, g_free, BEARINGS_LANE_KEEP };
  g_autoptr (BearingsSamplePage) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "remove") || self->leaving)
    return;
  set_busy (self, TRUE);
  bearings_ask (self, service_of (self), &job, g_strdup (g_object_get_data (source, "origin")),
                NULL, on_removed);
}

static void
on_remove_clicked (GtkButton *button, const char *origin)
{
  BearingsSamplePage *self = page_of (button);
  g_autofree char *text = bearings_sample_state_remove_text (
    origin, bearings_sample_state_count_of_origin (self->parts, origin));
  GtkWidget *words = bearings_rows_paragraph_new (text);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Remove This File?"), NULL);

  bearings_figure_context_set_computation (words, _ ("Counted in this centre’s sample."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), words);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                  _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "origin", g_strdup (origin), g_free);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, on_remove_answered,
                           g_object_ref (self));
}

static GtkWidget *
icon_button_new (const char *icon, const char *tip, GCallback callback, const char *data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_data (button, "clicked", callback, g_strdup (data),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static GtkWidget *
part_row_new (const BearingsSamplePart *part)
{
  gboolean own = *part->origin == '\0';
  g_autofree char *text = bearings_sample_state_part_text (part);
  GtkWidget *row =
    bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, own ? _ ("This centre") : part->origin, text);

  if (!own) {
    /* Translators: name of a file. */
    g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), part->origin);
    adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      icon_button_new ("user-trash-symbolic", tip, G_CALLBACK (on_remove_clicked), part->origin));
  }
  return row;
}

static GtkWidget *
version_row_new (BearingsSamplePage *self, guint first, guint n)
{
  const BearingsSamplePart *part = self->parts->pdata[first];
  g_autofree char *title =
    /* Translators: version of an assessment. */
    g_strdup_printf (_ ("Version %s"), part->instrument_version);
  g_autofree char *text = bearings_sample_state_version_text (
    bearings_sample_state_count (self->parts, first, n),
    bearings_contribution_sample_missing (
      self->parts, part, g_hash_table_lookup (self->instruments, part->instrument)));
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, title, text);

  for (guint i = first; i < first + n; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), part_row_new (self->parts->pdata[i]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static GtkWidget *
quality_row_new (const char *instrument)
{
  GtkWidget *row =
    bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Quality"),
                             _ ("What the sample shows of how well the assessment measures"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.quality");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", instrument);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static GtkWidget *
instrument_section_new (BearingsSamplePage *self, guint first, guint n)
{
  const BearingsSamplePart *part = self->parts->pdata[first];
  const BearingsInstrument *instrument = g_hash_table_lookup (self->instruments, part->instrument);
  const char *title = instrument != NULL ? instrument->title : part->instrument;
  GtkWidget *section = bearings_section_new (
    title, instrument == NULL ? _ ("This assessment is not installed here.") : NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  /* Translators: title of an assessment. */
  g_autofree char *tip = g_strdup_printf (_ ("Export the Sample of “%s”…"), title);

  bearings_figure_context_set_computation (section, _ ("Counted in this centre’s sample."));
  bearings_section_set_suffix (BEARINGS_SECTION (section),
                               icon_button_new ("document-save-symbolic", tip,
                                                G_CALLBACK (on_export_clicked), part->instrument));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = first; i < first + n;) {
    guint same = bearings_sample_state_same_version (self->parts, i);
    gtk_list_box_append (GTK_LIST_BOX (list), version_row_new (self, i, same));
    i += same;
  }
  if (instrument != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), quality_row_new (part->instrument));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

/* What the page shows. */
typedef struct {
  GPtrArray *parts;
  GHashTable *instruments;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->parts, g_ptr_array_unref);
  g_clear_pointer (&answer->instruments, g_hash_table_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) instruments = bearings_service_sittings_list_instruments (service, error);

  if (instruments == NULL)
    return NULL;
  answer->instruments =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
  for (guint i = 0; i < instruments->len; i++) {
    BearingsRecord *record = bearings_record_ref (instruments->pdata[i]);
    g_hash_table_insert (answer->instruments, record->id, record);
  }
  answer->parts = bearings_service_sample_list (service, error);
  return answer->parts != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (gpointer page, gpointer data)
{
  BearingsSamplePage *self = page;
  g_autoptr (Answer) answer = data;
  GPtrArray *parts = answer->parts;
  GtkWidget *child;

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->instruments, g_hash_table_unref);
  self->parts = g_steal_pointer (&answer->parts);
  self->instruments = g_steal_pointer (&answer->instruments);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->section_box))) != NULL)
    gtk_box_remove (self->section_box, child);
  for (guint i = 0; i < parts->len;) {
    guint same = bearings_sample_state_same_instrument (parts, i);
    gtk_box_append (self->section_box, instrument_section_new (self, i, same));
    i += same;
  }
  gtk_widget_set_sensitive (self->export_button, parts->len > 0);
  gtk_stack_set_visible_child_name (self->stack, parts->len > 0 ? "list" : "empty");
}

static void
bearings_sample_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, NULL, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };

  bearings_ask_for_page (page, &job, NULL, show_answer);
}

static void
bearings_sample_page_dispose (GObject *object)
{
  BearingsSamplePage *self = BEARINGS_SAMPLE_PAGE (object);

  self->leaving = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SAMPLE_PAGE);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->instruments, g_hash_table_unref);
  G_OBJECT_CLASS (bearings_sample_page_parent_class)->dispose (object);
}

static void
bearings_sample_page_class_init (BearingsSamplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_sample_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_sample_page_load;

  g_type_ensure (BEARINGS_TYPE_FIGURE_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-sample-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, content_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, export_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, outcome);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsSamplePage, section_box);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_export_all_clicked);
}

static void
bearings_sample_page_init (BearingsSamplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_sample_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_SAMPLE_PAGE, "service", service, NULL);
}
