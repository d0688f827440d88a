/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample: what is in it, and how files join it and leave it. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SAMPLE_PAGE (bearings_sample_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSamplePage, bearings_sample_page, BEARINGS, SAMPLE_PAGE, BearingsPage)

GtkWidget *bearings_sample_page_new (BearingsService *service);
/* As if the file was chosen: the sample of another centre, or answers, and then it is asked to
 * which assessment. */
void bearings_sample_page_add (BearingsSamplePage *self, GFile *file);

G_END_DECLS
