/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the desk: a guest takes a code, somebody with a code leaves, changes or deletes it. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CLIENT_DIALOG (bearings_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsClientDialog,
                      bearings_client_dialog,
                      BEARINGS,
                      CLIENT_DIALOG,
                      AdwDialog)

AdwDialog *bearings_client_dialog_new (BearingsService *service);

G_END_DECLS
