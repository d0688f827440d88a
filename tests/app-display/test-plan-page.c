/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a role: weights and wishes move the order at once. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-plan-page.h"
#include "bearings-plan-row.h"
#include "bearings-window.h"

typedef struct {
  char *directory;
  BearingsService *service;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-plan-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  fixture->page = bearings_plan_page_new (fixture->service, "machine-learning-engineer");
  fixture->window = adw_window_new ();
  bearings_figure_context_set_opener (fixture->window, bearings_figure_dialog_present);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
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

/* Id of the skill at a place, as the rows stand on the screen. */
static const char *
skill_at (Fixture *fixture, guint place)
{
  g_autoptr (GPtrArray) rows = all_of (fixture->page, BEARINGS_TYPE_PLAN_ROW_WIDGET);

  g_assert_cmpuint (rows->len, >, place);
  g_assert_cmpuint (bearings_plan_row_widget_get_place (rows->pdata[place]), ==, place);
  return bearings_plan_row_widget_get_skill (rows->pdata[place])->skill->record.id;
}

static gboolean
says (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) labels = all_of (fixture->page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), words) != NULL)
      return TRUE;
  return FALSE;
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
  g_assert_true (says (fixture, "Nothing weighs"));
  gtk_range_set_value (scales->pdata[BEARINGS_PLAN_POSTINGS], 4);
  g_assert_cmpstr (skill_at (fixture, 0), ==, "python");
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
  g_assert_cmpfloat (gtk_range_get_value (scales->pdata[BEARINGS_PLAN_WISH]), >, 0);
  g_assert_cmpstr (skill_at (fixture, 0), ==, last);
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
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_true (g_str_has_prefix (contents, files[i].begins));
    if (i < 2)
      g_assert_nonnull (strstr (contents, "Spacing out self-testing"));
  }
  bearings_plan_page_save (BEARINGS_PLAN_PAGE (fixture->page), no_file);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "The Report Was Not Saved");
  adw_dialog_force_close (dialog);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/plan-page/weights", Fixture, NULL, set_up, test_weights, tear_down);
  g_test_add ("/plan-page/wish", Fixture, NULL, set_up, test_wish, tear_down);
  g_test_add ("/plan-page/save", Fixture, NULL, set_up, test_save, tear_down);
  return g_test_run ();
}
