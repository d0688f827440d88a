/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search, careers, skill pages, claims and the register, from packs to page values. */

#include <math.h>
#include <string.h>

#include "bearings-service-career.h"
#include "bearings-service-claims.h"
#include "bearings-service-imports.h"
#include "bearings-service-search.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "service-fixture.h"

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const char *const strange[] = {
    "", "   ", "\"", "*", "a AND", "NEAR(", "'; DROP TABLE", "\xf0\x9f\x98\x80", "-", "^x:y"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search (fixture->service, "machine lear", NULL, 0, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, >=, 2);
  g_assert_cmpint (bearings_hit_get_kind (hits->pdata[0]), ==, BEARINGS_RECORD_ROLE);
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[0]), ==, "machine-learning-engineer");
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[1]), ==, "15-2051.00");
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++) {
    g_autoptr (GPtrArray) any =
      bearings_service_search (fixture->service, strange[i], NULL, 0, 10, &error);
    g_assert_no_error (error);
    g_assert_nonnull (any);
  }
}

static const BearingsChannelAnswer *
answer_of (const BearingsSkillPage *page, BearingsChannel channel)
{
  return g_ptr_array_index (page->answers, channel - 1);
}

static void
test_skill_page_of_a_role (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (page->answers->len, ==, 7);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_POSTING_LANGUAGE)->state, ==,
                   BEARINGS_ANSWER_DIRECT);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_USE_AT_WORK)->state, ==,
                   BEARINGS_ANSWER_DIRECT);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_PAY)->state, ==,
                   BEARINGS_ANSWER_NOT_ESTABLISHED);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_CALLBACKS)->state, ==,
                   BEARINGS_ANSWER_NO_EVIDENCE);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_AI_CHANGE)->state, ==,
                   BEARINGS_ANSWER_CONTEXT);
  g_assert_cmpuint (page->n_direct, ==, 4); /* posting share, use share, flags, pay */
  g_assert_cmpuint (page->n_context, ==, 2);
  g_assert_cmpuint (page->n_direct + page->n_adjacent + page->n_context, ==, page->evidence->len);
  g_assert_cmpuint (page->readings->len, ==, 2);
  g_assert_cmpint (((BearingsReading *) page->readings->pdata[0])->band, ==, BEARINGS_BAND_JUNIOR);
  g_assert_nonnull (page->ladder);
  g_assert_cmpuint (page->pairings->len, ==, 1);
  g_assert_cmpuint (page->instruments->len, ==, 1);
  g_assert_cmpuint (page->register_entries->len, ==, 1);
  /* Every piece of evidence opens a source. */
  for (guint i = 0; i < page->evidence->len; i++)
    g_assert_true (g_hash_table_contains (
      page->sources, bearings_evidence_get_source_id (page->evidence->pdata[i])));

  text = bearings_service_text_skill_page_to (page, 100);
  g_assert_nonnull (strstr (text, "424 of 571 postings"));
  g_assert_nonnull (strstr (text, "70.5 to 77.7"));
  g_assert_nonnull (strstr (text, "556 of 563 people"));
}

static void
test_skill_page_of_an_occupation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_OCCUPATION, "15-1252.00", "2.A.1.a", &error);
  g_autoptr (BearingsSkillPage) thin = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (answer_of (page, BEARINGS_CHANNEL_USE_AT_WORK)->state, ==,
                   BEARINGS_ANSWER_DIRECT);
  g_assert_cmpuint (page->n_direct, ==, 1);
  /* A pair of which nothing is known has a page that says so. */
  thin = bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_OCCUPATION,
                                          "15-1252.00", "sql", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thin->evidence->len, ==, 0);
  for (guint i = 0; i < thin->answers->len; i++)
    g_assert_cmpint (((BearingsChannelAnswer *) thin->answers->pdata[i])->state, ==,
                     BEARINGS_ANSWER_NO_EVIDENCE);
}

static void
test_not_found_names_what_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_ROLE,
                                                  "astronaut", "python", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "astronaut"));
  g_clear_error (&error);
  g_assert_null (bearings_service_claims_get_page (fixture->service, "nothing", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_service_claims_get_source_page (fixture->service, "nothing", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_service_claims_get_register_page (fixture->service, "nothing", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_service_career_get (fixture->service, BEARINGS_RECORD_OCCUPATION,
                                              "99-9999.00", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "99-9999.00"));
  g_clear_error (&error);
  g_assert_null (
    bearings_service_career_get (fixture->service, BEARINGS_RECORD_ROLE, "astronaut", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_ROLE,
                                                  "machine-learning-engineer", "sorcery", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "sorcery"));
}

/* A source with every claim that rests on it, and no other. */
static void
test_source_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSourcePage) page =
    bearings_service_claims_get_source_page (fixture->service, "src-paper", &error);
  g_autoptr (BearingsSourcePage) unused = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (page->source->record.id, ==, "src-paper");
  g_assert_cmpuint (page->claims->len, ==, 2);
  for (guint i = 0; i < page->claims->len; i++)
    g_assert_cmpstr (((BearingsClaim *) page->claims->pdata[i])->source, ==, "src-paper");
  unused = bearings_service_claims_get_source_page (fixture->service, "src-onet", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unused->claims->len, ==, 0);
}

static void
test_career (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCareer) role = bearings_service_career_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", &error);
  g_autoptr (BearingsCareer) occupation = NULL;
  const BearingsCareerSkill *first;

  g_assert_no_error (error);
  g_assert_cmpuint (role->occupations->len, ==, 2);
  g_assert_cmpuint (role->wages->len, ==, 1);
  first = role->technologies->pdata[0];
  g_assert_cmpstr (first->skill->record.id, ==, "python");
  g_assert_nonnull (first->posting);
  g_assert_cmpint (first->occupation->hot, ==, BEARINGS_YES);
  g_assert_cmpuint (role->ratings->len, ==, 1);

  occupation = bearings_service_career_get (fixture->service, BEARINGS_RECORD_OCCUPATION,
                                            "15-2051.00", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (occupation->roles->len, ==, 1);
  g_assert_cmpuint (occupation->related->len, ==, 1);
  g_assert_cmpint (occupation->occupation->ratings_missing, ==, BEARINGS_MISSING_NOT_PUBLISHED);
  g_assert_true (isnan (((BearingsWage *) occupation->wages->pdata[0])->p90.value));
}

/* A role that says itself what it is keeps its own words, and shows what people do there. */
static void
test_career_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCareer) described = bearings_service_career_get (
    fixture->service, BEARINGS_RECORD_OCCUPATION, "15-2051.00", &error);
  g_autoptr (BearingsCareer) bare = NULL;
  g_autoptr (BearingsCareer) role = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bearings_career_summary (described), "Large heaps"));
  g_assert_cmpuint (described->work->activities->len, ==, 2);
  g_assert_nonnull (g_hash_table_lookup (described->sources, described->work->sources->pdata[0]));

  bare = bearings_service_career_get (fixture->service, BEARINGS_RECORD_OCCUPATION, "15-1252.00",
                                      &error);
  g_assert_no_error (error);
  g_assert_null (bare->work);
  g_assert_null (bearings_career_summary (bare));

  role = bearings_service_career_get (fixture->service, BEARINGS_RECORD_ROLE,
                                      "machine-learning-engineer", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bearings_career_summary (role), ==,
                   role->role->summary != NULL ? role->role->summary : role->work->description);
  g_assert_true (role->work->activities->len > 0);

  hits = bearings_service_search (fixture->service, "draw charts", NULL, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[0]), ==, "15-2051.00");
}

static void
test_claim_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsClaimPage) page =
    bearings_service_claims_get_page (fixture->service, "writing-time", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->source->record.id, ==, "src-paper");
  g_assert_cmpuint (page->study_sources->len, ==, 1);
  g_assert_cmpuint (page->study_claims->len, ==, 1);
  g_assert_cmpuint (page->replications->len, ==, 1);
  g_assert_cmpuint (page->register_entries->len, ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (page->titles, "python"), ==, "Python");
}

static gboolean
has_entry (const BearingsSkillPage *page, const char *id)
{
  for (guint i = 0; i < page->register_entries->len; i++)
    if (g_str_equal (((BearingsRecord *) page->register_entries->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* A popular sentence about a job stands on the pages of every role that is mapped to the job. */
static void
test_entry_is_met_by_its_occupation (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"Own\",\"version\":\"1.0.0\",\"published\":"
    "\"2026-01-01\",\"publisher\":\"Tests\",\"licence\":\"CC0-1.0\",\"records\":["
    "{\"type\":\"register-entry\",\"id\":\"of-scientists\",\"popular_wording\":\"All go\","
    "\"verdict\":\"untraceable\",\"primary_found\":false,\"met\":[{\"occupation\":\"15-2051.00\"}]}"
    ","
    "{\"type\":\"register-entry\",\"id\":\"of-others\",\"popular_wording\":\"All stay\","
    "\"verdict\":\"untraceable\",\"primary_found\":false,\"met\":[{\"skill\":\"sql\"}]}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "own.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (BearingsSkillPage) page = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  summary = bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                            NULL, NULL, problems, NULL, &error);
  g_assert_no_error (error);
  page = bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_ROLE,
                                          "machine-learning-engineer", "python", &error);
  g_assert_no_error (error);
  g_assert_true (has_entry (page, "of-scientists"));
  g_assert_false (has_entry (page, "of-others"));
}

static void
test_register_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRegisterPage) page =
    bearings_service_claims_get_register_page (fixture->service, "forty-percent", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->claims->len, ==, 1);
}

typedef struct {
  GMainLoop *loop;
  BearingsSkillPage *page;
} Waiting;

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;

  waiting->page =
    bearings_service_skill_page_get_finish (BEARINGS_SERVICE (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
test_asynchronous_is_the_same (Fixture *fixture, gconstpointer data)
{
  Waiting waiting = { g_main_loop_new (NULL, FALSE), NULL };
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", NULL);

  bearings_service_skill_page_get_async (fixture->service, BEARINGS_RECORD_ROLE,
                                         "machine-learning-engineer", "python", NULL, on_page,
                                         &waiting);
  g_main_loop_run (waiting.loop);
  text = bearings_service_text_skill_page_to_json (waiting.page);
  expected = bearings_service_text_skill_page_to_json (page);
  g_assert_cmpstr (text, ==, expected);
  bearings_skill_page_unref (waiting.page);
  g_main_loop_unref (waiting.loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/pages/search", test_search);
  FIXTURE_ADD ("/service/pages/skill-of-a-role", test_skill_page_of_a_role);
  FIXTURE_ADD ("/service/pages/skill-of-an-occupation", test_skill_page_of_an_occupation);
  FIXTURE_ADD ("/service/pages/not-found", test_not_found_names_what_is_missing);
  FIXTURE_ADD ("/service/pages/source", test_source_page);
  FIXTURE_ADD ("/service/pages/career", test_career);
  FIXTURE_ADD ("/service/pages/career-work", test_career_work);
  FIXTURE_ADD ("/service/pages/claim", test_claim_page);
  FIXTURE_ADD ("/service/pages/register", test_register_page);
  FIXTURE_ADD ("/service/pages/entry-of-an-occupation", test_entry_is_met_by_its_occupation);
  FIXTURE_ADD ("/service/pages/asynchronous", test_asynchronous_is_the_same);
  return g_test_run ();
}
