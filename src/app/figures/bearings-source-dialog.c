/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source with all its fields; or a figure with all its fields, and its source. */

#include "bearings-source-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-address-row.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-interval-plot.h"
#include "bearings-loading-view.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-claims.h"
#include "bearings-words.h"

#define CLAIMS_SHOWN 8

struct _BearingsSourceDialog {
  AdwDialog parent_instance;

  GtkWidget *opener; /* weak */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (BearingsSourceDialog, bearings_source_dialog, ADW_TYPE_DIALOG)

static void
add_row (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (name, value));
}

static char *
join (const GPtrArray *texts, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (char *) texts->pdata[i]);
  return g_string_free_and_steal (joined);
}

static char *
volume_and_pages (const BearingsSource *source)
{
  GString *text = g_string_new (NULL);

  if (source->volume != NULL)
    g_string_append (text, source->volume);
  if (source->issue != NULL)
    g_string_append_printf (text, "(%s)", source->issue);
  if (source->pages != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", source->pages);
  if (text->len == 0) {
    g_string_free (text, TRUE);
    return NULL;
  }
  return g_string_free_and_steal (text);
}

static void
on_replacement_activated (GtkWidget *row, BearingsSourceDialog *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  adw_dialog_close (ADW_DIALOG (self));
  if (self->opener != NULL)
    bearings_open (self->opener, BEARINGS_RECORD_SOURCE, id, NULL);
}

static void
on_claim_activated (GtkWidget *row, BearingsSourceDialog *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  adw_dialog_close (ADW_DIALOG (self));
  if (self->opener != NULL)
    bearings_open (self->opener, BEARINGS_RECORD_CLAIM, id, NULL);
}

static GtkWidget *
opening_row (BearingsSourceDialog *self, const char *title, const char *id, GCallback callback)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_signal_connect_object (row, "activated", callback, self, 0);
  return row;
}

static void
add_state (BearingsSourceDialog *self, GtkWidget *list, const BearingsSource *source)
{
  GString *text;
  g_autofree char *date = NULL;

  if (source->state == 0)
    return;
  text = g_string_new (bearings_words_source_state_title (source->state));
  if (source->state_date != NULL) {
    date = bearings_format_date (source->state_date);
    g_string_append_printf (text, " (%s)", date);
  }
  if (source->state_note != NULL)
    g_string_append_printf (text, ". %s", source->state_note);
  /* Translators: whether a source stands as published: current, corrected, retracted, ... */
  add_row (list, _ ("State"), text->str);
  g_string_free (text, TRUE);
  if (source->replaced_by != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         /* Translators: opens the source that replaces this one. */
                         opening_row (self, _ ("Replaced by a newer source"), source->replaced_by,
                                      G_CALLBACK (on_replacement_activated)));
}

static void
add_source (BearingsSourceDialog *self, const BearingsSource *source, const char *title)
{
  GtkWidget *section = bearings_section_new (title, NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autofree char *authors = source->authors->len > 0 ? join (source->authors, "; ") : NULL;
  g_autofree char *issued = source->issued ? bearings_format_date (source->issued) : NULL;
  g_autofree char *pages = volume_and_pages (source);
  g_autofree char *accessed = source->accessed ? bearings_format_date (source->accessed) : NULL;
  g_autofree char *reference = bearings_format_source (source);

  /* What a source says of itself is from the source. */
  bearings_figure_context_set_source (list, (BearingsSource *) source);
  if (g_strcmp0 (title, source->title) != 0)
    add_row (list, _ ("Title"), source->title);
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (_ ("Authors"), authors));
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (_ ("Published"), issued));
  add_row (list, _ ("In"), source->container);
  add_row (list, _ ("Volume and pages"), pages);
  add_row (list, _ ("Publisher"), source->publisher);
  add_state (self, list, source);
  if (source->doi != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_copy_new (_ ("DOI"), source->doi));
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_address_row_new (_ ("Address"), source->url));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       bearings_rows_property_new (_ ("Licence"), source->licence));
  add_row (list, _ ("Attribution"), source->attribution);
  add_row (list, _ ("Accessed"), accessed);
  if (source->unconfirmed->len > 0) {
    g_autofree char *fields = join (source->unconfirmed, ", ");
    add_row (list, _ ("Left out, because it could not be checked"), fields);
  }
  add_row (list, _ ("Note"), source->note);
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_copy_new (_ ("Reference"), reference));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       bearings_rows_cite_new (BEARINGS_RECORD_SOURCE, source->record.id));
  bearings_section_append (BEARINGS_SECTION (section), list);
  gtk_box_append (self->box, section);
}

static GtkWidget *
claim_row (gpointer item, gpointer user_data)
{
  const BearingsClaim *claim = item;

  return opening_row (user_data, claim->statement, claim->record.id,
                      G_CALLBACK (on_claim_activated));
}

static void
add_claims (BearingsSourceDialog *self, GPtrArray *claims)
{
  GtkWidget *section;
  GtkWidget *list;

  if (claims->len == 0)
    return;
  section = bearings_section_new (_ ("Claims that rest on it"), NULL);
  list = bearings_rows_boxed_list_new ();
  bearings_rows_fill_list (GTK_LIST_BOX (list), claims, CLAIMS_SHOWN, claim_row, self, NULL);
  bearings_section_append (BEARINGS_SECTION (section), list);
  gtk_box_append (self->box, section);
}

static void
add_figure (BearingsSourceDialog *self, const BearingsFigure *figure)
{
  GtkWidget *section = bearings_section_new (_ ("This figure"), NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autofree char *value = bearings_format_figure_value (figure);
  g_autofree char *interval = bearings_format_figure_interval (figure);
  g_autofree char *count = bearings_format_figure_count (figure);

  /* Translators: what was measured. */
  add_row (list, _ ("Measure"), figure->metric);
  add_row (list, _ ("Value"), value);
  if (figure->missing != BEARINGS_MISSING_QUALITATIVE)
    add_row (list, _ ("Why there is no value"), figure->missing_note);
  add_row (list, _ ("Interval"), interval);
  if (bearings_figure_has_interval (figure) && figure->interval != 0)
    add_row (list, _ ("How the interval was made"),
             bearings_words_interval_title (figure->interval));
  if (!isnan (figure->se)) {
    g_autofree char *se = bearings_format_number (figure->se, 4);
    add_row (list, _ ("Standard error"), se);
  }
  if (!isnan (figure->p)) {
    g_autofree char *p = bearings_format_number (figure->p, 4);
    /* Translators: the p value of a statistical test. */
    add_row (list, _ ("p value"), p);
  }
  add_row (list, _ ("Count"), count);
  add_row (list, _ ("Of whom, compared with what, when"), figure->referent);
  add_row (list, _ ("Note"), figure->note);
  if (bearings_figure_has_value (figure)) {
    GtkWidget *plot = bearings_interval_plot_new (figure);
    gtk_widget_set_margin_start (plot, 6);
    gtk_widget_set_margin_end (plot, 6);
    bearings_section_append (BEARINGS_SECTION (section), plot);
  }
  bearings_section_append (BEARINGS_SECTION (section), list);
  gtk_box_append (self->box, section);
}

static void
bearings_source_dialog_dispose (GObject *object)
{
  BearingsSourceDialog *self = BEARINGS_SOURCE_DIALOG (object);

  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SOURCE_DIALOG);
  G_OBJECT_CLASS (bearings_source_dialog_parent_class)->dispose (object);
}

static void
bearings_source_dialog_class_init (BearingsSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_source_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/figures/bearings-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSourceDialog, box);
}

static void
bearings_source_dialog_init (BearingsSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static BearingsSourceDialog *
dialog_new (GtkWidget *opener, const char *title)
{
  BearingsSourceDialog *self = g_object_new (BEARINGS_TYPE_SOURCE_DIALOG, "title", title, NULL);

  g_set_weak_pointer (&self->opener, opener);
  return self;
}

BEARINGS_DEFINE_JOB (read_source,
                     BEARINGS_LANE_READ,
                     g_free,
                     bearings_source_page_free,
                     bearings_service_claims_get_source_page (self, data, error))

static GtkWidget *
show_source (gpointer answer, gpointer dialog)
{
  g_autoptr (BearingsSourcePage) page = answer;

  add_source (dialog, page->source, page->source->title);
  add_claims (dialog, page->claims);
  return NULL;
}

BearingsSourceDialog *
bearings_source_dialog_new (BearingsService *service, GtkWidget *opener, const char *source_id)
{
  BearingsSourceDialog *self = dialog_new (opener, _ ("Source"));
  GtkWidget *view = bearings_loading_view_new ();

  gtk_box_append (self->box, view);
  bearings_loading_view_ask (BEARINGS_LOADING_VIEW (view), service, &read_source,
                             g_strdup (source_id), show_source, self, NULL);
  return self;
}

BearingsSourceDialog *
bearings_source_dialog_new_for_figure (GtkWidget *opener,
                                       const BearingsFigure *figure,
                                       BearingsSource *source)
{
  BearingsSourceDialog *self = dialog_new (opener, _ ("Figure"));

  add_figure (self, figure);
  /* Every figure in the dialog is from where the dialog says. */
  if (source != NULL)
    bearings_figure_context_set_source (GTK_WIDGET (self->box), source);
  else
    bearings_figure_context_set_origin (GTK_WIDGET (self->box), _ ("Stated without a source"));
  if (source != NULL)
    add_source (self, source, _ ("Source"));
  else
    gtk_box_append (
      self->box, bearings_section_new (_ ("Source"),
                                       _ ("This figure was stated by someone without a source.")));
  return self;
}
