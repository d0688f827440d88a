/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups to be compared with, chosen by the person or the counsellor, two side by side. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* NULL when there is no group at all. @local: BearingsPlacement in the centre's own sample;
 * @sources: id -> BearingsSource of all samples; @role: whose group is shown first; may be NULL.
 * The result has to outlive the widget's children, so the widget keeps it. */
GtkWidget *bearings_reference_groups_new (BearingsResult *result,
                                          GPtrArray *local,
                                          GHashTable *sources,
                                          const char *role);

G_END_DECLS
