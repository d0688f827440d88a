/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a wording that say something else than its words, or do not say it. */

#include "bearings-claims.h"
#include "bearings-problem.h"

/* The warnings as "member code", in order; no record here has an error. */
static char *
warnings (gpointer record)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  GString *text = g_string_new (NULL);

  g_assert_true (bearings_problem_record_check (record, "test.json", 1, "$", problems));
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    g_test_message ("%s: %s", problem->path, problem->message);
    g_assert_cmpint (problem->severity, ==, BEARINGS_SEVERITY_WARNING);
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", problem->path + 2,
                            problem->code);
  }
  return g_string_free_and_steal (text);
}

static void
assert_warnings (gpointer record, const char *expected)
{
  g_autofree char *found = warnings (record);

  g_assert_cmpstr (found, ==, expected);
}

static BearingsTraceHop *
hop_new (const char *quote, const char *wording)
{
  BearingsTraceHop *hop = bearings_record_new (BEARINGS_RECORD_TRACE_HOP);

  hop->record.id = g_strdup ("h");
  hop->claim = g_strdup ("c");
  hop->position = 1;
  hop->who = g_strdup ("A paper");
  hop->wording = g_strdup (wording);
  if (quote != NULL)
    g_ptr_array_add (hop->quotes, g_strdup (quote));
  return hop;
}

static void
test_hedge (void)
{
  g_autoptr (BearingsTraceHop) hop = hop_new ("jobs likely to be gone", "Says that it may be so.");

  assert_warnings (hop, "hedge unread-wording"); /* our summary commits to nothing */
  hop->hedge = BEARINGS_HEDGE_STATED;
  assert_warnings (hop, "hedge hedge-differs");
  hop->hedge = BEARINGS_HEDGE_EXPECTED;
  assert_warnings (hop, "hedge_words unread-wording");
  hop->hedge_words = g_strdup ("Likely to be");
  assert_warnings (hop, "");
  g_set_str (&hop->hedge_words, "could be");
  assert_warnings (hop, "hedge_words not-in-wording");
}

static void
test_number (void)
{
  g_autoptr (BearingsTraceHop) hop = hop_new ("39% of jobs", "Down from 44%; 45%, 60% and 62%.");

  assert_warnings (hop, "number unread-wording");
  hop->number = 40;
  assert_warnings (hop, "number not-in-wording");
  hop->number = -39;
  assert_warnings (hop, "");
  hop->unit = g_strdup ("percentage points");
  assert_warnings (hop, "number not-in-wording");
  g_set_str (&hop->unit, "percent of jobs");
  assert_warnings (hop, "");
  hop->number = 45;
  hop->number_high = 62;
  assert_warnings (hop, "");
  hop->number_high = 61;
  assert_warnings (hop, "number not-in-wording");
}

static void
test_sample (void)
{
  g_autoptr (BearingsTraceHop) hop = hop_new ("25 recruiters", "Of 30 people.");

  assert_warnings (hop, "n unread-wording");
  hop->n = 24;
  assert_warnings (hop, "n not-in-wording");
  hop->n = 30;
  assert_warnings (hop, "");
}

static void
test_years (void)
{
  g_autoptr (BearingsTraceHop) hop = hop_new ("by 2030", "Said in 2025 of 2030 and 2035.");

  hop->year = g_strdup ("2025");
  assert_warnings (hop, "about_years unread-wording, about_years unread-wording");
  g_ptr_array_add (hop->about_years, g_strdup ("2030"));
  g_ptr_array_add (hop->about_years, g_strdup ("2035"));
  assert_warnings (hop, "");
  g_ptr_array_add (hop->about_years, g_strdup ("2036"));
  assert_warnings (hop, "about_years not-in-wording");
}

static void
test_words (void)
{
  g_autoptr (BearingsTraceHop) hop =
    hop_new ("transformiert oder veraltet", "Alles \u00c4ndert sich.");

  g_ptr_array_add (hop->key_words, g_strdup ("veraltet"));
  g_ptr_array_add (hop->key_words, g_strdup ("\u00e4ndert"));
  assert_warnings (hop, "");
  g_ptr_array_add (hop->key_words, g_strdup ("obsolete"));
  assert_warnings (hop, "key_words not-in-wording");
}

static void
test_entry (void)
{
  g_autoptr (BearingsRegisterEntry) entry = bearings_record_new (BEARINGS_RECORD_REGISTER_ENTRY);

  entry->record.id = g_strdup ("e");
  entry->popular_wording = g_strdup ("Three quarters of 2030's jobs go");
  entry->verdict = BEARINGS_VERDICT_UNTRACEABLE;
  entry->primary_found = BEARINGS_YES;
  assert_warnings (entry, "number unread-wording, about_years unread-wording, hedge missing-field");
  entry->number = 75;
  g_ptr_array_add (entry->about_years, g_strdup ("2030"));
  entry->hedge = BEARINGS_HEDGE_STATED;
  assert_warnings (entry, "");
  g_set_str (&entry->popular_wording, "Three quarters of 2030's jobs could go");
  assert_warnings (entry, "hedge hedge-differs");
}

/* A claim keeps the hedge of the words it rests on. */
static void
test_claim (void)
{
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;

  claim->record.id = g_strdup ("c");
  claim->statement = g_strdup ("26% of jobs could be transformed.");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->source = g_strdup ("s");
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->hedge = BEARINGS_HEDGE_POSSIBLE;
  claim->finding.metric = g_strdup ("jobs");
  claim->finding.missing = BEARINGS_MISSING_NOT_STATED;
  claim->sample.missing = BEARINGS_MISSING_NOT_STATED;
  g_ptr_array_add (claim->quotes, g_strdup ("could be"));
  before = warnings (claim);
  g_ptr_array_add (claim->quotes, g_strdup ("are likely to be"));
  same = warnings (claim);
  g_assert_cmpstr (same, ==, before); /* the weakest counts */
  claim->hedge = BEARINGS_HEDGE_STATED;
  after = warnings (claim);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (g_str_has_suffix (after, "hedge hedge-differs"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check-wording/hedge", test_hedge);
  g_test_add_func ("/model/check-wording/number", test_number);
  g_test_add_func ("/model/check-wording/sample", test_sample);
  g_test_add_func ("/model/check-wording/years", test_years);
  g_test_add_func ("/model/check-wording/words", test_words);
  g_test_add_func ("/model/check-wording/entry", test_entry);
  g_test_add_func ("/model/check-wording/claim", test_claim);
  return g_test_run ();
}
