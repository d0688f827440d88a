/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's window, opened on a service and closed without a trace. */

#include "open-window.h"

AdwApplication *
application_new (void)
{
  AdwApplication *application =
    ADW_APPLICATION (adw_application_new ("io.github.bearings.Test", G_APPLICATION_NON_UNIQUE));
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

BearingsWindow *
open_window (AdwApplication *application, BearingsService *service)
{
  BearingsWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window = bearings_window_new (GTK_APPLICATION (application));
  bearings_window_set_service (window, service);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
close_window (BearingsWindow *window)
{
  gpointer page = bearings_window_get_visible_page (window);
  gpointer gone = window;

  if (page != NULL)
    g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (gone, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_finalized (&page);
  wait_until_finalized (&gone);
}
