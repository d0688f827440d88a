/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that must not wait for a disk: where a window is drawn. */

#include "bearings-thread-guard.h"

/* Of the process, since threads are: no object could tell of a statement of another one. */
static GThread *forbidden;

void
bearings_thread_guard_forbid (GThread *thread)
{
  g_atomic_pointer_set (&forbidden, thread);
}

void
bearings_thread_guard_check (const char *what)
{
  GThread *thread = g_atomic_pointer_get (&forbidden);

  if (G_UNLIKELY (thread != NULL) && thread == g_thread_self ())
    g_error ("The thread that draws the window must not wait for: %s", what);
}
