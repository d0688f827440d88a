/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate on a scale: the band first, the point second. */

#include "bearings-band-scale.h"

#include <math.h>

#include "bearings-plot-paint.h"

#define MARGIN 8
#define TRACK 10
#define BAND 18
#define POINT 8
#define MARK 24
#define LABEL_SCALE 0.85

typedef struct {
  double value;
  char *label;
} Mark;

struct _BearingsBandScale {
  GtkWidget parent_instance;

  BearingsPlotAxis axis;
  GArray *marks;
  GStrv titles;
  double low, high, point;
  gboolean show_labels;
};

G_DEFINE_FINAL_TYPE (BearingsBandScale, bearings_band_scale, GTK_TYPE_WIDGET)

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->label);
}

static double
x_of (BearingsBandScale *self, double value, double width)
{
  return bearings_plot_paint_x (GTK_WIDGET (self), &self->axis, value, MARGIN, width);
}

static PangoLayout *
label_layout (BearingsBandScale *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* Ends of zone @index as x, left one first. */
static void
zone (BearingsBandScale *self, guint index, double width, double *left, double *right)
{
  double from = index == 0 ? self->axis.low : g_array_index (self->marks, Mark, index - 1).value;
  double to =
    index == self->marks->len ? self->axis.high : g_array_index (self->marks, Mark, index).value;
  double a = x_of (self, from, width), b = x_of (self, to, width);

  *left = MIN (a, b);
  *right = MAX (a, b);
}

/* Whether every title has room between its marks; otherwise they are set in two lines. */
static gboolean
titles_fit (BearingsBandScale *self, double width)
{
  for (guint i = 0; self->titles != NULL && self->titles[i] != NULL; i++) {
    g_autoptr (PangoLayout) layout = label_layout (self, self->titles[i]);
    double left, right;
    int text_width;

    zone (self, i, width, &left, &right);
    pango_layout_get_pixel_size (layout, &text_width, NULL);
    if (text_width + 6 > right - left)
      return FALSE;
  }
  return TRUE;
}

static int
line_height (BearingsBandScale *self)
{
  g_autoptr (PangoLayout) layout = label_layout (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static gboolean
has_labels (BearingsBandScale *self)
{
  if (!self->show_labels)
    return FALSE;
  if (self->titles != NULL)
    return TRUE;
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).label != NULL)
      return TRUE;
  return FALSE;
}

static GtkSizeRequestMode
bearings_band_scale_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bearings_band_scale_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  BearingsBandScale *self = BEARINGS_BAND_SCALE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 200;
    *natural = 480;
    return;
  }
  *minimum = MARK + 2;
  if (has_labels (self)) {
    gboolean two =
      self->titles != NULL && (for_size < 0 || !titles_fit (self, MAX (for_size - 2 * MARGIN, 1)));
    *minimum += line_height (self) * (two ? 2 : 1) + 2;
  }
  *natural = *minimum;
}

static void
draw_text (BearingsBandScale *self,
           GtkSnapshot *snapshot,
           const char *text,
           double x,
           double y,
           const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = label_layout (self, text);
  double limit = gtk_widget_get_width (GTK_WIDGET (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (0, limit - width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_labels (BearingsBandScale *self,
             GtkSnapshot *snapshot,
             double width,
             const BearingsPlotColors *colors)
{
  double y = MARK + 4;

  if (self->titles != NULL) {
    gboolean fit = titles_fit (self, width);
    int line = line_height (self);

    for (guint i = 0; self->titles[i] != NULL && i <= self->marks->len; i++) {
      double left, right;

      zone (self, i, width, &left, &right);
      draw_text (self, snapshot, self->titles[i], (left + right) / 2,
                 y + (!fit && i % 2 == 1 ? line : 0), &colors->text);
    }
    return;
  }
  for (guint i = 0; i < self->marks->len; i++) {
    const Mark *mark = &g_array_index (self->marks, Mark, i);

    if (mark->label != NULL)
      draw_text (self, snapshot, mark->label, x_of (self, mark->value, width), y, &colors->text);
  }
}

static void
bearings_band_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BearingsBandScale *self = BEARINGS_BAND_SCALE (widget);
  double width = gtk_widget_get_width (widget) - 2 * MARGIN;
  double middle = MARK / 2.0 + 1;
  BearingsPlotColors colors;

  if (width <= 0)
    return;
  bearings_plot_colors (widget, &colors);
  bearings_plot_paint_bar (snapshot, MARGIN, middle - TRACK / 2.0, width, TRACK, &colors.trough);
  if (!isnan (self->low) && !isnan (self->high)) {
    double a = x_of (self, self->low, width), b = x_of (self, self->high, width);
    bearings_plot_paint_bar (snapshot, MIN (a, b), middle - BAND / 2.0, MAX (fabs (b - a), 2), BAND,
                             &colors.band);
  }
  for (guint i = 0; i < self->marks->len; i++) {
    double x = x_of (self, g_array_index (self->marks, Mark, i).value, width);
    bearings_plot_paint_rect (snapshot, round (x) - 0.5, 1, 1, MARK, &colors.line);
  }
  if (!isnan (self->point)) {
    double x = x_of (self, self->point, width);
    bearings_plot_paint_dot (snapshot, x, middle, POINT, &colors.point);
  }
  if (has_labels (self))
    draw_labels (self, snapshot, width, &colors);
}

static void
bearings_band_scale_finalize (GObject *object)
{
  BearingsBandScale *self = BEARINGS_BAND_SCALE (object);

  g_array_unref (self->marks);
  g_strfreev (self->titles);
  G_OBJECT_CLASS (bearings_band_scale_parent_class)->finalize (object);
}

static void
bearings_band_scale_class_init (BearingsBandScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_band_scale_finalize;
  widget_class->get_request_mode = bearings_band_scale_get_request_mode;
  widget_class->measure = bearings_band_scale_measure;
  widget_class->snapshot = bearings_band_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bearings_band_scale_init (BearingsBandScale *self)
{
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);
  self->low = self->high = self->point = NAN;
  self->show_labels = TRUE;
  bearings_plot_paint_follow_style (GTK_WIDGET (self));
}

GtkWidget *
bearings_band_scale_new (double low, double high)
{
  BearingsBandScale *self = g_object_new (BEARINGS_TYPE_BAND_SCALE, NULL);

  self->axis.low = low;
  self->axis.high = high;
  return GTK_WIDGET (self);
}

void
bearings_band_scale_set_zones (BearingsBandScale *self,
                               const double *marks,
                               guint n_marks,
                               const char *const *titles)
{
  g_return_if_fail (BEARINGS_IS_BAND_SCALE (self));
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_marks; i++) {
    Mark mark = { marks[i], NULL };
    g_array_append_val (self->marks, mark);
  }
  g_strfreev (self->titles);
  self->titles = g_strdupv ((GStrv) titles);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bearings_band_scale_add_mark (BearingsBandScale *self, double value, const char *label)
{
  Mark mark = { value, g_strdup (label) };

  g_return_if_fail (BEARINGS_IS_BAND_SCALE (self));
  g_array_append_val (self->marks, mark);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bearings_band_scale_set_band (BearingsBandScale *self,
                              double low,
                              double high,
                              double point,
                              const char *description)
{
  g_return_if_fail (BEARINGS_IS_BAND_SCALE (self));
  self->low = low;
  self->high = high;
  self->point = point;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bearings_band_scale_set_show_labels (BearingsBandScale *self, gboolean show_labels)
{
  g_return_if_fail (BEARINGS_IS_BAND_SCALE (self));
  self->show_labels = show_labels;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
