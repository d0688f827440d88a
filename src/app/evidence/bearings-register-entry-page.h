/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popular claim that does not survive tracing, hop by hop. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_REGISTER_ENTRY_PAGE (bearings_register_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsRegisterEntryPage,
                      bearings_register_entry_page,
                      BEARINGS,
                      REGISTER_ENTRY_PAGE,
                      BearingsPage)

GtkWidget *bearings_register_entry_page_new (BearingsService *service, const char *id);

G_END_DECLS
