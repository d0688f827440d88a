/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One datum of a plot: nothing to see but its focus, everything to hear. */

#include "bearings-plot-datum-button.h"

#include <adwaita.h>

#include "bearings-figure-context.h"
#include "bearings-source-dialog.h"

struct _BearingsPlotDatumButton {
  GtkButton parent_instance;

  BearingsPlot *plot;
  guint index;
};

static char *
bearings_plot_datum_button_describe (BearingsFigureHolder *holder)
{
  BearingsPlotDatumButton *self = BEARINGS_PLOT_DATUM_BUTTON (holder);

  return bearings_plot_datum_text (bearings_plot_get (self->plot, self->index, NULL));
}

static void
holder_init (BearingsFigureHolderInterface *iface)
{
  iface->describe = bearings_plot_datum_button_describe;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsPlotDatumButton,
                               bearings_plot_datum_button,
                               GTK_TYPE_BUTTON,
                               G_IMPLEMENT_INTERFACE (BEARINGS_TYPE_FIGURE_HOLDER, holder_init))

static void
bearings_plot_datum_button_clicked (GtkButton *button)
{
  BearingsPlotDatumButton *self = BEARINGS_PLOT_DATUM_BUTTON (button);
  const BearingsPlotDatum *datum = bearings_plot_get (self->plot, self->index, NULL);

  /* What was computed has no source of its own: the page says from what. */
  if (datum->source == NULL) {
    g_autofree char *text = bearings_plot_datum_text (datum);
    if (bearings_figure_context_open (GTK_WIDGET (self), text))
      return;
  }
  adw_dialog_present (ADW_DIALOG (bearings_source_dialog_new_for_figure (
                        GTK_WIDGET (self), datum->figure, datum->source)),
                      GTK_WIDGET (self));
}

static void
bearings_plot_datum_button_finalize (GObject *object)
{
  bearings_plot_unref (BEARINGS_PLOT_DATUM_BUTTON (object)->plot);
  G_OBJECT_CLASS (bearings_plot_datum_button_parent_class)->finalize (object);
}

static void
bearings_plot_datum_button_class_init (BearingsPlotDatumButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_plot_datum_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = bearings_plot_datum_button_clicked;
  gtk_widget_class_set_css_name (widget_class, "datum");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
bearings_plot_datum_button_init (BearingsPlotDatumButton *self)
{
  gtk_button_set_can_shrink (GTK_BUTTON (self), TRUE);
}

GtkWidget *
bearings_plot_datum_button_new (BearingsPlot *plot, guint index)
{
  BearingsPlotDatumButton *self = g_object_new (BEARINGS_TYPE_PLOT_DATUM_BUTTON, NULL);
  const BearingsPlotDatum *datum = bearings_plot_get (plot, index, NULL);
  g_autofree char *description =
    g_strdup_printf ("%s. %s", datum->value_text, datum->caption != NULL ? datum->caption : "");

  self->plot = bearings_plot_ref (plot);
  self->index = index;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  datum->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) index + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int) bearings_plot_n_data (plot), -1);
  return GTK_WIDGET (self);
}
