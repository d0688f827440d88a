/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a page: a heading, an explanation, and what follows. */

#include "bearings-section.h"

#include "bearings-figure-text.h"

struct _BearingsSection {
  GtkBox parent_instance;

  GtkWidget *header;
  GtkWidget *title_label;
  GtkWidget *description;
  GtkWidget *suffix;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (BearingsSection, bearings_section, GTK_TYPE_BOX)

static void
bearings_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BearingsSection *self = BEARINGS_SECTION (object);

  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title_label)));
    break;
  case PROP_DESCRIPTION:
    g_value_set_string (value,
                        bearings_figure_text_get_text (BEARINGS_FIGURE_TEXT (self->description)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_section_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  BearingsSection *self = BEARINGS_SECTION (object);

  switch (prop_id) {
  case PROP_TITLE:
    bearings_section_set_title (self, g_value_get_string (value));
    break;
  case PROP_DESCRIPTION:
    bearings_section_set_description (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_section_class_init (BearingsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bearings_section_get_property;
  object_class->set_property = bearings_section_set_property;
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
label_new (const char *css_class, GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign",
                       0.0f, "visible", FALSE, "css-classes", (const char *[]) { css_class, NULL },
                       "accessible-role", role, NULL);
}

static void
bearings_section_init (BearingsSection *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title_label = label_new ("title-4", GTK_ACCESSIBLE_ROLE_HEADING);
  self->description = bearings_figure_text_new (NULL);
  gtk_widget_add_css_class (self->description, "dim-label");
  gtk_widget_set_visible (self->description, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  2, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->title_label);
  gtk_box_append (GTK_BOX (texts), self->description);
  gtk_box_append (GTK_BOX (self->header), texts);
  gtk_box_append (GTK_BOX (self), self->header);
}

GtkWidget *
bearings_section_new (const char *title, const char *description)
{
  return g_object_new (BEARINGS_TYPE_SECTION, "title", title, "description", description, NULL);
}

static void
set_label (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

void
bearings_section_set_title (BearingsSection *self, const char *title)
{
  g_return_if_fail (BEARINGS_IS_SECTION (self));
  set_label (self->title_label, title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
bearings_section_set_description (BearingsSection *self, const char *description)
{
  g_return_if_fail (BEARINGS_IS_SECTION (self));
  bearings_figure_text_set_text (BEARINGS_FIGURE_TEXT (self->description), description);
  gtk_widget_set_visible (self->description, description != NULL && *description != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCRIPTION]);
}

void
bearings_section_set_suffix (BearingsSection *self, GtkWidget *suffix)
{
  g_return_if_fail (BEARINGS_IS_SECTION (self));
  if (self->suffix != NULL)
    gtk_box_remove (GTK_BOX (self->header), self->suffix);
  self->suffix = suffix;
  if (suffix == NULL)
    return;
  gtk_widget_set_valign (suffix, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->header), suffix);
}

void
bearings_section_append (BearingsSection *self, GtkWidget *child)
{
  g_return_if_fail (BEARINGS_IS_SECTION (self));
  gtk_box_append (GTK_BOX (self), child);
  if (GTK_IS_LIST_BOX (child))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    self->title_label, NULL, -1);
}

void
bearings_section_clear (BearingsSection *self)
{
  GtkWidget *child;

  g_return_if_fail (BEARINGS_IS_SECTION (self));
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != self->header)
    gtk_box_remove (GTK_BOX (self), child);
}
