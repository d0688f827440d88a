/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything of a plot stands: the same for the screen and for a picture. No drawing here. */
#pragma once

#include "bearings-plot.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_PLOT_FONT_TITLE,
  BEARINGS_PLOT_FONT_STRONG,
  BEARINGS_PLOT_FONT_TEXT,
  BEARINGS_PLOT_FONT_SMALL,
  BEARINGS_N_PLOT_FONTS,
} BearingsPlotFont;

typedef enum {
  BEARINGS_PLOT_INK_TEXT,
  BEARINGS_PLOT_INK_DIM,
  BEARINGS_PLOT_INK_LINE,  /* axes */
  BEARINGS_PLOT_INK_GRID,  /* behind the marks */
  BEARINGS_PLOT_INK_BAND,  /* intervals and ranges */
  BEARINGS_PLOT_INK_POINT, /* values */
  BEARINGS_N_PLOT_INKS,
} BearingsPlotInk;

typedef enum {
  BEARINGS_PLOT_SHAPE_BAR,   /* a filled box */
  BEARINGS_PLOT_SHAPE_PILL,  /* a filled box with round ends */
  BEARINGS_PLOT_SHAPE_DOT,   /* a disc that fills the box */
  BEARINGS_PLOT_SHAPE_RING,  /* an empty one */
  BEARINGS_PLOT_SHAPE_LINE,  /* from the corner (x, y) by (width, height) */
  BEARINGS_PLOT_SHAPE_ARROW, /* a triangle whose point is at x + width; width may be negative */
  BEARINGS_PLOT_SHAPE_TEXT,  /* text in a box, wrapped at its width */
} BearingsPlotShape;

typedef enum {
  BEARINGS_PLOT_ALIGN_START,
  BEARINGS_PLOT_ALIGN_CENTER,
  BEARINGS_PLOT_ALIGN_END,
} BearingsPlotAlign;

typedef struct {
  BearingsPlotShape shape;
  BearingsPlotInk ink;
  BearingsPlotFont font;
  BearingsPlotAlign align;
  double x, y, width, height;
  char *text;
  int datum; /* index, or -1 */
} BearingsPlotMark;

typedef struct {
  double x, y, width, height;
} BearingsPlotBox;

typedef struct {
  double width, height;
  gboolean rtl;
  GPtrArray *marks; /* BearingsPlotMark, in the order of painting */
  GArray *boxes;    /* BearingsPlotBox of each datum */
} BearingsPlotLayout;

/* Colours from 0 to 1. */
typedef struct {
  double red, green, blue, alpha;
} BearingsPlotColor;

typedef struct {
  BearingsPlotColor inks[BEARINGS_N_PLOT_INKS];
  BearingsPlotColor ground; /* behind a picture; transparent on the screen */
} BearingsPlotPalette;

/* Size of @text in @font, wrapped at @limit unless that is negative. */
typedef void (*BearingsPlotMeasure) (const char *text,
                                     BearingsPlotFont font,
                                     double limit,
                                     double *width,
                                     double *height,
                                     gpointer user_data);

/**
 * bearings_plot_layout_new:
 * @width: what there is; the height follows from it
 * @rtl: mirrored, for languages that read right to left
 *
 * Every label lies inside the picture and touches no other; tick labels that would touch are left
 * out. When the columns do not fit beside one another they stand beneath one another.
 */
BearingsPlotLayout *bearings_plot_layout_new (const BearingsPlot *plot,
                                              double width,
                                              gboolean rtl,
                                              BearingsPlotMeasure measure,
                                              gpointer user_data);
void bearings_plot_layout_free (BearingsPlotLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPlotLayout, bearings_plot_layout_free)

G_END_DECLS
