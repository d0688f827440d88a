/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer of each channel, by a rule. */
#pragma once

#include "bearings-evidence.h"

G_BEGIN_DECLS

/* What a channel can say. */
typedef enum {
  BEARINGS_ANSWER_DIRECT = 1,      /* measured directly */
  BEARINGS_ANSWER_NOT_ESTABLISHED, /* measured directly; the interval holds no difference too */
  BEARINGS_ANSWER_MIXED,           /* direct findings point in opposite directions */
  BEARINGS_ANSWER_ADJACENT,
  BEARINGS_ANSWER_CONTEXT,
  BEARINGS_ANSWER_NO_EVIDENCE,
} BearingsAnswerState;

/**
 * BearingsChannelAnswer:
 * @best: the evidence that carries the answer, or the nearest there is, or %NULL
 * @certainty: of @best; 0 when there is none
 * @search: what was looked for and where, or %NULL
 */
typedef struct {
  BearingsChannel channel;
  BearingsAnswerState state;
  BearingsEvidence *best;
  BearingsCertainty certainty;
  guint n_direct, n_adjacent, n_context;
  BearingsEvidenceSearch *search;
} BearingsChannelAnswer;

/*
 * The rule. Among the channel's evidence the nearest directness present decides the state; no
 * votes are counted and nothing is averaged. Direct findings that favour and that go against make
 * MIXED; direct findings of which the best holds both signs make NOT_ESTABLISHED. Where nothing
 * is direct and a search is on record that found nothing, the state is NO_EVIDENCE, however much
 * stands beside it. @best is, of
 * that directness, the one with the highest certainty, then the latest data, then an interval,
 * then the larger sample, then the id.
 */
BearingsChannelAnswer *
bearings_channel_answer_new (BearingsChannel channel, GPtrArray *evidence, GPtrArray *searches);
void bearings_channel_answer_free (BearingsChannelAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsChannelAnswer, bearings_channel_answer_free)

/* "Measured directly", "No evidence found", ... */
const char *bearings_answer_state_title (BearingsAnswerState state);
/* One sentence for a channel, with the figure, its error and its referent. */
char *bearings_channel_answer_text (const BearingsChannelAnswer *answer);
/* When it was looked for and where; NULL when that is not on record. */
char *bearings_answer_evidence_search_text (const BearingsEvidenceSearch *search);
/* A share in words, by its interval: nearly all from a lower limit of 90 %, most from 50 %, few up
 * to an upper limit of 10 %, less than half below 50 %; otherwise about half. */
typedef enum {
  BEARINGS_SHARE_NEARLY_ALL,
  BEARINGS_SHARE_MOST,
  BEARINGS_SHARE_ABOUT_HALF,
  BEARINGS_SHARE_LESS_THAN_HALF,
  BEARINGS_SHARE_FEW,
} BearingsShareWord;
BearingsShareWord bearings_share_word (double low, double high);

/* The paragraph at the top of the page, from all channel answers, in order: in words alone, since
 * every figure stands below with its error and its source. */
char *bearings_answer_text (GPtrArray *answers, const char *skill_name, const char *role_title);

G_END_DECLS
