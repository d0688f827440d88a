/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: sections at the side, each with a history of pages of its own. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_WINDOW (bearings_window_get_type ())
G_DECLARE_FINAL_TYPE (BearingsWindow, bearings_window, BEARINGS, WINDOW, AdwApplicationWindow)

BearingsWindow *bearings_window_new (GtkApplication *application);
BearingsService *bearings_window_get_service (BearingsWindow *self);
void bearings_window_set_service (BearingsWindow *self, BearingsService *service);
/* The databases could not be opened: says so, in place of everything else. */
void bearings_window_show_failure (BearingsWindow *self, const GError *error);

/**
 * bearings_window_open:
 * @second_id: for a role or an occupation, the skill whose page is meant; or %NULL
 *
 * Opens a record's page on top of what the current section shows; a source as a dialog.
 */
void bearings_window_open (BearingsWindow *self,
                           BearingsRecordKind kind,
                           const char *id,
                           const char *second_id);
/* Shows what @file would change, under Data; as soon as there is a service. Nothing is applied. */
void bearings_window_import (BearingsWindow *self, GFile *file);
/* "discover", "evidence", "register", "assess", "results" or "data". */
void bearings_window_show_section (BearingsWindow *self, const char *section);
const char *bearings_window_get_section (BearingsWindow *self);
/* The page on top of the section on screen, or NULL. */
AdwNavigationPage *bearings_window_get_visible_page (BearingsWindow *self);

G_END_DECLS
