/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot on the screen: drawn as in a picture, with one widget for each datum. */

#include "bearings-plot-area.h"

#include <math.h>

#include "bearings-plot-datum-button.h"
#include "bearings-plot-layout.h"
#include "bearings-plot-paint.h"
#include "bearings-service-paint.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 640

struct _BearingsPlotArea {
  GtkWidget parent_instance;

  BearingsPlot *plot;
  BearingsPlotLayout *layout; /* for the width of the last allocation */
  GtkWidget *current;         /* the datum that Tab enters */
};

G_DEFINE_FINAL_TYPE (BearingsPlotArea, bearings_plot_area, GTK_TYPE_WIDGET)

static BearingsPlotLayout *
layout_for (BearingsPlotArea *self, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return bearings_service_paint_layout_plot (self->plot, width,
                                             gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                                             gtk_widget_get_pango_context (widget));
}

static GtkSizeRequestMode
bearings_plot_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bearings_plot_area_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  BearingsPlotArea *self = BEARINGS_PLOT_AREA (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MINIMUM_WIDTH;
    *natural = NATURAL_WIDTH;
  } else {
    g_autoptr (BearingsPlotLayout) layout =
      layout_for (self, for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MINIMUM_WIDTH));
    *minimum = *natural = (int) layout->height;
  }
}

static void
bearings_plot_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BearingsPlotArea *self = BEARINGS_PLOT_AREA (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  g_clear_pointer (&self->layout, bearings_plot_layout_free);
  self->layout = layout_for (self, width);
  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child)) {
    const BearingsPlotBox *box = &g_array_index (self->layout->boxes, BearingsPlotBox, i);
    GtkAllocation allocation = { (int) floor (box->x), (int) floor (box->y),
                                 (int) ceil (box->width), (int) ceil (box->height) };
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (child, &allocation, -1);
  }
}

static BearingsPlotColor
color_of (const GdkRGBA *color, double alpha)
{
  return (BearingsPlotColor) { color->red, color->green, color->blue, color->alpha * alpha };
}

static void
fill_palette (GtkWidget *widget, BearingsPlotPalette *palette)
{
  BearingsPlotColors colors;
  GdkRGBA own;

  bearings_plot_colors (widget, &colors);
  gtk_widget_get_color (widget, &own);
  *palette = (BearingsPlotPalette) { .ground = { 0, 0, 0, 0 } };
  palette->inks[BEARINGS_PLOT_INK_TEXT] = color_of (&own, 1);
  palette->inks[BEARINGS_PLOT_INK_DIM] = color_of (&colors.text, 1);
  palette->inks[BEARINGS_PLOT_INK_LINE] = color_of (&colors.line, 1);
  palette->inks[BEARINGS_PLOT_INK_GRID] = color_of (&colors.trough, 1);
  palette->inks[BEARINGS_PLOT_INK_BAND] = color_of (&colors.band, 1);
  palette->inks[BEARINGS_PLOT_INK_POINT] = color_of (&colors.point, 1);
}

static void
bearings_plot_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BearingsPlotArea *self = BEARINGS_PLOT_AREA (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  BearingsPlotPalette palette;
  cairo_t *cr;

  /* Beneath the drawing, so that the ground of a datum under the pointer does not cover it. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->layout == NULL)
    return;
  fill_palette (widget, &palette);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  bearings_service_paint_plot (self->layout, &palette, gtk_widget_get_pango_context (widget), cr);
  cairo_destroy (cr);
}

static gboolean
move_to (BearingsPlotArea *self, GtkWidget *child)
{
  if (child == NULL)
    return FALSE;
  self->current = child;
  return gtk_widget_grab_focus (child);
}

static gboolean
bearings_plot_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BearingsPlotArea *self = BEARINGS_PLOT_AREA (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    return move_to (self,
                    self->current != NULL ? self->current : gtk_widget_get_first_child (widget));
  switch (direction) {
  case GTK_DIR_UP:
  case GTK_DIR_LEFT:
    return move_to (self, gtk_widget_get_prev_sibling (child));
  case GTK_DIR_DOWN:
  case GTK_DIR_RIGHT:
    return move_to (self, gtk_widget_get_next_sibling (child));
  case GTK_DIR_TAB_FORWARD:
  case GTK_DIR_TAB_BACKWARD:
    break;
  }
  return FALSE;
}

static gboolean
on_home (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return move_to (BEARINGS_PLOT_AREA (widget), gtk_widget_get_first_child (widget));
}

static gboolean
on_end (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return move_to (BEARINGS_PLOT_AREA (widget), gtk_widget_get_last_child (widget));
}

/* The fonts may have changed. */
static void
bearings_plot_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bearings_plot_area_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
bearings_plot_area_dispose (GObject *object)
{
  GtkWidget *child;

  BEARINGS_PLOT_AREA (object)->current = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bearings_plot_area_parent_class)->dispose (object);
}

static void
bearings_plot_area_finalize (GObject *object)
{
  BearingsPlotArea *self = BEARINGS_PLOT_AREA (object);

  g_clear_pointer (&self->layout, bearings_plot_layout_free);
  g_clear_pointer (&self->plot, bearings_plot_unref);
  G_OBJECT_CLASS (bearings_plot_area_parent_class)->finalize (object);
}

static void
bearings_plot_area_class_init (BearingsPlotAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_plot_area_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_plot_area_finalize;
  widget_class->get_request_mode = bearings_plot_area_get_request_mode;
  widget_class->measure = bearings_plot_area_measure;
  widget_class->size_allocate = bearings_plot_area_size_allocate;
  widget_class->snapshot = bearings_plot_area_snapshot;
  widget_class->focus = bearings_plot_area_focus;
  widget_class->css_changed = bearings_plot_area_css_changed;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_home, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_end, NULL);
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bearings_plot_area_init (BearingsPlotArea *self)
{
  bearings_plot_paint_follow_style (GTK_WIDGET (self));
}

GtkWidget *
bearings_plot_area_new (BearingsPlot *plot)
{
  BearingsPlotArea *self = g_object_new (BEARINGS_TYPE_PLOT_AREA, NULL);

  self->plot = bearings_plot_ref (plot);
  for (guint i = 0; i < bearings_plot_n_data (plot); i++)
    gtk_widget_set_parent (bearings_plot_datum_button_new (plot, i), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, plot->title,
                                  -1);
  return GTK_WIDGET (self);
}
