/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of one group from the 10th to the 90th percentile. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-plot-axis.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_RANGE_PLOT (bearings_range_plot_get_type ())
G_DECLARE_FINAL_TYPE (BearingsRangePlot, bearings_range_plot, BEARINGS, RANGE_PLOT, GtkWidget)

/* @axis is copied, so that several plots can share one. */
GtkWidget *bearings_range_plot_new (BearingsWage *wage, const BearingsPlotAxis *axis);
/* The plot in one sentence. */
char *bearings_range_plot_describe (const BearingsWage *wage);

G_END_DECLS
