/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retracted, withdrawn, corrected, replaced: the mark, in words with its date. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-claims.h"

G_BEGIN_DECLS

/* Whether a source is anything but current. */
gboolean bearings_source_state_is_noteworthy (const BearingsSource *source);
/* An icon and "Retracted, 3 May 2024"; hidden for a source that stands as published. */
GtkWidget *bearings_source_state_mark_new (const BearingsSource *source);
/* The same without the reason, for a line among many. */
GtkWidget *bearings_source_state_mark_new_short (const BearingsSource *source);

G_END_DECLS
