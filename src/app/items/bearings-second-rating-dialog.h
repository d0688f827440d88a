/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else rates the answer to a task, without seeing the person's own points. */
#pragma once

#include <adwaita.h>

#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * BearingsSecondRatingDialog:
 *
 * Signal "rated" (const char *response): every criterion has points; in words of the log, without
 * the words of the answer.
 */
#define BEARINGS_TYPE_SECOND_RATING_DIALOG (bearings_second_rating_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSecondRatingDialog,
                      bearings_second_rating_dialog,
                      BEARINGS,
                      SECOND_RATING_DIALOG,
                      AdwDialog)

/* @row: a task that was answered. */
AdwDialog *bearings_second_rating_dialog_new (const BearingsSittingItem *row);

G_END_DECLS
