/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the plots of the model: making one. */
#pragma once

#include "bearings-plot.h"

G_BEGIN_DECLS

BearingsPlot *bearings_plot_new (const char *title, const char *subtitle);
/* The panel of that kind and unit, made when there is none. */
BearingsPlotPanel *
bearings_plot_panel (BearingsPlot *plot, BearingsPlotKind kind, const char *unit);
BearingsPlotDatum *bearings_plot_add (BearingsPlotPanel *panel,
                                      const BearingsFigure *figure,
                                      BearingsSource *source,
                                      const BearingsRecord *record);
/* Fills axes and notes. Returns NULL, and frees the plot, when it has no data. */
BearingsPlot *bearings_plot_finish (BearingsPlot *plot, const GPtrArray *packs);

G_END_DECLS
