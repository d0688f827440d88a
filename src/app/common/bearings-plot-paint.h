/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plots draw with: colours of the style, lines, text. */
#pragma once

#include <adwaita.h>

#include "bearings-plot-axis.h"

G_BEGIN_DECLS

typedef struct {
  GdkRGBA line;   /* axis and ticks */
  GdkRGBA text;   /* tick labels */
  GdkRGBA band;   /* intervals */
  GdkRGBA point;  /* values */
  GdkRGBA trough; /* empty part of a bar */
} BearingsPlotColors;

/* Colours for the widget's style, dark or light, high contrast or not. */
void bearings_plot_colors (GtkWidget *widget, BearingsPlotColors *colors);
/* x of a value within @width, mirrored when the widget reads right to left. */
double bearings_plot_paint_x (GtkWidget *widget,
                              const BearingsPlotAxis *axis,
                              double value,
                              double start,
                              double width);
void bearings_plot_paint_rect (GtkSnapshot *snapshot,
                               double x,
                               double y,
                               double width,
                               double height,
                               const GdkRGBA *color);
/* Like bearings_plot_paint_rect(), with round ends. */
void bearings_plot_paint_bar (GtkSnapshot *snapshot,
                              double x,
                              double y,
                              double width,
                              double height,
                              const GdkRGBA *color);
void bearings_plot_paint_dot (GtkSnapshot *snapshot,
                              double x,
                              double y,
                              double radius,
                              const GdkRGBA *color);
/* Axis line, ticks and their labels, at @y. Labels that would touch are left out. */
void bearings_plot_paint_axis_draw (GtkWidget *widget,
                                    GtkSnapshot *snapshot,
                                    const BearingsPlotAxis *axis,
                                    const char *unit,
                                    double start,
                                    double width,
                                    double y,
                                    const BearingsPlotColors *colors);
/* A number, its sign and its unit keep their order in a line that reads right to left. */
char *bearings_plot_paint_directed (GtkWidget *widget, const char *text);
/* Height of a line of tick labels. */
int bearings_plot_paint_text_height (GtkWidget *widget);
/* Keeps a plot drawn in the right colours when the style changes. */
void bearings_plot_paint_follow_style (GtkWidget *widget);

G_END_DECLS
