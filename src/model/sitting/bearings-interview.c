/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting in which somebody reads the questions aloud and puts in what is said. */

#include "bearings-interview.h"

#include <glib/gi18n-lib.h>

gboolean
bearings_interview_is (const BearingsSitting *sitting)
{
  return g_strcmp0 (g_hash_table_lookup (sitting->facts, BEARINGS_FACT_INTERVIEW), "1") == 0;
}

static const char *
keyed_advice (const BearingsItem *item)
{
  switch (bearings_item_get_answer (item)) {
  case BEARINGS_ANSWER_MULTIPLE:
    return _ ("Read the question and every answer aloud, in this order, and say that several may "
              "be right. Put in what is said, without help and without comment.");
  case BEARINGS_ANSWER_ORDERING:
    return _ ("Turn the screen round. Read every row aloud and move the rows as you are told, "
              "without help and without comment.");
  case BEARINGS_ANSWER_TYPED:
    return _ ("Read the question aloud. Type the answer letter by letter as it is said, and read "
              "back what you typed.");
  case BEARINGS_ANSWER_SINGLE:
    break;
  }
  return item->code != NULL
           ? _ ("Turn the screen round, so that the code can be read. Read the question and every "
                "answer aloud, in this order. Put in what is said, without help and without "
                "comment.")
           : _ ("Read the question and every answer aloud, in this order. Put in what is said, "
                "without help and without comment.");
}

const char *
bearings_interview_advice (const BearingsItem *item)
{
  if (item->practice == BEARINGS_YES)
    return _ ("Show with this question how answering works. Here you may help; later you may only "
              "repeat the words on the screen.");
  switch ((BearingsItemKind) item->kind) {
  case BEARINGS_ITEM_SELF_REPORT:
    return _ ("Read every step aloud before you ask which fits best. Put in the step that is "
              "named, not the one you would have given.");
  case BEARINGS_ITEM_KEYED:
    return keyed_advice (item);
  case BEARINGS_ITEM_RUBRIC:
    return _ ("Write down what is said in the person’s own words. Then read the criteria aloud; "
              "the person gives the points.");
  }
  return NULL;
}

const char *
bearings_interview_remark (void)
{
  return _ ("The answers were given in an interview: somebody else read the questions aloud and "
            "put them in. Times are not looked at, and people may answer questions about "
            "themselves otherwise when somebody listens.");
}
