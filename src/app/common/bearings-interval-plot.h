/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding drawn on an axis: the interval first, the point second. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-figure.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_INTERVAL_PLOT (bearings_interval_plot_get_type ())
G_DECLARE_FINAL_TYPE (BearingsIntervalPlot,
                      bearings_interval_plot,
                      BEARINGS,
                      INTERVAL_PLOT,
                      GtkWidget)

GtkWidget *bearings_interval_plot_new (const BearingsFigure *figure);
/* Hidden when the figure has no value. */
void bearings_interval_plot_set_figure (BearingsIntervalPlot *self, const BearingsFigure *figure);

G_END_DECLS
