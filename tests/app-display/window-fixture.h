/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the catalogue as it is shipped, and what a reader sees in it. */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bearings-page.h"
#include "bearings-window.h"

#define PATIENCE_MS 10000

typedef struct {
  char *directory;
  BearingsService *service;
  AdwApplication *application;
  BearingsWindow *window;
} Fixture;

static inline void
wait_a_little (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (5000);
}

/* Threads may hold an object for a while yet; then nothing may. */
static inline void
wait_until_null (gpointer *weak)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (*weak != NULL && g_get_monotonic_time () < until)
    wait_a_little ();
  if (*weak != NULL)
    g_error ("A %s is left with %u references", G_OBJECT_TYPE_NAME (*weak),
             G_OBJECT (*weak)->ref_count);
}

/* @data: how many times the ordinary size text has. */
static inline void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-pages-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  fixture->application =
    ADW_APPLICATION (adw_application_new ("io.github.bearings.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                96 * 1024 * MAX (GPOINTER_TO_INT (data), 1), NULL);
  fixture->window = bearings_window_new (GTK_APPLICATION (fixture->application));
  bearings_window_set_service (fixture->window, fixture->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static inline void
teardown (Fixture *fixture, gconstpointer data)
{
  gpointer page = bearings_window_get_visible_page (fixture->window);
  gpointer window = fixture->window;
  gpointer service = fixture->service;
  const char *const names[] = { "catalogue.db",     "catalogue.db-wal", "catalogue.db-shm",
                                "people.db",        "people.db-wal",    "people.db-shm",
                                "people.db.backup", "catalogue.db.bak" };

  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A page that outlives its window would keep the databases open. */
  wait_until_null (&page);
  wait_until_null (&window);
  g_object_add_weak_pointer (service, &service);
  g_object_unref (fixture->service);
  wait_until_null (&service);
  g_object_unref (fixture->application);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

/* All text drawn under a widget, a line each. */
static inline void
read_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    g_string_append_printf (text, "%s\n", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_text (child, text);
}

/* No-break spaces are typesetting; to a reader they are spaces. */
static inline void
plain_spaces (GString *text)
{
  static const char *const spaces[] = { "\u00a0", "\u202f", "\u2009", "\u2007" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_string_replace (text, spaces[i], " ", 0);
}

static inline char *
page_text (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  read_text (GTK_WIDGET (bearings_window_get_visible_page (fixture->window)), text);
  plain_spaces (text);
  return g_string_free_and_steal (text);
}

/* Waits until the page on screen says @words. */
static inline void
assert_says (Fixture *fixture, const char *words)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;
  g_autofree char *text = NULL;

  do {
    wait_a_little ();
    g_free (text);
    text = page_text (fixture);
    if (strstr (text, words) != NULL)
      return;
  } while (g_get_monotonic_time () < until);
  g_error ("The page does not say “%s”:\n%s", words, text);
}

static inline void
assert_does_not_say (Fixture *fixture, const char *words)
{
  g_autofree char *text = page_text (fixture);

  if (strstr (text, words) != NULL)
    g_error ("The page says “%s”:\n%s", words, text);
}

static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}
