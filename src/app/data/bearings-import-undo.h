/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before an import is undone, and undoes it. */
#pragma once

#include <adwaita.h>

#include "bearings-service-packs.h"

G_BEGIN_DECLS

typedef void (*BearingsUndoneFunc) (gboolean undone, gpointer user_data);
/* Says what it takes back, and undoes it in a worker thread when somebody agrees. A failure is told
 * in a dialog. @func is called in any case. */
void bearings_import_undo_ask (GtkWidget *parent,
                               BearingsService *service,
                               const BearingsImportEvent *event,
                               BearingsUndoneFunc func,
                               gpointer user_data,
                               GDestroyNotify free_user_data);

G_END_DECLS
