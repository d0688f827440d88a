/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the file of a pack. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is chosen goes to the window's action "win.import". */
void bearings_choose_pack (GtkWindow *window);

G_END_DECLS
