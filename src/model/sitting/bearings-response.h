/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person answered to an item, in words of the log, and its score. */
#pragma once

#include "bearings-instrument.h"

G_BEGIN_DECLS

/* An answer in words of the log. */
typedef enum {
  BEARINGS_RESPONSE_NONE,
  BEARINGS_RESPONSE_OPTION,    /* "option:b" */
  BEARINGS_RESPONSE_DONT_KNOW, /* "dont-know" */
  BEARINGS_RESPONSE_ANCHOR,    /* "anchor:3" */
  BEARINGS_RESPONSE_OPTIONS,   /* "options:a,c": several, in the order of the item */
  BEARINGS_RESPONSE_ORDER,     /* "order:b,a,c": all, in the order the person gave them */
  BEARINGS_RESPONSE_TYPED,     /* "typed:<text>" */
  BEARINGS_RESPONSE_RUBRIC,    /* "rubric:<criterion>=<score>,...;<text of the answer>" */
} BearingsResponseKind;

typedef struct {
  BearingsResponseKind kind;
  char *option;   /* id of the option */
  char **options; /* ids, of several */
  gint64 anchor;
  char *text;         /* rubric, typed: what the person wrote */
  GHashTable *scores; /* rubric: criterion id -> GINT_TO_POINTER (score); NULL otherwise */
} BearingsResponse;
BearingsResponse *bearings_response_new (BearingsResponseKind kind);
void bearings_response_free (BearingsResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponse, bearings_response_free)
BearingsResponse *bearings_response_parse (const char *text);
char *bearings_response_to_string (const BearingsResponse *response);
/* Whether the answer is complete for its item (a rubric needs every criterion scored). */
gboolean bearings_response_is_complete (const BearingsResponse *response, const BearingsItem *item);
/* Score of an answer: keyed 0 or 1, rubric sum of points; NaN when it is not scored. */
double bearings_response_score (const BearingsResponse *response, const BearingsItem *item);
double bearings_response_item_max_score (const BearingsItem *item);
/* The right answer to a keyed item, in words of the log. */
char *bearings_response_item_right_answer (const BearingsItem *item);
/* The options in the order they are shown (BearingsItemOption, not owned): as listed, but those of
 * an ordering item shuffled, always alike and never in the right order. */
GPtrArray *bearings_response_item_shown_options (const BearingsItem *item);
/* What typed answers are compared by: compatibility-composed, without case, runs of white space one
 * space, none at the ends, a decimal comma a point. */
char *bearings_response_normalise (const char *text);

G_END_DECLS
