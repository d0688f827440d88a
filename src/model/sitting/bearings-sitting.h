/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a sitting: a pure function of the instrument and the log. */
#pragma once

#include "bearings-instrument.h"
#include "bearings-entry.h"

G_BEGIN_DECLS

/* How long a sitting the person asked for. */
typedef enum {
  BEARINGS_LENGTH_SHORT = 1, /* about 5 minutes */
  BEARINGS_LENGTH_MIDDLE,    /* about 10 minutes */
  BEARINGS_LENGTH_LONG,      /* about 15 minutes */
  BEARINGS_LENGTH_ALL,       /* every item of the instrument */
} BearingsLength;

/* How its keyed items are chosen. */
typedef enum {
  BEARINGS_SELECTION_FIXED = 1, /* before the sitting, spread over difficulty */
  BEARINGS_SELECTION_ADAPTIVE,  /* one by one, by the answers so far */
} BearingsSelection;

/* An instrument with all its items, positions ascending. Immutable, reference-counted. */
typedef struct {
  gatomicrefcount ref_count;
  BearingsInstrument *instrument;
  GPtrArray *items; /* BearingsItem */
} BearingsForm;
BearingsForm *bearings_form_new (BearingsInstrument *instrument, GPtrArray *items);
BearingsForm *bearings_form_ref (BearingsForm *form);
void bearings_form_unref (BearingsForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsForm, bearings_form_unref)
BearingsItem *bearings_form_get_item (const BearingsForm *form, const char *item_id);
const BearingsScale *bearings_form_get_scale (const BearingsForm *form, const char *scale_id);

/*
 * The plan of a sitting: which items, in which order. Practice item first, then self-report,
 * keyed and rubric items; each scale has its share; within a scale keyed items spread over
 * difficulty; expected seconds add up to no more than the length allows. The same form, length and
 * seed give the same plan. Written into the log as the response of STARTED.
 */
char *bearings_sitting_plan (const BearingsForm *form, BearingsLength length, guint32 seed);
/*
 * The plan of an adaptive sitting: practice and self-report first, then keyed items chosen one by
 * one by the answers so far (see bearings-sitting-adaptive.h), then rubric items. The choice is a
 * pure function of the form, this plan and the answers, so that a log replays to the same items.
 */
char *
bearings_sitting_plan_adaptive (const BearingsForm *form, BearingsLength length, guint32 seed);
/* Whether the bank leaves a choice: at least twice the keyed items of a short sitting. */
gboolean bearings_sitting_can_adapt (const BearingsForm *form);
/* Expected minutes of a plan of that length. */
double bearings_sitting_expected_minutes (const BearingsForm *form, BearingsLength length);

/* An answer in words of the log. */
typedef enum {
  BEARINGS_RESPONSE_NONE,
  BEARINGS_RESPONSE_OPTION,    /* "option:b" */
  BEARINGS_RESPONSE_DONT_KNOW, /* "dont-know" */
  BEARINGS_RESPONSE_ANCHOR,    /* "anchor:3" */
  BEARINGS_RESPONSE_OPTIONS,   /* "options:a,c": several, in the order of the item */
  BEARINGS_RESPONSE_ORDER,     /* "order:b,a,c": all, in the order the person gave them */
  BEARINGS_RESPONSE_TYPED,     /* "typed:<text>" */
  BEARINGS_RESPONSE_RUBRIC,    /* "rubric:<criterion>=<score>,...;<text of the answer>" */
} BearingsResponseKind;

typedef struct {
  BearingsResponseKind kind;
  char *option;   /* id of the option */
  char **options; /* ids, of several */
  gint64 anchor;
  char *text;         /* rubric, typed: what the person wrote */
  GHashTable *scores; /* rubric: criterion id -> GINT_TO_POINTER (score); NULL otherwise */
} BearingsResponse;
BearingsResponse *bearings_response_new (BearingsResponseKind kind);
void bearings_response_free (BearingsResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponse, bearings_response_free)
BearingsResponse *bearings_response_parse (const char *text);
char *bearings_response_to_string (const BearingsResponse *response);
/* Whether the answer is complete for its item (a rubric needs every criterion scored). */
gboolean bearings_response_is_complete (const BearingsResponse *response, const BearingsItem *item);
/* Score of an answer: keyed 0 or 1, rubric sum of points; NaN when it is not scored. */
double bearings_response_score (const BearingsResponse *response, const BearingsItem *item);
double bearings_item_max_score (const BearingsItem *item);
/* The right answer to a keyed item, in words of the log. */
char *bearings_item_right_answer (const BearingsItem *item);
/* The options in the order they are shown (BearingsItemOption, not owned): as listed, but those of
 * an ordering item shuffled, always alike and never in the right order. */
GPtrArray *bearings_item_shown_options (const BearingsItem *item);
/* What typed answers are compared by: compatibility-composed, without case, runs of white space one
 * space, none at the ends, a decimal comma a point. */
char *bearings_response_normalise (const char *text);

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

typedef struct _BearingsSittingPlan BearingsSittingPlan;

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

#define BEARINGS_SITTING_ERROR (bearings_sitting_error_quark ())
GQuark bearings_sitting_error_quark (void);
typedef enum {
  BEARINGS_SITTING_ERROR_NO_PLAN,
  BEARINGS_SITTING_ERROR_UNKNOWN_ITEM,
} BearingsSittingError;

G_END_DECLS
