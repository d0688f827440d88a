/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words about who is at the desk. */

#include "bearings-client-state.h"

static void
test_typed (void)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  static const struct {
    const char *typed, *code;
    gboolean known, wrong, says;
  } rows[] = {
    { "", NULL, FALSE, FALSE, FALSE },       { "   ", NULL, FALSE, FALSE, FALSE },
    { "ab", NULL, FALSE, TRUE, TRUE },       { "Jane Doe", NULL, FALSE, TRUE, TRUE },
    { "otter", "OTTER", TRUE, FALSE, TRUE }, { " beaver ", "BEAVER", FALSE, FALSE, TRUE },
  };

  g_ptr_array_add (known, "OTTER");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BearingsClientTyped) typed = bearings_client_typed_new (rows[i].typed, known);

    g_assert_cmpstr (typed->code, ==, rows[i].code);
    g_assert_cmpint (typed->known, ==, rows[i].known);
    g_assert_cmpint (typed->wrong, ==, rows[i].wrong);
    g_assert_cmpint (typed->text != NULL, ==, rows[i].says);
  }
}

static void
test_kept (void)
{
  BearingsSittingInfo finished = { .finished = TRUE };
  BearingsSittingInfo open = { .finished = FALSE };
  static const struct {
    guint n_finished, n_open;
    const char *text;
  } rows[] = {
    { 0, 0, "Nothing yet" },
    { 1, 0, "1 result" },
    { 2, 0, "2 results" },
    { 0, 1, "1 sitting that is not finished" },
    { 2, 3, "2 results and 3 sittings that are not finished" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) sittings = g_ptr_array_new ();
    g_autofree char *text = NULL;

    for (guint j = 0; j < rows[i].n_finished + rows[i].n_open; j++)
      g_ptr_array_add (sittings, j < rows[i].n_finished ? &finished : &open);
    text = bearings_client_state_kept_text (sittings);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_keeping (void)
{
  g_autofree char *guest = bearings_client_state_keeping_text (NULL);
  g_autofree char *client = bearings_client_state_keeping_text ("OTTER");

  g_assert_cmpstr (guest, ==, "You are a guest: they are deleted when the session ends");
  g_assert_cmpstr (client, ==, "Under the code OTTER, until you delete them");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/client-state/typed", test_typed);
  g_test_add_func ("/app-logic/client-state/kept", test_kept);
  g_test_add_func ("/app-logic/client-state/keeping", test_keeping);
  return g_test_run ();
}
