/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same as may-block.h for the use cases of packs. */
#pragma once

#include "bearings-service-imports.h"
#include "bearings-service-packs.h"
#include "bearings-service-publishers.h"

/* clang-format off */
#define bearings_service_publishers_add(...) MAY_BLOCK (bearings_service_publishers_add (__VA_ARGS__))
#define bearings_service_imports_list(...) MAY_BLOCK (bearings_service_imports_list (__VA_ARGS__))
#define bearings_service_publishers_list(...) MAY_BLOCK (bearings_service_publishers_list (__VA_ARGS__))
#define bearings_service_imports_undo(...) MAY_BLOCK (bearings_service_imports_undo (__VA_ARGS__))
/* clang-format on */
