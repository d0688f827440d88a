/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of JSON that is no pack. */

#include "bearings-json-load.h"

#include "bearings-json-scan.h"
#include "bearings-pack-error.h"

JsonNode *
bearings_json_load (JsonParser *parser,
                    const char *name,
                    const char *text,
                    gsize length,
                    int code,
                    GError **error)
{
  g_auto (BearingsJsonFault) fault = { 0 };
  g_autoptr (GError) local = NULL;

  if (!bearings_json_scan (text, length, NULL, NULL, NULL, &fault)) {
    g_set_error (error, BEARINGS_PACK_ERROR, code, "%s:%u: %s", name, fault.line, fault.message);
    return NULL;
  }
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local)) {
    /* json-glib quotes the text by bytes, through the middle of letters. */
    g_autofree char *message = g_utf8_make_valid (local->message, -1);

    g_set_error (error, BEARINGS_PACK_ERROR, code, "%s: %s", name, message);
    return NULL;
  }
  return json_parser_get_root (parser);
}
