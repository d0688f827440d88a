/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window does not close over an answer that could not be stored without a word. */
#pragma once

#include <adwaita.h>

#include "bearings-sitting-model.h"

G_BEGIN_DECLS

/* TRUE when the window must stay open for now: it closes by itself once all that was given is
 * stored. What cannot be stored is tried once more; then the person is asked, and may close the
 * window all the same. */
gboolean bearings_close_guard_holds (GtkWindow *window, BearingsSittingModel *model);

G_END_DECLS
