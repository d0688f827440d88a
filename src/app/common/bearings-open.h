/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way from any widget to any record: the window's action "win.open". */
#pragma once

#include <gtk/gtk.h>

#include "bearings-record.h"

G_BEGIN_DECLS

/**
 * bearings_open:
 * @from: any widget in the window
 * @id: id of the record
 * @second_id: for a role or an occupation, the skill whose page is meant; or %NULL
 *
 * Roles and occupations open their career page (or skill page), claims and register entries their
 * own page, sources a dialog.
 */
void
bearings_open (GtkWidget *from, BearingsRecordKind kind, const char *id, const char *second_id);
/* The target of "win.open": kind's name, id, second id or "". Floating. */
GVariant *bearings_open_target (BearingsRecordKind kind, const char *id, const char *second_id);

G_END_DECLS
