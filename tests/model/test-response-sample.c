/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers from elsewhere as records of a centre's own sample. */

#include "bearings-response-sample.h"

#include <math.h>

#include "form-fixture.h"

static void
answer (BearingsResponseMatrixBuilder *builder, const char *person, const char *item, gint8 score)
{
  g_assert_true (bearings_response_matrix_builder_add (builder, person, item, score));
}

/* Rated 1 and 3 in x, 4 in y, two of three right. */
static void
answer_some (BearingsResponseMatrixBuilder *builder, const char *person)
{
  answer (builder, person, "x0", 1);
  answer (builder, person, "x1", 3);
  answer (builder, person, "y0", 4);
  answer (builder, person, "x2", 1);
  answer (builder, person, "x3", 1);
  answer (builder, person, "y2", 0);
}

static GPtrArray *
records_of (BearingsResponseMatrixBuilder *builder)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (BearingsResponseMatrix) matrix = bearings_response_matrix_builder_end (builder);

  return bearings_response_sample_contributions_from_matrix (form, matrix, "2026-11");
}

static const BearingsContributionScore *
score_of (const BearingsContribution *record, const char *scale)
{
  for (guint i = 0; i < record->scores->len; i++) {
    const BearingsContributionScore *score = record->scores->pdata[i];
    if (g_str_equal (score->scale, scale))
      return score;
  }
  return NULL;
}

static void
test_record (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (GPtrArray) records = NULL;
  const BearingsContribution *record;

  answer_some (builder, "ann");
  records = records_of (builder);
  g_assert_cmpuint (records->len, ==, 1);
  record = records->pdata[0];
  g_assert_cmpstr (record->instrument, ==, "test");
  g_assert_cmpstr (record->instrument_version, ==, "1.0.0");
  g_assert_cmpstr (record->month, ==, "2026-11");
  g_assert_cmpstr (record->origin, ==, "");
  g_assert_true (g_uuid_string_is_valid (record->id));
  g_assert_cmpuint (record->answers->len, ==, 6);
  g_assert_cmpuint (record->scores->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (score_of (record, "")->self_mean, 8.0 / 3, 1e-12);
  g_assert_cmpfloat (score_of (record, "x")->self_mean, ==, 2);
  g_assert_cmpfloat (score_of (record, "y")->self_mean, ==, 4);
  g_assert_cmpfloat (score_of (record, "x")->theta, >, 0);
  g_assert_cmpfloat (score_of (record, "y")->theta, <, 0);
}

/* As in the application, where a practice item is no part of any result. */
static void
test_practice_items_do_not_count (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (BearingsResponseMatrixBuilder) bare = bearings_response_matrix_builder_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) without = NULL;
  const BearingsContribution *a, *b;

  answer (builder, "ann", "practice", 1);
  answer_some (builder, "ann");
  answer (builder, "ben", "practice", 1); /* nothing else: no record */
  records = records_of (builder);
  answer_some (bare, "ann");
  without = records_of (bare);
  g_assert_cmpuint (records->len, ==, 1);
  a = records->pdata[0];
  b = without->pdata[0];
  for (guint i = 0; i < a->answers->len; i++)
    g_assert_cmpstr (((BearingsContributionAnswer *) a->answers->pdata[i])->item, !=, "practice");
  g_assert_cmpuint (a->answers->len, ==, b->answers->len);
  for (guint i = 0; i < a->scores->len; i++) {
    const BearingsContributionScore *x = a->scores->pdata[i], *y = b->scores->pdata[i];

    g_assert_cmpfloat (x->theta, ==, y->theta);
    g_assert_cmpfloat (x->se, ==, y->se);
    g_assert_cmpfloat (x->self_mean, ==, y->self_mean);
  }
  g_assert_cmpstr (a->id, ==, b->id);
}

static void
test_no_self_rating_is_no_mean (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (GPtrArray) records = NULL;

  answer (builder, "ann", "x2", 1);
  records = records_of (builder);
  g_assert_true (isnan (score_of (records->pdata[0], "")->self_mean));
}

/* The same answers again are the same records, so that a file may be added twice; two people who
 * answered alike are two. */
static void
test_ids (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) again = NULL;

  answer_some (builder, "ann");
  answer_some (builder, "ben");
  answer (builder, "cem", "x2", 1);
  answer (builder, "dot", "x2", 0);
  records = records_of (builder);
  again = records_of (builder);
  g_assert_cmpuint (records->len, ==, 4);
  for (guint i = 0; i < records->len; i++) {
    const BearingsContribution *record = records->pdata[i];

    g_assert_cmpstr (record->id, ==, ((BearingsContribution *) again->pdata[i])->id);
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (record->id, !=, ((BearingsContribution *) records->pdata[j])->id);
  }
}

static void
test_month_of_the_person (void)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (GPtrArray) records = NULL;

  answer_some (builder, "ann");
  answer_some (builder, "ben");
  bearings_response_matrix_builder_set_month (builder, "ben", "2026-09");
  records = records_of (builder);
  g_assert_cmpstr (((BearingsContribution *) records->pdata[0])->month, ==, "2026-11");
  g_assert_cmpstr (((BearingsContribution *) records->pdata[1])->month, ==, "2026-09");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/response-sample/record", test_record);
  g_test_add_func ("/model/response-sample/practice-items-do-not-count",
                   test_practice_items_do_not_count);
  g_test_add_func ("/model/response-sample/no-self-rating", test_no_self_rating_is_no_mean);
  g_test_add_func ("/model/response-sample/ids", test_ids);
  g_test_add_func ("/model/response-sample/month", test_month_of_the_person);
  return g_test_run ();
}
