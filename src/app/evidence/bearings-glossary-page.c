/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the application and what they mean. */

#include "bearings-glossary-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-figure-context.h"
#include "bearings-rows.h"
#include "bearings-service-claims.h"
#include "bearings-text-match.h"

struct _BearingsGlossaryPage {
  BearingsPage parent_instance;

  char *start;       /* id of the term to open at, or NULL */
  GPtrArray *terms;  /* BearingsGlossaryTerm, by their words */
  GHashTable *by_id; /* id -> its term, of @terms */
  gboolean on_screen;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsGlossaryPage, bearings_glossary_page, BEARINGS_TYPE_PAGE)

#define ID_KEY "bearings-id"

/* A row that has the focus is scrolled into sight. */
static void
go_to_term (BearingsGlossaryPage *self, const char *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ID_KEY), id) == 0) {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      if (GTK_IS_WINDOW (root))
        gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
    }
}

static void
on_see_also (GtkButton *button, BearingsGlossaryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit_by_name (self->entry, "search-changed");
  go_to_term (self, g_object_get_data (G_OBJECT (button), ID_KEY));
}

static GtkWidget *
see_also_new (BearingsGlossaryPage *self, const BearingsGlossaryTerm *term)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  for (guint i = 0; i < term->see_also->len; i++) {
    const BearingsGlossaryTerm *other = g_hash_table_lookup (self->by_id, term->see_also->pdata[i]);
    GtkWidget *button;

    if (other == NULL)
      continue;
    button = gtk_button_new_with_label (other->term);
    gtk_widget_add_css_class (button, "link-button");
    gtk_widget_add_css_class (button, "flat");
    gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
    g_object_set_data_full (G_OBJECT (button), ID_KEY, g_strdup (other->record.id), g_free);
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_see_also), self, 0);
    adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  }
  return box;
}

static GtkWidget *
term_row (BearingsGlossaryPage *self, const BearingsGlossaryTerm *term)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = gtk_label_new (term->term);

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (texts), heading);
  gtk_box_append (GTK_BOX (texts), bearings_rows_paragraph_new (term->meaning));
  if (term->see_also->len > 0)
    gtk_box_append (GTK_BOX (texts), see_also_new (self, term));
  g_object_set (texts, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (term->record.id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, term->term,
                                  -1);
  return row;
}

static void
apply_state (BearingsGlossaryPage *self)
{
  g_auto (GStrv) words =
    bearings_text_match_search_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint shown = 0;

  if (self->terms == NULL)
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->terms->len; i++) {
    const BearingsGlossaryTerm *term = self->terms->pdata[i];
    g_autofree char *text = g_strjoin (" ", term->term, term->meaning, NULL);

    if (words != NULL && !bearings_text_match_has_words (text, (const char *const *) words))
      continue;
    gtk_list_box_append (self->list, term_row (self, term));
    shown++;
  }
  gtk_stack_set_visible_child_name (self->stack, shown > 0       ? "list"
                                                 : words != NULL ? "nothing"
                                                                 : "empty");
}

static void
on_search_changed (BearingsGlossaryPage *self)
{
  apply_state (self);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const BearingsGlossaryTerm *) a)->term,
                         ((const BearingsGlossaryTerm *) b)->term);
}

/* The term somebody came for, once there are terms and a place for them. */
static void
go_to_start (BearingsGlossaryPage *self)
{
  if (self->start == NULL || self->terms == NULL || !self->on_screen)
    return;
  go_to_term (self, self->start);
  g_clear_pointer (&self->start, g_free);
}

BEARINGS_DEFINE_JOB (list_terms,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_claims_list_glossary (self, error))

static void
show_terms (gpointer page, gpointer answer)
{
  BearingsGlossaryPage *self = page;
  GPtrArray *terms = answer;

  g_hash_table_remove_all (self->by_id);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  self->terms = terms;
  g_ptr_array_sort_values (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    g_hash_table_insert (self->by_id, ((BearingsGlossaryTerm *) terms->pdata[i])->record.id,
                         terms->pdata[i]);
  apply_state (self);
  bearings_page_show_content (page);
  go_to_start (self);
}

static void
bearings_glossary_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_terms, NULL, show_terms);
}

static void
bearings_glossary_page_shown (AdwNavigationPage *page)
{
  BearingsGlossaryPage *self = BEARINGS_GLOSSARY_PAGE (page);

  if (ADW_NAVIGATION_PAGE_CLASS (bearings_glossary_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_glossary_page_parent_class)->shown (page);
  self->on_screen = TRUE;
  go_to_start (self);
}

static gboolean
bearings_glossary_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_GLOSSARY_PAGE (page)->entry));
}

static void
bearings_glossary_page_dispose (GObject *object)
{
  BearingsGlossaryPage *self = BEARINGS_GLOSSARY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_GLOSSARY_PAGE);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->start, g_free);
  G_OBJECT_CLASS (bearings_glossary_page_parent_class)->dispose (object);
}

static void
bearings_glossary_page_class_init (BearingsGlossaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_glossary_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = bearings_glossary_page_shown;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_glossary_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_glossary_page_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-glossary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsGlossaryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsGlossaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsGlossaryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
bearings_glossary_page_init (BearingsGlossaryPage *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_figure_context_set_origin (GTK_WIDGET (self->list),
                                      _ ("A word explained by the installed data."));
}

GtkWidget *
bearings_glossary_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_GLOSSARY_PAGE, "service", service, NULL);
}

GtkWidget *
bearings_glossary_page_new_at (BearingsService *service, const char *id)
{
  GtkWidget *page = bearings_glossary_page_new (service);

  BEARINGS_GLOSSARY_PAGE (page)->start = g_strdup (id);
  return page;
}
