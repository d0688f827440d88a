/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code of a question. */

#include "bearings-code-block.h"

#include <math.h>

struct _BearingsCodeBlock {
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (BearingsCodeBlock, bearings_code_block, ADW_TYPE_BIN)

/* A scrolled window that scrolls sideways alone keeps the wheel to itself; hand it on. */
static gboolean
on_scrolled (BearingsCodeBlock *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GtkWidget *outer = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  GtkAdjustment *adjustment;
  double step;

  if (outer == NULL || (state & GDK_SHIFT_MASK) != 0 || dy == 0 || fabs (dx) > fabs (dy))
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  step = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL
           ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3)
           : 1;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static void
bearings_code_block_class_init (BearingsCodeBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/items/bearings-code-block.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsCodeBlock, scroller);
  gtk_widget_class_bind_template_child (widget_class, BearingsCodeBlock, view);
}

static void
bearings_code_block_init (BearingsCodeBlock *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, scroll);
}

void
bearings_code_block_set_code (BearingsCodeBlock *self, const char *code)
{
  g_return_if_fail (BEARINGS_IS_CODE_BLOCK (self));
  gtk_widget_set_visible (GTK_WIDGET (self), code != NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), code != NULL ? code : "", -1);
}
