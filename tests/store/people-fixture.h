/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings for the tests of the store. */
#pragma once

#include "bearings-people.h"
#include "store-fixture.h"

static inline BearingsPeople *
people_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  BearingsPeople *people = bearings_people_open (path, &error);

  g_assert_no_error (error);
  return people;
}

static inline BearingsSittingInfo *
sitting_start (const char *client)
{
  BearingsSittingInfo *start = bearings_sitting_info_new ();

  start->instrument = g_strdup ("python-skill");
  start->instrument_version = g_strdup ("1.0.0");
  start->data_version = g_strdup ("0123456789abcdef");
  start->locale = g_strdup ("de_DE.UTF-8");
  start->client = g_strdup (client);
  start->started = 1700000000000000;
  return start;
}

static inline char *
begin_sitting (BearingsPeople *people, const char *client)
{
  g_autoptr (BearingsSittingInfo) start = sitting_start (client);
  g_autoptr (GError) error = NULL;
  char *id = bearings_people_begin_sitting (people, start, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static inline gboolean
append_entry (BearingsPeople *people,
              const char *sitting,
              BearingsEntryKind kind,
              const char *response,
              gint64 time,
              GError **error)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, "item-1", response, 1234);

  entry->time = time;
  return bearings_people_append (people, sitting, entry, error);
}

static inline void
append (BearingsPeople *people, const char *sitting, BearingsEntryKind kind, const char *response)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (append_entry (people, sitting, kind, response, 1, &error));
  g_assert_no_error (error);
}

static inline GPtrArray *
read_log (BearingsPeople *people, const char *sitting)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *log = bearings_people_read_log (people, sitting, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    g_assert_cmpint (((BearingsEntry *) log->pdata[i])->seq, ==, i + 1);
  return log;
}
