/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading JSON: values and places, and the same as another reader. */

#include <string.h>

#include "bearings-pack-decode.h"
#include "bearings-pack-writer.h"
#include "json-oracle.h"
#include "random-record.h"

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

/* The text is read as @meant. */
static void
assert_text (const char *text, const char *meant)
{
  g_auto (BearingsJsonReader) json = { 0 };
  g_autofree char *read = NULL;

  bearings_json_reader_begin (&json, text, strlen (text), 1);
  read = bearings_json_reader_dup_text (&json);
  g_assert_cmpstr (json.fault.message, ==, NULL);
  g_assert_cmpstr (read, ==, meant);
}

/* The text is refused, by who reads it and by who passes it over. */
static void
assert_fault (const char *text, const char *code, guint line, guint column, const char *path)
{
  g_auto (BearingsJsonReader) json = { 0 };
  g_autofree char *place = g_strdup_printf (" (column %u)", column);

  bearings_json_reader_begin (&json, text, strlen (text), 1);
  if (bearings_json_reader_skip (&json))
    bearings_json_reader_end (&json);
  g_assert_cmpstr (json.fault.code, ==, code);
  g_assert_cmpuint (json.fault.line, ==, line);
  g_assert_cmpstr (json.fault.path, ==, path);
  if (!g_str_has_suffix (json.fault.message, place))
    g_error ("not at column %u: %s", column, json.fault.message);
}

static void
test_surrogate_pairs (void)
{
  assert_text ("\"\\ud800\\udc00\"", "\xf0\x90\x80\x80");         /* U+10000 */
  assert_text ("\"\\uD83D\\uDE00 \\ud83d\\ude01\"", "😀 😁");     /* U+1F600, U+1F601 */
  assert_text ("\"\\ud800\\udfff\"", "\xf0\x90\x8f\xbf");         /* U+103FF */
  assert_text ("\"\\udbff\\udfff\"", "\xf4\x8f\xbf\xbf");         /* U+10FFFF */
  assert_text ("\"\\ud7ff\\ue000\"", "\xed\x9f\xbf\xee\x80\x80"); /* beside them */
  assert_fault ("\"\\ud83d\"", "bad-escape", 1, 8, "$");
  assert_fault ("\"\\ud83d\\n\"", "bad-escape", 1, 8, "$");
  assert_fault ("\"\\ud83d\\ud83d\"", "bad-escape", 1, 14, "$");
  assert_fault ("\"\\ude00\\ud83d\"", "bad-escape", 1, 8, "$");
  assert_fault ("\"\\ud83d\\ue000\"", "bad-escape", 1, 14, "$");
}

static void
test_escapes (void)
{
  assert_text ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\"", "\"\\/\b\f\n\r\tAé€");
  assert_text ("\"long enough for a word \\u00e9 and long enough behind it\"",
               "long enough for a word é and long enough behind it");
  assert_text ("\"\x7f\xc2\x80 é € 😀\"", "\x7f\xc2\x80 é € 😀");
  assert_fault ("\"\\u00g0\"", "bad-escape", 1, 6, "$");
  assert_fault ("\"\\u00", "truncated", 1, 6, "$");
  assert_fault ("\"\\a\"", "bad-escape", 1, 3, "$");
  assert_fault ("\"\\u0000\"", "nul-character", 1, 8, "$");
}

/* A control character is found wherever it stands in a word of eight bytes, or behind the last. */
static void
test_control_characters (void)
{
  for (guint n = 1; n < 20; n++)
    for (guint at = 0; at < n; at++)
      for (char c = 1; c < 0x20; c++) {
        g_autofree char *text = repeat ("\"", "a", n, "\"");

        text[at + 1] = c;
        assert_fault (text, "malformed-json", 1, at + 2, "$");
      }
}

static void
test_places (void)
{
  static const struct {
    const char *text, *code, *path;
    guint line, column;
  } rows[] = {
    { "", "truncated", "$", 1, 1 },
    { "{", "truncated", "$", 1, 2 },
    { "x", "malformed-json", "$", 1, 1 },
    { "1 2", "malformed-json", "$", 1, 3 },
    { "[1,]", "malformed-json", "$[1]", 1, 4 },
    { "[1 2]", "malformed-json", "$", 1, 4 },
    { "{\"a\":1,}", "malformed-json", "$", 1, 8 },
    { "{\"a\" 1}", "malformed-json", "$", 1, 6 },
    { "{\n \"a\": [1,\n  {\"é\": \"ü\", \"b\": 01}]}", "malformed-json", "$.a[1].b", 3, 19 },
    { "{\"a\":{\"b\":1},\r\n\"c\":[[0],[tru]]}", "malformed-json", "$.c[1][0]", 2, 11 },
    { "{\"a\":{\"b\":1},\n\"c\":{\"d\":1,\"d\":2}}", "duplicate-key", "$.c", 2, 12 },
    { "{\"a\":[]}\n]", "malformed-json", "$", 2, 1 },
    { "[\"a\",\n\"\xff\"]", "bad-utf8", "$", 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_fault (rows[i].text, rows[i].code, rows[i].line, rows[i].column, rows[i].path);
}

static void
assert_taken (const char *text)
{
  g_auto (BearingsJsonReader) json = { 0 };

  bearings_json_reader_begin (&json, text, strlen (text), 1);
  bearings_json_reader_skip (&json);
  bearings_json_reader_end (&json);
  g_assert_cmpstr (json.fault.message, ==, NULL);
}

/* What a limit says may be, and no more. */
static void
test_limits (void)
{
  g_autofree char *shallow = repeat ("", "[", BEARINGS_JSON_MAX_DEPTH, "");
  g_autofree char *closed = repeat (shallow, "]", BEARINGS_JSON_MAX_DEPTH, "");
  g_autofree char *deep = repeat ("[", closed, 1, "]");
  g_autofree char *longest = repeat ("\"", "a", BEARINGS_JSON_MAX_TEXT, "\"");
  g_autofree char *too_long = repeat ("{\"a\":[\"", "a", BEARINGS_JSON_MAX_TEXT + 1, "\"]}");
  g_autofree char *escaped = repeat ("\"", "\\u00e9", BEARINGS_JSON_MAX_TEXT / 2, "\"");
  g_autofree char *one_more = repeat ("\"\\n", "\\u00e9", BEARINGS_JSON_MAX_TEXT / 2, "\"");
  g_autofree char *key = repeat ("{\"", "k", BEARINGS_JSON_MAX_KEY, "\":1}");
  g_autofree char *long_key = repeat ("{\"", "k", BEARINGS_JSON_MAX_KEY + 1, "\":1}");
  g_autoptr (GString) keys = g_string_new ("{\"k\":0");

  assert_taken (closed);
  assert_fault (
    deep, "too-deep", 1, BEARINGS_JSON_MAX_DEPTH + 1,
    "$[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"
    "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"
    "[0][0][0][0][0][0][0][0][0]");
  assert_taken (longest);
  assert_fault (too_long, "text-too-long", 1, 7, "$.a[0]");
  assert_taken (escaped); /* what is meant counts, not how it is written */
  assert_fault (one_more, "text-too-long", 1, 1, "$");
  assert_taken (key);
  assert_fault (long_key, "key-too-long", 1, 2, "$");
  for (guint i = 1; i < BEARINGS_JSON_MAX_KEYS; i++)
    g_string_append_printf (keys, ",\"k%u\":0", i);
  g_string_append_c (keys, '}');
  assert_taken (keys->str);
  g_string_truncate (keys, keys->len - 1);
  g_string_append (keys, ",\"more\":0}");
  assert_fault (keys->str, "too-many-keys", 1, (guint) keys->len - 8, "$");
}

/* Random JSON --------------------------------------------------------------------------------- */

static const char *
pick (GRand *rand, const char *const *from, guint n)
{
  return from[g_rand_int_range (rand, 0, (gint) n)];
}
#define PICK(rand, from) pick (rand, from, G_N_ELEMENTS (from))

static gboolean
one_in (GRand *rand, gint n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static void
random_blank (GRand *rand, GString *out)
{
  static const char *const blanks[] = { " ", "\n", "\t", "\r\n", "  " };

  if (one_in (rand, 4))
    g_string_append (out, PICK (rand, blanks));
}

static void
random_string (GRand *rand, GString *out)
{
  static const char *const pieces[] = {
    "a",
    "some words ",
    "é",
    "€",
    "😀",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u0041",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\uDBFF\\uDFFF",
    "/",
    "\x7f",
    "'",
    "{",
    "]",
    "0",
    "\\b",
  };
  static const char *const bad[] = { "\\ud83d", "\\udc00", "\\u0000", "\\x",         "\t",
                                     "\xff",    "\xc3",    "\\u12",   "\xed\xa0\x80" };

  g_string_append_c (out, '"');
  for (gint i = g_rand_int_range (rand, 0, 8); i > 0; i--)
    g_string_append (out, one_in (rand, 200) ? PICK (rand, bad) : PICK (rand, pieces));
  g_string_append_c (out, '"');
}

static void
random_number (GRand *rand, GString *out)
{
  static const char *const numbers[] = {
    "0",      "-0",     "1",       "-1",  "12345678901234567",   "123456789012345678",
    "1e5",    "1E+3",   "-2.5e-3", "0.1", "0.30000000000000004", "1e308",
    "5e-324", "1e-400", "-0.0",    "3.0", "9007199254740993.0",  "123456789.123456789012345678",
  };
  static const char *const bad[] = {
    "01",  "1.",  ".5",  "+1", "1e",   "--1", "1234567890123456789",
    "0x1", "NaN", "1e+", "-",  "1.e1", "00",  "1_0"
  };

  if (one_in (rand, 2))
    g_string_append (out, one_in (rand, 100) ? PICK (rand, bad) : PICK (rand, numbers));
  else
    g_string_append_printf (out, "%d.%u", g_rand_int_range (rand, -1000, 1000),
                            g_rand_int_range (rand, 0, 1000));
}

static void random_json (GRand *rand, GString *out, guint depth);

static void
random_container (GRand *rand, GString *out, gboolean object, guint depth)
{
  gint n = g_rand_int_range (rand, 0, 6);

  g_string_append_c (out, object ? '{' : '[');
  for (gint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    random_blank (rand, out);
    if (object)
      g_string_append_printf (out, "\"key%d\":", one_in (rand, 200) ? 0 : i);
    random_json (rand, out, depth + 1);
  }
  g_string_append_c (out, object ? '}' : ']');
}

static void
random_json (GRand *rand, GString *out, guint depth)
{
  static const char *const words[] = { "true", "false", "null" };

  random_blank (rand, out);
  switch (g_rand_int_range (rand, depth == 0 ? 3 : 0, depth > 6 ? 3 : 6)) {
  case 0:
    g_string_append (out, PICK (rand, words));
    break;
  case 1:
    random_number (rand, out);
    break;
  case 2:
    random_string (rand, out);
    break;
  default:
    random_container (rand, out, one_in (rand, 2), depth);
  }
  random_blank (rand, out);
}

/* A byte is another one, or gone. */
static void
spoil (GRand *rand, GString *text)
{
  static const char bytes[] = "{}[]\",:0123456789.-+eE\\utrfn \n\x01\x80\xff";
  gssize at = g_rand_int_range (rand, 0, (gint) text->len);

  if (one_in (rand, 2))
    g_string_erase (text, at, 1);
  else
    text->str[at] = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
}

static void
test_another_reader (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261201);
  guint n_taken = 0, n_refused = 0;

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    if (one_in (rand, 100)) {
      guint depth = (guint) g_rand_int_range (rand, 55, 75);
      for (guint k = 0; k < depth; k++)
        g_string_append (text, one_in (rand, 2) ? "[" : "{\"k\":");
    } else {
      random_json (rand, text, 0);
    }
    if (one_in (rand, 3))
      spoil (rand, text);
    if (oracle_agrees (text->str, text->len))
      n_taken++;
    else
      n_refused++;
  }
  g_assert_cmpuint (n_taken, >, 8000);
  g_assert_cmpuint (n_refused, >, 4000);
}

/* Records, written otherwise ------------------------------------------------------------------ */

static void respell (GRand *rand, JsonNode *node, GString *out);

static void
respell_text (GRand *rand, const char *text, GString *out)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x10000 && one_in (rand, 2))
      g_string_append_printf (out, "\\u%04x\\u%04X", 0xd800 + ((c - 0x10000) >> 10),
                              0xdc00 + ((c - 0x10000) & 0x3ff));
    else if (c < 0x10000 && (c < 0x20 || c == '"' || c == '\\' || one_in (rand, 4)))
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '"');
}

static void
respell_object (GRand *rand, JsonObject *object, GString *out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_insert (names, g_rand_int_range (rand, 0, (gint) names->len + 1), (char *) name);
  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++) {
    g_string_append_printf (out, "%s\"%s\":", i > 0 ? "," : "", (char *) names->pdata[i]);
    respell (rand, json_object_get_member (object, names->pdata[i]), out);
  }
  g_string_append_c (out, '}');
}

/* The value in another order, with other escapes, blanks and forms of numbers. */
static void
respell (GRand *rand, JsonNode *node, GString *out)
{
  static const char *const forms[] = { "%.17g", "%.16e", "%.20g" };
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  random_blank (rand, out);
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    respell_object (rand, json_node_get_object (node), out);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *list = json_node_get_array (node);

    g_string_append_c (out, '[');
    for (guint i = 0; i < json_array_get_length (list); i++) {
      g_string_append (out, i > 0 ? "," : "");
      respell (rand, json_array_get_element (list, i), out);
    }
    g_string_append_c (out, ']');
  } else if (json_node_get_value_type (node) == G_TYPE_STRING) {
    respell_text (rand, json_node_get_string (node), out);
  } else if (json_node_get_value_type (node) == G_TYPE_DOUBLE) {
    g_ascii_formatd (number, sizeof number, PICK (rand, forms), json_node_get_double (node));
    /* So many digits without a point would be an integer that is too long. */
    if (strlen (number) > 18 && strpbrk (number, ".e") == NULL)
      g_ascii_formatd (number, sizeof number, "%.16e", json_node_get_double (node));
    g_string_append (out, number);
  } else if (json_node_get_value_type (node) == G_TYPE_INT64) {
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  } else {
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  }
  random_blank (rand, out);
}

/* Any record, however it is written, is read as json-glib understands it. */
/* A word may be all that there is; a part of one is cut off, not another word. */
static void
test_words (void)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_auto (BearingsJsonReader) json = { 0 };

    bearings_json_reader_begin (&json, words[i], strlen (words[i]), 1);
    g_assert_true (bearings_json_reader_skip (&json));
    g_assert_true (bearings_json_reader_end (&json));
  }
  assert_fault ("[trux]", "malformed-json", 1, 2, "$[0]");
  assert_fault ("[nulL, 1, 2]", "malformed-json", 1, 2, "$[0]");
  assert_fault ("[fals", "truncated", 1, 6, "$[0]");
}

static void
test_respelt_records (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261202);

  for (guint round = 0; round < 60; round++)
    for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
      g_autoptr (BearingsRecord) record = random_record (rand, kind);
      g_autofree char *written = bearings_pack_writer_record_to_json (record);
      g_autoptr (JsonNode) node = json_from_string (written, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (BearingsJsonReader) json = { 0 };
      g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
      BearingsDecode decode = { "test", &json, problems, 0 };
      g_autoptr (BearingsRecord) read = NULL;

      respell (rand, node, text);
      bearings_json_reader_begin (&json, text->str, text->len, 1);
      read = bearings_pack_decode_record (&decode);
      bearings_json_reader_end (&json);
      g_assert_cmpstr (json.fault.message, ==, NULL);
      g_assert_cmpuint (problems->len, ==, 0);
      if (!bearings_record_equal (record, read))
        g_error ("read otherwise: %s", text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/json/surrogate-pairs", test_surrogate_pairs);
  g_test_add_func ("/pack/json/escapes", test_escapes);
  g_test_add_func ("/pack/json/control-characters", test_control_characters);
  g_test_add_func ("/pack/json/places", test_places);
  g_test_add_func ("/pack/json/limits", test_limits);
  g_test_add_func ("/pack/json/another-reader", test_another_reader);
  g_test_add_func ("/pack/json/words", test_words);
  g_test_add_func ("/pack/json/respelt-records", test_respelt_records);
  return g_test_run ();
}
