/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The publishers whose signatures the centre accepts. */

#include "bearings-publishers-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-publisher-dialog.h"
#include "bearings-rows.h"
#include "bearings-service-publishers.h"

struct _BearingsPublishersPage {
  BearingsPage parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsPublishersPage, bearings_publishers_page, BEARINGS_TYPE_PAGE)

/* Of a row, or of a toast with the way back: whose it is. */
#define PUBLISHER "bearings-publisher"

static void
show_failure (BearingsPublishersPage *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The List Was Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gpointer
bring_back (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const BearingsPublisher *publisher = data;

  return GINT_TO_POINTER (
    bearings_service_publishers_add (service, publisher->name, publisher->key, error));
}

static void
on_brought_back (gpointer page, gpointer answer, const GError *error)
{
  if (error != NULL)
    show_failure (page, error);
  bearings_page_reload (page);
}

static void
on_bring_back (BearingsPublishersPage *self, AdwToast *toast)
{
  static const BearingsJob job = { bring_back, (GDestroyNotify) bearings_publisher_free, NULL,
                                   BEARINGS_LANE_KEEP };

  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                g_object_steal_data (G_OBJECT (toast), PUBLISHER), NULL, on_brought_back);
}

/* Answers with the publisher, for the way back. */
static gpointer
remove_publisher (BearingsService *service,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  const BearingsPublisher *publisher = data;

  return bearings_service_publishers_remove (service, publisher->number, error)
           ? bearings_publisher_copy (publisher)
           : NULL;
}

static void
on_removed (gpointer page, gpointer publisher, const GError *error)
{
  BearingsPublishersPage *self = page;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (error != NULL) {
    show_failure (self, error);
    bearings_page_reload (BEARINGS_PAGE (self));
    return;
  }
  /* Translators: name of a publisher. */
  text = g_strdup_printf (_ ("“%s” removed"), ((BearingsPublisher *) publisher)->name);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* the way back waits for no other */
  g_object_set_data_full (G_OBJECT (toast), PUBLISHER, publisher,
                          (GDestroyNotify) bearings_publisher_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_bring_back), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
on_remove_clicked (GtkButton *button, gpointer data)
{
  static const BearingsJob job = { remove_publisher, (GDestroyNotify) bearings_publisher_free,
                                   (GDestroyNotify) bearings_publisher_free, BEARINGS_LANE_KEEP };
  BearingsPublishersPage *self = BEARINGS_PUBLISHERS_PAGE (
    gtk_widget_get_ancestor (GTK_WIDGET (button), BEARINGS_TYPE_PUBLISHERS_PAGE));

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE); /* until the list is made anew */
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                bearings_publisher_copy (data), NULL, on_removed);
}

/* Takes the publisher. */
static GtkWidget *
publisher_row (BearingsPublisher *publisher)
{
  /* Translators: id of a key. */
  g_autofree char *key = g_strdup_printf (_ ("Key %s"), publisher->number);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, publisher->name, key);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: name of a publisher. */
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), publisher->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), publisher);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), PUBLISHER, publisher,
                          (GDestroyNotify) bearings_publisher_free);
  return row;
}

BEARINGS_DEFINE_JOB (list_publishers,
                     BEARINGS_LANE_KEEP, /* after what was added or removed just now */
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_publishers_list (self, error))

static void
show_publishers (gpointer page, gpointer answer)
{
  BearingsPublishersPage *self = page;
  g_autoptr (GPtrArray) publishers = answer;

  gtk_list_box_remove_all (self->list);
  while (publishers->len > 0)
    gtk_list_box_append (self->list, publisher_row (g_ptr_array_steal_index (publishers, 0)));
  gtk_stack_set_visible_child_name (
    self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "list" : "empty");
}

static void
bearings_publishers_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_publishers, NULL, show_publishers);
}

static void
on_added (BearingsPublishersPage *self, const char *name)
{
  /* Translators: name of a publisher. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is trusted now"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  bearings_page_reload (BEARINGS_PAGE (self));
}

static void
on_add_clicked (BearingsPublishersPage *self)
{
  AdwDialog *dialog =
    bearings_publisher_dialog_new (bearings_page_get_service (BEARINGS_PAGE (self)));

  g_signal_connect_object (dialog, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
bearings_publishers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PUBLISHERS_PAGE);
  G_OBJECT_CLASS (bearings_publishers_page_parent_class)->dispose (object);
}

static void
bearings_publishers_page_class_init (BearingsPublishersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_publishers_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_publishers_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-publishers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsPublishersPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsPublishersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsPublishersPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
bearings_publishers_page_init (BearingsPublishersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_publishers_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_PUBLISHERS_PAGE, "service", service, NULL);
}
