/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of one occupational group: drawn as a range, and the same in a table. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-plot-axis.h"
#include "bearings-evidence.h"

G_BEGIN_DECLS

GtkWidget *
bearings_pay_view_new (BearingsWage *wage, const BearingsPlotAxis *axis, BearingsSource *source);

G_END_DECLS
