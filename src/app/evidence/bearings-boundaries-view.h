/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose definition: regulators', employers', scholars', side by side, empty ones too. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @definitions: BearingsDefinition; @sources: id -> BearingsSource. */
GtkWidget *bearings_boundaries_view_new (GPtrArray *definitions, GHashTable *sources);

G_END_DECLS
