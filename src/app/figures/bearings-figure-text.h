/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words with figures in them: each figure is a link to where it is from. */
#pragma once

#include <adwaita.h>

#include "bearings-figure-context.h"

G_BEGIN_DECLS

/*
 * Words that wrap. Where the figures are from is said by the nearest context
 * (bearings-figure-context.h). The links are reached with Tab and named by screen readers.
 */
#define BEARINGS_TYPE_FIGURE_TEXT (bearings_figure_text_get_type ())
G_DECLARE_FINAL_TYPE (BearingsFigureText, bearings_figure_text, BEARINGS, FIGURE_TEXT, AdwBin)

GtkWidget *bearings_figure_text_new (const char *text);
void bearings_figure_text_set_text (BearingsFigureText *self, const char *text);
const char *bearings_figure_text_get_text (BearingsFigureText *self);

/* The same on a label of a template: its figures become links. */
void bearings_figure_text_set_label (GtkLabel *label, const char *text);
gboolean bearings_figure_text_is_linked (GtkLabel *label);

G_END_DECLS
