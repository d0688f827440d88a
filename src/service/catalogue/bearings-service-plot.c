/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases around plots: which data they show, pictures of them. */

#include "bearings-service-plot.h"

#include "bearings-file-writer.h"
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
  g_autoptr (GBytes) bytes = NULL;

  bearings_thread_guard_check ("a picture");
  bytes = bearings_service_plot_to_bytes (plot, form, rtl, error);
  return bytes != NULL && bearings_file_writer_save (file, BEARINGS_FILE_WRITER_REPLACE,
                                                     g_bytes_get_data (bytes, NULL),
                                                     g_bytes_get_size (bytes), error);
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
