/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as groups a result is compared with. */
#pragma once

#include "bearings-local-group.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* BearingsPlacement, as bearings_local_groups(); empty for a sitting without an estimate. */
GPtrArray *bearings_service_list_local_groups (BearingsService *self,
                                               const BearingsResult *result,
                                               GError **error);
/* Puts them into the result, for its text, JSON and report. */
gboolean
bearings_service_add_local_groups (BearingsService *self, BearingsResult *result, GError **error);

G_END_DECLS
