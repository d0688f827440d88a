/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a guest's sitting: asks, then deletes every answer. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* Asks over @parent; afterwards the window starts anew in Results. */
void bearings_end_guest (GtkWidget *parent, BearingsService *service);

G_END_DECLS
