/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot on the screen: drawn as in a picture, with one widget for each datum. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-plot.h"

G_BEGIN_DECLS

/*
 * A list to a screen reader: each datum is an item with its label, its figure and its source.
 * Tab enters and leaves; the arrow keys, Home and End move datum by datum; Enter opens the datum's
 * figure with its source.
 */
#define BEARINGS_TYPE_PLOT_AREA (bearings_plot_area_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPlotArea, bearings_plot_area, BEARINGS, PLOT_AREA, GtkWidget)

GtkWidget *bearings_plot_area_new (BearingsPlot *plot);

G_END_DECLS
