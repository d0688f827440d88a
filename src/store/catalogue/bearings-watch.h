/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: stops statements while they run. */
#pragma once

#include "bearings-catalogue-private.h"

G_BEGIN_DECLS

/**
 * BearingsWatch:
 *
 * From bearings_watch_begin() to bearings_watch_end() @stop is asked every few thousand steps of a
 * statement, which fails once it says yes. What was begun has to be rolled back after the end, for
 * a rollback could be stopped too.
 */
typedef struct {
  BearingsDatabase *database;
  BearingsStopFunc stop; /* (nullable) */
  gpointer data;
} BearingsWatch;

/* @watch stays where it is until the end. */
void bearings_watch_begin (BearingsWatch *watch);
void bearings_watch_end (BearingsWatch *watch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsWatch, bearings_watch_end)

G_END_DECLS
