/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Assess: the instruments, and sittings that are not finished. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_ASSESS_PAGE (bearings_assess_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsAssessPage, bearings_assess_page, BEARINGS, ASSESS_PAGE, BearingsPage)

GtkWidget *bearings_assess_page_new (BearingsService *service);

G_END_DECLS
