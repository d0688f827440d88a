/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change an answer: the page again, without one piece of its evidence. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

/* What of a channel's answer is another one without the piece, from the least to the most. */
typedef enum {
  BEARINGS_EFFECT_NONE,
  BEARINGS_EFFECT_FIGURE,    /* another finding carries it, with the same certainty */
  BEARINGS_EFFECT_CERTAINTY, /* another finding carries it, with another certainty */
  BEARINGS_EFFECT_STATE,     /* the channel says something else */
} BearingsEffect;

/**
 * BearingsSensitivity: the page without one piece of evidence, or without all of one source
 * @pieces: BearingsEvidence, what is left out: one piece, or several of one study
 * @before: the channel's answer, of the page
 * @after: the same channel's answer without them
 * @sentence: the paragraph at the top without them; %NULL when it stays as it is
 */
typedef struct {
  GPtrArray *pieces;
  const BearingsChannelAnswer *before;
  BearingsChannelAnswer *after;
  BearingsEffect effect;
  char *sentence;
} BearingsSensitivity;

/**
 * bearings_sensitivity_list:
 * @n_without_effect: (out) (optional): pieces without which every channel answers the same
 *
 * Leaves out each piece in turn, and, where several pieces are findings of one study (or counted
 * from one source), all of these together if that does more than any of them alone: a study is one
 * piece of evidence, however many findings it has. The answers are made by the same rule as the
 * page's (bearings_channel_answer_new()), so nothing here judges.
 *
 * The cost is one answer of one channel for each piece: it grows with the square of the pieces of a
 * channel, of which a page has tens.
 *
 * Returns: (element-type BearingsSensitivity): those that change an answer, the largest effect
 * first, then by channel. The page has to outlive the list.
 */
GPtrArray *bearings_sensitivity_list (const BearingsSkillPage *page, guint *n_without_effect);

/* What the channel would say, in one or two sentences. */
char *bearings_sensitivity_text (const BearingsSensitivity *sensitivity);
/* The piece's own statement; of several, how many they are and of which source. */
char *bearings_sensitivity_title (const BearingsSensitivity *sensitivity, GHashTable *sources);
/* How many pieces could be left out one by one and nothing would change; NULL for none. */
char *bearings_sensitivity_rest_text (guint n_without_effect);

G_END_DECLS
