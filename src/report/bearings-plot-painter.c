/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots painted with cairo, on the screen and in pictures alike. */

#include "bearings-plot-painter.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define MARGIN 24.0
#define PICTURE_FONT "Sans 10.5"

/* Size in relation to the context's font, and weight. */
static const struct {
  double scale;
  PangoWeight weight;
} fonts[BEARINGS_N_PLOT_FONTS] = {
  [BEARINGS_PLOT_FONT_TITLE] = { 1.2, PANGO_WEIGHT_BOLD },
  [BEARINGS_PLOT_FONT_STRONG] = { 1.0, PANGO_WEIGHT_SEMIBOLD },
  [BEARINGS_PLOT_FONT_TEXT] = { 1.0, PANGO_WEIGHT_NORMAL },
  [BEARINGS_PLOT_FONT_SMALL] = { 0.85, PANGO_WEIGHT_NORMAL },
};

/* Dark ink on white: what every printer and every slide can carry. */
static const BearingsPlotPalette picture_palette = {
  .inks = {
    [BEARINGS_PLOT_INK_TEXT] = { 0.1, 0.1, 0.12, 1 },
    [BEARINGS_PLOT_INK_DIM] = { 0.33, 0.33, 0.36, 1 },
    [BEARINGS_PLOT_INK_LINE] = { 0.35, 0.35, 0.38, 1 },
    [BEARINGS_PLOT_INK_GRID] = { 0.8, 0.8, 0.82, 1 },
    [BEARINGS_PLOT_INK_BAND] = { 0.58, 0.74, 0.93, 1 },
    [BEARINGS_PLOT_INK_POINT] = { 0.06, 0.31, 0.62, 1 },
  },
  .ground = { 1, 1, 1, 1 },
};

static PangoLayout *
text_layout (PangoContext *context, const char *text, BearingsPlotFont font, double limit)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) description =
    pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (description) * fonts[font].scale;

  if (pango_font_description_get_size_is_absolute (description))
    pango_font_description_set_absolute_size (description, size);
  else
    pango_font_description_set_size (description, (int) round (size));
  pango_font_description_set_weight (description, fonts[font].weight);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (limit >= 0)
    pango_layout_set_width (layout, (int) floor (MAX (limit, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
measure (const char *text,
         BearingsPlotFont font,
         double limit,
         double *width,
         double *height,
         gpointer user_data)
{
  g_autoptr (PangoLayout) layout = text_layout (user_data, text, font, limit);
  int pixel_width, pixel_height;

  pango_layout_get_pixel_size (layout, &pixel_width, &pixel_height);
  if (width != NULL)
    *width = pixel_width;
  if (height != NULL)
    *height = pixel_height;
}

BearingsPlotLayout *
bearings_plot_painter_layout (const BearingsPlot *plot,
                              double width,
                              gboolean rtl,
                              PangoContext *context)
{
  return bearings_plot_layout_new (plot, width, rtl, measure, context);
}

static void
paint_text (const BearingsPlotMark *mark, gboolean rtl, PangoContext *context, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = text_layout (context, mark->text, mark->font, mark->width);
  /* Pango turns its alignment round by itself for text that reads right to left. */
  gboolean text_rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean flip = rtl != text_rtl;

  switch (mark->align) {
  case BEARINGS_PLOT_ALIGN_START:
    pango_layout_set_alignment (layout, flip ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    break;
  case BEARINGS_PLOT_ALIGN_CENTER:
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    break;
  case BEARINGS_PLOT_ALIGN_END:
    pango_layout_set_alignment (layout, flip ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    break;
  }
  cairo_move_to (cr, mark->x, mark->y);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_pill (const BearingsPlotMark *mark, cairo_t *cr)
{
  double radius = MIN (mark->width, mark->height) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x + mark->width - radius, mark->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, mark->x + mark->width - radius, mark->y + mark->height - radius, radius, 0,
             G_PI_2);
  cairo_arc (cr, mark->x + radius, mark->y + mark->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, mark->x + radius, mark->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Thin lines along the axes fall on whole pixels. */
static void
paint_line (const BearingsPlotMark *mark, cairo_t *cr)
{
  gboolean heavy = mark->ink == BEARINGS_PLOT_INK_POINT;
  double x = mark->x, y = mark->y;
  double to_x = x + mark->width, to_y = y + mark->height;

  if (mark->width == 0)
    x = to_x = floor (x) + 0.5;
  if (mark->height == 0)
    y = to_y = floor (y) + 0.5;
  cairo_set_line_width (cr, heavy ? 2.5 : 1);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

void
bearings_plot_painter_paint (const BearingsPlotLayout *layout,
                             const BearingsPlotPalette *palette,
                             PangoContext *context,
                             cairo_t *cr)
{
  for (guint i = 0; i < layout->marks->len; i++) {
    const BearingsPlotMark *mark = layout->marks->pdata[i];
    const BearingsPlotColor *ink = &palette->inks[mark->ink];
    double radius = mark->width / 2;

    cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
    switch (mark->shape) {
    case BEARINGS_PLOT_SHAPE_BAR:
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case BEARINGS_PLOT_SHAPE_PILL:
      paint_pill (mark, cr);
      break;
    case BEARINGS_PLOT_SHAPE_DOT:
    case BEARINGS_PLOT_SHAPE_RING:
      cairo_new_sub_path (cr);
      cairo_set_line_width (cr, 2);
      cairo_arc (cr, mark->x + radius, mark->y + radius,
                 mark->shape == BEARINGS_PLOT_SHAPE_RING ? radius - 1 : radius, 0, 2 * G_PI);
      if (mark->shape == BEARINGS_PLOT_SHAPE_RING)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
      break;
    case BEARINGS_PLOT_SHAPE_LINE:
      paint_line (mark, cr);
      break;
    case BEARINGS_PLOT_SHAPE_ARROW:
      cairo_move_to (cr, mark->x, mark->y);
      cairo_line_to (cr, mark->x + mark->width, mark->y + mark->height / 2);
      cairo_line_to (cr, mark->x, mark->y + mark->height);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case BEARINGS_PLOT_SHAPE_TEXT:
      paint_text (mark, layout->rtl, context, cr);
      break;
    }
  }
}

static PangoContext *
picture_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (PICTURE_FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Letters keep their places whatever the resolution. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static void
paint_picture (const BearingsPlotLayout *layout, PangoContext *context, cairo_t *cr)
{
  const BearingsPlotColor *ground = &picture_palette.ground;

  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, ground->alpha);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  bearings_plot_painter_paint (layout, &picture_palette, context, cr);
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

/* cairo draws letters as shapes; the words themselves go beside them. */
static GBytes *
add_words (GByteArray *svg, const BearingsPlot *plot)
{
  g_autofree char *text = bearings_plot_to_text (plot);
  g_autofree char *title = g_markup_escape_text (plot->title, -1);
  g_autofree char *words = g_markup_escape_text (text, -1);
  GString *made;
  const char *root;
  const char *end;

  g_byte_array_append (svg, (const guint8 *) "", 1);
  root = strstr ((const char *) svg->data, "<svg");
  end = root != NULL ? strchr (root, '>') : NULL;
  if (end == NULL)
    return NULL;
  made = g_string_new_len ((const char *) svg->data, end + 1 - (const char *) svg->data);
  g_string_append_printf (made, "\n<title>%s</title>\n<desc>%s</desc>%s", title, words, end + 1);
  return g_string_free_to_bytes (made);
}

GBytes *
bearings_plot_painter_to_svg (const BearingsPlot *plot, double width, gboolean rtl, GError **error)
{
  PangoContext *context = picture_context (rtl);
  g_autoptr (BearingsPlotLayout) layout =
    bearings_plot_painter_layout (plot, MAX (width - 2 * MARGIN, 1), rtl, context);
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (write_bytes, svg, width, layout->height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint_picture (layout, context, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  if (!check (status, error))
    return NULL;
  return add_words (svg, plot);
}

GBytes *
bearings_plot_painter_to_png (const BearingsPlot *plot,
                              double width,
                              double scale,
                              gboolean rtl,
                              GError **error)
{
  PangoContext *context = picture_context (rtl);
  g_autoptr (BearingsPlotLayout) layout =
    bearings_plot_painter_layout (plot, MAX (width - 2 * MARGIN, 1), rtl, context);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                (int) ceil ((layout->height + 2 * MARGIN) * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  paint_picture (layout, context, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, png);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  if (!check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
