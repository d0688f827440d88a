/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to be put in an order, by buttons, keys or dragging. */

#include "bearings-order-list.h"

#include <glib/gi18n.h>

struct _BearingsOrderList {
  GtkBox parent_instance;

  GtkListBox *list;
};

enum {
  SIGNAL_REORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsOrderList, bearings_order_list, GTK_TYPE_BOX)

#define ID_KEY "bearings-id"
#define TEXT_KEY "bearings-text"
#define PLACE_KEY "bearings-place"
#define UP_KEY "bearings-up"
#define DOWN_KEY "bearings-down"

static guint
n_rows (BearingsOrderList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}

/* Numbers, names and what each row's buttons can do. */
static void
update_rows (BearingsOrderList *self)
{
  guint n = n_rows (self);

  for (guint i = 0; i < n; i++) {
    GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (self->list, (int) i));
    const char *text = g_object_get_data (row, TEXT_KEY);
    g_autofree char *place = g_strdup_printf ("%u", i + 1);
    /* Translators: what the row says, its place, number of rows; for screen readers. */
    g_autofree char *name = g_strdup_printf (_ ("%s, place %u of %u"), text, i + 1, n);

    gtk_label_set_label (g_object_get_data (row, PLACE_KEY), place);
    gtk_widget_set_sensitive (g_object_get_data (row, UP_KEY), i > 0);
    gtk_widget_set_sensitive (g_object_get_data (row, DOWN_KEY), i + 1 < n);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

/* Takes the row to another place and tells, keeping the focus on what was used. */
static void
move_row (BearingsOrderList *self, GtkListBoxRow *row, int to)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *text = g_object_get_data (G_OBJECT (row), TEXT_KEY);
  g_autofree char *told = NULL;

  if (to < 0 || to >= (int) n_rows (self) || to == gtk_list_box_row_get_index (row))
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), to);
  g_object_unref (row);
  update_rows (self);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (row)) ||
      !gtk_widget_grab_focus (focus))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  /* Translators: what a moved row says, its new place, number of rows. */
  told = g_strdup_printf (_ ("%s is now at place %d of %u"), text, to + 1, n_rows (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), told, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  g_signal_emit (self, signals[SIGNAL_REORDERED], 0);
}

static GtkListBoxRow *
row_of (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
on_up_clicked (BearingsOrderList *self, GtkWidget *button)
{
  GtkListBoxRow *row = row_of (button);

  move_row (self, row, gtk_list_box_row_get_index (row) - 1);
}

static void
on_down_clicked (BearingsOrderList *self, GtkWidget *button)
{
  GtkListBoxRow *row = row_of (button);

  move_row (self, row, gtk_list_box_row_get_index (row) + 1);
}

static gboolean
on_key_pressed (BearingsOrderList *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (controller));
  int step = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;

  if ((state & GDK_ALT_MASK) == 0 || step == 0)
    return GDK_EVENT_PROPAGATE;
  move_row (self, row, gtk_list_box_row_get_index (row) + step);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  GdkPaintable *picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  g_object_unref (picture);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static gboolean
on_drop (BearingsOrderList *self, const GValue *value, double x, double y)
{
  GtkListBoxRow *dragged = g_value_get_object (value);
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, (int) y);

  gtk_list_box_drag_unhighlight_row (self->list);
  if (dragged == NULL || gtk_widget_get_parent (GTK_WIDGET (dragged)) != GTK_WIDGET (self->list))
    return FALSE;
  move_row (self, dragged,
            target != NULL ? gtk_list_box_row_get_index (target) : (int) n_rows (self) - 1);
  return TRUE;
}

static GdkDragAction
on_drag_motion (BearingsOrderList *self, double x, double y)
{
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (target != NULL)
    gtk_list_box_drag_highlight_row (self->list, target);
  return GDK_ACTION_MOVE;
}

static GtkWidget *
move_button (BearingsOrderList *self, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (BearingsOrderList *self, const char *id, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *up = move_button (self, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (on_up_clicked));
  GtkWidget *down =
    move_button (self, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (on_down_clicked));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_label_set_width_chars (GTK_LABEL (place), 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "order-row");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), up);
  gtk_box_append (GTK_BOX (box), down);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), TEXT_KEY, g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (row), PLACE_KEY, place);
  g_object_set_data (G_OBJECT (row), UP_KEY, up);
  g_object_set_data (G_OBJECT (row), DOWN_KEY, down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Alt+Up Alt+Down", -1);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (on_drag_prepare), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  gtk_list_box_append (self->list, row);
}

static void
bearings_order_list_class_init (BearingsOrderListClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_REORDERED] = g_signal_new ("reordered", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bearings_order_list_init (BearingsOrderList *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (on_drag_motion), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drop));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

void
bearings_order_list_set_rows (BearingsOrderList *self,
                              const char *const *ids,
                              const char *const *texts)
{
  g_return_if_fail (BEARINGS_IS_ORDER_LIST (self));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; ids[i] != NULL; i++)
    add_row (self, ids[i], texts[i]);
  update_rows (self);
}

void
bearings_order_list_set_order (BearingsOrderList *self, const char *const *ids)
{
  int place = 0;

  g_return_if_fail (BEARINGS_IS_ORDER_LIST (self));
  for (guint i = 0; ids[i] != NULL; i++)
    for (int at = place; at < (int) n_rows (self); at++) {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, at);
      if (!g_str_equal (g_object_get_data (G_OBJECT (row), ID_KEY), ids[i]))
        continue;
      if (at != place) {
        g_object_ref (row);
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
        gtk_list_box_insert (self->list, GTK_WIDGET (row), place);
        g_object_unref (row);
      }
      place++;
      break;
    }
  update_rows (self);
}

GStrv
bearings_order_list_get_order (BearingsOrderList *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (BEARINGS_IS_ORDER_LIST (self), NULL);
  for (guint i = 0; i < n_rows (self); i++)
    g_strv_builder_add (
      ids,
      g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (self->list, (int) i)), ID_KEY));
  return g_strv_builder_end (ids);
}

void
bearings_order_list_focus (BearingsOrderList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (BEARINGS_IS_ORDER_LIST (self));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
