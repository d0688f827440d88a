/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Register: popular claims that do not survive tracing. */

#include "bearings-register-list-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-service-claims.h"
#include "bearings-text-match.h"
#include "bearings-words.h"

struct _BearingsRegisterListPage {
  BearingsPage parent_instance;

  GPtrArray *entries; /* BearingsRegisterEntry */

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsRegisterListPage, bearings_register_list_page, BEARINGS_TYPE_PAGE)

static GtkWidget *
entry_row (const BearingsRegisterEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *wording = bearings_rows_paragraph_new (entry->popular_wording);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), wording);
  if (entry->verdict_note != NULL) {
    GtkWidget *note = bearings_rows_paragraph_new (entry->verdict_note);
    gtk_widget_add_css_class (note, "caption");
    gtk_widget_add_css_class (note, "dim-label");
    gtk_box_append (GTK_BOX (texts), note);
  }
  gtk_box_append (GTK_BOX (texts), bearings_rows_chip_new (
                                     bearings_words_verdict_title (entry->verdict), "warning"));
  gtk_box_append (GTK_BOX (outer), texts);
  gtk_box_append (GTK_BOX (outer), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_margin_top (outer, 12);
  gtk_widget_set_margin_bottom (outer, 12);
  gtk_widget_set_margin_start (outer, 12);
  gtk_widget_set_margin_end (outer, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (row),
    bearings_open_target (BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->popular_wording, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  bearings_words_verdict_title (entry->verdict), -1);
  return row;
}

static void
apply_state (BearingsRegisterListPage *self)
{
  g_auto (GStrv) words =
    bearings_text_match_search_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint shown = 0;

  if (self->entries == NULL)
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->entries->len; i++) {
    const BearingsRegisterEntry *entry = self->entries->pdata[i];
    if (!bearings_text_match_has_words (entry->popular_wording, (const char *const *) words) &&
        !bearings_text_match_has_words (entry->verdict_note, (const char *const *) words))
      continue;
    gtk_list_box_append (self->list, entry_row (entry));
    shown++;
  }
  gtk_stack_set_visible_child_name (self->stack, shown > 0       ? "list"
                                                 : words != NULL ? "nothing"
                                                                 : "empty");
}

static void
on_search_changed (BearingsRegisterListPage *self)
{
  apply_state (self);
}

BEARINGS_DEFINE_JOB (list_entries,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_claims_list_register (self, error))

static void
show_entries (gpointer page, gpointer entries)
{
  BearingsRegisterListPage *self = page;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  apply_state (self);
}

static void
bearings_register_list_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_entries, NULL, show_entries);
}

static gboolean
bearings_register_list_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_REGISTER_LIST_PAGE (page)->entry));
}

static void
bearings_register_list_page_dispose (GObject *object)
{
  BearingsRegisterListPage *self = BEARINGS_REGISTER_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_REGISTER_LIST_PAGE);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_register_list_page_parent_class)->dispose (object);
}

static void
bearings_register_list_page_class_init (BearingsRegisterListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_register_list_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_register_list_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_register_list_page_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-register-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterListPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterListPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
bearings_register_list_page_init (BearingsRegisterListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_register_list_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_REGISTER_LIST_PAGE, "service", service, NULL);
}
