/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: who sits at a session right now. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BearingsSessionLock:
 *
 * Marks sessions as being used by this window. The mark is a lock of the operating system on one
 * byte of a file beside the database: it goes away with the program, however that ends, and is seen
 * from other sandboxes. It only informs; what guards the log is the token in the database.
 */
typedef struct _BearingsSessionLock BearingsSessionLock;

/* Where no such file can be made, nothing is ever marked. */
BearingsSessionLock *bearings_session_lock_new (const char *database_path);
void bearings_session_lock_free (BearingsSessionLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSessionLock, bearings_session_lock_free)

/* Nothing happens when another window has the mark. */
void bearings_session_lock_mark (BearingsSessionLock *self, gint64 rowkey);
void bearings_session_lock_unmark (BearingsSessionLock *self, gint64 rowkey);
/* Whether another window has the mark. */
gboolean bearings_session_lock_is_elsewhere (BearingsSessionLock *self, gint64 rowkey);

G_END_DECLS
