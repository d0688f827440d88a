/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What blocks where the window is drawn ends the program, in the tests of this folder too. */

#include "app-fixture.h"
#include "bearings-service-sittings.h"
#include "bearings-service-text.h"

/* A name in parentheses is not the test's own leave to block. */
static void
ask (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRecord) record =
    (bearings_service_get_record) (fixture->service, BEARINGS_RECORD_SKILL, "python", &error);

  g_assert_no_error (error);
}

static void
test_statement (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ()) {
    ask (fixture);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*must not wait for: *SELECT*");
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting = fixture_begin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (fixture->service, sitting, &error);
  g_autofree char *path = g_build_filename (fixture->folder, "report.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  if (g_test_subprocess ()) {
    (bearings_service_text_save_result) (result, NULL, BEARINGS_REPORT_TEXT, file, &error);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*must not wait for: a report*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/blocking/statement", test_statement);
  FIXTURE_ADD ("/blocking/report", test_report);
  return g_test_run ();
}
