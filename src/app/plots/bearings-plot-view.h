/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot with its table and its pictures. */
#pragma once

#include <adwaita.h>

#include "bearings-plot.h"

G_BEGIN_DECLS

/*
 * The plot; with the key T, or the button, the same as a table, and back. "Save picture" writes
 * SVG or PNG with title, sources, intervals and data version inside.
 */
#define BEARINGS_TYPE_PLOT_VIEW (bearings_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPlotView, bearings_plot_view, BEARINGS, PLOT_VIEW, GtkBox)

/* NULL for a NULL plot. */
GtkWidget *bearings_plot_view_new (BearingsPlot *plot);
void bearings_plot_view_show_table (BearingsPlotView *self, gboolean table);
gboolean bearings_plot_view_shows_table (BearingsPlotView *self);

G_END_DECLS
