/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window does not close over an answer that could not be stored without a word. */
#pragma once

#include <adwaita.h>

#include "bearings-sitting-model.h"

G_BEGIN_DECLS

/* Tries once more to store what is queued. TRUE when the window must stay open: the person is
 * asked, and may close it all the same. */
gboolean bearings_close_guard_holds (GtkWindow *window, BearingsSittingModel *model);

G_END_DECLS
