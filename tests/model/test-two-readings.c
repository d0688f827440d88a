/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings: for every design, certainty, directness, verdict; never a figure in either. */

#include "bearings-two-readings.h"

#include <string.h>

#include "bearings-words.h"

typedef struct {
  GHashTable *plain, *technical; /* what was said */
} Said;

static void
take (Said *said, char *plain, char *technical)
{
  g_assert_cmpstr (plain, !=, "");
  g_assert_cmpstr (technical, !=, "");
  g_assert_cmpstr (plain, !=, technical);
  g_assert_null (strpbrk (plain, "0123456789"));
  g_assert_null (strpbrk (technical, "0123456789"));
  g_assert_true (g_str_has_suffix (plain, "."));
  g_assert_true (g_str_has_suffix (technical, "."));
  g_hash_table_add (said->plain, plain);
  g_hash_table_add (said->technical, technical);
}

static void
said_begin (Said *said)
{
  said->plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  said->technical = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
said_end (Said *said, guint n_plain, guint n_technical)
{
  g_assert_cmpuint (g_hash_table_size (said->plain), ==, n_plain);
  g_assert_cmpuint (g_hash_table_size (said->technical), ==, n_technical);
  g_hash_table_unref (said->plain);
  g_hash_table_unref (said->technical);
}

static BearingsClaim *
claim_new (BearingsDesign design, gint64 steps)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup ("claim");
  claim->statement = g_strdup ("A share of 12 percent.");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = design;
  claim->hedge = BEARINGS_HEDGE_ESTIMATED;
  claim->direction = BEARINGS_DIRECTION_FAVOURS;
  claim->finding.value = 12;
  claim->finding.low = 10;
  claim->finding.high = 14;
  claim->finding.interval = BEARINGS_INTERVAL_SOURCE;
  if (steps > 0) {
    BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);
    reason->domain = BEARINGS_REASON_IMPRECISION;
    reason->steps = steps;
    reason->note = g_strdup ("Only 9 people.");
    g_ptr_array_add (claim->certainty_reasons, reason);
  }
  return claim;
}

static void
test_designs (void)
{
  Said said;
  guint n = 0;

  said_begin (&said);
  for (int design = 1; bearings_enums_nick (&bearings_design_type, design) != NULL; design++, n++) {
    g_autoptr (BearingsClaim) claim = claim_new (design, 0);
    take (&said, bearings_two_readings_claim (claim, BEARINGS_READING_PLAIN),
          bearings_two_readings_claim (claim, BEARINGS_READING_TECHNICAL));
  }
  said_end (&said, n, n);
}

static void
test_evidence (void)
{
  Said said;

  said_begin (&said);
  for (int level = BEARINGS_DIRECTNESS_DIRECT; level <= BEARINGS_DIRECTNESS_CONTEXT; level++)
    for (gint64 steps = 0; steps <= 2; steps++) {
      g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT, steps);
      g_autoptr (BearingsEvidence) evidence = bearings_evidence_new_claim (claim, level, "reason");
      take (&said, bearings_two_readings_evidence (evidence, BEARINGS_READING_PLAIN),
            bearings_two_readings_evidence (evidence, BEARINGS_READING_TECHNICAL));
    }
  said_end (&said, 3, 9);
}

/* The technical reading names the steps and the interval; the plain one says what follows. */
static void
test_words (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_RCT, 2);
  g_autofree char *plain = bearings_two_readings_claim (claim, BEARINGS_READING_PLAIN);
  g_autofree char *technical = bearings_two_readings_claim (claim, BEARINGS_READING_TECHNICAL);

  g_assert_nonnull (strstr (plain, "by chance"));
  g_assert_nonnull (strstr (plain, "It may well turn out otherwise."));
  g_assert_nonnull (strstr (technical, "Rated down for: Imprecision, two steps down."));
  g_assert_nonnull (strstr (technical, "Certainty: Low certainty."));
}

static void
test_answers (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_SURVEY, 1);
  g_autoptr (BearingsChannelAnswer) empty =
    bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, nothing, nothing);
  g_autoptr (BearingsChannelAnswer) direct = NULL;
  Said said;

  g_ptr_array_add (evidence,
                   bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_DIRECT, "reason"));
  direct = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, evidence, nothing);
  said_begin (&said);
  take (&said, bearings_two_readings_answer (empty, BEARINGS_READING_PLAIN),
        bearings_two_readings_answer (empty, BEARINGS_READING_TECHNICAL));
  take (&said, bearings_two_readings_answer (direct, BEARINGS_READING_PLAIN),
        bearings_two_readings_answer (direct, BEARINGS_READING_TECHNICAL));
  take (&said, bearings_two_readings_career (BEARINGS_READING_PLAIN),
        bearings_two_readings_career (BEARINGS_READING_TECHNICAL));
  said_end (&said, 3, 3);
}

/* Each state of an answer has a sentence of its own in both readings. */
static void
test_states (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_DESIGN_SURVEY, 1);
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  guint n = 0;
  Said said;

  g_ptr_array_add (evidence,
                   bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_DIRECT, "reason"));
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, evidence, nothing);
  said_begin (&said);
  for (answer->state = BEARINGS_ANSWER_DIRECT; answer->state <= BEARINGS_ANSWER_NO_EVIDENCE;
       answer->state++, n++)
    take (&said, bearings_two_readings_answer (answer, BEARINGS_READING_PLAIN),
          bearings_two_readings_answer (answer, BEARINGS_READING_TECHNICAL));
  said_end (&said, n, n);
}

/* Where nothing was found, its evidence is not told as if it carried the answer. */
static void
test_no_evidence_tells_the_search (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (BearingsChannelAnswer) answer = NULL;
  g_autofree char *technical = NULL;
  BearingsEvidenceSearch *search = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);

  search->channel = BEARINGS_CHANNEL_PAY;
  search->outcome = BEARINGS_MISSING_NOT_FOUND;
  g_ptr_array_add (searches, search);
  answer = bearings_channel_answer_new (BEARINGS_CHANNEL_PAY, nothing, searches);
  technical = bearings_two_readings_answer (answer, BEARINGS_READING_TECHNICAL);
  g_assert_nonnull (strstr (technical, "Outcome of the search: "));
  g_assert_nonnull (strstr (technical, bearings_words_missing_title (BEARINGS_MISSING_NOT_FOUND)));
}

static void
test_results (void)
{
  BearingsResult result = { .provisional = FALSE };
  Said said;

  said_begin (&said);
  take (&said, bearings_two_readings_result (&result, BEARINGS_READING_PLAIN),
        bearings_two_readings_result (&result, BEARINGS_READING_TECHNICAL));
  result.provisional = TRUE;
  take (&said, bearings_two_readings_result (&result, BEARINGS_READING_PLAIN),
        bearings_two_readings_result (&result, BEARINGS_READING_TECHNICAL));
  result.steps = TRUE;
  result.provisional = FALSE;
  take (&said, bearings_two_readings_result (&result, BEARINGS_READING_PLAIN),
        bearings_two_readings_result (&result, BEARINGS_READING_TECHNICAL));
  said_end (&said, 2, 3);
}

static void
test_verdicts (void)
{
  guint n = 0;
  Said said;

  said_begin (&said);
  for (int verdict = 1; bearings_enums_nick (&bearings_verdict_type, verdict) != NULL;
       verdict++, n++) {
    BearingsRegisterEntry entry = { .verdict = verdict, .primary_found = BEARINGS_NO };
    take (&said, bearings_two_readings_register (&entry, BEARINGS_READING_PLAIN),
          bearings_two_readings_register (&entry, BEARINGS_READING_TECHNICAL));
  }
  said_end (&said, n, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/two-readings/designs", test_designs);
  g_test_add_func ("/model/two-readings/evidence", test_evidence);
  g_test_add_func ("/model/two-readings/words", test_words);
  g_test_add_func ("/model/two-readings/answers", test_answers);
  g_test_add_func ("/model/two-readings/states", test_states);
  g_test_add_func ("/model/two-readings/no-evidence-tells-the-search",
                   test_no_evidence_tells_the_search);
  g_test_add_func ("/model/two-readings/results", test_results);
  g_test_add_func ("/model/two-readings/verdicts", test_verdicts);
  return g_test_run ();
}
