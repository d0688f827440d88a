/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due: reason and words narrow the list; nothing found is said. */

#include "bearings-freshness-page.h"
#include "bearings-import-page.h"
#include "bearings-service-freshness.h"
#include "page-fixture.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_setup (fixture, data);
  page_show (fixture, bearings_freshness_page_new (fixture->service), 400);
}

/* Rows that open a claim; what is behind "Show All" is not made yet. */
static guint
n_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_of (fixture->page, GTK_TYPE_LIST_BOX_ROW);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_strcmp0 (gtk_actionable_get_action_name (rows->pdata[i]), "win.open") == 0;
  return n;
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *reasons = GTK_DROP_DOWN (find_type (fixture->page, GTK_TYPE_DROP_DOWN));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = bearings_service_freshness_list (fixture->service, NULL, &error);
  guint replaced = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    replaced += (((BearingsFreshnessRow *) all->pdata[i])->due & BEARINGS_DUE_REPLACED) != 0;
  g_assert_cmpuint (replaced, >, 0);
  g_assert_cmpuint (n_rows (fixture), >, replaced);
  gtk_drop_down_set_selected (reasons, 2); /* after everything, and withdrawn */
  WAIT_UNTIL (n_rows (fixture) == replaced);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY));
  GtkStack *stack = NULL;
  g_autoptr (GPtrArray) stacks = all_of (fixture->page, GTK_TYPE_STACK);

  for (guint i = 0; i < stacks->len; i++)
    if (gtk_stack_get_child_by_name (stacks->pdata[i], "nothing") != NULL)
      stack = stacks->pdata[i];
  g_assert_nonnull (stack);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  gtk_editable_set_text (entry, "nobodywritesthis");
  g_signal_emit_by_name (entry, "search-changed");
  WAIT_UNTIL (n_rows (fixture) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_editable_set_text (entry, "");
  g_signal_emit_by_name (entry, "search-changed");
  WAIT_UNTIL (n_rows (fixture) > 0);
}

/* The list with one answer goes to the preview and nowhere else. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = bearings_service_freshness_list (fixture->service, NULL, &error);
  g_autofree char *csv = bearings_freshness_to_csv (all);
  g_autofree char *version = bearings_service_data_version (fixture->service, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GString) answered = g_string_new (csv);
  AdwNavigationPage *preview;

  g_assert_cmpuint (
    g_string_replace (answered, ",\"\",\"\",\"\",\"\"\n", ",\"2026-01-02\",\"\",\"\",\"\"\n", 1),
    ==, 1);
  g_file_set_contents (path, answered->str, -1, &error);
  g_assert_no_error (error);
  bearings_freshness_page_read_answers (BEARINGS_FRESHNESS_PAGE (fixture->page), file);
  WAIT_UNTIL (BEARINGS_IS_IMPORT_PAGE (
    adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (fixture->view))));
  preview = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (fixture->view));
  WAIT_UNTIL (holds_text (GTK_WIDGET (preview), "Checks of 20"));
  g_assert_true (holds_text (GTK_WIDGET (preview), "This centre"));
  after = bearings_service_data_version (fixture->service, NULL);
  g_assert_cmpstr (version, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/freshness-page/reason", Fixture, NULL, set_up, test_reason, page_teardown);
  g_test_add ("/freshness-page/words", Fixture, NULL, set_up, test_words, page_teardown);
  g_test_add ("/freshness-page/answers", Fixture, NULL, set_up, test_answers, page_teardown);
  return g_test_run ();
}
