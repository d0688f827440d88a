/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and traces on a page: an answer opens its claim, a sentence leads on to its source. */

#include "bearings-claim-page-view.h"
#include "window-fixture.h"

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

/* Also what is further down than the screen shows. */
static void
press (GtkWidget *top, const char *label)
{
  WAIT_UNTIL (find_widget (top, is_button, label) != NULL);
  g_signal_emit_by_name (find_widget (top, is_button, label), "clicked");
}

static GtkWidget *
unfold (Fixture *fixture, const char *question, const char *action)
{
  GtkWidget *row;

  WAIT_UNTIL (find_widget (page (fixture), is_question, question) != NULL);
  row = find_widget (page (fixture), is_question, question);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  WAIT_UNTIL (find_widget (row, is_answer, action) != NULL);
  return find_widget (row, is_answer, action);
}

static void
open_python (Fixture *fixture)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  assert_says (fixture, "Questions and answers");
}

static void
test_answer_opens_its_claim (Fixture *fixture, gconstpointer data)
{
  open_python (fixture);
  gtk_widget_activate (unfold (fixture, "Is pay different", "win.open"));
  WAIT_UNTIL (BEARINGS_IS_CLAIM_PAGE_VIEW (page (fixture)));
  /* On the page of the claim an answer leads on to its trace. */
  g_assert_null (visible_dialog (fixture->window));
  gtk_widget_activate (unfold (fixture, "How sure is", "win.trace"));
  close_dialog (fixture->window);
}

/* From the sentence at the top to a source, each step with a click. */
static void
test_sentence_to_source (Fixture *fixture, gconstpointer data)
{
  AdwDialog *answer, *trace;

  open_python (fixture);
  press (page (fixture), "How This Answer Was Made");
  answer = wait_for_dialog (fixture->window);
  press (GTK_WIDGET (answer), "Trace");
  WAIT_UNTIL (visible_dialog (fixture->window) != answer);
  trace = wait_for_dialog (fixture->window);
  press (GTK_WIDGET (trace), "Barousse (2023)");
  WAIT_UNTIL (visible_dialog (fixture->window) != trace);
  g_assert_cmpstr (adw_dialog_get_title (wait_for_dialog (fixture->window)), ==, "Source");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/questions/answer-opens-its-claim", Fixture, NULL, setup,
              test_answer_opens_its_claim, teardown);
  g_test_add ("/questions/sentence-to-source", Fixture, NULL, setup, test_sentence_to_source,
              teardown);
  return g_test_run ();
}
