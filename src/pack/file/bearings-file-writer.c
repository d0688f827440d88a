/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written whole or not at all. */

#include "bearings-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _BearingsFileWriter {
  char *name;    /* as a person knows it */
  char *target;  /* at the end of any links */
  char *partial; /* beside it; NULL when there is none (any more) */
  int fd;
  BearingsFileWriterFlags flags;
};

static gboolean
fail (BearingsFileWriter *self, int code, GError **error)
{
  /* Translators: a file, then why. */
  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code),
               _ ("“%s” cannot be written: %s"), self->name, g_strerror (code));
  return FALSE;
}

/* Sets the target; @old receives what there is of that name, if anything. */
static gboolean
find_target (BearingsFileWriter *self,
             const char *path,
             gboolean *exists,
             struct stat *old,
             GError **error)
{
  char *real;

  *exists = lstat (path, old) == 0;
  if (!*exists) {
    if (errno != ENOENT)
      return fail (self, errno, error);
    self->target = g_strdup (path);
    return TRUE;
  }
  if (self->flags & BEARINGS_FILE_WRITER_NEW)
    return fail (self, EEXIST, error);
  real = realpath (path, NULL);
  if (real == NULL)
    return fail (self, errno, error);
  self->target = g_strdup (real);
  free (real);
  if (stat (self->target, old) != 0)
    return fail (self, errno, error);
  if (S_ISDIR (old->st_mode))
    return fail (self, EISDIR, error);
  if (!S_ISREG (old->st_mode)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 /* Translators: a device, a pipe or the like. */
                 _ ("“%s” cannot be written: it is not an ordinary file"), self->name);
    return FALSE;
  }
  /* A rename asks the folder alone. */
  if (faccessat (AT_FDCWD, self->target, W_OK, AT_EACCESS) != 0)
    return fail (self, errno, error);
  return TRUE;
}

/* The permissions of the old file. Where the group cannot be kept, ours gets what all others have.
 */
static gboolean
keep_permissions (BearingsFileWriter *self, const struct stat *old, GError **error)
{
  mode_t mode = old->st_mode & 0777;

  if (fchown (self->fd, old->st_uid, old->st_gid) != 0 &&
      fchown (self->fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & 0707) | (mode & 07) << 3;
  return fchmod (self->fd, mode) == 0 || fail (self, errno, error);
}

BearingsFileWriter *
bearings_file_writer_new (GFile *file, BearingsFileWriterFlags flags, GError **error)
{
  g_autoptr (BearingsFileWriter) self = g_new0 (BearingsFileWriter, 1);
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = NULL;
  g_autofree char *partial = NULL;
  gboolean exists;
  struct stat old;

  self->fd = -1;
  self->flags = flags;
  self->name = g_file_get_parse_name (file);
  if (path == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” cannot be written: it is not in a folder of this computer"), self->name);
    return NULL;
  }
  if (!find_target (self, path, &exists, &old, error))
    return NULL;
  folder = g_path_get_dirname (self->target);
  partial = g_build_filename (folder, ".bearings-XXXXXX", NULL);
  self->fd = g_mkstemp_full (
    partial, O_WRONLY | O_CLOEXEC,
    exists || (flags & BEARINGS_FILE_WRITER_PRIVATE) ? 0600 : 0666 /* less the umask */);
  if (self->fd < 0) {
    fail (self, errno, error);
    return NULL;
  }
  self->partial = g_steal_pointer (&partial);
  if (exists && !keep_permissions (self, &old, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bearings_file_writer_free (BearingsFileWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->partial != NULL)
    g_unlink (self->partial);
  g_free (self->name);
  g_free (self->target);
  g_free (self->partial);
  g_free (self);
}

gboolean
bearings_file_writer_write (BearingsFileWriter *self, const char *data, gsize size, GError **error)
{
  while (size > 0) {
    gssize written = write (self->fd, data, size);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return fail (self, errno, error);
    data += written;
    size -= (gsize) written;
  }
  return TRUE;
}

/* Never over a file that has come meanwhile. Network file systems know the second way only, memory
 * sticks the first only. */
static int
put_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  return link (from, to) == 0 ? unlink (from) : -1;
}

gboolean
bearings_file_writer_commit (BearingsFileWriter *self, GError **error)
{
  int fd = self->fd;

  /* Without it a rename may reach the disk before the bytes. */
  if (fsync (fd) != 0)
    return fail (self, errno, error);
  self->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    return fail (self, errno, error);
  if ((self->flags & BEARINGS_FILE_WRITER_NEW ? put_new (self->partial, self->target)
                                              : g_rename (self->partial, self->target)) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->partial, g_free);
  return TRUE;
}

gboolean
bearings_file_writer_save (GFile *file,
                           BearingsFileWriterFlags flags,
                           const char *data,
                           gsize size,
                           GError **error)
{
  g_autoptr (BearingsFileWriter) self = bearings_file_writer_new (file, flags, error);

  return self != NULL && bearings_file_writer_write (self, data, size, error) &&
         bearings_file_writer_commit (self, error);
}
