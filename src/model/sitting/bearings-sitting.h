/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a sitting: a pure function of the instrument and the log. */
#pragma once

#include "bearings-entry.h"
#include "bearings-form.h"
#include "bearings-response.h"
#include "bearings-sitting-plan.h"

G_BEGIN_DECLS

/* A note is cut at so many characters. */
#define BEARINGS_NOTE_LENGTH 1000

typedef enum {
  BEARINGS_SITTING_ITEM, /* an item is on the screen */
  BEARINGS_SITTING_PAUSED,
  BEARINGS_SITTING_REVIEW, /* all items passed; may go back to any */
  BEARINGS_SITTING_FINISHED,
} BearingsSittingPhase;

typedef struct {
  BearingsItem *item;
  BearingsResponse *response; /* the latest answer, or NULL */
  BearingsResponse *second;   /* what a second rater gave the task, or NULL */
  char *note;                 /* what shows a self-rating, or NULL */
  gboolean skipped;
  gboolean flagged;
  gboolean seen;      /* it has been on the screen */
  gint64 duration_ms; /* total time on screen */
} BearingsSittingItem;

/**
 * BearingsSitting: where a sitting stands. Immutable once made; made anew after each entry.
 * @position: index in @items of the current item
 * @n_answered: answered items, practice left out
 * @n_scored_items: all items but practice
 * @n_expected: the same with those an adaptive sitting has still to choose, as far as can be told
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsForm *form;
  BearingsSittingPhase phase;
  GPtrArray *items; /* BearingsSittingItem, in the order of the plan */
  guint position;
  guint n_answered;
  guint n_scored_items;
  guint n_expected;
  BearingsSittingPlan *plan;
  double seconds_left; /* from the expected times and the person's own pace so far */
  GHashTable *facts;   /* name -> value text */
  GHashTable *outside; /* measures from outside: name -> value text */
} BearingsSitting;

/* Replays a log. NULL with an error when the log does not fit the form (another version). */
BearingsSitting *bearings_sitting_replay (BearingsForm *form, GPtrArray *entries, GError **error);
/* The sitting after one more entry: the same as replaying the log with the entry at its end. */
BearingsSitting *
bearings_sitting_apply (const BearingsSitting *sitting, const BearingsEntry *entry, GError **error);
BearingsSitting *bearings_sitting_ref (BearingsSitting *sitting);
void bearings_sitting_unref (BearingsSitting *sitting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSitting, bearings_sitting_unref)
BearingsSittingItem *bearings_sitting_current (const BearingsSitting *sitting);

G_END_DECLS
