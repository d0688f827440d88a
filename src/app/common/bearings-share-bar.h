/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share from 0 to 100 percent as a bar with its interval. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-figure.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SHARE_BAR (bearings_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (BearingsShareBar, bearings_share_bar, BEARINGS, SHARE_BAR, GtkWidget)

/* @share, @low, @high in percent; NaN limits when there is no interval. */
void bearings_share_bar_set (BearingsShareBar *self, double share, double low, double high);

G_END_DECLS
