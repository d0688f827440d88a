/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of the catalogue: claims and sources, searched, filtered and sorted by SQLite. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-library.h"

G_BEGIN_DECLS

/**
 * bearings_catalogue_library_list:
 * @limit: at most so many; -1 for all
 * @today: date by which freshness is judged, "2026-03-01"
 *
 * Keys of the rows, gint64, in the order asked for. A key stays what it is until the next import.
 */
GArray *bearings_catalogue_library_list (BearingsCatalogue *self,
                                         const BearingsLibraryQuery *query,
                                         const char *today,
                                         gint64 limit,
                                         BearingsStopFunc stop,
                                         gpointer stop_data,
                                         GError **error);
/* BearingsLibraryRow of each key; one that is gone by now is an empty row. */
GPtrArray *bearings_catalogue_library_get_rows (BearingsCatalogue *self,
                                                const gint64 *keys,
                                                guint n_keys,
                                                GError **error);
/* BearingsLibraryCombination of all that words, kind and years of the query find. */
GPtrArray *bearings_catalogue_library_count (BearingsCatalogue *self,
                                             const BearingsLibraryQuery *query,
                                             const char *today,
                                             BearingsStopFunc stop,
                                             gpointer stop_data,
                                             GError **error);

G_END_DECLS
