/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of the library: what there is of each value, and what is wanted. */
#pragma once

#include <adwaita.h>

#include "bearings-library.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_LIBRARY_FILTERS (bearings_library_filters_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLibraryFilters,
                      bearings_library_filters,
                      BEARINGS,
                      LIBRARY_FILTERS,
                      AdwDialog)

/* Emits "changed" whenever the filters are other ones. */
BearingsLibraryFilters *bearings_library_filters_new (const BearingsLibraryQuery *query,
                                                      GPtrArray *combinations);
const BearingsLibraryQuery *bearings_library_filters_get_query (BearingsLibraryFilters *self);
/* New counts, after a change. */
void bearings_library_filters_set_counts (BearingsLibraryFilters *self, GPtrArray *combinations);

G_END_DECLS
