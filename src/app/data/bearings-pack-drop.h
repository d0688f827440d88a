/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs that are dropped on a window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A file dropped on @widget activates its action "win.import" with the file's URI. */
void bearings_pack_drop_attach (GtkWidget *widget);

G_END_DECLS
