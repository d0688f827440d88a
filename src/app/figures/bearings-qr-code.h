/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address as a QR code, for somebody with a phone: nothing here is ever opened by itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BEARINGS_TYPE_QR_CODE (bearings_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (BearingsQrCode, bearings_qr_code, BEARINGS, QR_CODE, GtkWidget)

/* NULL when it is too long for one code: some 2,300 bytes. */
GtkWidget *bearings_qr_code_new (const char *address);
/* Modules on a side, without the quiet zone. */
guint bearings_qr_code_get_size (BearingsQrCode *self);

G_END_DECLS
