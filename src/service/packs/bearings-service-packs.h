/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs: preview, import, undo, history, and the publishers a centre trusts. */
#pragma once

#include "bearings-diff.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* Data. */
/* BearingsInstalledPack *. */
GPtrArray *bearings_service_packs_list (BearingsService *self, GError **error);
/* Validates several packs as one set; @self NULL: they may refer to each other only. */
gboolean bearings_service_packs_validate_files (BearingsService *self,
                                                GPtrArray *files,
                                                GPtrArray *problems,
                                                GError **error);
/* Makes a new catalogue from packs validated as one set. */
gboolean bearings_service_packs_build_catalogue (const char *path,
                                                 gboolean replace,
                                                 GPtrArray *files,
                                                 GPtrArray *problems,
                                                 GError **error);

G_END_DECLS
