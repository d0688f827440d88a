/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Data: installed packs, and the ways to what else is known of them. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_DATA_PAGE (bearings_data_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsDataPage, bearings_data_page, BEARINGS, DATA_PAGE, BearingsPage)

GtkWidget *bearings_data_page_new (BearingsService *service);

G_END_DECLS
