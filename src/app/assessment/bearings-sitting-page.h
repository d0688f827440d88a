/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wizard: one item on the screen. */
#pragma once

#include "bearings-page.h"
#include "bearings-sitting-model.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SITTING_PAGE (bearings_sitting_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSittingPage,
                      bearings_sitting_page,
                      BEARINGS,
                      SITTING_PAGE,
                      BearingsPage)

/* @role: as for the purpose page. */
BearingsSittingPage *bearings_sitting_page_new (BearingsSittingModel *model, const char *role);

G_END_DECLS
