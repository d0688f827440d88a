/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due for a look, why, and in which order. */

#include <string.h>

#include "bearings-freshness.h"

#define TODAY "2026-11-23"

static BearingsFreshnessRow *
row_new (const char *claim, const char *checked, BearingsSourceState state, int year)
{
  BearingsFreshnessRow *row = bearings_freshness_row_new ();

  row->claim = g_strdup (claim);
  row->checked = g_strdup (checked);
  row->state = state;
  row->year = year;
  row->certainty = BEARINGS_CERTAINTY_LOW;
  bearings_freshness_judge (row, TODAY);
  return row;
}

static void
test_reasons (void)
{
  static const struct {
    const char *checked;
    BearingsSourceState state;
    int year;
    guint due;
  } cases[] = {
    { "2026-11-23", BEARINGS_SOURCE_CURRENT, 2026, 0 },
    { "2025-11-23", BEARINGS_SOURCE_CURRENT, 2016, 0 },
    { "2025-11-22", BEARINGS_SOURCE_CURRENT, 2016, BEARINGS_DUE_CHECK },
    { "2025-11", BEARINGS_SOURCE_CURRENT, 2020, 0 },
    { "2025-10", BEARINGS_SOURCE_CURRENT, 2020, BEARINGS_DUE_CHECK },
    { "2025", BEARINGS_SOURCE_CURRENT, 2020, 0 },
    { "2024", BEARINGS_SOURCE_CURRENT, 2020, BEARINGS_DUE_CHECK },
    { NULL, BEARINGS_SOURCE_CURRENT, 2020, BEARINGS_DUE_UNCHECKED },
    { "2026-11-01", 0, 2020, BEARINGS_DUE_NO_STATE },
    { "2026-11-01", BEARINGS_SOURCE_CURRENT, 2015, BEARINGS_DUE_AGE },
    { "2026-11-01", BEARINGS_SOURCE_CURRENT, 0, 0 },
    { "2026-11-01", BEARINGS_SOURCE_RETRACTED, 2020, BEARINGS_DUE_WITHDRAWN },
    { "2026-11-01", BEARINGS_SOURCE_WITHDRAWN, 2020, BEARINGS_DUE_WITHDRAWN },
    { "2026-11-01", BEARINGS_SOURCE_CORRECTED, 2020, BEARINGS_DUE_REPLACED },
    { NULL, BEARINGS_SOURCE_SUPERSEDED, 1990,
      BEARINGS_DUE_REPLACED | BEARINGS_DUE_UNCHECKED | BEARINGS_DUE_AGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BearingsFreshnessRow) row =
      row_new ("c", cases[i].checked, cases[i].state, cases[i].year);

    g_test_message ("case %u", i);
    g_assert_cmpuint (row->due, ==, cases[i].due);
  }
}

/* Whoever read the source itself would have seen a notice on it. */
static void
test_read (void)
{
  g_autoptr (BearingsFreshnessRow) row = row_new ("c", TODAY, 0, 2024);

  g_assert_cmpuint (row->due, ==, BEARINGS_DUE_NO_STATE);
  row->read = TRUE;
  bearings_freshness_judge (row, TODAY);
  g_assert_cmpuint (row->due, ==, 0);
}

/* Findings on learning, assessment and career help do not age as those on a market do. */
static void
test_age (void)
{
  static const struct {
    BearingsChannel channel;
    guint due;
  } cases[] = {
    { BEARINGS_CHANNEL_POSTING_LANGUAGE, BEARINGS_DUE_AGE },
    { BEARINGS_CHANNEL_PAY, BEARINGS_DUE_AGE },
    { BEARINGS_CHANNEL_AI_CHANGE, BEARINGS_DUE_AGE },
    { BEARINGS_CHANNEL_TIME_TO_PROFICIENCY, 0 },
    { BEARINGS_CHANNEL_ASSESSMENT, 0 },
    { BEARINGS_CHANNEL_GUIDANCE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BearingsFreshnessRow) row = row_new ("c", TODAY, BEARINGS_SOURCE_CURRENT, 1990);

    row->channel = cases[i].channel;
    bearings_freshness_judge (row, TODAY);
    g_assert_cmpuint (row->due, ==, cases[i].due);
  }
}

static void
test_order (void)
{
  static const char *const expected[] = { "retracted", "corrected", "sure", "old", "new", "fine" };
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_freshness_row_free);
  BearingsFreshnessRow *sure;

  g_ptr_array_add (rows, row_new ("fine", TODAY, BEARINGS_SOURCE_CURRENT, 2025));
  g_ptr_array_add (rows, row_new ("new", NULL, BEARINGS_SOURCE_CURRENT, 2020));
  g_ptr_array_add (rows, row_new ("old", NULL, BEARINGS_SOURCE_CURRENT, 2018));
  sure = row_new ("sure", NULL, BEARINGS_SOURCE_CURRENT, 2021);
  sure->certainty = BEARINGS_CERTAINTY_HIGH;
  g_ptr_array_add (rows, sure);
  g_ptr_array_add (rows, row_new ("corrected", NULL, BEARINGS_SOURCE_CORRECTED, 2024));
  g_ptr_array_add (rows, row_new ("retracted", TODAY, BEARINGS_SOURCE_RETRACTED, 2024));
  g_ptr_array_sort (rows, bearings_freshness_compare);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (((BearingsFreshnessRow *) rows->pdata[i])->claim, ==, expected[i]);
}

static void
test_words (void)
{
  g_autoptr (BearingsFreshnessRow) row = row_new ("c", NULL, 0, 0);
  g_autofree char *text = bearings_freshness_text (row);
  g_autofree char *tasks = bearings_freshness_tasks (row);

  g_assert_nonnull (strstr (text, "No check on record"));
  g_assert_nonnull (strstr (text, "State of the source not on record"));
  g_assert_nonnull (strstr (text, "Year of the data not stated"));
  g_assert_nonnull (strstr (tasks, "Compare the figures with the source, and note the day."));
  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    g_assert_cmpuint (bearings_due_by_name (bearings_due_name (1u << i)), ==, 1u << i);
  g_assert_cmpuint (bearings_due_by_name ("never"), ==, 0);
}

static void
test_whole_words (void)
{
  g_autoptr (BearingsFreshnessRow) row =
    row_new ("c", "2020-01-02", BEARINGS_SOURCE_CORRECTED, 2009);
  g_autofree char *text = NULL;
  g_autofree char *tasks = NULL;
  g_autofree char *expected = NULL;

  row->certainty = BEARINGS_CERTAINTY_LOW;
  row->due = BEARINGS_DUE_REPLACED | BEARINGS_DUE_CHECK | BEARINGS_DUE_AGE;
  text = bearings_freshness_text (row);
  expected = g_strdup_printf ("%s · %s · Checked 2 January 2020 · Data of 2009 · Low certainty",
                              bearings_due_title (BEARINGS_DUE_REPLACED),
                              bearings_due_title (BEARINGS_DUE_CHECK));
  g_assert_cmpstr (text, ==, expected);
  tasks = bearings_freshness_tasks (row);
  g_assert_cmpstr (tasks, ==,
                   "Read the correction or the newer edition, and compare the figures."
                   " "
                   "Compare the figures with the source again, and note the day."
                   " "
                   "Look for newer data on the same question.");
}

/* What says no more than another says is decided by the year, then by the id. */
static void
test_ties (void)
{
  g_autoptr (BearingsFreshnessRow) a = row_new ("a", NULL, BEARINGS_SOURCE_CURRENT, 2020);
  g_autoptr (BearingsFreshnessRow) b = row_new ("b", NULL, BEARINGS_SOURCE_CURRENT, 2020);
  g_autoptr (BearingsFreshnessRow) old = row_new ("z", NULL, BEARINGS_SOURCE_CURRENT, 2019);
  BearingsFreshnessRow *rows[] = { a, b, old };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (bearings_freshness_compare (&rows[i], &rows[i]), ==, 0);
  g_assert_cmpint (bearings_freshness_compare (&rows[0], &rows[1]), <, 0);
  g_assert_cmpint (bearings_freshness_compare (&rows[1], &rows[0]), >, 0);
  g_assert_cmpint (bearings_freshness_compare (&rows[2], &rows[0]), <, 0);
  g_assert_cmpint (bearings_freshness_compare (&rows[0], &rows[2]), >, 0);
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_freshness_row_free);
  BearingsFreshnessRow *row = row_new ("claim-1", "2020-01-02", BEARINGS_SOURCE_CURRENT, 2020);
  g_autofree char *csv = NULL;

  row->statement = g_strdup ("Says \"so\",\nand more");
  g_ptr_array_add (rows, row);
  csv = bearings_freshness_to_csv (rows);
  g_assert_true (g_str_has_prefix (csv, "claim,source,what,"));
  g_assert_nonnull (strstr (csv, "\n\"claim-1\",\"\",\""));
  g_assert_nonnull (strstr (csv, "\"Says \"\"so\"\", and more\""));
  g_assert_nonnull (strstr (csv, "\"2020-01-02\",\"\",\"\",\"\",\"\"\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/freshness/read", test_read);
  g_test_add_func ("/model/freshness/age", test_age);
  g_test_add_func ("/model/freshness/reasons", test_reasons);
  g_test_add_func ("/model/freshness/order", test_order);
  g_test_add_func ("/model/freshness/words", test_words);
  g_test_add_func ("/model/freshness/whole-words", test_whole_words);
  g_test_add_func ("/model/freshness/ties", test_ties);
  g_test_add_func ("/model/freshness/csv", test_csv);
  return g_test_run ();
}
