/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data a result stands on, and what today's data would make of it. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-rescore.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* @rescore: or NULL, and then @error says why there is none. */
GtkWidget *bearings_result_ground_section_new (const BearingsResult *result,
                                               const BearingsRescore *rescore,
                                               const GError *error);

G_END_DECLS
