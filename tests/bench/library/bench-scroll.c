/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of the library while 100,000 rows go by, beside those of the plainest list there is:
 * bench-scroll SHIPPED [CLAIMS]
 *
 * The other list is made as gtk4-demo makes its list of words: a GtkListView over strings in
 * memory, one GtkInscription a row. It cannot be gtk4-demo itself, whose frames nobody outside can
 * time. Both lists have the same size, in the same window, are scrolled through from the first row
 * to the last by the same number of steps, and every frame is timed from the clock's update to
 * the end of its painting. A frame is over the budget when it takes longer than the other list's
 * slowest (of which there is one in some thousand) and longer than a screen of 60 Hz waits. */

#include <adwaita.h>
#include <math.h>

#include "bearings-library-page.h"
#include "bearings-page.h"
#include "claims-fixture.h"

#define N_FRAMES 1200
#define WIDTH 900
#define HEIGHT 800

typedef struct {
  GtkAdjustment *adjustment;
  GArray *times; /* double, ms */
  gint64 began;
  guint frame;
  gboolean done;
} Run;

static void
on_before (GdkFrameClock *clock, gpointer data)
{
  ((Run *) data)->began = g_get_monotonic_time ();
}

static void
on_after (GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double time = (double) (g_get_monotonic_time () - run->began) / 1000;

  /* The first frames build what later ones use again. */
  if (run->began != 0 && run->frame > 20)
    g_array_append_val (run->times, time);
}

/* A fiftieth of the way as a wheel goes, then a leap, so that rows go by of which none was near. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double end =
    gtk_adjustment_get_upper (run->adjustment) - gtk_adjustment_get_page_size (run->adjustment);
  double leap = end * (run->frame / 50) / (N_FRAMES / 50.0);

  if (++run->frame > N_FRAMES) {
    run->done = TRUE;
    return G_SOURCE_REMOVE;
  }
  gtk_adjustment_set_value (run->adjustment, MIN (end, leap + 120.0 * (run->frame % 50)));
  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
scroll_through (GtkWidget *window, GtkAdjustment *adjustment, const char *name, double *slowest)
{
  Run run = { adjustment, g_array_new (FALSE, FALSE, sizeof (double)), 0, 0, FALSE };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before), &run);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after), &run);
  const double *times;
  guint n;

  gtk_widget_add_tick_callback (window, on_tick, &run, NULL);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  g_array_sort (run.times, compare);
  times = (const double *) run.times->data;
  n = run.times->len;
  *slowest = times[n - 1];
  g_print ("  %-28s %u frames, median %.1f ms, 99 %% under %.1f ms, slowest %.1f ms\n", name, n,
           times[n / 2], times[n * 99 / 100], *slowest);
  g_array_unref (run.times);
}

static void
settle (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

static void
on_setup_word (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *inscription = gtk_inscription_new ("");

  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 20);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), 20);
  gtk_list_item_set_child (item, inscription);
}

static void
on_bind_word (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
words_list (guint n)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < n; i++) {
    g_autofree char *word = made_up_sentence (rand, 3);
    gtk_string_list_append (words, word);
  }
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_word), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_word), NULL);
  gtk_scrolled_window_set_child (
    GTK_SCROLLED_WINDOW (scrolled),
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (words))), factory));
  return scrolled;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "claims"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_list (child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bearings-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.db", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  guint n = argc > 2 ? (guint) atoi (argv[2]) : 100000;
  g_autoptr (BearingsService) service = NULL;
  GtkWidget *window, *page, *list;
  double plain, own;
  GError *error = NULL;

  if (argc < 2)
    return 2;
  adw_init ();
  make_catalogue (argv[1], path, n);
  service = bearings_service_new (folder, NULL, &error);
  must (error);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);

  page = words_list (n);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  settle (1500);
  g_print ("Scrolling %u rows\n", n);
  scroll_through (window, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)),
                  "a plain list of words", &plain);

  page = adw_navigation_view_new ();
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (page),
                            ADW_NAVIGATION_PAGE (bearings_library_page_new (service)));
  adw_window_set_content (ADW_WINDOW (window), page);
  settle (4000);
  list = find_list (page);
  if (list == NULL || g_list_model_get_n_items (
                        G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) < n) {
    g_printerr ("The library does not show its rows\n");
    return 1;
  }
  scroll_through (window, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "the library",
                  &own);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&service);
  if (system (remove) != 0)
    return 1;
  if (own <= MAX (plain, 1000.0 / 60))
    return 0;
  g_print ("  a frame of the library is over the budget\n");
  return 1;
}
