/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: who sits at a sitting right now. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BearingsSittingLock:
 *
 * Marks sittings as being used by this window. The mark is a lock of the operating system on one
 * byte of a file beside the database: it goes away with the program, however that ends, and is seen
 * from other sandboxes. It only informs; what guards the log is the token in the database.
 */
typedef struct _BearingsSittingLock BearingsSittingLock;

/* Where no such file can be made, nothing is ever marked. */
BearingsSittingLock *bearings_sitting_lock_new (const char *database_path);
void bearings_sitting_lock_free (BearingsSittingLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSittingLock, bearings_sitting_lock_free)

/* Nothing happens when another window has the mark. */
void bearings_sitting_lock_mark (BearingsSittingLock *self, gint64 rowkey);
void bearings_sitting_lock_unmark (BearingsSittingLock *self, gint64 rowkey);
/* Whether another window has the mark. */
gboolean bearings_sitting_lock_is_elsewhere (BearingsSittingLock *self, gint64 rowkey);

G_END_DECLS
