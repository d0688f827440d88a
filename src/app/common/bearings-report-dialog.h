/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report is saved, and in which form. */
#pragma once

#include <adwaita.h>

#include "bearings-ask.h"

G_BEGIN_DECLS

/* Asks for a file; @name: what it is about, without an ending. */
GtkFileDialog *bearings_report_dialog_new (const char *name);
/**
 * BearingsReportWriter: what a report is made of, static
 * @write: writes the report of @what in the form that the name of the file tells; runs in a thread
 * @free_what: frees what is handed to @write
 */
typedef struct {
  gboolean (*write) (BearingsService *service,
                     gpointer what,
                     BearingsReportForm form,
                     GFile *file,
                     GError **error);
  GDestroyNotify free_what;
} BearingsReportWriter;

/* Writes the report of @what (transfer full) to the file, whatever becomes of the page. @answered
 * gets the file, (transfer full), or the error: what bearings_report_dialog_tell() takes. */
void bearings_report_dialog_write (BearingsPage *page,
                                   const BearingsReportWriter *writer,
                                   gpointer what,
                                   GFile *file,
                                   BearingsAnsweredFunc answered);
/* Tells that the report was saved, or why not when @error is set. */
void bearings_report_dialog_tell (GtkWidget *page,
                                  AdwToastOverlay *overlay,
                                  GFile *file,
                                  const GError *error);

G_END_DECLS
