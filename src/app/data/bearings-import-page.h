/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that may become part of the data: read, looked at, applied or left. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_IMPORT_PAGE (bearings_import_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsImportPage, bearings_import_page, BEARINGS, IMPORT_PAGE, BearingsPage)

GtkWidget *bearings_import_page_new (BearingsService *service, GFile *file);
/* The file was made for this page alone and goes with it; @name is what it is called. */
void bearings_import_page_set_temporary (BearingsImportPage *self, const char *name);
/* As if the file was chosen: the pack is read anew and checked with it. */
void bearings_import_page_set_signature (BearingsImportPage *self, GFile *signature);

G_END_DECLS
