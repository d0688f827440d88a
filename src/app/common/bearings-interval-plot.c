/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding drawn on an axis: the interval first, the point second. */

#include "bearings-interval-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-plot-paint.h"

#define BAND_HEIGHT 12
#define POINT_RADIUS 5.5
#define AXIS_Y 22

struct _BearingsIntervalPlot {
  GtkWidget parent_instance;

  BearingsPlotAxis axis;
  char *unit;
  double value, low, high;
};

G_DEFINE_FINAL_TYPE (BearingsIntervalPlot, bearings_interval_plot, GTK_TYPE_WIDGET)

static void
bearings_interval_plot_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 120;
    *natural = 320;
  } else {
    *minimum = *natural = AXIS_Y + 7 + bearings_plot_paint_text_height (widget);
  }
}

static void
bearings_interval_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BearingsIntervalPlot *self = BEARINGS_INTERVAL_PLOT (widget);
  double start = POINT_RADIUS + 1;
  double width = gtk_widget_get_width (widget) - 2 * start;
  double middle = 2 + BAND_HEIGHT / 2.0;
  BearingsPlotColors colors;
  double x;

  if (isnan (self->value) || width <= 0)
    return;
  bearings_plot_colors (widget, &colors);
  bearings_plot_paint_axis_draw (widget, snapshot, &self->axis, self->unit, start, width, AXIS_Y,
                                 &colors);
  if (self->axis.zero) {
    x = bearings_plot_paint_x (widget, &self->axis, 0, start, width);
    bearings_plot_paint_rect (snapshot, x - 1, 0, 2, AXIS_Y, &colors.text);
  }
  if (!isnan (self->low) && !isnan (self->high)) {
    double a = bearings_plot_paint_x (widget, &self->axis, self->low, start, width);
    double b = bearings_plot_paint_x (widget, &self->axis, self->high, start, width);
    double extent = MAX (fabs (b - a), 2);
    bearings_plot_paint_bar (snapshot, MIN (a, b), middle - BAND_HEIGHT / 2.0, extent, BAND_HEIGHT,
                             &colors.band);
  }
  x = bearings_plot_paint_x (widget, &self->axis, self->value, start, width);
  bearings_plot_paint_dot (snapshot, x, middle, isnan (self->low) ? POINT_RADIUS : POINT_RADIUS - 1,
                           &colors.point);
}

static void
bearings_interval_plot_finalize (GObject *object)
{
  g_free (BEARINGS_INTERVAL_PLOT (object)->unit);
  G_OBJECT_CLASS (bearings_interval_plot_parent_class)->finalize (object);
}

static void
bearings_interval_plot_class_init (BearingsIntervalPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_interval_plot_finalize;
  widget_class->measure = bearings_interval_plot_measure;
  widget_class->snapshot = bearings_interval_plot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bearings_interval_plot_init (BearingsIntervalPlot *self)
{
  self->value = self->low = self->high = NAN;
  bearings_plot_paint_follow_style (GTK_WIDGET (self));
}

GtkWidget *
bearings_interval_plot_new (const BearingsFigure *figure)
{
  BearingsIntervalPlot *self = g_object_new (BEARINGS_TYPE_INTERVAL_PLOT, NULL);

  bearings_interval_plot_set_figure (self, figure);
  return GTK_WIDGET (self);
}

void
bearings_interval_plot_set_figure (BearingsIntervalPlot *self, const BearingsFigure *figure)
{
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (BEARINGS_IS_INTERVAL_PLOT (self));
  gtk_widget_set_visible (GTK_WIDGET (self), bearings_plot_axis_for_figure (&self->axis, figure));
  if (!bearings_figure_has_value (figure)) {
    self->value = NAN;
    return;
  }
  g_set_str (&self->unit, figure->unit);
  self->value = figure->value;
  self->low = bearings_figure_has_interval (figure) ? figure->low : NAN;
  self->high = bearings_figure_has_interval (figure) ? figure->high : NAN;

  text = bearings_format_figure (figure);
  first = bearings_plot_axis_tick_label (&self->axis, self->axis.low, self->unit);
  last = bearings_plot_axis_tick_label (&self->axis, self->axis.high, self->unit);
  /* Translators: describes a chart to a screen reader: the ends of its axis. */
  description = g_strdup_printf (_ ("Drawn on an axis from %s to %s"), first, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
