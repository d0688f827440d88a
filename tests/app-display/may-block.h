/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Included before every test of this folder: a use case that blocks where the window is drawn ends
 * the program. The test itself, which nobody looks at, may ask and change what it likes. */
#pragma once

#include "bearings-service-ask.h"
#include "bearings-service-claims.h"
#include "bearings-service-clients.h"
#include "bearings-service-freshness.h"
#include "bearings-service-imports.h"
#include "bearings-service-packs.h"
#include "bearings-service-plan.h"
#include "bearings-service-publishers.h"
#include "bearings-service-result.h"
#include "bearings-service-sample.h"
#include "bearings-service-search.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "bearings-sitting-model.h"

__attribute__ ((constructor)) static void
forbid_blocking (void)
{
  bearings_service_ask_forbid_blocking (TRUE);
}

#define MAY_BLOCK(call)                                                                            \
  ({                                                                                               \
    bearings_service_ask_forbid_blocking (FALSE);                                                  \
    __auto_type answer_ = call;                                                                    \
    bearings_service_ask_forbid_blocking (TRUE);                                                   \
    answer_;                                                                                       \
  })

/* clang-format off */
#define bearings_service_claims_list(...) MAY_BLOCK (bearings_service_claims_list (__VA_ARGS__))
#define bearings_service_claims_list_register(...) MAY_BLOCK (bearings_service_claims_list_register (__VA_ARGS__))
#define bearings_service_clients_create(...) MAY_BLOCK (bearings_service_clients_create (__VA_ARGS__))
#define bearings_service_clients_delete(...) MAY_BLOCK (bearings_service_clients_delete (__VA_ARGS__))
#define bearings_service_clients_list_sittings_of(...) MAY_BLOCK (bearings_service_clients_list_sittings_of (__VA_ARGS__))
#define bearings_service_clients_set(...) MAY_BLOCK (bearings_service_clients_set (__VA_ARGS__))
#define bearings_service_data_version(...) MAY_BLOCK (bearings_service_data_version (__VA_ARGS__))
#define bearings_service_freshness_list(...) MAY_BLOCK (bearings_service_freshness_list (__VA_ARGS__))
#define bearings_service_get_record(...) MAY_BLOCK (bearings_service_get_record (__VA_ARGS__))
#define bearings_service_imports_apply(...) MAY_BLOCK (bearings_service_imports_apply (__VA_ARGS__))
#define bearings_service_imports_list(...) MAY_BLOCK (bearings_service_imports_list (__VA_ARGS__))
#define bearings_service_imports_undo(...) MAY_BLOCK (bearings_service_imports_undo (__VA_ARGS__))
#define bearings_service_new(...) MAY_BLOCK (bearings_service_new (__VA_ARGS__))
#define bearings_service_packs_build_catalogue(...) MAY_BLOCK (bearings_service_packs_build_catalogue (__VA_ARGS__))
#define bearings_service_plan_list_learning(...) MAY_BLOCK (bearings_service_plan_list_learning (__VA_ARGS__))
#define bearings_service_publishers_add(...) MAY_BLOCK (bearings_service_publishers_add (__VA_ARGS__))
#define bearings_service_publishers_list(...) MAY_BLOCK (bearings_service_publishers_list (__VA_ARGS__))
#define bearings_service_result_get_screen(...) MAY_BLOCK (bearings_service_result_get_screen (__VA_ARGS__))
#define bearings_service_sample_list(...) MAY_BLOCK (bearings_service_sample_list (__VA_ARGS__))
#define bearings_service_sample_merge(...) MAY_BLOCK (bearings_service_sample_merge (__VA_ARGS__))
#define bearings_service_search_list_careers(...) MAY_BLOCK (bearings_service_search_list_careers (__VA_ARGS__))
#define bearings_service_sittings_append(...) MAY_BLOCK (bearings_service_sittings_append (__VA_ARGS__))
#define bearings_service_sittings_begin(...) MAY_BLOCK (bearings_service_sittings_begin (__VA_ARGS__))
#define bearings_service_sittings_end_guest(...) MAY_BLOCK (bearings_service_sittings_end_guest (__VA_ARGS__))
#define bearings_service_sittings_get_form(...) MAY_BLOCK (bearings_service_sittings_get_form (__VA_ARGS__))
#define bearings_service_sittings_get_result(...) MAY_BLOCK (bearings_service_sittings_get_result (__VA_ARGS__))
#define bearings_service_sittings_list(...) MAY_BLOCK (bearings_service_sittings_list (__VA_ARGS__))
#define bearings_service_sittings_rescore(...) MAY_BLOCK (bearings_service_sittings_rescore (__VA_ARGS__))
#define bearings_service_sittings_resume(...) MAY_BLOCK (bearings_service_sittings_resume (__VA_ARGS__))
#define bearings_service_skill_page_get(...) MAY_BLOCK (bearings_service_skill_page_get (__VA_ARGS__))
#define bearings_service_text_save_result(...) MAY_BLOCK (bearings_service_text_save_result (__VA_ARGS__))
#define bearings_sitting_model_new(...) MAY_BLOCK (bearings_sitting_model_new (__VA_ARGS__))
/* clang-format on */
