/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots and a word. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-enums.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CERTAINTY_MARK (bearings_certainty_mark_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCertaintyMark,
                      bearings_certainty_mark,
                      BEARINGS,
                      CERTAINTY_MARK,
                      GtkBox)

/* @certainty 0: nothing is shown. */
GtkWidget *bearings_certainty_mark_new (BearingsCertainty certainty);
void bearings_certainty_mark_set (BearingsCertaintyMark *self, BearingsCertainty certainty);

G_END_DECLS
