/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of the person, second ratings and measures from outside, on the page of a result. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_RESULT_BESIDE (bearings_result_beside_get_type ())
G_DECLARE_FINAL_TYPE (BearingsResultBeside, bearings_result_beside, BEARINGS, RESULT_BESIDE, AdwBin)

/* Of a finished sitting; keeps itself up to date with what is entered in it. */
GtkWidget *bearings_result_beside_new (BearingsService *service, BearingsResult *result);
/* As a dialog does; @response in words of the log. */
void
bearings_result_beside_rate (BearingsResultBeside *self, const char *item_id, const char *response);
void
bearings_result_beside_set_measure (BearingsResultBeside *self, const char *name, double value);

G_END_DECLS
