/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stops statements while they run. */

#include "bearings-watch.h"

#include <sqlite3.h>

/* Of SQLite's virtual machine, between two looks: about a millisecond. */
#define STOP_STEPS 20000

static int
on_steps (void *data)
{
  const BearingsWatch *watch = data;

  return watch->stop (watch->data);
}

void
bearings_watch_begin (BearingsWatch *watch)
{
  if (watch->stop != NULL)
    sqlite3_progress_handler (bearings_database_get_handle (watch->database), STOP_STEPS, on_steps,
                              watch);
}

void
bearings_watch_end (BearingsWatch *watch)
{
  sqlite3_progress_handler (bearings_database_get_handle (watch->database), 0, NULL, NULL);
}
