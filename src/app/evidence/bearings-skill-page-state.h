/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a skill for a career decides to show. Pure; no display needed. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

/**
 * BearingsChannelView: how one channel's answer is drawn.
 * @figure: figure to show, or %NULL: nothing measured stands for the channel
 * @headline: the figure measures this skill in this career and may be shown large
 * @emphasis: CSS class of the state's chip, or %NULL
 * @certainty: certainty to show; 0: none, as there is no evidence to be certain of
 * @counts: "2 direct, 1 adjacent, 4 context"
 * @searched: what was looked at, and when; or %NULL
 */
typedef struct {
  const BearingsFigure *figure;
  gboolean headline;
  const char *emphasis;
  BearingsCertainty certainty;
  char *counts;
  char *searched;
} BearingsChannelView;

void bearings_channel_view_init (BearingsChannelView *view, const BearingsChannelAnswer *answer);
void bearings_channel_view_clear (BearingsChannelView *view);

/* "2 direct, 1 adjacent, 4 context" */
char *bearings_skill_page_state_counts_text (guint n_direct, guint n_adjacent, guint n_context);
/* "Direct (2)" for the filter; @level 0: all. */
char *bearings_skill_page_state_filter_label (int level, guint n);
/* Evidence of one directness, or all when @level is 0; keeps the order. */
GPtrArray *bearings_skill_page_state_filter_evidence (GPtrArray *evidence, int level);
/* The filter shown first: the nearest that holds anything. */
int bearings_skill_page_state_first_filter (guint n_direct, guint n_adjacent, guint n_context);
/* "Survey · Speaks for the skill": what kind of evidence it is. */
char *bearings_skill_page_state_evidence_caption (BearingsEvidence *evidence);

G_END_DECLS
