/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry point of a libFuzzer target. */
#pragma once

#include <glib.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
