/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Evidence: every claim, searched and filtered. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_LIBRARY_PAGE (bearings_library_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLibraryPage,
                      bearings_library_page,
                      BEARINGS,
                      LIBRARY_PAGE,
                      BearingsPage)

GtkWidget *bearings_library_page_new (BearingsService *service);

G_END_DECLS
