/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots, of which as many are filled as there are steps of certainty. */

#pragma once

#include <gtk/gtk.h>

#include "bearings-enums.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CERTAINTY_DOTS (bearings_certainty_dots_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCertaintyDots,
                      bearings_certainty_dots,
                      BEARINGS,
                      CERTAINTY_DOTS,
                      GtkWidget)

GtkWidget *bearings_certainty_dots_new (void);

/* @certainty: 0 for none, of which all dots are empty. Only paints anew; nothing is measured. */
void bearings_certainty_dots_set (BearingsCertaintyDots *self, BearingsCertainty certainty);

G_END_DECLS
