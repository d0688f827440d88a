/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of claims and sources: what is asked of it, and its rows. */
#pragma once

#include "bearings-certainty.h"
#include "bearings-claims.h"

G_BEGIN_DECLS

/* How fresh a claim or a source is: the state of the source first, then when it was last looked
 * at. */
typedef enum {
  BEARINGS_FRESHNESS_RECENT = 1, /* looked at within a year */
  BEARINGS_FRESHNESS_DUE,        /* longer ago */
  BEARINGS_FRESHNESS_UNDATED,    /* no date on record */
  BEARINGS_FRESHNESS_REPLACED,   /* corrected, or a newer round exists */
  BEARINGS_FRESHNESS_WITHDRAWN,  /* withdrawn or retracted */
} BearingsFreshness;
extern const BearingsEnumType bearings_freshness_type;
const char *bearings_freshness_title (BearingsFreshness freshness);

typedef enum {
  BEARINGS_LIBRARY_SORT_BEST = 1, /* words found best first; without words as by title */
  BEARINGS_LIBRARY_SORT_NEWEST,
  BEARINGS_LIBRARY_SORT_OLDEST,
  BEARINGS_LIBRARY_SORT_CERTAINTY, /* highest first */
  BEARINGS_LIBRARY_SORT_TITLE,
} BearingsLibrarySort;
extern const BearingsEnumType bearings_library_sort_type;
const char *bearings_library_sort_title (BearingsLibrarySort sort);

/* What a library can be filtered by, beside words and years. All but the last speak of claims. */
typedef enum {
  BEARINGS_FACET_CHANNEL,
  BEARINGS_FACET_CERTAINTY,
  BEARINGS_FACET_DESIGN,
  BEARINGS_FACET_DIRECTION,
  BEARINGS_FACET_BOUNDARY,
  BEARINGS_FACET_TOPIC,
  BEARINGS_FACET_FRESHNESS,
  BEARINGS_N_FACETS,
} BearingsFacet;
/* "Channel". */
const char *bearings_facet_title (BearingsFacet facet);
/* Stable: "channel". */
const char *bearings_facet_name (BearingsFacet facet);
/* The vocabulary; NULL for the topic, which is free text. */
const BearingsEnumType *bearings_facet_type (BearingsFacet facet);
/* Words for a value; "Not stated" for the empty one. */
const char *bearings_facet_value_title (BearingsFacet facet, const char *value);

/**
 * BearingsLibraryQuery:
 * @text: what somebody typed, or %NULL
 * @sources: sources instead of claims
 * @values: for each facet the values wanted (nicks; the topic as it is; "" for what is not stated),
 *   any of them; empty: all
 * @year_from, @year_to: 0 for no limit
 * @sort: 0 is %BEARINGS_LIBRARY_SORT_BEST
 */
typedef struct {
  char *text;
  gboolean sources;
  GPtrArray *values[BEARINGS_N_FACETS];
  int year_from, year_to;
  BearingsLibrarySort sort;
} BearingsLibraryQuery;
BearingsLibraryQuery *bearings_library_query_new (void);
BearingsLibraryQuery *bearings_library_query_copy (const BearingsLibraryQuery *query);
void bearings_library_query_free (BearingsLibraryQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsLibraryQuery, bearings_library_query_free)
gboolean
bearings_library_query_has (const BearingsLibraryQuery *query, BearingsFacet facet, const char *v);
void bearings_library_query_set (BearingsLibraryQuery *query,
                                 BearingsFacet facet,
                                 const char *value,
                                 gboolean wanted);
/* Whether the facet can be asked of what is listed. */
gboolean bearings_library_query_applies (const BearingsLibraryQuery *query, BearingsFacet facet);
/* How many filters are set, words apart: one for each facet in use, one for the years. */
guint bearings_library_query_n_filters (const BearingsLibraryQuery *query);
gboolean bearings_library_query_equal (const BearingsLibraryQuery *a,
                                       const BearingsLibraryQuery *b);

/* A row of the library. */
#define BEARINGS_TYPE_LIBRARY_ROW (bearings_library_row_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLibraryRow, bearings_library_row, BEARINGS, LIBRARY_ROW, GObject)
struct _BearingsLibraryRow {
  GObject parent_instance;

  BearingsRecordKind kind; /* claim or source */
  char *id;
  char *title;
  char *body;   /* what else words are found in, a line each */
  char *credit; /* first author of the source, or NULL */
  int n_authors;
  int year; /* 0: not stated */
  BearingsChannel channel;
  BearingsCertainty certainty; /* 0 for sources */
  BearingsDesign design;
  BearingsSourceState state;
};
BearingsLibraryRow *bearings_library_row_new (void);
/* Moves what @from says into @self, which may be on a screen already, and emits "changed". */
void bearings_library_row_take (BearingsLibraryRow *self, BearingsLibraryRow *from);
/* "Pay · Randomised trial · 2022 · Noy and others · Retracted". */
char *bearings_library_row_caption (BearingsLibraryRow *self);
/**
 * bearings_library_row_found:
 *
 * Why the row is found when its title and caption do not show it: the place in the rest of its
 * text that has a word of @search, cut to what stands around it. %NULL when there is none to show.
 */
char *bearings_library_row_found (BearingsLibraryRow *self, const char *search);

/* How many of what the words and years find have which values: rows of one combination each. */
typedef struct {
  char *values[BEARINGS_N_FACETS]; /* "" for what is not stated */
  guint64 count;
} BearingsLibraryCombination;
void bearings_library_combination_free (BearingsLibraryCombination *combination);

typedef struct {
  char *value;
  guint64 count;
} BearingsFacetCount;
void bearings_facet_count_free (BearingsFacetCount *count);
/**
 * bearings_library_count_facet:
 *
 * BearingsFacetCount of each value, with every other filter of @query in force: how many rows
 * choosing it would leave. In the order of the vocabulary, topics by name; a value that is wanted
 * but found nowhere is there with 0.
 */
GPtrArray *bearings_library_count_facet (GPtrArray *combinations,
                                         const BearingsLibraryQuery *query,
                                         BearingsFacet facet);
/* How many rows there would be without the filters of the facet; %BEARINGS_N_FACETS: with all. */
guint64 bearings_library_count_without (GPtrArray *combinations,
                                        const BearingsLibraryQuery *query,
                                        BearingsFacet facet);

/* The last year in a text like "2019-2021" or "up to 2013"; 0 when there is none. */
int bearings_library_last_year (const char *text);

/* Two texts that a reader takes for the same have the same folded form: letters without case and
 * accents, one space between words. */
char *bearings_library_fold_text (const char *text);
/**
 * bearings_library_find_words:
 *
 * Where words of @text begin with words of @search, accents and case folded, as the search finds
 * them: pairs of byte offsets, begin and end, in an array of guint. Empty when there are none.
 */
GArray *bearings_library_find_words (const char *text, const char *search);

G_END_DECLS
