/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots and a word; activating it opens the rules it was made by. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-evidence.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CERTAINTY_MARK (bearings_certainty_mark_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCertaintyMark,
                      bearings_certainty_mark,
                      BEARINGS,
                      CERTAINTY_MARK,
                      GtkButton)

/* @certainty 0: nothing is shown. */
GtkWidget *bearings_certainty_mark_new (BearingsCertainty certainty);
void bearings_certainty_mark_set (BearingsCertaintyMark *self, BearingsCertainty certainty);
/* The finding whose account stands above the rules; one of them, or neither. */
void bearings_certainty_mark_set_evidence (BearingsCertaintyMark *self, BearingsEvidence *evidence);
void bearings_certainty_mark_set_claim (BearingsCertaintyMark *self, BearingsClaim *claim);

G_END_DECLS
