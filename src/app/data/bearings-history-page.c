/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every import, and the way back. */

#include "bearings-history-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-import-state.h"
#include "bearings-import-undo.h"
#include "bearings-rows.h"
#include "bearings-service-imports.h"

#define ROWS_SHOWN 30

struct _BearingsHistoryPage {
  BearingsPage parent_instance;

  GPtrArray *events; /* BearingsImportEvent, latest first */

  AdwToastOverlay *toast_overlay;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsHistoryPage, bearings_history_page, BEARINGS_TYPE_PAGE)

static void
on_undone (gboolean undone, gpointer data)
{
  BearingsHistoryPage *self = data;

  if (!undone || self->toast_overlay == NULL)
    return;
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Import undone")));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.data-changed", NULL);
}

static void
on_undo_clicked (GtkButton *button, gpointer data)
{
  BearingsHistoryPage *self = BEARINGS_HISTORY_PAGE (
    gtk_widget_get_ancestor (GTK_WIDGET (button), BEARINGS_TYPE_HISTORY_PAGE));

  bearings_import_undo_ask (GTK_WIDGET (self), bearings_page_get_service (BEARINGS_PAGE (self)),
                            data, on_undone, g_object_ref (self), g_object_unref);
}

static GtkWidget *
signature_row (const BearingsSignature *signature)
{
  g_autofree char *text = bearings_signature_text (signature);
  GtkWidget *row = bearings_rows_property_new (_ ("Signature"), text);
  GtkWidget *icon = gtk_image_new_from_icon_name (bearings_import_state_signature_icon (signature));

  gtk_widget_add_css_class (icon,
                            signature->state == BEARINGS_SIGNATURE_TRUSTED ? "success" : "warning");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  return row;
}

static GtkWidget *
undo_row (BearingsImportEvent *event)
{
  const char *reason = bearings_import_state_no_undo_text (event);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Undo"), reason);
  GtkWidget *button;

  if (reason != NULL) {
    gtk_widget_add_css_class (row, "dimmed");
    return row;
  }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("It is the latest import that stands. You are asked first."));
  button = gtk_button_new_with_mnemonic (_ ("_Undo…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_undo_clicked), event);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_property (GtkWidget *row, const char *name, const char *value)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), bearings_rows_property_new (name, value));
}

static GtkWidget *
event_row (gpointer item, gpointer data)
{
  BearingsImportEvent *event = item;
  const BearingsPackInfo *info = event->info;
  g_autofree char *subtitle = bearings_import_state_event_text (event);
  g_autofree char *when = bearings_import_state_time_text (event->imported);
  g_autofree char *undone = event->undone ? bearings_import_state_time_text (event->undone) : NULL;
  g_autofree char *published = info->published ? bearings_format_date (info->published) : NULL;
  g_autofree char *counts =
    bearings_import_state_counts_text (event->added, event->changed, event->removed);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, info->title, subtitle);
  GtkWidget *counts_row = bearings_rows_property_new (_ ("What it did"), counts);

  bearings_figure_context_set_origin (row, _ ("Stated by the pack itself."));
  bearings_figure_context_set_computation (counts_row,
                                           _ ("Counted here, while the file was applied."));
  if (event->undone != NULL)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                                 bearings_rows_chip_new (_ ("Undone"), NULL));
  add_property (row, _ ("Imported"), when);
  if (undone != NULL)
    add_property (row, _ ("Undone"), undone);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), counts_row);
  add_property (row, _ ("Publisher"), info->publisher);
  add_property (row, _ ("Published"), published);
  add_property (row, _ ("Licence"), info->licence);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), signature_row (&event->signature));
  if (event->sha256 != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              bearings_rows_copy_new (_ ("Checksum"), event->sha256));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), undo_row (event));
  return row;
}

static void
apply_state (BearingsHistoryPage *self)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (self->events == NULL)
    return;
  shown = bearings_import_state_find_events (self->events,
                                             gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_remove_all (self->list);
  bearings_rows_fill_list (self->list, shown, ROWS_SHOWN, event_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), self->events->len > 1);
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0          ? "list"
                                                 : self->events->len > 0 ? "nothing"
                                                                         : "empty");
}

static void
on_search_changed (BearingsHistoryPage *self)
{
  apply_state (self);
}

BEARINGS_DEFINE_JOB (list_events,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_imports_list (self, NULL, error))

static void
show_events (gpointer page, gpointer events)
{
  BearingsHistoryPage *self = page;

  /* The list borrows the events it is yet to show. */
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = events;
  apply_state (self);
}

static void
bearings_history_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_events, NULL, show_events);
}

static gboolean
bearings_history_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_HISTORY_PAGE (page)->entry));
}

static void
bearings_history_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_HISTORY_PAGE);
  g_clear_pointer (&BEARINGS_HISTORY_PAGE (object)->events, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_history_page_parent_class)->dispose (object);
}

static void
bearings_history_page_class_init (BearingsHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_history_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_history_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_history_page_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsHistoryPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsHistoryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
bearings_history_page_init (BearingsHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_history_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_HISTORY_PAGE, "service", service, NULL);
}
