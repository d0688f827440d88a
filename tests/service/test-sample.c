/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample: consent, withdrawal, export, merge and removal. */

#include "bearings-service-sample.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

static char *
sit (BearingsService *service, gboolean finish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSitting) sitting = NULL;
  char *info = bearings_service_sittings_begin (
    service, &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_SHORT },
    &error);

  g_assert_no_error (error);
  sitting = bearings_service_sittings_resume (service, info, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    g_autoptr (BearingsEntry) entry =
      bearings_entry_new (BEARINGS_ENTRY_ANSWERED, item->record.id,
                          item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4", 5000);
    bearings_service_sittings_append (service, info, entry, &error);
    g_assert_no_error (error);
  }
  if (finish) {
    g_autoptr (BearingsEntry) end = bearings_entry_new (BEARINGS_ENTRY_FINISHED, NULL, NULL, -1);
    bearings_service_sittings_append (service, info, end, &error);
    g_assert_no_error (error);
  }
  return info;
}

static guint
count (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = bearings_service_sample_list (service, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    n += ((BearingsSamplePart *) parts->pdata[i])->n;
  return n;
}

static void
test_consent_and_withdrawal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *open = sit (fixture->service, FALSE);
  g_autofree char *info = sit (fixture->service, TRUE);
  g_autofree char *id = NULL;
  g_autofree char *known = NULL;
  gboolean joined;

  /* Nothing joins unasked, nothing unfinished joins, and nothing twice. */
  g_assert_cmpuint (count (fixture->service), ==, 0);
  g_assert_null (bearings_service_sample_contribute (fixture->service, open, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  id = bearings_service_sample_contribute (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, !=, info);
  g_assert_cmpuint (count (fixture->service), ==, 1);
  g_assert_null (bearings_service_sample_contribute (fixture->service, info, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture->service), ==, 1);

  known = bearings_service_desk_dup_contribution (fixture->service, info);
  g_assert_cmpstr (known, ==, id);
  g_assert_true (bearings_service_sample_withdraw (fixture->service, info, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture->service), ==, 0);
  g_assert_true (bearings_service_sample_has_contributed (fixture->service, info, &joined, &error));
  g_assert_false (joined);
  /* Withdrawn, nothing of this run says which record was whose. */
  g_assert_null (bearings_service_desk_dup_contribution (fixture->service, info));

  /* The record stays when the guest goes, and what linked it is gone. */
  g_free (bearings_service_sample_contribute (fixture->service, info, &error));
  g_assert_no_error (error);
  g_assert_true (bearings_service_sittings_end_guest (fixture->service, &error));
  g_assert_cmpuint (count (fixture->service), ==, 1);
  g_assert_null (bearings_service_desk_dup_contribution (fixture->service, info));
}

static void
test_between_centres (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "north.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *info = sit (fixture->service, TRUE);
  g_autofree char *id = bearings_service_sample_contribute (fixture->service, info, &error);
  g_autofree char *text = NULL;
  guint added, known, removed;

  g_assert_no_error (error);
  g_assert_cmpint (bearings_service_sample_export (fixture->service, "other", file, &error), ==, 0);
  g_assert_cmpint (bearings_service_sample_export (fixture->service, NULL, file, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, id));
  g_assert_null (strstr (text, info));

  /* One's own records come back: known. */
  g_assert_true (bearings_service_sample_merge (fixture->service, file, &added, &known, &error));
  g_assert_cmpuint (added, ==, 0);
  g_assert_cmpuint (known, ==, 1);

  /* Away from here they are new, once; and can be taken back by the name of the file. */
  g_assert_true (bearings_service_sample_withdraw (fixture->service, info, id, &error));
  g_assert_true (bearings_service_sample_merge (fixture->service, file, &added, &known, &error));
  g_assert_cmpuint (added, ==, 1);
  g_assert_true (bearings_service_sample_merge (fixture->service, file, &added, &known, &error));
  g_assert_cmpuint (added, ==, 0);
  g_assert_cmpuint (count (fixture->service), ==, 1);
  g_assert_true (bearings_service_sample_remove (fixture->service, "north.json", &removed, &error));
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (count (fixture->service), ==, 0);
  g_assert_false (
    bearings_service_sample_remove (fixture->service, "north.json", &removed, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
#define GOOD                                                                                       \
  "{\"id\":\"6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a11\",\"instrument\":\"mini\","                      \
  "\"instrument_version\":\"1\",\"month\":\"2026-11\",\"answers\":[],\"scores\":[]}"
#define WITH(answers, scores)                                                                      \
  "{\"id\":\"6f0c8f0e-3b57-4a59-9d0e-0c9b4b8f1a12\",\"instrument\":\"mini\","                      \
  "\"instrument_version\":\"1\",\"month\":\"2026-11\",\"answers\":" answers ",\"scores\":" scores  \
  "}"
#define FILE_OF(records) "{\"bearings_sample\":1,\"records\":[" records "]}"
  static const char *const bad[] = {
    "",
    "[]",
    "{\"bearings_sample\":2,\"records\":[]}",
    FILE_OF (GOOD ",7"),
    FILE_OF (GOOD ",{\"id\":\"1\"}"),
    FILE_OF (GOOD "," WITH ("{}", "[]")),
    FILE_OF (GOOD "," WITH ("[{\"item\":\"a\",\"response\":\"typed:my name\"}]", "[]")),
    FILE_OF (GOOD "," WITH ("[{\"item\":\"a\",\"response\":\"rubric:a=1;words\"}]", "[]")),
    FILE_OF (GOOD "," WITH ("[{\"item\":\"a\"},{\"item\":\"a\"}]", "[]")),
    FILE_OF (GOOD "," WITH ("[{\"item\":\"a\",\"score\":\"1\"}]", "[]")),
    FILE_OF (GOOD "," WITH ("[]", "[{\"scale\":\"\",\"se\":-1}]")),
    FILE_OF (GOOD "," WITH ("[]", "[{\"scale\":\"\",\"theta\":1e999}]")),
  };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint added, known;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, bad[i], -1, NULL));
    if (bearings_service_sample_merge (fixture->service, file, &added, &known, &error))
      g_error ("taken: %s", bad[i]);
    g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
    g_assert_cmpuint (count (fixture->service), ==, 0);
  }
  /* No record is no fault; the same record twice is one. */
  g_assert_true (g_file_set_contents (path, FILE_OF (""), -1, NULL));
  g_assert_true (bearings_service_sample_merge (fixture->service, file, &added, &known, NULL));
  g_assert_cmpuint (added + known, ==, 0);
  g_assert_true (g_file_set_contents (path, FILE_OF (GOOD "," GOOD), -1, NULL));
  g_assert_true (bearings_service_sample_merge (fixture->service, file, &added, &known, NULL));
  g_assert_cmpuint (added, ==, 1);
  g_assert_cmpuint (known, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/service/sample/consent-and-withdrawal", test_consent_and_withdrawal);
  FIXTURE_ADD ("/service/sample/between-centres", test_between_centres);
  FIXTURE_ADD ("/service/sample/hostile", test_hostile);
  return g_test_run ();
}
