/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting under way: stores every entry before anything moves on. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_SITTING_MODEL (bearings_sitting_model_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSittingModel,
                      bearings_sitting_model,
                      BEARINGS,
                      SITTING_MODEL,
                      GObject)

/* Where the sitting stands towards its store. */
typedef enum {
  BEARINGS_STORED,     /* everything given so far is on disk */
  BEARINGS_NOT_STORED, /* the last answers are only in memory; see the message */
  BEARINGS_TAKEN_OVER, /* another window holds the sitting */
} BearingsStoreState;

/**
 * BearingsSittingModel:
 *
 * Signal "changed": the sitting, the store state or what is under way is another.
 *
 * Everything is stored in a thread, in the order it was given. Answers and flags count at once and
 * are queued until they are stored; steps from item to item are taken only when everything before
 * them is on disk. What is given while a step is under way comes after it; another step is not
 * taken meanwhile.
 */
/* Takes the sitting over for this window; a paused one goes on. Blocks: for a thread. */
BearingsSittingModel *
bearings_sitting_model_new (BearingsService *service, const char *sitting_id, GError **error);

BearingsService *bearings_sitting_model_get_service (BearingsSittingModel *self);
const char *bearings_sitting_model_get_sitting_id (BearingsSittingModel *self);
/* What the sitting is about. */
const char *bearings_sitting_model_get_title (BearingsSittingModel *self);
const BearingsSitting *bearings_sitting_model_get_sitting (BearingsSittingModel *self);
BearingsStoreState bearings_sitting_model_get_store_state (BearingsSittingModel *self);
/* Why the last answers are not stored, in words; NULL when they are. */
const char *bearings_sitting_model_get_message (BearingsSittingModel *self);
/* Something is being stored. */
gboolean bearings_sitting_model_is_busy (BearingsSittingModel *self);
/* A step is under way. */
gboolean bearings_sitting_model_is_stepping (BearingsSittingModel *self);
gboolean bearings_sitting_model_get_from_review (BearingsSittingModel *self);

/* The current item came on the screen, or left it: time counts between the two. */
void bearings_sitting_model_start_clock (BearingsSittingModel *self);
void bearings_sitting_model_stop_clock (BearingsSittingModel *self);

/* @response in words of the log. The same answer again is not stored. */
void bearings_sitting_model_answer (BearingsSittingModel *self, const char *response);
void bearings_sitting_model_flag (BearingsSittingModel *self, gboolean flagged);
/* Something beside the answers: a note on a self-rating, a second rating of a task. */
void bearings_sitting_model_say (BearingsSittingModel *self,
                                 BearingsEntryKind kind,
                                 const char *item_id,
                                 const char *response);
void bearings_sitting_model_next (BearingsSittingModel *self);
/* FALSE when there is no item before. */
gboolean bearings_sitting_model_back (BearingsSittingModel *self);
void bearings_sitting_model_skip (BearingsSittingModel *self);
void bearings_sitting_model_jump (BearingsSittingModel *self, const char *item_id);
void bearings_sitting_model_review (BearingsSittingModel *self);
void bearings_sitting_model_pause (BearingsSittingModel *self);
void bearings_sitting_model_resume (BearingsSittingModel *self);
void bearings_sitting_model_finish (BearingsSittingModel *self);
/* Tries again to store what is queued. */
void bearings_sitting_model_retry (BearingsSittingModel *self);
/* Takes the sitting back from the other window. */
void bearings_sitting_model_take_back (BearingsSittingModel *self,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean bearings_sitting_model_take_back_finish (BearingsSittingModel *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
