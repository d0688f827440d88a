/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address outside: shown, copied, taken along as a QR code, never opened by itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @address: NULL when the source gives none. */
GtkWidget *bearings_address_row_new (const char *name, const char *address);

G_END_DECLS
