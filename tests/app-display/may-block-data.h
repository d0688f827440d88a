/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same as may-block.h for the use cases of packs. */
#pragma once

#include "bearings-service-packs.h"

/* clang-format off */
#define bearings_service_add_publisher(...) MAY_BLOCK (bearings_service_add_publisher (__VA_ARGS__))
#define bearings_service_list_imports(...) MAY_BLOCK (bearings_service_list_imports (__VA_ARGS__))
#define bearings_service_list_publishers(...) MAY_BLOCK (bearings_service_list_publishers (__VA_ARGS__))
#define bearings_service_undo_import(...) MAY_BLOCK (bearings_service_undo_import (__VA_ARGS__))
/* clang-format on */
