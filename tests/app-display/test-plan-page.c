/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a role: weights and wishes move the order at once. */

#include "bearings-plan-page.h"
#include "bearings-plan-row.h"
#include "page-fixture.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_setup (fixture, data);
  page_show (fixture, bearings_plan_page_new (fixture->service, "machine-learning-engineer"), 400);
}

/* Id of the skill at a place, as the rows stand on the screen. */
static const char *
skill_at (Fixture *fixture, guint place)
{
  g_autoptr (GPtrArray) rows = all_of (fixture->page, BEARINGS_TYPE_PLAN_ROW_WIDGET);

  g_assert_cmpuint (rows->len, >, place);
  g_assert_cmpuint (bearings_plan_row_widget_get_place (rows->pdata[place]), ==, place);
  return bearings_plan_row_widget_get_skill (rows->pdata[place])->skill->record.id;
}

static void
test_weights (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scales = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_cmpstr (skill_at (fixture, 0), ==, "python");
  g_assert_true (says (fixture, "Python comes first, and stays there"));
  scales = all_of (fixture->page, GTK_TYPE_SCALE);
  /* Postings, use, gap and wish weigh; then the wish of each skill. */
  rows = all_of (fixture->page, BEARINGS_TYPE_PLAN_ROW_WIDGET);
  g_assert_cmpuint (scales->len, ==, BEARINGS_N_PLAN_INPUTS + rows->len);
  for (guint i = 0; i < BEARINGS_N_PLAN_INPUTS; i++)
    gtk_range_set_value (scales->pdata[i], 0);
  WAIT_UNTIL (says (fixture, "Nothing weighs"));
  gtk_range_set_value (scales->pdata[BEARINGS_PLAN_POSTINGS], 4);
  WAIT_UNTIL (g_str_equal (skill_at (fixture, 0), "python"));
}

/* A wish told makes the wish weigh, and takes its skill up. */
static void
test_wish (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;
  g_autoptr (GPtrArray) rows = all_of (fixture->page, BEARINGS_TYPE_PLAN_ROW_WIDGET);
  g_autoptr (GPtrArray) scales = all_of (fixture->page, GTK_TYPE_SCALE);
  g_autoptr (GPtrArray) wish = all_of (rows->pdata[rows->len - 1], GTK_TYPE_SCALE);

  last = g_strdup (skill_at (fixture, rows->len - 1));
  for (guint i = 0; i < BEARINGS_PLAN_WISH; i++)
    gtk_range_set_value (scales->pdata[i], 0);
  gtk_range_set_value (wish->pdata[0], 4);
  WAIT_UNTIL (g_str_equal (skill_at (fixture, 0), last));
  g_assert_cmpfloat (gtk_range_get_value (scales->pdata[BEARINGS_PLAN_WISH]), >, 0);
}

/* The page says how to learn, each sentence a link to its claim, and saves what it shows. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *begins;
  } files[] = { { "plan.txt", "" }, { "plan.html", "<!" }, { "plan.pdf", "%PDF-" } };
  g_autofree char *nowhere = g_build_filename (fixture->directory, "none", "plan.txt", NULL);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  AdwDialog *dialog;

  g_assert_true (says (fixture, "How to Learn It"));
  g_assert_true (says (fixture, "Spacing out self-testing beats massing it"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (fixture->directory, files[i].name, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autofree char *contents = NULL;

    bearings_plan_page_save (BEARINGS_PLAN_PAGE (fixture->page), file);
    wait_for_calls ();
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_true (g_str_has_prefix (contents, files[i].begins));
    if (i < 2)
      g_assert_nonnull (strstr (contents, "Spacing out self-testing"));
  }
  bearings_plan_page_save (BEARINGS_PLAN_PAGE (fixture->page), no_file);
  dialog = wait_for_dialog (fixture->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "The Report Was Not Saved");
  close_dialog (fixture->window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/plan-page/weights", Fixture, NULL, set_up, test_weights, page_teardown);
  g_test_add ("/plan-page/wish", Fixture, NULL, set_up, test_wish, page_teardown);
  g_test_add ("/plan-page/save", Fixture, NULL, set_up, test_save, page_teardown);
  return g_test_run ();
}
