/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an instrument's quality: without data, with data, its order, its groups. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-plot-area.h"
#include "bearings-plot-view.h"
#include "bearings-quality-page.h"
#include "bearings-quality-words.h"
#include "sample-fixture.h"

typedef struct {
  char *directory;
  BearingsService *service;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
iterate (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  do {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (2000);
  } while (g_get_monotonic_time () < until);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-quality-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
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
wait_for (Fixture *fixture, const char *words)
{
  for (guint i = 0; i < 400 && !says (fixture, words); i++)
    iterate (20);
  if (!says (fixture, words))
    g_error ("The page does not say “%s”", words);
}

static void
show (Fixture *fixture, const char *instrument, int width)
{
  fixture->page = bearings_quality_page_new (fixture->service, instrument);
  fixture->window = adw_window_new ();
  bearings_figure_context_set_opener (fixture->window, bearings_figure_dialog_present);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
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

/* The page of every installed instrument says that there is nothing to say yet. */
static void
test_without_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) plots = NULL;

  show (fixture, "python-skill", 400);
  wait_for (fixture, "Too few people have answered here");
  g_assert_true (says (fixture, "nothing can be said from data"));
  g_assert_true (says (fixture, "more persons are missing"));
  g_assert_true (says (fixture, "Nunnally"));
  g_assert_true (says (fixture, "judgements of the authors"));
  /* The curve has a place for each step, that a keyboard reaches. */
  plots = all_of (fixture->page, BEARINGS_TYPE_PLOT_AREA);
  g_assert_cmpuint (plots->len, ==, 1);
  {
    guint n = 0;
    for (GtkWidget *child = gtk_widget_get_first_child (plots->pdata[0]); child != NULL;
         child = gtk_widget_get_next_sibling (child)) {
      g_assert_true (gtk_widget_get_focusable (child));
      g_assert_cmpint (gtk_widget_get_width (child), >, 0);
      n++;
    }
    g_assert_cmpuint (n, ==, 13);
  }
  /* A place says where its figure is from; the table says the same in words. */
  g_signal_emit_by_name (gtk_widget_get_first_child (plots->pdata[0]), "clicked");
  iterate (100);
  {
    AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
    g_assert_nonnull (dialog);
    adw_dialog_force_close (dialog);
  }
  iterate (50);
  {
    GtkWidget *view = gtk_widget_get_ancestor (plots->pdata[0], BEARINGS_TYPE_PLOT_VIEW);
    bearings_plot_view_show_table (BEARINGS_PLOT_VIEW (view), TRUE);
    iterate (50);
    for (int i = -6; i <= 6; i++) {
      g_autofree char *place = bearings_quality_place_text (i / 2.0);
      g_autofree char *words = g_strdup_printf ("At %s", place);
      g_assert_true (says (fixture, words));
    }
  }
}

/* What measures nothing has no curve. */
static void
test_self_report_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) plots = NULL;

  show (fixture, "generic-skill", 400);
  wait_for (fixture, "Too few people have answered here");
  g_assert_true (says (fixture, "not how true they are"));
  plots = all_of (fixture->page, BEARINGS_TYPE_PLOT_AREA);
  g_assert_cmpuint (plots->len, ==, 0);
}

static const char *
first_item (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_of (fixture->page, BEARINGS_TYPE_CITED_ROW);

  for (guint i = 0; i < rows->len; i++) {
    const char *text = adw_action_row_get_subtitle (rows->pdata[i]);
    if (text != NULL && strstr (text, "item-rest r") != NULL)
      return text;
  }
  g_error ("There is no item with figures");
}

static void
test_with_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drop_downs = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "groups.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *first = NULL;

  sample_merge (fixture->service, "python-skill", fixture->directory, 60);
  show (fixture, "python-skill", 800);
  wait_for (fixture, "In this sample");
  g_assert_true (says (fixture, "Cronbach"));
  g_assert_true (says (fixture, "0.90, for decisions about a person"));
  g_assert_true (says (fixture, "All tasks together"));
  g_assert_true (says (fixture, "weighted kappa 1.00"));
  drop_downs = all_of (fixture->page, GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (drop_downs->len, ==, 1);
  first = g_strdup (first_item (fixture));
  gtk_drop_down_set_selected (drop_downs->pdata[0], 1);
  iterate (20);
  g_assert_cmpstr (first_item (fixture), !=, first);

  /* A measure from outside, of nobody who is known here: kept, and it says that there are none. */
  g_assert_true (g_file_set_contents (path, "person,value\nnobody,1\n", -1, NULL));
  bearings_quality_page_add_measure (BEARINGS_QUALITY_PAGE (fixture->page), "Grade", "of a course",
                                     file);
  wait_for (fixture, "of a course. With the performance: not yet: n = 0");
  g_assert_true (says (fixture, "of nobody known here: 1"));

  /* A file that is no list of groups leaves the page as it is. */
  g_assert_true (g_file_set_contents (path, "name,club\na,b\n", -1, NULL));
  bearings_quality_page_set_groups (BEARINGS_QUALITY_PAGE (fixture->page), file);
  iterate (300);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_true (says (fixture, "In this sample"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/quality-page/without-data", Fixture, NULL, set_up, test_without_data, tear_down);
  g_test_add ("/quality-page/self-report-alone", Fixture, NULL, set_up, test_self_report_alone,
              tear_down);
  g_test_add ("/quality-page/with-data", Fixture, NULL, set_up, test_with_data, tear_down);
  return g_test_run ();
}
