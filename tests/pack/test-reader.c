/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading packs: both forms, and every way a file can be bad. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-claims.h"
#include "pack-fixture.h"

#define LINES(records) "{" HEADER "}\n" records "\n"
#define DOCUMENT(records) "{" HEADER ",\n\"records\":[\n" records "\n]}\n"
#define VALUE(members) "{\"metric\":\"m\",\"unit\":\"percent\"," members "}"
#define NO_INTERVAL "\"interval\":\"not-stated\""

static void
test_forms (void)
{
  static const char *const packs[] = {
    LINES (SOURCE "\n" SKILL),
    DOCUMENT (SOURCE ",\n" SKILL),
    "{" HEADER ",\"records\":[" SOURCE "," SKILL "]}", /* a document on one line */
    "\r\n{" HEADER "}\r\n\r\n" SOURCE "\r\n" SKILL,    /* blank lines, no end of line */
    "{\"records\":[" SOURCE "," SKILL "]," HEADER "}", /* header last */
  };
  static const BearingsPackForm forms[] = {
    BEARINGS_PACK_LINES, BEARINGS_PACK_DOCUMENT, BEARINGS_PACK_DOCUMENT,
    BEARINGS_PACK_LINES, BEARINGS_PACK_DOCUMENT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++) {
    g_auto (Read) read = { 0 };
    g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, packs[i], -1);

    read_bytes (&read, packs[i], -1);
    g_assert_no_error (read.error);
    g_assert_cmpuint (read.problems->len, ==, 0);
    g_assert_cmpint (read.summary->form, ==, forms[i]);
    g_assert_cmpint (read.summary->n_records, ==, 2);
    g_assert_cmpint (read.summary->n_of_kind[BEARINGS_RECORD_SKILL], ==, 1);
    g_assert_cmpint (read.summary->size, ==, (goffset) strlen (packs[i]));
    g_assert_cmpstr (read.summary->sha256, ==, sha256);
    g_assert_cmpstr (read.summary->info->id, ==, "test");
    g_assert_cmpuint (read.records->len, ==, 2);
    g_assert_cmpstr (((BearingsRecord *) g_ptr_array_index (read.records, 1))->id, ==, "python");
  }
}

static void
test_values (void)
{
  g_auto (Read) read = { 0 };
  BearingsClaim *claim;

  read_bytes (
    &read,
    LINES (SOURCE "\n" CLAIM ("{\"metric\":\"m\\u00e9\\ud83d\\ude00\",\"value\":-2.5e1,\"low\":-30,"
                              "\"high\":-20,\"interval\":\"source\",\"count\":8.0,\"total\":10,"
                              "\"unit\":\"points\"}")),
    -1);
  g_assert_no_error (read.error);
  claim = g_ptr_array_index (read.records, 1);
  g_assert_cmpfloat (claim->finding.value, ==, -25);
  g_assert_cmpint (claim->finding.count, ==, 8);
  g_assert_cmpint (claim->finding.interval, ==, BEARINGS_INTERVAL_SOURCE);
  g_assert_cmpint (claim->peer_reviewed, ==, BEARINGS_UNKNOWN);
  g_assert_cmpstr (claim->finding.metric, ==, "mé😀");
}

static void
test_malformed (void)
{
  assert_refused ("", 0, "empty-file", 0, NULL);
  assert_refused (" \n\n", -1, "empty-file", 0, NULL);
  assert_refused ("hello", -1, "malformed-json", 1, NULL);
  assert_refused ("[1,2]", -1, "not-a-pack", 1, NULL);
  assert_refused ("{\"a\":1}", -1, "not-a-pack", 1, NULL);
  assert_refused ("{" HEADER "}", -1, "no-records", 0, NULL);
  assert_refused ("{" HEADER ",\"records\":[]}", -1, "no-records", 0, NULL);
  assert_refused ("{" HEADER ",\"records\":{}}", -1, "wrong-type", 0, NULL);
  assert_refused ("{\n" HEADER "\n}", -1, "no-records", 0, NULL);
  assert_refused (LINES ("{\"type\":\"skill\""), -1, "truncated", 2, NULL);
  assert_refused ("{" HEADER ",\n\"records\":[" SOURCE ",\n", -1, "truncated", 3, NULL);
  assert_refused (LINES (SOURCE "x"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{'type':1}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":01}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":1,}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":nul}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":/**/1}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":NaN}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":\"a\tb\"}"), -1, "malformed-json", 2, NULL);
  assert_refused (LINES ("{\"type\":\"\\x\"}"), -1, "bad-escape", 2, NULL);
  assert_refused (LINES ("{\"type\":\"\\ud800\"}"), -1, "bad-escape", 2, NULL);
  assert_refused (LINES ("{\"type\":\"\\udc00\"}"), -1, "bad-escape", 2, NULL);
  assert_refused (LINES ("{\"type\":\"a\\u0000b\"}"), -1, "nul-character", 2, NULL);
  assert_refused (LINES ("{\"ty\\u0070e\":1}"), -1, "escaped-key", 2, NULL);
  assert_refused (LINES ("{\"type\":\"a\",\"type\":\"a\"}"), -1, "duplicate-key", 2, NULL);
  assert_refused (LINES ("{\"type\":12345678901234567890}"), -1, "number-too-long", 2, NULL);
  assert_refused ("{" HEADER "}\n\xff\xfe\n", -1, "bad-utf8", 2, NULL);
  assert_refused ("{" HEADER "}\n{\"a\0b\":1}", sizeof ("{" HEADER "}\n{\"a\0b\":1}") - 1,
                  "nul-character", 2, NULL);
  assert_refused ("\xff\xfe{\0", 4, "bad-encoding", 1, NULL);
  /* The line of a fault inside a document is that of the file. */
  assert_refused ("{" HEADER ",\n\"records\":[\n" SOURCE ",\n{\"type\" 1}]}", -1, "malformed-json",
                  4, NULL);
}

static void
test_nesting (void)
{
  g_autoptr (GString) bomb = g_string_new ("{" HEADER "}\n");

  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append_c (bomb, '[');
  assert_refused (bomb->str, (gssize) bomb->len, "too-deep", 2, NULL);

  g_string_assign (bomb, "{" HEADER "}\n{");
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (bomb, "%s\"k%u\":1", i > 0 ? "," : "", i);
  g_string_append (bomb, "}");
  assert_refused (bomb->str, (gssize) bomb->len, "too-many-keys", 2, NULL);
}

static void
test_header (void)
{
#define WITHOUT                                                                                    \
  "\"bearings_pack\":1,\"id\":\"t\",\"title\":\"T\",\"version\":\"1\","                            \
  "\"published\":\"2026-08-31\",\"publisher\":\"T\""
  assert_refused ("{" WITHOUT "}\n" SOURCE, -1, "missing-field", 1, "$");
  assert_refused ("{" HEADER ",\"licens\":\"x\"}\n" SOURCE, -1, "unknown-field", 1, "$.licens");
  assert_refused ("{" HEADER ",\"note\":\"\"}\n" SOURCE, -1, "empty-text", 1, "$.note");
  assert_refused ("{" HEADER ",\"note\":3}\n" SOURCE, -1, "wrong-type", 1, "$.note");
  assert_refused ("{\"bearings_pack\":2,\"id\":7}\n{}", -1, "newer-format", 1, "$.bearings_pack");
  assert_refused ("{\"bearings_pack\":0}\n{}", -1, "bad-format", 1, "$.bearings_pack");
  assert_refused ("{\"bearings_pack\":\"1\"}\n{}", -1, "wrong-type", 1, "$.bearings_pack");
  assert_refused ("{\"bearings_pack\":1,\"id\":\"A b\"}\n{}", -1, "bad-id", 1, "$.id");
  assert_refused ("{\"bearings_pack\":1,\"version\":\"1..2\"}\n{}", -1, "bad-version", 1,
                  "$.version");
  assert_refused ("{\"bearings_pack\":1,\"published\":\"2026-02-30\"}\n{}", -1, "bad-date", 1,
                  "$.published");
}

/* A newer format may mean anything: nothing but that is said. */
static void
test_newer_format_alone (void)
{
  g_auto (Read) read = { 0 };

  read_bytes (&read, "{\"bearings_pack\":2,\"new\":7}\n{\"type\":\"new\"}\n", -1);
  g_assert_cmpuint (read.problems->len, ==, 1);
}

static void
test_records (void)
{
  static const struct {
    const char *record, *code, *path;
  } cases[] = {
    { "7", "wrong-type", "$" },
    { "{\"id\":\"x\"}", "missing-type", "$" },
    { "{\"type\":\"skil\",\"id\":\"x\"}", "unknown-type", "$.type" },
    { "{\"type\":7}", "wrong-type", "$.type" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":7,\"kind\":\"technology\"}", "wrong-type",
      "$.name" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"\",\"kind\":\"technology\"}", "empty-text",
      "$.name" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\" \",\"kind\":\"technology\"}", "empty-text",
      "$.name" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"a\\u0007b\",\"kind\":\"technology\"}",
      "control-character", "$.name" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":null,\"kind\":\"technology\"}", "null-value",
      "$.name" },
    { "{\"type\":\"skill\",\"id\":\"x y\",\"name\":\"X\",\"kind\":\"technology\"}", "bad-id",
      "$.id" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\",\"kind\":\"tecnology\"}", "unknown-value",
      "$.kind" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\"}", "missing-field", "$.kind" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\",\"kind\":\"skill\",\"aliases\":\"y\"}",
      "wrong-type", "$.aliases" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\",\"kind\":\"skill\",\"aliases\":[\"y\",7]}",
      "wrong-type", "$.aliases[1]" },
    { "{\"type\":\"skill\",\"id\":\"x\",\"nmae\":\"X\",\"kind\":\"skill\"}", "unknown-field",
      "$.nmae" },
    { "{\"type\":\"source\",\"id\":\"x\",\"csl_type\":\"report\",\"title\":\"T\","
      "\"url\":\"ftp://a.b/c\"}",
      "bad-url", "$.url" },
    { "{\"type\":\"source\",\"id\":\"x\",\"csl_type\":\"report\",\"title\":\"T\","
      "\"url\":\"javascript:alert(1)\"}",
      "bad-url", "$.url" },
    { "{\"type\":\"source\",\"id\":\"x\",\"csl_type\":\"report\",\"title\":\"T\","
      "\"issued\":\"2022-13\"}",
      "bad-date", "$.issued" },
    { "{\"type\":\"source\",\"id\":\"x\",\"csl_type\":\"report\",\"title\":\"T\","
      "\"issued\":\"16.8.2022\"}",
      "bad-date", "$.issued" },
    { "{\"type\":\"source\",\"id\":\"x\",\"csl_type\":\"report\",\"title\":\"T\",\"doi\":\"x\"}",
      "bad-doi", "$.doi" },
    { "{\"type\":\"wage\",\"id\":\"x\"}", "id-is-made", "$.id" },
    { "{\"type\":\"occupation\",\"id\":\"x\",\"title\":\"T\",\"soc\":\"1\",\"source\":\"s\","
      "\"job_zone\":6}",
      "out-of-range", "$.job_zone" },
    { "{\"type\":\"occupation\",\"id\":\"x\",\"title\":\"T\",\"soc\":\"1\",\"source\":\"s\","
      "\"job_zone\":2.5}",
      "not-whole", "$.job_zone" },
    { "{\"type\":\"occupation\",\"id\":\"x\",\"title\":\"T\",\"soc\":\"1\",\"source\":\"s\","
      "\"job_zone\":\"2\"}",
      "wrong-type", "$.job_zone" },
    { "{\"type\":\"claim\",\"id\":\"c\",\"statement\":\"S\",\"channel\":\"pay\","
      "\"design\":\"survey\",\"finding\":{\"missing\":\"not-stated\"}}",
      "missing-field", "$.source" },
    { "{\"type\":\"occupation\",\"id\":\"x\",\"title\":\"T\",\"soc\":\"1\",\"source\":\"s\","
      "\"job_zone\":9007199254740994.0}",
      "not-whole", "$.job_zone" },
    { CLAIM ("7"), "wrong-type", "$.finding" },
    { CLAIM ("{}"), "missing-field", "$.finding" },
    { CLAIM ("{\"metric\":\"m\"}"), "value-or-missing", "$.finding" },
    { CLAIM (VALUE ("\"value\":1," NO_INTERVAL ",\"missing\":\"not-stated\"")), "value-and-missing",
      "$.finding.missing" },
    { CLAIM (VALUE ("\"value\":1")), "no-interval-reason", "$.finding.interval" },
    { CLAIM (VALUE ("\"value\":1e999," NO_INTERVAL)), "out-of-range", "$.finding.value" },
    { CLAIM (VALUE ("\"value\":true," NO_INTERVAL)), "wrong-type", "$.finding.value" },
    { CLAIM (VALUE ("\"value\":1,\"low\":2,\"high\":3,\"interval\":\"source\"")), "interval-order",
      "$.finding" },
    { CLAIM (VALUE ("\"value\":1,\"low\":0,\"interval\":\"source\"")), "half-interval",
      "$.finding.high" },
    { CLAIM (VALUE ("\"value\":1,\"low\":0,\"high\":2," NO_INTERVAL)), "interval-origin",
      "$.finding.interval" },
    { CLAIM (VALUE ("\"value\":50,\"count\":11,\"total\":10," NO_INTERVAL)), "count-above-total",
      "$.finding" },
    { CLAIM (VALUE ("\"value\":50,\"count\":6,\"total\":10," NO_INTERVAL)), "share-disagrees",
      "$.finding" },
    { CLAIM (VALUE ("\"value\":50,\"p\":1.5," NO_INTERVAL)), "out-of-range", "$.finding.p" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pack = g_strdup_printf ("{" HEADER "}\n%s\n", cases[i].record);
    assert_refused (pack, -1, cases[i].code, 2, cases[i].path);
  }
}

/* Of a record over several lines, the line is that of the value. */
static void
test_document_path (void)
{
  assert_refused (DOCUMENT (SOURCE ",\n" CLAIM ("{\"metric\":\"m\",\n\"value\":\"x\"}")), -1,
                  "wrong-type", 5, "$.records[1].finding.value");
}

/* What is missing has no line of its own: it is told at the beginning of what misses it. */
static void
test_lines (void)
{
  assert_refused (DOCUMENT (SOURCE ",\n{\n\"id\":\"x\",\n\"name\":\"X\"}"), -1, "missing-type", 4,
                  "$.records[1]");
  assert_refused (DOCUMENT (SOURCE ",\n{\n\"id\":\"x\",\n\"type\":\"skil\"}"), -1, "unknown-type",
                  6, "$.records[1].type");
  assert_refused ("\n{\"bearings_pack\":1,\n\"id\":\"t\",\n\"records\":[" SOURCE "]}", -1,
                  "missing-field", 2, "$");
  assert_refused ("\n{\"id\":\"t\",\n\"records\":[" SOURCE "]}", -1, "not-a-pack", 2, "$");
}

/* Of what is not JSON only that is said: the rest may look wrong because of it. */
static void
test_fault_alone (void)
{
  static const char *const packs[] = {
    LINES ("{\"type\":\"skill\",\"id\":7,\"nmae\":\"X\",\"kind\":\"skil\" 8}\n" SKILL),
    DOCUMENT ("{\"type\":\"skill\",\"id\":7,\"nmae\":\"X\",\"kind\":\"skil\" 8}"),
    "{\"bearings_pack\":\"1\",\"id\":7,\"titel\":\"x\",\"version\" 8}\n" SOURCE "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++) {
    g_auto (Read) read = { 0 };

    read_bytes (&read, packs[i], -1);
    g_assert_cmpuint (read.problems->len, ==, 1);
    g_assert_nonnull (find_problem (read.problems, "malformed-json"));
  }
}

/* What is wrong in one record does not hide what is wrong in the next, nor elsewhere in it. */
static void
test_all_findings (void)
{
  g_auto (Read) read = { 0 };
  g_autofree char *all = NULL;

  read_bytes (&read,
              LINES ("{\"type\":\"occupation\",\"id\":\"a\",\"title\":7,\"soc\":\"1\","
                     "\"source\":\"s\",\"job_zone\":9}\n{\"type\":\"skill\"}"),
              -1);
  all = all_problems (read.problems);
  g_assert_nonnull (find_problem (read.problems, "wrong-type"));
  g_assert_nonnull (find_problem (read.problems, "out-of-range"));
  /* The title was there, if wrong: that it is missing would be an echo. */
  g_assert_null (strstr (all, "$.title: “title”"));
  g_assert_cmpuint (read.problems->len, ==, 2 + 3);
  g_assert_cmpuint (read.records->len, ==, 0);
}

static void
test_suggestions (void)
{
  g_auto (Read) read = { 0 };
  g_autofree char *all = NULL;

  read_bytes (
    &read,
    LINES (
      "{\"type\":\"clam\"}\n{\"type\":\"skill\",\"id\":\"x\",\"nmae\":\"X\",\"kind\":\"skil\"}"),
    -1);
  all = all_problems (read.problems);
  g_assert_nonnull (strstr (all, "“claim”"));
  g_assert_nonnull (strstr (all, "“name”"));
  g_assert_nonnull (strstr (all, "technology, skill, knowledge"));
}

static void
test_many_problems (void)
{
  g_autoptr (GString) pack = g_string_new ("{" HEADER "}\n");
  g_auto (Read) read = { 0 };
  const BearingsProblem *last;

  for (guint i = 0; i < 3000; i++)
    g_string_append (pack, "7\n");
  read_bytes (&read, pack->str, (gssize) pack->len);
  g_assert_cmpuint (read.problems->len, ==, BEARINGS_PACK_MAX_PROBLEMS + 1);
  last = g_ptr_array_index (read.problems, BEARINGS_PACK_MAX_PROBLEMS);
  g_assert_cmpstr (last->code, ==, "more");
  g_assert_nonnull (strstr (last->message, "2000"));
}

static void
test_byte_order_mark (void)
{
  static const char *const packs[] = {
    "\xef\xbb\xbf" LINES (SOURCE),
    "\xef\xbb\xbf" DOCUMENT (SOURCE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++) {
    g_auto (Read) read = { 0 };

    read_bytes (&read, packs[i], -1);
    g_assert_no_error (read.error);
    g_assert_cmpuint (read.problems->len, ==, 1);
    g_assert_cmpuint (bearings_problem_list_count (read.problems, BEARINGS_SEVERITY_WARNING), ==,
                      1);
    g_assert_nonnull (find_problem (read.problems, "byte-order-mark"));
  }
}

static void
test_huge_text (void)
{
  g_autofree char *letters = g_strnfill (1000 * 1000, 'a');
  g_autofree char *pack = g_strdup_printf (
    "{" HEADER "}\n{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\",\"kind\":\"%s\"}\n", letters);
  g_autofree char *long_line = g_strnfill (BEARINGS_PACK_MAX_LINE + 1, ' ');
  g_autofree char *long_pack = g_strdup_printf ("{" HEADER "}\n%s\n", long_line);
  g_autofree char *long_key = g_strdup_printf ("{" HEADER "}\n{\"%s\":1}\n", letters);
  g_auto (Read) read = { 0 };

  assert_refused (pack, -1, "unknown-value", 2, "$.kind");
  assert_refused (long_pack, -1, "line-too-long", 2, NULL);
  assert_refused (long_key, -1, "key-too-long", 2, NULL);
  read_bytes (&read, pack, -1);
  g_assert_cmpuint (strlen (((BearingsProblem *) g_ptr_array_index (read.problems, 0))->message), <,
                    3000);
}

/* A line full of entries that are all wrong: told in part, and in good time. */
static void
test_hostile_lists (void)
{
  static const struct {
    const char *start, *entry, *end, *code;
  } cases[] = {
    { "{\"type\":\"skill\",\"id\":\"x\",\"name\":\"X\",\"kind\":\"skill\",\"aliases\":[0", ",7",
      "]}", "wrong-type" },
    { "{\"type\":\"study\",\"id\":\"x\",\"title\":\"X\",\"sources\":[\"a\"", ",\"a\"", "]}",
      "duplicate-entry" },
    { "{\"type\":\"claim\",\"id\":\"x\",\"certainty_reasons\":[{}", ",{\"dmain\":1}", "]}",
      "unknown-field" },
    { "{\"type\":\"item\",\"id\":\"x\",\"kind\":\"rubric\",\"criteria\":[{}",
      ",{\"id\":\"a\",\"points\":[{}]}", "]}", "too-few" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) pack = g_string_new ("{" HEADER "}\n");
    g_auto (Read) read = { 0 };

    g_string_append (pack, cases[i].start);
    while (pack->len < BEARINGS_PACK_MAX_LINE / 2)
      g_string_append (pack, cases[i].entry);
    g_string_append (pack, cases[i].end);
    read_bytes (&read, pack->str, (gssize) pack->len);
    g_assert_error (read.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
    g_assert_nonnull (find_problem (read.problems, cases[i].code));
    g_assert_cmpuint (read.problems->len, <=, BEARINGS_PACK_MAX_PROBLEMS + 1);
  }
}

/* A stream of a size nobody would keep in a string. */
static void
test_too_large_document (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "large.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  static const char start[] = "{" HEADER ",\n\"records\":[\n";

  g_assert_true (g_file_set_contents (path, start, -1, NULL));
  g_assert_no_errno (truncate (path, 200 * 1024 * 1024)); /* a hole: it takes no room */
  g_assert_null (bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
  g_assert_nonnull (find_problem (problems, "too-large"));
  g_assert_nonnull (strstr (find_problem (problems, "too-large")->message, "JSON Lines"));
  g_unlink (path);
}

static void
assert_file_refused (const char *path, const char *code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (find_problem (problems, code));
}

static void
test_files (void)
{
  g_autofree char *dir = g_dir_make_tmp ("bearings-pack-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (dir, "missing", NULL);
  g_autofree char *pipe = g_build_filename (dir, "pipe", NULL);
  g_autofree char *closed = g_build_filename (dir, "closed", NULL);

  assert_file_refused (dir, "is-folder");
  assert_file_refused (missing, "not-found");
  g_assert_no_errno (mkfifo (pipe, 0600));
  assert_file_refused (pipe, "not-regular");
  assert_file_refused ("/dev/zero", "not-regular");
  g_assert_true (g_file_set_contents (closed, "{}", -1, NULL));
  g_assert_no_errno (chmod (closed, 0));
  if (access (closed, R_OK) != 0) /* root may read everything */
    assert_file_refused (closed, "no-permission");
  g_unlink (pipe);
  g_unlink (closed);
  g_rmdir (dir);
}

static gboolean
stop_record (BearingsRecord *record,
             const BearingsPackPlace *place,
             gpointer user_data,
             GError **error)
{
  bearings_record_unref (record);
  ++*(guint *) user_data;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static gboolean
stop_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  g_assert_cmpstr (info->version, ==, "1.0");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "seen");
  return FALSE;
}

/* The handler's own error comes back as it is. */
static void
test_handler_stops (void)
{
  static const BearingsPackHandler by_record = { .record = stop_record };
  static const BearingsPackHandler by_header = { .header = stop_header };
  static const char *const packs[] = { LINES (SOURCE "\n" SKILL), DOCUMENT (SOURCE "," SKILL) };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++) {
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (packs[i], -1, NULL);
    g_autoptr (GInputStream) again = g_memory_input_stream_new_from_data (packs[i], -1, NULL);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;
    guint n = 0;

    g_assert_null (
      bearings_pack_reader_read_stream (stream, "test", 0, &by_record, &n, problems, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    g_assert_cmpuint (n, ==, 1);
    g_clear_error (&error);
    g_assert_null (bearings_pack_reader_read_stream (again, "test", 0, &by_header, NULL, problems,
                                                     NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

typedef struct {
  GPtrArray *records;
  GArray *places; /* BearingsPackPlace */
} Kept;

static gboolean
keep_place (BearingsRecord *record,
            const BearingsPackPlace *place,
            gpointer user_data,
            GError **error)
{
  Kept *kept = user_data;

  g_ptr_array_add (kept->records, record);
  g_array_append_vals (kept->places, place, 1);
  return TRUE;
}

/* Whether it is the first of the places kept. */
static gboolean
is_first (const BearingsPackPlace *place, gpointer user_data)
{
  const Kept *kept = user_data;

  return place->digest == g_array_index (kept->places, BearingsPackPlace, 0).digest;
}

/* A record is found again by its place, and known by its digest. */
static void
test_read_again (void)
{
  static const BearingsPackHandler keep = { .record = keep_place };
  static const BearingsPackHandler know = { .record = keep_place, .text = is_first };
  static const char *const packs[] = {
    LINES (SOURCE "\n\n" SKILL),
    DOCUMENT (SOURCE ",\n" SKILL),
    "\xef\xbb\xbf" LINES (SOURCE "\r\n" SKILL),
    "\xef\xbb\xbf" DOCUMENT (SOURCE ",\n" SKILL),
    "{\"records\":[ " SOURCE " , " SKILL " ]," HEADER "}",
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "again.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++) {
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (bearings_record_unref);
    g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BearingsPackPlace));
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (BearingsPackSummary) summary = NULL, again = NULL;
    g_autoptr (GError) error = NULL;
    Kept kept = { records, places };

    g_assert_true (g_file_set_contents (path, packs[i], -1, NULL));
    summary = bearings_pack_reader_read (file, &keep, &kept, problems, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (records->len, ==, 2);
    for (guint j = 0; j < 2; j++) {
      const BearingsPackPlace *place = &g_array_index (places, BearingsPackPlace, j);
      g_autoptr (BearingsRecord) record = bearings_pack_reader_read_record (file, place, &error);

      g_assert_no_error (error);
      g_assert_true (bearings_record_equal (record, records->pdata[j]));
      g_assert_true (strncmp (packs[i] + place->offset, j == 0 ? SOURCE : SKILL,
                              strlen (j == 0 ? SOURCE : SKILL)) == 0);
    }
    again = bearings_pack_reader_read (file, &know, &kept, problems, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (again->n_records, ==, 2);
    g_assert_cmpuint (records->len, ==, 3);
    g_assert_true (bearings_record_equal (records->pdata[1], records->pdata[2]));
  }
  g_unlink (path);
}

/* A stream that has another size than was said is not the one that was meant. */
static void
test_other_size (void)
{
  static const char pack[] = LINES (SOURCE "\n" SKILL);

  for (goffset off = -1; off <= 1; off++) {
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (pack, -1, NULL);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsPackSummary) summary = bearings_pack_reader_read_stream (
      stream, "test", (goffset) strlen (pack) + off, NULL, NULL, problems, NULL, &error);

    g_assert_cmpint (summary != NULL, ==, off == 0);
    g_assert_cmpint (find_problem (problems, "changed-while-read") != NULL, ==, off != 0);
    if (off != 0)
      g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE);
  }
}

static void
count_progress (goffset done, goffset total, gpointer user_data)
{
  goffset *last = user_data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
test_progress_and_cancel (void)
{
  static const BearingsPackHandler handler = { .progress = count_progress };
  g_autoptr (GString) pack = g_string_new ("{" HEADER "}\n");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GInputStream) stream = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  goffset last = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append (pack, SOURCE "\n");
  stream = g_memory_input_stream_new_from_data (pack->str, (gssize) pack->len, NULL);
  summary = bearings_pack_reader_read_stream (stream, "test", (goffset) pack->len, &handler, &last,
                                              problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, (goffset) pack->len);
  g_assert_cmpint (summary->n_records, ==, 20000);

  g_cancellable_cancel (cancellable);
  again = g_memory_input_stream_new_from_data (pack->str, (gssize) pack->len, NULL);
  g_assert_null (
    bearings_pack_reader_read_stream (again, "test", 0, NULL, NULL, problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/reader/forms", test_forms);
  g_test_add_func ("/pack/reader/values", test_values);
  g_test_add_func ("/pack/reader/malformed", test_malformed);
  g_test_add_func ("/pack/reader/nesting", test_nesting);
  g_test_add_func ("/pack/reader/header", test_header);
  g_test_add_func ("/pack/reader/newer-format-alone", test_newer_format_alone);
  g_test_add_func ("/pack/reader/records", test_records);
  g_test_add_func ("/pack/reader/document-path", test_document_path);
  g_test_add_func ("/pack/reader/lines", test_lines);
  g_test_add_func ("/pack/reader/fault-alone", test_fault_alone);
  g_test_add_func ("/pack/reader/all-findings", test_all_findings);
  g_test_add_func ("/pack/reader/suggestions", test_suggestions);
  g_test_add_func ("/pack/reader/many-problems", test_many_problems);
  g_test_add_func ("/pack/reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/pack/reader/huge-text", test_huge_text);
  g_test_add_func ("/pack/reader/hostile-lists", test_hostile_lists);
  g_test_add_func ("/pack/reader/too-large-document", test_too_large_document);
  g_test_add_func ("/pack/reader/files", test_files);
  g_test_add_func ("/pack/reader/handler-stops", test_handler_stops);
  g_test_add_func ("/pack/reader/read-again", test_read_again);
  g_test_add_func ("/pack/reader/other-size", test_other_size);
  g_test_add_func ("/pack/reader/progress-and-cancel", test_progress_and_cancel);
  return g_test_run ();
}
