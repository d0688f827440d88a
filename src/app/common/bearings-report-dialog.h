/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report is saved, and in which form. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* Asks for a file; @name: what it is about, without an ending. */
GtkFileDialog *bearings_report_dialog_new (const char *name);
/* Form of the report by the name of the file. */
BearingsReportForm bearings_report_dialog_form (GFile *file);
/* Tells that the report was saved, or why not when @error is set. */
void bearings_report_dialog_tell (GtkWidget *page,
                                  AdwToastOverlay *overlay,
                                  GFile *file,
                                  const GError *error);

G_END_DECLS
