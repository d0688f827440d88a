/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument that can be begun: title, scales, minutes. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-instrument.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_INSTRUMENT_CARD (bearings_instrument_card_get_type ())
G_DECLARE_FINAL_TYPE (BearingsInstrumentCard,
                      bearings_instrument_card,
                      BEARINGS,
                      INSTRUMENT_CARD,
                      GtkButton)

GtkWidget *bearings_instrument_card_new (const BearingsInstrument *instrument);

G_END_DECLS
