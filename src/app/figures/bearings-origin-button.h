/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small button that opens where the figures beside it are from. */
#pragma once

#include <adwaita.h>

#include "bearings-figure-context.h"

G_BEGIN_DECLS

/* For rows and cards whose own activation does something else. */
#define BEARINGS_TYPE_ORIGIN_BUTTON (bearings_origin_button_get_type ())
G_DECLARE_FINAL_TYPE (BearingsOriginButton,
                      bearings_origin_button,
                      BEARINGS,
                      ORIGIN_BUTTON,
                      GtkButton)

/* @text: the words whose figures are meant; shown again where they are explained. */
GtkWidget *bearings_origin_button_new (const char *text);
void bearings_origin_button_set_text (BearingsOriginButton *self, const char *text);

G_END_DECLS
