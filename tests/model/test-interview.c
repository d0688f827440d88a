/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting asked by somebody else: how it is asked, and what its result says and leaves out. */

#include "bearings-interview.h"
#include "bearings-result.h"
#include "form-fixture.h"

/* A sitting whose answers came faster than anybody reads. */
static BearingsResult *
result_of (gboolean interview)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (GError) error = NULL;

  if (interview)
    fixture_log (log, BEARINGS_ENTRY_FACT, BEARINGS_FACT_INTERVIEW, "1");
  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (form->items, i);

    if (item->kind != BEARINGS_ITEM_KEYED)
      continue;
    fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id, "option:b");
    ((BearingsEntry *) log->pdata[log->len - 1])->duration_ms = 500;
  }
  sitting = bearings_sitting_replay (form, log, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_interview_is (sitting) == interview);
  return bearings_result_new (sitting, info, none, none);
}

static gboolean
is_remarked (const BearingsResult *result, const char *words)
{
  for (guint i = 0; i < result->checks->len; i++)
    if (strstr (result->checks->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_remarks (void)
{
  g_autoptr (BearingsResult) alone = result_of (FALSE);
  g_autoptr (BearingsResult) asked = result_of (TRUE);

  g_assert_true (is_remarked (alone, "under three seconds"));
  g_assert_false (is_remarked (alone, "interview"));
  g_assert_true (is_remarked (asked, "given in an interview"));
  g_assert_false (is_remarked (asked, "under three seconds"));
  g_assert_cmpfloat (alone->theta, ==, asked->theta);
  g_assert_cmpfloat (alone->se, ==, asked->se);
}

/* Every kind of item says how it is asked; help belongs to the practice item alone. */
static void
test_advice (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  guint n_help = 0;

  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (form->items, i);
    const char *advice = bearings_interview_advice (item);

    g_assert_nonnull (advice);
    n_help += strstr (advice, "may help") != NULL;
    if (item->practice != BEARINGS_YES && item->kind == BEARINGS_ITEM_KEYED)
      g_assert_nonnull (strstr (advice, "without help"));
    if (item->kind == BEARINGS_ITEM_RUBRIC)
      g_assert_nonnull (strstr (advice, "own words"));
  }
  g_assert_cmpuint (n_help, ==, 1);
}

/* What is read aloud, and whether the screen is turned round, hangs on how the item is answered. */
static void
test_advice_for_each_answer (void)
{
  g_autoptr (BearingsItem) item = fixture_item ("x", 1, "x", BEARINGS_ITEM_KEYED, 0);

  g_assert_null (strstr (bearings_interview_advice (item), "Turn the screen"));
  g_assert_null (strstr (bearings_interview_advice (item), "several"));
  item->code = g_strdup ("print (1)");
  g_assert_nonnull (strstr (bearings_interview_advice (item), "the code can be read"));
  item->answer = BEARINGS_ANSWER_MULTIPLE;
  g_assert_nonnull (strstr (bearings_interview_advice (item), "several may be right"));
  item->answer = BEARINGS_ANSWER_ORDERING;
  g_assert_nonnull (strstr (bearings_interview_advice (item), "move the rows as you are told"));
  item->answer = BEARINGS_ANSWER_TYPED;
  g_assert_nonnull (strstr (bearings_interview_advice (item), "letter by letter"));
  item->kind = BEARINGS_ITEM_SELF_REPORT;
  g_assert_nonnull (strstr (bearings_interview_advice (item), "which fits best"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview/remarks", test_remarks);
  g_test_add_func ("/interview/advice", test_advice);
  g_test_add_func ("/interview/advice-for-each-answer", test_advice_for_each_answer);
  return g_test_run ();
}
