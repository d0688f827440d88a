/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the making. */

#include "bearings-part.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bearings-store-error.h"

/* What SQLite puts beside a database. */
static const char *const beside[] = { "", "-wal", "-shm", "-journal" };

gboolean
bearings_part_file_fail (const char *path, int number, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR,
               bearings_store_error_from_errno (number, BEARINGS_STORE_ERROR_FAILED),
               /* Translators: path of a file, why. */
               _ ("%s cannot be written: %s."), path, g_strerror (number));
  return FALSE;
}

char *
bearings_part_new (const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part-XXXXXX", NULL);
  int file = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0) {
    bearings_part_file_fail (path, errno, error);
    return NULL;
  }
  close (file);
  return g_steal_pointer (&part);
}

void
bearings_part_sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (file < 0)
    return;
  fsync (file);
  close (file);
}

static gboolean
sync_file (const char *path, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = file >= 0 && fsync (file) == 0;
  int number = errno;

  if (file >= 0)
    close (file);
  return synced || bearings_part_file_fail (path, number, error);
}

gboolean
bearings_part_rename (const char *part, const char *path, GError **error)
{
  if (!sync_file (part, error))
    return FALSE;
  if (g_rename (part, path) != 0)
    return bearings_part_file_fail (path, errno, error);
  bearings_part_sync_folder_of (path);
  return TRUE;
}

gboolean
bearings_part_link (const char *part, const char *path, gboolean *taken, GError **error)
{
  gboolean there;

  if (!sync_file (part, error))
    return FALSE;
  there = link (part, path) != 0;
  if (there && errno != EEXIST)
    return bearings_part_file_fail (path, errno, error);
  if (taken != NULL)
    *taken = there;
  g_unlink (part);
  bearings_part_sync_folder_of (path);
  return TRUE;
}

void
bearings_part_drop (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    g_autofree char *name = g_strconcat (part, beside[i], NULL);
    g_unlink (name);
  }
}
