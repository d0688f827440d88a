/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A career: an occupation or a role. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* @kind: BEARINGS_RECORD_ROLE or BEARINGS_RECORD_OCCUPATION. */
BearingsCareer *bearings_service_career_get (BearingsService *self,
                                             BearingsRecordKind kind,
                                             const char *id,
                                             GError **error);
void bearings_service_career_get_async (BearingsService *self,
                                        BearingsRecordKind kind,
                                        const char *id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
BearingsCareer *
bearings_service_career_get_finish (BearingsService *self, GAsyncResult *result, GError **error);

G_END_DECLS
