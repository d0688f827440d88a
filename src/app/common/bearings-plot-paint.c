/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plots draw with: colours of the style, lines, text. */

#include "bearings-plot-paint.h"

#include <math.h>

#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e" /* U+200E */
#define LABEL_SCALE 0.82
#define LABEL_GAP 8

void
bearings_plot_colors (GtkWidget *widget, BearingsPlotColors *colors)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA own;

  gtk_widget_get_color (widget, &own);
  colors->line = own;
  colors->line.alpha *= contrast ? 0.9f : 0.35f;
  colors->text = own;
  colors->text.alpha *= contrast ? 1.0f : 0.65f;
  colors->trough = own;
  colors->trough.alpha *= contrast ? 0.3f : 0.12f;
  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), &colors->point);
  colors->band = colors->point;
  colors->band.alpha = contrast ? 0.55f : 0.32f;
  gdk_rgba_free (accent);
}

double
bearings_plot_paint_x (GtkWidget *widget,
                       const BearingsPlotAxis *axis,
                       double value,
                       double start,
                       double width)
{
  double position = bearings_plot_axis_position (axis, value);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    position = 1 - position;
  return start + position * width;
}

void
bearings_plot_paint_rect (GtkSnapshot *snapshot,
                          double x,
                          double y,
                          double width,
                          double height,
                          const GdkRGBA *color)
{
  gtk_snapshot_append_color (
    snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
bearings_plot_paint_bar (GtkSnapshot *snapshot,
                         double x,
                         double y,
                         double width,
                         double height,
                         const GdkRGBA *color)
{
  GskRoundedRect shape;

  if (width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (
    &shape, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
    (float) MIN (height, width) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  bearings_plot_paint_rect (snapshot, x, y, width, height, color);
  gtk_snapshot_pop (snapshot);
}

void
bearings_plot_paint_dot (GtkSnapshot *snapshot,
                         double x,
                         double y,
                         double radius,
                         const GdkRGBA *color)
{
  bearings_plot_paint_bar (snapshot, x - radius, y - radius, 2 * radius, 2 * radius, color);
}

char *
bearings_plot_paint_directed (GtkWidget *widget, const char *text)
{
  gboolean neutral = TRUE;

  for (const char *p = text; *p != '\0' && neutral; p = g_utf8_next_char (p))
    neutral = !g_unichar_isalpha (g_utf8_get_char (p));
  if (!neutral || gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return g_strdup (text);
  return g_strconcat (LEFT_TO_RIGHT_MARK, text, LEFT_TO_RIGHT_MARK, NULL);
}

static PangoLayout *
label_layout (GtkWidget *widget, const char *text)
{
  g_autofree char *directed = bearings_plot_paint_directed (widget, text);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, directed);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
bearings_plot_paint_axis_draw (GtkWidget *widget,
                               GtkSnapshot *snapshot,
                               const BearingsPlotAxis *axis,
                               const char *unit,
                               double start,
                               double width,
                               double y,
                               const BearingsPlotColors *colors)
{
  double limit = gtk_widget_get_width (widget);
  double taken_from = INFINITY;
  double taken_to = -INFINITY;

  bearings_plot_paint_rect (snapshot, start, y, width, 1, &colors->line);
  for (guint i = 0; i < axis->n_ticks; i++) {
    double x = bearings_plot_paint_x (widget, axis, axis->ticks[i], start, width);
    g_autofree char *text = bearings_plot_axis_tick_label (axis, axis->ticks[i], unit);
    g_autoptr (PangoLayout) layout = label_layout (widget, text);
    double left;
    int label_width;

    bearings_plot_paint_rect (snapshot, x - 0.5, y, 1, 5, &colors->line);
    pango_layout_get_pixel_size (layout, &label_width, NULL);
    left = CLAMP (x - label_width / 2.0, 0, MAX (0, limit - label_width));
    if (left < taken_to + LABEL_GAP && left + label_width > taken_from - LABEL_GAP)
      continue;
    draw_layout (snapshot, layout, left, y + 6, &colors->text);
    taken_from = MIN (taken_from, left);
    taken_to = MAX (taken_to, left + label_width);
  }
}

int
bearings_plot_paint_text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = label_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

void
bearings_plot_paint_follow_style (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_connect_object (manager, "notify::accent-color-rgba", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}
