/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers moved an estimate; reliable change. */

#include <math.h>

#include "bearings-influence.h"
#include "form-fixture.h"

/* A result of the answers given: "x2=b x3=a". */
static BearingsResult *
result_of (const char *answers)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_auto (GStrv) pairs = g_strsplit (answers, " ", -1);
  g_autoptr (GString) plan = g_string_new ("items:practice");
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; pairs[i] != NULL; i++)
    g_string_append_printf (plan, " %.2s", pairs[i]);
  fixture_log (log, BEARINGS_ENTRY_STARTED, NULL, plan->str);
  fixture_log (log, BEARINGS_ENTRY_ANSWERED, "practice", "option:b");
  for (guint i = 0; pairs[i] != NULL; i++) {
    g_autofree char *id = g_strndup (pairs[i], 2);
    g_autofree char *answer = g_strconcat ("option:", pairs[i] + 3, NULL);
    fixture_log (log, BEARINGS_ENTRY_ANSWERED, id, answer);
  }
  sitting = bearings_sitting_replay (form, log, NULL);
  g_assert_nonnull (sitting);
  return bearings_result_new (sitting, info, none, none);
}

/* A right answer raises, a wrong one lowers; under the Rasch model the sum alone counts, so that
 * without one of them the estimate is that of the others. */
static void
test_directions (void)
{
  g_autoptr (BearingsResult) result = result_of ("x2=b x3=b x4=a y5=a");
  g_autoptr (BearingsResult) without = result_of ("x2=b x3=b x4=a");
  g_autoptr (GPtrArray) influences = bearings_influence_list (result);

  g_assert_cmpuint (influences->len, ==, 4); /* practice does not count */
  for (guint i = 0; i < influences->len; i++) {
    const BearingsInfluence *influence = g_ptr_array_index (influences, i);

    if (influence->points > 0)
      g_assert_cmpfloat (influence->moved, >, 0);
    else
      g_assert_cmpfloat (influence->moved, <, 0);
    if (i > 0)
      g_assert_cmpfloat (fabs (influence->moved), <=,
                         fabs (((BearingsInfluence *) influences->pdata[i - 1])->moved));
    if (g_str_equal (influence->item->record.id, "y5"))
      g_assert_cmpfloat_with_epsilon (influence->moved, result->theta - without->theta, 1e-12);
  }
}

static void
test_only_answer (void)
{
  g_autoptr (BearingsResult) result = result_of ("x2=b");
  g_autoptr (GPtrArray) influences = bearings_influence_list (result);

  g_assert_cmpuint (influences->len, ==, 1);
  g_assert_cmpfloat (((BearingsInfluence *) influences->pdata[0])->moved, ==, result->theta);
}

static void
test_change (void)
{
  g_autoptr (BearingsResult) low = result_of ("x2=a x3=a");
  g_autoptr (BearingsResult) high = result_of ("x3=b y4=b y5=b");
  BearingsReliableChange change;
  g_autofree char *close = NULL;
  g_autofree char *apart = NULL;

  g_assert_true (bearings_influence_change (low, high, &change));
  g_assert_cmpfloat_with_epsilon (change.difference, high->theta - low->theta, 1e-12);
  g_assert_cmpfloat_with_epsilon (change.se, sqrt (low->se * low->se + high->se * high->se), 1e-12);
  g_assert_cmpint (change.direction, ==, 0);
  g_assert_cmpuint (change.n_shared, ==, 1);
  close = bearings_reliable_change_text (&change);
  g_assert_nonnull (strstr (close, "cannot be told apart"));
  g_assert_nonnull (strstr (close, "remembering"));

  low->theta = -2;
  high->theta = 2;
  low->se = high->se = 1; /* joined 1.414: 4 is 2.83 of them */
  g_assert_true (bearings_influence_change (low, high, &change));
  g_assert_cmpint (change.direction, ==, 1);
  g_assert_true (bearings_influence_change (high, low, &change));
  g_assert_cmpint (change.direction, ==, -1);
  apart = bearings_reliable_change_text (&change);
  g_assert_nonnull (strstr (apart, "lower"));
  high->theta = -2 + 1.95 * sqrt (2);
  bearings_influence_change (low, high, &change);
  g_assert_cmpint (change.direction, ==, 0);
  high->theta = -2 + 1.97 * sqrt (2);
  bearings_influence_change (low, high, &change);
  g_assert_cmpint (change.direction, ==, 1);
  high->theta = NAN;
  g_assert_false (bearings_influence_change (low, high, &change));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/influence/directions", test_directions);
  g_test_add_func ("/influence/only-answer", test_only_answer);
  g_test_add_func ("/influence/change", test_change);
  return g_test_run ();
}
