/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due: reason and words narrow the list; nothing found is said. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-freshness-page.h"
#include "bearings-import-page.h"
#include "bearings-service-freshness.h"

typedef struct {
  char *directory;
  BearingsService *service;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-fresh-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  fixture->page = bearings_freshness_page_new (fixture->service);
  fixture->window = adw_window_new ();
  bearings_figure_context_set_opener (fixture->window, bearings_figure_dialog_present);
  fixture->view = adw_navigation_view_new ();
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (fixture->view),
                            ADW_NAVIGATION_PAGE (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bearings_page_reload (BEARINGS_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (page != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->service);
  folder = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
all_of (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  return found;
}

static GtkWidget *
only (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = all_of (fixture->page, type);

  g_assert_cmpuint (found->len, >, 0);
  return found->pdata[0];
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
  GtkDropDown *reasons = GTK_DROP_DOWN (only (fixture, GTK_TYPE_DROP_DOWN));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = bearings_service_list_freshness (fixture->service, NULL, &error);
  guint replaced = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    replaced += (((BearingsFreshnessRow *) all->pdata[i])->due & BEARINGS_DUE_REPLACED) != 0;
  g_assert_cmpuint (replaced, >, 0);
  g_assert_cmpuint (n_rows (fixture), >, replaced);
  gtk_drop_down_set_selected (reasons, 2); /* after everything, and withdrawn */
  g_assert_cmpuint (n_rows (fixture), ==, replaced);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (only (fixture, GTK_TYPE_SEARCH_ENTRY));
  GtkStack *stack = NULL;
  g_autoptr (GPtrArray) stacks = all_of (fixture->page, GTK_TYPE_STACK);

  for (guint i = 0; i < stacks->len; i++)
    if (gtk_stack_get_child_by_name (stacks->pdata[i], "nothing") != NULL)
      stack = stacks->pdata[i];
  g_assert_nonnull (stack);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  gtk_editable_set_text (entry, "nobodywritesthis");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_editable_set_text (entry, "");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (n_rows (fixture), >, 0);
}

static gboolean
holds_text (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_text (child, words))
      return TRUE;
  return FALSE;
}

/* The list with one answer goes to the preview and nowhere else. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  g_autofree char *path = g_build_filename (fixture->directory, "answers.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = bearings_service_list_freshness (fixture->service, NULL, &error);
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
  preview = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (fixture->view));
  g_assert_true (BEARINGS_IS_IMPORT_PAGE (preview));
  while (!holds_text (GTK_WIDGET (preview), "Checks of 20")) {
    g_assert_cmpint (g_get_monotonic_time (), <, until);
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_true (holds_text (GTK_WIDGET (preview), "This centre"));
  after = bearings_service_data_version (fixture->service, NULL);
  g_assert_cmpstr (version, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/freshness-page/reason", Fixture, NULL, set_up, test_reason, tear_down);
  g_test_add ("/freshness-page/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/freshness-page/answers", Fixture, NULL, set_up, test_answers, tear_down);
  return g_test_run ();
}
