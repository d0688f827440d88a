/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result: plain words, band, number, what it does not mean. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_RESULT_PAGE (bearings_result_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsResultPage, bearings_result_page, BEARINGS, RESULT_PAGE, BearingsPage)

GtkWidget *bearings_result_page_new (BearingsService *service, const char *sitting_id);

G_END_DECLS
