/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget for a figure: its value or why there is none, its error, its referent, its source. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-claims.h"

G_BEGIN_DECLS

/**
 * BearingsFigureStyle:
 * @BEARINGS_FIGURE_HEADLINE: large value; interval, count and referent beneath
 * @BEARINGS_FIGURE_INLINE: value; interval beneath
 * @BEARINGS_FIGURE_CELL: value alone, for a table or a list
 *
 * Whatever is drawn, the accessible name holds everything that is known of the figure.
 */
typedef enum {
  BEARINGS_FIGURE_HEADLINE,
  BEARINGS_FIGURE_INLINE,
  BEARINGS_FIGURE_CELL,
} BearingsFigureStyle;

#define BEARINGS_TYPE_FIGURE_LABEL (bearings_figure_label_get_type ())
G_DECLARE_FINAL_TYPE (BearingsFigureLabel, bearings_figure_label, BEARINGS, FIGURE_LABEL, GtkButton)

/**
 * bearings_figure_label_new:
 * @figure: copied
 * @source: where the figure stands, or %NULL: nobody said, and the label says that
 *
 * Activating the label shows the figure with all its fields, and its source.
 */
GtkWidget *bearings_figure_label_new (BearingsFigureStyle style,
                                      const BearingsFigure *figure,
                                      BearingsSource *source);
void bearings_figure_label_set_figure (BearingsFigureLabel *self,
                                       const BearingsFigure *figure,
                                       BearingsSource *source);
/* Shows @text in place of the value, such as "$126,520"; the accessible name keeps the figure. */
void bearings_figure_label_set_text (BearingsFigureLabel *self, const char *text);
const BearingsFigure *bearings_figure_label_get_figure (BearingsFigureLabel *self);
BearingsSource *bearings_figure_label_get_source (BearingsFigureLabel *self);

G_END_DECLS
