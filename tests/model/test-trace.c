/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a sentence to its primary source. */

#include <math.h>
#include <string.h>

#include "bearings-trace.h"

static GPtrArray *
hops_new (void)
{
  return g_ptr_array_new_with_free_func (bearings_record_unref);
}

static BearingsTraceHop *
add_hop (GPtrArray *hops, const char *who, BearingsHopPart part)
{
  BearingsTraceHop *hop = bearings_record_new (BEARINGS_RECORD_TRACE_HOP);

  hop->record.id = g_strdup (who);
  hop->position = hops->len + 1;
  hop->who = g_strdup (who);
  hop->wording = g_strdup_printf ("What %s says.", who);
  hop->part = part;
  g_ptr_array_add (hops, hop);
  return hop;
}

static BearingsSource *
add_source (GHashTable *sources, const char *id)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (id);
  source->title = g_strdup ("A title");
  source->url = g_strdup ("https://example.org/");
  g_ptr_array_add (source->authors, g_strdup ("Author, An"));
  source->issued = g_strdup ("2020");
  g_hash_table_insert (sources, source->record.id, source);
  return source;
}

static GHashTable *
sources_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
}

static BearingsClaim *
claim_new (void)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup ("claim");
  claim->statement = g_strdup ("26% of jobs could be transformed.");
  claim->source = g_strdup ("src");
  claim->hedge = BEARINGS_HEDGE_POSSIBLE;
  claim->finding.value = 26;
  claim->finding.unit = g_strdup ("percent");
  return claim;
}

static const BearingsTraceStep *
step (const GPtrArray *steps, guint i)
{
  g_assert_cmpuint (i, <, steps->len);
  return steps->pdata[i];
}

static void
assert_difference (const BearingsTraceStep *of, guint i, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, of->differences->len);
  text = bearings_trace_difference_text (of->differences->pdata[i]);
  g_assert_cmpstr (text, ==, expected);
}

/* Every claim leads at least from its sentence to the record of its source. */
static void
test_claim_without_hops (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsTrace) trace = NULL;
  g_autoptr (BearingsTrace) quoted = NULL;
  g_autofree char *summary = NULL;

  add_source (sources, "src");
  trace = bearings_trace_new_for_claim (claim, hops, sources);
  g_assert_cmpuint (trace->steps->len, ==, 2);
  g_assert_cmpint (step (trace->steps, 0)->kind, ==, BEARINGS_STEP_SENTENCE);
  g_assert_cmpstr (step (trace->steps, 0)->text, ==, claim->statement);
  g_assert_null (step (trace->steps, 0)->rests_on); /* no words to compare with */
  g_assert_cmpint (step (trace->steps, 1)->kind, ==, BEARINGS_STEP_SOURCE);
  g_assert_cmpstr (step (trace->steps, 1)->source->record.id, ==, "src");
  g_assert_cmpstr (step (trace->steps, 1)->url, ==, "https://example.org/");
  g_assert_cmpuint (step (trace->steps, 1)->quotes->len, ==, 0);
  g_assert_true (trace->origin_found);

  /* A few quoted words are shown beside our sentence, and not taken for all that the source says.
   */
  g_ptr_array_add (claim->quotes, g_strdup ("likely to be"));
  quoted = bearings_trace_new_for_claim (claim, hops, sources);
  g_assert_cmpstr (step (quoted->steps, 1)->quotes->pdata[0], ==, "likely to be");
  g_assert_null (step (quoted->steps, 0)->rests_on);
  summary = bearings_trace_summary (quoted);
  g_assert_nonnull (strstr (summary, "nothing to compare"));
}

static void
test_claim_with_hops (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsTrace) trace = NULL;
  BearingsTraceHop *hop;
  const BearingsTraceStep *page;

  add_source (sources, "src");
  hop = add_hop (hops, "report", BEARINGS_HOP_PRIMARY);
  hop->source = g_strdup ("src");
  hop->hedge = BEARINGS_HEDGE_POSSIBLE;
  hop->hedge_words = g_strdup ("could be");
  hop->number = 26;
  hop->unit = g_strdup ("percent of postings");
  add_hop (hops, "press", BEARINGS_HOP_RETELLING);
  add_hop (hops, "critic", BEARINGS_HOP_INQUIRY);
  hop = add_hop (hops, "page", BEARINGS_HOP_RETELLING);
  hop->rests_on = 1;
  hop->hedge = BEARINGS_HEDGE_EXPECTED;
  hop->hedge_words = g_strdup ("likely to be");

  trace = bearings_trace_new_for_claim (claim, hops, sources);
  g_assert_cmpuint (trace->steps->len, ==, 2);
  g_assert_cmpstr (step (trace->steps, 1)->hop->who, ==, "report");
  g_assert_cmpuint (step (trace->steps, 0)->differences->len, ==, 0);
  g_assert_cmpstr (step (trace->steps, 0)->rests_on, ==, "undated · report");
  g_assert_cmpuint (trace->retellings->len, ==, 2);
  page = step (trace->retellings, 0); /* latest first */
  g_assert_cmpstr (page->rests_on, ==, "undated · report");
  assert_difference (page, 0, "Hedge strengthened: “could be” → “likely to be”");
  /* The press page has nothing to compare but its name. */
  g_assert_false (step (trace->retellings, 1)->comparable);
  g_assert_true (page->comparable);
  g_assert_cmpuint (trace->beside->len, ==, 1);
  g_assert_null (step (trace->beside, 0)->rests_on);
}

static void
test_rests_on (void)
{
  g_autoptr (GPtrArray) hops = hops_new ();

  add_hop (hops, "related", BEARINGS_HOP_RELATED);
  add_hop (hops, "primary", BEARINGS_HOP_PRIMARY);
  add_hop (hops, "retelling", BEARINGS_HOP_RETELLING);
  add_hop (hops, "version", BEARINGS_HOP_VERSION);
  add_hop (hops, "inquiry", BEARINGS_HOP_INQUIRY);
  add_hop (hops, "late", BEARINGS_HOP_RETELLING);
  add_hop (hops, "named", BEARINGS_HOP_RETELLING)->rests_on = 1;
  add_hop (hops, "nowhere", BEARINGS_HOP_RETELLING)->rests_on = 99;

  g_assert_cmpint (bearings_trace_rests_on (hops, 0), ==, -1);
  g_assert_cmpint (bearings_trace_rests_on (hops, 1), ==, -1);
  g_assert_cmpint (bearings_trace_rests_on (hops, 2), ==, 1);
  g_assert_cmpint (bearings_trace_rests_on (hops, 3), ==, 1); /* not on a retelling */
  g_assert_cmpint (bearings_trace_rests_on (hops, 4), ==, -1);
  g_assert_cmpint (bearings_trace_rests_on (hops, 5), ==, 3); /* not on an inquiry */
  g_assert_cmpint (bearings_trace_rests_on (hops, 6), ==, 0);
  g_assert_cmpint (bearings_trace_rests_on (hops, 7), ==, -1);
}

static BearingsRegisterEntry *
entry_new (const char *wording, int found)
{
  BearingsRegisterEntry *entry = bearings_record_new (BEARINGS_RECORD_REGISTER_ENTRY);

  entry->record.id = g_strdup ("entry");
  entry->popular_wording = g_strdup (wording);
  entry->verdict = BEARINGS_VERDICT_UNTRACEABLE;
  entry->primary_found = found;
  entry->where = g_strdup ("Everywhere.");
  return entry;
}

static void
test_origin_not_found (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsRegisterEntry) entry = entry_new ("85% are out of work", BEARINGS_NO);
  g_autoptr (BearingsTrace) trace = NULL;
  BearingsTraceHop *hop = add_hop (hops, "society", BEARINGS_HOP_EARLIEST);

  hop->hedge = BEARINGS_HEDGE_POSSIBLE;
  hop->number = 85;
  entry->hedge = BEARINGS_HEDGE_STATED;
  entry->hedge_words = g_strdup ("are");
  entry->number = 85;
  add_hop (hops, "press", BEARINGS_HOP_RETELLING);
  trace = bearings_trace_new_for_entry (entry, hops, sources);
  g_assert_cmpuint (trace->steps->len, ==, 4);
  assert_difference (step (trace->steps, 0), 0, "Hedge strengthened: Said to be possible → “are”");
  g_assert_cmpstr (step (trace->steps, 1)->hop->who, ==, "press");
  g_assert_cmpstr (step (trace->steps, 2)->hop->who, ==, "society");
  g_assert_cmpint (step (trace->steps, 3)->kind, ==, BEARINGS_STEP_NO_ORIGIN);
  g_assert_cmpstr (step (trace->steps, 3)->text, ==, "Everywhere.");
  g_assert_false (trace->origin_found);
}

static void
test_origin_found (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsRegisterEntry) entry =
    entry_new ("39 per cent of current skills will be obsolete by 2030", BEARINGS_YES);
  g_autoptr (BearingsTrace) trace = NULL;
  BearingsTraceHop *hop;

  add_hop (hops, "older", BEARINGS_HOP_EARLIEST);
  hop = add_hop (hops, "report", BEARINGS_HOP_PRIMARY);
  hop->hedge = BEARINGS_HEDGE_EXPECTED;
  hop->year = g_strdup ("2025");
  hop->number = 39;
  hop->unit = g_strdup ("percent of a worker's skill set");
  hop->n = 900;
  hop->n_unit = g_strdup ("employers");
  g_ptr_array_add (hop->about_years, g_strdup ("2030"));
  entry->hedge = BEARINGS_HEDGE_STATED;
  entry->hedge_words = g_strdup ("will be");
  entry->number = 39;
  entry->unit = g_strdup ("percent of current skills");
  g_ptr_array_add (entry->about_years, g_strdup ("2030"));
  trace = bearings_trace_new_for_entry (entry, hops, sources);
  g_assert_true (trace->origin_found);
  g_assert_cmpuint (trace->steps->len, ==, 3);
  g_assert_cmpstr (step (trace->steps, 0)->rests_on, ==, "2025 · report");
  g_assert_cmpuint (step (trace->steps, 0)->differences->len, ==, 3);
  assert_difference (step (trace->steps, 0), 1,
                     "Unit changed: percent of a worker's skill set → percent of current skills");
  assert_difference (step (trace->steps, 0), 2, "Sample left out: 900 employers");
}

/* Whom a hop names as its source is compared with all on the way to it. */
static void
test_credit (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsRegisterEntry) entry = entry_new ("Fifty percent, says Beta", BEARINGS_YES);
  g_autoptr (BearingsTrace) trace = NULL;

  entry->credits = g_strdup ("Beta");
  add_hop (hops, "Alpha Institute", BEARINGS_HOP_PRIMARY);
  add_hop (hops, "A paper", BEARINGS_HOP_RETELLING)->credits = g_strdup ("alpha institute");
  add_hop (hops, "A blog", BEARINGS_HOP_RETELLING)->credits = g_strdup ("a paper");
  add_hop (hops, "A forum", BEARINGS_HOP_RETELLING)->credits = g_strdup ("Gamma");
  trace = bearings_trace_new_for_entry (entry, hops, sources);
  assert_difference (step (trace->steps, 0), step (trace->steps, 0)->differences->len - 1,
                     "Credited to somebody else: Alpha Institute → Beta");
  assert_difference (step (trace->steps, 1), 0,
                     "Credited to somebody else: Alpha Institute → Gamma");
  g_assert_cmpuint (step (trace->steps, 2)->differences->len, ==, 0);
  g_assert_cmpuint (step (trace->steps, 3)->differences->len, ==, 0);
}

/* Of a wording whose fields nobody filled in nothing is said to be left out. */
static void
test_unread_wording (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  g_autoptr (GPtrArray) hops = hops_new ();
  g_autoptr (BearingsRegisterEntry) entry = entry_new ("39% will be obsolete", BEARINGS_YES);
  g_autoptr (BearingsTrace) trace = NULL;
  BearingsTraceHop *hop = add_hop (hops, "report", BEARINGS_HOP_PRIMARY);

  hop->hedge = BEARINGS_HEDGE_EXPECTED;
  hop->number = 39;
  hop->n = 900;
  trace = bearings_trace_new_for_entry (entry, hops, sources);
  g_assert_cmpuint (trace->n_differences, ==, 0);
  g_assert_false (step (trace->steps, 0)->comparable);
}

static void
add_place (BearingsRegisterEntry *entry, const char *role, const char *topic, int channel)
{
  BearingsMeetingPlace *place = bearings_record_struct_new (&bearings_meeting_place_type);

  place->role = g_strdup (role);
  place->topic = g_strdup (topic);
  place->channel = channel;
  g_ptr_array_add (entry->met, place);
}

static void
test_met (void)
{
  g_autoptr (BearingsRegisterEntry) entry = entry_new ("All of it.", BEARINGS_NO);
  g_autoptr (GPtrArray) occupations = g_ptr_array_new ();
  BearingsPlace place = { .role = "engineer", .occupations = occupations };

  g_assert_false (bearings_trace_register_entry_is_met (entry, &place)); /* met nowhere */
  add_place (entry, "engineer", NULL, BEARINGS_CHANNEL_PAY);
  g_assert_false (
    bearings_trace_register_entry_is_met (entry, &place)); /* all that is set must fit */
  place.channels = BEARINGS_CHANNEL_BIT (BEARINGS_CHANNEL_PAY);
  g_assert_true (bearings_trace_register_entry_is_met (entry, &place));
  place.role = "nurse";
  g_assert_false (bearings_trace_register_entry_is_met (entry, &place));
  add_place (entry, NULL, "Folklore", 0);
  g_assert_false (bearings_trace_register_entry_is_met (entry, &place));
  place.topic = "Folklore";
  g_assert_true (bearings_trace_register_entry_is_met (entry, &place));
  place.topic = NULL;
  place.claim = "claim";
  g_assert_false (bearings_trace_register_entry_is_met (entry, &place));
  g_ptr_array_add (entry->related_claims, g_strdup ("claim"));
  g_assert_true (bearings_trace_register_entry_is_met (entry, &place));
}

/* A count leads over what was computed here to its source; nobody's hops can differ. */
static void
test_evidence (void)
{
  g_autoptr (GHashTable) sources = sources_new ();
  BearingsSource *source = add_source (sources, "src");
  g_autoptr (BearingsPostingShare) share = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
  g_autoptr (BearingsEvidence) evidence = NULL;
  g_autoptr (BearingsTrace) trace = NULL;
  g_autoptr (BearingsTrace) nowhere = NULL;

  share->record.id = g_strdup ("role/skill/all/2023");
  share->role = g_strdup ("role");
  share->skill = g_strdup ("skill");
  share->scope = g_strdup ("all");
  share->year = g_strdup ("2023");
  share->source = g_strdup ("src");
  share->k = 30;
  share->n = 40;
  evidence = bearings_evidence_new_posting_share (share, "Role", "Skill");
  trace = bearings_trace_new_for_evidence (evidence, source);
  g_assert_false (bearings_trace_has_hops (trace));
  g_assert_true (trace->origin_found);
  g_assert_cmpuint (trace->steps->len, ==, 3);
  g_assert_nonnull (strstr (step (trace->steps, 0)->text, "30 of 40 postings"));
  g_assert_cmpint (step (trace->steps, 1)->kind, ==, BEARINGS_STEP_COMPUTED);
  g_assert_nonnull (strstr (step (trace->steps, 1)->text, "30 of 40 postings"));
  g_assert_cmpint (step (trace->steps, 2)->kind, ==, BEARINGS_STEP_SOURCE);
  g_assert_true (step (trace->steps, 2)->source == source);
  nowhere = bearings_trace_new_for_evidence (evidence, NULL);
  g_assert_false (nowhere->origin_found);
  g_assert_cmpuint (nowhere->steps->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/claim-without-hops", test_claim_without_hops);
  g_test_add_func ("/trace/claim-with-hops", test_claim_with_hops);
  g_test_add_func ("/trace/rests-on", test_rests_on);
  g_test_add_func ("/trace/origin-not-found", test_origin_not_found);
  g_test_add_func ("/trace/origin-found", test_origin_found);
  g_test_add_func ("/trace/credit", test_credit);
  g_test_add_func ("/trace/unread-wording", test_unread_wording);
  g_test_add_func ("/trace/met", test_met);
  g_test_add_func ("/trace/evidence", test_evidence);
  return g_test_run ();
}
