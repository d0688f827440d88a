/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root of Register: popular claims that do not survive tracing. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_REGISTER_LIST_PAGE (bearings_register_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsRegisterListPage,
                      bearings_register_list_page,
                      BEARINGS,
                      REGISTER_LIST_PAGE,
                      BearingsPage)

GtkWidget *bearings_register_list_page_new (BearingsService *service);

G_END_DECLS
