/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Included before every test of this folder: a use case that blocks where the window is drawn ends
 * the program. The test itself, which nobody looks at, may ask and change what it likes. */
#pragma once

#include "bearings-service-ask.h"
#include "bearings-service-clients.h"
#include "bearings-service-freshness.h"
#include "bearings-service-groups.h"
#include "bearings-service-packs.h"
#include "bearings-service-plan.h"
#include "bearings-service-quality.h"
#include "bearings-service-result.h"
#include "bearings-service-sample.h"
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
#define bearings_service_append(...) MAY_BLOCK (bearings_service_append (__VA_ARGS__))
#define bearings_service_begin_session(...) MAY_BLOCK (bearings_service_begin_session (__VA_ARGS__))
#define bearings_service_build_catalogue(...) MAY_BLOCK (bearings_service_build_catalogue (__VA_ARGS__))
#define bearings_service_create_client(...) MAY_BLOCK (bearings_service_create_client (__VA_ARGS__))
#define bearings_service_data_version(...) MAY_BLOCK (bearings_service_data_version (__VA_ARGS__))
#define bearings_service_delete_client(...) MAY_BLOCK (bearings_service_delete_client (__VA_ARGS__))
#define bearings_service_end_guest(...) MAY_BLOCK (bearings_service_end_guest (__VA_ARGS__))
#define bearings_service_get_form(...) MAY_BLOCK (bearings_service_get_form (__VA_ARGS__))
#define bearings_service_get_record(...) MAY_BLOCK (bearings_service_get_record (__VA_ARGS__))
#define bearings_service_get_result(...) MAY_BLOCK (bearings_service_get_result (__VA_ARGS__))
#define bearings_service_get_result_screen(...) MAY_BLOCK (bearings_service_get_result_screen (__VA_ARGS__))
#define bearings_service_get_skill_page(...) MAY_BLOCK (bearings_service_get_skill_page (__VA_ARGS__))
#define bearings_service_apply(...) MAY_BLOCK (bearings_service_apply (__VA_ARGS__))
#define bearings_service_list_careers(...) MAY_BLOCK (bearings_service_list_careers (__VA_ARGS__))
#define bearings_service_list_claims(...) MAY_BLOCK (bearings_service_list_claims (__VA_ARGS__))
#define bearings_service_list_freshness(...) MAY_BLOCK (bearings_service_list_freshness (__VA_ARGS__))
#define bearings_service_list_learning(...) MAY_BLOCK (bearings_service_list_learning (__VA_ARGS__))
#define bearings_service_list_register(...) MAY_BLOCK (bearings_service_list_register (__VA_ARGS__))
#define bearings_service_list_sample(...) MAY_BLOCK (bearings_service_list_sample (__VA_ARGS__))
#define bearings_service_list_sessions(...) MAY_BLOCK (bearings_service_list_sessions (__VA_ARGS__))
#define bearings_service_list_sessions_of(...) MAY_BLOCK (bearings_service_list_sessions_of (__VA_ARGS__))
#define bearings_service_merge_sample(...) MAY_BLOCK (bearings_service_merge_sample (__VA_ARGS__))
#define bearings_service_new(...) MAY_BLOCK (bearings_service_new (__VA_ARGS__))
#define bearings_service_rescore(...) MAY_BLOCK (bearings_service_rescore (__VA_ARGS__))
#define bearings_service_resume(...) MAY_BLOCK (bearings_service_resume (__VA_ARGS__))
#define bearings_service_save_result(...) MAY_BLOCK (bearings_service_save_result (__VA_ARGS__))
#define bearings_service_set_client(...) MAY_BLOCK (bearings_service_set_client (__VA_ARGS__))
#define bearings_sitting_model_new(...) MAY_BLOCK (bearings_sitting_model_new (__VA_ARGS__))
/* clang-format on */
