/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs read: each member of every output, against a list that is kept. Only what an
 * output says is compared, not how it is laid out. BEARINGS_WRITE_KEPT=1 writes the list anew.
 */

#include <math.h>
#include <string.h>

#include "../model/form-fixture.h"
#include "bearings-analysis-json.h"
#include "bearings-csl-json.h"
#include "bearings-page-json.h"
#include "bearings-plan-json.h"
#include "bearings-quality-json.h"
#include "bearings-questions-json.h"
#include "bearings-recalibration-json.h"
#include "kept-output.h"

static BearingsReferenceSample *
sample_new (const char *id, BearingsMissing missing)
{
  BearingsReferenceSample *sample = bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);

  sample->record.id = g_strdup (id);
  sample->title = g_strdup (id);
  sample->collected = g_strdup ("2022-10");
  sample->source = g_strdup ("survey");
  sample->sample.missing = missing;
  sample->reliability.metric = g_strdup ("Cronbach's alpha");
  sample->reliability.value = 0.8;
  sample->reliability.low = 0.75;
  sample->reliability.high = 0.85;
  return sample;
}

static BearingsPlacement *
placement_new (BearingsDisplay display, BearingsMissing missing)
{
  BearingsPlacement *placement = g_new0 (BearingsPlacement, 1);

  placement->sample = sample_new ("developers", missing);
  placement->table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  placement->table->measure = g_strdup ("years of coding");
  placement->value = 4;
  placement->display = display;
  placement->percentile = 37;
  placement->low = 31;
  placement->high = 44;
  placement->above_quartile[0] = 0.875;
  placement->above_quartile[1] = 0.25;
  placement->above_quartile[2] = 0.0625;
  placement->n = 556;
  placement->why = g_strdup ("The sample is large enough.");
  return placement;
}

static BearingsResult *
result_new (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsSitting) sitting = bearings_sitting_replay (form, log, NULL);
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BearingsResult *result = bearings_result_new (sitting, info, none, none);

  g_set_str (&result->info->data_version, "instrument 1.0.0");
  return result;
}

static void
set_estimates (BearingsResult *result)
{
  result->n_keyed = 7;
  result->n_keyed_right = 5;
  result->n_rubric = 1;
  result->n_self = 4;
  result->theta = 0.25;
  result->se = 0.375;
  result->theta_low = -0.485;
  result->theta_high = 0.985;
  result->reliability = 0.859375;
  result->provisional = FALSE;
  result->level = result->form->instrument->levels->pdata[1];
  g_array_set_size (result->level_chance, 0);
  g_array_append_vals (result->level_chance, (const double[]) { 0.125, 0.5, 0.375 }, 3);
  result->self_mean = 2.5;
  result->self_se = 0.25;
  for (guint i = 0; i < result->scales->len; i++) {
    BearingsScaleResult *scale = result->scales->pdata[i];

    scale->n_items = 3 + i;
    scale->theta = 0.5 - i;
    scale->se = 0.75;
    scale->n_self = 2;
    scale->self_mean = 1.5 + i;
  }
}

static void
keep_results (GString *out)
{
  g_autoptr (BearingsResult) empty = result_new ();
  g_autoptr (BearingsResult) result = result_new ();
  g_autoptr (GPtrArray) groups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_placement_free);

  keep_output (out, "A sitting without answers", bearings_page_json_result_to (empty));
  set_estimates (result);
  result->display = BEARINGS_DISPLAY_WORDS;
  g_ptr_array_add (result->placements, placement_new (BEARINGS_DISPLAY_PERCENTILE, 0));
  g_ptr_array_add (result->placements,
                   placement_new (BEARINGS_DISPLAY_LEVEL_ONLY, BEARINGS_MISSING_SUPPRESSED));
  g_ptr_array_add (groups, placement_new (BEARINGS_DISPLAY_WORDS, 0));
  bearings_result_take_groups (result, g_steal_pointer (&groups));
  g_ptr_array_add (result->checks, g_strdup ("Answers came fast."));
  keep_output (out, "A result", bearings_page_json_result_to (result));
}

static void
keep_page (GString *out)
{
  BearingsSkillPage page = {
    .role = bearings_record_new (BEARINGS_RECORD_ROLE),
    .skill = bearings_record_new (BEARINGS_RECORD_SKILL),
    .occupations = g_ptr_array_new_with_free_func (bearings_record_unref),
    .answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free),
    .evidence = g_ptr_array_new_with_free_func (g_object_unref),
    .n_direct = 2,
    .n_adjacent = 1,
    .n_context = 0,
    .flags = g_ptr_array_new (),
    .readings = g_ptr_array_new (),
    .pairings = g_ptr_array_new (),
    .definitions = g_ptr_array_new (),
    .literatures = g_ptr_array_new (),
    .register_entries = g_ptr_array_new (),
    .instruments = g_ptr_array_new (),
    .references = g_ptr_array_new_with_free_func (bearings_record_unref),
    .sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref),
  };
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func (bearings_record_unref);
  BearingsOccupation *occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
  BearingsEvidenceSearch *search = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);
  static const char *const ids[] = { "first", "second", "near" };

  page.role->record.id = g_strdup ("engineer");
  page.role->title = g_strdup ("Engineer");
  page.skill->record.id = g_strdup ("python");
  page.skill->name = g_strdup ("Python");
  occupation->record.id = g_strdup ("15-1221.00");
  g_ptr_array_add (page.occupations, occupation);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (BearingsClaim) claim = claim_new (ids[i], 5 + i);

    if (i == 2) {
      claim->finding.value = claim->finding.low = claim->finding.high = NAN;
      claim->finding.missing = BEARINGS_MISSING_NOT_STATED;
      claim->finding.missing_note = g_strdup ("The table leaves it out.");
      claim->finding.count = claim->finding.total = BEARINGS_INTEGER_ABSENT;
    }
    g_ptr_array_add (page.evidence,
                     bearings_evidence_new_claim (
                       claim, i < 2 ? BEARINGS_DIRECTNESS_DIRECT : BEARINGS_DIRECTNESS_ADJACENT,
                       "about this career"));
  }
  search->channel = BEARINGS_CHANNEL_CALLBACKS;
  search->outcome = BEARINGS_MISSING_NOT_FOUND;
  search->summary = g_strdup ("Nothing was found.");
  search->searched = g_strdup ("2026-11-20");
  search->where = g_strdup ("two databases");
  g_ptr_array_add (searches, search);
  for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
    g_ptr_array_add (page.answers, bearings_channel_answer_new (channel, page.evidence, searches));
  g_ptr_array_add (page.references, source_new ());
  keep_output (out, "A skill for a career", bearings_page_json_skill_to (&page));
  g_clear_pointer (&page.role, bearings_record_unref);
  page.occupation = page.occupations->pdata[0];
  page.occupation->title = g_strdup ("Scientists");
  g_ptr_array_set_size (page.evidence, 0);
  g_ptr_array_set_size (page.answers, 0);
  g_ptr_array_set_size (page.references, 0);
  keep_output (out, "A skill for an occupation", bearings_page_json_skill_to (&page));

  bearings_record_unref (page.skill);
  g_ptr_array_unref (page.occupations);
  g_ptr_array_unref (page.answers);
  g_ptr_array_unref (page.evidence);
  g_ptr_array_unref (page.flags);
  g_ptr_array_unref (page.readings);
  g_ptr_array_unref (page.pairings);
  g_ptr_array_unref (page.definitions);
  g_ptr_array_unref (page.literatures);
  g_ptr_array_unref (page.register_entries);
  g_ptr_array_unref (page.instruments);
  g_ptr_array_unref (page.references);
  g_hash_table_unref (page.sources);
}

static void
keep_lists (GString *out)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) citations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_citation_free);
  g_autoptr (BearingsSource) source = source_new ();
  BearingsCitation *citation = bearings_citation_new (source);
  BearingsQuestion question = {
    .kind = BEARINGS_QUESTION_SCOPE,
    .id = (char *) "first/scope",
    .question = (char *) "Of whom does it speak?",
    .answer = (char *) "Of people in 2023.",
    .opens = BEARINGS_RECORD_CLAIM,
    .record = (char *) "first",
  };
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();

  g_ptr_array_add (hits, bearings_hit_new (BEARINGS_RECORD_SKILL, "python", "Python", NULL));
  g_ptr_array_add (hits,
                   bearings_hit_new (BEARINGS_RECORD_OCCUPATION, "15-1221.00", "Scientists", "15"));
  keep_output (out, "Hits", bearings_page_json_hits_to (hits));
  g_ptr_array_add (problems, bearings_problem_new (BEARINGS_SEVERITY_ERROR, "a.json", 3, "$.id",
                                                   "missing", "%s is missing", "id"));
  g_ptr_array_add (
    problems, bearings_problem_new (BEARINGS_SEVERITY_WARNING, NULL, 0, "$", "odd", "looks odd"));
  keep_output (out, "Problems", bearings_page_json_problems_to (problems));
  g_ptr_array_add (citation->notes, g_strdup ("Cited for a claim."));
  g_ptr_array_add (citations, citation);
  keep_output (out, "Citations", bearings_csl_json_citations_to (citations));
  g_ptr_array_add (questions, &question);
  keep_output (out, "Questions", bearings_questions_json_to (questions));
}

static BearingsCoefficient
coefficient (double value)
{
  return (BearingsCoefficient) { value, value - 0.125, value + 0.125, 345 };
}

static void
set_quality (BearingsQuality *quality)
{
  BearingsQualityPart *part = quality->parts->pdata[0];
  BearingsQualityItem *item = quality->items->pdata[0];
  BearingsQualityOutside *outside = g_new0 (BearingsQualityOutside, 1);
  BearingsRaterAgreement *all = g_new0 (BearingsRaterAgreement, 1);
  BearingsRaterAgreement *one = g_new0 (BearingsRaterAgreement, 1);
  BearingsItem *task = bearings_form_get_item (quality->form, "task");

  quality->n = 345;
  quality->n_other = 2;
  g_set_str (&quality->first_month, "2025-11");
  g_set_str (&quality->last_month, "2026-03");
  *part = (BearingsQualityPart) {
    .n_items = 12,
    .n_used = 11,
    .n_persons = 345,
    .mean_items = 8.5,
    .pairwise = TRUE,
    .alpha = coefficient (0.75),
    .omega = coefficient (0.5),
    .n_draws = 2000,
    .rmsea = 0.0625,
    .cfi = 0.96875,
    .usual = 0.625,
    .sd = 2.5,
    .sem = 1.25,
    .persons = { 0, 2345 },
    .factor = { 0.5, INFINITY },
  };
  item->n = 9;
  item->difficulty = 0.5;
  item->rest = coefficient (0.375);
  item->information = 0.25;
  item->at = -1.5;
  item->judged = TRUE;
  item->dif.delta = -1.75;
  item->dif.delta_se = 0.5;
  item->dif.ets = 'C';
  g_array_set_size (quality->curve, 0);
  g_array_append_vals (quality->curve,
                       (const BearingsQualityPoint[]) { { -1, 0, NAN }, { 0, 4, 0.5 } }, 2);
  quality->marginal = 0.8125;
  quality->empirical = coefficient (0.625);
  quality->retest = coefficient (0.875);
  quality->retest_r = coefficient (0.25);
  quality->retest_sem = 0.375;
  quality->retest_days = 21;
  all->n = 24;
  all->same = 0.75;
  all->icc = coefficient (0.5);
  one->item = bearings_record_ref (task);
  one->criterion = task->criteria->pdata[1];
  one->n = 3;
  one->same = NAN;
  one->kappa = coefficient (0.125);
  g_ptr_array_add (quality->raters, all);
  g_ptr_array_add (quality->raters, one);
  outside->name = g_strdup ("grade");
  outside->note = g_strdup ("of a course");
  outside->performance = coefficient (0.375);
  outside->self_rating = coefficient (0.25);
  g_ptr_array_add (quality->outside, outside);
  g_ptr_array_add (quality->stated, sample_new ("developers", 0));
  g_set_str (&quality->reference, "north");
  g_set_str (&quality->focal, "south");
  quality->n_reference = 120;
  quality->n_focal = 80;
  g_set_str (&quality->dif_note, NULL);
}

static void
keep_quality (GString *out)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  const BearingsQualityData data = { .contributions = none };
  g_autoptr (BearingsQuality) empty = bearings_quality_new (form, &data);
  g_autoptr (BearingsQuality) quality = bearings_quality_new (form, &data);

  /* The curve is of the psychometrics, and tested there. */
  g_array_set_size (empty->curve, 0);
  /* Of what few answered nothing is told, not even how much. */
  ((BearingsQualityPart *) empty->parts->pdata[0])->mean_items = 4.5;
  empty->marginal = NAN;
  for (guint i = 0; i < form->items->len - 1; i++) {
    ((BearingsQualityItem *) empty->items->pdata[i])->information = NAN;
    ((BearingsQualityItem *) empty->items->pdata[i])->at = NAN;
    ((BearingsQualityItem *) quality->items->pdata[i])->information = NAN;
    ((BearingsQualityItem *) quality->items->pdata[i])->at = NAN;
  }
  keep_output (out, "The quality of what nobody answered", bearings_quality_json_to (empty));
  set_quality (quality);
  keep_output (out, "Quality", bearings_quality_json_to (quality));
}

static void
keep_analysis (GString *out)
{
  const BearingsOptionStatistics options[] = {
    { 0, FALSE, 12, 0.25, 2.5, -0.125 },
    { 1, TRUE, 36, 0.75, 3.5, 0.375 },
  };
  BearingsItemStatistics item = {
    .item = (char *) "first",
    .mean = 0.75,
    .sd = 0.5,
    .item_total = 0.625,
    .corrected = 0.375,
    .alpha_if_deleted = 0.5,
    .upper_lower = 0.25,
    .options = g_array_new (FALSE, FALSE, sizeof (BearingsOptionStatistics)),
    .dif = { 0.5, -1.5, 0.25, 9, 0.0078125, -0.125, 'B', 0.03125, 0.5, 0.0625, 'A' },
  };
  BearingsItemStatistics bare = {
    .item = (char *) "second",
    .mean = NAN,
    .sd = NAN,
    .item_total = NAN,
    .corrected = NAN,
    .alpha_if_deleted = NAN,
    .upper_lower = NAN,
    .options = g_array_new (FALSE, FALSE, sizeof (BearingsOptionStatistics)),
    .dif = { .p = NAN, .uniform_p = NAN },
  };
  BearingsItemStatistics logistic = bare;
  BearingsItemAnalysis analysis = {
    .items = g_ptr_array_new (),
    .alpha = 0.75,
    .alpha_se = 0.0625,
    .low = 0.625,
    .high = 0.875,
    .n_draws = 2000,
    .boot_low = 0.5,
    .boot_high = 0.8125,
    .omega = 0.78125,
    .omega_se = 0.03125,
    .rmsea = 0.015625,
    .cfi = 0.96875,
    .half_correlation = 0.25,
    .spearman_brown = 0.375,
    .flanagan = 0.4375,
    .mean = 12.5,
    .sd = 3.25,
    .sem = 1.625,
    .n = 48,
    .reference = (char *) "north",
    .focal = (char *) "south",
    .n_reference = 30,
    .n_focal = 18,
  };

  logistic.item = (char *) "third";
  logistic.dif = (BearingsDif) { NAN, NAN, NAN, NAN, NAN, NAN, '\0', 0.25, NAN, NAN, '\0' };
  g_array_append_vals (item.options, options, 2);
  g_ptr_array_add (analysis.items, &item);
  g_ptr_array_add (analysis.items, &bare);
  g_ptr_array_add (analysis.items, &logistic);
  keep_output (out, "Item analysis", bearings_analysis_json_item_to (&analysis));
  analysis.reference = analysis.focal = NULL;
  analysis.dif_note = (char *) "there are not two groups";
  g_ptr_array_set_size (analysis.items, 0);
  keep_output (out, "Item analysis without groups", bearings_analysis_json_item_to (&analysis));
  g_ptr_array_unref (analysis.items);
  g_array_unref (item.options);
  g_array_unref (bare.options);
}

static BearingsCalibratedItem *
calibrated_new (const char *id, BearingsItemModel model, double c)
{
  BearingsCalibratedItem *item = bearings_calibrated_item_new (id, model, 1.25, c);

  item->a_se = 0.125;
  item->c_se = isnan (c) ? NAN : 0.0625;
  g_array_append_vals (item->b, (const double[]) { -0.5, 0.75 }, 2);
  g_array_append_vals (item->b_se, (const double[]) { 0.25, NAN }, 2);
  return item;
}

static void
keep_calibration (GString *out)
{
  g_autoptr (BearingsItem) first = fixture_item ("first", 1, "x", BEARINGS_ITEM_KEYED, 0.5);
  g_autoptr (BearingsItem) second = fixture_item ("second", 2, "x", BEARINGS_ITEM_RUBRIC, -0.5);
  g_autoptr (BearingsForm) form = fixture_form ();
  BearingsRecalibratedItem rows[] = {
    { .item = first, .n = 345, .shift = -0.25, .shift_errors = -1.5 },
    { .item = second, .kept = BEARINGS_KEPT_PERSONS, .n = 9, .needed = 200 },
    { .item = second, .kept = BEARINGS_KEPT_ANSWERS, .n = 0, .needed = 30 },
    { .item = second, .kept = BEARINGS_KEPT_ALL_SAME, .n = 10, .needed = 30 },
    { .item = second, .kept = BEARINGS_KEPT_EMPTY_CATEGORY, .n = 10 },
    { .item = second, .kept = BEARINGS_KEPT_UNBOUNDED, .n = 10 },
  };
  BearingsCalibration calibration = {
    .model = BEARINGS_ITEM_MODEL_3PL,
    .items = g_ptr_array_new_with_free_func (bearings_calibrated_item_free),
    .log_likelihood = -1234.5,
    .n_parameters = 6,
    .n_persons = 345,
    .n_patterns = 67,
    .iterations = 23,
    .converged = TRUE,
    .smallest_category = 4,
  };
  BearingsRecalibration recalibration = {
    .form = form,
    .version = (char *) "1.0.0.1",
    .items = g_ptr_array_new (),
    .n_persons = 345,
    .n_calibrated = 1,
    .n_large = 2,
    .log_likelihood = -1234.5,
    .n_parameters = 6,
    .iterations = 23,
    .converged = FALSE,
    .anchors = 5,
    .slope = 1.125,
    .intercept = -0.0625,
    .n_scored = 340,
    .correlation = 0.96875,
    .mean_shift = 0.03125,
    .sd_shift = 0.125,
    .sem_before = 0.5,
    .sem_after = 0.4375,
    .n_up = 9,
    .n_down = 12,
    .unknown = g_ptr_array_new (),
  };

  g_ptr_array_add (calibration.items, calibrated_new ("first", BEARINGS_ITEM_MODEL_3PL, 0.25));
  g_ptr_array_add (calibration.items, calibrated_new ("second", BEARINGS_ITEM_MODEL_2PL, NAN));
  keep_output (out, "Calibration", bearings_analysis_json_calibration_to (&calibration));
  rows[0].after = calibration.items->pdata[0];
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (recalibration.items, &rows[i]);
  g_ptr_array_add (recalibration.unknown, (gpointer) "elsewhere");
  keep_output (out, "Recalibration", bearings_recalibration_json_to (&recalibration));
  g_ptr_array_unref (calibration.items);
  g_ptr_array_unref (recalibration.items);
  g_ptr_array_unref (recalibration.unknown);
}

static void
keep_scores (GString *out)
{
  const BearingsPersonReport whole = { (char *) "ann", 0.5,   0.375, 0,  12, -0.25, -0.5,
                                       1.125,          0.875, 4,     12, 3,  0.625, 0.75 };
  BearingsPersonReport low = whole, high = whole;
  BearingsResponseScores scores = {
    .estimator = BEARINGS_ESTIMATOR_WLE,
    .persons = g_ptr_array_new (),
    .unknown = g_ptr_array_new (),
    .n_items = 12,
    .n_scored = 2,
    .mean = 0.25,
    .sd = 1.125,
    .empirical = 0.75,
    .marginal = 0.8125,
  };

  low.person = (char *) "ben";
  low.at_bound = -1;
  low.n_times = 0;
  high.person = (char *) "cem";
  high.at_bound = 1;
  high.even_odd = NAN;
  g_ptr_array_add (scores.persons, (gpointer) &whole);
  g_ptr_array_add (scores.persons, &low);
  g_ptr_array_add (scores.persons, &high);
  g_ptr_array_add (scores.unknown, (gpointer) "elsewhere");
  keep_output (out, "Scores", bearings_analysis_json_response_scores_to (&scores));
  g_ptr_array_unref (scores.persons);
  g_ptr_array_unref (scores.unknown);
}

static void
keep_preview (GString *out)
{
  BearingsPackInfo info = { .id = (char *) "acme", .version = (char *) "2.0" };
  g_autoptr (BearingsPreview) preview = bearings_preview_new ();
  g_autoptr (BearingsClaim) before = claim_new ("first", 5);
  g_autoptr (BearingsClaim) after = claim_new ("first", 6);
  g_autoptr (BearingsClaim) new = claim_new ("second", 7);
  BearingsAnswerChange *answer = g_new0 (BearingsAnswerChange, 1);
  BearingsImportSummary summary = {
    .info = &info,
    .replaced_version = (char *) "1.0",
    .number = 3,
    .added = 4,
    .changed = 5,
    .removed = 6,
    .unchanged = 7,
  };
  BearingsDiffEntry *changed =
    bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_CHANGED, &before->record, &after->record);

  summary.signature.state = BEARINGS_SIGNATURE_NONE;
  keep_output (out, "An import", bearings_page_json_import_summary_to (&summary));
  changed->line = 12;
  bearings_preview_add (preview, changed);
  for (BearingsRecordChange change = BEARINGS_RECORD_CHANGE_ADDED;
       change <= BEARINGS_RECORD_CHANGE_KEPT; change++)
    if (change != BEARINGS_RECORD_CHANGE_CHANGED)
      bearings_preview_add (preview,
                            bearings_diff_entry_new (
                              change, change == BEARINGS_RECORD_CHANGE_ADDED ? NULL : &new->record,
                              change == BEARINGS_RECORD_CHANGE_REMOVED ? NULL : &new->record));
  answer->question = g_strdup ("How much does it matter?");
  answer->channel = g_strdup ("pay");
  answer->before = g_strdup ("5");
  answer->after = g_strdup ("6");
  g_ptr_array_add (preview->answers, answer);
  preview->installed = g_strdup ("1.0");
  preview->n_unchanged = 17;
  preview->n_results = 2;
  preview->info = g_new0 (BearingsPackInfo, 1);
  preview->info->id = g_strdup ("acme");
  preview->info->version = g_strdup ("2.0");
  preview->signature.state = BEARINGS_SIGNATURE_NONE;
  keep_output (out, "A preview", bearings_page_json_preview_to (preview));
}

static void
keep_plan (GString *out)
{
  g_autoptr (BearingsRole) role = bearings_record_new (BEARINGS_RECORD_ROLE);
  g_autoptr (BearingsPlan) plan = NULL;
  BearingsPlanRow rows[2] = {
    { .score = 0.5, .n_known = 3, .n_weighed = 5, .first = 0.75, .top_three = 0.96875 },
    { .score = NAN, .strength = TRUE },
  };
  BearingsPlanOrder order = { .rows = g_ptr_array_new (), .survives = 0.875 };

  role->record.id = g_strdup ("engineer");
  role->title = g_strdup ("Engineer");
  plan = bearings_plan_new (role);
  plan->aim = 2;
  for (guint i = 0; i < 2; i++) {
    g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);
    BearingsPlanSkill *row;

    skill->record.id = g_strdup (i == 0 ? "python" : "sql");
    skill->name = g_strdup (i == 0 ? "Python" : "SQL");
    row = bearings_plan_skill_new (skill);
    rows[i].skill = row;
    g_ptr_array_add (plan->skills, row);
    g_ptr_array_add (order.rows, &rows[i]);
    if (i == 1)
      continue;
    row->posting = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
    row->posting->share = 75;
    row->posting->low = 62.5;
    row->posting->high = 87.5;
    row->posting->k = 30;
    row->posting->n = 40;
    row->posting->source = g_strdup ("postings");
    row->use = bearings_record_new (BEARINGS_RECORD_USE_SHARE);
    row->use->share = 50;
    row->use->low = 37.5;
    row->use->high = 62.5;
    row->use->k = 10;
    row->use->n = 20;
    row->use->source = g_strdup ("survey");
    row->wish = 0.25;
    row->instrument = g_strdup ("python-skill");
  }
  keep_output (out, "A plan", bearings_plan_json_to (plan, &order));
  g_ptr_array_unref (order.rows);
}

static void
test_as_kept (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  keep_results (out);
  keep_page (out);
  keep_lists (out);
  keep_quality (out);
  keep_analysis (out);
  keep_calibration (out);
  keep_scores (out);
  keep_preview (out);
  keep_plan (out);
  assert_kept_text (out->str, OUTPUTS, "BEARINGS_WRITE_KEPT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/outputs/as-kept", test_as_kept);
  return g_test_run ();
}
