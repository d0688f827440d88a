/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second ratings in the sample, and measures from outside. */

#include "bearings-people-outside.h"
#include "bearings-people-sample.h"
#include "people-fixture.h"

static BearingsContribution *
record_new (const char *id)
{
  BearingsContribution *one = bearings_contribution_new ();

  one->id = g_strdup (id);
  one->instrument = g_strdup ("python-skill");
  one->instrument_version = g_strdup ("1.0.0");
  one->month = g_strdup ("2026-11");
  one->origin = g_strdup ("");
  bearings_contribution_add_answer (one, "task", "rubric:c=2", 2);
  bearings_contribution_set_second (one, "task", "rubric:c=1");
  bearings_contribution_add_answer (one, "other", "option:a", 1);
  return one;
}

/* The points of a second rater travel with the record; what comes after it joined stays behind. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *sitting = begin_sitting (people, NULL);
  g_autoptr (BearingsContribution) one = record_new ("a");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) log = NULL;
  const BearingsContribution *found;
  gint64 seq;
  gboolean elsewhere;

  append (people, sitting, BEARINGS_ENTRY_ANSWERED, "rubric:c=2;text");
  append (people, sitting, BEARINGS_ENTRY_NOTE, "I wrote the parser.");
  append (people, sitting, BEARINGS_ENTRY_FINISHED, NULL);
  g_assert_true (bearings_people_sample_get_joined_seq (people, sitting, &seq, &error));
  g_assert_cmpint (seq, ==, 0);
  g_assert_true (bearings_people_sample_contribute (people, sitting, one, &error));
  g_assert_no_error (error);
  append (people, sitting, BEARINGS_ENTRY_RATED, "rubric:c=1;");
  append (people, sitting, BEARINGS_ENTRY_OUTSIDE, "1.7");
  g_assert_true (bearings_people_sample_get_joined_seq (people, sitting, &seq, &error));
  g_assert_cmpint (seq, ==, 3);
  log = read_log (people, sitting);
  g_assert_cmpuint (log->len, ==, 5);
  g_assert_cmpint (((BearingsEntry *) log->pdata[1])->kind, ==, BEARINGS_ENTRY_NOTE);
  g_assert_cmpint (((BearingsEntry *) log->pdata[3])->kind, ==, BEARINGS_ENTRY_RATED);
  g_assert_cmpint (((BearingsEntry *) log->pdata[4])->kind, ==, BEARINGS_ENTRY_OUTSIDE);
  /* A finished sitting is open nowhere, whatever was said of it later. */
  {
    g_autoptr (BearingsPeople) other = people_new (fixture->path);
    g_assert_true (bearings_people_is_open_elsewhere (other, sitting, &elsewhere, &error));
    g_assert_false (elsewhere);
  }
  list = bearings_people_sample_list_contributions (people, "python-skill", &error);
  g_assert_cmpuint (list->len, ==, 1);
  found = list->pdata[0];
  for (guint i = 0; i < found->answers->len; i++) {
    const BearingsContributionAnswer *answer = found->answers->pdata[i];
    g_assert_cmpstr (answer->second, ==, g_str_equal (answer->item, "task") ? "rubric:c=1" : NULL);
  }
}

static void
add_value (GPtrArray *values, const char *record, double value)
{
  BearingsOutsideValue *one = g_new0 (BearingsOutsideValue, 1);

  one->contribution = g_strdup (record);
  one->value = value;
  g_ptr_array_add (values, one);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autoptr (GPtrArray) records = bearings_contribution_list_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (bearings_outside_value_free);
  g_autoptr (GPtrArray) measures = NULL;
  guint added, unknown;

  g_ptr_array_add (records, record_new ("a"));
  g_ptr_array_add (records, record_new ("b"));
  g_assert_true (
    bearings_people_sample_merge_contributions (people, records, "north.json", &added, &error));
  g_assert_true (
    bearings_people_outside_add (people, "python-skill", "grade", "of a course", &error));
  add_value (values, "a", 1.5);
  add_value (values, "nobody", 2);
  add_value (values, "b", 3);
  g_assert_true (
    bearings_people_outside_set_values (people, "python-skill", "grade", values, &unknown, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (unknown, ==, 1);
  /* Again: replaced. And no other instrument has these records. */
  ((BearingsOutsideValue *) values->pdata[0])->value = 2.5;
  g_assert_true (
    bearings_people_outside_set_values (people, "python-skill", "grade", values, &unknown, &error));
  g_assert_true (bearings_people_outside_add (people, "other", "grade", NULL, &error));
  g_assert_true (
    bearings_people_outside_set_values (people, "other", "grade", values, &unknown, &error));
  g_assert_cmpuint (unknown, ==, 3);
  {
    g_autoptr (GPtrArray) found =
      bearings_people_outside_list_values (people, "python-skill", "grade", &error);
    g_assert_cmpuint (found->len, ==, 2);
    g_assert_cmpfloat (((BearingsOutsideValue *) found->pdata[0])->value, ==, 2.5);
  }
  /* A note that is not given leaves the one that stands there. */
  g_assert_true (bearings_people_outside_add (people, "python-skill", "grade", NULL, &error));
  measures = bearings_people_outside_list (people, "python-skill", &error);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpstr (((BearingsOutsideMeasure *) measures->pdata[0])->note, ==, "of a course");
  /* A record that goes takes its values along. */
  g_assert_true (
    bearings_people_sample_remove_contributions (people, "north.json", &added, &error));
  {
    g_autoptr (GPtrArray) found =
      bearings_people_outside_list_values (people, "python-skill", "grade", &error);
    g_assert_cmpuint (found->len, ==, 0);
  }
  g_assert_true (bearings_people_outside_remove (people, "python-skill", "grade", &error));
  g_assert_false (bearings_people_outside_remove (people, "python-skill", "grade", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/people-outside/joined", Fixture, NULL, fixture_set_up, test_joined,
              fixture_tear_down);
  g_test_add ("/store/people-outside/values", Fixture, NULL, fixture_set_up, test_values,
              fixture_tear_down);
  return g_test_run ();
}
