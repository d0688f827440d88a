/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs that mean harm, and files that are none. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-claims.h"
#include "bearings-json-reader.h"
#include "bearings-pack-signing.h"
#include "bearings-pack-validator.h"
#include "pack-fixture.h"

#define LINES(records) "{" HEADER "}\n" records
#define FINDING(value)                                                                             \
  CLAIM ("{\"metric\":\"m\",\"unit\":\"u\",\"interval\":\"not-stated\",\"value\":" value "}")

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static void
refused (const char *text, const char *code)
{
  assert_refused (text, -1, code, 0, NULL);
}

static void
test_nesting (void)
{
  static const struct {
    const char *before, *piece;
  } bombs[] = {
    { "", "[" },
    { "", "{\"a\":" },
    { "{" HEADER ",\"note\":", "[" },
    { "{" HEADER ",\"records\":[", "{\"a\":[" },
    { "{" HEADER ",\"records\":", "[" },
    { LINES (""), "{\"type\":[" },
    { LINES ("{\"type\":\"claim\",\"finding\":"), "{\"finding\":" },
  };
  static const guint depths[] = { 65, 1000, 500000 };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (depths); j++) {
      g_autofree char *bomb = repeat (bombs[i].before, bombs[i].piece, depths[j], "");
      refused (bomb, "too-deep");
    }
}

static void
test_numbers (void)
{
  static const struct {
    const char *text, *code;
  } bad[] = {
    { FINDING ("1e999"), "out-of-range" },
    { FINDING ("-1e999"), "out-of-range" },
    { FINDING ("1e99999999999999999999"), "out-of-range" },
    { FINDING ("+1"), "malformed-json" },
    { FINDING ("1."), "malformed-json" },
    { FINDING (".5"), "malformed-json" },
    { FINDING ("0x10"), "malformed-json" },
    { FINDING ("-"), "malformed-json" },
    { FINDING ("--1"), "malformed-json" },
    { FINDING ("1e"), "malformed-json" },
    { FINDING ("Infinity"), "malformed-json" },
    { FINDING ("-NaN"), "malformed-json" },
    { FINDING ("9223372036854775808"), "number-too-long" },
    { FINDING ("-9223372036854775809"), "number-too-long" },
    { FINDING ("\"1\""), "wrong-type" },
  };
  g_autofree char *digits = repeat ("", "9", 400, "");
  g_autofree char *integer = g_strdup_printf (LINES ("%s"), FINDING ("@"));
  g_autofree char *decimals = g_strdup_printf ("0.%s", digits);
  g_auto (GStrv) parts = g_strsplit (integer, "@", 2);
  g_autofree char *long_integer = g_strconcat (parts[0], digits, parts[1], NULL);
  g_autofree char *long_decimals = g_strconcat (parts[0], decimals, parts[1], NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *pack = g_strdup_printf (LINES (SOURCE "\n%s"), bad[i].text);
    refused (pack, bad[i].code);
  }
  refused (long_integer, "number-too-long");
  refused (long_decimals, "number-too-long");
  /* A count is whole, however it is written. */
  refused (LINES (SOURCE "\n" CLAIM ("{\"metric\":\"m\",\"unit\":\"u\",\"interval\":\"not-stated\","
                                     "\"value\":1,\"count\":1.5,\"total\":2}")),
           "not-whole");
}

/* What is small enough is nothing, and nothing has no sign. */
static void
test_nothing (void)
{
  static const char *const zeros[] = { "-0", "-0.0", "-0e5", "1e-400", "-1e-400" };

  for (guint i = 0; i < G_N_ELEMENTS (zeros); i++) {
    g_autofree char *text = repeat (LINES (SOURCE "\n"), "", 0, FINDING ("@"));
    g_auto (GStrv) parts = g_strsplit (text, "@", 2);
    g_autofree char *pack = g_strconcat (parts[0], zeros[i], parts[1], NULL);
    g_auto (Read) read = { 0 };
    const BearingsClaim *claim;

    read_bytes (&read, pack, -1);
    g_assert_no_error (read.error);
    claim = g_ptr_array_index (read.records, 1);
    g_assert_cmpfloat (claim->finding.value, ==, 0);
    if (signbit (claim->finding.value))
      g_error ("“%s” is read as less than nothing", zeros[i]);
  }
}

static void
test_encodings (void)
{
  static const char *const bad[] = {
    "\xc0\xaf",                 /* overlong / */
    "\xe0\x80\xaf",             /* likewise, of three bytes */
    "\xf0\x80\x80\xaf",         /* and of four */
    "\xc0\x80",                 /* the NUL of Java */
    "\xed\xa0\x80\xed\xb0\x80", /* surrogates one by one */
    "\xf4\x90\x80\x80",         /* above U+10FFFF */
    "\xf8\x88\x80\x80\x80",     /* five bytes */
    "\xfe\xff",
    "\x80",     /* begins in the middle */
    "\xe2\x82", /* ends too soon */
    "caf\xe9",  /* Latin-1 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *inside =
      g_strdup_printf (LINES ("{\"type\":\"skill\",\"id\":\"s\",\"name\":\"%s\"}"), bad[i]);
    g_autofree char *key = g_strdup_printf (LINES ("{\"type\":\"skill\",\"%s\":\"s\"}"), bad[i]);
    g_autofree char *last = g_strdup_printf (LINES (SKILL) "\n%s", bad[i]);
    g_autofree char *header = g_strdup_printf ("{" HEADER ",\"note\":\"%s\"}\n" SKILL, bad[i]);

    refused (inside, "bad-utf8");
    refused (key, "bad-utf8");
    refused (last, "bad-utf8");
    refused (header, "bad-utf8");
  }
  refused ("\xef\xbb\xbf\xef\xbb\xbf" LINES (SKILL), "malformed-json");
  assert_refused ("\xff\xfe{\0\"\0", 6, "bad-encoding", 1, NULL);
  assert_refused ("\xfe\xff\0{\0\"", 6, "bad-encoding", 1, NULL);
  assert_refused (LINES (SKILL "\0"), sizeof (LINES (SKILL "\0")) - 1, "nul-character", 2, NULL);
  assert_refused ("\0", 1, "nul-character", 1, NULL);
}

/* Lines may end as on any system; the line of a fault is counted alike. */
static void
test_line_ends (void)
{
  g_auto (Read) lines = { 0 };
  g_auto (Read) document = { 0 };

  read_bytes (&lines, "{" HEADER "}\r\n\r\n" SOURCE "\r\n" SKILL "\r\n", -1);
  g_assert_no_error (lines.error);
  g_assert_cmpuint (lines.records->len, ==, 2);
  read_bytes (&document, "{" HEADER ",\r\n\"records\":[\r\n" SOURCE ",\r\n" SKILL "\r\n]\r\n}\r\n",
              -1);
  g_assert_no_error (document.error);
  g_assert_cmpuint (document.records->len, ==, 2);
  assert_refused ("{" HEADER "}\r\n" SOURCE "\r\n{\"type\":\"skil\"}\r\n", -1, "unknown-type", 3,
                  NULL);
}

static void
test_duplicate_keys (void)
{
  refused ("{" HEADER ",\"id\":\"other\"}\n" SKILL, "duplicate-key");
  refused ("{" HEADER ",\"records\":[" SKILL "],\"records\":[" SOURCE "]}", "duplicate-key");
  refused (LINES ("{\"type\":\"skill\",\"id\":\"a\",\"id\":\"b\"}"), "duplicate-key");
  refused (LINES (CLAIM ("{\"value\":1,\"value\":2}")), "duplicate-key");
}

static void
on_flawed (const BearingsRecord *record, const BearingsPackPlace *place, gpointer user_data)
{
  g_assert_cmpstr (place->path, ==, "$");
  ++*(guint *) user_data;
}

/* What is said of a key is longer than the place of the record was. */
static void
test_long_keys (void)
{
  static const BearingsPackHandler handler = { .flawed = on_flawed };
  static const guint lengths[] = { 10, 100, 150, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *key = repeat ("", "k", lengths[i], "");
    g_autofree char *pack =
      g_strdup_printf (LINES ("{\"type\":\"skill\",\"id\":\"s\",\"name\":\"n\",\"kind\":"
                              "\"technology\",\"%s\":1,\"source\":7}"),
                       key);
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (pack, -1, NULL);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    guint n = 0;

    g_assert_null (
      bearings_pack_reader_read_stream (stream, "test", 0, &handler, &n, problems, NULL, NULL));
    g_assert_cmpuint (n, ==, 1);
    g_assert_nonnull (find_problem (problems, "unknown-field"));
    g_assert_cmpstr (find_problem (problems, "wrong-type")->path, ==, "$.source");
  }
}

/* A text that is too long is refused with its place and length, before memory is taken for it. */
static void
test_long_texts (void)
{
  g_autofree char *longest = g_strnfill (BEARINGS_JSON_MAX_TEXT, 'a');
  g_autofree char *good = g_strdup_printf (
    LINES (SOURCE "\n" CLAIM ("{\"missing\":\"not-stated\",\"metric\":\"%s\"}")), longest);
  g_autofree char *bad = g_strdup_printf (
    LINES (SOURCE "\n" CLAIM ("{\"missing\":\"not-stated\",\"metric\":\"%sb\"}")), longest);
  g_autofree char *header = g_strdup_printf ("{" HEADER ",\"note\":\"%sb\"}\n" SKILL, longest);
  g_autofree char *document = g_strdup_printf (
    "{" HEADER ",\n\"records\":[" SOURCE ",\n{\"type\":\"skill\",\"aliases\":[\"a\",\"%sb\"]}]}",
    longest);
  g_auto (Read) read = { 0 };
  g_auto (Read) refusal = { 0 };

  read_bytes (&read, good, -1);
  g_assert_no_error (read.error);
  assert_refused (bad, -1, "text-too-long", 3, "$.finding.metric");
  assert_refused (header, -1, "text-too-long", 1, "$.note");
  assert_refused (document, -1, "text-too-long", 3, "$.records[1].aliases[1]");
  read_bytes (&refusal, bad, -1);
  g_assert_nonnull (strstr (find_problem (refusal.problems, "text-too-long")->message, "1048577"));
}

/* Cut off anywhere, a document is no pack; lines are one only where a line ends. */
static void
test_truncated (void)
{
  static const char document[] = "{" HEADER ",\"records\":[" SOURCE ",\n" SKILL "]}";
  static const char lines[] = LINES (SOURCE "\n" SKILL);

  for (gsize i = 0; i + 1 < sizeof document; i++) {
    g_auto (Read) read = { 0 };

    read_bytes (&read, document, (gssize) i);
    g_assert_null (read.summary);
    g_assert_cmpuint (read.problems->len, >, 0);
  }
  for (gsize i = 0; i + 1 < sizeof lines; i++) {
    g_auto (Read) read = { 0 };
    gboolean whole = i > sizeof "{" HEADER "}\n" && (lines[i] == '\n' || lines[i - 1] == '\n');

    read_bytes (&read, lines, (gssize) i);
    g_assert_cmpint (read.summary != NULL, ==, whole);
  }
}

/* Files ----------------------------------------------------------------------------------------*/

typedef struct {
  char *dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("bearings-hostile-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
    g_remove (path);
  }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
}

static char *
inside (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->dir, name, NULL);
}

/* Both ways in say the same, and in words. */
static void
assert_file_refused (const char *path, const char *code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) again = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  g_assert_null (bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE);
  all = all_problems (problems);
  if (find_problem (problems, code) == NULL)
    g_error ("“%s”: no “%s” among:\n%s", path, code, all);
  g_assert_false (
    bearings_pack_validator_validate_in (&file, 1, NULL, NULL, NULL, again, NULL, NULL, NULL));
  g_assert_nonnull (find_problem (again, code));
}

static void
link_to (Fixture *fixture, const char *target, const char *name)
{
  g_autofree char *path = inside (fixture, name);

  g_assert_no_errno (symlink (target, path));
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *target, *name, *code;
  } rows[] = {
    { "nowhere", "dangling", "not-found" },
    { "loop", "loop", "unreadable" },
    { "there", "here", "unreadable" },
    { "here", "there", "unreadable" },
    { ".", "folder", "is-folder" },
    { "/dev/zero", "endless", "not-regular" },
    { "/dev/null", "nothing", "not-regular" },
    { "pipe", "to-a-pipe", "not-regular" },
  };
  g_autofree char *pipe = inside (fixture, "pipe");
  g_autofree char *pack = inside (fixture, "pack.jsonl");
  g_autofree char *good = inside (fixture, "good");
  g_autoptr (GFile) file = g_file_new_for_path (good);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (mkfifo (pipe, 0600)); /* nobody writes: to wait for it would be for ever */
  assert_file_refused (pipe, "not-regular");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    link_to (fixture, rows[i].target, rows[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = inside (fixture, rows[i].name);
    assert_file_refused (path, rows[i].code);
  }
  /* A link to a pack is the pack. */
  g_assert_true (g_file_set_contents (pack, LINES (SKILL), -1, NULL));
  link_to (fixture, "pack.jsonl", "good");
  summary = bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->n_records, ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = inside (fixture, "empty");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error));
  g_assert_nonnull (find_problem (problems, "empty-file"));
}

static void
test_permission (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = inside (fixture, "closed");

  g_assert_true (g_file_set_contents (path, LINES (SKILL), -1, NULL));
  g_assert_no_errno (chmod (path, 0));
  if (access (path, R_OK) == 0) {
    g_test_skip ("this user may read every file");
    return;
  }
  assert_file_refused (path, "no-permission");
}

/* Something happens to the file when its first record has been read. */
typedef struct {
  const char *path;
  void (*happen) (const char *path);
  guint n;
} Change;

static void
grow (const char *path)
{
  int file = open (path, O_WRONLY | O_APPEND);

  g_assert_cmpint (write (file, SKILL "\n", strlen (SKILL "\n")), >, 0);
  close (file);
}

static void
cut (const char *path)
{
  g_assert_no_errno (truncate (path, 300 * 1024));
}

static void
overwrite (const char *path)
{
  int file = open (path, O_WRONLY);

  g_assert_cmpint (pwrite (file, " ", 1, 1000), ==, 1);
  close (file);
}

static gboolean
change_once (BearingsRecord *record,
             const BearingsPackPlace *place,
             gpointer user_data,
             GError **error)
{
  Change *change = user_data;

  bearings_record_unref (record);
  if (change->n++ == 0)
    change->happen (change->path);
  return TRUE;
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  static const BearingsPackHandler handler = { .record = change_once };
  static void (*const changes[]) (const char *) = { grow, cut, overwrite };
  g_autofree char *text = repeat (LINES (""), SKILL "\n", 20000, "");
  g_autofree char *path = inside (fixture, "changing");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;
    Change change = { path, changes[i], 0 };

    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    g_assert_null (bearings_pack_reader_read (file, &handler, &change, problems, NULL, &error));
    g_assert_cmpuint (change.n, >, 0);
    if (find_problem (problems, "changed-while-read") == NULL) {
      /* Cut off within a line it is also no pack. */
      g_assert_true (changes[i] == cut);
      g_assert_cmpuint (problems->len, >, 0);
    }
  }
}

/* Whenever something has been read, the file grows by more. */
typedef struct {
  const char *path;
  goffset done;
  guint n;
} Growth;

#define MOST_GROWTHS 100

static void
grow_faster (goffset done, goffset total, gpointer user_data)
{
  Growth *growth = user_data;
  g_autofree char *more = repeat ("", SKILL "\n", 10000, "");
  int file = open (growth->path, O_WRONLY | O_APPEND);

  growth->done = done;
  if (growth->n++ < MOST_GROWTHS)
    g_assert_cmpint (write (file, more, strlen (more)), >, 0);
  close (file);
}

static void
test_growth (Fixture *fixture, gconstpointer data)
{
  static const BearingsPackHandler handler = { .progress = grow_faster };
  g_autofree char *document =
    repeat ("{" HEADER ",\n\"records\":[", SOURCE ",\n", 20000, SKILL "]}");
  g_autofree char *lines = repeat (LINES (""), SKILL "\n", 20000, "");
  const char *const texts[] = { lines, document, "{" HEADER "}\n" };
  g_autofree char *path = inside (fixture, "growing");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;
    Growth growth = { path, 0, 0 };

    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    g_assert_null (bearings_pack_reader_read (file, &handler, &growth, problems, NULL, &error));
    g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE);
    g_assert_cmpuint (problems->len, ==, 1);
    g_assert_nonnull (find_problem (problems, "changed-while-read"));
    g_assert_cmpint (growth.done, <=, (goffset) strlen (texts[i]) + 1);
    g_assert_cmpuint (growth.n, <, MOST_GROWTHS);
  }
}

/* A new file in the place of the one that is read does no harm: the old one is read to its end. */
static void
put_another (const char *path)
{
  g_assert_true (g_file_set_contents (path, "another", -1, NULL));
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  static const BearingsPackHandler handler = { .record = change_once };
  g_autofree char *text = repeat (LINES (""), SKILL "\n", 20000, "");
  g_autofree char *path = inside (fixture, "replaced");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPackSummary) summary = NULL;
  Change change = { path, put_another, 0 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  summary = bearings_pack_reader_read (file, &handler, &change, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->n_records, ==, 20000);
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BEARINGS_SANITIZED
#endif
#endif

static gsize
peak_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, "VmHWM:");
  return line != NULL ? (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static gboolean
drop_record (BearingsRecord *record,
             const BearingsPackPlace *place,
             gpointer user_data,
             GError **error)
{
  bearings_record_unref (record);
  return TRUE;
}

/* A million records take the memory of a thousand. */
static void
test_million (Fixture *fixture, gconstpointer data)
{
  static const BearingsPackHandler handler = { .record = drop_record };
  static const guint thousands[] = { 1, 1000 };
  g_autofree char *thousand = repeat ("", SKILL "\n", 1000, "");
  gsize peaks[2];

#if defined(__SANITIZE_ADDRESS__) || defined(BEARINGS_SANITIZED)
  g_test_skip ("a sanitizer keeps what was freed");
  return;
#endif
  for (guint i = 0; i < 2; i++) {
    g_autofree char *path = inside (fixture, "many");
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (BearingsPackSummary) summary = NULL;
    g_autoptr (GError) error = NULL;
    int to = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    g_assert_cmpint (write (to, LINES (""), strlen (LINES (""))), >, 0);
    for (guint j = 0; j < thousands[i]; j++)
      g_assert_cmpint (write (to, thousand, strlen (thousand)), ==, (gssize) strlen (thousand));
    close (to);
    summary = bearings_pack_reader_read (file, &handler, NULL, problems, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (summary->n_records, ==, thousands[i] * 1000);
    peaks[i] = peak_memory ();
  }
  g_test_message ("%zu and %zu KiB", peaks[0], peaks[1]);
  g_assert_cmpuint (peaks[1], <, peaks[0] + 16 * 1024);
}

/* Nor do a million records of a document that say nothing: the text is all that is held of them. */
static void
test_million_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = repeat ("{" HEADER ",\"records\":[{}", ",{}", 1000 * 1000, "]}");
  gsize before = peak_memory ();

#if defined(__SANITIZE_ADDRESS__) || defined(BEARINGS_SANITIZED)
  g_test_skip ("a sanitizer keeps what was freed");
  return;
#endif
  refused (text, "missing-type");
  g_assert_cmpuint (peak_memory (), <, before + 32 * 1024);
}

/* Where a header is by the reader it is by the signer, whatever stands before or after it. */
static void
test_sign_in_header (Fixture *fixture, gconstpointer data)
{
  static const char *const before[] = { "", "\xef\xbb\xbf", "\n", "\n  \r\n", "\xef\xbb\xbf\n" };
  static const char *const after[] = {
    "{" HEADER "}\n" SKILL "\n",
    "{" HEADER "}\n{\"type\":\"skill\",\"signature\":\"mine\"}\n",
    "{" HEADER ",\"signature\":\"x\"}\n{\"type\":\"skill\",\"signature\":\"mine\"}\n",
    "{" HEADER ",\n\"records\":[{\"type\":\"skill\",\"signature\":\"mine\"}]}\n",
    "{\"note\":\"\\\"signature\\\":\"," HEADER ",\"records\":[" SKILL "]}\n",
  };
  g_autoptr (BearingsSecretKey) key = bearings_secret_key_generate ();
  g_autofree char *path = inside (fixture, "signed");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BearingsPublicKey public;

  bearings_secret_key_get_public (key, &public);
  for (guint i = 0; i < G_N_ELEMENTS (before) * G_N_ELEMENTS (after); i++) {
    g_autofree char *text =
      g_strconcat (before[i % G_N_ELEMENTS (before)], after[i / G_N_ELEMENTS (before)], NULL);
    g_autofree char *in_header = NULL;
    g_autoptr (BearingsMinisig) signature = NULL;
    g_autoptr (GFile) written = NULL;
    g_autoptr (GError) error = NULL;
    guint8 hash[BEARINGS_MINISIGN_HASH];

    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    written = bearings_pack_signing_sign (file, key, "words", TRUE, &error);
    g_assert_no_error (error);
    g_assert_true (bearings_pack_signing_hash (file, hash, &in_header, NULL, &error));
    g_assert_no_error (error);
    if (in_header == NULL)
      g_error ("not signed in the header: %s", text);
    signature = bearings_minisig_parse (in_header, &error);
    g_assert_no_error (error);
    g_assert_true (bearings_minisig_verify (signature, &public, hash));
  }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/pack/hostile/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/hostile/nesting", test_nesting);
  g_test_add_func ("/pack/hostile/numbers", test_numbers);
  g_test_add_func ("/pack/hostile/nothing", test_nothing);
  g_test_add_func ("/pack/hostile/encodings", test_encodings);
  g_test_add_func ("/pack/hostile/line-ends", test_line_ends);
  g_test_add_func ("/pack/hostile/duplicate-keys", test_duplicate_keys);
  g_test_add_func ("/pack/hostile/long-keys", test_long_keys);
  g_test_add_func ("/pack/hostile/long-texts", test_long_texts);
  g_test_add_func ("/pack/hostile/truncated", test_truncated);
  ADD ("links", test_links);
  ADD ("empty", test_empty);
  ADD ("permission", test_permission);
  ADD ("changes", test_changes);
  ADD ("growth", test_growth);
  ADD ("replaced", test_replaced);
  ADD ("million", test_million);
  ADD ("million-empty", test_million_empty);
  ADD ("sign-in-header", test_sign_in_header);
  return g_test_run ();
}
