/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims, sources, myths and any other record by its id. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

BearingsClaimPage *
bearings_service_claims_get_page (BearingsService *self, const char *claim_id, GError **error);
BearingsSourcePage *bearings_service_claims_get_source_page (BearingsService *self,
                                                             const char *source_id,
                                                             GError **error);
BearingsRegisterPage *bearings_service_claims_get_register_page (BearingsService *self,
                                                                 const char *entry_id,
                                                                 GError **error);
/* BearingsClaim, all; BearingsRegisterEntry, all; BearingsGlossaryTerm, all. */
GPtrArray *bearings_service_claims_list (BearingsService *self, GError **error);
GPtrArray *bearings_service_claims_list_register (BearingsService *self, GError **error);
GPtrArray *bearings_service_claims_list_glossary (BearingsService *self, GError **error);

G_END_DECLS
