/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When claims were checked, and what state their sources are in. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-freshness.h"

G_BEGIN_DECLS

/* BearingsFreshnessRow of every claim, not yet judged. */
GPtrArray *bearings_catalogue_freshness_list (BearingsCatalogue *self, GError **error);

G_END_DECLS
