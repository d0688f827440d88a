/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of the library: what there is of each value, and what is wanted. */

#include "bearings-library-filters.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-rows.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

struct _BearingsLibraryFilters {
  AdwDialog parent_instance;

  BearingsLibraryQuery *query;
  GPtrArray *combinations;
  gboolean filling;

  GtkWidget *groups[BEARINGS_N_FACETS]; /* AdwExpanderRow */
  GPtrArray *rows[BEARINGS_N_FACETS];   /* AdwActionRow of each value */
  GtkWidget *from_row;
  GtkWidget *to_row;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (BearingsLibraryFilters, bearings_library_filters, ADW_TYPE_DIALOG)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
describe_values (const BearingsLibraryQuery *query, BearingsFacet facet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < query->values[facet]->len; i++)
    g_string_append_printf (
      text, "%s%s", i > 0 ? ", " : "",
      bearings_facet_value_title (facet, g_ptr_array_index (query->values[facet], i)));
  return g_string_free_and_steal (text);
}

static void
show_state (BearingsLibraryFilters *self)
{
  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    g_autofree char *values = NULL;

    if (self->groups[i] == NULL)
      continue;
    values = describe_values (self->query, i);
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->groups[i]), values);
  }
  gtk_widget_set_sensitive (self->clear_button, bearings_library_query_n_filters (self->query) > 0);
}

static void
changed (BearingsLibraryFilters *self)
{
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_value_toggled (GtkCheckButton *button, gpointer data)
{
  BearingsLibraryFilters *self = data;
  BearingsFacet facet = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "facet"));

  if (self->filling)
    return;
  bearings_library_query_set (self->query, facet, g_object_get_data (G_OBJECT (button), "value"),
                              gtk_check_button_get_active (button));
  changed (self);
}

static void
on_year_changed (BearingsLibraryFilters *self)
{
  const char *from = gtk_editable_get_text (GTK_EDITABLE (self->from_row));
  const char *to = gtk_editable_get_text (GTK_EDITABLE (self->to_row));
  gint64 first = g_ascii_strtoll (from, NULL, 10);
  gint64 last = g_ascii_strtoll (to, NULL, 10);

  if (self->filling)
    return;
  /* A year that is half typed is none yet. */
  self->query->year_from = first >= FIRST_YEAR && first <= LAST_YEAR ? (int) first : 0;
  self->query->year_to = last >= FIRST_YEAR && last <= LAST_YEAR ? (int) last : 0;
  changed (self);
}

static void
fill_values (BearingsLibraryFilters *self, BearingsFacet facet)
{
  g_autoptr (GPtrArray) counts =
    bearings_library_count_facet (self->combinations, self->query, facet);
  AdwExpanderRow *group = ADW_EXPANDER_ROW (self->groups[facet]);

  /* Rows stay where they are while their numbers change, so that focus stays with them. */
  for (guint i = 0; i < counts->len; i++) {
    const BearingsFacetCount *count = g_ptr_array_index (counts, i);
    g_autofree char *number = bearings_format_integer ((gint64) count->count);
    GtkWidget *row = NULL;
    GtkWidget *check, *label;

    for (guint j = 0; j < self->rows[facet]->len && row == NULL; j++) {
      GtkWidget *old = g_ptr_array_index (self->rows[facet], j);
      if (g_strcmp0 (g_object_get_data (G_OBJECT (old), "value"), count->value) == 0)
        row = old;
    }
    if (row == NULL) {
      row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW,
                                     bearings_facet_value_title (facet, count->value), NULL);
      check = gtk_check_button_new ();
      label = gtk_label_new (NULL);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      g_object_set_data (G_OBJECT (check), "facet", GINT_TO_POINTER ((int) facet));
      g_object_set_data_full (G_OBJECT (check), "value", g_strdup (count->value), g_free);
      g_object_set_data_full (G_OBJECT (row), "value", g_strdup (count->value), g_free);
      g_object_set_data (G_OBJECT (row), "check", check);
      g_object_set_data (G_OBJECT (row), "label", label);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_value_toggled), self, 0);
      adw_expander_row_add_row (group, row);
      g_ptr_array_add (self->rows[facet], row);
    }
    check = g_object_get_data (G_OBJECT (row), "check");
    label = g_object_get_data (G_OBJECT (row), "label");
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 bearings_library_query_has (self->query, facet, count->value));
    gtk_label_set_text (GTK_LABEL (label), number);
    g_object_set_data (G_OBJECT (row), "seen", self);
  }
  for (guint j = 0; j < self->rows[facet]->len; j++) {
    GtkWidget *row = g_ptr_array_index (self->rows[facet], j);
    gboolean seen = g_object_steal_data (G_OBJECT (row), "seen") != NULL;

    gtk_widget_set_sensitive (row, seen);
    if (!seen) {
      gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), FALSE);
      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "label"), "0");
    }
  }
}

static void
fill (BearingsLibraryFilters *self)
{
  self->filling = TRUE;
  for (int i = 0; i < BEARINGS_N_FACETS; i++)
    if (self->groups[i] != NULL && self->combinations != NULL)
      fill_values (self, i);
  self->filling = FALSE;
  show_state (self);
}

static void
on_clear (BearingsLibraryFilters *self)
{
  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    g_ptr_array_set_size (self->query->values[i], 0);
  self->query->year_from = self->query->year_to = 0;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_row), "");
  self->filling = FALSE;
  fill (self);
  changed (self);
}

static GtkWidget *
year_row (BearingsLibraryFilters *self, const char *title, int year)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), 4);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_year_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
bearings_library_filters_dispose (GObject *object)
{
  BearingsLibraryFilters *self = BEARINGS_LIBRARY_FILTERS (object);

  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->query, bearings_library_query_free);
  g_clear_pointer (&self->combinations, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_library_filters_parent_class)->dispose (object);
}

static void
bearings_library_filters_class_init (BearingsLibraryFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bearings_library_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", BEARINGS_TYPE_LIBRARY_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bearings_library_filters_init (BearingsLibraryFilters *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Filters"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

BearingsLibraryFilters *
bearings_library_filters_new (const BearingsLibraryQuery *query, GPtrArray *combinations)
{
  BearingsLibraryFilters *self = g_object_new (BEARINGS_TYPE_LIBRARY_FILTERS, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *values = adw_preferences_group_new ();
  GtkWidget *years = adw_preferences_group_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  self->query = bearings_library_query_copy (query);
  self->clear_button = gtk_button_new_with_mnemonic (_ ("_Clear All"));
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (on_clear), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->clear_button);
  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    if (!bearings_library_query_applies (query, i))
      continue;
    self->rows[i] = g_ptr_array_new ();
    self->groups[i] =
      bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, bearings_facet_title (i), NULL);
    adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self->groups[i]), 2);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (values), self->groups[i]);
  }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (years), _ ("Years"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (years),
                                         query->sources ? _ ("Of publication")
                                                        : _ ("Of the data, or else of the source"));
  /* Translators: the first year of a range. */
  self->from_row = year_row (self, _ ("From"), query->year_from);
  /* Translators: the last year of a range. */
  self->to_row = year_row (self, _ ("To"), query->year_to);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (years), self->from_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (years), self->to_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (values));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (years));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  bearings_figure_context_set_computation (page, _ ("Counted in the installed data."));
  bearings_library_filters_set_counts (self, combinations);
  return self;
}

const BearingsLibraryQuery *
bearings_library_filters_get_query (BearingsLibraryFilters *self)
{
  return self->query;
}

void
bearings_library_filters_set_counts (BearingsLibraryFilters *self, GPtrArray *combinations)
{
  g_clear_pointer (&self->combinations, g_ptr_array_unref);
  self->combinations = combinations != NULL ? g_ptr_array_ref (combinations) : NULL;
  fill (self);
}
