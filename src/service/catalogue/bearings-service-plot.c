/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases around plots: which data they show, pictures of them. */

#include "bearings-service-plot.h"

#include "bearings-plot-painter.h"
#include "bearings-service-paint.h"
#include "bearings-thread-guard.h"

#define PICTURE_WIDTH 900.0
#define PNG_SCALE 2.0

GBytes *
bearings_service_plot_to_bytes (const BearingsPlot *plot,
                                BearingsPictureForm form,
                                gboolean rtl,
                                GError **error)
{
  return form == BEARINGS_PICTURE_SVG
           ? bearings_plot_painter_to_svg (plot, PICTURE_WIDTH, rtl, error)
           : bearings_plot_painter_to_png (plot, PICTURE_WIDTH, PNG_SCALE, rtl, error);
}

gboolean
bearings_service_plot_save (const BearingsPlot *plot,
                            BearingsPictureForm form,
                            gboolean rtl,
                            GFile *file,
                            GError **error)
{
  g_autoptr (GBytes) bytes = bearings_service_plot_to_bytes (plot, form, rtl, error);
  gsize size;
  const char *data;

  bearings_thread_guard_check ("a picture");
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}

BearingsPlotLayout *
bearings_service_paint_layout_plot (const BearingsPlot *plot,
                                    double width,
                                    gboolean rtl,
                                    PangoContext *context)
{
  return bearings_plot_painter_layout (plot, width, rtl, context);
}

void
bearings_service_paint_plot (const BearingsPlotLayout *layout,
                             const BearingsPlotPalette *palette,
                             PangoContext *context,
                             cairo_t *cr)
{
  bearings_plot_painter_paint (layout, palette, context, cr);
}
