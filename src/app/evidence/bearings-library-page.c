/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Evidence: every claim and every source, searched, filtered, sorted and cited. */

#include "bearings-library-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-cite-dialog.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-library-filters.h"
#include "bearings-library-model.h"
#include "bearings-library-row-view.h"
#include "bearings-open.h"
#include "bearings-words.h"

/* Typing is one step of the history until somebody pauses so long. */
#define PAUSE_US (2 * G_USEC_PER_SEC)

/* So many can be chosen with one button. */
#define MOST_CHOSEN 500

/* A place in the history of the page. */
typedef struct {
  BearingsLibraryQuery *query;
  double scroll;
} Place;

struct _BearingsLibraryPage {
  BearingsPage parent_instance;

  BearingsLibraryModel *model;
  BearingsLibraryQuery *query;
  GPtrArray *combinations; /* of the query; NULL until they are counted */
  GCancellable *counting;
  GPtrArray *places_back; /* Place */
  GPtrArray *places_forward;
  gint64 typed;       /* when something was last typed */
  double scroll;      /* where to go once the rows are there; negative: nowhere */
  GHashTable *chosen; /* id of a row -> its kind */
  GPtrArray *order;   /* the ids in the order they were chosen in */
  gboolean narrow;    /* rows have more lines */
  gboolean setting;   /* the controls are following the query */
  AdwDialog *filters; /* weak */

  GtkSearchEntry *entry;
  AdwToggleGroup *kind_group;
  GtkWidget *filters_button;
  AdwButtonContent *filters_content;
  GtkDropDown *sort_drop_down;
  GtkToggleButton *select_button;
  GtkWidget *cite_button;
  GtkWidget *chips;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  AdwStatusPage *nothing_page;
  GtkBox *relax_box;
};

G_DEFINE_FINAL_TYPE (BearingsLibraryPage, bearings_library_page, BEARINGS_TYPE_PAGE)

static void follow (BearingsLibraryPage *self);

static Place *
place_new (BearingsLibraryPage *self)
{
  Place *place = g_new (Place, 1);

  place->query = bearings_library_query_copy (self->query);
  place->scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  return place;
}

static void
place_free (gpointer data)
{
  Place *place = data;

  bearings_library_query_free (place->query);
  g_free (place);
}

/* The query is about to become another one. */
static void
leave_place (BearingsLibraryPage *self)
{
  g_ptr_array_add (self->places_back, place_new (self));
  g_ptr_array_set_size (self->places_forward, 0);
}

static char *
count_text (BearingsLibraryPage *self, guint n)
{
  g_autofree char *number = bearings_format_integer (n);

  if (!bearings_library_model_is_settled (self->model))
    return g_strdup (_ ("Searching…"));
  if (self->query->sources)
    return g_strdup_printf (ngettext ("%s source", "%s sources", n), number);
  return g_strdup_printf (ngettext ("%s claim", "%s claims", n), number);
}

static char *
facet_text (BearingsLibraryPage *self, BearingsFacet facet)
{
  GString *text = g_string_new (NULL);
  GPtrArray *values = self->query->values[facet];

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            bearings_facet_value_title (facet, g_ptr_array_index (values, i)));
  return g_string_free_and_steal (text);
}

static char *
years_text (BearingsLibraryPage *self)
{
  if (self->query->year_to == 0)
    /* Translators: a year. */
    return g_strdup_printf (_ ("From %d"), self->query->year_from);
  if (self->query->year_from == 0)
    /* Translators: a year. */
    return g_strdup_printf (_ ("Up to %d"), self->query->year_to);
  return g_strdup_printf ("%d–%d", self->query->year_from, self->query->year_to);
}

#define YEARS BEARINGS_N_FACETS
#define WORDS (BEARINGS_N_FACETS + 1)

static void
relax (BearingsLibraryPage *self, int what)
{
  leave_place (self);
  if (what == WORDS)
    g_clear_pointer (&self->query->text, g_free);
  else if (what == YEARS)
    self->query->year_from = self->query->year_to = 0;
  else
    g_ptr_array_set_size (self->query->values[what], 0);
  self->scroll = 0;
  follow (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_relax (GtkButton *button, gpointer data)
{
  relax (data, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "what")));
}

static GtkWidget *
relax_button (BearingsLibraryPage *self, int what, const char *label, const char *icon)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "what", GINT_TO_POINTER (what));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_relax), self, 0);
  return button;
}

static void
add_chip (BearingsLibraryPage *self, int what, const char *text)
{
  GtkWidget *chip = relax_button (self, what, text, "window-close-symbolic");
  /* Translators: a filter that is set. */
  g_autofree char *name = g_strdup_printf (_ ("Remove the filter: %s"), text);

  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (self->chips), chip);
}

static void
fill_chips (BearingsLibraryPage *self)
{
  GtkWidget *child;
  guint n = bearings_library_query_n_filters (self->query);
  g_autofree char *label = NULL;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), child);
  for (int i = 0; i < BEARINGS_N_FACETS; i++)
    if (self->query->values[i]->len > 0 && bearings_library_query_applies (self->query, i)) {
      g_autofree char *text = facet_text (self, i);
      add_chip (self, i, text);
    }
  if (self->query->year_from != 0 || self->query->year_to != 0) {
    g_autofree char *text = years_text (self);
    add_chip (self, YEARS, text);
  }
  gtk_widget_set_visible (self->chips, n > 0);
}

/* What to take away so that something is found. */
static void
fill_relax_box (BearingsLibraryPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->relax_box))) != NULL)
    gtk_box_remove (self->relax_box, child);
  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    g_autofree char *text = NULL;
    g_autofree char *number = NULL;
    guint64 n;

    if (self->query->values[i]->len == 0 || !bearings_library_query_applies (self->query, i))
      continue;
    n = self->combinations != NULL
          ? bearings_library_count_without (self->combinations, self->query, i)
          : 0;
    number = bearings_format_integer ((gint64) n);
    text = n > 0
             /* Translators: a kind of filter ("Channel"), how many there are without it. */
             ? g_strdup_printf (ngettext ("Any %s: finds %s", "Any %s: finds %s", n),
                                bearings_facet_title (i), number)
             /* Translators: a kind of filter ("Channel"). */
             : g_strdup_printf (_ ("Any %s"), bearings_facet_title (i));
    gtk_box_append (self->relax_box, relax_button (self, i, text, NULL));
  }
  if (self->query->year_from != 0 || self->query->year_to != 0)
    gtk_box_append (self->relax_box, relax_button (self, YEARS, _ ("Any Year"), NULL));
  if (self->query->text != NULL) {
    /* Translators: what was searched for. */
    g_autofree char *text = g_strdup_printf (_ ("Without “%s”"), self->query->text);
    gtk_box_append (self->relax_box, relax_button (self, WORDS, text, NULL));
  }
}

static gboolean
restore_scroll (gpointer data)
{
  BearingsLibraryPage *self = data;

  if (self->scrolled != NULL && self->scroll >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), self->scroll);
  self->scroll = -1;
  return G_SOURCE_REMOVE;
}

static void
apply_state (BearingsLibraryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean settled = bearings_library_model_is_settled (self->model);
  g_autofree char *text = count_text (self, n);

  bearings_figure_context_set_computation (GTK_WIDGET (self->count_label),
                                           _ ("Counted in the installed data."));
  gtk_label_set_text (self->count_label, text);
  if (n > 0) {
    gtk_stack_set_visible_child_name (self->stack, "list");
  } else if (settled && self->query->text == NULL && !self->query->sources &&
             bearings_library_query_n_filters (self->query) == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
  } else if (settled) {
    adw_status_page_set_title (self->nothing_page,
                               self->query->sources ? _ ("No Source Found") : _ ("No Claim Found"));
    adw_status_page_set_description (
      self->nothing_page, _ ("Nothing passes all of this. Take something away to find more:"));
    fill_relax_box (self);
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  }
  if (settled && self->query->text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
on_first (BearingsLibraryPage *self)
{
  if (self->stack == NULL)
    return;
  apply_state (self);
  if (self->scroll == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  bearings_page_show_content (BEARINGS_PAGE (self));
}

static void
on_settled (BearingsLibraryPage *self, const GError *error)
{
  if (self->stack == NULL)
    return;
  if (error != NULL) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  apply_state (self);
  if (self->scroll > 0)
    g_idle_add_full (G_PRIORITY_LOW, restore_scroll, g_object_ref (self), g_object_unref);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsLibraryPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *combinations =
    bearings_service_library_count_finish (BEARINGS_SERVICE (source), result, &error);

  if (combinations == NULL) /* numbers beside filters are a help, not what the page is for */
    return;
  if (self->stack == NULL) {
    g_ptr_array_unref (combinations);
    return;
  }
  g_clear_pointer (&self->combinations, g_ptr_array_unref);
  self->combinations = combinations;
  if (self->filters != NULL)
    bearings_library_filters_set_counts (BEARINGS_LIBRARY_FILTERS (self->filters), combinations);
  if (bearings_library_model_is_settled (self->model))
    fill_relax_box (self);
}

static void
count (BearingsLibraryPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  bearings_service_library_count_async (bearings_page_get_service (BEARINGS_PAGE (self)),
                                        self->query, self->counting, on_counted,
                                        g_object_ref (self));
}

/* Lets the controls and the list follow the query. */
static void
follow (BearingsLibraryPage *self)
{
  const char *text = self->query->text != NULL ? self->query->text : "";
  guint n = bearings_library_query_n_filters (self->query);
  g_autofree char *filters = NULL;

  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  adw_toggle_group_set_active_name (self->kind_group, self->query->sources ? "sources" : "claims");
  gtk_drop_down_set_selected (self->sort_drop_down, (guint) self->query->sort - 1);
  self->setting = FALSE;
  /* Translators: how many filters are set. */
  filters = n > 0 ? g_strdup_printf (_ ("Filters (%u)"), n) : g_strdup (_ ("Filters"));
  adw_button_content_set_label (self->filters_content, filters);
  fill_chips (self);
  g_clear_pointer (&self->combinations, g_ptr_array_unref);
  bearings_library_model_set_query (self->model, self->query);
  count (self);
}

static void
on_search_changed (BearingsLibraryPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = g_strstrip (g_strdup (typed));
  gint64 now = g_get_monotonic_time ();

  if (self->setting || self->model == NULL ||
      g_strcmp0 (text, self->query->text != NULL ? self->query->text : "") == 0)
    return;
  if (now - self->typed > PAUSE_US)
    leave_place (self);
  self->typed = now;
  g_set_str (&self->query->text, *text != '\0' ? text : NULL);
  self->scroll = 0;
  follow (self);
}

static void
on_kind_changed (BearingsLibraryPage *self)
{
  gboolean sources =
    g_strcmp0 (adw_toggle_group_get_active_name (self->kind_group), "sources") == 0;

  if (self->setting || self->model == NULL || sources == self->query->sources)
    return;
  leave_place (self);
  self->query->sources = sources;
  self->scroll = 0;
  follow (self);
}

static void
on_sort_changed (BearingsLibraryPage *self)
{
  BearingsLibrarySort sort = gtk_drop_down_get_selected (self->sort_drop_down) + 1;

  if (self->setting || self->model == NULL || sort == self->query->sort)
    return;
  leave_place (self);
  self->query->sort = sort;
  self->scroll = 0;
  follow (self);
}

static void
on_filters_changed (BearingsLibraryPage *self, BearingsLibraryFilters *filters)
{
  const BearingsLibraryQuery *query = bearings_library_filters_get_query (filters);

  if (self->model == NULL || bearings_library_query_equal (query, self->query))
    return;
  leave_place (self);
  bearings_library_query_free (self->query);
  self->query = bearings_library_query_copy (query);
  self->scroll = 0;
  follow (self);
}

static void
on_filters_clicked (BearingsLibraryPage *self)
{
  BearingsLibraryFilters *filters;

  if (self->model == NULL)
    return;
  filters = bearings_library_filters_new (self->query, self->combinations);
  g_set_weak_pointer (&self->filters, ADW_DIALOG (filters));
  g_signal_connect_object (filters, "changed", G_CALLBACK (on_filters_changed), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (filters), GTK_WIDGET (self));
}

static void
rebind (BearingsLibraryPage *self)
{
  GtkListItemFactory *factory = g_object_ref (gtk_list_view_get_factory (self->list_view));

  gtk_list_view_set_factory (self->list_view, NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

static void
show_chosen (BearingsLibraryPage *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *number = bearings_format_integer (n);
  g_autofree char *label =
    /* Translators: how many claims or sources are chosen to be cited. */
    n > 0 ? g_strdup_printf (ngettext ("Cite %s…", "Cite %s…", n), number) : g_strdup (_ ("Cite…"));

  gtk_button_set_label (GTK_BUTTON (self->cite_button), label);
  gtk_widget_set_sensitive (self->cite_button, n > 0);
}

static void
choose (BearingsLibraryPage *self, BearingsLibraryRow *row)
{
  gpointer id = g_strdup (row->id);

  g_hash_table_insert (self->chosen, id, GINT_TO_POINTER ((int) row->kind));
  g_ptr_array_add (self->order, id);
}

static void
choose_not (BearingsLibraryPage *self, const char *id)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->order, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->order, index);
  g_hash_table_remove (self->chosen, id);
}

static void
choose_none (BearingsLibraryPage *self)
{
  g_ptr_array_set_size (self->order, 0);
  g_hash_table_remove_all (self->chosen);
  show_chosen (self);
}

/* All that is found, or none of it when all are chosen already. */
static void
on_all_clicked (BearingsLibraryPage *self)
{
  GListModel *rows = G_LIST_MODEL (self->model);
  guint n = MIN (g_list_model_get_n_items (rows), MOST_CHOSEN);
  guint n_before = self->order->len;

  for (guint i = 0; i < n; i++) {
    g_autoptr (BearingsLibraryRow) row = g_list_model_get_item (rows, i);
    if (row->id != NULL && !g_hash_table_contains (self->chosen, row->id))
      choose (self, row);
  }
  if (self->order->len == n_before)
    choose_none (self);
  show_chosen (self);
  rebind (self);
}

static void
on_selecting_changed (BearingsLibraryPage *self)
{
  if (self->chosen == NULL)
    return;
  choose_none (self);
  rebind (self);
}

static void
on_cite_clicked (BearingsLibraryPage *self)
{
  GVariantBuilder chosen = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(is)"));

  for (guint i = 0; i < self->order->len; i++) {
    const char *id = g_ptr_array_index (self->order, i);

    g_variant_builder_add (&chosen, "(is)",
                           GPOINTER_TO_INT (g_hash_table_lookup (self->chosen, id)), id);
  }
  bearings_cite_dialog_present_records (GTK_WIDGET (self),
                                        bearings_page_get_service (BEARINGS_PAGE (self)),
                                        g_variant_builder_end (&chosen));
}

static void
on_activated (BearingsLibraryPage *self, guint position)
{
  g_autoptr (BearingsLibraryRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row == NULL || row->id == NULL)
    return;
  if (!gtk_toggle_button_get_active (self->select_button)) {
    bearings_open (GTK_WIDGET (self), row->kind, row->id, NULL);
    return;
  }
  if (g_hash_table_contains (self->chosen, row->id))
    choose_not (self, row->id);
  else
    choose (self, row);
  show_chosen (self);
  rebind (self);
}

static gboolean
on_entry_key (BearingsLibraryPage *self, guint keyval)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

static void
on_setup (BearingsLibraryPage *self, GtkListItem *item)
{
  GtkWidget *view = bearings_library_row_view_new ();

  bearings_library_row_view_set_narrow (BEARINGS_LIBRARY_ROW_VIEW (view), self->narrow);
  gtk_list_item_set_child (item, view);
}

static void
on_narrow (BearingsLibraryPage *self)
{
  self->narrow = TRUE;
  rebind (self);
}

static void
on_wide (BearingsLibraryPage *self)
{
  self->narrow = FALSE;
  rebind (self);
}

static void
show_row (BearingsLibraryPage *self, GtkListItem *item)
{
  BearingsLibraryRow *row = gtk_list_item_get_item (item);
  gboolean selecting = gtk_toggle_button_get_active (self->select_button);
  gboolean chosen = row->id != NULL && g_hash_table_contains (self->chosen, row->id);
  g_autofree char *caption = bearings_library_row_caption (row);
  g_autofree char *found =
    self->query->text != NULL ? bearings_library_row_found (row, self->query->text) : NULL;
  g_autofree char *description = NULL;

  bearings_library_row_view_set_row (BEARINGS_LIBRARY_ROW_VIEW (gtk_list_item_get_child (item)),
                                     row, self->query->text, selecting, chosen);
  gtk_list_item_set_accessible_label (item, row->title != NULL ? row->title : "");
  description =
    g_strdup_printf ("%s%s%s%s%s%s%s", chosen ? _ ("Chosen to be cited") : "", chosen ? ". " : "",
                     row->certainty != 0 ? bearings_words_certainty_title (row->certainty) : "",
                     row->certainty != 0 ? ". " : "", found != NULL ? found : "",
                     found != NULL ? ". " : "", caption);
  gtk_list_item_set_accessible_description (item, description);
}

/* A row that was on the screen before it was read. */
static void
on_row_changed (BearingsLibraryRow *row, GtkListItem *item)
{
  GtkWidget *page =
    gtk_widget_get_ancestor (gtk_list_item_get_child (item), BEARINGS_TYPE_LIBRARY_PAGE);

  if (page != NULL)
    show_row (BEARINGS_LIBRARY_PAGE (page), item);
}

static void
on_bind (BearingsLibraryPage *self, GtkListItem *item)
{
  show_row (self, item);
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_row_changed),
                           item, 0);
}

static void
on_unbind (BearingsLibraryPage *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* Ends choosing, if somebody chooses. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (widget);

  if (!gtk_toggle_button_get_active (self->select_button))
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (self->select_button, FALSE);
  return GDK_EVENT_STOP;
}

static void
bearings_library_page_load (BearingsPage *page)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (page);
  g_autoptr (GtkSelectionModel) selection = NULL;

  bearings_page_begin (page);
  if (self->model == NULL) {
    self->model = bearings_library_model_new (bearings_page_get_service (page));
    g_signal_connect_object (self->model, "first", G_CALLBACK (on_first), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->model, "settled", G_CALLBACK (on_settled), self,
                             G_CONNECT_SWAPPED);
    selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
    gtk_list_view_set_model (self->list_view, selection);
  }
  follow (self);
}

static gboolean
bearings_library_page_search (BearingsPage *page)
{
  GtkWidget *entry = GTK_WIDGET (BEARINGS_LIBRARY_PAGE (page)->entry);

  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  return gtk_widget_grab_focus (entry);
}

/* Takes the last place of @from and leaves the present one in @to. */
static gboolean
go (BearingsLibraryPage *self, GPtrArray *from, GPtrArray *to)
{
  Place *place;

  if (from->len == 0 || self->model == NULL)
    return FALSE;
  g_ptr_array_add (to, place_new (self));
  place = g_ptr_array_steal_index (from, from->len - 1);
  bearings_library_query_free (self->query);
  self->query = bearings_library_query_copy (place->query);
  self->scroll = place->scroll;
  self->typed = 0;
  place_free (place);
  follow (self);
  return TRUE;
}

static gboolean
bearings_library_page_back (BearingsPage *page)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (page);

  return go (self, self->places_back, self->places_forward);
}

static gboolean
bearings_library_page_forward (BearingsPage *page)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (page);

  return go (self, self->places_forward, self->places_back);
}

static void
bearings_library_page_dispose (GObject *object)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->model != NULL)
    bearings_library_model_close (self->model);
  g_clear_weak_pointer (&self->filters);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->model);
  g_clear_pointer (&self->combinations, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->places_back, g_ptr_array_unref);
  g_clear_pointer (&self->places_forward, g_ptr_array_unref);
  g_clear_pointer (&self->query, bearings_library_query_free);
  G_OBJECT_CLASS (bearings_library_page_parent_class)->dispose (object);
}

static void
bearings_library_page_class_init (BearingsLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_library_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_library_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_library_page_search;
  BEARINGS_PAGE_CLASS (klass)->back = bearings_library_page_back;
  BEARINGS_PAGE_CLASS (klass)->forward = bearings_library_page_forward;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, kind_group);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, filters_content);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, cite_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, chips);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, relax_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_selecting_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cite_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
bearings_library_page_init (BearingsLibraryPage *self)
{
  g_autoptr (GtkStringList) orders = gtk_string_list_new (NULL);

  self->setting = TRUE;
  self->query = bearings_library_query_new ();
  self->places_back = g_ptr_array_new_with_free_func (place_free);
  self->places_forward = g_ptr_array_new_with_free_func (place_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new ();
  self->scroll = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 1; i <= BEARINGS_LIBRARY_SORT_TITLE; i++)
    gtk_string_list_append (orders, bearings_library_sort_title (i));
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (orders));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list_view));
  self->setting = FALSE;
}

GtkWidget *
bearings_library_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_LIBRARY_PAGE, "service", service, NULL);
}
