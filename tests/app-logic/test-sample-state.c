/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the page of a centre's own sample. */

#include <string.h>

#include "bearings-sample-state.h"

#define assert_text(expression, text)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = expression;                                                            \
    g_assert_cmpstr (said, ==, text);                                                              \
  }                                                                                                \
  G_STMT_END

static BearingsSamplePart world[] = {
  { "git", "1.0", "", "2026-09", "2026-11", 12 },
  { "git", "1.0", "b.json", "2026-11", "2026-11", 1 },
  { "git", "2.0", "", "2026-11", "2026-11", 4 },
  { "sql", "1.0", "b.json", "2026-10", "2026-11", 1300 },
};

static GPtrArray *
parts_new (void)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    g_ptr_array_add (parts, world + i);
  return parts;
}

static void
test_parts (void)
{
  g_autoptr (GPtrArray) parts = parts_new ();

  g_assert_cmpuint (bearings_sample_state_same_instrument (parts, 0), ==, 3);
  g_assert_cmpuint (bearings_sample_state_same_instrument (parts, 3), ==, 1);
  g_assert_cmpuint (bearings_sample_state_same_version (parts, 0), ==, 2);
  g_assert_cmpuint (bearings_sample_state_same_version (parts, 2), ==, 1);
  /* Versions of the same name, of two instruments. */
  g_assert_cmpuint (bearings_sample_state_same_version (parts, 3), ==, 1);
  g_assert_cmpuint (bearings_sample_state_count (parts, 0, 2), ==, 13);
  g_assert_cmpuint (bearings_sample_state_count_of_origin (parts, "b.json"), ==, 1301);
  g_assert_cmpuint (bearings_sample_state_count_of_origin (parts, "c.json"), ==, 0);
}

static void
test_counts (void)
{
  assert_text (bearings_sample_state_version_text (240, 0),
               "240 records · enough to compare results with");
  assert_text (bearings_sample_state_version_text (1, 49),
               "1 record · 49 more are needed to compare results with them");
  assert_text (bearings_sample_state_version_text (49, 1),
               "49 records · 1 more is needed to compare results with them");
  assert_text (bearings_sample_state_version_text (7, -1), "7 records");
  assert_text (bearings_sample_state_part_text (world),
               "12 records · September 2026 to November 2026");
  assert_text (bearings_sample_state_part_text (world + 1), "1 record · November 2026");
  assert_text (bearings_sample_state_remove_text ("b.json", 1301),
               "1301 records of “b.json” leave the sample. The file itself stays where it is and "
               "can be added again.");
}

static void
test_added (void)
{
  assert_text (bearings_sample_state_added_text (12, 0), "12 records added.");
  assert_text (bearings_sample_state_added_text (1, 3), "1 record added. 3 were here already.");
  assert_text (bearings_sample_state_added_text (0, 3),
               "All its records were here already. Nothing was added.");
  assert_text (bearings_sample_state_added_text (0, 0),
               "The file holds no records. Nothing was added.");
}

static void
test_left_out (void)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();

  g_assert_null (bearings_sample_state_left_out_text (unknown));
  g_ptr_array_add (unknown, "a-1");
  assert_text (bearings_sample_state_left_out_text (unknown),
               "Left out, for it is no item of the assessment: a-1");
  g_ptr_array_add (unknown, "b-2");
  assert_text (bearings_sample_state_left_out_text (unknown),
               "Left out, for they are no items of the assessment: a-1, b-2");
}

static void
test_kind_of_file (void)
{
  static const struct {
    const char *text;
    gboolean exported;
  } rows[] = {
    { "{\"bearings_sample\":1", TRUE },
    { "\xef\xbb\xbf\r\n {", TRUE },
    { "person,item,response", FALSE },
    { "\"person\",\"item\"", FALSE },
    { "  \n", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (bearings_sample_state_is_exported (rows[i].text, strlen (rows[i].text)), ==,
                     rows[i].exported);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/sample-state/parts", test_parts);
  g_test_add_func ("/app-logic/sample-state/counts", test_counts);
  g_test_add_func ("/app-logic/sample-state/added", test_added);
  g_test_add_func ("/app-logic/sample-state/left-out", test_left_out);
  g_test_add_func ("/app-logic/sample-state/kind-of-file", test_kind_of_file);
  return g_test_run ();
}
