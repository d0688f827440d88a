/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New item parameters for an instrument, before and after; the next step is an ordinary import. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_RECALIBRATION_PAGE (bearings_recalibration_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsRecalibrationPage,
                      bearings_recalibration_page,
                      BEARINGS,
                      RECALIBRATION_PAGE,
                      BearingsPage)

GtkWidget *bearings_recalibration_page_new (BearingsService *service, const char *instrument_id);
/* Computes anew, from a file of scores instead of the centre's own sample. */
void bearings_recalibration_page_set_file (BearingsRecalibrationPage *self, GFile *file);

G_END_DECLS
