/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: good records straight from their text. */
#pragma once

#include "bearings-record.h"

/**
 * bearings_pack_decode_quick:
 * @text: UTF-8 or not, of @length bytes; need not end in a NUL
 *
 * Reads a record without a tree in between. Anything that is not plainly good, and a few good but
 * unusual ways to write, are left to bearings_json_scan() and bearings_pack_decode_record(), which
 * say what is wrong: this function accepts nothing they would refuse, and reads what it accepts as
 * they do.
 *
 * Returns: (nullable): the record, or %NULL.
 */
BearingsRecord *bearings_pack_decode_quick (const char *text, gsize length);
