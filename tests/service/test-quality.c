/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sittings say of their instrument: consent, second ratings, notes, second sittings, measures
 * from outside. */

#include <math.h>

#include "app-fixture.h"
#include "bearings-people.h"
#include "bearings-service-outside.h"
#include "bearings-service-quality.h"
#include "bearings-service-sample.h"
#include "bearings-service-sittings.h"
#include "bearings-service-text.h"

#define NOTE "I wrote the importer of our library."

static void
append (BearingsService *service,
        const char *info,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, 5000);

  bearings_service_sittings_append (service, info, entry, &error);
  g_assert_no_error (error);
}

/* A whole sitting; @points of 2 for each criterion of the task. */
static char *
sit (BearingsService *service, const char *client, guint points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSitting) sitting = NULL;
  char *info = bearings_service_sittings_begin (
    service,
    &(BearingsSittingOrder) {
      .instrument = "trial", .length = BEARINGS_LENGTH_ALL, .client = client },
    &error);

  g_assert_no_error (error);
  sitting = bearings_service_sittings_resume (service, info, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    g_autofree char *answer =
      item->kind == BEARINGS_ITEM_SELF_REPORT ? g_strdup_printf ("anchor:%u", points)
      : item->kind == BEARINGS_ITEM_RUBRIC
        ? g_strdup_printf ("rubric:cause=%u,remedy=%u;The words of the person", points, points)
        : bearings_response_item_right_answer (item);
    append (service, info, BEARINGS_ENTRY_ANSWERED, item->record.id, answer);
    if (item->kind == BEARINGS_ITEM_SELF_REPORT)
      append (service, info, BEARINGS_ENTRY_NOTE, item->record.id, NOTE);
  }
  append (service, info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  return info;
}

static char *
join (BearingsService *service, const char *info)
{
  g_autoptr (GError) error = NULL;
  char *id = bearings_service_sample_contribute (service, info, &error);

  g_assert_no_error (error);
  return id;
}

static void
rate (BearingsService *service, const char *info, guint cause, guint remedy)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *response =
    g_strdup_printf ("rubric:cause=%u,remedy=%u;What the rater thought", cause, remedy);

  g_assert_true (
    bearings_service_quality_rate_task (service, info, "trial/task", response, &error));
  g_assert_no_error (error);
}

static BearingsQuality *
quality_of (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  BearingsQuality *quality = bearings_service_quality_get (service, "trial", NULL, &error);

  g_assert_no_error (error);
  return quality;
}

/* Twelve sittings: ratings that came before and after joining count once each, those of sittings
 * that did not join do not count. */
static void
test_raters (Fixture *fixture, gconstpointer data)
{
  BearingsService *service = fixture->service;
  g_autoptr (GError) error = NULL;
  g_autofree char *apart = sit (service, NULL, 2);
  g_autoptr (BearingsQuality) quality = NULL;
  const BearingsRaterAgreement *row;

  rate (service, apart, 0, 0);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *info = sit (service, NULL, i % 3);
    g_autofree char *id = NULL;

    if (i < 6)
      rate (service, info, i % 3, i % 3);
    id = join (service, info);
    if (i >= 6)
      rate (service, info, i % 3, i % 3);
    else if (i == 0)
      rate (service, info, 1, 1); /* again: the record keeps what it joined with */
  }
  quality = quality_of (service);
  g_assert_cmpuint (quality->n, ==, 12);
  g_assert_cmpuint (quality->n_rated, ==, 12);
  row = quality->raters->pdata[0];
  g_assert_null (row->item);
  g_assert_cmpuint (row->n, ==, 12);
  g_assert_cmpfloat (row->same, ==, 1);
  g_assert_cmpfloat (fabs (row->icc.value - 1), <, 1e-12);
  row = quality->raters->pdata[2];
  g_assert_cmpstr (row->criterion->id, ==, "cause");
  g_assert_cmpfloat (fabs (row->kappa.value - 1), <, 1e-12);

  /* Refused: unfinished, incomplete, no such task. */
  {
    g_autofree char *open = fixture_begin (fixture);
    g_assert_false (bearings_service_quality_rate_task (service, open, "trial/task",
                                                        "rubric:cause=1,remedy=1;", &error));
    g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
    g_clear_error (&error);
  }
  g_assert_false (
    bearings_service_quality_rate_task (service, apart, "trial/task", "rubric:cause=1;", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (bearings_service_quality_rate_task (service, apart, "trial/k0",
                                                      "rubric:cause=1,remedy=1;", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
}

/* The person's own report has the note and the second rating; the sample has no words of anybody.
 */
static void
test_words_stay (Fixture *fixture, gconstpointer data)
{
  BearingsService *service = fixture->service;
  g_autoptr (GError) error = NULL;
  g_autofree char *info = sit (service, NULL, 2);
  g_autofree char *path = g_build_filename (fixture->folder, "sample.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BearingsResult) result = NULL;
  g_autofree char *report = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *id = NULL;
  gboolean noted = FALSE;
  guint added, known;

  rate (service, info, 1, 2);
  result = bearings_service_sittings_get_result (service, info, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *row = result->sitting->items->pdata[i];

    noted |= g_strcmp0 (row->note, NOTE) == 0;
    if (row->item->kind == BEARINGS_ITEM_RUBRIC) {
      g_assert_cmpfloat (bearings_response_score (row->second, row->item), ==, 3);
      g_assert_true (row->second->text == NULL || *row->second->text == '\0');
    }
  }
  g_assert_true (noted);
  report = bearings_service_text_result_to (result, 100);
  g_assert_nonnull (strstr (report, NOTE));

  id = join (service, info);
  g_assert_cmpint (bearings_service_sample_export (service, NULL, file, &error), ==, 1);
  g_assert_true (g_file_get_contents (path, &sample, NULL, &error));
  g_assert_null (strstr (sample, "importer"));
  g_assert_null (strstr (sample, "words of the person"));
  g_assert_null (strstr (sample, "rater thought"));
  g_assert_nonnull (strstr (sample, "\"second\": \"rubric:cause=1,remedy=2"));

  /* The rating comes to another centre with the record. */
  g_assert_true (bearings_service_sample_withdraw (service, info, id, &error));
  g_assert_true (bearings_service_sample_merge (service, file, &added, &known, &error));
  {
    g_autoptr (BearingsQuality) quality = quality_of (service);
    g_assert_cmpuint (quality->n_rated, ==, 1);
  }
}

static void
make_clients (Fixture *fixture, guint n)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "people.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPeople) people = bearings_people_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++) {
    g_autofree char *code = g_strdup_printf ("client-%u", i);
    bearings_people_create_client (people, code, &error);
    g_assert_no_error (error);
  }
}

static const BearingsQualityOutside *
measure_of (const BearingsQuality *quality, const char *name)
{
  for (guint i = 0; i < quality->outside->len; i++) {
    const BearingsQualityOutside *row = quality->outside->pdata[i];
    if (g_str_equal (row->name, name))
      return row;
  }
  g_error ("no measure %s", name);
}

/* A file names clients, sittings and records; what it names twice over counts where it belongs. */
static void
test_outside_and_retest (Fixture *fixture, gconstpointer data)
{
  BearingsService *service = fixture->service;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) csv = g_string_new ("person,value\nstranger,7\n");
  g_autofree char *path = g_build_filename (fixture->folder, "grades.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) names = NULL;
  BearingsOutsideSummary summary;

  make_clients (fixture, 12);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *code = g_strdup_printf ("client-%u", i);
    g_autofree char *first = sit (service, code, i % 3);
    g_autofree char *second = sit (service, code, i % 3);
    g_autofree char *first_id = join (service, first);
    g_autofree char *second_id = join (service, second);

    if (i % 2 == 0)
      g_string_append_printf (csv, "%s,%u\n", code, i % 3);
    else
      g_string_append_printf (csv, "%s,%u\n", first_id, i % 3);
  }
  g_assert_true (g_file_set_contents (path, csv->str, -1, &error));
  g_assert_true (bearings_service_outside_import (service, "trial", "grade", "of a course", file,
                                                  &summary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (summary.n_sittings, ==, 6);
  g_assert_cmpuint (summary.n_records, ==, 6);
  g_assert_cmpuint (summary.n_unknown, ==, 1);
  {
    g_autoptr (BearingsQuality) quality = quality_of (service);
    const BearingsQualityOutside *grade = measure_of (quality, "grade");

    g_assert_cmpstr (grade->note, ==, "of a course");
    g_assert_cmpuint (grade->performance.n, ==, 12);
    g_assert_cmpfloat (grade->performance.value, >, 0.9);
    g_assert_cmpfloat (fabs (grade->self_rating.value - 1), <, 1e-9);
    /* One pair a client, from two sittings with the same answers. */
    g_assert_cmpuint (quality->retest.n, ==, 12);
    g_assert_cmpfloat (fabs (quality->retest.value - 1), <, 1e-9);
  }
  names = bearings_service_outside_list (service, "trial", &error);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_true (bearings_service_outside_remove (service, "trial", "grade", &error));
  {
    g_autoptr (BearingsQuality) quality = quality_of (service);
    g_assert_cmpuint (quality->outside->len, ==, 0);
  }
  g_assert_false (bearings_service_outside_remove (service, "trial", "grade", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A line that is no number: nothing of the file is taken. */
  g_assert_true (g_file_set_contents (path, "person,value\nclient-1,3\nclient-2,good\n", -1, NULL));
  g_assert_false (
    bearings_service_outside_import (service, "trial", "grade", NULL, file, &summary, &error));
  g_assert_nonnull (strstr (error->message, "grades.csv:3"));
  {
    g_autoptr (BearingsQuality) quality = quality_of (service);
    g_assert_cmpuint (quality->outside->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/service/quality/raters", test_raters);
  FIXTURE_ADD ("/service/quality/words-stay", test_words_stay);
  FIXTURE_ADD ("/service/quality/outside-and-retest", test_outside_and_retest);
  return g_test_run ();
}
