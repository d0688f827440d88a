/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any occupation or role and any skill of the shipped data have a page, most of them thin. */

#include <glib/gstdio.h>
#include <string.h>

#include "bearings-sensitivity.h"
#include "bearings-service-career.h"
#include "bearings-service-search.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "bearings-service.h"

#define OCCUPATION_PAIRS 250
#define ROLE_PAIRS 150

typedef struct {
  char *folder;
  BearingsService *service;
  GPtrArray *careers; /* BearingsHit */
  GPtrArray *skills;  /* char * */
} Fixture;

static void
add_skills (Fixture *fixture, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (fixture->skills,
                     g_strdup (((BearingsCareerSkill *) rows->pdata[i])->skill->record.id));
}

/* Skills of careers far apart: technologies, skills and knowledge of every kind. */
static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->folder = g_dir_make_tmp ("bearings-pairs-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
  fixture->careers = bearings_service_search_list_careers (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->careers->len, >, 1000);
  fixture->skills = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fixture->careers->len; i += 40) {
    BearingsHit *hit = fixture->careers->pdata[i];
    g_autoptr (BearingsCareer) career = bearings_service_career_get (
      fixture->service, bearings_hit_get_kind (hit), bearings_hit_get_id (hit), &error);

    g_assert_no_error (error);
    add_skills (fixture, career->technologies);
    add_skills (fixture, career->ratings);
  }
  g_assert_cmpuint (fixture->skills->len, >, 500);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "catalogue.db", "catalogue.db-wal", "catalogue.db-shm",
                                       "people.db",    "people.db-wal",    "people.db-shm" };

  g_clear_object (&fixture->service);
  g_ptr_array_unref (fixture->careers);
  g_ptr_array_unref (fixture->skills);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* What has to hold on every page. TRUE when nothing on it is direct. */
static gboolean
check_page (BearingsService *service,
            BearingsRecordKind kind,
            const char *career,
            const char *skill)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page =
    bearings_service_skill_page_get (service, kind, career, skill, &error);
  g_autofree char *question = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  question = bearings_skill_page_question (page);
  g_assert_true (g_str_has_suffix (question, "?"));
  answer = bearings_answer_text (page->answers, page->skill->name,
                                 bearings_skill_page_career_title (page));
  g_assert_cmpstr (answer, !=, "");
  /* In words alone: every figure stands below with its error and its source. */
  g_assert_null (strstr (answer, "%"));
  g_assert_cmpuint (page->answers->len, ==, BEARINGS_CHANNEL_PAGE_LAST);
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *channel = page->answers->pdata[i];
    g_autofree char *sentence = bearings_channel_answer_text (channel);

    g_assert_cmpstr (sentence, !=, "");
    if (channel->n_direct > 0)
      g_assert_cmpint (channel->state, <=, BEARINGS_ANSWER_MIXED);
    if (channel->state == BEARINGS_ANSWER_NO_EVIDENCE) {
      /* No evidence is an answer when it says when and where it was looked for. */
      g_autofree char *searched = bearings_answer_evidence_search_text (channel->search);
      g_assert_nonnull (searched);
      g_assert_nonnull (channel->search->searched);
    } else {
      g_assert_nonnull (channel->best);
      g_assert_true (
        g_hash_table_contains (page->sources, bearings_evidence_get_source_id (channel->best)));
    }
  }
  changes = bearings_sensitivity_list (page, NULL);
  text = bearings_service_text_skill_page_to (page, 80);
  g_assert_nonnull (strstr (text, answer[0] != '\0' ? page->skill->name : "?"));
  return page->n_direct == 0;
}

static void
test_occupations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_thin = 0;

  for (guint i = 0; i < OCCUPATION_PAIRS;) {
    BearingsHit *hit =
      fixture->careers->pdata[g_rand_int_range (rand, 0, (gint32) fixture->careers->len)];
    const char *skill =
      fixture->skills->pdata[g_rand_int_range (rand, 0, (gint32) fixture->skills->len)];

    if (bearings_hit_get_kind (hit) != BEARINGS_RECORD_OCCUPATION)
      continue;
    n_thin +=
      check_page (fixture->service, BEARINGS_RECORD_OCCUPATION, bearings_hit_get_id (hit), skill);
    i++;
  }
  g_test_message ("%u of %u pages have nothing direct", n_thin, OCCUPATION_PAIRS);
  g_assert_cmpuint (n_thin, >, OCCUPATION_PAIRS / 4);
  g_assert_cmpuint (n_thin, <, OCCUPATION_PAIRS);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  for (guint i = 0; i < fixture->careers->len; i++)
    if (bearings_hit_get_kind (fixture->careers->pdata[i]) == BEARINGS_RECORD_ROLE)
      g_ptr_array_add (roles, fixture->careers->pdata[i]);
  g_assert_cmpuint (roles->len, >=, 10);
  for (guint i = 0; i < ROLE_PAIRS; i++)
    check_page (fixture->service, BEARINGS_RECORD_ROLE,
                bearings_hit_get_id (roles->pdata[i % roles->len]),
                fixture->skills->pdata[g_rand_int_range (rand, 0, (gint32) fixture->skills->len)]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/service/pairs/occupations", Fixture, NULL, setup, test_occupations, teardown);
  g_test_add ("/service/pairs/roles", Fixture, NULL, setup, test_roles, teardown);
  return g_test_run ();
}
