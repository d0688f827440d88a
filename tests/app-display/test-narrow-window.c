/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window made as narrow as a phone while it shows a page, then closed: nothing of it stays. */

#include "window-fixture.h"

typedef struct {
  const char *section;
  BearingsRecordKind kind;
  const char *id, *second;
  const char *instrument;
} Place;

/* Without a window manager the frame may take a few pixels. */
static gboolean
is_about (Fixture *fixture, int width)
{
  return ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - width) < 40;
}

static void
resize (Fixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  WAIT_UNTIL (is_about (fixture, width));
  settle (page (fixture));
}

static void
go (Fixture *fixture, const Place *place)
{
  if (place->section != NULL)
    bearings_window_show_section (fixture->window, place->section);
  else if (place->instrument != NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.assess", "s", place->instrument);
  else
    bearings_window_open (fixture->window, place->kind, place->id, place->second);
  settle (page (fixture));
}

static void
test_place (Place *place)
{
  Fixture fixture;

  setup (&fixture, NULL);
  resize (&fixture, 1000);
  go (&fixture, place);
  resize (&fixture, 360);
  g_assert_cmpint (gtk_widget_get_width (page (&fixture)), <=, 400);
  teardown (&fixture, NULL); /* waits until the page and the window are gone */
}

int
main (int argc, char **argv)
{
  static Place places[] = {
    { .section = "discover" },
    { .section = "evidence" },
    { .section = "register" },
    { .section = "assess" },
    { .section = "results" },
    { .section = "data" },
    { .kind = BEARINGS_RECORD_ROLE, .id = "machine-learning-engineer" },
    { .kind = BEARINGS_RECORD_ROLE, .id = "machine-learning-engineer", .second = "python" },
    { .kind = BEARINGS_RECORD_CLAIM, .id = "noy-zhang-time" },
    { .kind = BEARINGS_RECORD_REGISTER_ENTRY, .id = "cornell-20-60" },
    { .instrument = "python-skill" },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    const Place *place = places + i;
    g_autofree char *path = g_strdup_printf ("/narrow-window/%s%s%s",
                                             place->section != NULL      ? place->section
                                             : place->instrument != NULL ? place->instrument
                                                                         : place->id,
                                             place->second != NULL ? "-" : "",
                                             place->second != NULL ? place->second : "");

    g_test_add_data_func (path, place, (GTestDataFunc) test_place);
  }
  return g_test_run ();
}
