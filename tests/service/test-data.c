/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing packs: whole or not at all, and the catalogue is never overwritten blindly. */

#include <string.h>

#include "bearings-service-imports.h"
#include "bearings-service-packs.h"
#include "bearings-service-preview.h"
#include "service-fixture.h"

static GFile *
write_pack (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

#define HEADER(id, version)                                                                        \
  "{\"bearings_pack\":1,\"id\":\"" id "\",\"title\":\"T\",\"version\":\"" version                  \
  "\",\"published\":\"2026-02-01\",\"publisher\":\"P\",\"licence\":\"CC0\",\"records\":["
#define SOURCE(id) "{\"type\":\"source\",\"id\":\"" id "\",\"csl_type\":\"report\",\"title\":\"S\"}"

static BearingsImportSummary *
import (Fixture *fixture, GFile *file, GPtrArray *problems, GError **error)
{
  return bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                         NULL, NULL, problems, NULL, error);
}

static void
test_import_replace_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first =
    write_pack (fixture, "1.json", HEADER ("own", "1.0") SOURCE ("a") "," SOURCE ("b") "]}");
  g_autoptr (GFile) second =
    write_pack (fixture, "2.json", HEADER ("own", "1.1") SOURCE ("b") "," SOURCE ("c") "]}");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) one = import (fixture, first, problems, &error);
  g_autoptr (BearingsImportSummary) two = NULL;
  g_autoptr (BearingsRecord) gone = NULL;
  g_autoptr (BearingsRecord) there = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (one->added, ==, 2);
  two = import (fixture, second, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (two->replaced_version, ==, "1.0");
  g_assert_cmpint (two->added, ==, 1);
  g_assert_cmpint (two->removed, ==, 1);
  gone = bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, "a", &error);
  there = bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, "c", &error);
  g_assert_no_error (error);
  g_assert_null (gone);
  g_assert_nonnull (there);
  packs = bearings_service_packs_list (fixture->service, &error);
  g_assert_cmpuint (packs->len, ==, 2);
}

/* One bad record refuses the whole pack, and the data version does not move. */
static void
test_refused_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (
    fixture, "bad.json",
    HEADER ("own", "1.0") SOURCE ("a") ",{\"type\":\"source\",\"id\":\"b\",\"replaced_by\":"
                                       "\"nowhere\",\"csl_type\":\"report\",\"title\":\"S\"}]}");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = bearings_service_data_version (fixture->service, NULL);
  g_autofree char *after = NULL;
  const BearingsProblem *problem;

  g_assert_null (import (fixture, file, problems, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_nonnull (strstr (problem->message, "nowhere"));
  g_assert_nonnull (strstr (problem->path, "replaced_by"));
  g_assert_null (bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, "a", NULL));
  after = bearings_service_data_version (fixture->service, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* A record that belongs to another pack is not taken over. */
/* A header that does not hold is told with everything else, and nothing is read into the data. */
static void
test_header_that_does_not_hold (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"T\",\"version\":"
                             "\"1.0\",\"records\":[" SOURCE ("a") ",{\"type\":\"source\"}]}";
  g_autoptr (GFile) file = write_pack (fixture, "bad.json", text);
  g_autoptr (GPtrArray) imported = bearings_problem_list_new ();
  g_autoptr (GPtrArray) looked = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = import (fixture, file, imported, &error);
  g_autoptr (BearingsPreview) preview = NULL;

  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  preview = bearings_service_preview (fixture->service, file, NULL, NULL, looked, NULL, &error);
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_assert_null (summary);
  g_assert_null (preview);
  g_assert_cmpuint (imported->len, >, 3); /* of the header, and of the second record */
  g_assert_cmpuint (looked->len, ==, imported->len);
}

static void
test_foreign_record_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file =
    write_pack (fixture, "foreign.json", HEADER ("own", "1.0") SOURCE ("src-onet") "]}");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  const BearingsProblem *problem;

  g_assert_null (import (fixture, file, problems, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_nonnull (strstr (problem->message, "small"));
}

/* Others refer to its records: a pack cannot leave them in the air. */
static void
test_removal_of_what_is_referred_to_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first =
    write_pack (fixture, "1.json", HEADER ("base", "1.0") SOURCE ("a") "]}");
  g_autoptr (GFile) user =
    write_pack (fixture, "2.json",
                HEADER ("user", "1.0") "{\"type\":\"source\",\"id\":\"b\",\"replaced_by\":\"a\","
                                       "\"csl_type\":\"report\",\"title\":\"S\"}]}");
  g_autoptr (GFile) second =
    write_pack (fixture, "3.json", HEADER ("base", "1.1") SOURCE ("z") "]}");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) one = import (fixture, first, problems, &error);
  g_autoptr (BearingsImportSummary) two = import (fixture, user, problems, &error);
  g_autoptr (BearingsRecord) kept = NULL;

  g_assert_no_error (error);
  g_assert_null (import (fixture, second, problems, &error));
  g_assert_nonnull (error);
  kept = bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, "a", NULL);
  g_assert_nonnull (kept);
}

/* Opens the service again beside the next release of the application: its catalogue has the
 * fixture's pack and a newer one of its own. */
static void
open_with_update (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pack = fixture_pack ();
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *shipped = g_build_filename (fixture->folder, "next.db", NULL);

  g_ptr_array_add (files, g_file_new_for_path (pack));
  g_ptr_array_add (files,
                   write_pack (fixture, "next.json", HEADER ("next", "1.1") SOURCE ("new") "]}"));
  g_ptr_array_add (files,
                   write_pack (fixture, "too.json", HEADER ("too", "1.1") SOURCE ("new-too") "]}"));
  bearings_service_packs_build_catalogue (shipped, TRUE, files, problems, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (data_dir, shipped, &error);
  g_assert_no_error (error);
}

static gboolean
has_source (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsRecord) record =
    bearings_service_get_record (fixture->service, BEARINGS_RECORD_SOURCE, id, &error);

  g_assert_no_error (error);
  return record != NULL;
}

static void
test_a_shipped_update_arrives (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_source (fixture, "new"));
  open_with_update (fixture);
  g_assert_true (has_source (fixture, "new"));
}

/* Opens the service again beside a release that has the fixture's pack alone, changed by @version
 * and
 * @title. */
static void
open_with_release (Fixture *fixture, const char *version, const char *title)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pack = fixture_pack ();
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *shipped = g_build_filename (fixture->folder, "release.db", NULL);
  g_autofree char *member = g_strdup_printf ("\"version\": \"%s\"", version);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_file_get_contents (pack, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"version\": \"1.0.0\"", member, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "\"Data Scientists\"", title, 1), ==, 1);
  g_ptr_array_add (files, write_pack (fixture, "release.json", changed->str));
  bearings_service_packs_build_catalogue (shipped, TRUE, files, problems, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (data_dir, shipped, &error);
  g_assert_no_error (error);
}

static char *
title_of_data_scientists (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsOccupation) record = bearings_service_get_record (
    fixture->service, BEARINGS_RECORD_OCCUPATION, "15-2051.00", &error);

  g_assert_no_error (error);
  return g_strdup (record->title);
}

/* As many packs as before, one of them newer. */
static void
test_a_newer_version_arrives (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = title_of_data_scientists (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "Data Scientists");
  open_with_release (fixture, "1.0.1", "\"Data People\"");
  after = title_of_data_scientists (fixture);
  g_assert_cmpstr (after, ==, "Data People");
}

/* The same version with other content, or an older one, is no update. */
static void
test_no_update_without_a_newer_version (Fixture *fixture, gconstpointer data)
{
  static const char *const versions[] = { "1.0.0", "0.9.9" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autofree char *after = NULL;

    open_with_release (fixture, versions[i], "\"Data People\"");
    after = title_of_data_scientists (fixture);
    g_assert_cmpstr (after, ==, "Data Scientists");
  }
}

/* What a centre has imported is not taken from it by an update of the application. */
static void
test_own_data_outlives_a_shipped_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) own = write_pack (fixture, "1.json", HEADER ("own", "1.0") SOURCE ("a") "]}");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) one = import (fixture, own, problems, &error);

  g_assert_no_error (error);
  open_with_update (fixture);
  g_assert_true (has_source (fixture, "a"));
}

static void
test_corrupt_catalogue_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *data_dir = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *path = g_build_filename (data_dir, "catalogue.db", NULL);
  g_autofree char *shipped = g_build_filename (fixture->folder, "shipped.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (data_dir, 0700);
  g_file_set_contents (path, "this is not a database", -1, NULL);
  g_assert_null (bearings_service_new (data_dir, shipped, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "this is not a database");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/data/import-replace-remove", test_import_replace_remove);
  FIXTURE_ADD ("/service/data/refused-changes-nothing", test_refused_changes_nothing);
  FIXTURE_ADD ("/service/data/header-that-does-not-hold", test_header_that_does_not_hold);
  FIXTURE_ADD ("/service/data/foreign-record", test_foreign_record_is_refused);
  FIXTURE_ADD ("/service/data/referred-to", test_removal_of_what_is_referred_to_is_refused);
  FIXTURE_ADD ("/service/data/shipped-update-arrives", test_a_shipped_update_arrives);
  FIXTURE_ADD ("/service/data/newer-version-arrives", test_a_newer_version_arrives);
  FIXTURE_ADD ("/service/data/no-newer-version", test_no_update_without_a_newer_version);
  FIXTURE_ADD ("/service/data/own-data-outlives-update", test_own_data_outlives_a_shipped_update);
  FIXTURE_ADD ("/service/data/corrupt-is-left-alone", test_corrupt_catalogue_is_left_alone);
  return g_test_run ();
}
