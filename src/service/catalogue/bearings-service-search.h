/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type, and the careers they find. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* Discover. All lists hold BearingsHit in a GPtrArray. */
GPtrArray *bearings_service_search (BearingsService *self,
                                    const char *text,
                                    const BearingsRecordKind *kinds, /* NULL: all */
                                    guint n_kinds,
                                    guint limit,
                                    GError **error);
void bearings_service_search_async (BearingsService *self,
                                    const char *text,
                                    const BearingsRecordKind *kinds,
                                    guint n_kinds,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *
bearings_service_search_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* Every role, then every occupation, by title. */
GPtrArray *bearings_service_search_list_careers (BearingsService *self, GError **error);
void bearings_service_search_list_careers_async (BearingsService *self,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GPtrArray *bearings_service_search_list_careers_finish (BearingsService *self,
                                                        GAsyncResult *result,
                                                        GError **error);

G_END_DECLS
