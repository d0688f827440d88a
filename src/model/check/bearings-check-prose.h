/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence commits to: its hedge, numbers with units, years and sample, read from text. */
#pragma once

#include <glib-object.h>

#include "bearings-enums.h"

G_BEGIN_DECLS

/**
 * BearingsTraceNumber:
 * @value, @high: the number, and the upper end of a range; NaN when there is no range
 * @unit: "percent", "percent of current skills", "seconds", "USD"; never %NULL
 * @mentioned: stands beside the number that matters; a later sentence may repeat it
 */
typedef struct {
  double value, high;
  char *unit;
  gboolean mentioned;
} BearingsTraceNumber;

/**
 * BearingsTraceReading:
 * @hedge: how strongly it commits; 0 when not on record
 * @hedge_words: the words that say so, as they stand there; %NULL when none were found
 * @numbers: BearingsTraceNumber, in order
 * @years: years it speaks of; @year: the year it was said in, 0 when not on record
 * @n, @n_unit: sample size and of what; @n absent when not on record
 * @words: what is left of quoted words without hedges, numbers and function words; %NULL when
 *   nothing is quoted
 * @statement: a quotation has a figure, so that it is a statement and no part of one
 * @around: words that are known to stand around the quotation
 * @credits: whom it names as its source; @names: by whom the thing is known so far, latest last
 * @whole: the whole sentence is at hand, so that what is absent was left out; otherwise what is
 *   absent is only not on record
 */
typedef struct {
  BearingsHedge hedge;
  char *hedge_words;
  GPtrArray *numbers;
  GArray *years;
  int year;
  gint64 n;
  char *n_unit;
  GPtrArray *words;
  gboolean statement;
  GPtrArray *around;
  char *credits;
  GPtrArray *names;
  gboolean whole;
} BearingsTraceReading;

BearingsTraceReading *bearings_trace_reading_new (void);
void bearings_trace_reading_free (BearingsTraceReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsTraceReading, bearings_trace_reading_free)

/*
 * The rules of reading, written out in docs/rules.md:
 * - a number counts when a unit follows (percent, points, a span of time, an amount of money,
 *   times, standard deviations); number words and fractions count too ("three quarters");
 * - a number before a noun that can be counted as a sample ("30 recruiters", "n = 11") is a sample;
 * - a bare number from 1900 to 2100 without a separator is a year; any other bare number is not
 *   looked at (pages, paragraphs, versions);
 * - of several hedges the weakest counts: "could be" < "likely" < "suggests" < "estimated" < "is".
 *   "More likely" compares and is no hedge, "May 2025" is a month.
 */

/* Reads English text into a reading, after what it holds already. */
void bearings_trace_reading_add_numbers (BearingsTraceReading *reading, const char *text);
void bearings_trace_reading_add_years (BearingsTraceReading *reading, const char *text);
/* The first sample, when the reading has none yet. */
void bearings_trace_reading_add_sample (BearingsTraceReading *reading, const char *text);
void bearings_trace_reading_add_words (BearingsTraceReading *reading, const char *text);
/* Words that are known to stand around what is quoted, such as those of a summary. */
void bearings_trace_reading_add_around (BearingsTraceReading *reading, const char *text);
/* The weakest hedge of the text and the words that make it; 0 when no word of it commits. */
BearingsHedge bearings_trace_find_hedge (const char *text, char **words);

/* A whole sentence, as popular claims are. What carries no hedge is stated. */
BearingsTraceReading *bearings_trace_reading_new_from_sentence (const char *text);

void bearings_trace_reading_take_number (BearingsTraceReading *reading,
                                         double value,
                                         double high,
                                         const char *unit);

G_END_DECLS
