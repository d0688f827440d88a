/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a centre's own sample: files that join it, leave it, and are refused. */

#include "bearings-sample-page.h"
#include "data-desk.h"
#include "sample-fixture.h"

static void
open_page (Desk *desk)
{
  bearings_window_show_section (desk->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.sample", NULL);
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_SAMPLE_PAGE);
}

static void
answer (Desk *desk, const char *label)
{
  wait_for (desk, offers, label, "it is asked");
  click (desk, label);
  wait_for (desk, offers_no, label, "it was answered");
}

static guint
stored (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = bearings_service_sample_list (desk->base.service, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    n += ((BearingsSamplePart *) parts->pdata[i])->n;
  return n;
}

static void
test_merge (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (desk, "sample.json");

  open_page (desk);
  wait_for (desk, says, "No Answers Yet", "nothing is there");
  g_assert_false (gtk_widget_get_sensitive (find_button (page (desk), "_Export All…")));
  sample_merge (desk->base.service, "trial", desk->base.folder, 7);
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), file);
  wait_for (desk, says, "All its records were here already.", "known records join once");
  wait_for (desk, says, "7 records", "they are shown");
  g_assert_true (page_says (desk, "sample.json"));
  wait_for (desk, offers, "_Export All…", "they can be taken elsewhere");
  wait_for (desk, has_row, "Quality", "their quality is offered");

  click (desk, "Remove “sample.json”");
  answer (desk, "_Cancel");
  wait_for_calls ();
  g_assert_cmpuint (stored (desk), ==, 7);
  click (desk, "Remove “sample.json”");
  answer (desk, "_Remove");
  wait_for (desk, says, "No Answers Yet", "they are gone");
  g_assert_cmpuint (stored (desk), ==, 0);

  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), file);
  wait_for (desk, says, "7 records added.", "and can come back");
}

static void
test_answers (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (desk, "class.csv",
                                       "person,item,response,date\n"
                                       "A. Person,k0,b,2026-09-03\nA. Person,k1,a,2026-09-03\n"
                                       "A. Person,zz,a,2026-09-03\n"
                                       "B. Person,k0,a,2026-11-03\nB. Person,k1,b,2026-11-03\n");

  open_page (desk);
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), file);
  answer (desk, "_Cancel");
  wait_for_calls ();
  g_assert_cmpuint (stored (desk), ==, 0);
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), file);
  answer (desk, "_Add Answers");
  wait_for (desk, says, "2 records added.", "the answers joined");
  g_assert_true (page_says (desk, "Left out, for it is no item of the assessment: zz"));
  wait_for (desk, says, "September 2026 to November 2026", "they are shown with their months");
  g_assert_false (page_says (desk, "Person"));
  g_assert_cmpuint (stored (desk), ==, 2);
}

/* What is wrong is said, and nothing of the file is taken. */
static void
test_refused (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) rubbish = write_file (desk, "rubbish.json", "{\"bearings_sample\":1");
  g_autoptr (GFile) answers =
    write_file (desk, "class.csv", "person,item,response\nA,k0,b\nB,k0,not an option\n");
  g_autoptr (GFile) none = in_folder (desk, "none.csv");

  open_page (desk);
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), rubbish);
  wait_for (desk, says, "Nothing Was Added", "half a file is refused");
  answer (desk, "_Close");
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), none);
  wait_for (desk, says, "Nothing Was Added", "so is a missing one");
  answer (desk, "_Close");
  bearings_sample_page_add (BEARINGS_SAMPLE_PAGE (page (desk)), answers);
  answer (desk, "_Add Answers");
  wait_for (desk, says, "class.csv:3:", "the place is named");
  answer (desk, "_Close");
  settle (page (desk));
  g_assert_true (page_says (desk, "No Answers Yet"));
  g_assert_cmpuint (stored (desk), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  DESK_ADD ("/app-display/data-sample/merge", test_merge);
  DESK_ADD ("/app-display/data-sample/answers", test_answers);
  DESK_ADD ("/app-display/data-sample/refused", test_refused);
  return g_test_run ();
}
