/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of one record, kind by kind: a good one passes, and each change is found. */

#include <math.h>
#include <string.h>

#include "bearings-claims.h"
#include "bearings-instrument.h"
#include "bearings-occupation.h"
#include "bearings-problem.h"

/* The record has exactly the problem @code at @path, or none when @code is NULL. */
static void
assert_check (gconstpointer record, const char *code, const char *path)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  gboolean good = bearings_problem_record_check (record, "file", 7, "$", problems);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *text = bearings_problem_to_string (g_ptr_array_index (problems, i));
    g_string_append_printf (all, "%s\n", text);
  }
  if (code == NULL) {
    if (!good || problems->len > 0)
      g_error ("unexpected problems:\n%s", all->str);
    return;
  }
  g_assert_false (good);
  if (problems->len != 1)
    g_error ("not just “%s” at %s:\n%s", code, path, all->str);
  g_assert_cmpstr (((BearingsProblem *) g_ptr_array_index (problems, 0))->code, ==, code);
  g_assert_cmpstr (((BearingsProblem *) g_ptr_array_index (problems, 0))->path, ==, path);
  g_assert_cmpstr (((BearingsProblem *) g_ptr_array_index (problems, 0))->file, ==, "file");
  g_assert_cmpuint (((BearingsProblem *) g_ptr_array_index (problems, 0))->line, ==, 7);
}

static BearingsClaim *
good_claim (void)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup ("c");
  claim->statement = g_strdup ("So it is.");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->source = g_strdup ("s");
  claim->finding.metric = g_strdup ("share");
  bearings_figure_set_share (&claim->finding, 424, 571, "postings");
  return claim;
}

static void
test_figure (void)
{
  g_autoptr (BearingsClaim) claim = good_claim ();
  BearingsFigure *figure = &claim->finding;

  assert_check (claim, NULL, NULL);
  figure->value = 74.3; /* rounded, but of these counts */
  assert_check (claim, NULL, NULL);
  figure->value = 75;
  assert_check (claim, "share-disagrees", "$.finding");
  figure->value = 74.3;
  figure->high += 0.2;
  assert_check (claim, "interval-disagrees", "$.finding");
  figure->interval = BEARINGS_INTERVAL_BOOTSTRAP; /* which is not ours to compute again */
  assert_check (claim, NULL, NULL);
  figure->interval = BEARINGS_INTERVAL_NOT_STATED;
  assert_check (claim, "interval-origin", "$.finding.interval");
  figure->low = figure->high = NAN;
  assert_check (claim, NULL, NULL);
  figure->interval = 0;
  assert_check (claim, "no-interval-reason", "$.finding.interval");
  figure->interval = BEARINGS_INTERVAL_NOT_STATED;
  figure->total = BEARINGS_INTEGER_ABSENT;
  assert_check (claim, "missing-field", "$.finding.total");
  figure->count = BEARINGS_INTEGER_ABSENT;
  g_clear_pointer (&figure->unit, g_free);
  assert_check (claim, "missing-field", "$.finding.unit");
  figure->value = NAN;
  assert_check (claim, "value-or-missing", "$.finding");
  figure->missing = BEARINGS_MISSING_QUALITATIVE;
  assert_check (claim, NULL, NULL);
  figure->se = 1;
  assert_check (claim, "error-without-value", "$.finding");
}

static void
test_claim (void)
{
  g_autoptr (BearingsClaim) claim = good_claim ();
  BearingsCertaintyReason *reason;

  g_clear_pointer (&claim->source, g_free);
  assert_check (claim, "missing-field", "$.source");
  claim->source = g_strdup ("s");
  claim->sample.unit = g_strdup ("people");
  assert_check (claim, "value-or-missing", "$.sample");
  claim->sample.n = 453;
  assert_check (claim, NULL, NULL);
  g_clear_pointer (&claim->sample.unit, g_free);
  assert_check (claim, "missing-field", "$.sample.unit");
  claim->sample.unit = g_strdup ("people");

  for (guint i = 0; i < 2; i++) {
    reason = bearings_record_struct_new (&bearings_certainty_reason_type);
    reason->domain = BEARINGS_REASON_IMPRECISION;
    reason->steps = 1;
    reason->note = g_strdup ("few");
    g_ptr_array_add (claim->certainty_reasons, reason);
  }
  assert_check (claim, "duplicate-entry", "$.certainty_reasons");
  reason->domain = BEARINGS_REASON_INDIRECTNESS;
  assert_check (claim, NULL, NULL);
  reason->steps = 3;
  assert_check (claim, "out-of-range", "$.certainty_reasons[1].steps");
}

static void
test_texts (void)
{
  g_autoptr (BearingsClaim) claim = good_claim ();

  g_set_str (&claim->note, "");
  assert_check (claim, "empty-text", "$.note");
  g_set_str (&claim->note, "a\x80");
  assert_check (claim, "bad-utf8", "$.note");
  g_set_str (&claim->note, "a\rb");
  assert_check (claim, "control-character", "$.note");
  g_set_str (&claim->note, "a\nb\tc");
  g_set_str (&claim->checked, "2023-02-29");
  assert_check (claim, "bad-date", "$.checked");
  g_set_str (&claim->checked, "2024-02-29");
  assert_check (claim, NULL, NULL);
  g_ptr_array_add (claim->replication.claims, g_strdup ("x"));
  g_ptr_array_add (claim->replication.claims, g_strdup ("x"));
  assert_check (claim, "duplicate-entry", "$.replication.claims[1]");
}

static void
test_trace_hop (void)
{
  g_autoptr (BearingsTraceHop) hop = bearings_record_new (BEARINGS_RECORD_TRACE_HOP);

  hop->record.id = g_strdup ("h");
  hop->position = 1;
  hop->who = g_strdup ("A paper");
  hop->wording = g_strdup ("It says so.");
  assert_check (hop, "one-owner", "$");
  hop->claim = g_strdup ("c");
  assert_check (hop, NULL, NULL);
  hop->register_entry = g_strdup ("r");
  assert_check (hop, "one-owner", "$");
}

static void
test_evidence_search (void)
{
  g_autoptr (BearingsEvidenceSearch) search = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);

  search->record.id = g_strdup ("e");
  search->skill = g_strdup ("python");
  search->channel = BEARINGS_CHANNEL_CALLBACKS;
  search->summary = g_strdup ("Nothing.");
  search->outcome = BEARINGS_MISSING_NOT_FOUND;
  assert_check (search, "missing-field", "$.searched");
  search->searched = g_strdup ("2026-08");
  assert_check (search, NULL, NULL);
  search->outcome = BEARINGS_MISSING_TOP_CODED;
  assert_check (search, "bad-value", "$.outcome");
}

static void
test_occupation (void)
{
  g_autoptr (BearingsOccupation) occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
  BearingsRelatedOccupation *related =
    bearings_record_struct_new (&bearings_related_occupation_type);

  occupation->record.id = g_strdup ("15-2051.00");
  occupation->title = g_strdup ("Data Scientists");
  occupation->soc = g_strdup ("15-2051");
  occupation->source = g_strdup ("s");
  assert_check (occupation, NULL, NULL);
  related->occupation = g_strdup ("15-2051.00");
  g_ptr_array_add (occupation->related, related);
  assert_check (occupation, "self-reference", "$.related");
  g_set_str (&related->occupation, "15-2041.00");
  assert_check (occupation, NULL, NULL);
}

static void
test_occupation_skill (void)
{
  g_autoptr (BearingsOccupationSkill) row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);

  row->occupation = g_strdup ("15-2051.00");
  row->skill = g_strdup ("python");
  row->source = g_strdup ("s");
  assert_check (row, "flags-or-ratings", "$");
  row->hot = BEARINGS_YES;
  assert_check (row, NULL, NULL);
  row->importance.value = 4;
  assert_check (row, "flags-or-ratings", "$");
  row->hot = BEARINGS_UNKNOWN;
  assert_check (row, NULL, NULL);
  row->importance.value = 0.5;
  assert_check (row, "out-of-range", "$.importance.value");
  row->importance.value = 4.12;
  row->importance.low = 4.1251; /* the mean is rounded further than its limits */
  row->importance.high = 4.37;
  assert_check (row, NULL, NULL);
  row->importance.low = 4.2;
  assert_check (row, "interval-order", "$.importance");
  row->importance.value = NAN;
  row->importance.missing = BEARINGS_MISSING_SUPPRESSED;
  assert_check (row, "error-without-value", "$.importance");
  row->importance.low = row->importance.high = NAN;
  assert_check (row, NULL, NULL);
  g_set_str (&row->skill, "a/b"); /* the id would be that of another pair */
  assert_check (row, "bad-id", "$.skill");
}

static void
test_wage (void)
{
  g_autoptr (BearingsWage) wage = bearings_record_new (BEARINGS_RECORD_WAGE);
  BearingsAmount *amounts[] = { &wage->mean,   &wage->p10, &wage->p25,
                                &wage->median, &wage->p75, &wage->p90 };

  wage->soc = g_strdup ("15-2051");
  wage->area = g_strdup ("US");
  wage->period = g_strdup ("2025-05");
  wage->unit = g_strdup ("USD per year");
  wage->source = g_strdup ("s");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    amounts[i]->value = 10 + i;
  assert_check (wage, NULL, NULL);
  wage->p75.value = 1;
  assert_check (wage, "not-ascending", "$");
  wage->p75.value = 14;
  wage->p90.value = NAN;
  wage->p90.missing = BEARINGS_MISSING_TOP_CODED;
  assert_check (wage, "top-code-limit", "$.p90.limit");
  wage->p90.limit = 12; /* at or above 12 cannot follow 14 */
  assert_check (wage, "not-ascending", "$");
  wage->p90.limit = 239200;
  assert_check (wage, NULL, NULL);
  wage->p10.limit = 5;
  assert_check (wage, "top-code-limit", "$.p10.limit");
}

static void
test_posting_share (void)
{
  g_autoptr (BearingsPostingShare) share = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);

  share->role = g_strdup ("machine-learning-engineer");
  share->skill = g_strdup ("python");
  share->scope = g_strdup ("all");
  share->year = g_strdup ("2023");
  share->source = g_strdup ("s");
  share->k = 424;
  share->n = 571;
  share->n_postings = 573;
  share->share = 74.3;
  share->low = 70.5;
  share->high = 77.7;
  assert_check (share, NULL, NULL);
  share->n_postings = 500;
  assert_check (share, "count-above-total", "$.n");
  share->n_postings = 573;
  share->high = 78.0;
  assert_check (share, "interval-disagrees", "$");
  share->high = 77.7;
  share->share = 75.0;
  assert_check (share, "share-disagrees", "$");
  share->share = 74.3;
  share->k = 572;
  assert_check (share, "count-above-total", "$");
}

/* A line names at most one thing of the skill and one of the career; what names neither is
 * context. */
static void
test_directness (void)
{
  g_autoptr (BearingsClaim) claim = good_claim ();
  BearingsClaimDirectness *line = bearings_record_struct_new (&bearings_claim_directness_type);

  line->level = BEARINGS_DIRECTNESS_ADJACENT;
  line->reason = g_strdup ("Because.");
  g_ptr_array_add (claim->directness, line);
  assert_check (claim, "missing-field", "$.directness[0].level");
  line->level = BEARINGS_DIRECTNESS_CONTEXT;
  assert_check (claim, NULL, NULL);
  line->level = BEARINGS_DIRECTNESS_ADJACENT;
  line->family = g_strdup ("office");
  assert_check (claim, NULL, NULL);
  line->skill = g_strdup ("microsoft-excel");
  assert_check (claim, "two-subjects", "$.directness[0].family");
  g_clear_pointer (&line->skill, g_free);
  line->group = g_strdup ("29-0000");
  assert_check (claim, NULL, NULL);
  line->occupation = g_strdup ("29-1141.00");
  assert_check (claim, "two-subjects", "$.directness[0].group");
  g_clear_pointer (&line->occupation, g_free);
  g_set_str (&line->group, "29");
  assert_check (claim, "bad-code", "$.directness[0].group");
}

static void
test_replication_study (void)
{
  g_autoptr (BearingsClaim) claim = good_claim ();
  BearingsReplicationStudy *study = bearings_record_struct_new (&bearings_replication_study_type);

  study->kind = BEARINGS_REPLICATION_CONTRARY;
  g_ptr_array_add (claim->replication.studies, study);
  assert_check (claim, "missing-field", "$.replication.studies[0]");
  study->url = g_strdup ("https://example.org/");
  assert_check (claim, NULL, NULL);
}

static void
test_vacancy_share (void)
{
  g_autoptr (BearingsVacancyShare) share = bearings_record_new (BEARINGS_RECORD_VACANCY_SHARE);

  share->occupation = g_strdup ("35-2012.00");
  share->skill = g_strdup ("microsoft-excel");
  share->year = g_strdup ("2025");
  share->group = g_strdup ("cook");
  share->words = g_strdup ("Microsoft Excel");
  share->population = g_strdup ("Federal vacancies");
  share->source = g_strdup ("s");
  share->k = 424;
  share->n = 571;
  share->share = 74.3;
  share->low = 70.5;
  share->high = 77.7;
  assert_check (share, "missing-field", "$.agencies");
  share->agencies = 16;
  assert_check (share, NULL, NULL);
  share->high = 78.0;
  assert_check (share, "interval-disagrees", "$");
}

static void
test_skill_family (void)
{
  g_autoptr (BearingsSkillFamily) family = bearings_record_new (BEARINGS_RECORD_SKILL_FAMILY);

  family->record.id = g_strdup ("office");
  family->name = g_strdup ("Office software");
  assert_check (family, "too-few", "$.skills");
  g_ptr_array_add (family->categories, g_strdup ("Spreadsheet software"));
  assert_check (family, NULL, NULL);
}

static void
test_reading (void)
{
  g_autoptr (BearingsReading) reading = bearings_record_new (BEARINGS_RECORD_READING);

  reading->role = g_strdup ("r");
  reading->skill = g_strdup ("s");
  reading->band = BEARINGS_BAND_JUNIOR;
  reading->text = g_strdup ("So.");
  reading->basis = BEARINGS_BASIS_CLAIMS;
  assert_check (reading, "basis-without-claims", "$.claims");
  reading->basis = BEARINGS_BASIS_EDITORIAL;
  assert_check (reading, NULL, NULL);
}

static BearingsInstrument *
good_instrument (void)
{
  BearingsInstrument *instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);
  BearingsScale *scale = bearings_record_struct_new (&bearings_scale_type);

  instrument->record.id = g_strdup ("i");
  instrument->version = g_strdup ("1");
  instrument->title = g_strdup ("I");
  instrument->purpose = g_strdup ("P");
  scale->id = g_strdup ("one");
  scale->title = g_strdup ("One");
  g_ptr_array_add (instrument->scales, scale);
  for (guint i = 0; i < 3; i++) {
    BearingsLevel *level = bearings_record_struct_new (&bearings_level_type);

    level->id = g_strdup_printf ("l%u", i);
    level->title = g_strdup ("L");
    level->summary = g_strdup ("S");
    if (i > 0)
      level->theta_low = i;
    g_ptr_array_add (instrument->levels, level);
  }
  return instrument;
}

static void
test_instrument (void)
{
  g_autoptr (BearingsInstrument) instrument = good_instrument ();
  BearingsLevel *second = g_ptr_array_index (instrument->levels, 1);

  assert_check (instrument, NULL, NULL);
  g_set_str (&instrument->version, "first");
  assert_check (instrument, "bad-version", "$.version");
  g_set_str (&instrument->version, "1");
  second->theta_low = 2;
  assert_check (instrument, "not-ascending", "$.levels");
  second->theta_low = NAN;
  assert_check (instrument, "level-cut", "$.levels");
  second->theta_low = 1;
  g_set_str (&second->id, "l0");
  assert_check (instrument, "duplicate-id", "$.levels");
  g_set_str (&second->id, "l1");
  instrument->minutes_low = 20;
  instrument->minutes_high = 10;
  assert_check (instrument, "interval-order", "$.minutes_low");
  instrument->minutes_high = 20;
  instrument->policy.reliability_words = 0.9;
  instrument->policy.reliability_percentile = 0.8;
  assert_check (instrument, "policy-order", "$.policy");
}

static BearingsItem *
new_item (int kind)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup ("i/1");
  item->instrument = g_strdup ("i");
  item->position = 1;
  item->scale = g_strdup ("one");
  item->kind = kind;
  item->prompt = g_strdup ("P");
  item->seconds = 30;
  return item;
}

static void
test_keyed_item (void)
{
  g_autoptr (BearingsItem) item = new_item (BEARINGS_ITEM_KEYED);
  BearingsItemOption *option = NULL;

  for (guint i = 0; i < 3; i++) {
    option = bearings_record_struct_new (&bearings_item_option_type);
    option->id = g_strdup_printf ("%u", i);
    option->text = g_strdup ("O");
    option->key = i == 0;
    g_ptr_array_add (item->options, option);
  }
  assert_check (item, NULL, NULL);
  option->key = BEARINGS_YES;
  assert_check (item, "one-key", "$.options");
  option->key = BEARINGS_UNKNOWN;
  g_set_str (&option->id, "0");
  assert_check (item, "duplicate-id", "$.options");
  g_set_str (&option->id, "2");
  item->kind = BEARINGS_ITEM_RUBRIC;
  {
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_assert_false (bearings_problem_record_check (&item->record, NULL, 0, "$", problems));
    g_assert_cmpuint (problems->len, ==, 2); /* options, and no criteria */
  }
}

static void
test_self_report_item (void)
{
  g_autoptr (BearingsItem) item = new_item (BEARINGS_ITEM_SELF_REPORT);

  assert_check (item, "too-few", "$.anchors");
  for (guint i = 0; i < 3; i++) {
    BearingsItemAnchor *anchor = bearings_record_struct_new (&bearings_item_anchor_type);
    anchor->value = i;
    anchor->text = g_strdup ("A");
    g_ptr_array_add (item->anchors, anchor);
  }
  assert_check (item, NULL, NULL);
  ((BearingsItemAnchor *) g_ptr_array_index (item->anchors, 1))->value = 2;
  assert_check (item, "not-ascending", "$.anchors");
}

static void
test_rubric_item (void)
{
  g_autoptr (BearingsItem) item = new_item (BEARINGS_ITEM_RUBRIC);
  BearingsCriterion *criterion = bearings_record_struct_new (&bearings_criterion_type);
  BearingsExemplar *exemplar = bearings_record_struct_new (&bearings_exemplar_type);
  BearingsExemplarScore *score = bearings_record_struct_new (&bearings_exemplar_score_type);

  assert_check (item, "too-few", "$.criteria");
  criterion->id = g_strdup ("correct");
  criterion->title = g_strdup ("C");
  g_ptr_array_add (item->criteria, criterion);
  for (guint i = 0; i < 2; i++) {
    BearingsCriterionPoint *point = bearings_record_struct_new (&bearings_criterion_point_type);
    point->score = 2 * i;
    point->text = g_strdup ("P");
    g_ptr_array_add (criterion->points, point);
  }
  exemplar->label = g_strdup ("E");
  exemplar->text = g_strdup ("T");
  score->criterion = g_strdup ("correct");
  score->score = 2;
  g_ptr_array_add (exemplar->scores, score);
  g_ptr_array_add (item->exemplars, exemplar);
  assert_check (item, NULL, NULL);
  score->score = 1;
  assert_check (item, "missing-reference", "$.exemplars[0].scores[0]");
  score->score = 2;
  g_set_str (&score->criterion, "other");
  assert_check (item, "missing-reference", "$.exemplars[0].scores[0]");
}

static void
test_item_parameters (void)
{
  g_autoptr (BearingsItem) item = new_item (BEARINGS_ITEM_SELF_REPORT);
  BearingsItemParameters *parameters = &item->parameters;
  double b = 0.5;

  for (guint i = 0; i < 2; i++) {
    BearingsItemAnchor *anchor = bearings_record_struct_new (&bearings_item_anchor_type);
    anchor->value = i;
    anchor->text = g_strdup ("A");
    g_ptr_array_add (item->anchors, anchor);
  }
  parameters->model = BEARINGS_ITEM_MODEL_GRM;
  assert_check (item, "missing-field", "$.parameters.origin");
  parameters->origin = BEARINGS_ORIGIN_JUDGEMENT;
  parameters->a = 1;
  assert_check (item, "bad-parameters", "$.parameters.b");
  g_array_append_val (parameters->b, b);
  assert_check (item, NULL, NULL);
  g_array_append_val (parameters->b, b);
  assert_check (item, "not-ascending", "$.parameters.b");
  parameters->model = BEARINGS_ITEM_MODEL_2PL;
  assert_check (item, "bad-parameters", "$.parameters.b");
  g_array_set_size (parameters->b, 1);
  parameters->c = 0.2;
  assert_check (item, "bad-parameters", "$.parameters.c");
  parameters->model = BEARINGS_ITEM_MODEL_3PL;
  assert_check (item, NULL, NULL);
  parameters->origin = BEARINGS_ORIGIN_CALIBRATED;
  assert_check (item, "missing-field", "$.parameters.n");
}

static void
test_reference_sample (void)
{
  g_autoptr (BearingsReferenceSample) sample =
    bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);

  sample->record.id = g_strdup ("s");
  sample->title = g_strdup ("S");
  sample->measure = g_strdup ("years of coding");
  sample->population = g_strdup ("P");
  sample->sampling = g_strdup ("self-selected");
  sample->source = g_strdup ("s");
  sample->sample.n = 556;
  sample->sample.unit = g_strdup ("people");
  assert_check (sample, "missing-field", "$.reliability");
  sample->factual = BEARINGS_YES;
  assert_check (sample, NULL, NULL);
  sample->factual = BEARINGS_NO;
  sample->reliability.missing = BEARINGS_MISSING_NOT_STATED;
  assert_check (sample, NULL, NULL);
}

static void
test_norm_table (void)
{
  g_autoptr (BearingsNormTable) table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  BearingsNormRow *rows[3];

  table->sample = g_strdup ("s");
  table->measure = g_strdup ("years of coding");
  for (guint i = 0; i < 3; i++) {
    rows[i] = bearings_record_struct_new (&bearings_norm_row_type);
    rows[i]->low = i;
    if (i < 2)
      rows[i]->high = i + 1;
    rows[i]->n = 10;
    g_ptr_array_add (table->rows, rows[i]);
  }
  assert_check (table, NULL, NULL);
  rows[1]->high = 3;
  assert_check (table, "not-ascending", "$.rows[2]");
  rows[1]->high = NAN;
  assert_check (table, "open-row", "$.rows[1]");
  rows[1]->high = 2;
  rows[0]->n = rows[1]->n = rows[2]->n = 0;
  assert_check (table, "too-few", "$.rows");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check/figure", test_figure);
  g_test_add_func ("/model/check/claim", test_claim);
  g_test_add_func ("/model/check/texts", test_texts);
  g_test_add_func ("/model/check/trace-hop", test_trace_hop);
  g_test_add_func ("/model/check/evidence-search", test_evidence_search);
  g_test_add_func ("/model/check/occupation", test_occupation);
  g_test_add_func ("/model/check/occupation-skill", test_occupation_skill);
  g_test_add_func ("/model/check/wage", test_wage);
  g_test_add_func ("/model/check/posting-share", test_posting_share);
  g_test_add_func ("/model/check/vacancy-share", test_vacancy_share);
  g_test_add_func ("/model/check/skill-family", test_skill_family);
  g_test_add_func ("/model/check/directness", test_directness);
  g_test_add_func ("/model/check/replication-study", test_replication_study);
  g_test_add_func ("/model/check/reading", test_reading);
  g_test_add_func ("/model/check/instrument", test_instrument);
  g_test_add_func ("/model/check/keyed-item", test_keyed_item);
  g_test_add_func ("/model/check/self-report-item", test_self_report_item);
  g_test_add_func ("/model/check/rubric-item", test_rubric_item);
  g_test_add_func ("/model/check/item-parameters", test_item_parameters);
  g_test_add_func ("/model/check/reference-sample", test_reference_sample);
  g_test_add_func ("/model/check/norm-table", test_norm_table);
  return g_test_run ();
}
