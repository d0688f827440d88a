/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots and a word. */

#include "bearings-certainty-mark.h"

#include "bearings-words.h"

struct _BearingsCertaintyMark {
  GtkBox parent_instance;

  GtkWidget *dots[BEARINGS_CERTAINTY_HIGH];
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (BearingsCertaintyMark, bearings_certainty_mark, GTK_TYPE_BOX)

static void
bearings_certainty_mark_class_init (BearingsCertaintyMarkClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "certainty");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bearings_certainty_mark_init (BearingsCertaintyMark *self)
{
  GtkWidget *dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 8);
  for (guint i = 0; i < G_N_ELEMENTS (self->dots); i++) {
    self->dots[i] = g_object_new (GTK_TYPE_BOX, "css-name", "dot", "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_box_append (GTK_BOX (dots), self->dots[i]);
  }
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (self), dots);
  gtk_box_append (GTK_BOX (self), self->label);
}

GtkWidget *
bearings_certainty_mark_new (BearingsCertainty certainty)
{
  BearingsCertaintyMark *self = g_object_new (BEARINGS_TYPE_CERTAINTY_MARK, NULL);

  bearings_certainty_mark_set (self, certainty);
  return GTK_WIDGET (self);
}

void
bearings_certainty_mark_set (BearingsCertaintyMark *self, BearingsCertainty certainty)
{
  g_return_if_fail (BEARINGS_IS_CERTAINTY_MARK (self));
  gtk_widget_set_visible (GTK_WIDGET (self), certainty != 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->dots); i++) {
    if (i < (guint) certainty)
      gtk_widget_add_css_class (self->dots[i], "filled");
    else
      gtk_widget_remove_css_class (self->dots[i], "filled");
  }
  if (certainty == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), bearings_certainty_title (certainty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bearings_certainty_title (certainty), -1);
}
