/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a skill and of a claim decide. */

#include <math.h>
#include <string.h>

#include "bearings-claim-state.h"
#include "bearings-skill-page-state.h"
#include "bearings-text-match.h"

static BearingsClaim *
claim_new (const char *id, int channel, double value)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup_printf ("Größe of %s", id);
  claim->channel = channel;
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->direction = BEARINGS_DIRECTION_FAVOURS;
  claim->source = g_strdup ("src");
  claim->finding.metric = g_strdup ("share");
  claim->finding.unit = g_strdup ("percent");
  claim->finding.value = value;
  if (isnan (value))
    claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  return claim;
}

static void
add (GPtrArray *evidence, BearingsClaim *claim, BearingsDirectness level)
{
  g_ptr_array_add (evidence, bearings_evidence_new_claim (claim, level, "reason"));
  bearings_record_unref (claim);
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
test_direct_channel (void)
{
  g_autoptr (GPtrArray) evidence = list_new ();
  g_autoptr (GPtrArray) searches = g_ptr_array_new ();
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  BearingsChannelView view;

  add (evidence, claim_new ("a", BEARINGS_CHANNEL_USE_AT_WORK, 98.8), BEARINGS_DIRECTNESS_DIRECT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_USE_AT_WORK, evidence, searches);
  bearings_channel_view_init (&view, answer);
  g_assert_true (view.headline);
  g_assert_nonnull (view.figure);
  g_assert_cmpint (view.certainty, !=, 0);
  g_assert_cmpstr (view.counts, ==, "1 direct, 0 adjacent, 0 context");
  bearings_channel_view_clear (&view);
}

static void
test_adjacent_is_no_headline (void)
{
  g_autoptr (GPtrArray) evidence = list_new ();
  g_autoptr (GPtrArray) searches = g_ptr_array_new ();
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  BearingsChannelView view;

  add (evidence, claim_new ("a", BEARINGS_CHANNEL_DEMAND, 34), BEARINGS_DIRECTNESS_ADJACENT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_DEMAND, evidence, searches);
  bearings_channel_view_init (&view, answer);
  g_assert_false (view.headline);
  g_assert_null (view.emphasis);
  bearings_channel_view_clear (&view);
}

static void
test_no_evidence_shows_no_figure (void)
{
  g_autoptr (GPtrArray) evidence = list_new ();
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  BearingsEvidenceSearch *search = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);
  BearingsChannelView view;

  search->record.id = g_strdup ("search");
  search->channel = BEARINGS_CHANNEL_CALLBACKS;
  search->outcome = BEARINGS_MISSING_NOT_FOUND;
  search->searched = g_strdup ("2026-09");
  search->where = g_strdup ("Reviews and field experiments.");
  search->summary = g_strdup ("No randomised study was found.");
  g_ptr_array_add (searches, search);
  add (evidence, claim_new ("a", BEARINGS_CHANNEL_CALLBACKS, 50), BEARINGS_DIRECTNESS_CONTEXT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_CALLBACKS, evidence, searches);
  bearings_channel_view_init (&view, answer);
  g_assert_null (view.figure);
  g_assert_cmpint (view.certainty, ==, 0);
  g_assert_nonnull (strstr (view.searched, "September 2026"));
  g_assert_nonnull (strstr (view.searched, "field experiments"));
  bearings_channel_view_clear (&view);
}

static void
test_filter (void)
{
  g_autoptr (GPtrArray) evidence = list_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) context = NULL;
  g_autofree char *label = bearings_skill_page_state_filter_label (BEARINGS_DIRECTNESS_DIRECT, 8);

  add (evidence, claim_new ("a", BEARINGS_CHANNEL_PAY, 1), BEARINGS_DIRECTNESS_DIRECT);
  add (evidence, claim_new ("b", BEARINGS_CHANNEL_PAY, 2), BEARINGS_DIRECTNESS_CONTEXT);
  add (evidence, claim_new ("c", BEARINGS_CHANNEL_PAY, NAN), BEARINGS_DIRECTNESS_CONTEXT);
  all = bearings_skill_page_state_filter_evidence (evidence, 0);
  context = bearings_skill_page_state_filter_evidence (evidence, BEARINGS_DIRECTNESS_CONTEXT);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (context->len, ==, 2);
  g_assert_cmpstr (bearings_evidence_get_id (context->pdata[0]), ==, "b");
  g_assert_cmpstr (label, ==, "Direct (8)");

  g_assert_cmpint (bearings_skill_page_state_first_filter (1, 5, 9), ==,
                   BEARINGS_DIRECTNESS_DIRECT);
  g_assert_cmpint (bearings_skill_page_state_first_filter (0, 5, 9), ==,
                   BEARINGS_DIRECTNESS_ADJACENT);
  g_assert_cmpint (bearings_skill_page_state_first_filter (0, 0, 9), ==,
                   BEARINGS_DIRECTNESS_CONTEXT);
  g_assert_cmpint (bearings_skill_page_state_first_filter (0, 0, 0), ==, 0);
}

static void
test_words (void)
{
  g_auto (GStrv) found = bearings_text_match_search_words (" GRÖSSE  noy ");
  g_auto (GStrv) missed = bearings_text_match_search_words ("grösse absent");

  g_assert_null (bearings_text_match_search_words ("  "));
  g_assert_true (bearings_text_match_has_words ("Noy: die Grösse", (const char *const *) found));
  g_assert_false (bearings_text_match_has_words ("Noy: die Grösse", (const char *const *) missed));
}

static void
test_replication (void)
{
  BearingsReplication replication = { .count = BEARINGS_INTEGER_ABSENT };
  g_autofree char *unknown = bearings_claim_state_replication_text (&replication);
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  /* Not searched and not found are different answers. */
  replication.count = 0;
  none = bearings_claim_state_replication_text (&replication);
  g_assert_cmpstr (unknown, !=, none);
  replication.count = 1;
  one = bearings_claim_state_replication_text (&replication);
  g_assert_cmpstr (one, ==, "1 replication or related study");
}

/* Studies that found otherwise stand first, each with the sentence of its claim. */
static void
test_studies (void)
{
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (BearingsClaim) other = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autofree char *none = bearings_claim_state_studies_text (&claim->replication, claims);
  g_autofree char *text = NULL;
  const struct {
    BearingsReplicationKind kind;
    const char *claim, *url;
  } studies[] = { { BEARINGS_REPLICATION_EXACT, NULL, "https://example.org/" },
                  { BEARINGS_REPLICATION_CONTRARY, "other", NULL } };

  g_assert_null (none);
  other->record.id = g_strdup ("other");
  other->statement = g_strdup ("It makes no difference.");
  g_ptr_array_add (claims, other);
  for (guint i = 0; i < G_N_ELEMENTS (studies); i++) {
    BearingsReplicationStudy *study = bearings_record_struct_new (&bearings_replication_study_type);
    study->kind = studies[i].kind;
    study->claim = g_strdup (studies[i].claim);
    study->url = g_strdup (studies[i].url);
    g_ptr_array_add (claim->replication.studies, study);
  }
  text = bearings_claim_state_studies_text (&claim->replication, claims);
  g_assert_cmpstr (text, ==,
                   "Found otherwise: It makes no difference.\n"
                   "Found the same in the same way: https://example.org/");
}

static void
test_directness_rows (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  BearingsClaimDirectness row = { .skill = (char *) "python", .role = (char *) "mle" };
  BearingsRecordKind kind;
  const char *id, *second;
  g_autofree char *both = NULL;
  g_autofree char *skill = NULL;

  g_hash_table_insert (titles, (char *) "python", (char *) "Python");
  g_hash_table_insert (titles, (char *) "mle", (char *) "Machine Learning Engineer");
  both = bearings_claim_state_directness_subject (&row, titles);
  g_assert_cmpstr (both, ==, "Python for Machine Learning Engineer");
  g_assert_true (bearings_claim_state_directness_target (&row, &kind, &id, &second));
  g_assert_cmpint (kind, ==, BEARINGS_RECORD_ROLE);
  g_assert_cmpstr (id, ==, "mle");
  g_assert_cmpstr (second, ==, "python");

  row.role = NULL;
  skill = bearings_claim_state_directness_subject (&row, titles);
  g_assert_cmpstr (skill, ==, "Python, in any career");
  g_assert_false (bearings_claim_state_directness_target (&row, &kind, &id, &second));
}

static void
test_tristate (void)
{
  g_assert_cmpstr (bearings_claim_state_tristate_text (BEARINGS_YES), ==, "Yes");
  g_assert_cmpstr (bearings_claim_state_tristate_text (BEARINGS_NO), ==, "No");
  g_assert_cmpstr (bearings_claim_state_tristate_text (BEARINGS_UNKNOWN), ==,
                   "not stated by the source");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skill-page-state/direct-channel", test_direct_channel);
  g_test_add_func ("/skill-page-state/adjacent-is-no-headline", test_adjacent_is_no_headline);
  g_test_add_func ("/skill-page-state/no-evidence-no-figure", test_no_evidence_shows_no_figure);
  g_test_add_func ("/skill-page-state/filter", test_filter);
  g_test_add_func ("/claim-state/studies", test_studies);
  g_test_add_func ("/claim-state/search", test_words);
  g_test_add_func ("/claim-state/replication", test_replication);
  g_test_add_func ("/claim-state/directness-rows", test_directness_rows);
  g_test_add_func ("/claim-state/tristate", test_tristate);
  return g_test_run ();
}
