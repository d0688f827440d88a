/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and traces on a page: an answer opens its claim, a sentence leads on to its source. */

#include "bearings-claim-page-view.h"
#include "window-fixture.h"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (wanted (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, wanted, data);
  return found;
}

static gboolean
is_question (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_EXPANDER_ROW (widget) &&
         g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data);
}

static gboolean
is_answer (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_ACTION_ROW (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

static GtkWidget *
unfold (Fixture *fixture, const char *question, const char *action)
{
  GtkWidget *page = GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
  GtkWidget *row = find (page, is_question, question);
  GtkWidget *answer;

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  wait_a_little ();
  answer = find (row, is_answer, action);
  g_assert_nonnull (answer);
  return answer;
}

static void
open_python (Fixture *fixture)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  assert_says (fixture, "Questions and answers");
}

static AdwDialog *
visible_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
test_answer_opens_its_claim (Fixture *fixture, gconstpointer data)
{
  open_python (fixture);
  gtk_widget_activate (unfold (fixture, "Is pay different", "win.open"));
  wait_a_little ();
  g_assert_true (BEARINGS_IS_CLAIM_PAGE_VIEW (bearings_window_get_visible_page (fixture->window)));
  /* On the page of the claim an answer leads on to its trace. */
  g_assert_null (visible_dialog (fixture));
  gtk_widget_activate (unfold (fixture, "How sure is", "win.trace"));
  wait_a_little ();
  g_assert_nonnull (visible_dialog (fixture));
  adw_dialog_force_close (visible_dialog (fixture));
}

/* From the sentence at the top to a source, each step with a click. */
static void
test_sentence_to_source (Fixture *fixture, gconstpointer data)
{
  AdwDialog *answer;

  open_python (fixture);
  g_signal_emit_by_name (find (GTK_WIDGET (bearings_window_get_visible_page (fixture->window)),
                               is_button, "How This Answer Was Made"),
                         "clicked");
  wait_a_little ();
  answer = visible_dialog (fixture);
  g_assert_nonnull (answer);
  g_signal_emit_by_name (find (GTK_WIDGET (answer), is_button, "Trace"), "clicked");
  wait_a_little ();
  g_assert_true (visible_dialog (fixture) != answer);
  g_signal_emit_by_name (find (GTK_WIDGET (visible_dialog (fixture)), is_button, "Barousse (2023)"),
                         "clicked");
  wait_a_little ();
  g_assert_cmpstr (adw_dialog_get_title (visible_dialog (fixture)), ==, "Source");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/questions/answer-opens-its-claim", Fixture, NULL, setup,
              test_answer_opens_its_claim, teardown);
  g_test_add ("/questions/sentence-to-source", Fixture, NULL, setup, test_sentence_to_source,
              teardown);
  return g_test_run ();
}
