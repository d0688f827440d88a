/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Discover: every career, found by any of its titles. */

#include "bearings-discover-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-discover-state.h"
#include "bearings-figure-text.h"
#include "bearings-open.h"
#include "bearings-service-search.h"

#define SEARCH_LIMIT 400

struct _BearingsDiscoverPage {
  BearingsPage parent_instance;

  char *words; /* what the list shows; NULL for all */
  gboolean focused;
  GListStore *roles;
  GListStore *occupations;

  GtkSearchEntry *entry;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *nothing_page;
};

G_DEFINE_FINAL_TYPE (BearingsDiscoverPage, bearings_discover_page, BEARINGS_TYPE_PAGE)

static void
apply_state (BearingsDiscoverPage *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) roles = bearings_discover_state_of_kind (hits, BEARINGS_RECORD_ROLE);
  g_autoptr (GPtrArray) occupations =
    bearings_discover_state_of_kind (hits, BEARINGS_RECORD_OCCUPATION);
  guint n_found = roles->len + occupations->len;
  g_autofree char *count = bearings_discover_state_count (self->words, n_found);

  g_list_store_splice (self->roles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->roles)),
                       roles->pdata, roles->len);
  g_list_store_splice (self->occupations, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->occupations)),
                       occupations->pdata, occupations->len);
  bearings_figure_context_set_computation (GTK_WIDGET (self->count_label),
                                           _ ("Counted in the installed data."));
  bearings_figure_text_set_label (self->count_label, count);

  switch (bearings_discover_view (self->words, n_found)) {
  case BEARINGS_DISCOVER_LIST:
    gtk_stack_set_visible_child_name (self->stack, "list");
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
    break;
  case BEARINGS_DISCOVER_NOTHING: {
    /* Translators: %s is what was searched for. */
    g_autofree char *title = g_strdup_printf (_ ("No Career Found for “%s”"), self->words);
    adw_status_page_set_title (self->nothing_page, title);
    gtk_stack_set_visible_child_name (self->stack, "nothing");
    break;
  }
  case BEARINGS_DISCOVER_EMPTY:
    gtk_stack_set_visible_child_name (self->stack, "empty");
    break;
  }
  if (self->words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), count,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  bearings_page_show_content (BEARINGS_PAGE (self));
  /* The first thing to do here is to type a title. */
  if (!self->focused)
    self->focused = gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
take_hits (BearingsDiscoverPage *self, GPtrArray *hits, const GError *error)
{
  if (hits != NULL && self->list_view != NULL)
    apply_state (self, hits);
  else if (hits == NULL)
    bearings_page_show_error (BEARINGS_PAGE (self), error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsDiscoverPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search_list_careers_finish (BEARINGS_SERVICE (source), result, &error);

  take_hits (self, hits, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsDiscoverPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search_finish (BEARINGS_SERVICE (source), result, &error);

  take_hits (self, hits, error);
}

/* Each new search cancels the one before it, so the latest wins. */
static void
bearings_discover_page_load (BearingsPage *page)
{
  static const BearingsRecordKind kinds[] = { BEARINGS_RECORD_ROLE, BEARINGS_RECORD_OCCUPATION };
  BearingsDiscoverPage *self = BEARINGS_DISCOVER_PAGE (page);
  GCancellable *cancellable = bearings_page_begin (page);

  g_free (self->words);
  self->words = bearings_discover_state_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (self->words == NULL)
    bearings_service_search_list_careers_async (bearings_page_get_service (page), cancellable,
                                                on_listed, g_object_ref (self));
  else
    bearings_service_search_async (bearings_page_get_service (page), self->words, kinds,
                                   G_N_ELEMENTS (kinds), SEARCH_LIMIT, cancellable, on_found,
                                   g_object_ref (self));
}

static gboolean
bearings_discover_page_search (BearingsPage *page)
{
  GtkWidget *entry = GTK_WIDGET (BEARINGS_DISCOVER_PAGE (page)->entry);

  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  return gtk_widget_grab_focus (entry);
}

static void
on_search_changed (BearingsDiscoverPage *self)
{
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
open_position (BearingsDiscoverPage *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  g_autoptr (BearingsHit) hit = g_list_model_get_item (model, position);

  if (hit != NULL)
    bearings_open (GTK_WIDGET (self), bearings_hit_get_kind (hit), bearings_hit_get_id (hit), NULL);
}

static void
on_activated (BearingsDiscoverPage *self, guint position)
{
  open_position (self, position);
}

static void
on_entry_activated (BearingsDiscoverPage *self)
{
  open_position (self, 0);
}

static gboolean
on_entry_key (BearingsDiscoverPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

static char *
row_subtitle (GtkListItem *item, BearingsHit *hit)
{
  return hit != NULL ? bearings_discover_state_subtitle (hit) : g_strdup ("");
}

static gboolean
row_has_subtitle (GtkListItem *item, BearingsHit *hit)
{
  g_autofree char *subtitle = hit != NULL ? bearings_discover_state_subtitle (hit) : NULL;

  return subtitle != NULL;
}

static char *
row_title (GtkListItem *item, BearingsHit *hit)
{
  return g_strdup (hit != NULL ? bearings_hit_get_title (hit) : "");
}

static char *
row_name (GtkListItem *item, BearingsHit *hit)
{
  g_autofree char *subtitle = NULL;

  if (hit == NULL)
    return g_strdup ("");
  subtitle = bearings_discover_state_subtitle (hit);
  if (subtitle == NULL)
    return g_strdup (bearings_hit_get_title (hit));
  return g_strdup_printf ("%s, %s", bearings_hit_get_title (hit), subtitle);
}

static char *
header_title (GtkListHeader *header, BearingsHit *hit)
{
  if (hit == NULL)
    return g_strdup ("");
  /* Translators: a role is a job title people use, mapped to official occupations. */
  return g_strdup (bearings_hit_get_kind (hit) == BEARINGS_RECORD_ROLE ? _ ("Roles")
                                                                       : _ ("Occupations"));
}

static void
bearings_discover_page_dispose (GObject *object)
{
  BearingsDiscoverPage *self = BEARINGS_DISCOVER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_DISCOVER_PAGE);
  g_clear_object (&self->roles);
  g_clear_object (&self->occupations);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (bearings_discover_page_parent_class)->dispose (object);
}

static void
bearings_discover_page_class_init (BearingsDiscoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_discover_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_discover_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_discover_page_search;

  g_type_ensure (BEARINGS_TYPE_HIT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/discover/bearings-discover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsDiscoverPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsDiscoverPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsDiscoverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsDiscoverPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsDiscoverPage, nothing_page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, row_title);
  gtk_widget_class_bind_template_callback (widget_class, row_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, row_has_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, row_name);
  gtk_widget_class_bind_template_callback (widget_class, header_title);
}

static void
bearings_discover_page_init (BearingsDiscoverPage *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->roles = g_list_store_new (BEARINGS_TYPE_HIT);
  self->occupations = g_list_store_new (BEARINGS_TYPE_HIT);
  g_list_store_append (parts, self->roles);
  g_list_store_append (parts, self->occupations);
  /* Each part of a flattened list is a section of its own. */
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (
                             G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))))));
}

GtkWidget *
bearings_discover_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_DISCOVER_PAGE, "service", service, NULL);
}
