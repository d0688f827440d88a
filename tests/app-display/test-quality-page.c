/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an instrument's quality: without data, with data, its order, its groups. */

#include "bearings-cited-row.h"
#include "bearings-plot-area.h"
#include "bearings-plot-view.h"
#include "bearings-quality-page.h"
#include "bearings-quality-words.h"
#include "page-fixture.h"
#include "sample-fixture.h"

static void
show (Fixture *fixture, const char *instrument, int width)
{
  page_show (fixture, bearings_quality_page_new (fixture->service, instrument), width);
}

static void
wait_for (Fixture *fixture, const char *words)
{
  Waiting waiting = { 0 };

  while (wait_a_step (&waiting))
    if (says (fixture, words))
      return;
  g_error ("The page does not say “%s”", words);
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
  close_dialog (fixture->window);
  {
    GtkWidget *view = gtk_widget_get_ancestor (plots->pdata[0], BEARINGS_TYPE_PLOT_VIEW);
    bearings_plot_view_show_table (BEARINGS_PLOT_VIEW (view), TRUE);
    for (int i = -6; i <= 6; i++) {
      g_autofree char *place = bearings_quality_words_place_text (i / 2.0);
      g_autofree char *words = g_strdup_printf ("At %s", place);
      wait_for (fixture, words);
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

/* NULL when there is no item with figures. */
static const char *
first_item (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = all_of (fixture->page, BEARINGS_TYPE_CITED_ROW);

  for (guint i = 0; i < rows->len; i++) {
    const char *text = adw_action_row_get_subtitle (rows->pdata[i]);
    if (text != NULL && strstr (text, "item-rest r") != NULL)
      return text;
  }
  return NULL;
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
  g_assert_nonnull (first);
  gtk_drop_down_set_selected (drop_downs->pdata[0], 1);
  WAIT_UNTIL (first_item (fixture) != NULL && !g_str_equal (first_item (fixture), first));

  /* A measure from outside, of nobody who is known here: kept, and it says that there are none. */
  g_assert_true (g_file_set_contents (path, "person,value\nnobody,1\n", -1, NULL));
  bearings_quality_page_add_measure (BEARINGS_QUALITY_PAGE (fixture->page), "Grade", "of a course",
                                     file);
  wait_for (fixture, "of a course. With the performance: not yet: n = 0");
  g_assert_true (says (fixture, "of nobody known here: 1"));

  /* A file that is no list of groups leaves the page as it is. */
  g_assert_true (g_file_set_contents (path, "name,club\na,b\n", -1, NULL));
  bearings_quality_page_set_groups (BEARINGS_QUALITY_PAGE (fixture->page), file);
  wait_for_dialog (fixture->window);
  g_assert_true (says (fixture, "In this sample"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/quality-page/without-data", Fixture, NULL, page_setup, test_without_data,
              page_teardown);
  g_test_add ("/quality-page/self-report-alone", Fixture, NULL, page_setup, test_self_report_alone,
              page_teardown);
  g_test_add ("/quality-page/with-data", Fixture, NULL, page_setup, test_with_data, page_teardown);
  return g_test_run ();
}
