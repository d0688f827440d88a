/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source with all its fields; or a figure with all its fields, and its source. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SOURCE_DIALOG (bearings_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSourceDialog,
                      bearings_source_dialog,
                      BEARINGS,
                      SOURCE_DIALOG,
                      AdwDialog)

/* @opener: the widget in the window from which further pages are opened. */
BearingsSourceDialog *
bearings_source_dialog_new (BearingsService *service, GtkWidget *opener, const char *source_id);
/* @source may be NULL: the dialog then says that the figure was stated without one. */
BearingsSourceDialog *bearings_source_dialog_new_for_figure (GtkWidget *opener,
                                                             const BearingsFigure *figure,
                                                             BearingsSource *source);

G_END_DECLS
