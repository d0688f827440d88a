/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the wizard shows and allows: pure functions of a sitting, tested without a display. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* What the one suggested button does. */
typedef enum {
  BEARINGS_STEP_NEXT,   /* go to the next item */
  BEARINGS_STEP_SCORE,  /* a task: show the criteria and examples */
  BEARINGS_STEP_REVIEW, /* the last item, or an item opened from the review */
} BearingsSittingStep;

#define BEARINGS_CHOICE_NONE G_MAXUINT

/**
 * BearingsSittingState:
 * @kicker: line above the question: what kind of item, on which scale
 * @progress: "7 of 24"; for the practice item that it does not count
 * @fraction: of the way, 0 to 1
 * @time_left: "About 6 minutes left", or %NULL when nothing is open
 * @n_choices: options or anchors, "I don't know" left out
 * @may_not_know: whether "I don't know" is offered, as choice @n_choices
 * @chosen: the choice that stands, or BEARINGS_CHOICE_NONE
 * @feedback: practice only: whether the answer is right, and why
 * @task: the item asks for a text
 * @scoring: the criteria of a task are on the screen
 */
typedef struct {
  char *kicker;
  char *progress;
  double fraction;
  char *time_left;
  gboolean practice;
  guint n_choices;
  gboolean may_not_know;
  guint chosen;
  char *feedback;
  gboolean feedback_right;
  gboolean task;
  gboolean scoring;
  gboolean flagged;
  gboolean can_go_back;
  gboolean can_skip;
  gboolean can_step;
  BearingsSittingStep step;
  const char *step_label;
} BearingsSittingState;

/**
 * bearings_sitting_state_new:
 * @from_review: the item was opened from the review, which the next step returns to
 * @scoring: the person asked to score the task
 */
BearingsSittingState *
bearings_sitting_state_new (const BearingsSitting *sitting, gboolean from_review, gboolean scoring);
void bearings_sitting_state_free (BearingsSittingState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSittingState, bearings_sitting_state_free)

/* Whether the next step scores a task first; text that is not stored yet counts as answered. */
gboolean bearings_sitting_state_has_text (const BearingsSittingItem *item);

/* The response of a choice, as the log words it; NULL when the item has no such choice. */
char *bearings_sitting_state_choice_response (const BearingsItem *item, guint choice);
/* The choice a response stands for. */
guint bearings_sitting_state_response_choice (const BearingsItem *item,
                                              const BearingsResponse *response);

/* The same where several may be chosen; the last choice is "I don't know". */
gboolean bearings_sitting_state_is_chosen (const BearingsItem *item,
                                           const BearingsResponse *response,
                                           guint choice);

/* Item the next or the previous step leads to; NULL: the review, or nothing before it. */
const char *bearings_sitting_state_next_item (const BearingsSitting *sitting, gboolean from_review);
const char *bearings_sitting_state_previous_item (const BearingsSitting *sitting);

/* How an item stands, for the review. */
typedef enum {
  BEARINGS_MARK_OPEN,     /* not seen, or left without an answer */
  BEARINGS_MARK_ANSWERED, /* complete */
  BEARINGS_MARK_STARTED,  /* a task with a text but not all scores */
  BEARINGS_MARK_SKIPPED,
} BearingsSittingMark;
BearingsSittingMark bearings_sitting_mark (const BearingsSittingItem *item);
const char *bearings_sitting_mark_title (BearingsSittingMark mark);
/* The answer in words, shortened by nobody; NULL when there is none. */
char *bearings_sitting_state_answer_text (const BearingsSittingItem *item);

/* "22 of 24 answered, 2 open, 1 marked". */
char *bearings_sitting_state_review_text (const BearingsSitting *sitting);
/* "About 6 minutes left"; NULL for no time. */
char *bearings_sitting_state_time_text (double seconds);
/* "Reading code · Question" */
char *bearings_sitting_state_kicker (const BearingsForm *form, const BearingsItem *item);

/* A length of sitting and what it costs. */
typedef struct {
  BearingsLength length;
  guint n_items;
  double minutes;
  double levels; /* half width of the expected 95 % band, in levels of mean width; NaN unknown */
} BearingsLengthCost;
BearingsLengthCost
bearings_length_cost (BearingsForm *form, BearingsLength length, BearingsSelection selection);
/* "About 5 minutes"; "14 questions; …within about 1.7 levels…" */
char *bearings_sitting_state_length_title (const BearingsLengthCost *cost);
char *bearings_sitting_state_length_subtitle (const BearingsLengthCost *cost);

G_END_DECLS
