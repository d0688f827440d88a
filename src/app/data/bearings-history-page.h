/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every import, and the way back: a page under Data. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_HISTORY_PAGE (bearings_history_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsHistoryPage,
                      bearings_history_page,
                      BEARINGS,
                      HISTORY_PAGE,
                      BearingsPage)

GtkWidget *bearings_history_page_new (BearingsService *service);

G_END_DECLS
