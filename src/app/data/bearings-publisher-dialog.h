/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a publisher's name and public key. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* Emits "added" with the name once the publisher is in the list. */
#define BEARINGS_TYPE_PUBLISHER_DIALOG (bearings_publisher_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPublisherDialog,
                      bearings_publisher_dialog,
                      BEARINGS,
                      PUBLISHER_DIALOG,
                      AdwDialog)

AdwDialog *bearings_publisher_dialog_new (BearingsService *service);
/* Takes the key from a file of minisign; what is wrong with it is said in the dialog. */
void bearings_publisher_dialog_read (BearingsPublisherDialog *self, GFile *file);

G_END_DECLS
