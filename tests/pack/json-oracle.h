/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of JSON held against json-glib, which shares nothing with it. */
#pragma once

#include <json-glib/json-glib.h>
#include <string.h>

#include "bearings-json-reader.h"

/* What the reader makes of the value that comes, as json-glib would hold it; NULL after a fault. */
static inline JsonNode *
oracle_value (BearingsJsonReader *json)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;
  BearingsJsonNumber number;
  gboolean flag;

  switch (bearings_json_reader_peek (json)) {
  case BEARINGS_JSON_OBJECT:
    json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), json_object_new ());
    bearings_json_reader_enter (json);
    while (bearings_json_reader_next (json)) {
      g_autofree char *key = bearings_json_reader_dup_key (json);
      JsonNode *member = oracle_value (json);

      if (member != NULL)
        json_object_set_member (json_node_get_object (node), key, member);
    }
    break;
  case BEARINGS_JSON_LIST:
    json_node_take_array (json_node_init (node, JSON_NODE_ARRAY), json_array_new ());
    bearings_json_reader_enter (json);
    while (bearings_json_reader_next (json)) {
      JsonNode *element = oracle_value (json);

      if (element != NULL)
        json_array_add_element (json_node_get_array (node), element);
    }
    break;
  case BEARINGS_JSON_TEXT:
    text = bearings_json_reader_dup_text (json);
    json_node_init_string (node, text);
    break;
  case BEARINGS_JSON_NUMBER:
    if (bearings_json_reader_number (json, &number)) {
      if (number.whole)
        json_node_init_int (node, number.integer);
      else
        json_node_init_double (node, number.value);
    }
    break;
  case BEARINGS_JSON_BOOLEAN:
    bearings_json_reader_boolean (json, &flag);
    json_node_init_boolean (node, flag);
    break;
  case BEARINGS_JSON_NULL:
    bearings_json_reader_skip (json);
    json_node_init_null (node);
    break;
  case BEARINGS_JSON_NONE:
    break;
  }
  return json->fault.code == NULL ? g_steal_pointer (&node) : NULL;
}

/* Whether a fault is of a kind that json-glib lets pass. */
static inline gboolean
oracle_is_stricter (const BearingsJsonFault *fault)
{
  static const char *const codes[] = {
    "duplicate-key", "number-too-long", "too-deep",      "escaped-key", "key-too-long",
    "too-many-keys", "text-too-long",   "nul-character", "bad-escape",  NULL
  };

  return g_strv_contains (codes, fault->code) ||
         g_str_has_prefix (fault->message, "a control character stands in a text") ||
         g_str_has_prefix (fault->message, "a text is not closed before the end of the line");
}

static inline void
oracle_fail (const char *what, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *shown = g_strescape (copy, NULL);

  g_error ("json-glib %s: %s", what, shown);
}

/* What the reader takes json-glib takes for the same; what it refuses json-glib refuses too, with
 * the exceptions above; and a value that is passed over is looked at as one that is read. Whether
 * it is taken. */
static inline gboolean
oracle_agrees (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (BearingsJsonReader) json = { 0 };
  g_auto (BearingsJsonReader) skipping = { 0 };
  g_autoptr (JsonNode) ours = NULL;
  gboolean taken;

  bearings_json_reader_begin (&json, text, length, 1);
  ours = oracle_value (&json);
  bearings_json_reader_end (&json);
  bearings_json_reader_begin (&skipping, text, length, 1);
  bearings_json_reader_skip (&skipping);
  bearings_json_reader_end (&skipping);
  g_assert_cmpstr (json.fault.code, ==, skipping.fault.code);
  g_assert_cmpstr (json.fault.message, ==, skipping.fault.message);
  g_assert_cmpstr (json.fault.path, ==, skipping.fault.path);
  g_assert_cmpuint (json.fault.line, ==, skipping.fault.line);

  json_parser_set_strict (parser, TRUE);
  taken = json_parser_load_from_data (parser, text, (gssize) length, NULL);
  if (json.fault.code == NULL && !taken)
    oracle_fail ("refuses", text, length);
  if (json.fault.code == NULL && !json_node_equal (ours, json_parser_get_root (parser)))
    oracle_fail ("reads otherwise", text, length);
  if (json.fault.code != NULL && taken && !oracle_is_stricter (&json.fault))
    oracle_fail ("takes", text, length);
  return json.fault.code == NULL;
}
