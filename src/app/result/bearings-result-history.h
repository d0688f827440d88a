/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a result page that look back: what moved it, what was before, what today's data say.
 */
#pragma once

#include <gtk/gtk.h>

#include "bearings-rescore.h"

G_BEGIN_DECLS

/* The answers that moved the estimate most; NULL when nothing was scored. */
GtkWidget *bearings_result_history_influence_section_new (const BearingsResult *result);
/* Reliable change since @earlier; NULL when the two cannot be compared. */
GtkWidget *bearings_result_history_change_section_new (const BearingsResult *earlier,
                                                       const BearingsResult *result);
/* The same answers with today's data; NULL when nothing differs. */
GtkWidget *bearings_result_history_rescore_section_new (const BearingsRescore *rescore);

G_END_DECLS
