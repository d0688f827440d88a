/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recalibration in the window: not yet, before and after, and an import like any other. What was
 * scored before keeps its version and can be scored again. */

#include "bearings-recalibration-page.h"
#include "bearings-service-sittings.h"
#include "sample-fixture.h"
#include "window-fixture.h"

/* A finished sitting with every question answered, the first half rightly. */
static char *
sit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *info = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "python-skill", .length = BEARINGS_LENGTH_SHORT },
    &error);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsEntry) end = bearings_entry_new (BEARINGS_ENTRY_FINISHED, NULL, NULL, 0);

  g_assert_no_error (error);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    g_autofree char *response = bearings_response_item_right_answer (item);
    g_autoptr (BearingsEntry) entry = NULL;

    if (item->kind != BEARINGS_ITEM_KEYED || i > sitting->items->len / 2)
      continue;
    entry = bearings_entry_new (BEARINGS_ENTRY_ANSWERED, item->record.id, response, 4000);
    g_assert_true (bearings_service_sittings_append (fixture->service, info, entry, &error));
  }
  g_assert_true (bearings_service_sittings_append (fixture->service, info, end, &error));
  return info;
}

static void
test_not_yet (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quality", "s", "python-skill");
  assert_says (fixture, "New Item Parameters");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.recalibrate", "s", "python-skill");
  assert_says (fixture, "Not Yet");
  assert_says (fixture, "answers of 0 persons are there, and at least 50 are needed");
  assert_does_not_say (fixture, "Preview as an Import");
  g_assert_nonnull (find_button (page (fixture), "_Use a File of Answers…"));
}

static void
test_imported (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = sit (fixture);
  g_autoptr (BearingsResult) before = NULL;
  g_autoptr (BearingsResult) after = NULL;
  g_autoptr (BearingsForm) form = NULL;
  g_autoptr (BearingsRescore) rescore = NULL;
  g_autofree char *version = NULL;
  gboolean told = FALSE;

  before = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  version = g_strdup (before->form->instrument->version);
  sample_merge (fixture->service, "python-skill", fixture->directory, 240);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.recalibrate", "s", "python-skill");
  assert_says (fixture, "get parameters estimated from the answers of 240 persons");
  assert_says (fixture, "Nothing has changed yet");
  assert_says (fixture, "What It Would Change");
  assert_says (fixture, "Standard error of measurement");
  press_button (GTK_WIDGET (fixture->window), "_Preview as an Import");
  assert_says (fixture, "Python skill level, recalibrated");
  press_button (GTK_WIDGET (fixture->window), "_Apply");
  assert_says (fixture, "Is Installed");

  form = bearings_service_sittings_get_form (fixture->service, "python-skill", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (form->instrument->version, !=, version);
  after = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->form->instrument->version, ==, version);
  g_assert_cmpfloat (after->theta, ==, before->theta);
  rescore = bearings_service_sittings_rescore (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (rescore->then->theta, ==, before->theta);
  g_assert_cmpfloat (rescore->now->theta, !=, before->theta);
  for (guint i = 0; i < rescore->differences->len; i++)
    told |= strstr (rescore->differences->pdata[i], form->instrument->version) != NULL;
  g_assert_true (told);
}

/* Neither the shown report nor the page goes with a file that is none. */
static void
test_wrong_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "wrong.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_set_contents (path, "no,such\ncolumns,here\n", -1, NULL);
  sample_merge (fixture->service, "python-skill", fixture->directory, 60);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.recalibrate", "s", "python-skill");
  assert_says (fixture, "from the answers of 60 persons");
  bearings_recalibration_page_set_file (BEARINGS_RECALIBRATION_PAGE (page (fixture)), file);
  wait_for_dialog (fixture->window);
  assert_says (fixture, "from the answers of 60 persons");
  close_dialog (fixture->window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/recalibration-page/not-yet", Fixture, NULL, setup, test_not_yet, teardown);
  g_test_add ("/recalibration-page/imported", Fixture, NULL, setup, test_imported, teardown);
  g_test_add ("/recalibration-page/wrong-file", Fixture, NULL, setup, test_wrong_file, teardown);
  return g_test_run ();
}
