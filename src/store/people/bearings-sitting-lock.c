/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of sittings in use, as locks on bytes of a file. */

#include "bearings-sitting-lock.h"

#include <fcntl.h>
#include <unistd.h>

struct _BearingsSittingLock {
  int file; /* -1: none */
};

BearingsSittingLock *
bearings_sitting_lock_new (const char *database_path)
{
  g_autofree char *path = g_strconcat (database_path, "-sittings", NULL);
  BearingsSittingLock *self = g_new0 (BearingsSittingLock, 1);

  self->file = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  return self;
}

void
bearings_sitting_lock_free (BearingsSittingLock *self)
{
  if (self->file >= 0)
    close (self->file);
  g_free (self);
}

/* Locks of an open file, not of the process: two windows of one program count as two. */
static gboolean
control (BearingsSittingLock *self, int command, struct flock *lock, short type, gint64 rowkey)
{
  *lock = (struct flock) {
    .l_type = type,
    .l_whence = SEEK_SET,
    .l_start = rowkey,
    .l_len = 1,
  };
  return self->file >= 0 && fcntl (self->file, command, lock) == 0;
}

void
bearings_sitting_lock_mark (BearingsSittingLock *self, gint64 rowkey)
{
  struct flock lock;

  control (self, F_OFD_SETLK, &lock, F_WRLCK, rowkey);
}

void
bearings_sitting_lock_unmark (BearingsSittingLock *self, gint64 rowkey)
{
  struct flock lock;

  control (self, F_OFD_SETLK, &lock, F_UNLCK, rowkey);
}

gboolean
bearings_sitting_lock_is_elsewhere (BearingsSittingLock *self, gint64 rowkey)
{
  struct flock lock;

  return control (self, F_OFD_GETLK, &lock, F_WRLCK, rowkey) && lock.l_type != F_UNLCK;
}
