/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of a channel's answer. */

#include <math.h>

#include "bearings-answer.h"

static BearingsClaim *
claim (const char *id, BearingsDirection direction, BearingsDesign design, double value)
{
  BearingsClaim *made = bearings_record_new (BEARINGS_RECORD_CLAIM);

  made->record.id = g_strdup (id);
  made->statement = g_strdup_printf ("Statement of %s", id);
  made->channel = BEARINGS_CHANNEL_PAY;
  made->design = design;
  made->direction = direction;
  made->source = g_strdup ("src");
  made->data_year = g_strdup ("2023");
  made->finding.metric = g_strdup ("difference in median pay");
  made->finding.unit = g_strdup ("USD per year");
  made->finding.value = value;
  return made;
}

static void
add (GPtrArray *evidence, BearingsClaim *record, BearingsDirectness level)
{
  g_ptr_array_add (evidence, bearings_evidence_new_claim (record, level, "reason"));
  bearings_record_unref (record);
}

static BearingsEvidenceSearch *
search (BearingsMissing outcome)
{
  BearingsEvidenceSearch *made = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);

  made->record.id = g_strdup ("search");
  made->channel = BEARINGS_CHANNEL_PAY;
  made->outcome = outcome;
  made->summary = g_strdup ("Nothing was found.");
  return made;
}

typedef struct {
  GPtrArray *evidence;
  GPtrArray *searches;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->searches = g_ptr_array_new_with_free_func (bearings_record_unref);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->evidence);
  g_ptr_array_unref (fixture->searches);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsChannelAnswer) answer =
    bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, fixture->evidence, fixture->searches);

  g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_NO_EVIDENCE);
  g_assert_null (answer->best);
  g_assert_cmpint (answer->certainty, ==, 0);
}

static void
test_direct_beats_many_adjacent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsChannelAnswer) answer = NULL;

  add (fixture->evidence, claim ("near-1", BEARINGS_DIRECTION_AGAINST, BEARINGS_DESIGN_RCT, -5),
       BEARINGS_DIRECTNESS_ADJACENT);
  add (fixture->evidence, claim ("near-2", BEARINGS_DIRECTION_AGAINST, BEARINGS_DESIGN_RCT, -5),
       BEARINGS_DIRECTNESS_ADJACENT);
  add (fixture->evidence,
       claim ("direct", BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_OBSERVATIONAL, 5),
       BEARINGS_DIRECTNESS_DIRECT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, fixture->evidence, fixture->searches);
  g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_DIRECT);
  g_assert_cmpstr (bearings_evidence_get_id (answer->best), ==, "direct");
  g_assert_cmpuint (answer->n_direct, ==, 1);
  g_assert_cmpuint (answer->n_adjacent, ==, 2);
  /* The certainty is the best evidence's own, lower than that of the neighbours. */
  g_assert_cmpint (answer->certainty, ==, bearings_evidence_get_certainty (answer->best));
}

static void
test_mixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsChannelAnswer) answer = NULL;

  add (fixture->evidence,
       claim ("for", BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_OBSERVATIONAL, 5),
       BEARINGS_DIRECTNESS_DIRECT);
  add (fixture->evidence,
       claim ("against", BEARINGS_DIRECTION_AGAINST, BEARINGS_DESIGN_OBSERVATIONAL, -5),
       BEARINGS_DIRECTNESS_DIRECT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, fixture->evidence, fixture->searches);
  g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_MIXED);
}

static void
test_not_established (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  g_autofree char *text = NULL;
  BearingsClaim *record =
    claim ("pay", BEARINGS_DIRECTION_NOT_ESTABLISHED, BEARINGS_DESIGN_OBSERVATIONAL, 11250);

  record->finding.low = -20188;
  record->finding.high = 43250;
  record->finding.level = 95;
  add (fixture->evidence, record, BEARINGS_DIRECTNESS_DIRECT);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, fixture->evidence, fixture->searches);
  g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_NOT_ESTABLISHED);
  text = bearings_channel_answer_text (answer);
  g_assert_nonnull (strstr (text, "+11"));
  g_assert_nonnull (strstr (text, "not established"));
}

/* A search on record that found nothing outweighs any number of neighbours. */
static void
test_searched_and_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  g_autofree char *text = NULL;

  add (fixture->evidence, claim ("near", BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_RCT, 5),
       BEARINGS_DIRECTNESS_ADJACENT);
  g_ptr_array_add (fixture->searches, search (BEARINGS_MISSING_NOT_FOUND));
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, fixture->evidence, fixture->searches);
  g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_NO_EVIDENCE);
  g_assert_cmpstr (bearings_evidence_get_id (answer->best), ==, "near");
  text = bearings_channel_answer_text (answer);
  g_assert_cmpstr (text, ==, "Nothing was found.");
}

/* Other channels' evidence never reaches an answer, and order of input never matters. */
static void
test_choice_is_stable (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "c", "a", "b" };

  for (guint first = 0; first < 3; first++) {
    g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (BearingsChannelAnswer) answer = NULL;
    BearingsClaim *other = claim ("other", BEARINGS_DIRECTION_AGAINST, BEARINGS_DESIGN_RCT, 1);

    other->channel = BEARINGS_CHANNEL_DEMAND;
    add (evidence, other, BEARINGS_DIRECTNESS_DIRECT);
    for (guint i = 0; i < 3; i++)
      add (
        evidence,
        claim (ids[(first + i) % 3], BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_OBSERVATIONAL, i),
        BEARINGS_DIRECTNESS_CONTEXT);
    answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, evidence, fixture->searches);
    g_assert_cmpint (answer->state, ==, BEARINGS_ANSWER_CONTEXT);
    g_assert_cmpstr (bearings_evidence_get_id (answer->best), ==, "a");
  }
}

/* What is chosen of two claims that differ in one thing, whichever is read first. */
static void
assert_preferred (BearingsClaim *better, BearingsClaim *worse)
{
  for (guint turn = 0; turn < 2; turn++) {
    g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (GPtrArray) searches = g_ptr_array_new ();
    g_autoptr (BearingsChannelAnswer) answer = NULL;

    add (evidence, bearings_record_ref (turn == 0 ? better : worse), BEARINGS_DIRECTNESS_DIRECT);
    add (evidence, bearings_record_ref (turn == 0 ? worse : better), BEARINGS_DIRECTNESS_DIRECT);
    answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, evidence, searches);
    g_assert_cmpstr (bearings_evidence_get_id (answer->best), ==, better->record.id);
  }
  bearings_record_unref (better);
  bearings_record_unref (worse);
}

static BearingsClaim *
alike (const char *id)
{
  BearingsClaim *made = claim (id, BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_OBSERVATIONAL, 5);

  made->sample.n = 100;
  return made;
}

/* The better one comes later by its id, which decides last. */
static void
test_larger_sample_wins_a_tie (Fixture *fixture, gconstpointer data)
{
  BearingsClaim *better = alike ("z"), *worse = alike ("a");

  better->sample.n = 101;
  assert_preferred (better, worse);

  better = alike ("z");
  worse = alike ("a");
  worse->sample.n = BEARINGS_INTEGER_ABSENT;
  assert_preferred (better, worse);

  /* A total that the figure itself counts is nearer than the sample of the study. */
  better = alike ("z");
  worse = alike ("a");
  better->finding.total = 200;
  assert_preferred (better, worse);

  assert_preferred (alike ("a"), alike ("z"));
}

static void
test_ties_before_the_sample (Fixture *fixture, gconstpointer data)
{
  BearingsClaim *better = alike ("z"), *worse = alike ("a");

  worse->finding.value = NAN;
  worse->finding.missing = BEARINGS_MISSING_NOT_STATED;
  worse->sample.n = 1000;
  assert_preferred (better, worse);

  better = alike ("z");
  worse = alike ("a");
  g_set_str (&worse->data_year, "2022");
  worse->sample.n = 1000;
  assert_preferred (better, worse);

  better = alike ("z");
  worse = alike ("a");
  better->finding.low = 1;
  better->finding.high = 9;
  better->finding.level = 95;
  worse->sample.n = 1000;
  assert_preferred (better, worse);
}

static void
test_share_without_percent_for_flags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsOccupationSkill) row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
  g_autoptr (BearingsEvidence) flags = NULL;

  row->hot = BEARINGS_YES;
  row->in_demand = BEARINGS_YES;
  row->source = g_strdup ("onet");
  flags = bearings_evidence_new_flags (row, "Data Scientists", "Python");
  g_assert_false (bearings_figure_has_value (bearings_evidence_get_figure (flags)));
  g_assert_null (strchr (bearings_evidence_get_statement (flags), '%'));
}

static void
test_share_words (void)
{
  g_assert_cmpint (bearings_share_word (97.5, 99.4), ==, BEARINGS_SHARE_NEARLY_ALL);
  g_assert_cmpint (bearings_share_word (70.5, 77.7), ==, BEARINGS_SHARE_MOST);
  g_assert_cmpint (bearings_share_word (88, 99), ==, BEARINGS_SHARE_MOST);
  g_assert_cmpint (bearings_share_word (45, 55), ==, BEARINGS_SHARE_ABOUT_HALF);
  g_assert_cmpint (bearings_share_word (20, 49.9), ==, BEARINGS_SHARE_LESS_THAN_HALF);
  g_assert_cmpint (bearings_share_word (2, 9), ==, BEARINGS_SHARE_FEW);
}

/* Words alone: a figure without its error never stands in the paragraph. */
static void
test_summary_has_no_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPostingShare) share = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
  g_autoptr (GPtrArray) answers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free);
  g_autofree char *text = NULL;

  share->scope = g_strdup ("all");
  share->year = g_strdup ("2023");
  share->k = 424;
  share->n = 571;
  share->source = g_strdup ("src");
  g_ptr_array_add (fixture->evidence,
                   bearings_evidence_new_posting_share (share, "Engineer", "Python"));
  for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
    g_ptr_array_add (answers,
                     bearings_channel_answer_new (channel, fixture->evidence, fixture->searches));
  text = bearings_answer_text (answers, "Python", "Engineer");
  g_assert_true (g_str_has_prefix (text, "Most postings counted for Engineer name Python."));
  g_assert_nonnull (strstr (text, "No evidence found: use at work, callbacks, pay,"));
  for (const char *p = text; *p != '\0'; p++)
    g_assert_false (g_ascii_isdigit (*p));
}

/* The word for a share is that of its interval, in postings as in surveys. */
static void
test_sentences_of_shares (Fixture *fixture, gconstpointer data)
{
  static const struct {
    double low, high;
    const char *postings, *use;
  } cases[] = {
    { 90, 95, "Nearly all postings counted for Engineer name Python.",
      "Nearly all people surveyed in the role use Python regularly." },
    { 50, 60, "Most postings counted for Engineer name Python.",
      "Most people surveyed in the role use Python regularly." },
    { 40, 50, "About half of the postings counted for Engineer name Python.",
      "About half of the people surveyed in the role use Python regularly." },
    { 20, 49, "Less than half of the postings counted for Engineer name Python.",
      "Less than half of the people surveyed in the role use Python regularly." },
    { 5, 10, "Few postings counted for Engineer name Python.",
      "Few people surveyed in the role use Python regularly." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint use = 0; use < 2; use++) {
      g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) answers =
        g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free);
      g_autoptr (BearingsPostingShare) posting =
        bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
      g_autoptr (BearingsUseShare) user = bearings_record_new (BEARINGS_RECORD_USE_SHARE);
      g_autofree char *text = NULL;

      posting->year = g_strdup ("2023");
      posting->scope = g_strdup ("all");
      posting->source = g_strdup ("src");
      user->year = g_strdup ("2023");
      user->source = g_strdup ("src");
      posting->k = user->k = 50;
      posting->n = user->n = 100;
      g_ptr_array_add (evidence,
                       use ? bearings_evidence_new_use_share (user, "Engineer", "Python")
                           : bearings_evidence_new_posting_share (posting, "Engineer", "Python"));
      for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
        g_ptr_array_add (answers,
                         bearings_channel_answer_new (channel, evidence, fixture->searches));
      {
        BearingsFigure *figure =
          (BearingsFigure *) bearings_evidence_get_figure (evidence->pdata[0]);
        figure->low = cases[i].low;
        figure->high = cases[i].high;
      }
      text = bearings_answer_text (answers, "Python", "Engineer");
      g_assert_true (g_str_has_prefix (text, use ? cases[i].use : cases[i].postings));
    }
}

static void
assert_summary (Fixture *fixture, const char *prefix)
{
  g_autoptr (GPtrArray) answers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free);
  g_autofree char *text = NULL;

  for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
    g_ptr_array_add (answers,
                     bearings_channel_answer_new (channel, fixture->evidence, fixture->searches));
  text = bearings_answer_text (answers, "Python", "Engineer");
  if (!g_str_has_prefix (text, prefix))
    g_error ("“%s” does not begin with “%s”", text, prefix);
}

/* What was measured and is open is never said to be unmeasured. */
static void
test_summary_of_states (Fixture *fixture, gconstpointer data)
{
  assert_summary (fixture, "No evidence installed measures Python for Engineer directly. "
                           "No evidence found: posting language");
  add (fixture->evidence, claim ("near", BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_SURVEY, 1),
       BEARINGS_DIRECTNESS_ADJACENT);
  assert_summary (fixture, "No evidence installed measures Python for Engineer directly. "
                           "Only neighbouring evidence: pay. No evidence found: posting");
  add (fixture->evidence,
       claim ("open", BEARINGS_DIRECTION_NOT_ESTABLISHED, BEARINGS_DESIGN_SURVEY, 1),
       BEARINGS_DIRECTNESS_DIRECT);
  assert_summary (fixture, "Measured, but not established: pay. No evidence found: posting");
  add (fixture->evidence, claim ("for", BEARINGS_DIRECTION_FAVOURS, BEARINGS_DESIGN_SURVEY, 1),
       BEARINGS_DIRECTNESS_DIRECT);
  add (fixture->evidence, claim ("against", BEARINGS_DIRECTION_AGAINST, BEARINGS_DESIGN_SURVEY, 1),
       BEARINGS_DIRECTNESS_DIRECT);
  assert_summary (fixture, "Findings point both ways: pay. No evidence found: posting");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/model/answer/" name, Fixture, NULL, setup, func, teardown)
  ADD ("nothing", test_nothing);
  ADD ("direct-beats-many-adjacent", test_direct_beats_many_adjacent);
  ADD ("mixed", test_mixed);
  ADD ("not-established", test_not_established);
  ADD ("searched-and-not-found", test_searched_and_not_found);
  ADD ("larger-sample-wins-a-tie", test_larger_sample_wins_a_tie);
  ADD ("ties-before-the-sample", test_ties_before_the_sample);
  ADD ("choice-is-stable", test_choice_is_stable);
  ADD ("sentences-of-shares", test_sentences_of_shares);
  ADD ("flags-are-no-share", test_share_without_percent_for_flags);
  ADD ("summary-has-no-figures", test_summary_has_no_figures);
  ADD ("summary-of-states", test_summary_of_states);
  g_test_add_func ("/model/answer/share-words", test_share_words);
  return g_test_run ();
}
