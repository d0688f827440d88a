/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything: careers, claims, the register, sources. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SEARCH_DIALOG (bearings_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSearchDialog,
                      bearings_search_dialog,
                      BEARINGS,
                      SEARCH_DIALOG,
                      AdwDialog)

/* @opener: the widget in the window from which the found page is opened. */
BearingsSearchDialog *bearings_search_dialog_new (BearingsService *service, GtkWidget *opener);

G_END_DECLS
