/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One channel's answer: state, certainty, figure with its interval, the answer in words. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-screens.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CHANNEL_ROW (bearings_channel_row_get_type ())
G_DECLARE_FINAL_TYPE (BearingsChannelRow,
                      bearings_channel_row,
                      BEARINGS,
                      CHANNEL_ROW,
                      GtkListBoxRow)

/* @source: of the answer's best evidence, or NULL. */
GtkWidget *bearings_channel_row_new (const BearingsChannelAnswer *answer, BearingsSource *source);

G_END_DECLS
