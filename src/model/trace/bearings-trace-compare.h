/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a sentence differs from the one it rests on: hedge, number, unit, year, sample, words. */
#pragma once

#include "bearings-claims.h"

G_BEGIN_DECLS

/**
 * BearingsTraceStatement: what a sentence commits to, by the fields of its record; borrowed from it
 * @hedge: how strongly it commits; 0 when not on record
 * @hedge_words: the words that say so; %NULL when not on record
 * @number, @number_high: NaN when not on record, and when it is no range
 * @unit: of the number: "percent", "percent of current skills", "seconds"; or %NULL
 * @years: years it speaks of, char *; or %NULL; @year: when it was said, or %NULL
 * @n, @n_unit: sample size and of what; @n absent when not on record
 * @words: the words its meaning hangs on, char *; or %NULL
 * @credits: whom it names as its source; @names: by whom the thing is known so far, char *, latest
 *   last; or %NULL
 * @whole: the whole sentence is on record, so that what is absent was left out; otherwise what is
 *   absent is only not on record
 */
typedef struct {
  BearingsHedge hedge;
  const char *hedge_words;
  double number, number_high;
  const char *unit;
  const GPtrArray *years;
  const char *year;
  gint64 n;
  const char *n_unit;
  const GPtrArray *words;
  const char *credits;
  const GPtrArray *names;
  gboolean whole;
} BearingsTraceStatement;

typedef enum {
  BEARINGS_ASPECT_HEDGE = 1,
  BEARINGS_ASPECT_NUMBER,
  BEARINGS_ASPECT_UNIT,
  BEARINGS_ASPECT_YEAR,
  BEARINGS_ASPECT_SAMPLE,
  BEARINGS_ASPECT_WORDS,
  BEARINGS_ASPECT_CREDIT,
} BearingsAspect;

typedef enum {
  BEARINGS_TRACE_CHANGE_STRENGTHENED = 1, /* of a hedge */
  BEARINGS_TRACE_CHANGE_WEAKENED,         /* of a hedge */
  BEARINGS_TRACE_CHANGE_CHANGED,
  BEARINGS_TRACE_CHANGE_APPEARED,   /* nothing of the kind is on record before */
  BEARINGS_TRACE_CHANGE_DROPPED,    /* left out of a sentence that is on record whole */
  BEARINGS_TRACE_CHANGE_RESTATED,   /* a count of a sample became its share */
  BEARINGS_TRACE_CHANGE_COMPLEMENT, /* a share became what is left to 100 percent */
} BearingsTraceChange;

/* @before and @after are texts to show; one of them is NULL for what appeared or was dropped. */
typedef struct {
  BearingsAspect aspect;
  BearingsTraceChange change;
  char *before;
  char *after;
} BearingsTraceDifference;

void bearings_trace_difference_free (BearingsTraceDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsTraceDifference, bearings_trace_difference_free)

/**
 * bearings_trace_compare:
 * @before: what the later sentence rests on
 * @after: the later sentence
 *
 * The differences, in the order of the aspects; empty when nothing on record differs. Pure, and of
 * no language: no sentence is read. What is not on record is never compared, so silence of a record
 * is not taken for a change; only a whole sentence can leave something out.
 *
 * - hedge: by its grade, weakest first; two phrases of one grade do not differ.
 * - number: signs aside, a range as a range.
 * - unit: compared for equal numbers, when both say what the number is of.
 * - year: years the later sentence names that neither the earlier one nor its own date gives.
 * - sample: size, and what was counted.
 * - words: those on record, when there are some of both.
 * - credit: whom the later sentence names as its source, when nobody of that name is on the way.
 */
GPtrArray *bearings_trace_compare (const BearingsTraceStatement *before,
                                   const BearingsTraceStatement *after);

/* Whether there is anything on record to compare: without that, no difference says nothing. */
gboolean bearings_trace_compare_comparable (const BearingsTraceStatement *before,
                                            const BearingsTraceStatement *after);

/* "Hedge strengthened: “could be” → “likely”" */
char *bearings_trace_difference_text (const BearingsTraceDifference *difference);
const char *bearings_aspect_title (BearingsAspect aspect);
/* For programs: "hedge", "strengthened". */
extern const BearingsEnumType bearings_aspect_type;
extern const BearingsEnumType bearings_trace_change_type;

G_END_DECLS
