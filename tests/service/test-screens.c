/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen value holds every record that its screen names: in all that ships. */

#include <math.h>

#include "bearings-service-career.h"
#include "bearings-service-claims.h"
#include "bearings-service-clients.h"
#include "bearings-service-packs.h"
#include "bearings-service-plan.h"
#include "bearings-service-quality.h"
#include "bearings-service-result.h"
#include "bearings-service-search.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "service-fixture.h"

static void
shipped_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->folder = g_dir_make_tmp ("bearings-screens-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
}

static void
assert_holds (GHashTable *records, const GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    const BearingsRecord *record = g_hash_table_lookup (records, ids->pdata[i]);

    g_assert_nonnull (record);
    g_assert_cmpstr (record->id, ==, ids->pdata[i]);
  }
}

static guint
assert_literatures (const GPtrArray *literatures, GHashTable *claims, GHashTable *sources)
{
  for (guint i = 0; i < literatures->len; i++) {
    const BearingsLiterature *literature = literatures->pdata[i];

    assert_holds (claims, literature->claims);
    assert_holds (sources, literature->sources);
  }
  return literatures->len;
}

static void
test_skill_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) careers = bearings_service_search_list_careers (fixture->service, &error);
  guint n_readings = 0, n_literatures = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < careers->len; i++) {
    g_autoptr (BearingsSkillPage) page = NULL;

    if (bearings_hit_get_kind (careers->pdata[i]) != BEARINGS_RECORD_ROLE)
      continue;
    page =
      bearings_service_skill_page_get (fixture->service, BEARINGS_RECORD_ROLE,
                                       bearings_hit_get_id (careers->pdata[i]), "python", &error);
    g_assert_no_error (error);
    for (guint j = 0; j < page->readings->len; j++, n_readings++)
      assert_holds (page->claims, ((BearingsReading *) page->readings->pdata[j])->claims);
    n_literatures += assert_literatures (page->literatures, page->claims, page->sources);
  }
  g_assert_cmpuint (n_readings, >, 0);
  g_assert_cmpuint (n_literatures, >, 0);
}

static void
test_claim_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);
  guint n_literatures = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < claims->len; i++) {
    const BearingsRecord *claim = claims->pdata[i];
    g_autoptr (BearingsClaimPage) page =
      bearings_service_claims_get_page (fixture->service, claim->id, &error);

    g_assert_no_error (error);
    n_literatures += assert_literatures (page->literatures, page->claims, page->sources);
    for (guint j = 0; j < page->literatures->len; j++)
      g_assert_true (g_ptr_array_find_with_equal_func (
        ((BearingsLiterature *) page->literatures->pdata[j])->claims, claim->id, g_str_equal,
        NULL));
  }
  g_assert_cmpuint (n_literatures, >, 0);
}

static void
test_careers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsCareer) career = bearings_service_career_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", &error);
  g_autoptr (GPtrArray) packs = bearings_service_packs_list (fixture->service, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (career->packs->len, ==, packs->len);
  g_assert_cmpuint (career->register_entries->len, >, 0);
}

static void
append (Fixture *fixture,
        const char *sitting_info,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, -1);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (fixture->service, sitting_info, entry, &error);
  g_assert_no_error (error);
}

static char *
sit (Fixture *fixture, gboolean finish)
{
  g_autoptr (GError) error = NULL;
  char *sitting_info = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "python-skill", .length = BEARINGS_LENGTH_SHORT },
    &error);
  g_autoptr (BearingsSitting) sitting = NULL;

  g_assert_no_error (error);
  sitting = bearings_service_sittings_resume (fixture->service, sitting_info, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;

    if (item->kind == BEARINGS_ITEM_SELF_REPORT)
      append (fixture, sitting_info, BEARINGS_ENTRY_ANSWERED, item->record.id, "anchor:2");
  }
  if (finish)
    append (fixture, sitting_info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  return sitting_info;
}

static void
assert_cited (GHashTable *sources, const char *id)
{
  if (id != NULL)
    g_assert_nonnull (g_hash_table_lookup (sources, id));
}

static void
test_result (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = sit (fixture, TRUE);
  g_autofree char *sitting_info = sit (fixture, TRUE);
  g_autofree char *open = sit (fixture, FALSE);
  g_autoptr (BearingsResultScreen) screen = bearings_service_result_get_screen (
    fixture->service, sitting_info, "mabe-west-self-eval", &error);
  g_autoptr (BearingsResultScreen) unfinished = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (screen->roles->len, >, 0);
  for (guint i = 0; i < screen->roles->len; i++)
    g_assert_cmpint (bearings_hit_get_kind (screen->roles->pdata[i]), ==, BEARINGS_RECORD_ROLE);
  g_assert_cmpstr (screen->self_ratings->record.id, ==, "mabe-west-self-eval");
  assert_cited (screen->sources, screen->self_ratings->source);
  g_assert_cmpuint (screen->learning->len, >, 0);
  for (guint i = 0; i < screen->learning->len; i++)
    assert_cited (screen->sources, ((BearingsClaim *) screen->learning->pdata[i])->source);
  for (guint i = 0; i < screen->result->placements->len; i++)
    assert_cited (screen->sources,
                  ((BearingsPlacement *) screen->result->placements->pdata[i])->sample->source);
  g_assert_cmpstr (screen->earlier->info->id, ==, before);
  g_assert_no_error (screen->no_earlier);
  g_assert_nonnull (screen->rescore);
  g_assert_no_error (screen->no_rescore);
  g_assert_false (screen->joined);

  /* A claim that is not installed is no fault; a sitting that goes on is not scored anew. */
  unfinished = bearings_service_result_get_screen (fixture->service, open, "no-such-claim", &error);
  g_assert_no_error (error);
  g_assert_null (unfinished->self_ratings);
  g_assert_null (unfinished->rescore);
  g_assert_null (bearings_service_result_get_screen (fixture->service, "no-such-sitting",
                                                     "no-such-claim", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

static void
test_results_of (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *finished = sit (fixture, TRUE);
  g_autofree char *open = sit (fixture, FALSE);
  g_autoptr (GPtrArray) results =
    bearings_service_clients_list_results_of (fixture->service, NULL, TRUE, &error);
  g_autoptr (GPtrArray) sittings =
    bearings_service_clients_list_results_of (fixture->service, NULL, FALSE, &error);
  const BearingsStoredResult *stored;

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  stored = results->pdata[0];
  g_assert_cmpstr (stored->info->id, ==, finished);
  g_assert_cmpstr (stored->result->info->id, ==, finished);
  g_assert_null (stored->message);
  g_assert_cmpuint (sittings->len, ==, 1);
  stored = sittings->pdata[0];
  g_assert_cmpstr (stored->info->id, ==, open);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPlan) plan =
    bearings_service_plan_get (fixture->service, "machine-learning-engineer", NULL, &error);
  g_autoptr (BearingsPlan) copy = NULL;
  BearingsPlanSkill *skill;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->learning->len, >, 0);
  for (guint i = 0; i < plan->learning->len; i++)
    assert_cited (plan->sources, ((BearingsClaim *) plan->learning->pdata[i])->source);
  for (guint i = 0; i < plan->skills->len; i++) {
    skill = plan->skills->pdata[i];
    if (skill->posting != NULL)
      assert_cited (plan->sources, skill->posting->source);
    if (skill->use != NULL)
      assert_cited (plan->sources, skill->use->source);
  }
  /* What is wished later is not in what was copied. */
  copy = bearings_plan_copy (plan);
  skill = plan->skills->pdata[0];
  skill->wish = 1;
  plan->aim = 0;
  g_assert_cmpuint (copy->skills->len, ==, plan->skills->len);
  g_assert_true (isnan (((BearingsPlanSkill *) copy->skills->pdata[0])->wish));
  g_assert_cmpuint (copy->aim, ==, 2);
}

static void
test_quality (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsQuality) quality =
    bearings_service_quality_get (fixture->service, "python-skill", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (quality->rule);
  assert_cited (quality->sources, quality->rule->source);
  for (guint i = 0; i < quality->stated->len; i++)
    assert_cited (quality->sources,
                  ((BearingsReferenceSample *) quality->stated->pdata[i])->source);
}

#define SCREEN_ADD(name, func)                                                                     \
  g_test_add (name, Fixture, NULL, shipped_setup, func, fixture_teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCREEN_ADD ("/service/screens/skill-pages", test_skill_pages);
  SCREEN_ADD ("/service/screens/claim-pages", test_claim_pages);
  SCREEN_ADD ("/service/screens/careers", test_careers);
  SCREEN_ADD ("/service/screens/result", test_result);
  SCREEN_ADD ("/service/screens/results-of", test_results_of);
  SCREEN_ADD ("/service/screens/plan", test_plan);
  SCREEN_ADD ("/service/screens/quality", test_quality);
  return g_test_run ();
}
