/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as a pack, and each line as JSON. Nothing may crash, hang or leak;
 * what is accepted must be writable and read back the same; what is said about the rest must be
 * text; and json-glib must read the JSON alike.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-pack-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-pack-libfuzzer -max_len=65536 NEW-CORPUS tests/fuzz/corpus/pack
 */

#include "fuzz.h"

#include "bearings-pack-reader.h"
#include "bearings-pack-writer.h"
#include "../pack/json-oracle.h"

static gboolean
keep (BearingsRecord *record, const BearingsPackPlace *place, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, record);
  return TRUE;
}

static void
check_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *text = bearings_problem_to_string (g_ptr_array_index (problems, i));
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

static BearingsPackSummary *
read_pack (gconstpointer data, gsize size, GPtrArray *records, GPtrArray *problems)
{
  static const BearingsPackHandler handler = { .record = keep };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);

  return bearings_pack_reader_read_stream (stream, "fuzz", 0, &handler, records, problems, NULL,
                                           NULL);
}

/* Writes an accepted pack and reads it again. */
static void
check_identity (const BearingsPackInfo *info, GPtrArray *records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new (stream, BEARINGS_PACK_DOCUMENT, NULL);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;

  g_assert_true (bearings_pack_writer_header (writer, info, NULL));
  for (guint i = 0; i < records->len; i++)
    g_assert_true (bearings_pack_writer_record (writer, g_ptr_array_index (records, i), NULL));
  g_assert_true (bearings_pack_writer_finish (writer, NULL));
  summary = read_pack (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                       again, problems);
  g_assert_nonnull (summary);
  g_assert_cmpuint (again->len, ==, records->len);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (
      bearings_record_equal (g_ptr_array_index (records, i), g_ptr_array_index (again, i)));
}

static void
check_json (const char *data, gsize size)
{
  const char *end = data + size;

  oracle_agrees (data, size);
  for (const char *line = data; line < end;) {
    const char *line_end = memchr (line, '\n', (gsize) (end - line));

    if (line_end == NULL)
      line_end = end;
    oracle_agrees (line, (gsize) (line_end - line));
    line = line_end + 1;
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = read_pack (data, size, records, problems);

  check_json ((const char *) data, size);
  check_problems (problems);
  if (summary != NULL)
    check_identity (summary->info, records);
  else
    g_assert_cmpuint (problems->len, >, 0);
  return 0;
}
