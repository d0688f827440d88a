/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence for a skill in a role, and the answer of each channel. */
#pragma once

#include "bearings-evidence.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

/**
 * BearingsEvidence:
 *
 * One piece of evidence as it stands on the page of one (role, skill): a claim, a posting share,
 * a use share or an occupation's flags, brought to one form. Immutable.
 */
#define BEARINGS_TYPE_EVIDENCE (bearings_evidence_get_type ())
G_DECLARE_FINAL_TYPE (BearingsEvidence, bearings_evidence, BEARINGS, EVIDENCE, GObject)

BearingsEvidence *bearings_evidence_new_claim (BearingsClaim *claim,
                                               BearingsDirectness directness,
                                               const char *directness_reason);
BearingsEvidence *bearings_evidence_new_posting_share (BearingsPostingShare *share,
                                                       const char *role_title,
                                                       const char *skill_name);
BearingsEvidence *bearings_evidence_new_use_share (BearingsUseShare *share,
                                                   const char *role_title,
                                                   const char *skill_name);
/* O*NET's yes/no flags: a statement without a figure, since flags never become percentages. */
BearingsEvidence *bearings_evidence_new_flags (BearingsOccupationSkill *row,
                                               const char *occupation_title,
                                               const char *skill_name);

BearingsRecord *bearings_evidence_get_record (BearingsEvidence *self);
/* NULL unless the evidence is a claim. */
BearingsClaim *bearings_evidence_get_claim (BearingsEvidence *self);
const char *bearings_evidence_get_id (BearingsEvidence *self);
const char *bearings_evidence_get_statement (BearingsEvidence *self);
BearingsChannel bearings_evidence_get_channel (BearingsEvidence *self);
/* Never NULL; may be missing with its reason. */
const BearingsFigure *bearings_evidence_get_figure (BearingsEvidence *self);
BearingsDirectness bearings_evidence_get_directness (BearingsEvidence *self);
const char *bearings_evidence_get_directness_reason (BearingsEvidence *self);
BearingsCertainty bearings_evidence_get_certainty (BearingsEvidence *self);
/* BearingsCertaintyReason *, never NULL. */
GPtrArray *bearings_evidence_get_certainty_reasons (BearingsEvidence *self);
BearingsDesign bearings_evidence_get_design (BearingsEvidence *self);
BearingsDirection bearings_evidence_get_direction (BearingsEvidence *self);
BearingsHedge bearings_evidence_get_hedge (BearingsEvidence *self);
const char *bearings_evidence_get_source_id (BearingsEvidence *self);

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
 * @best: the evidence that carries the answer, or %NULL
 * @certainty: of @best; 0 when there is none
 * @search: what was looked for, when the state is NO_EVIDENCE or to stand beside context
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
 * MIXED; direct findings of which the best holds both signs make NOT_ESTABLISHED. @best is, of
 * that directness, the one with the highest certainty, then the latest data, then an interval,
 * then the larger sample, then the id.
 */
BearingsChannelAnswer *bearings_channel_answer_new (BearingsChannel channel,
                                                    GPtrArray *evidence,
                                                    GPtrArray *searches);
void bearings_channel_answer_free (BearingsChannelAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsChannelAnswer, bearings_channel_answer_free)

/* "Measured directly", "No evidence found", ... */
const char *bearings_answer_state_title (BearingsAnswerState state);
/* One sentence for a channel, with the figure, its error and its referent. */
char *bearings_channel_answer_text (const BearingsChannelAnswer *answer);
/* The paragraph at the top of the page, from all channel answers, in order. */
char *bearings_answers_text (GPtrArray *answers, const char *skill_name, const char *role_title);

G_END_DECLS
