/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers made from the claims of a page, no two of them alike. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

/* What is asked. docs/rules.md says from which fields each answer is made. */
typedef enum {
  BEARINGS_QUESTION_CHANNEL = 1, /* what a channel says of the skill in the career */
  BEARINGS_QUESTION_FINDING,     /* what was found */
  BEARINGS_QUESTION_MEANING,     /* what follows for a person who looks for work */
  BEARINGS_QUESTION_CERTAINTY,   /* how sure it is, and why */
  BEARINGS_QUESTION_SCOPE,       /* of whom it speaks */
  BEARINGS_QUESTION_LIMITS,
  BEARINGS_QUESTION_AGAIN,      /* whether it was found again */
  BEARINGS_QUESTION_DEFINITION, /* by whose definition */
  BEARINGS_QUESTION_NEARNESS,   /* whether it speaks of this skill in this career */
  BEARINGS_QUESTION_POPULAR,    /* whether a popular sentence is true */
} BearingsQuestionKind;

/**
 * BearingsQuestion:
 * @id: the same question has the same id wherever it is asked
 * @opens, @record: the record that the answer was made from: a claim, a popular claim, or the
 *   source of a count
 */
typedef struct {
  BearingsQuestionKind kind;
  char *id;
  char *question;
  char *answer;
  BearingsRecordKind opens;
  char *record;
} BearingsQuestion;

void bearings_question_free (BearingsQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsQuestion, bearings_question_free)

/* BearingsQuestion, the most telling first: each channel that has evidence, what the claims that
 * carry the answers mean and how sure they are, popular claims, the other direct findings, and
 * how near the rest is. A question or an answer like one before it is left out. */
GPtrArray *bearings_questions_of_skill_page (const BearingsSkillPage *page);
/* Everything the claim's own fields answer. */
GPtrArray *bearings_questions_of_claim_page (const BearingsClaimPage *page);

/* What is left of a text when case, accents, punctuation and the order of words are set aside: two
 * texts are alike when this is the same. */
char *bearings_question_fold (const char *text);
/* "finding", "nearness", ... */
const char *bearings_question_kind_nick (BearingsQuestionKind kind);

G_END_DECLS
