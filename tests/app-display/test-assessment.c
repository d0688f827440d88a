/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting in the window, by keyboard, from the first page to the result; then the data page. */

#include <adwaita.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "bearings-service-sample.h"
#include "bearings-assess-page.h"
#include "bearings-choice-list.h"
#include "bearings-purpose-page.h"
#include "bearings-result-page.h"
#include "bearings-review-page.h"
#include "bearings-service-search.h"
#include "bearings-service-sittings.h"
#include "bearings-sitting-page.h"
#include "bearings-skill-page-view.h"
#include "bearings-task-view.h"
#include "desk-fixture.h"

/* As the toolkit would tell the page's key controller. */
static gboolean
press (Desk *desk, guint keyval)
{
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  wait_for_calls ();
  controllers = gtk_widget_observe_controllers (page (desk));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
  }
  wait_for_calls ();
  return handled;
}

static guint
chosen (Desk *desk)
{
  return bearings_choice_list_get_chosen (
    BEARINGS_CHOICE_LIST (find_type (page (desk), BEARINGS_TYPE_CHOICE_LIST)));
}

static void
begin (Desk *desk)
{
  bearings_window_show_section (desk->window, "assess");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_ASSESS_PAGE);
  wait_for (desk, says, "2 scales: Reading, Tools", "the card names the scales");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.assess", "s", "trial");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_PURPOSE_PAGE);
  wait_for (desk, says, "It is for tests and for nothing else.", "the purpose is said");
  wait_for (desk, says, "Answers stay here.", "what happens to the answers is said");
  click (desk, "_Begin");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  wait_for (desk, says, "does not count", "the practice item is marked");
}

/* Leaves the answered practice item; then 2 and Enter on every question, until the task. */
static void
answer_until_task (Desk *desk)
{
  g_assert_true (press (desk, GDK_KEY_Return));
  for (guint i = 0; i < 6; i++) {
    g_assert_false (press (desk, GDK_KEY_Return)); /* no way on without an answer */
    g_assert_true (press (desk, GDK_KEY_2));
    g_assert_cmpuint (chosen (desk), ==, 1);
    g_assert_true (press (desk, GDK_KEY_Return));
  }
  wait_for (desk, says, "Say why.", "the task is shown");
}

static void
write_answer (Desk *desk, const char *text)
{
  GtkWidget *task = find_type (page (desk), BEARINGS_TYPE_TASK_VIEW);
  GtkWidget *view = find_type (task, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static BearingsSittingItem *
stored_item (Desk *desk, const char *id, BearingsResult **keep)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (desk->base.service, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 1);
  *keep = bearings_service_sittings_get_result (
    desk->base.service, ((BearingsSittingInfo *) sittings->pdata[0])->id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < (*keep)->sitting->items->len; i++) {
    BearingsSittingItem *item = (*keep)->sitting->items->pdata[i];
    if (g_str_equal (item->item->record.id, id))
      return item;
  }
  g_assert_not_reached ();
}

static gboolean
text_is_stored (Desk *desk, gconstpointer data)
{
  g_autoptr (BearingsResult) keep = NULL;
  const BearingsSittingItem *item = stored_item (desk, "trial/task", &keep);

  return item->response != NULL && g_strcmp0 (item->response->text, data) == 0;
}

static void
test_whole_sitting (Desk *desk, gconstpointer data)
{
  GtkWidget *task;
  gpointer sitting;

  begin (desk);
  sitting = page (desk);
  g_object_add_weak_pointer (sitting, &sitting);
  g_assert_true (press (desk, GDK_KEY_1));
  wait_for (desk, says, "That is not right. One is too few.", "practice answers at once");
  g_assert_true (press (desk, GDK_KEY_KP_2));
  wait_for (desk, says, "That is right. Two it is.", "another answer replaces the first");
  answer_until_task (desk);

  write_answer (desk, "Because of the list.");
  wait_for (desk, text_is_stored, "Because of the list.", "what is typed is stored by itself");
  g_assert_false (press (desk, GDK_KEY_1)); /* a number in a text is a number */
  click (desk, "_Score It");
  wait_for (desk, says, "2 points: Remedy 2", "the criteria are shown");
  wait_for (desk, says, "The cause: 2 · The remedy: 2", "the examples are shown");
  task = find_type (page (desk), BEARINGS_TYPE_TASK_VIEW);
  {
    GtkWidget *first = find_type (task, BEARINGS_TYPE_CHOICE_LIST);
    GtkWidget *box = gtk_widget_get_next_sibling (gtk_widget_get_parent (first));

    bearings_choice_list_choose (BEARINGS_CHOICE_LIST (first), 2);
    bearings_choice_list_choose (BEARINGS_CHOICE_LIST (find_type (box, BEARINGS_TYPE_CHOICE_LIST)),
                                 1);
  }
  click (desk, "_Review");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  wait_for (desk, says, "7 of 7 answered.", "the review counts");
  click (desk, "_Finish");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_RESULT_PAGE);
  wait_until_finalized (&sitting);
  wait_for (desk, says, "Your answers", "plain words come first");
  wait_for (desk, says, "What This Does Not Mean", "what it does not mean is said");
  wait_for (desk, says, "It is not a hiring decision", "it is not for hiring");
  wait_for (desk, says, "Why there is no percentile of skill",
            "the missing percentile is explained");
  wait_for (desk, says, "Self-Rating and Performance", "the two estimates stand side by side");
  wait_for (desk, says, "Posting language", "the evidence of the role is there");
  /* The sitting is no longer behind the result. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_ASSESS_PAGE);
}

static guint
count_sample (Desk *desk)
{
  g_autoptr (GPtrArray) parts = bearings_service_sample_list (desk->base.service, NULL);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += ((BearingsSamplePart *) parts->pdata[i])->n;
  return n;
}

/* Nothing joins the centre's sample unasked, and it can be taken back. */
static void
test_consent (Desk *desk, gconstpointer data)
{
  GtkWidget *row;

  begin (desk);
  g_assert_true (press (desk, GDK_KEY_1));
  wait_for (desk, says, "That is not right. One is too few.", "practice answers at once");
  answer_until_task (desk);
  gtk_widget_activate_action (page (desk), "sitting.review", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  click (desk, "_Finish");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_RESULT_PAGE);
  wait_for (desk, says, "Help This Centre Compare", "consent is asked");
  row = find_type (page (desk), ADW_TYPE_SWITCH_ROW);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_cmpuint (count_sample (desk), ==, 0);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  WAIT_UNTIL (count_sample (desk) == 1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  WAIT_UNTIL (count_sample (desk) == 0);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  WAIT_UNTIL (count_sample (desk) == 1);
  g_assert_true (bearings_service_sittings_end_guest (desk->base.service, NULL));
  g_assert_cmpuint (count_sample (desk), ==, 1);
}

/* Who comes from a career's page of the skill finds that career in the result. */
static void
test_role_on_the_way (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) careers = bearings_service_search_list_careers (desk->base.service, NULL);
  BearingsHit *role = careers->pdata[0];

  g_assert_cmpint (bearings_hit_get_kind (role), ==, BEARINGS_RECORD_ROLE);
  bearings_window_open (desk->window, BEARINGS_RECORD_ROLE, bearings_hit_get_id (role), "python");
  bearings_window_open (desk->window, BEARINGS_RECORD_INSTRUMENT, "trial", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_PURPOSE_PAGE);
  click (desk, "_Begin");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  g_assert_true (press (desk, GDK_KEY_2));
  gtk_widget_activate_action (page (desk), "sitting.review", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  click (desk, "_Finish");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_RESULT_PAGE);
  wait_for (desk, says, bearings_hit_get_title (role), "the career is named");
  /* Back leads to the skill, past the sitting. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SKILL_PAGE_VIEW);
}

static void
test_back_skip_mark_and_review (Desk *desk, gconstpointer data)
{
  GtkWidget *list;

  begin (desk);
  g_assert_true (press (desk, GDK_KEY_3));
  g_assert_true (press (desk, GDK_KEY_Return));
  wait_for (desk, says, "1 of 7", "the first item that counts");
  g_assert_true (press (desk, GDK_KEY_4));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  wait_for (desk, says, "does not count", "Alt+Left is the item before");
  g_assert_cmpuint (chosen (desk), ==, 2);
  g_assert_true (press (desk, GDK_KEY_Return));
  wait_for (desk, says, "1 of 7", "forward again");
  g_assert_cmpuint (chosen (desk), ==, 3);
  g_assert_true (press (desk, GDK_KEY_Return));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_type (page (desk), GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  click (desk, "_Skip");
  wait_for (desk, says, "3 of 7", "a skipped item is passed");

  gtk_widget_activate_action (page (desk), "sitting.review", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  wait_for (desk, says, "1 of 7 answered.", "the review counts");
  wait_for (desk, says, "You marked 1", "marks are counted");
  wait_for (desk, says, "Skipped", "the skipped item is named");
  /* To the skipped item, and from there back to the review. */
  list = find_type (page (desk), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  wait_for (desk, says, "2 of 7", "the chosen item");
  g_assert_true (press (desk, GDK_KEY_1));
  g_assert_true (press (desk, GDK_KEY_Return));
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  wait_for (desk, says, "2 of 7 answered.", "the review counts again");
  /* Back without a choice leads to the item the sitting stands at. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  wait_for (desk, says, "2 of 7", "the same item");
}

static void
test_number_keys_can_be_switched_off (Desk *desk, gconstpointer data)
{
  begin (desk);
  gtk_widget_activate_action (page (desk), "sitting.number-keys", NULL);
  g_assert_false (press (desk, GDK_KEY_2));
  g_assert_cmpuint (chosen (desk), ==, G_MAXUINT);
  gtk_widget_activate_action (page (desk), "sitting.number-keys", NULL);
  g_assert_true (press (desk, GDK_KEY_2));
  g_assert_cmpuint (chosen (desk), ==, 1);
}

static GtkWidget *
find_switch (GtkWidget *widget, const char *title)
{
  if (ADW_IS_SWITCH_ROW (widget) && gtk_widget_get_visible (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_switch (child, title);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Somebody else asks: each question says how, and the result says that it was so. */
static void
test_interview (Desk *desk, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.assess", "s", "trial");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_PURPOSE_PAGE);
  wait_for (desk, says, "It is for tests and for nothing else.", "the purpose is said");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_switch (page (desk), "Interview")), TRUE);
  click (desk, "_Begin");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  wait_for (desk, says, "Show with this question how answering works", "help with practice");
  g_assert_true (press (desk, GDK_KEY_2));
  g_assert_true (press (desk, GDK_KEY_Return));
  wait_for (desk, says, "Read every step aloud", "how a self-rating is asked");
  g_assert_true (press (desk, GDK_KEY_2));
  gtk_widget_activate_action (page (desk), "sitting.review", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  click (desk, "_Finish");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_RESULT_PAGE);
  wait_for (desk, says, "given in an interview", "the result says how the answers were given");
}

static void
test_pause_leave_and_continue (Desk *desk, gconstpointer data)
{
  GtkWidget *bar;

  begin (desk);
  g_assert_true (press (desk, GDK_KEY_2));
  g_assert_true (press (desk, GDK_KEY_Return));
  g_assert_true (press (desk, GDK_KEY_3));
  bar = GTK_WIDGET (bearings_page_get_header_bar (BEARINGS_PAGE (page (desk))));
  g_signal_emit_by_name (find_type (bar, GTK_TYPE_BUTTON), "clicked");
  wait_for (desk, says, "Paused", "the sitting pauses");
  g_assert_false (press (desk, GDK_KEY_1)); /* keys rest too */
  click (desk, "_Leave for Now");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_ASSESS_PAGE);
  wait_for (desk, says, "1 of 7 answered.", "the open sitting is offered");
  click (desk, "_Continue");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SITTING_PAGE);
  wait_for (desk, says, "1 of 7", "the exact item");
  g_assert_cmpuint (chosen (desk), ==, 2);
}

/* What cannot be continued is listed with the reason, so that it can be discarded, but is not
 * offered. */
static void
test_beyond_continuing (Desk *desk, gconstpointer data)
{
  g_autofree char *info = fixture_begin (&desk->base);
  g_autoptr (BearingsEntry) entry =
    bearings_entry_new (BEARINGS_ENTRY_ANSWERED, "trial/gone", "option:a", -1);
  g_autoptr (GError) error = NULL;

  bearings_window_show_section (desk->window, "assess");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_ASSESS_PAGE);
  wait_for (desk, says, "0 of 7 answered.", "the open sitting is offered");
  g_assert_nonnull (find_button (page (desk), "_Continue"));
  g_assert_true (bearings_service_sittings_append (desk->base.service, info, entry, &error));
  g_assert_no_error (error);
  bearings_page_reload (BEARINGS_PAGE (page (desk)));
  wait_for (desk, says, "It cannot be continued. What is stored of this sitting is damaged",
            "the reason is said");
  g_assert_null (find_button (page (desk), "_Continue"));
  g_assert_false (says (desk, "version"));
}

/* A window that is closed a moment after typing takes the last words with it to disk. */
static void
test_close_while_typing (Desk *desk, gconstpointer data)
{
  g_autoptr (BearingsResult) keep = NULL;
  const BearingsSittingItem *item;

  begin (desk);
  g_assert_true (press (desk, GDK_KEY_2));
  answer_until_task (desk);
  write_answer (desk, "half a sent");
  close_window (desk->window);
  item = stored_item (desk, "trial/task", &keep);
  g_assert_nonnull (item->response);
  g_assert_cmpstr (item->response->text, ==, "half a sent");
  desk->window = open_window (desk->application, desk->base.service);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* What a full disk does not take stays on the screen, and nothing moves on without it. */
static void
test_full_disk (Desk *desk, gconstpointer data)
{
  AdwDialog *dialog;

  begin (desk);
  signal (SIGXFSZ, SIG_IGN);
  limit_files (0);
  g_assert_true (press (desk, GDK_KEY_2));
  wait_for (desk, says, "Your last answer is still here, but not stored", "it says so");
  /* Large text is a switch of the page. */
  g_assert_true (gtk_widget_activate_action (page (desk), "reading.large-text", NULL));
  g_assert_true (gtk_widget_has_css_class (page (desk), "large-text"));
  g_assert_true (gtk_widget_activate_action (page (desk), "reading.large-text", NULL));
  g_assert_false (gtk_widget_has_css_class (page (desk), "large-text"));
  /* The window asks before it closes over the answer. */
  gtk_window_close (GTK_WINDOW (desk->window));
  dialog = wait_for_dialog (desk->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Close Anyway?");
  close_dialog (desk->window);
  g_assert_cmpuint (chosen (desk), ==, 1);
  press (desk, GDK_KEY_Return);
  g_assert_true (says (desk, "does not count"));
  limit_files (RLIM_INFINITY);
  click (desk, "_Try Again");
  g_assert_true (press (desk, GDK_KEY_Return));
  wait_for (desk, says, "1 of 7", "the way is free again");
}

static void
test_taken_over (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) other = NULL;
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (GPtrArray) sittings = NULL;

  begin (desk);
  sittings = bearings_service_sittings_list (desk->base.service, &error);
  g_assert_no_error (error);
  other = bearings_service_new (desk->base.data_dir, NULL, &error);
  g_assert_no_error (error);
  sitting = bearings_service_sittings_resume (
    other, ((BearingsSittingInfo *) sittings->pdata[0])->id, &error);
  g_assert_no_error (error);
  press (desk, GDK_KEY_2);
  wait_for (desk, says, "Opened in Another Window", "the first window is told");
  click (desk, "_Continue Here");
  wait_for (desk, says, "does not count", "it goes on here");
  g_assert_true (press (desk, GDK_KEY_2));
  wait_for (desk, says, "That is right.", "answers count again");
}

static void
test_end_of_sitting (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) sittings = NULL;

  begin (desk);
  gtk_widget_activate_action (page (desk), "sitting.review", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_REVIEW_PAGE);
  click (desk, "_Finish");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_RESULT_PAGE);
  wait_for (desk, says, "No scored item was answered", "a sitting without answers has no number");
  click (desk, "_End Session and Delete My Answers…");
  respond (desk, "end");
  wait_for (desk, says, "No Results Yet", "nothing is left to be seen");
  sittings = bearings_service_sittings_list (desk->base.service, NULL);
  g_assert_cmpuint (sittings->len, ==, 0);
}

static void
drop (Desk *desk, const char *path)
{
  GtkWidget *area = page (desk);
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  gboolean handled = FALSE;

  while (area != NULL && !handled) {
    g_clear_object (&controllers);
    controllers = gtk_widget_observe_controllers (area);
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_set_boxed (&value, &files);
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &handled);
    }
    area = gtk_widget_get_parent (area);
  }
  g_assert_true (handled);
}

static void
test_import (Desk *desk, gconstpointer data)
{
  g_autofree char *good = g_build_filename (desk->base.folder, "good.bearings.json", NULL);
  g_autofree char *bad = g_build_filename (desk->base.folder, "bad.bearings.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changed = NULL;

  g_file_get_contents (SITTING_PACK, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_string_replace (changed, "\"Trial\"", "\"Second trial\"", 1);
  g_string_replace (changed, "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"", 1);
  g_file_set_contents (good, changed->str, -1, &error);
  g_assert_no_error (error);
  g_string_replace (changed, "\"scale\": \"y\"", "\"scale\": \"nowhere\"", 1);
  g_file_set_contents (bad, changed->str, -1, &error);
  g_assert_no_error (error);

  bearings_window_show_section (desk->window, "data");
  wait_for (desk, says, "A small world with every kind of item", "the pack is listed");
  drop (desk, bad);
  wait_for (desk, says, "Nothing was changed.", "nothing was changed, and it says so");
  wait_for (desk, says, "missing-reference", "the finding has its code");
  drop (desk, good);
  wait_for (desk, says, "Version 1.0.1 would take the place of version 1.0.0.", "it is looked at");
  click (desk, "_Apply");
  wait_for (desk, says, "took the place of version 1.0.0", "the import is summed up");
  bearings_window_show_section (desk->window, "assess");
  wait_for (desk, says, "Second trial", "other pages show the new data");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  DESK_ADD ("/app-display/assessment/whole-sitting", test_whole_sitting);
  DESK_ADD ("/app-display/assessment/consent", test_consent);
  DESK_ADD ("/app-display/assessment/role-on-the-way", test_role_on_the_way);
  DESK_ADD ("/app-display/assessment/back-skip-review", test_back_skip_mark_and_review);
  DESK_ADD ("/app-display/assessment/number-keys", test_number_keys_can_be_switched_off);
  DESK_ADD ("/app-display/assessment/interview", test_interview);
  DESK_ADD ("/app-display/assessment/pause", test_pause_leave_and_continue);
  DESK_ADD ("/app-display/assessment/beyond-continuing", test_beyond_continuing);
  DESK_ADD ("/app-display/assessment/close-while-typing", test_close_while_typing);
  DESK_ADD ("/app-display/assessment/full-disk", test_full_disk);
  DESK_ADD ("/app-display/assessment/taken-over", test_taken_over);
  DESK_ADD ("/app-display/assessment/end-of-session", test_end_of_sitting);
  DESK_ADD ("/app-display/data/import", test_import);
  return g_test_run ();
}
