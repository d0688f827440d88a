/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a sentence on the screen to its primary source, step by step. */
#pragma once

#include "bearings-screens.h"
#include "bearings-trace-compare.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_STEP_SENTENCE = 1, /* what is on the screen: our sentence, or the popular wording */
  BEARINGS_STEP_HOP,          /* a hop on record */
  BEARINGS_STEP_SOURCE,       /* the source record of a claim that has no hops to it */
  BEARINGS_STEP_NO_ORIGIN,    /* the search ended without a primary source */
  BEARINGS_STEP_COMPUTED,     /* what was computed here, and by which rule */
  BEARINGS_STEP_CHANNEL,      /* what one channel gives to the answer of a page */
} BearingsTraceStepKind;

/**
 * BearingsTraceStep:
 * @part: BearingsHopPart of a hop, 0 otherwise
 * @title: who, and when
 * @text: the sentence, our summary of the hop, or what was searched; may be %NULL
 * @quotes: exact short words, char *; empty when none are on record
 * @url: where it was seen; may be %NULL
 * @evidence: what a channel's part of an answer rests on, with a trace of its own; or %NULL
 * @rests_on: title of the step that @differences compare it with; %NULL when it was not compared
 * @comparable: there is something on record to compare; without it there are no differences
 * @differences: BearingsTraceDifference
 */
typedef struct {
  BearingsTraceStepKind kind;
  int part;
  char *title;
  char *text;
  char *note;
  GPtrArray *quotes;
  char *url;
  BearingsTraceHop *hop;
  BearingsSource *source;
  BearingsEvidence *evidence;
  char *rests_on;
  gboolean comparable;
  GPtrArray *differences;
} BearingsTraceStep;

/**
 * BearingsTrace:
 * @steps: from the sentence to the primary source, or to the end of the search
 * @retellings: for a claim, how others pass the finding on, latest first
 * @beside: hops that look into it or bring something else, oldest first
 * @origin_found: whether a primary source is on record
 * @n_differences: on all steps together
 */
typedef struct {
  BearingsRecordKind kind;
  char *id;
  GPtrArray *steps;
  GPtrArray *retellings;
  GPtrArray *beside;
  gboolean origin_found;
  guint n_differences;
} BearingsTrace;

void bearings_trace_free (BearingsTrace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsTrace, bearings_trace_free)

/**
 * bearings_trace_new_for_claim:
 * @hops: BearingsTraceHop of the claim, oldest first; may be empty
 * @sources: id -> BearingsSource, those of the claim and its hops
 *
 * Every claim has a trace: at least its sentence and the record of its source.
 */
BearingsTrace *
bearings_trace_new_for_claim (BearingsClaim *claim, GPtrArray *hops, GHashTable *sources);
BearingsTrace *
bearings_trace_new_for_entry (BearingsRegisterEntry *entry, GPtrArray *hops, GHashTable *sources);

/* Of a count, a share, a rating or flags: the sentence, what was computed here, the source. A claim
 * has a trace with its hops: bearings_trace_new_for_claim(). @source may be %NULL. */
BearingsTrace *bearings_trace_new_for_evidence (BearingsEvidence *evidence, BearingsSource *source);
/* Of the sentence at the top of the page of a skill: the rule, then each channel's part of it. */
BearingsTrace *bearings_trace_new_for_answer (const BearingsSkillPage *page);

/* Index of the hop that @index repeats; -1 when it repeats none. */
int bearings_trace_rests_on (const GPtrArray *hops, guint index);

/* "Primary source", "Retelling", ... */
const char *bearings_trace_hop_part_title (BearingsHopPart part);
/* What to say of a step that was compared and has no differences. */
char *bearings_trace_step_no_difference (const BearingsTraceStep *step);
/* Whether it leads over what others said, which can differ; otherwise over a computation. */
gboolean bearings_trace_has_hops (const BearingsTrace *trace);
/* "Three hops; two differences on the way." */
char *bearings_trace_summary (const BearingsTrace *trace);

/**
 * BearingsPlace:
 * @occupations: ids, char *; @channels: a bit for each; the others may be %NULL
 *
 * A page, as far as it decides which popular claims are met there.
 */
typedef struct {
  const char *skill;
  const char *role;
  const GPtrArray *occupations;
  guint channels;
  const char *topic;
  const char *claim;
} BearingsPlace;
#define BEARINGS_CHANNEL_BIT(channel) (1u << (channel))
/* The channels of the page of a skill. */
#define BEARINGS_PAGE_CHANNELS (BEARINGS_CHANNEL_BIT (BEARINGS_CHANNEL_PAGE_LAST + 1) - 2)

/* Whether the popular claim is met there: it names the claim, or one of its places fits. */
gboolean bearings_trace_register_entry_is_met (const BearingsRegisterEntry *entry,
                                               const BearingsPlace *place);

G_END_DECLS
