/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page in a window of its own, on the catalogue as it is shipped. */

#include "page-fixture.h"

#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"

void
page_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-page-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
}

void
page_show (Fixture *fixture, GtkWidget *page, int width)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->page = page;
  fixture->view = adw_navigation_view_new ();
  fixture->window = adw_window_new ();
  bearings_figure_context_set_opener (fixture->window, bearings_figure_dialog_present);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (fixture->view), ADW_NAVIGATION_PAGE (page));
  settle (fixture->window);
}

void
page_teardown (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;
  gpointer service = fixture->service;

  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (service, &service);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until_finalized (&page);
  g_object_unref (fixture->service);
  wait_until_finalized (&service);
  remove_folder (fixture->directory);
  g_free (fixture->directory);
}
