/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence with figures, and where they are from. */
#pragma once

#include <adwaita.h>

#include "bearings-claims.h"

G_BEGIN_DECLS

/* Shows @text with its @computation, its @origin in words or its @source; any may be NULL. The
 * source's own page is one more step. */
void bearings_figure_dialog_present (GtkWidget *opener,
                                     const char *text,
                                     const char *computation,
                                     const char *origin,
                                     BearingsSource *source);

G_END_DECLS
