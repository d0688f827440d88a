/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources that an imported snapshot says are retracted: wherever their findings are used, it shows.
 */

#include "bearings-service-imports.h"
#include "bearings-service-plan.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "window-fixture.h"

#define STATE "Retracted, 3 May 2024"
#define REASON "Made up for a test, as the snapshot of 1 November 2026 says."

/* Retracts the sources in a pack as the converter of snapshots makes it. */
static void
retract (Fixture *fixture, const char *const *sources)
{
  g_autoptr (GString) text = g_string_new (
    "{\"bearings_pack\":1,\"id\":\"retractions\",\"title\":\"Retractions\",\"version\":\"1\","
    "\"published\":\"2026-11-01\",\"publisher\":\"A test\",\"licence\":\"CC0\","
    "\"replaces\":\"evidence reference-samples roles\",\"records\":[");
  g_autofree char *path = g_build_filename (fixture->directory, "r.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; sources[i] != NULL; i++) {
    g_autoptr (BearingsSource) source =
      bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, sources[i], &error);
    g_autofree char *json = NULL;

    g_assert_no_error (error);
    g_assert_nonnull (source);
    source->state = BEARINGS_SOURCE_RETRACTED;
    g_set_str (&source->state_date, "2024-05-03");
    g_set_str (&source->state_note, REASON);
    json = bearings_service_text_record_to_json ((BearingsRecord *) source);
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", json);
  }
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  summary = bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                            NULL, NULL, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (summary);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) learning = bearings_service_plan_list_learning (fixture->service, &error);
  g_autoptr (BearingsClaim) social = bearings_service_get_record (
    fixture->service, BEARINGS_RECORD_CLAIM, "deming-social-skills", &error);
  const char *sources[] = { "kaggle-2022", NULL, NULL, NULL };
  g_autoptr (BearingsSkillPage) skill = NULL;
  g_autofree char *text = NULL;
  GtkWidget *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (learning->len, >, 0);
  sources[1] = social->source;
  sources[2] = ((BearingsClaim *) learning->pdata[0])->source;
  retract (fixture, sources);

  /* The answer by channel, and the evidence below it. */
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  assert_says (fixture, STATE);
  skill = bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_ROLE,
                                           "machine-learning-engineer", "python", &error);
  g_assert_no_error (error);
  text = bearings_service_text_skill_page_to (skill, 1000);
  g_assert_nonnull (strstr (text, "Retracted"));
  /* The claim's page, with the reason. */
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "deming-social-skills", NULL);
  assert_says (fixture, STATE ". " REASON);
  /* Step by step to its source. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.trace", "(ss)",
                                             "claim", "deming-social-skills"));
  /* What next steps in learning rest on. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.plan", "s",
                                             "machine-learning-engineer"));
  assert_says (fixture, STATE);
  /* The library's line. */
  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, "What is known, and how");
  entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "jobs demanding much social interaction");
  assert_says (fixture, "Retracted");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/source-state/everywhere", Fixture, NULL, setup, test_everywhere, teardown);
  return g_test_run ();
}
