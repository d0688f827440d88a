/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Discover: every career, found by any of its titles. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_DISCOVER_PAGE (bearings_discover_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsDiscoverPage,
                      bearings_discover_page,
                      BEARINGS,
                      DISCOVER_PAGE,
                      BearingsPage)

GtkWidget *bearings_discover_page_new (BearingsService *service);

G_END_DECLS
