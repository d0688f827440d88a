/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beneath a question: what shows a self-rating, and the place for a second rater of a task. */
#pragma once

#include <adwaita.h>

#include "bearings-sitting-model.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_BESIDE_VIEW (bearings_beside_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsBesideView, bearings_beside_view, BEARINGS, BESIDE_VIEW, AdwBin)

/* Follows the sitting from item to item. */
void bearings_beside_view_set_model (BearingsBesideView *self, BearingsSittingModel *model);
/* Gives the model what stands in the note. */
void bearings_beside_view_store (BearingsBesideView *self);

G_END_DECLS
