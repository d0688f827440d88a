/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget for a figure: its value or why there is none, its error, its referent, its source. */

#include "bearings-figure-label.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-plot-paint.h"
#include "bearings-source-dialog.h"

struct _BearingsFigureLabel {
  GtkButton parent_instance;

  BearingsFigureStyle style;
  BearingsFigure *figure;
  BearingsSource *source;
  char *text;

  GtkWidget *value_label;
  GtkWidget *interval_label;
  GtkWidget *count_label;
  GtkWidget *referent_label;
};

static char *
bearings_figure_label_describe (BearingsFigureHolder *holder)
{
  return g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (holder)));
}

static void
holder_init (BearingsFigureHolderInterface *iface)
{
  iface->describe = bearings_figure_label_describe;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsFigureLabel,
                               bearings_figure_label,
                               GTK_TYPE_BUTTON,
                               G_IMPLEMENT_INTERFACE (BEARINGS_TYPE_FIGURE_HOLDER, holder_init))

static void
free_figure (BearingsFigureLabel *self)
{
  if (self->figure != NULL)
    bearings_record_struct_free (&bearings_figure_type, g_steal_pointer (&self->figure));
}

static void
set_line (GtkWidget *label, gboolean wanted, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, wanted && text != NULL);
}

static void
set_class (BearingsFigureLabel *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* A number and its percent sign stay on one line. */
static char *
keep_together (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " %", -1);

  return g_strjoinv ("\u00a0%", parts);
}

static void
update (BearingsFigureLabel *self)
{
  gboolean has_value = bearings_figure_has_value (self->figure);
  g_autofree char *value = bearings_format_figure_value (self->figure);
  g_autofree char *interval = bearings_format_figure_interval (self->figure);
  g_autofree char *count = bearings_format_figure_count (self->figure);
  g_autofree char *all = bearings_format_figure (self->figure);
  g_autofree char *together = keep_together (self->text != NULL ? self->text : value);
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  shown = bearings_plot_paint_directed (GTK_WIDGET (self), together);
  gtk_label_set_text (GTK_LABEL (self->value_label), shown);
  set_line (self->interval_label, self->style != BEARINGS_FIGURE_CELL, interval);
  set_line (self->count_label, self->style == BEARINGS_FIGURE_HEADLINE, count);
  set_line (self->referent_label, self->style == BEARINGS_FIGURE_HEADLINE, self->figure->referent);
  set_class (self, "headline", self->style == BEARINGS_FIGURE_HEADLINE);
  set_class (self, "missing", !has_value);
  set_class (self, "sourced", self->source != NULL);
  set_class (self, "unsourced", self->source == NULL);

  name = self->figure->metric != NULL
           /* Translators: what was measured, then the figure with its error. */
           ? g_strdup_printf (_ ("%s: %s"), self->figure->metric, all)
           : g_strdup (all);
  if (self->source != NULL) {
    g_autofree char *source = bearings_format_source_short (self->source);
    /* Translators: tooltip of a figure; %s is a short reference. */
    description = g_strdup_printf (_ ("Source: %s"), source);
  } else {
    description = g_strdup (_ ("Stated without a source"));
  }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
bearings_figure_label_clicked (GtkButton *button)
{
  BearingsFigureLabel *self = BEARINGS_FIGURE_LABEL (button);

  adw_dialog_present (ADW_DIALOG (bearings_source_dialog_new_for_figure (
                        GTK_WIDGET (self), self->figure, self->source)),
                      GTK_WIDGET (self));
}

static void
bearings_figure_label_finalize (GObject *object)
{
  BearingsFigureLabel *self = BEARINGS_FIGURE_LABEL (object);

  free_figure (self);
  g_clear_pointer (&self->source, bearings_record_unref);
  g_free (self->text);
  G_OBJECT_CLASS (bearings_figure_label_parent_class)->finalize (object);
}

static void
bearings_figure_label_class_init (BearingsFigureLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_figure_label_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = bearings_figure_label_clicked;
  gtk_widget_class_set_css_name (widget_class, "figure");
}

static GtkWidget *
line_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
bearings_figure_label_init (BearingsFigureLabel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->value_label = line_new ("value");
  self->interval_label = line_new ("caption");
  self->count_label = line_new ("caption");
  self->referent_label = line_new ("caption");
  gtk_widget_add_css_class (self->interval_label, "numeric");
  gtk_widget_add_css_class (self->count_label, "numeric");
  gtk_widget_add_css_class (self->count_label, "dim-label");
  gtk_widget_add_css_class (self->referent_label, "dim-label");
  gtk_box_append (GTK_BOX (box), self->value_label);
  gtk_box_append (GTK_BOX (box), self->interval_label);
  gtk_box_append (GTK_BOX (box), self->count_label);
  gtk_box_append (GTK_BOX (box), self->referent_label);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_button_set_can_shrink (GTK_BUTTON (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bearings_figure_label_new (BearingsFigureStyle style,
                           const BearingsFigure *figure,
                           BearingsSource *source)
{
  BearingsFigureLabel *self = g_object_new (BEARINGS_TYPE_FIGURE_LABEL, NULL);

  self->style = style;
  bearings_figure_label_set_figure (self, figure, source);
  return GTK_WIDGET (self);
}

void
bearings_figure_label_set_figure (BearingsFigureLabel *self,
                                  const BearingsFigure *figure,
                                  BearingsSource *source)
{
  g_return_if_fail (BEARINGS_IS_FIGURE_LABEL (self));
  g_return_if_fail (figure != NULL);
  free_figure (self);
  g_clear_pointer (&self->source, bearings_record_unref);
  self->figure = bearings_figure_copy (figure);
  self->source = source != NULL ? bearings_record_ref (source) : NULL;
  update (self);
}

void
bearings_figure_label_set_text (BearingsFigureLabel *self, const char *text)
{
  g_return_if_fail (BEARINGS_IS_FIGURE_LABEL (self));
  if (g_set_str (&self->text, text))
    update (self);
}

const BearingsFigure *
bearings_figure_label_get_figure (BearingsFigureLabel *self)
{
  g_return_val_if_fail (BEARINGS_IS_FIGURE_LABEL (self), NULL);
  return self->figure;
}

BearingsSource *
bearings_figure_label_get_source (BearingsFigureLabel *self)
{
  g_return_val_if_fail (BEARINGS_IS_FIGURE_LABEL (self), NULL);
  return self->source;
}
