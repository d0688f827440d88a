/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task: a text, then one's own score against criteria with examples. */
#pragma once

#include <adwaita.h>

#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * BearingsTaskView:
 *
 * Signal "answer-changed" (gboolean at_once): %FALSE while the person types.
 */
#define BEARINGS_TYPE_TASK_VIEW (bearings_task_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsTaskView, bearings_task_view, BEARINGS, TASK_VIEW, AdwBin)

/* @response may be %NULL; nothing is emitted. */
void bearings_task_view_set_item (BearingsTaskView *self,
                                  BearingsItem *item,
                                  const BearingsResponse *response);
/* The answer as it stands on the screen, in words of the log; NULL when it is empty. */
char *bearings_task_view_get_response (BearingsTaskView *self);
/* Shows the criteria and the examples. */
void bearings_task_view_set_scoring (BearingsTaskView *self, gboolean scoring);
/* For somebody else than the person: the answer stands, the criteria are open. */
void bearings_task_view_set_second (BearingsTaskView *self);
void bearings_task_view_focus_text (BearingsTaskView *self);
void bearings_task_view_focus_scores (BearingsTaskView *self);

G_END_DECLS
