/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are written whole or not at all: links, permissions, a disk that fills up half way. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-file-writer.h"

typedef struct {
  char *folder, *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bearings-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static char **
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = list_names (fixture->folder);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
    g_remove (path);
  }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
assert_n_names (Fixture *fixture, guint n)
{
  g_auto (GStrv) names = list_names (fixture->folder);

  g_assert_cmpuint (g_strv_length (names), ==, n);
}

static mode_t
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static gboolean
save (GFile *file, BearingsFileWriterFlags flags, const char *text, GError **error)
{
  return bearings_file_writer_save (file, flags, text, strlen (text), error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (022);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture->file, BEARINGS_FILE_WRITER_REPLACE, "one", &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "one");
  g_assert_cmpuint (mode_of (fixture->path), ==, 0644);
  g_assert_false (save (fixture->file, BEARINGS_FILE_WRITER_NEW, "two", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_holds (fixture->path, "one");
  g_remove (fixture->path);
  g_assert_true (
    save (fixture->file, BEARINGS_FILE_WRITER_NEW | BEARINGS_FILE_WRITER_PRIVATE, "three", NULL));
  assert_holds (fixture->path, "three");
  g_assert_cmpuint (mode_of (fixture->path), ==, 0600);
  assert_n_names (fixture, 1);
  umask (mask);
}

/* A file that comes while the new one is written is somebody else's. */
static void
test_new_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsFileWriter) writer =
    bearings_file_writer_new (fixture->file, BEARINGS_FILE_WRITER_NEW, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_true (bearings_file_writer_write (writer, "ours", 4, &error));
  g_assert_false (bearings_file_writer_commit (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_pointer (&writer, bearings_file_writer_free);
  assert_holds (fixture->path, "theirs");
  assert_n_names (fixture, 1);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0755 };

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_assert_cmpint (g_chmod (fixture->path, (int) modes[i]), ==, 0);
    g_assert_true (save (fixture->file, BEARINGS_FILE_WRITER_PRIVATE, "after", NULL));
    g_assert_cmpuint (mode_of (fixture->path), ==, modes[i]);
  }
  /* To write protect a file is to mean it; only root may do everything. */
  if (geteuid () != 0) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
    g_assert_false (save (fixture->file, BEARINGS_FILE_WRITER_REPLACE, "never", &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
    assert_holds (fixture->path, "after");
  }
  assert_n_names (fixture, 1);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autoptr (GFile) through = g_file_new_for_path (link_path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.txt", link_path), ==, 0);
  g_assert_false (save (through, BEARINGS_FILE_WRITER_REPLACE, "nowhere", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_cmpint (link (fixture->path, second), ==, 0);
  g_assert_true (save (through, BEARINGS_FILE_WRITER_REPLACE, "after", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_holds (fixture->path, "after");
  assert_holds (second, "before");
  g_assert_false (save (through, BEARINGS_FILE_WRITER_NEW, "never", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_n_names (fixture, 3);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) fifo = g_file_new_for_path (pipe_path);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no", "such", NULL);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://nowhere.invalid/a.txt");
  const struct {
    GFile *file;
    int code;
  } cases[] = {
    { folder, G_IO_ERROR_IS_DIRECTORY },     { fifo, G_IO_ERROR_NOT_REGULAR_FILE },
    { device, G_IO_ERROR_NOT_REGULAR_FILE }, { nowhere, G_IO_ERROR_NOT_FOUND },
    { elsewhere, G_IO_ERROR_NOT_SUPPORTED },
  };

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_file_get_parse_name (cases[i].file);
    g_autoptr (GError) error = NULL;

    g_assert_false (save (cases[i].file, BEARINGS_FILE_WRITER_REPLACE, "x", &error));
    g_assert_error (error, G_IO_ERROR, cases[i].code);
    g_assert_nonnull (strstr (error->message, name));
    g_assert_cmpint (fcntl (STDOUT_FILENO, F_GETFD), !=, -1); /* nothing of others is closed */
  }
  assert_n_names (fixture, 1);
}

/* A limit of the size of files stands for a disk that fills up in the middle. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  struct rlimit usual, small = { 100, 0 };
  g_autofree char *text = g_strnfill (1000, 'x');

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small.rlim_max = usual.rlim_max;
  for (guint old = 0; old < 2; old++) {
    g_autoptr (GError) error = NULL;

    if (old)
      g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
    g_assert_false (save (fixture->file, BEARINGS_FILE_WRITER_REPLACE, text, &error));
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
    g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EFBIG));
    g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
    if (old)
      assert_holds (fixture->path, "before");
    assert_n_names (fixture, old);
  }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/file-writer/new", test_new);
  ADD ("/file-writer/new-meanwhile", test_new_meanwhile);
  ADD ("/file-writer/permissions", test_permissions);
  ADD ("/file-writer/links", test_links);
  ADD ("/file-writer/no-file", test_no_file);
  ADD ("/file-writer/full", test_full);
  return g_test_run ();
}
