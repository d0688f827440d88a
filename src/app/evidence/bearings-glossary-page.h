/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the application and what they mean. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_GLOSSARY_PAGE (bearings_glossary_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsGlossaryPage,
                      bearings_glossary_page,
                      BEARINGS,
                      GLOSSARY_PAGE,
                      BearingsPage)

GtkWidget *bearings_glossary_page_new (BearingsService *service);
/* Opens at the term with that id. */
GtkWidget *bearings_glossary_page_new_at (BearingsService *service, const char *id);

G_END_DECLS
