/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the Data page. */

#include <string.h>

#include "bearings-data-state.h"

static void
add (GPtrArray *problems, BearingsSeverity severity, guint line, const char *path)
{
  g_ptr_array_add (problems, bearings_problem_new (severity, "a.json", line, path, "missing-field",
                                                   "The field “%s” is missing.", "title"));
}

static void
test_refusal (void)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  g_autofree char *all = NULL;

  add (problems, BEARINGS_SEVERITY_ERROR, 0, "$.title");
  one = bearings_data_state_refusal_text (problems, "a.json");
  g_assert_cmpstr (one, ==, "“a.json” has 1 error. Nothing was changed.");
  add (problems, BEARINGS_SEVERITY_ERROR, 3, NULL);
  add (problems, BEARINGS_SEVERITY_WARNING, 4, "$.records[2]");
  both = bearings_data_state_refusal_text (problems, "a.json");
  g_assert_cmpstr (both, ==, "“a.json” has 2 errors and 1 warning. Nothing was changed.");
  all = bearings_data_state_problems_text (problems);
  g_assert_nonnull (strstr (all, "a.json:3:"));
  g_assert_nonnull (strstr (all, "[missing-field]"));
}

static void
test_place (void)
{
  static const struct {
    guint line;
    const char *path, *place;
  } rows[] = {
    { 0, NULL, NULL },
    { 12, NULL, "Line 12" },
    { 0, "$.id", "$.id" },
    { 12, "$.id", "Line 12 · $.id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autofree char *place = NULL;

    add (problems, BEARINGS_SEVERITY_ERROR, rows[i].line, rows[i].path);
    place = bearings_data_state_problem_place (problems->pdata[0]);
    g_assert_cmpstr (place, ==, rows[i].place);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/data/refusal", test_refusal);
  g_test_add_func ("/app-logic/data/place", test_place);
  return g_test_run ();
}
