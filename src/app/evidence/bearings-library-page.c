/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Evidence: every claim, searched and filtered. */

#include "bearings-library-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-certainty-mark.h"
#include "bearings-claim-state.h"
#include "bearings-format.h"
#include "bearings-open.h"
#include "bearings-skill-page-state.h"
#include "bearings-text-match.h"
#include "bearings-words.h"

struct _BearingsLibraryPage {
  BearingsPage parent_instance;

  GListStore *store; /* BearingsEvidence */
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GStrv words;

  GtkSearchEntry *entry;
  GtkDropDown *channel_drop_down;
  GtkDropDown *certainty_drop_down;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (BearingsLibraryPage, bearings_library_page, BEARINGS_TYPE_PAGE)

static gboolean
matches (gpointer item, gpointer user_data)
{
  BearingsLibraryPage *self = user_data;

  /* The first choice of both lists is "all", so positions are values. */
  return bearings_claim_matches (bearings_evidence_get_claim (item),
                                 (const char *const *) self->words,
                                 (int) gtk_drop_down_get_selected (self->channel_drop_down),
                                 (int) gtk_drop_down_get_selected (self->certainty_drop_down));
}

static void
apply_state (BearingsLibraryPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *number = bearings_format_integer (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s claim", "%s claims", n), number);

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : n_all > 0 ? "nothing" : "empty");
}

static void
on_filter_changed (BearingsLibraryPage *self)
{
  if (self->filter == NULL)
    return;
  g_strfreev (self->words);
  self->words = bearings_search_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  apply_state (self);
}

static void
on_activated (BearingsLibraryPage *self, guint position)
{
  g_autoptr (BearingsEvidence) evidence =
    g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (evidence != NULL)
    bearings_open (GTK_WIDGET (self), BEARINGS_RECORD_CLAIM, bearings_evidence_get_id (evidence),
                   NULL);
}

static gboolean
on_entry_key (BearingsLibraryPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *statement =
    g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                  "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *marks = adw_wrap_box_new ();
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (marks), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (marks), 4);
  adw_wrap_box_append (ADW_WRAP_BOX (marks), bearings_certainty_mark_new (0));
  adw_wrap_box_append (ADW_WRAP_BOX (marks), caption);
  gtk_box_append (GTK_BOX (box), statement);
  gtk_box_append (GTK_BOX (box), marks);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  BearingsEvidence *evidence = gtk_list_item_get_item (item);
  GtkWidget *statement = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *marks = gtk_widget_get_next_sibling (statement);
  GtkWidget *certainty = gtk_widget_get_first_child (marks);
  g_autofree char *caption = bearings_evidence_caption (evidence);

  gtk_label_set_text (GTK_LABEL (statement), bearings_evidence_get_statement (evidence));
  bearings_certainty_mark_set (BEARINGS_CERTAINTY_MARK (certainty),
                               bearings_evidence_get_certainty (evidence));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (certainty)), caption);
  gtk_list_item_set_accessible_label (item, bearings_evidence_get_statement (evidence));
  gtk_list_item_set_accessible_description (item, caption);
}

static void
fill_choices (BearingsLibraryPage *self)
{
  GtkStringList *channels = gtk_string_list_new (NULL);
  GtkStringList *certainties = gtk_string_list_new (NULL);

  gtk_string_list_append (channels, _ ("All Channels"));
  for (int i = 1; i <= BEARINGS_CHANNEL_REGULATION; i++)
    gtk_string_list_append (channels, bearings_channel_title (i));
  gtk_string_list_append (certainties, _ ("Any Certainty"));
  for (int i = 1; i <= BEARINGS_CERTAINTY_HIGH; i++)
    gtk_string_list_append (certainties, bearings_certainty_title (i));
  gtk_drop_down_set_model (self->channel_drop_down, G_LIST_MODEL (channels));
  gtk_drop_down_set_model (self->certainty_drop_down, G_LIST_MODEL (certainties));
  g_object_unref (channels);
  g_object_unref (certainties);
}

static void
list_claims_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *claims = bearings_service_list_claims (BEARINGS_SERVICE (source), &error);

  if (claims != NULL)
    g_task_return_pointer (task, claims, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsLibraryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (claims == NULL) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  if (self->store == NULL)
    return;
  rows = g_ptr_array_new_full (claims->len, g_object_unref);
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (
      rows, bearings_evidence_new_claim (claims->pdata[i], BEARINGS_DIRECTNESS_CONTEXT, NULL));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows->pdata, rows->len);
  apply_state (self);
  bearings_page_show_content (BEARINGS_PAGE (self));
}

static void
bearings_library_page_load (BearingsPage *page)
{
  g_autoptr (GTask) task = g_task_new (bearings_page_get_service (page), bearings_page_begin (page),
                                       on_listed, g_object_ref (page));

  g_task_run_in_thread (task, list_claims_thread);
}

static gboolean
bearings_library_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_LIBRARY_PAGE (page)->entry));
}

static void
bearings_library_page_dispose (GObject *object)
{
  BearingsLibraryPage *self = BEARINGS_LIBRARY_PAGE (object);

  self->filter = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->filtered);
  g_clear_object (&self->store);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (bearings_library_page_parent_class)->dispose (object);
}

static void
bearings_library_page_class_init (BearingsLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_library_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_library_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_library_page_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, channel_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, certainty_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsLibraryPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
bearings_library_page_init (BearingsLibraryPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->store = g_list_store_new (BEARINGS_TYPE_EVIDENCE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), self->filter);
  selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered))));
  gtk_list_view_set_model (self->list_view, selection);
}

GtkWidget *
bearings_library_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_LIBRARY_PAGE, "service", service, NULL);
}
