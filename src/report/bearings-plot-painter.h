/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots painted with cairo, on the screen and in pictures alike. */
#pragma once

#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "bearings-plot-layout.h"

G_BEGIN_DECLS

/* A layout measured with the fonts of @context. */
BearingsPlotLayout *bearings_plot_painter_layout (const BearingsPlot *plot,
                                                  double width,
                                                  gboolean rtl,
                                                  PangoContext *context);
void bearings_plot_painter_paint (const BearingsPlotLayout *layout,
                                  const BearingsPlotPalette *palette,
                                  PangoContext *context,
                                  cairo_t *cr);
/* A picture of the whole plot; @width in pixels at 96 per inch. NULL with an error when the picture
 * cannot be made. SVG carries title and data as text too. */
GBytes *
bearings_plot_painter_to_svg (const BearingsPlot *plot, double width, gboolean rtl, GError **error);
GBytes *bearings_plot_painter_to_png (const BearingsPlot *plot,
                                      double width,
                                      double scale,
                                      gboolean rtl,
                                      GError **error);

G_END_DECLS
