/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share from 0 to 100 percent as a bar with its interval. */

#include "bearings-share-bar.h"

#include <math.h>

#include "bearings-plot-paint.h"

#define HEIGHT 10

struct _BearingsShareBar {
  GtkWidget parent_instance;

  double share, low, high;
};

G_DEFINE_FINAL_TYPE (BearingsShareBar, bearings_share_bar, GTK_TYPE_WIDGET)

static void
bearings_share_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : HEIGHT + 4;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : HEIGHT + 4;
}

static void
bearings_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const BearingsPlotAxis axis = { .low = 0, .high = 100 };
  BearingsShareBar *self = BEARINGS_SHARE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double top = (gtk_widget_get_height (widget) - HEIGHT) / 2.0;
  BearingsPlotColors colors;
  GskRoundedRect shape;
  double zero, a, b, x;

  if (isnan (self->share))
    return;
  bearings_plot_colors (widget, &colors);
  gsk_rounded_rect_init_from_rect (
    &shape, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, HEIGHT), HEIGHT / 2.0f);
  zero = bearings_plot_paint_x (widget, &axis, 0, 0, width);
  a = bearings_plot_paint_x (widget, &axis, isnan (self->low) ? self->share : self->low, 0, width);
  b =
    bearings_plot_paint_x (widget, &axis, isnan (self->high) ? self->share : self->high, 0, width);
  x = bearings_plot_paint_x (widget, &axis, self->share, 0, width);

  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  bearings_plot_paint_rect (snapshot, 0, top, width, HEIGHT, &colors.trough);
  bearings_plot_paint_rect (snapshot, MIN (zero, a), top, fabs (a - zero), HEIGHT, &colors.point);
  bearings_plot_paint_rect (snapshot, MIN (a, b), top, fabs (b - a), HEIGHT, &colors.band);
  gtk_snapshot_pop (snapshot);
  bearings_plot_paint_rect (snapshot, x - 1, top - 2, 2, HEIGHT + 4, &colors.point);
}

static void
bearings_share_bar_class_init (BearingsShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bearings_share_bar_measure;
  widget_class->snapshot = bearings_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plot");
  /* The figure beside it says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bearings_share_bar_init (BearingsShareBar *self)
{
  self->share = self->low = self->high = NAN;
  bearings_plot_paint_follow_style (GTK_WIDGET (self));
}

void
bearings_share_bar_set (BearingsShareBar *self, double share, double low, double high)
{
  g_return_if_fail (BEARINGS_IS_SHARE_BAR (self));
  self->share = share;
  self->low = low;
  self->high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
