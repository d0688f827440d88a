/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups to be compared with, chosen by the person or the counsellor, two side by side. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* NULL when there is no group at all. @role: whose group is shown first; may be NULL. The result
 * has to outlive the widget's children, so the widget keeps it. */
GtkWidget *
bearings_reference_groups_new (BearingsService *service, BearingsResult *result, const char *role);

G_END_DECLS
