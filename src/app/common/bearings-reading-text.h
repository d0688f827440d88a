/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of which there are two readings; the window says which one is shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The property of a window, of the type boolean, that it follows. */
#define BEARINGS_TECHNICAL_READING "technical-reading"

#define BEARINGS_TYPE_READING_TEXT (bearings_reading_text_get_type ())
G_DECLARE_FINAL_TYPE (BearingsReadingText, bearings_reading_text, BEARINGS, READING_TEXT, GtkWidget)

GtkWidget *bearings_reading_text_new (void);
/* Texts without figures: these are in both readings the same, beside it. */
void
bearings_reading_text_set (BearingsReadingText *self, const char *plain, const char *technical);
/* What is shown now. */
const char *bearings_reading_text_get (BearingsReadingText *self);

G_END_DECLS
