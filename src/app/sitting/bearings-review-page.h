/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All items of a sitting with how they stand; any can be opened again. */
#pragma once

#include "bearings-page.h"
#include "bearings-sitting-model.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_REVIEW_PAGE (bearings_review_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsReviewPage, bearings_review_page, BEARINGS, REVIEW_PAGE, BearingsPage)

GtkWidget *bearings_review_page_new (BearingsSittingModel *model);

G_END_DECLS
