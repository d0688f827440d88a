/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look, and why. */
#pragma once

#include "bearings-certainty.h"

G_BEGIN_DECLS

/* Why a claim is due, the most urgent first; written out in docs/rules.md, section 11. */
typedef enum {
  BEARINGS_DUE_WITHDRAWN = 1 << 0, /* its source is withdrawn or retracted */
  BEARINGS_DUE_REPLACED = 1 << 1,  /* its source is corrected or superseded */
  BEARINGS_DUE_UNCHECKED = 1 << 2, /* no date of a check is on record */
  BEARINGS_DUE_CHECK = 1 << 3,     /* the last check is more than a year ago */
  BEARINGS_DUE_NO_STATE = 1 << 4,  /* whether the source still stands is not on record */
  BEARINGS_DUE_AGE = 1 << 5,       /* the data are more than ten years old */
} BearingsDue;
#define BEARINGS_N_DUE 6
/* Stable: "withdrawn". */
const char *bearings_due_name (BearingsDue reason);
/* The reason of that name; 0 for none. */
BearingsDue bearings_due_by_name (const char *name);
const char *bearings_due_title (BearingsDue reason);

/**
 * BearingsFreshnessRow:
 * @year: of the data, else of the source; 0: not stated
 * @checked: day the figures were last compared with the source, or %NULL: not on record
 * @state: 0: not on record
 * @read: whether the check looked at the source itself; a notice on it would have been seen
 * @due: #BearingsDue, 0 when nothing is due
 */
typedef struct {
  char *claim, *statement;
  char *source, *title, *doi, *url;
  int year;
  char *checked;
  BearingsSourceState state;
  BearingsChannel channel;
  gboolean read;
  char *state_date;
  BearingsCertainty certainty;
  guint due;
} BearingsFreshnessRow;
BearingsFreshnessRow *bearings_freshness_row_new (void);
void bearings_freshness_row_free (BearingsFreshnessRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsFreshnessRow, bearings_freshness_row_free)

/* Fills in @due by the day, "2026-11-23". */
void bearings_freshness_judge (BearingsFreshnessRow *row, const char *today);
/* The most urgent reason; 0 when nothing is due. */
BearingsDue bearings_freshness_first (const BearingsFreshnessRow *row);
/* Most urgent first; of equally urgent ones the more certain, which more rests on; then the older.
 */
int bearings_freshness_compare (gconstpointer a, gconstpointer b);
/* "No check on record · Data of 2016 · Moderate certainty". */
char *bearings_freshness_text (const BearingsFreshnessRow *row);
/* What is to be looked at, each reason's task. */
char *bearings_freshness_tasks (const BearingsFreshnessRow *row);

/* The rows as a list to be checked: CSV with a heading; the columns checked, state, state_date and
 * state_note are empty, for the answers. */
char *bearings_freshness_to_csv (GPtrArray *rows);

G_END_DECLS
