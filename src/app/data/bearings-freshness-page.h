/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look: a page under Data. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_FRESHNESS_PAGE (bearings_freshness_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsFreshnessPage,
                      bearings_freshness_page,
                      BEARINGS,
                      FRESHNESS_PAGE,
                      BearingsPage)

GtkWidget *bearings_freshness_page_new (BearingsService *service);
/* Shows what a list that came back with answers would change; says what is wrong with it. */
void bearings_freshness_page_read_answers (BearingsFreshnessPage *self, GFile *answers);

G_END_DECLS
