/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the quality of an instrument, for every way it can turn out. */

#include "bearings-quality-words.h"

#include <math.h>

static BearingsCoefficient
coefficient (double value, double low, double high, gsize n)
{
  return (BearingsCoefficient) { value, low, high, n };
}

/* A text that was made, against the one expected. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_coefficients (void)
{
  BearingsCoefficient whole = coefficient (0.816, 0.799, 0.832, 1000);
  BearingsCoefficient bare = coefficient (0.816, NAN, NAN, 12);
  BearingsCoefficient few = coefficient (NAN, NAN, NAN, 9);
  BearingsCoefficient none = coefficient (NAN, NAN, NAN, 10);

  assert_text (bearings_quality_words_coefficient_text (&whole),
               "0.82 (95 % interval 0.80 to 0.83; n = 1000)");
  assert_text (bearings_quality_words_coefficient_text (&bare),
               "0.82 (no interval can be computed; n = 12)");
  assert_text (bearings_quality_words_coefficient_text (&few),
               "not yet: n = 9, and nothing is shown of fewer than 10");
  assert_text (bearings_quality_words_coefficient_text (&none),
               "not defined for these answers (n = 10)");
  assert_text (bearings_quality_words_interval_text (&whole), "0.82 (0.80 to 0.83)");
  assert_text (bearings_quality_words_interval_text (&bare), "0.82");
  assert_text (bearings_quality_words_interval_text (&none), "–");
  assert_text (bearings_quality_words_number (INFINITY, 2), "–");
}

/* Small cells are hidden, empty ones are not small. */
static void
test_counts (void)
{
  assert_text (bearings_quality_words_count_text (0), "0");
  assert_text (bearings_quality_words_count_text (1), "< 10");
  assert_text (bearings_quality_words_count_text (9), "< 10");
  assert_text (bearings_quality_words_count_text (10), "10");
  assert_text (bearings_quality_words_count_text (1234), "1234");
}

static void
test_standing (void)
{
  static const struct {
    double value, low;
    BearingsStanding standing;
  } cases[] = {
    { NAN, NAN, BEARINGS_STANDING_UNKNOWN },   { 0.69, 0.6, BEARINGS_STANDING_BELOW },
    { 0.70, 0.69, BEARINGS_STANDING_UNSURE },  { 0.8, NAN, BEARINGS_STANDING_UNSURE },
    { 0.75, 0.70, BEARINGS_STANDING_REACHED },
  };
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BearingsCoefficient one = coefficient (cases[i].value, cases[i].low, 1, 100);
    BearingsStanding standing = bearings_coefficient_standing (&one, 0.70);

    g_assert_cmpint (standing, ==, cases[i].standing);
    g_hash_table_add (words, (gpointer) bearings_quality_words_standing (standing));
  }
  g_assert_cmpuint (g_hash_table_size (words), ==, 4);
}

static BearingsQualityPart *
part_new (BearingsCoefficient alpha)
{
  BearingsQualityPart *part = g_new0 (BearingsQualityPart, 1);

  part->n_items = part->n_used = 12;
  part->n_persons = 345;
  part->mean_items = 12;
  part->alpha = alpha;
  part->omega = coefficient (0.9, 0.88, 0.92, 345);
  part->n_draws = 2000;
  part->rmsea = 0.0164;
  part->cfi = 0.9961;
  part->usual = 0.79;
  part->sd = 2.5;
  part->sem = 1.25;
  part->factor[0] = 0.5;
  part->factor[1] = 2.34;
  part->persons[1] = 2345;
  return part;
}

static void
assert_lines (GPtrArray *lines, const char *const *expected)
{
  guint n = g_strv_length ((char **) expected);

  for (guint i = 0; i < MIN (lines->len, n); i++)
    g_assert_cmpstr (lines->pdata[i], ==, expected[i]);
  g_assert_cmpuint (lines->len, ==, n);
  g_ptr_array_unref (lines);
}

static void
test_part (void)
{
  g_autofree BearingsQualityPart *part = part_new (coefficient (0.88, 0.86, 0.9, 345));

  assert_lines (
    bearings_quality_words_part_lines (part),
    (const char *const[]) {
      "Cronbach’s alpha: 0.88 (95 % interval 0.86 to 0.90; n = 345).",
      "McDonald’s omega: 0.90 (95 % interval 0.88 to 0.92; n = 345). Fit of one factor: RMSEA "
      "0.016, "
      "CFI 0.996; omega of a bad fit means little.",
      "Standard error of measurement of the sum: 1.25 points, where persons differ by a standard "
      "deviation of 2.50.",
      "The interval of alpha is by the bootstrap, bias-corrected and accelerated, 2000 draws.",
      NULL });
  assert_text (bearings_quality_words_fit_text (part),
               "RMSEA 0.016, CFI 0.996; omega of a bad fit means little");
}

/* Whoever answered a part of the items, has a shorter instrument, and is told so. */
static void
test_part_of_unlike_persons (void)
{
  g_autofree BearingsQualityPart *part = part_new (coefficient (0.88, 0.86, 0.9, 345));

  part->n_used = 11;
  part->mean_items = 8.46;
  part->n_draws = 0;
  part->pairwise = TRUE;
  part->omega.value = NAN;
  {
    g_autoptr (GPtrArray) lines = bearings_quality_words_part_lines (part);

    g_assert_cmpuint (lines->len, ==, 7);
    g_assert_nonnull (strstr (lines->pdata[1], "cannot be fitted"));
    g_assert_nonnull (strstr (lines->pdata[3], "Feldt"));
    g_assert_nonnull (strstr (lines->pdata[4], "has 8.5 of them on average"));
    g_assert_nonnull (strstr (lines->pdata[4], "would be 0.79"));
    g_assert_nonnull (strstr (lines->pdata[5], "Of 12 items 11 are used"));
    g_assert_nonnull (strstr (lines->pdata[6], "different items"));
  }
  part->usual = NAN;
  part->n_used = 12;
  part->pairwise = FALSE;
  {
    g_autoptr (GPtrArray) lines = bearings_quality_words_part_notes (part);
    g_assert_cmpuint (lines->len, ==, 2);
  }
}

static void
test_part_without_figures (void)
{
  g_autofree BearingsQualityPart *part = part_new (coefficient (NAN, NAN, NAN, 0));

  part->n_missing = 1;
  assert_lines (
    bearings_quality_words_part_lines (part),
    (const char *const[]) { "1 more person is missing: nothing is shown of fewer than 10.", NULL });
  part->n_missing = 7;
  assert_lines (bearings_quality_words_part_notes (part),
                (const char *const[]) {
                  "7 more persons are missing: nothing is shown of fewer than 10.", NULL });
  part->n_missing = 0;
  assert_lines (
    bearings_quality_words_part_lines (part),
    (const char *const[]) {
      "There are not yet two items that the same 10 persons answered differently.", NULL });
}

static void
test_thresholds (void)
{
  g_autofree BearingsQualityPart *part = part_new (coefficient (0.88, 0.86, 0.9, 345));

  assert_text (bearings_quality_words_threshold_text (part, 0),
               "Reached, by its interval, too. A sitting of the usual length has enough items for "
               "it.");
  assert_text (
    bearings_quality_words_threshold_text (part, 1),
    "Not reached, and more persons would not change that. A sitting would need 2.3 times "
    "as many items of the same kind as now.");
  part->factor[1] = INFINITY;
  assert_text (bearings_quality_words_threshold_text (part, 1),
               "Not reached, and more persons would not change that. What is missing is better "
               "items: more of these would not bring it.");
  part->factor[1] = 1;
  part->alpha.value = 0.91;
  assert_text (bearings_quality_words_threshold_text (part, 1),
               "Reached by the value, not by its interval: if alpha stays as it is, about 2300 "
               "persons show it. A sitting of the usual length has enough items for it.");
  part->persons[1] = 95;
  assert_text (bearings_quality_words_threshold_text (part, 1),
               "Reached by the value, not by its interval: if alpha stays as it is, about 95 "
               "persons show it. A sitting of the usual length has enough items for it.");
  part->persons[1] = 0;
  assert_text (bearings_quality_words_threshold_text (part, 1),
               "Reached by the value, not by its interval.");
  part->alpha.value = NAN;
  assert_text (bearings_quality_words_threshold_text (part, 1), "Not known yet.");
}

static BearingsQuality *
quality_new (void)
{
  g_autoptr (BearingsInstrument) instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  g_autoptr (BearingsForm) form = NULL;
  BearingsItem *task = bearings_record_new (BEARINGS_RECORD_ITEM);

  instrument->record.id = g_strdup ("test");
  instrument->version = g_strdup ("1.2.0");
  instrument->title = g_strdup ("Test");
  task->record.id = g_strdup ("task");
  task->instrument = g_strdup ("test");
  task->position = 1;
  task->kind = BEARINGS_ITEM_RUBRIC;
  g_ptr_array_add (items, task);
  form = bearings_form_new (instrument, items);
  return bearings_quality_new (form, &(BearingsQualityData) { .contributions = none });
}

static void
add_part (BearingsQuality *quality, double alpha, double low)
{
  g_ptr_array_add (quality->parts, part_new (coefficient (alpha, low, 1, 345)));
}

/* The part that stands lowest decides, wherever it stands. */
static void
test_summary (void)
{
  static const struct {
    double alphas[2][2];
    const char *words;
  } cases[] = {
    { { { 0.95, 0.92 }, { 0.93, 0.90 } }, "well enough for decisions" },
    { { { 0.95, 0.92 }, { 0.93, 0.89 } }, "for research, not for decisions" },
    { { { 0.72, 0.70 }, { 0.95, 0.92 } }, "for research, not for decisions" },
    { { { 0.95, 0.92 }, { 0.72, 0.69 } }, "not shown" },
    { { { 0.6, 0.5 }, { 0.95, 0.92 } }, "not shown" },
    { { { NAN, NAN }, { 0.95, 0.92 } }, "do not yet say for all of its parts" },
    { { { 0.95, 0.92 }, { NAN, NAN } }, "do not yet say for all of its parts" },
  };
  g_autoptr (BearingsQuality) quality = quality_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = NULL;

    g_ptr_array_set_size (quality->parts, 0);
    for (guint p = 0; p < 2; p++)
      add_part (quality, cases[i].alphas[p][0], cases[i].alphas[p][1]);
    quality->n = 10;
    text = bearings_quality_words_summary (quality);
    g_assert_nonnull (strstr (text, cases[i].words));
  }
  quality->n = 9;
  {
    g_autofree char *text = bearings_quality_words_summary (quality);
    g_assert_nonnull (strstr (text, "Too few people"));
  }
}

static void
test_basis (void)
{
  g_autoptr (BearingsQuality) quality = quality_new ();
  g_autofree char *nobody = bearings_quality_words_basis_text (quality);
  g_autofree char *one = NULL;
  g_autofree char *many = NULL;

  g_assert_true (g_str_has_prefix (nobody, "Nobody’s answers to version 1.2.0 "));
  quality->n = 1;
  quality->n_other = 1;
  g_set_str (&quality->first_month, "2025-11");
  g_set_str (&quality->last_month, "2026-03");
  one = bearings_quality_words_basis_text (quality);
  g_assert_true (g_str_has_prefix (one, "From 1 sitting of version 1.2.0 in"));
  g_assert_nonnull (strstr (one, "November 2025 to March 2026."));
  g_assert_true (g_str_has_suffix (one, " 1 sitting of other versions is left out."));
  quality->n = 2000;
  quality->n_other = 0;
  many = bearings_quality_words_basis_text (quality);
  g_assert_true (g_str_has_prefix (many, "From 2000 sittings of version 1.2.0 in"));
  g_assert_null (strstr (many, "left out"));
}

static void
test_retest (void)
{
  g_autoptr (BearingsQuality) quality = quality_new ();
  g_autofree char *none = bearings_quality_words_retest_text (quality);
  g_autofree char *few = NULL;
  g_autofree char *whole = NULL;

  g_assert_true (g_str_has_prefix (none, "Nobody known by a client code"));
  quality->retest = quality->retest_r = coefficient (NAN, NAN, NAN, 4);
  few = bearings_quality_words_retest_text (quality);
  g_assert_nonnull (strstr (few, "n = 4"));
  quality->retest = coefficient (0.8, 0.7, 0.9, 40);
  quality->retest_r = coefficient (0.81, 0.71, 0.91, 40);
  quality->retest_sem = 0.333;
  quality->retest_days = 20.6;
  whole = bearings_quality_words_retest_text (quality);
  g_assert_true (g_str_has_prefix (
    whole, "ICC(2,1): 0.80 (95 % interval 0.70 to 0.90; n = 40). Correlation: 0.81 (95 % interval "
           "0.71 to 0.91; n = 40). Standard error of one sitting: 0.33. Median time between: 21 "
           "days."));
}

static void
test_raters (void)
{
  g_autoptr (BearingsQuality) quality = quality_new ();
  BearingsItem *task = quality->form->items->pdata[0];
  g_autofree char *unrated = bearings_quality_words_raters_text (quality);
  g_autofree char *rated = NULL;
  g_autofree char *without = NULL;
  const BearingsCriterion criterion = { .title = (char *) "Cause" };
  BearingsRaterAgreement row = {
    .n = 24,
    .same = 0.708,
    .icc = coefficient (0.66, 0.5, 0.83, 24),
    .kappa = coefficient (0.61, 0.4, 0.8, 24),
  };

  g_assert_nonnull (strstr (unrated, "yet"));
  quality->n_rated = 3;
  rated = bearings_quality_words_raters_text (quality);
  g_assert_nonnull (strstr (rated, "second rater"));
  g_assert_null (strstr (rated, "yet"));
  task->kind = BEARINGS_ITEM_KEYED;
  without = bearings_quality_words_raters_text (quality);
  g_assert_nonnull (strstr (without, "no tasks"));

  assert_text (bearings_quality_words_rater_agreement_title (&row),
               "All tasks together, share of the points");
  row.item = task;
  assert_text (bearings_quality_words_rater_agreement_title (&row), "task: all points");
  assert_text (bearings_quality_words_rater_agreement_text (&row),
               "n = 24 · the same 0.71 · ICC(2,1) 0.66 (0.50 to 0.83)");
  row.criterion = &criterion;
  assert_text (bearings_quality_words_rater_agreement_title (&row), "task: Cause");
  assert_text (bearings_quality_words_rater_agreement_text (&row),
               "n = 24 · the same 0.71 · weighted kappa 0.61 (0.40 to 0.80)");
  row.n = 9;
  assert_text (bearings_quality_words_rater_agreement_text (&row),
               "n < 10: nothing is shown of fewer than 10");
}

static void
test_groups_and_outside (void)
{
  g_autoptr (BearingsQuality) quality = quality_new ();
  BearingsQualityOutside row = {
    .note = (char *) "Marks of a course",
    .performance = coefficient (0.4, 0.1, 0.6, 50),
    .self_rating = coefficient (NAN, NAN, NAN, 3),
  };
  g_autofree char *apart = NULL;
  g_autofree char *compared = NULL;
  g_autofree char *nothing = bearings_quality_words_outside_text (quality);
  g_autofree char *something = NULL;

  g_set_str (&quality->dif_note, "there is one group");
  apart = bearings_quality_words_groups_text (quality);
  g_assert_cmpstr (apart, ==, "Groups were not compared: there is one group.");
  quality->reference = g_strdup ("north");
  quality->focal = g_strdup ("south");
  quality->n_reference = 120;
  quality->n_focal = 80;
  compared = bearings_quality_words_groups_text (quality);
  g_assert_nonnull (strstr (compared, "“north” (120) against “south” (80)"));
  g_assert_true (g_str_has_suffix (compared, "harder for “south”. Small groups show large "
                                             "differences only."));

  g_assert_nonnull (strstr (nothing, "No measure from outside"));
  g_ptr_array_set_free_func (quality->outside, NULL);
  g_ptr_array_add (quality->outside, &row);
  something = bearings_quality_words_outside_text (quality);
  g_assert_nonnull (strstr (something, "Pearson"));
  g_ptr_array_set_size (quality->outside, 0);
  assert_text (
    bearings_quality_words_outside_row_text (&row),
    "Marks of a course. With the performance: 0.40 (95 % interval 0.10 to 0.60; n = 50). "
    "With the self-rating: not yet: n = 3, and nothing is shown of fewer than 10.");
  row.note = (char *) "";
  {
    g_autofree char *bare = bearings_quality_words_outside_row_text (&row);
    g_assert_true (g_str_has_prefix (bare, "With the performance: 0.40"));
  }
}

static void
test_items (void)
{
  BearingsQualityItem item = {
    .n = 9,
    .difficulty = 0.493,
    .rest = coefficient (0.41, 0.28, 0.53, 120),
    .information = NAN,
    .dif = { .delta = NAN, .standardised = NAN },
  };

  assert_text (bearings_quality_words_item_text (&item), "n < 10");
  item.n = 10;
  assert_text (bearings_quality_words_item_text (&item),
               "n = 10 · difficulty 0.49 · item-rest r 0.41 (0.28 to 0.53)");
  item.n = 0;
  item.information = 0.25;
  item.at = 1.5;
  assert_text (bearings_quality_words_item_text (&item), "n = 0 · tells 0.25 at +1.5 SD");
  item.judged = TRUE;
  item.at = 0;
  assert_text (bearings_quality_words_item_text (&item), "n = 0 · judged to tell 0.25 at 0 SD");
  item.at = -1.5;
  item.dif.standardised = -0.12;
  assert_text (bearings_quality_words_item_text (&item),
               "n = 0 · judged to tell 0.25 at −1.5 SD · group difference −0.12 points");
  item.dif.ets = 'C';
  item.dif.delta = -2.13;
  assert_text (bearings_quality_words_item_text (&item),
               "n = 0 · judged to tell 0.25 at −1.5 SD · group difference −2.13 (class C)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/quality-words/coefficients", test_coefficients);
  g_test_add_func ("/model/quality-words/counts", test_counts);
  g_test_add_func ("/model/quality-words/standing", test_standing);
  g_test_add_func ("/model/quality-words/part", test_part);
  g_test_add_func ("/model/quality-words/part-of-unlike-persons", test_part_of_unlike_persons);
  g_test_add_func ("/model/quality-words/part-without-figures", test_part_without_figures);
  g_test_add_func ("/model/quality-words/thresholds", test_thresholds);
  g_test_add_func ("/model/quality-words/summary", test_summary);
  g_test_add_func ("/model/quality-words/basis", test_basis);
  g_test_add_func ("/model/quality-words/retest", test_retest);
  g_test_add_func ("/model/quality-words/raters", test_raters);
  g_test_add_func ("/model/quality-words/groups-and-outside", test_groups_and_outside);
  g_test_add_func ("/model/quality-words/items", test_items);
  return g_test_run ();
}
