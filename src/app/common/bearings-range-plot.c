/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of one group from the 10th to the 90th percentile. */

#include "bearings-range-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-plot-paint.h"

#define BOX_HEIGHT 16
#define WHISKER_HEIGHT 6
#define AXIS_Y 28
#define MARGIN 8

struct _BearingsRangePlot {
  GtkWidget parent_instance;

  BearingsWage *wage;
  BearingsPlotAxis axis;
};

G_DEFINE_FINAL_TYPE (BearingsRangePlot, bearings_range_plot, GTK_TYPE_WIDGET)

static void
bearings_range_plot_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 160;
    *natural = 480;
  } else {
    *minimum = *natural = AXIS_Y + 7 + bearings_plot_text_height (widget);
  }
}

/* An arrowhead: the range goes on beyond what is published. */
static void
draw_open_end (GtkSnapshot *snapshot, double x, double y, double direction, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, (float) x, (float) (y - 7));
  gsk_path_builder_line_to (builder, (float) (x + direction * 8), (float) y);
  gsk_path_builder_line_to (builder, (float) x, (float) (y + 7));
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
draw_between (BearingsRangePlot *self,
              GtkSnapshot *snapshot,
              const BearingsAmount *from,
              const BearingsAmount *to,
              double width,
              double height,
              const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean from_open, to_open;
  double a = bearings_amount_drawn (from, &from_open);
  double b = bearings_amount_drawn (to, &to_open);
  double direction = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  double middle = 4 + BOX_HEIGHT / 2.0;

  if (isnan (a) || isnan (b))
    return;
  a = bearings_plot_x (widget, &self->axis, a, MARGIN, width);
  b = bearings_plot_x (widget, &self->axis, b, MARGIN, width);
  bearings_plot_bar (snapshot, MIN (a, b), middle - height / 2, fabs (b - a), height, color);
  if (to_open)
    draw_open_end (snapshot, b, middle, direction, color);
}

static void
bearings_range_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BearingsRangePlot *self = BEARINGS_RANGE_PLOT (widget);
  double width = gtk_widget_get_width (widget) - 2 * MARGIN;
  BearingsPlotColors colors;
  gboolean open;
  double median = bearings_amount_drawn (&self->wage->median, &open);

  if (width <= 0)
    return;
  bearings_plot_colors (widget, &colors);
  bearings_plot_axis_draw (widget, snapshot, &self->axis, NULL, MARGIN, width, AXIS_Y, &colors);
  draw_between (self, snapshot, &self->wage->p10, &self->wage->p90, width, WHISKER_HEIGHT,
                &colors.band);
  draw_between (self, snapshot, &self->wage->p25, &self->wage->p75, width, BOX_HEIGHT,
                &colors.band);
  if (!isnan (median)) {
    double x = bearings_plot_x (widget, &self->axis, median, MARGIN, width);
    bearings_plot_bar (snapshot, x - 2, 1, 4, BOX_HEIGHT + 6, &colors.point);
  }
}

static void
bearings_range_plot_finalize (GObject *object)
{
  bearings_record_unref (BEARINGS_RANGE_PLOT (object)->wage);
  G_OBJECT_CLASS (bearings_range_plot_parent_class)->finalize (object);
}

static void
bearings_range_plot_class_init (BearingsRangePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_range_plot_finalize;
  widget_class->measure = bearings_range_plot_measure;
  widget_class->snapshot = bearings_range_plot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bearings_range_plot_init (BearingsRangePlot *self)
{
  bearings_plot_follow_style (GTK_WIDGET (self));
}

GtkWidget *
bearings_range_plot_new (BearingsWage *wage, const BearingsPlotAxis *axis)
{
  BearingsRangePlot *self = g_object_new (BEARINGS_TYPE_RANGE_PLOT, NULL);
  g_autofree char *text = bearings_range_plot_describe (wage);

  self->wage = bearings_record_ref (wage);
  self->axis = *axis;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

char *
bearings_range_plot_describe (const BearingsWage *wage)
{
  g_autofree char *low = bearings_format_amount (&wage->p10, wage->unit);
  g_autofree char *median = bearings_format_amount (&wage->median, wage->unit);
  g_autofree char *high = bearings_format_amount (&wage->p90, wage->unit);

  /* Translators: describes a chart of pay to a screen reader: three amounts. */
  return g_strdup_printf (_ ("Pay: 10th percentile %s, median %s, 90th percentile %s"), low, median,
                          high);
}
