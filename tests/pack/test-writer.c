/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing packs: what is written reads back the same. */

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "bearings-pack-decode.h"
#include "bearings-pack-writer.h"
#include "bearings-claims.h"
#include "pack-fixture.h"
#include "random-record.h"

static BearingsRecord *
decode (const char *text)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_auto (BearingsJsonReader) json = { 0 };
  BearingsDecode into = { "test", &json, problems, 0 };
  BearingsRecord *record;

  bearings_json_reader_begin (&json, text, strlen (text), 1);
  record = bearings_pack_decode_record (&into);
  bearings_json_reader_end (&json);
  g_assert_cmpstr (json.fault.message, ==, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  return record;
}

/* Any record of any kind, whatever it holds: written, read, and written again. */
static void
test_identity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260831);

  for (guint round = 0; round < 200; round++)
    for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
      g_autoptr (BearingsRecord) record = random_record (rand, kind);
      g_autofree char *text = bearings_pack_writer_record_to_json (record);
      g_autoptr (BearingsRecord) read = decode (text);
      g_autofree char *again = bearings_pack_writer_record_to_json (read);

      g_assert_true (bearings_record_equal (record, read));
      g_assert_cmpstr (text, ==, again);
      g_assert_null (strchr (text, '\n'));
    }
}

static char *
write_text (GPtrArray *records, const BearingsPackInfo *info, BearingsPackForm form)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BearingsPackWriter) writer = bearings_pack_writer_new (stream, form, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_pack_writer_header (writer, info, &error));
  for (guint i = 0; i < records->len; i++)
    g_assert_true (bearings_pack_writer_record (writer, g_ptr_array_index (records, i), &error));
  g_assert_true (bearings_pack_writer_finish (writer, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

#define PACK                                                                                       \
  "{" HEADER ",\"attribution\":\"So and “so”\"}\n" SOURCE "\n" SKILL "\n" CLAIM (                  \
    "{\"metric\":\"m\",\"value\":74.3,\"unit\":\"percent\",\"interval\":\"not-stated\"}") "\n"

static void
test_forms (void)
{
  g_auto (Read) first = { 0 };
  g_auto (Read) second = { 0 };
  g_autofree char *lines = NULL, *document = NULL, *lines_again = NULL;

  read_bytes (&first, PACK, -1);
  g_assert_no_error (first.error);
  document = write_text (first.records, first.summary->info, BEARINGS_PACK_DOCUMENT);
  g_assert_nonnull (strstr (document, "\n        \"value\": "));
  g_assert_true (g_str_has_suffix (document, "]\n}\n"));
  read_bytes (&second, document, -1);
  g_assert_no_error (second.error);
  g_assert_cmpint (second.summary->form, ==, BEARINGS_PACK_DOCUMENT);
  g_assert_cmpuint (second.records->len, ==, 3);
  g_assert_cmpstr (second.summary->info->attribution, ==, "So and “so”");

  lines = write_text (first.records, first.summary->info, BEARINGS_PACK_LINES);
  lines_again = write_text (second.records, second.summary->info, BEARINGS_PACK_LINES);
  g_assert_cmpstr (lines, ==, lines_again);
  for (guint i = 0; i < 3; i++)
    g_assert_true (bearings_record_equal (g_ptr_array_index (first.records, i),
                                          g_ptr_array_index (second.records, i)));
}

static void
check_numbers (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 0.1, "0.1" },
    { 74.3, "74.3" },
    { -20188, "-20188" },
    { 1e-7, "1e-07" },
    { 1.0 / 3, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 239200, "239200" },
  };
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = NULL;
    g_autofree char *expected =
      g_strdup_printf ("{\"type\":\"claim\",\"finding\":{\"value\":%s}}", cases[i].text);
    g_autoptr (BearingsRecord) read = NULL;

    claim->finding.value = cases[i].value;
    text = bearings_pack_writer_record_to_json (claim);
    g_assert_cmpstr (text, ==, expected);
    read = decode (text);
    g_assert_cmpfloat (((BearingsClaim *) read)->finding.value, ==, cases[i].value);
  }
}

static void
test_numbers (void)
{
  check_numbers ();
}

/* Where the locale has a decimal comma, a pack has none. */
static void
test_numbers_in_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL) {
    g_test_skip ("the locale de_DE.UTF-8 is not installed");
    return;
  }
  check_numbers ();
  setlocale (LC_ALL, "C");
}

static void
write_file (GFile *file, gboolean finish)
{
  g_auto (Read) read = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new_for_file (file, BEARINGS_PACK_LINES, NULL, &error);

  g_assert_no_error (error);
  read_bytes (&read, PACK, -1);
  g_assert_true (bearings_pack_writer_header (writer, read.summary->info, &error));
  g_assert_true (bearings_pack_writer_record (writer, g_ptr_array_index (read.records, 0), &error));
  if (finish)
    g_assert_true (bearings_pack_writer_finish (writer, &error));
}

/* A file is replaced as a whole or stays as it was. */
static void
test_replace (void)
{
  g_autofree char *dir = g_dir_make_tmp ("bearings-pack-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "a.bearings.jsonl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GDir) listing = NULL;

  write_file (file, FALSE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  write_file (file, FALSE);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");

  write_file (file, TRUE);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "{\"bearings_pack\":1,"));

  listing = g_dir_open (dir, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (listing), ==, "a.bearings.jsonl");
  g_assert_null (g_dir_read_name (listing));
  g_unlink (path);
  g_rmdir (dir);
}

static void
test_cannot_write (void)
{
  g_autofree char *dir = g_dir_make_tmp ("bearings-pack-XXXXXX", NULL);
  g_autoptr (GFile) inside = g_file_new_build_filename (dir, "no", "such", "folder", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (dir);
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_pack_writer_new_for_file (inside, BEARINGS_PACK_LINES, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_null (bearings_pack_writer_new_for_file (folder, BEARINGS_PACK_LINES, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE);
  g_rmdir (dir);
}

/* /dev/full takes the place of a full disk. */
static void
test_disk_full (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileIOStream) device = g_file_open_readwrite (file, NULL, NULL);
  g_autoptr (BearingsPackWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Read) read = { 0 };

  if (device == NULL) {
    g_test_skip ("there is no /dev/full");
    return;
  }
  read_bytes (&read, PACK, -1);
  writer = bearings_pack_writer_new (g_io_stream_get_output_stream (G_IO_STREAM (device)),
                                     BEARINGS_PACK_LINES, NULL);
  g_assert_false (bearings_pack_writer_header (writer, read.summary->info, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
}

/* A header that could not be read back is not written. */
static void
test_bad_header (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new (stream, BEARINGS_PACK_LINES, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Read) read = { 0 };

  read_bytes (&read, PACK, -1);
  g_set_str (&read.summary->info->published, "yesterday");
  g_assert_false (bearings_pack_writer_header (writer, read.summary->info, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "yesterday"));
  g_clear_error (&error);
  g_clear_pointer (&read.summary->info->published, g_free);
  g_assert_false (bearings_pack_writer_header (writer, read.summary->info, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/writer/identity", test_identity);
  g_test_add_func ("/pack/writer/forms", test_forms);
  g_test_add_func ("/pack/writer/numbers", test_numbers);
  g_test_add_func ("/pack/writer/numbers-in-locale", test_numbers_in_locale);
  g_test_add_func ("/pack/writer/replace", test_replace);
  g_test_add_func ("/pack/writer/cannot-write", test_cannot_write);
  g_test_add_func ("/pack/writer/disk-full", test_disk_full);
  g_test_add_func ("/pack/writer/bad-header", test_bad_header);
  return g_test_run ();
}
