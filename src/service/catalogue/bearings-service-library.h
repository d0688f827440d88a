/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as a use case: lists, rows, counts; and citations of what is in it. */
#pragma once

#include "bearings-citation.h"
#include "bearings-library.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* Keys of the rows, gint64, in order; at most @limit, -1 for all. A key is good until the next
 * import. A cancelled query stops at once. */
GArray *bearings_service_library_list (BearingsService *self,
                                       const BearingsLibraryQuery *query,
                                       gint64 limit,
                                       GCancellable *cancellable,
                                       GError **error);
void bearings_service_library_list_async (BearingsService *self,
                                          const BearingsLibraryQuery *query,
                                          gint64 limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GArray *
bearings_service_library_list_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* BearingsLibraryRow of a page of keys: well under a millisecond, so without _async. */
GPtrArray *bearings_service_library_get_rows (BearingsService *self,
                                              const gint64 *keys,
                                              guint n_keys,
                                              GError **error);

/* BearingsLibraryCombination; see bearings_library_count_facet(). */
GPtrArray *bearings_service_library_count (BearingsService *self,
                                           const BearingsLibraryQuery *query,
                                           GCancellable *cancellable,
                                           GError **error);
void bearings_service_library_count_async (BearingsService *self,
                                           const BearingsLibraryQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *
bearings_service_library_count_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* Citations: a list of BearingsCitation, each source once, with the claims it is cited for. */
GPtrArray *bearings_service_library_citations_new (void);
/* A claim (its source, and what it says) or a source. */
gboolean bearings_service_library_add_citation (BearingsService *self,
                                                GPtrArray *citations,
                                                BearingsRecordKind kind,
                                                const char *id,
                                                GError **error);
/* Every source of the page of a skill in a career. */
gboolean bearings_service_library_add_page_citations (BearingsService *self,
                                                      GPtrArray *citations,
                                                      BearingsRecordKind kind,
                                                      const char *career_id,
                                                      const char *skill_id,
                                                      GError **error);
char *bearings_service_library_cite (const GPtrArray *citations, BearingsCiteForm form);

G_END_DECLS
