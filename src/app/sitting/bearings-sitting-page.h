/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wizard: one item on the screen. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SITTING_PAGE (bearings_sitting_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSittingPage,
                      bearings_sitting_page,
                      BEARINGS,
                      SITTING_PAGE,
                      BearingsPage)

/* Takes the sitting over for this window and stands at the exact item. */
GtkWidget *bearings_sitting_page_new (BearingsService *service, const char *sitting_id);

G_END_DECLS
