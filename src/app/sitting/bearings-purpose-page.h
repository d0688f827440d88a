/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before a sitting: what it is for, what happens to the answers, how long. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_PURPOSE_PAGE (bearings_purpose_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPurposePage,
                      bearings_purpose_page,
                      BEARINGS,
                      PURPOSE_PAGE,
                      BearingsPage)

/* @skill_id: what an instrument for any skill is to be about; NULL: the person chooses. */
GtkWidget *bearings_purpose_page_new (BearingsService *service,
                                      const char *instrument_id,
                                      const char *skill_id);

G_END_DECLS
