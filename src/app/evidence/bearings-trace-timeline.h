/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hops from a sentence to its primary source, oldest first, as a vertical timeline. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* @hops: BearingsTraceHop, oldest first. */
GtkWidget *bearings_trace_timeline_new (BearingsService *service, GPtrArray *hops);

G_END_DECLS
