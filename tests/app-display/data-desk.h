/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the small world, and what a person at the Data screen does with it. */
#pragma once

#include <adwaita.h>
#include <string.h>

#include "app-fixture.h"
#include "bearings-service-packs.h"
#include "bearings-window.h"

#define PATIENCE_MS 10000

typedef struct {
  Fixture base;
  AdwApplication *application;
  BearingsWindow *window;
} Desk;

typedef gboolean (*Condition) (Desk *desk, gconstpointer data);

static inline void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (2000);
}

static inline void
wait_for (Desk *desk, Condition condition, gconstpointer data, const char *what)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;

  do {
    iterate ();
    if (condition (desk, data))
      return;
  } while (g_get_monotonic_time () < until);
  g_error ("It never came to this: %s", what);
}

static inline GtkWidget *
page (Desk *desk)
{
  return GTK_WIDGET (bearings_window_get_visible_page (desk->window));
}

static inline void
desk_setup (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_setup (&desk->base, NULL);
  desk->application =
    ADW_APPLICATION (adw_application_new ("io.github.bearings.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (desk->application), NULL, &error);
  g_assert_no_error (error);
  desk->window = bearings_window_new (GTK_APPLICATION (desk->application));
  bearings_window_set_service (desk->window, desk->base.service);
  gtk_window_present (GTK_WINDOW (desk->window));
}

static inline gboolean
is_gone (Desk *desk, gconstpointer data)
{
  return *(gpointer *) data == NULL;
}

static inline void
desk_teardown (Desk *desk, gconstpointer data)
{
  gpointer last = page (desk);
  gpointer window = desk->window;

  g_object_add_weak_pointer (last, &last);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  wait_for (desk, is_gone, &last, "the page is finalized");
  wait_for (desk, is_gone, &window, "the window is finalized");
  g_object_unref (desk->application);
  fixture_teardown (&desk->base, NULL);
}

static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline void
read_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_text (child, text);
}

static inline gboolean
says (Desk *desk, gconstpointer words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_text (GTK_WIDGET (desk->window), text);
  return strstr (text->str, words) != NULL;
}

static inline gboolean
page_says (Desk *desk, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_text (page (desk), text);
  return strstr (text->str, words) != NULL;
}

static inline GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline void
click (Desk *desk, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (desk->window), label);

  if (button == NULL)
    g_error ("No button “%s”", label);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static inline GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline void
activate (Desk *desk, const char *title)
{
  GtkWidget *row = find_row (page (desk), title);

  if (row == NULL)
    g_error ("No row “%s”", title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  iterate ();
}

static inline AdwDialog *
dialog (Desk *desk)
{
  iterate ();
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (desk->window));
}

/* Packs --------------------------------------------------------------------------------------- */

#define SOURCE(id, title)                                                                          \
  "{\"type\":\"source\",\"id\":\"" id "\",\"csl_type\":\"report\",\"title\":\"" title "\"}"

static inline GFile *
write_file (Desk *desk, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (desk->base.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static inline GFile *
write_pack (Desk *desk, const char *name, const char *version, const char *records)
{
  g_autofree char *text = g_strdup_printf (
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"Own <b>pack</b>\",\"version\":\"%s\","
    "\"published\":\"2026-02-01\",\"publisher\":\"P & Q\",\"licence\":\"CC0\",\"records\":[%s]}",
    version, records);

  return write_file (desk, name, text);
}

static inline void
import_at_once (Desk *desk, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = bearings_service_apply (
    desk->base.service, file, BEARINGS_IMPORT_DEFAULT, NULL, NULL, NULL, problems, NULL, &error);

  g_assert_no_error (error);
}

static inline char *
title_of (Desk *desk, const char *id)
{
  g_autoptr (BearingsRecord) record =
    bearings_service_get_record (desk->base.service, BEARINGS_RECORD_SOURCE, id, NULL);

  return record != NULL ? g_strdup (((BearingsSource *) record)->title) : NULL;
}

static inline void
look_at (Desk *desk, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import", "s", uri));
}

static inline GFile *
in_folder (Desk *desk, const char *name)
{
  return g_file_new_build_filename (desk->base.folder, name, NULL);
}

#define DESK_ADD(name, func) g_test_add (name, Desk, NULL, desk_setup, func, desk_teardown)
