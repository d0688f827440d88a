/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small button that opens where the figures beside it are from. */

#include "bearings-origin-button.h"

#include <glib/gi18n-lib.h>

struct _BearingsOriginButton {
  GtkButton parent_instance;

  char *text;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsOriginButton,
                               bearings_origin_button,
                               GTK_TYPE_BUTTON,
                               G_IMPLEMENT_INTERFACE (BEARINGS_TYPE_FIGURE_HOLDER, NULL))

static void
bearings_origin_button_clicked (GtkButton *button)
{
  bearings_figure_context_open (GTK_WIDGET (button), BEARINGS_ORIGIN_BUTTON (button)->text);
}

static void
bearings_origin_button_finalize (GObject *object)
{
  g_free (BEARINGS_ORIGIN_BUTTON (object)->text);
  G_OBJECT_CLASS (bearings_origin_button_parent_class)->finalize (object);
}

static void
bearings_origin_button_class_init (BearingsOriginButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_origin_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = bearings_origin_button_clicked;
}

static void
bearings_origin_button_init (BearingsOriginButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "help-about-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Where the Figures Are From"));
}

GtkWidget *
bearings_origin_button_new (const char *text)
{
  BearingsOriginButton *self = g_object_new (BEARINGS_TYPE_ORIGIN_BUTTON, NULL);

  bearings_origin_button_set_text (self, text);
  return GTK_WIDGET (self);
}

void
bearings_origin_button_set_text (BearingsOriginButton *self, const char *text)
{
  g_return_if_fail (BEARINGS_IS_ORIGIN_BUTTON (self));
  g_set_str (&self->text, text);
}
