/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the library, cheap enough to be bound while somebody scrolls. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-library.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_LIBRARY_ROW_VIEW (bearings_library_row_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLibraryRowView,
                      bearings_library_row_view,
                      BEARINGS,
                      LIBRARY_ROW_VIEW,
                      GtkWidget)

GtkWidget *bearings_library_row_view_new (void);
/* @search: words to mark, or NULL. @selecting: whether rows have a mark to choose them. */
void bearings_library_row_view_set_row (BearingsLibraryRowView *self,
                                        BearingsLibraryRow *row,
                                        const char *search,
                                        gboolean selecting,
                                        gboolean selected);
/* More lines, always the same number of them whatever the length of the text. */
void bearings_library_row_view_set_narrow (BearingsLibraryRowView *self, gboolean narrow);

G_END_DECLS
