/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key means on a question, by where the focus is. */
#pragma once

#include "bearings-answer-view.h"

G_BEGIN_DECLS

/* One key per option: chooses, and returns TRUE, when the key is the number of an option and
 * nothing is being typed. */
gboolean
bearings_sitting_keys_choose (BearingsAnswerView *question, GtkWidget *focus, guint keyval);
/* Enter goes on from a choice, a typed word, the code or no focus at all; on buttons and in a text
 * it keeps its own meaning. */
gboolean bearings_sitting_keys_step (GtkWidget *focus, guint keyval);

G_END_DECLS
