/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page without one piece of its evidence. */

#include <string.h>

#include "bearings-sensitivity.h"

typedef struct {
  BearingsSkillPage page;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  BearingsSkillPage *page = &fixture->page;

  page->skill = bearings_record_new (BEARINGS_RECORD_SKILL);
  page->skill->name = g_strdup ("Python");
  page->role = bearings_record_new (BEARINGS_RECORD_ROLE);
  page->role->title = g_strdup ("Engineer");
  page->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  page->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free);
  page->sources = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->page.evidence);
  g_ptr_array_unref (fixture->page.answers);
  g_hash_table_unref (fixture->page.sources);
  bearings_record_unref (fixture->page.skill);
  bearings_record_unref (fixture->page.role);
}

/* The later the year, the sooner it carries the answer, all else being equal. */
static void
add (Fixture *fixture,
     const char *id,
     BearingsDirectness level,
     BearingsDirection direction,
     BearingsDesign design,
     const char *year,
     const char *study)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup_printf ("Statement of %s.", id);
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = design;
  claim->direction = direction;
  claim->source = g_strdup_printf ("src-%s", id);
  claim->study = g_strdup (study);
  claim->data_year = g_strdup (year);
  claim->peer_reviewed = BEARINGS_YES;
  claim->finding.metric = g_strdup ("difference");
  claim->finding.unit = g_strdup ("percent");
  claim->finding.value = 5;
  g_ptr_array_add (fixture->page.evidence, bearings_evidence_new_claim (claim, level, "reason"));
  bearings_record_unref (claim);
}

static void
add_direct (Fixture *fixture, const char *id, const char *year, const char *study)
{
  add (fixture, id, BEARINGS_DIRECTNESS_DIRECT, BEARINGS_DIRECTION_FAVOURS,
       BEARINGS_DESIGN_OBSERVATIONAL, year, study);
}

static GPtrArray *
list (Fixture *fixture, guint *n_rest)
{
  g_autoptr (GPtrArray) searches = g_ptr_array_new ();

  for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
    g_ptr_array_add (fixture->page.answers,
                     bearings_channel_answer_new (channel, fixture->page.evidence, searches));
  return bearings_sensitivity_list (&fixture->page, n_rest);
}

static void
assert_without (const BearingsSensitivity *one, const char *ids, BearingsEffect effect)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < one->pieces->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            bearings_evidence_get_id (one->pieces->pdata[i]));
  g_assert_cmpstr (text->str, ==, ids);
  g_assert_cmpint (one->effect, ==, effect);
}

static void
test_one_finding_carries_all (Fixture *fixture, gconstpointer data)
{
  guint n_rest;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;

  add_direct (fixture, "only", "2023", NULL);
  add (fixture, "near", BEARINGS_DIRECTNESS_ADJACENT, BEARINGS_DIRECTION_FAVOURS,
       BEARINGS_DESIGN_RCT, "2024", NULL);
  found = list (fixture, &n_rest);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (n_rest, ==, 1);
  assert_without (found->pdata[0], "only", BEARINGS_EFFECT_STATE);
  g_assert_cmpint (((BearingsSensitivity *) found->pdata[0])->after->state, ==,
                   BEARINGS_ANSWER_ADJACENT);
  g_assert_nonnull (((BearingsSensitivity *) found->pdata[0])->sentence);
  text = bearings_sensitivity_text (found->pdata[0]);
  g_assert_cmpstr (text, ==,
                   "Pay would change from “Measured directly” to “Adjacent evidence only”. Nothing "
                   "measures this skill in this career. Nearest: Statement of near.");
}

static void
test_last_finding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  add (fixture, "only", BEARINGS_DIRECTNESS_CONTEXT, BEARINGS_DIRECTION_FAVOURS,
       BEARINGS_DESIGN_RCT, "2024", NULL);
  found = list (fixture, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((BearingsSensitivity *) found->pdata[0])->after->state, ==,
                   BEARINGS_ANSWER_NO_EVIDENCE);
  g_assert_null (((BearingsSensitivity *) found->pdata[0])->after->best);
}

/* Without either of the opposite findings the answer is no longer mixed; without one of two that
 * agree it still is. */
static void
test_mixed (Fixture *fixture, gconstpointer data)
{
  guint n_rest;
  g_autoptr (GPtrArray) found = NULL;

  add_direct (fixture, "for-1", "2021", "a");
  add_direct (fixture, "for-2", "2022", "b");
  add (fixture, "against", BEARINGS_DIRECTNESS_DIRECT, BEARINGS_DIRECTION_AGAINST,
       BEARINGS_DESIGN_OBSERVATIONAL, "2020", "c");
  found = list (fixture, &n_rest);
  g_assert_cmpuint (found->len, ==, 2);
  assert_without (found->pdata[0], "against", BEARINGS_EFFECT_STATE);
  assert_without (found->pdata[1], "for-2", BEARINGS_EFFECT_FIGURE);
  g_assert_cmpuint (n_rest, ==, 1);
}

static void
test_certainty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;

  add (fixture, "trial", BEARINGS_DIRECTNESS_DIRECT, BEARINGS_DIRECTION_FAVOURS,
       BEARINGS_DESIGN_RCT, "2019", NULL);
  add_direct (fixture, "survey", "2023", NULL);
  found = list (fixture, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  assert_without (found->pdata[0], "trial", BEARINGS_EFFECT_CERTAINTY);
  text = bearings_sensitivity_text (found->pdata[0]);
  g_assert_nonnull (strstr (text, "“Low certainty” in place of “High certainty”"));
}

/* Two figures of one study: without one the other carries the answer, without the study nothing. */
static void
test_one_study (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *title = NULL;

  add_direct (fixture, "first", "2022", "study");
  add_direct (fixture, "second", "2023", "study");
  found = list (fixture, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  assert_without (found->pdata[0], "first second", BEARINGS_EFFECT_STATE);
  assert_without (found->pdata[1], "second", BEARINGS_EFFECT_FIGURE);
  title = bearings_sensitivity_title (found->pdata[0], fixture->page.sources);
  g_assert_cmpstr (title, ==, "The 2 findings of src-first together");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  guint n_rest = 9;
  g_autoptr (GPtrArray) found = list (fixture, &n_rest);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (n_rest, ==, 0);
  g_assert_null (bearings_sensitivity_rest_text (0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/model/sensitivity/" name, Fixture, NULL, setup, function, teardown)
  ADD ("one-finding-carries-all", test_one_finding_carries_all);
  ADD ("last-finding", test_last_finding);
  ADD ("mixed", test_mixed);
  ADD ("certainty", test_certainty);
  ADD ("one-study", test_one_study);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
