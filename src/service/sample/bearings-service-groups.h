/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as groups a result is compared with. */
#pragma once

#include "bearings-local-group.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* BearingsPlacement, as bearings_local_group_list(); empty for a sitting without an estimate. */
GPtrArray *bearings_service_groups_list_local (BearingsService *self,
                                               const BearingsResult *result,
                                               GError **error);
/* Puts them into the result, for its text, JSON and report. */
gboolean
bearings_service_groups_add_local (BearingsService *self, BearingsResult *result, GError **error);

G_END_DECLS
