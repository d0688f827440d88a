/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change the answer of a page: the findings it hangs on, and the answer without each. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-screens.h"

G_BEGIN_DECLS

/* NULL when there is no evidence that could be left out. */
GtkWidget *bearings_sensitivity_view_new (const BearingsSkillPage *page);

G_END_DECLS
