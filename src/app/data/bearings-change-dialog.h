/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a preview, field by field: as it is, and as it would be. */
#pragma once

#include <adwaita.h>

#include "bearings-service-packs.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CHANGE_DIALOG (bearings_change_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsChangeDialog,
                      bearings_change_dialog,
                      BEARINGS,
                      CHANGE_DIALOG,
                      AdwDialog)

AdwDialog *
bearings_change_dialog_new (BearingsService *service, GFile *file, const BearingsDiffEntry *entry);

G_END_DECLS
