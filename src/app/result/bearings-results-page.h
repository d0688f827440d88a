/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Results: finished sittings, and the end of a guest's sitting. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_RESULTS_PAGE (bearings_results_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsResultsPage,
                      bearings_results_page,
                      BEARINGS,
                      RESULTS_PAGE,
                      BearingsPage)

GtkWidget *bearings_results_page_new (BearingsService *service);

G_END_DECLS
