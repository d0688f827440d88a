/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of a plot: its ends, its ticks, their labels. */
#pragma once

#include "bearings-figure.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

#define BEARINGS_PLOT_MAX_TICKS 8

/**
 * BearingsPlotAxis:
 * @zero: draw a line at zero: the figure is a difference, or holds both signs
 */
typedef struct {
  double low, high;
  gboolean zero;
  guint n_ticks;
  double ticks[BEARINGS_PLOT_MAX_TICKS];
} BearingsPlotAxis;

/* An axis with round ends that holds both values. */
void bearings_plot_axis_init (BearingsPlotAxis *axis, double min, double max);
/* The axis for one figure: 0 to 100 for a share, around zero for a difference. FALSE when the
 * figure has no value to draw. */
gboolean bearings_plot_axis_for_figure (BearingsPlotAxis *axis, const BearingsFigure *figure);
/* Position from 0 to 1, clamped. */
double bearings_plot_axis_position (const BearingsPlotAxis *axis, double value);
/* Label of a tick, in the figure's unit but short: "25 %", "−20,000". */
char *bearings_plot_axis_tick_label (const BearingsPlotAxis *axis, double tick, const char *unit);

/* Whether the figure is a change or a difference: its sign carries meaning. */
gboolean bearings_plot_axis_figure_is_signed (const BearingsFigure *figure);
/* Known amount, or the limit it is known to lie above (@open set), or NaN. */
double bearings_plot_axis_amount_drawn (const BearingsAmount *amount, gboolean *open);

G_END_DECLS
