/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a result page for an instrument that asks for self-ratings only. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-result.h"

G_BEGIN_DECLS

/* The mean step with its band, each scale, what it is worth. @claim_row: what is known of
 * self-ratings, or NULL; taken. */
GtkWidget *bearings_result_steps_section_new (const BearingsResult *result, GtkWidget *claim_row);

G_END_DECLS
