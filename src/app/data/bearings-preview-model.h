/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of numbers as a list model: what a long list shows, made only where somebody looks. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A number of the list; what it stands for is known to whoever made the list. */
#define BEARINGS_TYPE_LINE (bearings_line_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLine, bearings_line, BEARINGS, LINE, GObject)
guint bearings_line_get_number (BearingsLine *self);

#define BEARINGS_TYPE_PREVIEW_MODEL (bearings_preview_model_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPreviewModel,
                      bearings_preview_model,
                      BEARINGS,
                      PREVIEW_MODEL,
                      GObject)
BearingsPreviewModel *bearings_preview_model_new (void);
/* @numbers: guint32; taken. */
void bearings_preview_model_set_numbers (BearingsPreviewModel *self, GArray *numbers);

G_END_DECLS
