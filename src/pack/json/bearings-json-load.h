/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: a file of JSON that is no pack. */
#pragma once

#include <json-glib/json-glib.h>

/* Looks the text over as bearings_json_scan() does, which json-glib alone would not, then parses
 * it.
 * @name is the file's; NULL with "name:line: what is wrong" of %BEARINGS_PACK_ERROR and @code. The
 * node belongs to the parser. */
JsonNode *bearings_json_load (JsonParser *parser,
                              const char *name,
                              const char *text,
                              gsize length,
                              int code,
                              GError **error);
