/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that must not wait for a disk: where a window is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on the program ends when a statement runs in @thread; %NULL: in none. For tests. */
void bearings_thread_guard_forbid (GThread *thread);
/* Ends the program when the present thread is the forbidden one, naming @what it was about to do.
 */
void bearings_thread_guard_check (const char *what);

G_END_DECLS
