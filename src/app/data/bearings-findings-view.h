/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about a file: each with its place, searched, filtered, copied and saved. */
#pragma once

#include <adwaita.h>

#include "bearings-problem.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_FINDINGS_VIEW (bearings_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsFindingsView, bearings_findings_view, BEARINGS, FINDINGS_VIEW, AdwBin)

/* @problems: BearingsProblem; @file: display name. */
GtkWidget *bearings_findings_view_new (GPtrArray *problems, const char *file);
gboolean bearings_findings_view_search (BearingsFindingsView *self);
/* Saves all that is shown as text. */
gboolean bearings_findings_view_save (BearingsFindingsView *self, GFile *file, GError **error);

G_END_DECLS
