/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose words may hold figures: activating it opens where they are from. */
#pragma once

#include <adwaita.h>

#include "bearings-figure-context.h"

G_BEGIN_DECLS

/*
 * A row with an action of its own (it opens a claim, a source, a page) says with it where its
 * figures are from. Another one opens what the nearest context names.
 */
#define BEARINGS_TYPE_CITED_ROW (bearings_cited_row_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCitedRow, bearings_cited_row, BEARINGS, CITED_ROW, AdwActionRow)

/* Makes the row activatable, with a sign of it, when its title or subtitle has figures. */
void bearings_cited_row_offer_source (BearingsCitedRow *self);

G_END_DECLS
