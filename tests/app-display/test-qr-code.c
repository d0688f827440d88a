/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code as it is painted on the screen, read by another program. */

#include <glib/gstdio.h>
#include <string.h>

#include "bearings-address-row.h"
#include "bearings-qr-code.h"
#include "widget-fixture.h"

/* What zbarimg reads in a picture of the widget; NULL when it sees no code. */
static char *
read_back (GtkWidget *window, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  Waiting waiting = { 0 };
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bearings-qr-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "code.png", NULL);
  g_autofree char *output = NULL;
  const char *command[] = { "zbarimg", "--quiet", "--raw", "--oneshot", path, NULL };
  int status;

  /* A dialog comes into being over some frames. */
  while (node == NULL && wait_a_step (&waiting)) {
    GtkSnapshot *snapshot = gtk_snapshot_new ();
    gdk_paintable_snapshot (paintable, snapshot, width, height);
    node = gtk_snapshot_free_to_node (snapshot);
  }
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &output, NULL, &status, &error));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return g_spawn_check_wait_status (status, NULL) ? g_steal_pointer (&output) : NULL;
}

static void
assert_reads (const char *address, const char *text, int size)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *code = bearings_qr_code_new (address);
  g_autofree char *read = NULL;

  g_assert_nonnull (code);
  gtk_widget_set_size_request (code, size, -1);
  gtk_window_set_child (GTK_WINDOW (window), code);
  gtk_window_present (GTK_WINDOW (window));
  settle (code);
  read = read_back (window, code);
  g_assert_nonnull (read);
  g_assert_cmpstr (g_strchomp (read), ==, text);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read (void)
{
  assert_reads ("https://www.onetcenter.org/database.html",
                "https://www.onetcenter.org/database.html", -1);
  assert_reads ("https://doi.org/10.1257/aer.20161500", "https://doi.org/10.1257/aer.20161500",
                300);
  assert_reads ("https://example.org/sch\xc3\xb6n?a=1&b=%20#z",
                "https://example.org/sch%C3%B6n?a=1&b=%20#z", 177);
}

/* Dark on light in the dark style, too. */
static void
test_dark (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_reads ("https://www.bls.gov/oes/tables.htm", "https://www.bls.gov/oes/tables.htm", -1);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_lengths (void)
{
  g_autofree char *long_one = g_strnfill (600, 'a');
  g_autofree char *too_long = g_strnfill (4000, 'a');
  GtkWidget *small = g_object_ref_sink (bearings_qr_code_new ("https://a.org/"));
  GtkWidget *large = g_object_ref_sink (bearings_qr_code_new (long_one));

  g_assert_cmpuint (bearings_qr_code_get_size (BEARINGS_QR_CODE (small)), <,
                    bearings_qr_code_get_size (BEARINGS_QR_CODE (large)));
  g_assert_null (bearings_qr_code_new (too_long));
  g_object_unref (small);
  g_object_unref (large);
}

static gboolean
has_icon (GtkWidget *widget, gconstpointer icon)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

/* The row of an address leads to the code; a row without one does not. */
static void
test_row (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = bearings_address_row_new ("Address", "https://www.bls.gov/emp/");
  GtkWidget *none = g_object_ref_sink (bearings_address_row_new ("Address", NULL));
  GtkWidget *code;
  g_autofree char *read = NULL;

  g_assert_null (find_widget (none, has_icon, "bearings-qr-symbolic"));
  g_object_unref (none);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle (row);
  gtk_widget_activate (find_widget (row, has_icon, "bearings-qr-symbolic"));
  WAIT_UNTIL (find_type (window, BEARINGS_TYPE_QR_CODE) != NULL);
  code = find_type (window, BEARINGS_TYPE_QR_CODE);
  settle (code);
  read = read_back (window, code);
  g_assert_nonnull (read);
  g_assert_cmpstr (g_strchomp (read), ==, "https://www.bls.gov/emp/");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/qr-code/read", test_read);
  g_test_add_func ("/app/qr-code/dark", test_dark);
  g_test_add_func ("/app/qr-code/lengths", test_lengths);
  g_test_add_func ("/app/qr-code/row", test_row);
  return g_test_run ();
}
