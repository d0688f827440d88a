/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting of plots for a face that has a window: the same painter as for pictures. */
#pragma once

#include "bearings-plot-layout.h"

G_BEGIN_DECLS

/* Named, not included: only a face with a window has these. */
typedef struct _PangoContext PangoContext;
typedef struct _cairo cairo_t;

/* A layout measured with the fonts of @context. */
BearingsPlotLayout *bearings_service_paint_layout_plot (const BearingsPlot *plot,
                                                        double width,
                                                        gboolean rtl,
                                                        PangoContext *context);
void bearings_service_paint_plot (const BearingsPlotLayout *layout,
                                  const BearingsPlotPalette *palette,
                                  PangoContext *context,
                                  cairo_t *cr);

G_END_DECLS
