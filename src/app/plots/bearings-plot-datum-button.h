/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One datum of a plot: nothing to see but its focus, everything to hear. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-plot.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_PLOT_DATUM_BUTTON (bearings_plot_datum_button_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPlotDatumButton,
                      bearings_plot_datum_button,
                      BEARINGS,
                      PLOT_DATUM_BUTTON,
                      GtkButton)

/* The datum of @plot at @index. */
GtkWidget *bearings_plot_datum_button_new (BearingsPlot *plot, guint index);

G_END_DECLS
