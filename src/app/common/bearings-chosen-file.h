/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that somebody chose in a dialog. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* NULL when the dialog was left, or could not be shown, which is said beside @widget. */
GFile *bearings_chosen_file_to_open (GObject *dialog, GAsyncResult *result, GtkWidget *widget);
GFile *bearings_chosen_file_to_save (GObject *dialog, GAsyncResult *result, GtkWidget *widget);

G_END_DECLS
