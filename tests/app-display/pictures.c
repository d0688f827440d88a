/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes pictures of the application's pages, for people to look at. */

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "bearings-application.h"
#include "bearings-open.h"
#include "bearings-page.h"
#include "bearings-window.h"
#include "widget-fixture.h"

/*
 * pictures [OPTION…] PAGE=FILE.png …
 * PAGE: a section ("discover"), "search:WORDS" (Discover), "library:WORDS" (Evidence),
 * "kind:id[:second]" (any record), or "action:NAME:PARAMETER", "click:LABEL" (a button or row of
 * what is shown, or what has such a tooltip). Reads the catalogue named by BEARINGS_CATALOGUE.
 */
static int opt_width = 1200;
static int opt_height = 800;
static int opt_expand = 0;
static double opt_scale = 1;
static double opt_scroll = 0;
static gboolean opt_dark, opt_rtl, opt_stay;
static char *opt_data;
static char *opt_click;
static char **opt_pages;

static const GOptionEntry entries[] = {
  { "width", 'w', 0, G_OPTION_ARG_INT, &opt_width, "Width of the window", "PX" },
  { "height", 'h', 0, G_OPTION_ARG_INT, &opt_height, "Height of the window", "PX" },
  { "text-scale", 't', 0, G_OPTION_ARG_DOUBLE, &opt_scale, "Size of text, 1 is normal", "N" },
  { "scroll", 's', 0, G_OPTION_ARG_DOUBLE, &opt_scroll, "Scroll the page down", "PX" },
  { "dark", 'd', 0, G_OPTION_ARG_NONE, &opt_dark, "Dark style", NULL },
  { "rtl", 'r', 0, G_OPTION_ARG_NONE, &opt_rtl, "Right to left", NULL },
  { "expand", 'e', 0, G_OPTION_ARG_INT, &opt_expand, "Open the first rows that can be", "N" },
  { "data", 'D', 0, G_OPTION_ARG_FILENAME, &opt_data, "Data of the user, otherwise none", "DIR" },
  { "click", 'c', 0, G_OPTION_ARG_STRING, &opt_click, "Click the first button of that label",
    "LABEL" },
  { "stay", 'k', 0, G_OPTION_ARG_NONE, &opt_stay, "Stay open afterwards", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_pages, NULL, "PAGE=FILE" },
  { NULL },
};

static void
expand_rows (GtkWidget *widget, int *left)
{
  if (ADW_IS_EXPANDER_ROW (widget) && gtk_widget_get_mapped (widget) && *left > 0) {
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    (*left)--;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *left > 0;
       child = gtk_widget_get_next_sibling (child))
    expand_rows (child, left);
}

/* The first button, or row that is one, that says so, or else whose tooltip does. */
static GtkWidget *
find_said (GtkWidget *widget, const char *label)
{
  const char *said = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                     : ADW_IS_PREFERENCES_ROW (widget)
                       ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))
                       : NULL;
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && ADW_IS_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (widget))))
    said = adw_button_content_get_label (
      ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (widget))));
  if (said == NULL)
    said = gtk_widget_get_tooltip_text (widget);
  if (g_strcmp0 (said, label) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_said (child, label);
  return found;
}

static void
go_to (BearingsWindow *window, const char *page)
{
  g_auto (GStrv) parts = g_strsplit (page, ":", 4);
  GtkWidget *entry;

  if (parts[1] == NULL) {
    bearings_window_show_section (window, page);
    return;
  }
  if (g_str_equal (parts[0], "search") || g_str_equal (parts[0], "library")) {
    bearings_window_show_section (window,
                                  g_str_equal (parts[0], "search") ? "discover" : "evidence");
    settle (GTK_WIDGET (window));
    entry =
      find_type (GTK_WIDGET (bearings_window_get_visible_page (window)), GTK_TYPE_SEARCH_ENTRY);
    gtk_editable_set_text (GTK_EDITABLE (entry), parts[1]);
    g_signal_emit_by_name (entry, "search-changed");
    return;
  }
  if (g_str_equal (parts[0], "click")) {
    GtkWidget *said = find_said (GTK_WIDGET (window), parts[1]);
    g_return_if_fail (said != NULL);
    gtk_widget_activate (said);
    return;
  }
  if (g_str_equal (parts[0], "action")) {
    /* What comes after the name may hold colons: it is a URI for win.import. */
    const char *target = parts[2] != NULL ? page + strlen ("action::") + strlen (parts[1]) : NULL;
    gtk_widget_activate_action (GTK_WIDGET (window), parts[1], target ? "s" : NULL, target);
    return;
  }
  bearings_window_open (window, bearings_record_type_by_name (parts[0])->kind, parts[1], parts[2]);
}

static void
save (GtkWidget *window, const char *file)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
  g_print ("%s %dx%d\n", file, width, height);
}

static void
take_pictures (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  WAIT_UNTIL (bearings_window_get_service (BEARINGS_WINDOW (window)) != NULL);
  for (guint i = 0; opt_pages != NULL && opt_pages[i] != NULL; i++) {
    char *separator = strrchr (opt_pages[i], '=');
    AdwNavigationPage *page;
    GtkWidget *scroller;

    g_return_if_fail (separator != NULL);
    *separator = '\0';
    go_to (BEARINGS_WINDOW (window), opt_pages[i]);
    settle (GTK_WIDGET (window));
    page = bearings_window_get_visible_page (BEARINGS_WINDOW (window));
    if (opt_expand > 0 && page != NULL) {
      int left = opt_expand;
      expand_rows (GTK_WIDGET (page), &left);
      settle (GTK_WIDGET (window));
    }
    scroller = page != NULL ? find_type (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW) : NULL;
    if (opt_scroll > 0 && scroller != NULL) {
      gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), opt_scroll);
      settle (GTK_WIDGET (window));
    }
    if (opt_click != NULL) {
      GtkWidget *button = find_button (GTK_WIDGET (window), opt_click);
      if (button != NULL)
        g_signal_emit_by_name (button, "clicked");
      settle (GTK_WIDGET (window));
    }
    save (GTK_WIDGET (window), separator + 1);
  }
}

static void
on_activate (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11", NULL);
  if (opt_scale != 1)
    g_object_set (settings, "gtk-xft-dpi", (int) (96 * 1024 * opt_scale), NULL);
  if (opt_dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_set_default_size (window, opt_width, opt_height);
}

static gboolean
on_ready (gpointer application)
{
  take_pictures (application);
  if (!opt_stay)
    g_application_quit (application);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("PAGE=FILE.png…");
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("bearings-pictures-XXXXXX", NULL);
  g_autoptr (BearingsApplication) application = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return EXIT_FAILURE;
  }
  g_setenv ("XDG_DATA_HOME", opt_data != NULL ? opt_data : directory, TRUE);
  adw_init ();
  if (opt_rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  application = bearings_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), NULL);
  g_idle_add (on_ready, application);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
