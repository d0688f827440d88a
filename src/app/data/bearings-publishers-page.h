/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The publishers whose signatures the centre accepts: a page under Data. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_PUBLISHERS_PAGE (bearings_publishers_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPublishersPage,
                      bearings_publishers_page,
                      BEARINGS,
                      PUBLISHERS_PAGE,
                      BearingsPage)

GtkWidget *bearings_publishers_page_new (BearingsService *service);

G_END_DECLS
