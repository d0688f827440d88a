/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large text in a sitting: a switch that is remembered. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the action "reading.large-text" to @page. @settings %NULL: kept for this page only. */
void bearings_large_text_install (GtkWidget *page, GSettings *settings);

G_END_DECLS
