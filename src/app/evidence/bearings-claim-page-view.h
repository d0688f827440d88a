/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim with everything that is known of it. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CLAIM_PAGE_VIEW (bearings_claim_page_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsClaimPageView,
                      bearings_claim_page_view,
                      BEARINGS,
                      CLAIM_PAGE_VIEW,
                      BearingsPage)

GtkWidget *bearings_claim_page_view_new (BearingsService *service, const char *id);

G_END_DECLS
