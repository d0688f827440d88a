/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a keyed or self-report item: one choice, several, an order, or a typed text. */
#pragma once

#include "bearings-choice-list.h"
#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * BearingsAnswerView:
 *
 * Signal "answered" (gboolean at_once): the person changed the answer; with @at_once FALSE by
 * typing, so that storing may wait for a pause.
 */
#define BEARINGS_TYPE_ANSWER_VIEW (bearings_answer_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsAnswerView, bearings_answer_view, BEARINGS, ANSWER_VIEW, GtkBox)

/* @prompt names the group for screen readers. */
void bearings_answer_view_set_item (BearingsAnswerView *self,
                                    const BearingsItem *item,
                                    GtkWidget *prompt);
/* NULL: not answered yet. */
void bearings_answer_view_set_response (BearingsAnswerView *self, const BearingsResponse *response);
/* In words of the log; NULL when there is none. */
char *bearings_answer_view_get_response (BearingsAnswerView *self);
void bearings_answer_view_focus (BearingsAnswerView *self);
/* The list number keys speak to, or NULL. */
BearingsChoiceList *bearings_answer_view_get_choices (BearingsAnswerView *self);
void bearings_answer_view_set_show_keys (BearingsAnswerView *self, gboolean show_keys);

G_END_DECLS
