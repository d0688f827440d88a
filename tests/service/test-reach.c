/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the shipped claims and counts stand on the pages of ordinary jobs, and as what. */

#include <glib/gstdio.h>

#include "bearings-service-skill-page.h"
#include "bearings-service.h"

typedef struct {
  char *folder;
  BearingsService *service;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->folder = g_dir_make_tmp ("bearings-reach-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->service);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static BearingsSkillPage *
page_for (Fixture *fixture, BearingsRecordKind kind, const char *career, const char *skill)
{
  g_autoptr (GError) error = NULL;
  BearingsSkillPage *page =
    bearings_service_skill_page_get (fixture->service, kind, career, skill, &error);

  g_assert_no_error (error);
  return page;
}

/* As what a piece of evidence stands on the page; 0 when it does not. */
static int
level_of (const BearingsSkillPage *page, const char *id)
{
  for (guint i = 0; i < page->evidence->len; i++)
    if (g_str_equal (bearings_evidence_get_id (page->evidence->pdata[i]), id))
      return (int) bearings_evidence_get_directness (page->evidence->pdata[i]);
  return 0;
}

static void
assert_reached (const BearingsSkillPage *page)
{
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *answer = page->answers->pdata[i];
    if (answer->channel != BEARINGS_CHANNEL_USE_AT_WORK)
      g_assert_cmpuint (answer->n_direct + answer->n_adjacent + answer->n_context, >, 0);
  }
}

static void
test_nurse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillPage) page =
    page_for (fixture, BEARINGS_RECORD_OCCUPATION, "29-1141.00", "2.A.1.b");

  assert_reached (page);
  g_assert_cmpint (level_of (page, "29-1141.00/2.A.1.b"), ==, BEARINGS_DIRECTNESS_DIRECT);
  g_assert_cmpint (level_of (page, "bls-registered-nurses-2024"), ==, BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (page, "weidmann-deming-team-players"), ==,
                   BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (page, "latimier-spaced-retrieval"), ==, BEARINGS_DIRECTNESS_CONTEXT);
  g_assert_cmpint (level_of (page, "bls-truck-drivers-2024"), ==, 0);
  g_assert_cmpint (level_of (page, "metr-2025-slowdown"), ==, 0);
}

static void
test_chef (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillPage) page =
    page_for (fixture, BEARINGS_RECORD_OCCUPATION, "35-1011.00", "python");

  assert_reached (page);
  g_assert_cmpuint (page->n_direct, ==, 0);
  g_assert_cmpint (level_of (page, "stackoverflow-2025-python"), ==, BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (page, "metr-2025-slowdown"), ==, BEARINGS_DIRECTNESS_CONTEXT);
  g_assert_cmpint (level_of (page, "gdpr-art-22"), ==, BEARINGS_DIRECTNESS_CONTEXT);
}

static void
test_engineer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillPage) page =
    page_for (fixture, BEARINGS_RECORD_ROLE, "software-engineer", "structured-query-language-sql");

  assert_reached (page);
  g_assert_cmpint (level_of (page, "metr-2025-slowdown"), ==, BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (page, "pay-python-software-engineer"), ==,
                   BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (
    level_of (page, "software-engineer/structured-query-language-sql/kaggle-2022/2022"), ==,
    BEARINGS_DIRECTNESS_DIRECT);
  g_assert_cmpuint (page->n_listed, >, 100);
  g_assert_cmpuint (page->n_lists, ==, 923);
}

static void
test_accountant (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillPage) page =
    page_for (fixture, BEARINGS_RECORD_OCCUPATION, "13-2011.00", "microsoft-excel");

  assert_reached (page);
  g_assert_cmpint (level_of (page, "13-2011.00/microsoft-excel/usajobs-questionnaires-2025"), ==,
                   BEARINGS_DIRECTNESS_DIRECT);
  g_assert_cmpint (level_of (page, "falck-ict-skills"), ==, BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (page, "burning-glass-spreadsheets"), ==, BEARINGS_DIRECTNESS_CONTEXT);
}

/* What a word of a vacancy stands for only in part is near, not direct; nothing is named "0 times"
 * in silence. */
static void
test_vacancies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillPage) writing =
    page_for (fixture, BEARINGS_RECORD_OCCUPATION, "33-3051.00", "2.A.1.c");
  g_autoptr (BearingsSkillPage) cook =
    page_for (fixture, BEARINGS_RECORD_OCCUPATION, "35-2012.00", "python");

  g_assert_cmpint (level_of (writing, "33-3051.00/2.A.1.c/usajobs-questionnaires-2025"), ==,
                   BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (level_of (cook, "35-2012.00/python/usajobs-questionnaires-2025"), ==,
                   BEARINGS_DIRECTNESS_DIRECT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/service/reach/" name, Fixture, NULL, setup, function, teardown)
  TEST ("nurse", test_nurse);
  TEST ("chef", test_chef);
  TEST ("engineer", test_engineer);
  TEST ("accountant", test_accountant);
  TEST ("vacancies", test_vacancies);
  return g_test_run ();
}
