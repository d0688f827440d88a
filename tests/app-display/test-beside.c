/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on self-ratings and second ratings, in a sitting and on its result. */

#include <math.h>

#include "app-fixture.h"
#include "bearings-beside-view.h"
#include "bearings-choice-list.h"
#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-measure-dialog.h"
#include "bearings-result-beside.h"
#include "bearings-review-page.h"
#include "bearings-second-rating-dialog.h"
#include "bearings-service-sittings.h"
#include "widget-fixture.h"

#define NOTE "Maintained the importer"

static const BearingsSittingItem *
item_of (const BearingsSitting *sitting, const char *id)
{
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = sitting->items->pdata[i];
    if (g_str_equal (row->item->record.id, id))
      return row;
  }
  g_error ("no item %s", id);
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  bearings_figure_context_set_opener (window, bearings_figure_dialog_present);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

static void
dismiss (GtkWidget *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_finalized (&gone);
}

static GtkWidget *
find_label (GtkWidget *top, const char *words)
{
  g_autoptr (GPtrArray) labels = all_of (top, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), words) != NULL)
      return labels->pdata[i];
  return NULL;
}

/* The note belongs to its item, is in the log, and comes back with the item. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model =
    bearings_sitting_model_new (fixture->service, info, &error);
  GtkWidget *view = g_object_new (BEARINGS_TYPE_BESIDE_VIEW, NULL);
  GtkWidget *window, *entry;

  g_assert_no_error (error);
  bearings_beside_view_set_model (BEARINGS_BESIDE_VIEW (view), model);
  window = present (view);
  entry = find_any (view, ADW_TYPE_ENTRY_ROW);
  g_assert_false (gtk_widget_get_mapped (entry)); /* the practice item is no self-rating */
  bearings_sitting_model_jump (model, "trial/self-x");
  WAIT_UNTIL (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), NOTE);
  /* Going on stores what nobody has stored. */
  bearings_sitting_model_jump (model, "trial/self-y");
  WAIT_UNTIL (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), ""));
  bearings_sitting_model_jump (model, "trial/k0");
  WAIT_UNTIL (!gtk_widget_get_mapped (entry));
  bearings_sitting_model_jump (model, "trial/self-x");
  WAIT_UNTIL (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), NOTE));
  gtk_editable_set_text (GTK_EDITABLE (entry), NOTE " twice");
  bearings_beside_view_store (BEARINGS_BESIDE_VIEW (view));
  wait_for_calls ();
  {
    g_autoptr (BearingsSitting) sitting =
      bearings_service_sittings_resume (fixture->service, info, &error);
    g_assert_cmpstr (item_of (sitting, "trial/self-x")->note, ==, NOTE " twice");
    g_assert_null (item_of (sitting, "trial/self-y")->note);
  }
  dismiss (window);

  /* The review has it beside the answer. */
  bearings_sitting_model_jump (model, "trial/self-x");
  bearings_sitting_model_answer (model, "anchor:2");
  bearings_sitting_model_review (model);
  {
    GtkWidget *review = bearings_review_page_new (model);

    window = present (review);
    bearings_page_reload (BEARINGS_PAGE (review));
    WAIT_UNTIL (holds_text (review, "Noted: " NOTE " twice"));
    dismiss (window);
  }
}

/* A second person is offered the task when the person has rated it. */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model =
    bearings_sitting_model_new (fixture->service, info, &error);
  GtkWidget *view = g_object_new (BEARINGS_TYPE_BESIDE_VIEW, NULL);
  GtkWidget *window, *offer;

  bearings_beside_view_set_model (BEARINGS_BESIDE_VIEW (view), model);
  window = present (view);
  offer = find_label (view, "Somebody else rates");
  bearings_sitting_model_jump (model, "trial/task");
  settle (window);
  g_assert_false (gtk_widget_get_mapped (offer));
  bearings_sitting_model_answer (model, "rubric:cause=1;half");
  settle (window);
  g_assert_false (gtk_widget_get_mapped (offer));
  bearings_sitting_model_answer (model, "rubric:cause=1,remedy=2;whole");
  WAIT_UNTIL (gtk_widget_get_mapped (offer));
  dismiss (window);
}

static void
on_rated (AdwDialog *dialog, const char *response, char **taken)
{
  g_set_str (taken, response);
}

/* The dialog shows the words, not the points; it saves when every criterion has some. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsResponse) response =
    bearings_response_parse ("rubric:cause=2,remedy=2;The words of the person");
  BearingsSittingItem row = *item_of (sitting, "trial/task");
  g_autoptr (GPtrArray) lists = NULL;
  g_autofree char *taken = NULL;
  GtkWidget *window = present (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *text, *save;
  GtkTextIter start, end;
  g_autofree char *words = NULL;
  AdwDialog *dialog;

  row.response = response;
  dialog = bearings_second_rating_dialog_new (&row);
  g_signal_connect (dialog, "rated", G_CALLBACK (on_rated), &taken);
  adw_dialog_present (dialog, window);
  settle (window);
  text = find_type (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &start, &end);
  words =
    gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &start, &end, FALSE);
  g_assert_cmpstr (words, ==, "The words of the person");
  lists = all_of (GTK_WIDGET (dialog), BEARINGS_TYPE_CHOICE_LIST);
  g_assert_cmpuint (lists->len, ==, 2);
  save = find_button (GTK_WIDGET (dialog), "_Save");
  for (guint i = 0; i < lists->len; i++) {
    g_assert_false (gtk_widget_get_sensitive (save));
    g_assert_cmpuint (bearings_choice_list_get_chosen (lists->pdata[i]), >, 2); /* none */
    bearings_choice_list_choose (lists->pdata[i], i);
  }
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  WAIT_UNTIL (g_strcmp0 (taken, "rubric:cause=0,remedy=1;") == 0);
  dismiss (window);
}

static char *
sit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *info = fixture_begin (fixture);
  static const struct {
    BearingsEntryKind kind;
    const char *item, *response;
  } entries[] = { { BEARINGS_ENTRY_ANSWERED, "trial/self-x", "anchor:2" },
                  { BEARINGS_ENTRY_NOTE, "trial/self-x", NOTE },
                  { BEARINGS_ENTRY_ANSWERED, "trial/task", "rubric:cause=2,remedy=1;words" },
                  { BEARINGS_ENTRY_FINISHED, NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autoptr (BearingsEntry) entry =
      bearings_entry_new (entries[i].kind, entries[i].item, entries[i].response, 1000);
    bearings_service_sittings_append (fixture->service, info, entry, &error);
    g_assert_no_error (error);
  }
  return info;
}

/* On the result: what was noted, the second rating beside one's own, a measure that comes and goes,
 * and a refusal that changes nothing. */
static void
test_result (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = sit (fixture);
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (fixture->service, info, &error);
  GtkWidget *beside = bearings_result_beside_new (fixture->service, result);
  BearingsResultBeside *self = BEARINGS_RESULT_BESIDE (beside);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "child", beside, NULL);
  GtkWidget *window = present (scrolled);

  WAIT_UNTIL (holds_text (beside, NOTE));
  WAIT_UNTIL (holds_text (beside, "Nobody else has rated an answer"));
  bearings_result_beside_rate (self, "trial/task", "rubric:cause=1,remedy=1;");
  WAIT_UNTIL (holds_text (beside, "2 by yourself, 1 by the second rater, of 2"));
  bearings_result_beside_set_measure (self, "Grade", 1.7);
  WAIT_UNTIL (holds_text (beside, "1.7"));
  bearings_result_beside_set_measure (self, "Grade", NAN);
  WAIT_UNTIL (!holds_text (beside, "1.7"));
  bearings_result_beside_rate (self, "trial/task", "rubric:cause=1;");
  wait_for_dialog (window);
  WAIT_UNTIL (holds_text (beside, "1 by the second rater"));
  dismiss (window);
}

static void
on_entered (AdwDialog *dialog, const char *name, double value, double *taken)
{
  g_assert_cmpstr (name, ==, "Grade");
  *taken = value;
}

static void
test_measure_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = present (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  AdwDialog *dialog = bearings_measure_dialog_new (BEARINGS_MEASURE_VALUE, "Grade");
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = adw_alert_dialog_get_extra_child (alert);
  GtkWidget *value = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  double taken = NAN;

  g_signal_connect (dialog, "entered", G_CALLBACK (on_entered), &taken);
  adw_dialog_present (dialog, window);
  settle (window);
  g_assert_false (adw_alert_dialog_get_response_enabled (alert, "enter"));
  gtk_editable_set_text (GTK_EDITABLE (value), "good");
  g_assert_false (adw_alert_dialog_get_response_enabled (alert, "enter"));
  gtk_editable_set_text (GTK_EDITABLE (value), " 1,7 ");
  g_assert_true (adw_alert_dialog_get_response_enabled (alert, "enter"));
  g_signal_emit_by_name (dialog, "response::enter", "enter");
  g_assert_cmpfloat (taken, ==, 1.7);
  dismiss (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  FIXTURE_ADD ("/beside/note", test_note);
  FIXTURE_ADD ("/beside/offer", test_offer);
  FIXTURE_ADD ("/beside/dialog", test_dialog);
  FIXTURE_ADD ("/beside/result", test_result);
  FIXTURE_ADD ("/beside/measure-dialog", test_measure_dialog);
  return g_test_run ();
}
