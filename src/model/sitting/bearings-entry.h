/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a sitting: the append-only list of what happened in one sitting. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  BEARINGS_ENTRY_STARTED = 1, /* response: the plan of the sitting */
  BEARINGS_ENTRY_SHOWN,       /* item_id: the item now on screen; NULL: the review */
  BEARINGS_ENTRY_ANSWERED,    /* response: see BearingsResponse */
  BEARINGS_ENTRY_SKIPPED,
  BEARINGS_ENTRY_BACK,
  BEARINGS_ENTRY_FLAGGED, /* response: "1" or "0" */
  BEARINGS_ENTRY_PAUSED,
  BEARINGS_ENTRY_RESUMED,
  BEARINGS_ENTRY_FACT, /* item_id names a fact ("years-of-coding"), response its value */
  BEARINGS_ENTRY_FINISHED,
  BEARINGS_ENTRY_ABANDONED,
  BEARINGS_ENTRY_NOTE,  /* response: what shows a self-rating, in the person's words; "" nothing */
  BEARINGS_ENTRY_RATED, /* response: a second rater's points for a task, without words */
  BEARINGS_ENTRY_OUTSIDE, /* item_id names a measure from outside, response its value; "" none */
} BearingsEntryKind;

/**
 * BearingsEntry:
 * @seq: position in the log, from 1; the only order that counts, since clocks may be set back
 * @item_id: item it is about, or %NULL
 * @response: text of the answer, or %NULL
 * @duration_ms: time on screen since the item was shown, -1 when not measured
 * @time: wall clock, microseconds since 1970 UTC
 */
typedef struct {
  gint64 seq;
  BearingsEntryKind kind;
  char *item_id;
  char *response;
  gint64 duration_ms;
  gint64 time;
} BearingsEntry;

BearingsEntry *bearings_entry_new (BearingsEntryKind kind,
                                   const char *item_id,
                                   const char *response,
                                   gint64 duration_ms);
BearingsEntry *bearings_entry_copy (const BearingsEntry *entry);
void bearings_entry_free (BearingsEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsEntry, bearings_entry_free)

/* What is known of a sitting without reading its log. */
typedef struct {
  char *id; /* random UUID */
  char *instrument;
  char *instrument_version;
  char *data_version;
  char *skill;  /* what it is about; NULL in sittings older than this member */
  char *client; /* pseudonymous code, NULL for a guest */
  char *locale;
  gint64 started;
  gboolean finished;
  gboolean passing; /* a guest's, not to outlast the window that began it */
  gint64 n_entries;
} BearingsSittingInfo;

BearingsSittingInfo *bearings_sitting_info_new (void);
BearingsSittingInfo *bearings_sitting_info_copy (const BearingsSittingInfo *info);
void bearings_sitting_info_free (BearingsSittingInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSittingInfo, bearings_sitting_info_free)

G_END_DECLS
