/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the application. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BEARINGS_TYPE_SHORTCUTS_DIALOG (bearings_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsShortcutsDialog,
                      bearings_shortcuts_dialog,
                      BEARINGS,
                      SHORTCUTS_DIALOG,
                      AdwPreferencesDialog)

BearingsShortcutsDialog *bearings_shortcuts_dialog_new (void);

G_END_DECLS
