/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the library as a list model that reads what is looked at. */
#pragma once

#include "bearings-service-library.h"

G_BEGIN_DECLS

/*
 * A list of BearingsLibraryRow. It holds the keys of all rows and reads rows in pages when they are
 * asked for, keeping the latest pages: a list of a million rows costs eight megabytes. The first
 * rows of a search are there before the rest is known.
 */
#define BEARINGS_TYPE_LIBRARY_MODEL (bearings_library_model_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLibraryModel,
                      bearings_library_model,
                      BEARINGS,
                      LIBRARY_MODEL,
                      GObject)

BearingsLibraryModel *bearings_library_model_new (BearingsService *service);
/* Asks for other rows; what was under way is stopped. "first" is emitted when the first rows are
 * there, "settled" (with a GError, or NULL) when all are. */
void bearings_library_model_set_query (BearingsLibraryModel *self,
                                       const BearingsLibraryQuery *query);
/* Stops what is under way and lets the service go. */
void bearings_library_model_close (BearingsLibraryModel *self);
/* Whether all rows are known. */
gboolean bearings_library_model_is_settled (BearingsLibraryModel *self);

G_END_DECLS
