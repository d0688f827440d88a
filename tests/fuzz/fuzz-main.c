/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short ordinary run of a libFuzzer target: every file of the corpus, and changes of each that
 * are the same in every run. usage: fuzz-NAME CORPUS-FOLDER [CHANGES] */

#include <string.h>

#include "fuzz.h"

static const char *corpus;
static guint n_changes = 400;

static GPtrArray *
read_corpus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (corpus, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (corpus, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++) {
    char *contents;
    gsize length;

    g_file_get_contents (g_ptr_array_index (names, i), &contents, &length, &error);
    g_assert_no_error (error);
    g_ptr_array_add (seeds, g_bytes_new_take (contents, length));
  }
  g_assert_cmpuint (seeds->len, >, 0);
  return seeds;
}

/* One small change: a byte, a cut, a repetition, or a piece of another seed. */
static void
change (GRand *rand, GByteArray *bytes, GPtrArray *seeds)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint) bytes->len) : 0;
  guint wanted = (guint) g_rand_int_range (rand, 1, 64);
  guint span = MIN (wanted, bytes->len - at);
  static const char pieces[] = "{}[]\",:0123456789.-+eE\\u\n \t\0\xff\xef";

  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
    if (bytes->len > 0)
      bytes->data[at] = (guint8) g_rand_int (rand);
    break;
  case 1:
    if (bytes->len > 0)
      bytes->data[at] = (guint8) pieces[g_rand_int_range (rand, 0, sizeof pieces)];
    break;
  case 2:
    if (span > 0)
      g_byte_array_remove_range (bytes, at, span);
    break;
  case 3: {
    g_autofree guint8 *copy = g_memdup2 (bytes->data + at, span);
    g_byte_array_append (bytes, copy, span);
    break;
  }
  default: {
    GBytes *other = g_ptr_array_index (seeds, g_rand_int_range (rand, 0, (gint) seeds->len));
    gsize length;
    const guint8 *data = g_bytes_get_data (other, &length);
    gsize keep = MIN ((gsize) at, length);

    g_byte_array_set_size (bytes, at);
    g_byte_array_append (bytes, data + keep, (guint) (length - keep));
  }
  }
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) seeds = read_corpus ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < seeds->len; i++) {
    gsize length;
    const guint8 *data = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);

    LLVMFuzzerTestOneInput (data, length);
    for (guint j = 0; j < n_changes; j++) {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) length);
      for (gint k = g_rand_int_range (rand, 1, 5); k > 0; k--)
        change (rand, bytes, seeds);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  corpus = argv[1];
  if (argc > 2)
    n_changes = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  return g_test_run ();
}
