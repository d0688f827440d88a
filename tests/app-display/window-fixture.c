/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the catalogue as it is shipped, and what a reader sees in it. */

#include "window-fixture.h"

#include <string.h>

void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                96 * 1024 * MAX (GPOINTER_TO_INT (data), 1), NULL);
  fixture->application = application_new ();
  fixture->window = open_window (fixture->application, fixture->service);
}

void
teardown (Fixture *fixture, gconstpointer data)
{
  gpointer service = fixture->service;

  close_window (fixture->window);
  g_object_add_weak_pointer (service, &service);
  g_object_unref (fixture->service);
  wait_until_finalized (&service);
  g_object_unref (fixture->application);
  remove_folder (fixture->directory);
  g_free (fixture->directory);
}

void
assert_says (Fixture *fixture, const char *words)
{
  Waiting waiting = { 0 };
  g_autofree char *text = NULL;

  while (wait_a_step (&waiting))
    if (widget_says (page (fixture), words))
      return;
  text = read_text (page (fixture));
  g_error ("The page does not say “%s”:\n%s", words, text);
}

void
assert_does_not_say (Fixture *fixture, const char *words)
{
  g_autofree char *text = read_text (page (fixture));

  if (strstr (text, words) != NULL)
    g_error ("The page says “%s”:\n%s", words, text);
}
