/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guests and clients at one desk: a code is taken, left, changed and deleted. */

#include "bearings-client-dialog.h"
#include "bearings-purpose-page.h"
#include "bearings-results-page.h"
#include "bearings-service-clients.h"
#include "bearings-service-sittings.h"
#include "desk-fixture.h"

static char *
add_result (Desk *desk, const char *client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsEntry) finished = bearings_entry_new (BEARINGS_ENTRY_FINISHED, NULL, NULL, -1);
  char *id = bearings_service_sittings_begin (
    desk->base.service,
    &(BearingsSittingOrder) {
      .instrument = "trial", .length = BEARINGS_LENGTH_MIDDLE, .client = client },
    &error);

  g_assert_no_error (error);
  g_assert_true (bearings_service_sittings_append (desk->base.service, id, finished, &error));
  return id;
}

static guint
n_of (Desk *desk, const char *code)
{
  g_autoptr (GPtrArray) sittings =
    bearings_service_clients_list_sittings_of (desk->base.service, code, NULL);

  return sittings->len;
}

static gboolean
asks_code (Desk *desk, gconstpointer data)
{
  AdwDialog *asked = dialog (desk);

  return BEARINGS_IS_CLIENT_DIALOG (asked) && find_row (GTK_WIDGET (asked), "Code") != NULL;
}

static GtkWidget *
ask (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.client", NULL);
  wait_for (desk, asks_code, NULL, "the dialog");
  return GTK_WIDGET (dialog (desk));
}

static void
use_code (Desk *desk, const char *code)
{
  GtkWidget *asked = ask (desk);

  gtk_editable_set_text (GTK_EDITABLE (find_row (asked, "Code")), code);
  click (desk, "_Use This Code");
  wait_for (desk, asks_nothing, NULL, "the code is used");
}

static void
test_take_along (Desk *desk, gconstpointer data)
{
  g_autofree char *guests = add_result (desk, NULL);
  GtkWidget *asked;

  bearings_window_show_section (desk->window, "results");
  wait_for (desk, says, "Results of This Session", "a guest has results");
  wait_for (desk, says, "Guest", "who is at the desk is shown");
  asked = ask (desk);
  gtk_editable_set_text (GTK_EDITABLE (find_row (asked, "Code")), "a name");
  wait_for (desk, says, "and no spaces", "it is no code");
  g_assert_false (gtk_widget_get_sensitive (find_button (asked, "_Use This Code")));
  click (desk, "_Make One Up");
  wait_for (desk, says, "This code is new.", "one is made up");
  gtk_editable_set_text (GTK_EDITABLE (find_row (asked, "Code")), "otter");
  click (desk, "_Use This Code");
  wait_for (desk, says, "Results Under Your Code", "the results are the client's");
  wait_for (desk, says, "OTTER", "the code is shown");
  wait_for (desk, says, "No estimate", "the result is there");
  g_assert_cmpuint (n_of (desk, NULL), ==, 0);
  g_assert_cmpuint (n_of (desk, "OTTER"), ==, 1);
}

/* Somebody else sees nothing of it. */
static void
test_leave (Desk *desk, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;
  gpointer result;

  g_assert_true (bearings_service_clients_create (desk->base.service, "otter", &error));
  own = add_result (desk, "OTTER");
  bearings_window_show_section (desk->window, "results");
  wait_for (desk, says, "No Results Yet", "a guest has none");
  use_code (desk, "Otter");
  wait_for (desk, says, "Results Under Your Code", "the client has one");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.result", "s", own);
  wait_for (desk, says, "How well it measures", "the result is open");
  result = page (desk);
  g_object_add_weak_pointer (result, &result);
  bearings_window_show_section (desk->window, "discover");
  ask (desk);
  wait_for (desk, says, "1 result", "what is kept is counted");
  click (desk, "_Leave");
  wait_for (desk, says, "Guest", "the client has left");
  wait_until_finalized (&result);
  bearings_window_show_section (desk->window, "results");
  wait_for (desk, says, "No Results Yet", "nothing is left to see");
  g_assert_cmpuint (n_of (desk, "OTTER"), ==, 1);
}

/* Another window on the same desk has nothing of the former person either. */
static void
test_two_windows (Desk *desk, gconstpointer data)
{
  g_autofree char *own = NULL;
  BearingsWindow *first = desk->window;
  BearingsWindow *second;

  use_code (desk, "otter");
  own = add_result (desk, "OTTER");
  second = open_window (desk->application, desk->base.service);
  desk->window = second;
  bearings_window_show_section (second, "results");
  wait_for (desk, says, "Results Under Your Code", "the other window has them");
  gtk_widget_activate_action (GTK_WIDGET (second), "win.result", "s", own);
  wait_for (desk, says, "How well it measures", "the result is open there");
  desk->window = first;
  ask (desk);
  click (desk, "_Leave");
  desk->window = second;
  wait_for (desk, says, "No Results Yet", "nothing is left to see");
  wait_for (desk, says, "Guest", "nobody is at the desk");
  close_window (second);
  desk->window = first;
}

static void
test_change_and_delete (Desk *desk, gconstpointer data)
{
  g_autofree char *own = NULL;
  GtkWidget *asked;

  use_code (desk, "otter");
  own = add_result (desk, "OTTER");
  asked = ask (desk);
  gtk_editable_set_text (GTK_EDITABLE (find_row (asked, "Code")), "no good");
  g_signal_emit_by_name (find_row (asked, "Code"), "apply");
  wait_for (desk, says, "and no spaces", "it says what is wrong");
  gtk_editable_set_text (GTK_EDITABLE (find_row (asked, "Code")), "beaver");
  g_signal_emit_by_name (find_row (asked, "Code"), "apply");
  wait_for (desk, says, "BEAVER", "the code is another");
  g_assert_cmpuint (n_of (desk, "BEAVER"), ==, 1);

  wait_for (desk, asks_nothing, NULL, "it is done");
  ask (desk);
  click (desk, "_Delete Everything Under This Code…");
  wait_for (desk, says, "Delete Everything?", "it is asked once more");
  click (desk, "_Delete");
  wait_for (desk, says, "Guest", "the client is gone");
  g_assert_cmpuint (n_of (desk, "BEAVER"), ==, 0);
}

static void
test_sitting (Desk *desk, gconstpointer data)
{
  g_autofree char *open = NULL;

  use_code (desk, "otter");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.assess", "s", "trial");
  wait_for (desk, has_row, "How long they stay", "the page before a sitting");
  wait_for (desk, says, "Under the code OTTER", "whose they are");
  click (desk, "_Begin");
  wait_for (desk, says, "How many?", "the first question");
  g_assert_cmpuint (n_of (desk, "OTTER"), ==, 1);
  g_assert_cmpuint (n_of (desk, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  DESK_ADD ("/app-display/clients/take-along", test_take_along);
  DESK_ADD ("/app-display/clients/leave", test_leave);
  DESK_ADD ("/app-display/clients/two-windows", test_two_windows);
  DESK_ADD ("/app-display/clients/change-and-delete", test_change_and_delete);
  DESK_ADD ("/app-display/clients/sitting", test_sitting);
  return g_test_run ();
}
