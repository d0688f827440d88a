/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and bibliographies that mean harm, and files that are none. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-bibliography.h"
#include "bearings-onet-converter.h"
#include "bearings-pack-reader.h"
#include "bearings-parameter-file.h"
#include "bearings-response-file.h"

typedef struct {
  char *dir;
  GFile *out;
  BearingsPackInfo *info;
} Fixture;

static GFile *
inside (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("bearings-hostile-XXXXXX", NULL);
  fixture->out = inside (fixture, "out");
  fixture->info = bearings_pack_info_new ();
  fixture->info->id = g_strdup ("here");
  fixture->info->title = g_strdup ("A collection");
  fixture->info->version = g_strdup ("1.0.0");
  fixture->info->published = g_strdup ("2026-01-31");
  fixture->info->publisher = g_strdup ("A centre");
  fixture->info->licence = g_strdup ("CC-BY-4.0");
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
  g_object_unref (fixture->out);
  bearings_pack_info_free (fixture->info);
}

/* Converts @file in a way, by its letter. */
static gboolean
convert (Fixture *fixture, char way, GFile *file, GError **error)
{
  BearingsBibliographyCounts counts;
  guint n;

  switch (way) {
  case 'b':
    return bearings_bibliography_bibtex_convert (file, fixture->info, fixture->out, &counts, NULL,
                                                 error);
  case 'c':
    return bearings_bibliography_csl_convert (file, fixture->info, fixture->out, &counts, NULL,
                                              error);
  case 'p':
    return bearings_onet_converter_projections_convert (file, fixture->info, fixture->out, &n, NULL,
                                                        error);
  case 'a': {
    g_autoptr (BearingsResponseMatrix) answers = bearings_response_file_read (file, error);
    return answers != NULL;
  }
  case 'i': {
    g_autoptr (GPtrArray) items = bearings_parameter_file_read (file, error);
    return items != NULL;
  }
  default:
    return bearings_onet_converter_oews_convert (file, "2025-05", fixture->info, fixture->out, &n,
                                                 NULL, error);
  }
}

#define WAYS "bcpoai"

static void
assert_refused (Fixture *fixture, char way, GFile *file, const char *said)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (convert (fixture, way, file, &error));
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (said != NULL && strstr (error->message, said) == NULL)
    g_error ("%c: “%s” is not said: %s", way, said, error->message);
  g_assert_false (g_file_query_exists (fixture->out, NULL));
}

/* Waits for nobody and reads nothing without an end. */
static void
test_no_files (Fixture *fixture, gconstpointer data)
{
  static const char *const targets[] = { "/dev/zero", "pipe", ".", "loop", "nowhere" };
  g_autoptr (GFile) pipe = inside (fixture, "pipe");
  g_autoptr (GFile) loop = inside (fixture, "loop");

  g_assert_no_errno (mkfifo (g_file_peek_path (pipe), 0600));
  g_assert_no_errno (symlink ("loop", g_file_peek_path (loop)));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++) {
    g_autoptr (GFile) link = inside (fixture, "link");

    g_assert_no_errno (symlink (targets[i], g_file_peek_path (link)));
    for (const char *way = WAYS; *way != '\0'; way++)
      assert_refused (fixture, *way, link, NULL);
    g_unlink (g_file_peek_path (link));
  }
}

static void
write_text (GFile *file, const char *text, gssize length)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, length, NULL));
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = inside (fixture, "in");
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *braces = g_strnfill (1000000, '{');
  g_autofree char *quotes = g_strnfill (1000001, '"');
  g_autofree char *commas = g_strnfill (100000, ',');
  g_autofree char *bomb = g_strconcat ("@book{k, title = ", braces, NULL);
  const char *const texts[] = { "",       "\n\n\n", "\xff\xfe", "caf\xe9",
                                brackets, braces,   quotes,     commas,
                                bomb,     "@@@@",   "@string{", "[{\"id\":1e999}]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    write_text (file, texts[i], -1);
    for (const char *way = WAYS; *way != '\0'; way++)
      assert_refused (fixture, *way, file, NULL);
  }
  write_text (file, "a\0b,c\n", 6);
  for (const char *way = WAYS; *way != '\0'; way++)
    assert_refused (fixture, *way, file, NULL);
  write_text (file, brackets, -1);
  assert_refused (fixture, 'c', file, "in:1: ");
  assert_refused (fixture, 'c', file, "nested");
}

/* A file that turns out longer than it was is not read to its end, which it may not have. The
 * system has files that say they are empty and are not. */
static void
test_growing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");

  if (!g_file_query_exists (file, NULL)) {
    g_test_skip ("there is no such file");
    return;
  }
  for (const char *way = WAYS; *way != '\0'; way++)
    assert_refused (fixture, *way, file, "changed while it was being read");
}

/* What would make no good pack makes none, and it is said which source is meant. */
static void
test_unsound (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *said;
  } rows[] = {
    { "[{\"id\":\"x\",\"type\":\"book\",\"title\":\"a\\u0007b\"}]", "“x”" },
    { "[{\"id\":\"x\",\"type\":\"book\",\"title\":\"T\",\"DOI\":\"10.1/a b\\u0001\"}]", "“x”" },
    { "[{\"id\":\"x\",\"type\":\"book\",\"title\":\"T\",\"id\":\"y\"}]", "twice" },
  };
  g_autoptr (GFile) file = inside (fixture, "in");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    write_text (file, rows[i].text, -1);
    assert_refused (fixture, 'c', file, rows[i].said);
  }
}

/* The line of a fault is that of the file, also behind empty lines. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = inside (fixture, "in");

  write_text (file, "\xef\xbb\xbf\n\n{\"items\":\n[}]", -1);
  assert_refused (fixture, 'i', file, "in:4: ");
  write_text (file, "\n\nitem,a,b\n\nx,1\n", -1);
  assert_refused (fixture, 'i', file, "in:5: ");
  write_text (file, "\n[{\"id\":\n01}]", -1);
  assert_refused (fixture, 'c', file, "in:3: ");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/pack/hostile-tables/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("no-files", test_no_files);
  ADD ("texts", test_texts);
  ADD ("growing", test_growing);
  ADD ("unsound", test_unsound);
  ADD ("lines", test_lines);
  return g_test_run ();
}
