/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers over everything that ships: none is like another, each opens its claim. */

#include <glib/gstdio.h>
#include <string.h>

#include "bearings-questions.h"
#include "bearings-service-career.h"
#include "bearings-service-claims.h"
#include "bearings-service-questions.h"
#include "bearings-service-search.h"
#include "bearings-service-skill-page.h"
#include "bearings-service.h"

#define EVERY_CAREER 331 /* of the occupations, one in so many, with all their skills */

typedef struct {
  char *folder;
  BearingsService *service;
  GHashTable *texts;  /* folded question or answer -> id of the question */
  GHashTable *pairs;  /* question and answer at full length, by id */
  GHashTable *opened; /* kind and id of the records that are there */
  guint n_questions, n_pages;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->folder = g_dir_make_tmp ("bearings-questions-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
  fixture->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fixture->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fixture->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->service);
  g_hash_table_unref (fixture->texts);
  g_hash_table_unref (fixture->pairs);
  g_hash_table_unref (fixture->opened);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The text belongs to this question alone, in the whole catalogue. */
static void
check_text (Fixture *fixture, const BearingsQuestion *question, const char *text)
{
  char *folded = bearings_question_fold (text);
  const char *other = g_hash_table_lookup (fixture->texts, folded);

  if (other != NULL && g_strcmp0 (other, question->id) != 0) {
    g_test_fail_printf ("%s and %s are alike: “%s”", other, question->id, text);
    g_free (folded);
    return;
  }
  g_hash_table_replace (fixture->texts, folded, g_strdup (question->id));
}

/* The same question says the same wherever it is asked. Whether it was asked before. */
static gboolean
check_same (Fixture *fixture, const BearingsQuestion *question)
{
  g_autofree char *both = g_strdup_printf ("%s\n%s", question->question, question->answer);
  const char *before = g_hash_table_lookup (fixture->pairs, question->id);

  if (before != NULL)
    g_assert_cmpstr (before, ==, both);
  else
    g_hash_table_insert (fixture->pairs, g_strdup (question->id), g_steal_pointer (&both));
  return before != NULL;
}

/* What the answer opens is there. Thousands of pages name the same claims. */
static void
check_opens (Fixture *fixture, const BearingsQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRecord) record = NULL;
  g_autofree char *key = g_strdup_printf ("%d %s", question->opens, question->record);

  if (!g_hash_table_add (fixture->opened, g_steal_pointer (&key)))
    return;
  record =
    bearings_service_get_record (fixture->service, question->opens, question->record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
}

static void
check (Fixture *fixture, GPtrArray *questions)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);

  fixture->n_pages++;
  for (guint i = 0; i < questions->len; i++) {
    const BearingsQuestion *question = questions->pdata[i];

    fixture->n_questions++;
    check_opens (fixture, question);
    g_assert_true (g_hash_table_add (here, question->id));
    g_assert_true (g_str_has_suffix (question->question, "?"));
    g_assert_null (strstr (question->answer, "(null)"));
    g_assert_null (strstr (question->answer, ".."));
    if (check_same (fixture, question))
      continue;
    check_text (fixture, question, question->question);
    check_text (fixture, question, question->answer);
  }
}

static void
check_career (Fixture *fixture, BearingsRecordKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCareer) career =
    bearings_service_career_get (fixture->service, kind, id, &error);
  GPtrArray *lists[2];

  g_assert_no_error (error);
  lists[0] = career->technologies;
  lists[1] = career->ratings;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++) {
      const BearingsCareerSkill *row = lists[i]->pdata[j];
      g_autoptr (GPtrArray) questions = NULL;
      g_autoptr (BearingsSkillPage) page =
        bearings_service_skill_page_get (fixture->service, kind, id, row->skill->record.id, &error);

      g_assert_no_error (error);
      questions = bearings_questions_of_skill_page (page);
      g_assert_cmpuint (questions->len, >, 0);
      check (fixture, questions);
    }
}

/* Every claim, every skill of every role, and of one occupation in so many. */
static void
test_no_two_alike (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);
  g_autoptr (GPtrArray) careers = bearings_service_search_list_careers (fixture->service, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, >, 100);
  for (guint i = 0; i < claims->len; i++) {
    const BearingsClaim *claim = claims->pdata[i];
    g_autoptr (BearingsClaimPage) page =
      bearings_service_claims_get_page (fixture->service, claim->record.id, &error);
    g_autoptr (GPtrArray) questions = NULL;

    g_assert_no_error (error);
    questions = bearings_questions_of_claim_page (page);
    g_assert_cmpuint (questions->len, >=, 3);
    for (guint j = 0; j < questions->len; j++)
      g_assert_cmpstr (((BearingsQuestion *) questions->pdata[j])->record, ==, claim->record.id);
    check (fixture, questions);
  }
  for (guint i = 0, n = 0; i < careers->len; i++) {
    BearingsHit *hit = careers->pdata[i];
    BearingsRecordKind kind = bearings_hit_get_kind (hit);

    if (kind == BEARINGS_RECORD_ROLE || n++ % EVERY_CAREER == 0)
      check_career (fixture, kind, bearings_hit_get_id (hit));
  }
  g_test_message ("%u pages, %u questions, %u different", fixture->n_pages, fixture->n_questions,
                  g_hash_table_size (fixture->pairs));
  g_assert_cmpuint (fixture->n_pages, >, 500);
}

/* The page that inspired the rest: what it asks, and that every claim on it is asked about. */
static void
test_python_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error);
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GHashTable) opened = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  const BearingsQuestion *first;

  g_assert_no_error (error);
  questions = bearings_questions_of_skill_page (page);
  first = questions->pdata[0];
  g_assert_cmpint (first->kind, ==, BEARINGS_QUESTION_CHANNEL);
  g_assert_nonnull (strstr (first->answer, "424 of 571"));
  for (guint i = 0; i < questions->len; i++)
    g_hash_table_add (opened, ((BearingsQuestion *) questions->pdata[i])->record);
  for (guint i = 0; i < page->evidence->len; i++) {
    const BearingsClaim *claim = bearings_evidence_get_claim (page->evidence->pdata[i]);
    if (claim != NULL)
      g_assert_true (g_hash_table_contains (opened, claim->record.id));
  }
  json = bearings_service_questions_to_json (questions);
  g_assert_nonnull (strstr (json, "\"nearness\""));
  text = bearings_service_questions_to_text ("Python", questions, 100);
  g_assert_nonnull (strstr (text, "[claim noy-zhang-time]"));
}

static void
test_fold (void)
{
  g_autofree char *a = bearings_question_fold ("How sure is “Größe”, 12 %?");
  g_autofree char *b = bearings_question_fold ("12 — how SURE is GROSSE");
  g_autofree char *c = bearings_question_fold ("Is C asked for?");
  g_autofree char *cpp = bearings_question_fold ("Is C++ asked for?");
  g_autofree char *sharp = bearings_question_fold ("Is C# asked for?");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (c, !=, cpp);
  g_assert_cmpstr (c, !=, sharp);
  g_assert_cmpstr (cpp, !=, sharp);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/fold", test_fold);
  g_test_add ("/questions/no-two-alike", Fixture, NULL, setup, test_no_two_alike, teardown);
  g_test_add ("/questions/python-page", Fixture, NULL, setup, test_python_page, teardown);
  return g_test_run ();
}
